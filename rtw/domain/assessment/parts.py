"""The single findings a measure is made of: each is taken on a day of its own.

A measure such as feeling holds many findings (a filament and two points for each zone). Whoever tests one of
them anew has not tested the others: so each has a key, by which its day is kept.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any

from rtw.domain.assessment.assessment import Assessment, Measure
from rtw.domain.assessment.findings import GripAtRung, HandFindings
from rtw.domain.assessment.part_keys import keys_of_item
from rtw.domain.hands import Side
from rtw.domain.measurement import Trials

Holder = HandFindings | Assessment
"""What holds the fields of a measure: a hand, or the visit itself."""

HAND_FIELDS: dict[Measure, tuple[str, ...]] = {
    Measure.GRIP: ("grip",),
    Measure.TIP_PINCH: ("tip_pinch",),
    Measure.KEY_PINCH: ("key_pinch",),
    Measure.PALMAR_PINCH: ("palmar_pinch",),
    Measure.NINE_HOLE_PEG: ("nine_hole_peg_s",),
    Measure.BOX_AND_BLOCK: ("box_and_block",),
    Measure.MOTION: ("motion",),
    Measure.MUSCLE_POWER: ("thumb_abductor_mrc", "first_interosseous_mrc"),
    Measure.SENSATION: ("sensation",),
    Measure.SWELLING: ("swelling", "wrist_circumference_cm"),
    Measure.UNAFFECTED: ("unaffected",),
    Measure.WOUND: ("wound",),
    Measure.TENDERNESS: ("scar_tenderness", "pillar_tenderness"),
}
"""Which fields of a hand make up a measure."""

VISIT_FIELDS: dict[Measure, tuple[str, ...]] = {
    Measure.NIGHT_WAKING: ("night_waking_per_week",),
    Measure.PAIN: ("pain_rest", "pain_work"),
    Measure.TOLERANCES: ("tolerances",),
    Measure.SAFE_LOADS: ("safe_loads",),
    Measure.DIFFICULTY: ("difficulties",),
    Measure.THERAPIST_LIMITS: ("therapist_limits",),
    Measure.SURGEON_RESTRICTIONS: ("surgeon_restrictions",),
}
"""Which fields of a visit make up a measure."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One finding within a measure: its key, the fields that hold it, and what they hold."""

    key: str
    fields: tuple[str, ...]
    held: tuple[Any, ...]

    @property
    def is_filled(self) -> bool:
        return any(_is_filled(value) for value in self.held)


def _is_filled(value: Any) -> bool:
    empty = value is None or value is False or value == ()
    return not empty and not (isinstance(value, Trials) and not value.entered)


def holder_of(visit: Assessment, side: Side | None) -> Holder:
    """Give what holds the findings of a hand; `side` None: those of the whole person."""
    return visit if side is None else visit.hand(side)


def parts_of(holder: Holder, measure: Measure) -> dict[str, tuple[Any, ...]]:
    """Give what was found of a measure, by the key of each finding; what is empty has none."""
    return {part.key: part.held for part in _all_parts(holder, measure) if part.is_filled}


def with_parts(measure: Measure, source: Holder, keys: Collection[str], rest: Holder) -> dict[str, Any]:
    """Give the fields of a measure: the findings named by `keys` as in `source`, all others as in `rest`."""
    names = fields_of_measure(measure)
    field = names[0]
    if not isinstance(getattr(source, field), tuple):
        return {name: getattr(source if name in keys else rest, name) for name in names}
    return {field: _without_empty_grip(tuple(_merged(measure, source, keys, rest)))}


def fields_of_measure(measure: Measure) -> tuple[str, ...]:
    """Name the fields a measure is made of."""
    return HAND_FIELDS.get(measure) or VISIT_FIELDS[measure]


def _all_parts(holder: Holder, measure: Measure) -> Iterator[_Part]:
    """Go through the findings of a measure, empty ones too."""
    for name in fields_of_measure(measure):
        value = getattr(holder, name)
        if isinstance(value, tuple):
            for place, item in enumerate(value):
                yield from _parts_of_item(item, place)
        else:
            yield _Part(name, (name,), (value,))


def _parts_of_item(item: Any, place: int) -> Iterator[_Part]:
    for key, fields in keys_of_item(item, place).items():
        yield _Part(key, fields, tuple(getattr(item, name) for name in fields))


def _merged(measure: Measure, source: Holder, keys: Collection[str], rest: Holder) -> Iterator[Any]:
    """Put the items of a list together, in the order of `rest`, then what only `source` has."""
    (field,) = fields_of_measure(measure)
    kept = {part.key: part for part in _all_parts(source, measure) if part.key in keys}
    known: set[str] = set()
    for place, item in enumerate(getattr(rest, field)):
        own = keys_of_item(item, place)
        known |= set(own)
        yield _overlaid(item, [kept[key] for key in own if key in kept])
    for place, item in enumerate(getattr(source, field)):
        if known.isdisjoint(keys_of_item(item, place)):
            yield from _trimmed(item, place, keys)


def _overlaid(item: Any, parts: list[_Part]) -> Any:
    values = {name: value for part in parts for name, value in zip(part.fields, part.held, strict=True)}
    return replace(item, **values)


def _trimmed(item: Any, place: int, keys: Collection[str]) -> Iterator[Any]:
    """Leave of an item only the findings named by `keys`; nothing where there is none.

    The first place of grip belongs to its trials, so it stays, emptied, before a curve.
    """
    own = keys_of_item(item, place)
    if any(key in keys for key in own):
        gone = {name: None for key, fields in own.items() if key not in keys for name in fields}
        yield replace(item, **gone)
    elif isinstance(item, GripAtRung) and place == 0:
        yield GripAtRung(Trials((), item.trials.unit))


def _without_empty_grip(items: tuple[Any, ...]) -> tuple[Any, ...]:
    is_empty = all(isinstance(item, GripAtRung) and not item.trials.entered for item in items)
    return () if is_empty else items
