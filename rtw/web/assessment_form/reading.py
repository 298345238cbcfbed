"""The whole assessment form: from a visit to texts, and from texts to the visit.

What was copied from the last visit keeps its date until it is typed anew, or marked as measured today.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from job_profiles.profile import JobProfile
from rtw.domain.assessment.assessment import Assessment, CarriedOver
from rtw.domain.assessment.copy_forward import HAND_FIELDS, VISIT_FIELDS, retaken
from rtw.domain.hands import BOTH_SIDES
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
    kinds, rows = timed_kinds(profile, stored), difficulty_rows(profile, stored)
    person = read_person(typed, stored, kinds, rows, units.load)
    hands = tuple(read_hand(typed, side, units.strength) for side in BOTH_SIDES)
    was_shown = texts_of_visit(stored, profile, units_in(texts, prefix="shown_"))
    entered = replace(person, hands=hands)
    value = _with_copies(entered, stored, typed, was_shown)
    return VisitReading(_without_empty_hands(value), units, typed.errors)


def units_in(texts: Mapping[str, str], prefix: str = "") -> FormUnits:
    """Read which units a form is filled in."""
    strength = {unit.value: unit for unit in STRENGTH_UNITS}.get(texts.get(f"{prefix}unit", ""))
    load = {unit.value: unit for unit in LOAD_UNITS}.get(texts.get(f"{prefix}load_unit", ""))
    usual = FormUnits()
    return FormUnits(strength or usual.strength, load or usual.load)


def _with_copies(
    entered: Assessment, stored: Assessment, typed: Typed, was_shown: Mapping[str, str]
) -> Assessment:
    """Keep copied parts nobody touched as they were taken; take the mark off the others."""
    value = entered
    for mark in stored.carried_over:
        names = fields_of(mark, (*was_shown, *typed.texts))
        untouched = all(typed.text(name) == was_shown.get(name, "") for name in names)
        if untouched and not typed.ticked(fresh_name(mark)):
            value = _as_stored(value, stored, mark)
        else:
            value = retaken(value, mark.measure, mark.side)
    return value


def fresh_name(mark: CarriedOver) -> str:
    """Name the box that says a copied measure was found the same today."""
    return f"fresh-{mark.side.value if mark.side else 'visit'}-{mark.measure.value}"


def _as_stored(value: Assessment, stored: Assessment, mark: CarriedOver) -> Assessment:
    if mark.side is None:
        kept: dict[str, Any] = {name: getattr(stored, name) for name in VISIT_FIELDS[mark.measure]}
        return replace(value, **kept)
    source = stored.hand(mark.side)
    kept = {name: getattr(source, name) for name in HAND_FIELDS[mark.measure]}
    hands = tuple(replace(hand, **kept) if hand.side is mark.side else hand for hand in value.hands)
    return replace(value, hands=hands)


_HAND_PREFIXES: Final = {
    "grip": ("grip-", "rung-"),
    "nine_hole_peg": ("peg",),
    "box_and_block": ("blocks",),
    "motion": ("motion-",),
    "muscle_power": ("abductor", "interosseous"),
    "sensation": ("touch-", "two_point-"),
    "swelling": ("swelling", "circumference"),
    "tenderness": ("scar", "pillar"),
}
_VISIT_PREFIXES: Final = {
    "tolerances": ("bout-", "day-"),
    "safe_loads": ("load-",),
    "difficulty": ("difficulty-",),
    "therapist_limits": ("own-",),
    "surgeon_restrictions": ("surgeon-",),
    "pain": ("pain_",),
}


def fields_of(mark: CarriedOver, names: Iterable[str]) -> tuple[str, ...]:
    """List the fields of the form that make up a copied measure."""
    measure = mark.measure.value
    if mark.side is None:
        starts = _VISIT_PREFIXES.get(measure, (measure,))
    else:
        starts = tuple(f"{mark.side.value}-{start}" for start in _HAND_PREFIXES.get(measure, (measure,)))
    return tuple(name for name in names if name.startswith(starts) and not name.endswith("-rows"))


def _without_empty_hands(value: Assessment) -> Assessment:
    """Leave out a hand nothing was entered for: it was not examined."""
    from_fields = ((hand, replace(hand, unaffected=False)) for hand in value.hands)
    kept = tuple(hand for hand, bare in from_fields if hand.unaffected or bare != type(hand)(hand.side))
    return replace(value, hands=kept)
