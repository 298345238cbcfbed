"""Order between the rows of a table: what no single row can know to be wrong.

Ages without gap or overlap, filaments and grades that rise, a unit that fits its test.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from rtw.domain.exposure.strength_classes import StrengthClass as ClassName
from rtw.domain.measurement_property import MeasurementProperty
from rtw.knowledge.types.measurement import StrengthClass
from rtw.knowledge.types.norms import Filament, GripPercentiles, Norm, OverallNorm, TouchCategory
from rtw.knowledge.types.rehabilitation import PuttyColour, Resistance


@dataclass(frozen=True, slots=True)
class Disorder:
    """What is wrong with the row of this index (from 0). `column` names the cell, where it is one."""

    index: int
    message: str
    column: str | None = None


UNIT_OF_TEST: Final = {
    "grip": "kg",
    "tip_pinch": "kg",
    "key_pinch": "kg",
    "palmar_pinch": "kg",
    "nine_hole_peg": "s",
    "box_and_block": "blocks",
}
"""The unit norms of a test are kept in; a table in pounds is converted before it comes in."""


def disorders(kind: type, rows: Sequence[Any]) -> Iterator[Disorder]:
    """Find every row that does not fit the rows before it, or the test it belongs to."""
    if kind is Norm:
        yield from _ages(rows, ("test", "sex", "hand", "source"))
    if kind is GripPercentiles:
        yield from _ages(rows, ("sex", "source"))
    if kind in (Norm, OverallNorm):
        yield from _units(rows)
    if kind is MeasurementProperty:
        yield from _property_units(rows)
    if kind is Filament:
        yield from _rising(rows, "size")
        yield from _rising(rows, "force_gf")
    if kind is TouchCategory:
        yield from _grades(rows)
    if kind is PuttyColour:
        yield from _firmness(rows)
    if kind is StrengthClass:
        yield from _classes(rows)


def _ages(rows: Sequence[Any], names: tuple[str, ...]) -> Iterator[Disorder]:
    """Bands of the same people must follow each other; ages include both ends."""
    groups: dict[tuple[Any, ...], list[int]] = {}
    for index, row in enumerate(rows):
        groups.setdefault(tuple(getattr(row, name) for name in names), []).append(index)
    for indices in groups.values():
        for earlier, later in pairwise(indices):
            message = _between(rows[earlier], rows[later])
            if message is not None:
                yield Disorder(later, message)


def _between(earlier: Any, later: Any) -> str | None:
    if earlier.age_to is None or later.age_from <= earlier.age_to:
        before = f"{earlier.age_from} to {earlier.age_to or 'older'}"
        return f"the ages from {later.age_from} overlap the band before, {before}"
    if later.age_from > earlier.age_to + 1:
        return f"between the ages {earlier.age_to} and {later.age_from} there is a gap"
    return None


def _units(rows: Sequence[Any]) -> Iterator[Disorder]:
    for index, row in enumerate(rows):
        expected = UNIT_OF_TEST.get(row.test, row.unit)
        if row.unit != expected:
            message = f"norms of {row.test.value!r} are kept in {expected}, not in {row.unit}"
            yield Disorder(index, message, "unit")


def _property_units(rows: Sequence[MeasurementProperty]) -> Iterator[Disorder]:
    """Hold errors of a measure to its own unit, or to a share: whoever reads them reckons with no other."""
    for index, row in enumerate(rows):
        unit = UNIT_OF_TEST.get(row.measure, row.unit)
        if row.unit not in (unit, "1", "%"):
            message = (
                f"properties of {row.measure.value!r} are kept in {unit} or as a share, not in {row.unit}"
            )
            yield Disorder(index, message, "unit")


def _rising(rows: Sequence[Any], name: str) -> Iterator[Disorder]:
    for index, (earlier, later) in enumerate(pairwise(rows), 1):
        before, now = getattr(earlier, name), getattr(later, name)
        if now <= before:
            yield Disorder(index, f"{name} must rise from row to row; {now:g} follows {before:g}", name)


def _grades(rows: Sequence[TouchCategory]) -> Iterator[Disorder]:
    for index, (earlier, later) in enumerate(pairwise(rows), 1):
        if later.grade >= earlier.grade:
            yield Disorder(index, "grades must fall from row to row, the best first", "grade")
        if None not in (earlier.to_size, later.from_size) and (later.from_size or 0) <= (
            earlier.to_size or 0
        ):
            message = f"filaments from {later.from_size:g} overlap the grade before, to {earlier.to_size:g}"
            yield Disorder(index, message, "from_size")


def _firmness(rows: Sequence[PuttyColour]) -> Iterator[Disorder]:
    scale = list(Resistance)
    for index, (earlier, later) in enumerate(pairwise(rows), 1):
        if earlier.brand != later.brand:
            continue
        is_next = later.step == earlier.step + 1
        if not is_next or scale.index(later.resistance) <= scale.index(earlier.resistance):
            yield Disorder(index, f"steps of {later.brand!r} must rise by one, and get firmer", "step")


def _classes(rows: Sequence[StrengthClass]) -> Iterator[Disorder]:
    """Hold each authority to all classes but the heaviest, lightest first; beyond them is very heavy."""
    wanted = tuple(ClassName)[:-1]
    for authority in dict.fromkeys(row.authority for row in rows):
        own = [index for index, row in enumerate(rows) if row.authority == authority]
        if tuple(rows[index].name for index in own) != wanted:
            message = f"{authority!r} must name {', '.join(wanted)}, in this order, each once"
            yield Disorder(own[0], message, "name")
