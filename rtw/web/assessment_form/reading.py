"""The whole assessment form: from a visit to texts, and from texts to the visit.

What was copied from the last visit keeps its date until it is typed anew, or marked as measured today: each
finding for itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from job_profiles.profile import JobProfile
from rtw.domain.assessment.assessment import Assessment, CarriedOver, Measure
from rtw.domain.assessment.copy_forward import with_untouched
from rtw.domain.assessment.parts import holder_of, parts_of
from rtw.domain.hands import BOTH_SIDES, Side
from rtw.domain.measurement import AmountUnit
from rtw.web.assessment_form.hand_texts import read_hand, texts_of_hand
from rtw.web.assessment_form.typed import Typed
from rtw.web.assessment_form.visit_texts import (
    difficulty_rows,
    read_person,
    texts_of_person,
    timed_kinds,
)

STRENGTH_UNITS: Final = (AmountUnit.KILOGRAM_FORCE, AmountUnit.POUND_FORCE, AmountUnit.NEWTON)
LOAD_UNITS: Final = (AmountUnit.KILOGRAM, AmountUnit.POUND)

TYPED: Final = "typed_today"
"""Field with the names of fields that were typed in, also where the same was typed as had been copied."""


@dataclass(frozen=True, slots=True)
class FormUnits:
    """The units a form is filled in: of strengths, and of loads."""

    strength: AmountUnit = AmountUnit.KILOGRAM_FORCE
    load: AmountUnit = AmountUnit.KILOGRAM


@dataclass(frozen=True, slots=True)
class VisitReading:
    """What was read from the form. `errors`: name of the field → what to do; the value then lacks it."""

    value: Assessment
    units: FormUnits
    errors: dict[str, str]


def texts_of_visit(visit: Assessment, profile: JobProfile | None, units: FormUnits) -> dict[str, str]:
    """Write a visit into the fields of its form."""
    texts = texts_of_person(visit, units.load, difficulty_rows(profile, visit))
    for side in BOTH_SIDES:
        texts |= texts_of_hand(visit.hand(side), units.strength)
    shown_in = {"unit": units.strength.value, "load_unit": units.load.value}
    return texts | shown_in | {f"shown_{name}": unit for name, unit in shown_in.items()}


def read_visit(texts: Mapping[str, str], stored: Assessment, profile: JobProfile | None) -> VisitReading:
    """Read the form over the visit it was made from."""
    typed, units = Typed(texts), units_in(texts)
    entered = _entered(typed, stored, profile, units)
    shown = texts_of_visit(stored, profile, units_in(texts, prefix="shown_"))
    left_alone = {name: text for name, text in shown.items() if name not in typed.text(TYPED).split()}
    before = _entered(Typed(left_alone), stored, profile, units)
    value = with_untouched(entered, stored, _untouched(entered, before, typed, stored))
    return VisitReading(_without_empty_hands(value), units, typed.errors)


def _entered(typed: Typed, stored: Assessment, profile: JobProfile | None, units: FormUnits) -> Assessment:
    """Read the fields alone, as if everything in them were of today."""
    kinds, rows = timed_kinds(profile, stored), difficulty_rows(profile, stored)
    person = read_person(typed, stored, kinds, rows, units.load)
    return replace(person, hands=tuple(read_hand(typed, side, units.strength) for side in BOTH_SIDES))


def units_in(texts: Mapping[str, str], prefix: str = "") -> FormUnits:
    """Read which units a form is filled in."""
    strength = {unit.value: unit for unit in STRENGTH_UNITS}.get(texts.get(f"{prefix}unit", ""))
    load = {unit.value: unit for unit in LOAD_UNITS}.get(texts.get(f"{prefix}load_unit", ""))
    usual = FormUnits()
    return FormUnits(strength or usual.strength, load or usual.load)


def _untouched(
    entered: Assessment, before: Assessment, typed: Typed, stored: Assessment
) -> dict[tuple[Measure, Side | None], tuple[str, ...]]:
    """Name the copied findings that read as they were shown; `before` lacks those typed anew, if alike."""
    left: dict[tuple[Measure, Side | None], tuple[str, ...]] = {}
    for mark in stored.carried_over:
        if not typed.ticked(fresh_name(mark)):
            now, was = (parts_of(holder_of(visit, mark.side), mark.measure) for visit in (entered, before))
            same = tuple(key for key in was if now.get(key) == was[key] and mark.covers(key))
            left[mark.measure, mark.side] = (*left.get((mark.measure, mark.side), ()), *same)
    return left


def fresh_name(mark: CarriedOver) -> str:
    """Name the box that says a copied measure was found the same today."""
    return f"fresh-{mark.side.value if mark.side else 'visit'}-{mark.measure.value}"


def _without_empty_hands(value: Assessment) -> Assessment:
    """Leave out a hand nothing was entered for: it was not examined."""
    from_fields = ((hand, replace(hand, unaffected=False)) for hand in value.hands)
    kept = tuple(hand for hand, bare in from_fields if hand.unaffected or bare != type(hand)(hand.side))
    return replace(value, hands=kept)
