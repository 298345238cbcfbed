"""Rapid Office Strain Assessment (Sonne, Villalta and Andrews 2012): an office workplace, from 1 to 10.

Items make sums, sums and time of use make a cell of three grids, and the highest of all is the score. A sum
may be given instead of its items.
"""

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Final

from rtw.domain.exposure.model import HEALTHY, ExposureModel
from rtw.domain.exposure.rosa_coefficients import RosaCoefficients
from rtw.domain.exposure.rosa_inputs import DEVICES, RosaInputs, Use
from rtw.domain.exposure.rosa_items import SEAT, Device
from rtw.domain.published import Lookup


@dataclass(frozen=True, slots=True)
class RosaResult:
    """The score and what it is made of. Points of a device hold its use and stay within its grid."""

    rosa: int
    is_high: bool
    chair: int
    monitor_and_peripherals: int
    section_a: int
    section_b: int
    section_c: int
    seat_sum: int
    support_sum: int
    telephone: int
    monitor: int
    mouse: int
    keyboard: int


def compute(inputs: RosaInputs, c: RosaCoefficients) -> RosaResult:
    """Compute the score."""
    seat, support = _chair_sums(inputs, c)
    section_a = _chair_cell(inputs, seat, support, c)
    chair = max(1, section_a + use_points(inputs.chair_use, c))
    telephone, monitor, mouse, keyboard = (_within(name, _points(inputs, name, c), c) for name in DEVICES)
    section_b = cell(c.section_b, telephone, monitor)
    section_c = cell(c.section_c, mouse, keyboard)
    peripherals = max(section_b, section_c)
    score = max(chair, peripherals)
    return RosaResult(
        *(score, score > c.high_above.value, chair, peripherals, section_a, section_b, section_c),
        *(seat, support, telephone, monitor, mouse, keyboard),
    )


def cell(grid: Lookup, row: int, column: int) -> int:
    """Give the number where a row and a column of a grid meet."""
    place = grid.column(grid.columns[0]).index(row)
    return int(grid.rows[place][grid.columns.index(str(column))])


def use_points(use: Use, c: RosaCoefficients) -> int:
    """Give the points of a use: the last step either of its hours reaches."""
    on_end, a_day = use.hours_continuous or 0.0, use.hours_per_day or 0.0
    reached = [points for points, end, day in c.use.rows if on_end >= end or a_day >= day]
    return int(reached[-1])


def _chair_sums(inputs: RosaInputs, c: RosaCoefficients) -> tuple[int, int]:
    if inputs.chair is None:
        return inputs.seat_sum or 0, inputs.support_sum or 0
    names = tuple(field.name for field in fields(inputs.chair))
    support = tuple(name for name in names if name not in SEAT)
    return _sum("chair", inputs.chair, SEAT, c), _sum("chair", inputs.chair, support, c)


def _sum(device: str, noted: Device, names: tuple[str, ...], c: RosaCoefficients) -> int:
    points = {item.id: item.points.value for item in c.items}
    given = ((name, getattr(noted, name)) for name in names)
    chosen = (f"{device}.{n}.{v}" if isinstance(v, StrEnum) else f"{device}.{n}" for n, v in given if v)
    return int(sum(points[each] for each in chosen))


def _chair_cell(inputs: RosaInputs, seat: int, support: int, c: RosaCoefficients) -> int:
    if not _is_neutral(seat, support, c):
        return cell(c.section_a, seat, support)
    return int(c.neutral_chair.value) if inputs.neutral_chair is None else inputs.neutral_chair


def _is_neutral(seat: int, support: int, c: RosaCoefficients) -> bool:
    """Whether this is the first cell of the grid of the chair, about which copies differ."""
    return seat == c.section_a.rows[0][0] and str(support) == c.section_a.columns[1]


def _points(inputs: RosaInputs, name: str, c: RosaCoefficients) -> int:
    """Give the points of a device with its use; a device that is not there has none."""
    noted: Device | None = getattr(inputs, name)
    use: Use | None = getattr(inputs, f"{name}_use")
    added = 0 if use is None else use_points(use, c)
    if noted is None:
        return (getattr(inputs, f"{name}_sum") or 0) + added
    return _sum(name, noted, tuple(field.name for field in fields(noted)), c) + added


def _within(name: str, points: int, c: RosaCoefficients) -> int:
    """Keep the points of a device within its grid."""
    return min(max(points, 0), _last(name, c))


def _last(name: str, c: RosaCoefficients) -> int:
    grid = c.section_b if name in ("telephone", "monitor") else c.section_c
    return int(grid.rows[-1][0]) if name in ("telephone", "mouse") else int(grid.columns[-1])


def warnings(inputs: RosaInputs, c: RosaCoefficients) -> tuple[str, ...]:
    """Warn of what no source settles, of devices that are not there, and of points beyond a grid."""
    points = {name: _points(inputs, name, c) for name in DEVICES}
    absent = [n for n in DEVICES if getattr(inputs, n) is None and getattr(inputs, f"{n}_sum") is None]
    beyond = [name for name in DEVICES if points[name] > _last(name, c)]
    return (
        *((_USE_FIRST,) if any(getattr(inputs, f"{name}_use") is not None for name in DEVICES) else ()),
        *(_NEUTRAL if _is_neutral(*_chair_sums(inputs, c), c) else ()),
        *(f"{name} is not given and counts 0." for name in absent),
        *(f"{name}: {points[name]} points; the grid ends at {_last(name, c)}." for name in beyond),
    )


_USE_FIRST: Final = (
    "The use of a device is added before its grid. That is inferred from the grids, which begin at 0; "
    "no source that was read says it."
)
_NEUTRAL: Final = ("The cell of the neutral chair is 1 or 2: copies differ; neutral_chair chooses.",)

MODEL = ExposureModel(
    name="rosa",
    title="Rapid Office Strain Assessment",
    unit="1 to 10",
    inputs=RosaInputs,
    coefficients=RosaCoefficients,
    result=RosaResult,
    compute=compute,
    warnings=warnings,
    formula=(
        "ROSA = max(A(seat, support) + use of the chair, B(telephone, monitor), C(mouse, keyboard)); "
        "points of a device hold its use"
    ),
    validated_on="Office workers, against the discomfort they reported, with a weak relation. " + HEALTHY,
    not_for=(
        "The grids were read in copies; points of telephone, mouse and keyboard are commonly quoted.",
        "That the use of a device is added before its grid, and not after, is inferred and not verified.",
        "No complete worked example was published.",
    ),
)
