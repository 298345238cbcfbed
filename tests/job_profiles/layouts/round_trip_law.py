"""The law of every layout: what was written into it is read back, no less and no more.

Differences come back as sentences, so that a failing example says everything at once.
"""

import re
from collections.abc import Iterator

from drawn_pages import Cell, Rendering
from layout_words import SHARED_KINDS
from openpyxl.utils import range_boundaries

from job_profiles.kinds import Hand
from job_profiles.problem import Severity
from job_profiles.profile import Demand, JobProfile, Task

NUMBERS = (
    "force_n",
    "load_kg",
    "hours_per_day",
    "efforts_per_minute",
    "angle_deg",
    "ahv_m_s2",
    "torque_n_m",
)
TEXT_FILES = ("csv", "tsv", "txt")


def differences(drawn: Rendering, reading: object) -> list[str]:
    """Everything in which a reading departs from what the layout tells."""
    found = [] if reading.readable else ["not readable"]  # type: ignore[attr-defined]
    problems = [p for p in reading.problems if p.severity is Severity.ERROR]  # type: ignore[attr-defined]
    found += [f"error {p.code} at {p.sheet}!{p.cell} {p.found!r}: {p.message}" for p in problems]
    got = {p.title: p for p in reading.profiles}  # type: ignore[attr-defined]
    for expected in drawn.expected:
        if expected.title in got:
            found += _job(drawn, expected, got.pop(expected.title))
        else:
            found.append(f"no job {expected.title!r}, but {sorted(got)}")
    return found + [f"job too many: {title!r}" for title in got]


def _job(drawn: Rendering, expected: JobProfile, got: JobProfile) -> Iterator[str]:
    for name in ("employer", "occupation_code"):
        if getattr(expected, name) != getattr(got, name):
            yield f"{name}: expected {getattr(expected, name)!r}, got {getattr(got, name)!r}"
    for name in ("hours_per_day", "days_per_week"):
        if not near(getattr(expected.shift, name), getattr(got.shift, name)):
            yield f"shift {name}: expected {getattr(expected.shift, name)}, got {getattr(got.shift, name)}"
    yield from _scale(expected, got)
    yield from _tasks(drawn, expected.tasks, got.tasks)


def _scale(expected: JobProfile, got: JobProfile) -> Iterator[str]:
    if expected.frequency_scale is None or got.frequency_scale is None:
        if expected.frequency_scale is not got.frequency_scale:
            yield f"scale: expected {expected.frequency_scale}, got {got.frequency_scale}"
        return
    bands = dict(got.frequency_scale.bands)
    for letter, (low, high) in expected.frequency_scale.bands:
        held = bands.get(letter)
        if letter != "N" and (held is None or abs(held[0] - low) > 0.011 or abs(held[1] - high) > 0.011):
            yield f"legend {letter}: expected {(low, high)}, got {held}"


def _tasks(drawn: Rendering, expected: tuple[Task, ...], got: tuple[Task, ...]) -> Iterator[str]:
    if len(expected) == 1 and not expected[0].name and len(got) == 1:
        yield from _task(drawn, expected[0], got[0])
        return
    by_name = {t.name: t for t in got}
    for task in expected:
        if task.name in by_name:
            yield from _task(drawn, task, by_name.pop(task.name))
        else:
            yield f"no task {task.name!r}, but {sorted(by_name)}"
    yield from (f"task too many: {name!r}" for name in by_name)


def _task(drawn: Rendering, expected: Task, got: Task) -> Iterator[str]:
    if expected.essential is not got.essential:
        yield f"{expected.name}: essential expected {expected.essential}, got {got.essential}"
    if not near(expected.hours_per_day, got.hours_per_day):
        yield f"{expected.name}: hours expected {expected.hours_per_day}, got {got.hours_per_day}"
    left = list(got.demands)
    for demand in expected.demands:
        match = next((d for d in left if d.kind is demand.kind and same_hand(demand, d)), None)
        if match is None:
            yield f"{expected.name}: no {demand.kind} {demand.hand} ({demand.cell}); has {brief(left)}"
            continue
        left.remove(match)
        yield from (
            f"{expected.name}, {demand.kind} {demand.hand}: {x}"
            for x in _demand(drawn, demand, match, expected.hours_per_day)
        )
    yield from (f"{expected.name}: demand too many {brief([d])}" for d in left if d.hours_range != (0, 0))


def brief(demands: list[Demand]) -> str:
    return ", ".join(f"{d.kind}/{d.hand} {d.cell} {d.as_written!r}" for d in demands)


def same_hand(expected: Demand, got: Demand) -> bool:
    """`both` and `each` are as good as each other where the sheet says both, but not for a load."""
    if expected.hand in {Hand.EACH, Hand.BOTH} and got.hand in {Hand.EACH, Hand.BOTH}:
        return expected.kind not in SHARED_KINDS or expected.hand is got.hand or expected.hand is Hand.BOTH
    return expected.hand is got.hand


def _demand(drawn: Rendering, expected: Demand, got: Demand, task_hours: float | None) -> Iterator[str]:
    for name in NUMBERS:
        if not near(getattr(expected, name), getattr(got, name)):
            yield f"{name} expected {getattr(expected, name)}, got {getattr(got, name)}"
    if not _same_range(expected.hours_range, got.hours_range, task_hours):
        yield f"hours_range expected {expected.hours_range}, got {got.hours_range}"
    if expected.frequency_band != got.frequency_band:
        yield f"frequency_band expected {expected.frequency_band}, got {got.frequency_band}"
    if expected.quality is not None and expected.quality is not got.quality:
        yield f"quality expected {expected.quality}, got {got.quality}"
    yield from _address(drawn, expected, got)


def near(expected: float | None, got: float | None) -> bool:
    """Equal within one per cent; nothing equals only nothing."""
    if expected is None or got is None:
        return expected is got
    return abs(expected - got) <= 0.01 * abs(expected) + 1e-9


def _same_range(
    expected: tuple[float, float] | None, got: tuple[float, float] | None, task_hours: float | None
) -> bool:
    """The same hours, or the same cut at the task's own hours."""
    if expected is None or got is None:
        return expected is got
    cut = min(expected[1], task_hours) if task_hours else expected[1]
    return _close(expected[0], got[0]) and (_close(expected[1], got[1]) or _close(cut, got[1]))


def _close(expected: float, got: float) -> bool:
    return abs(expected - got) <= 0.01 * max(abs(expected), 1.0)


def _address(drawn: Rendering, expected: Demand, got: Demand) -> Iterator[str]:
    if not got.sheet or not got.cell or got.as_written is None:
        yield f"no address: {got.sheet}!{got.cell} {got.as_written!r}"
        return
    if not drawn.filename.endswith(TEXT_FILES) and got.sheet != expected.sheet:
        yield f"sheet expected {expected.sheet}, got {got.sheet}"
    if not within(got.cell, expected.cell or ""):
        yield f"cell expected {expected.cell}, got {got.cell}"
    elif not holds(drawn.held(got.sheet, got.cell), got.as_written):
        yield f"{got.cell} holds {drawn.held(got.sheet, got.cell)!r}, not {got.as_written!r}"


def area_of(area: str) -> tuple[int, int, int, int]:
    """First column and row, last column and row of an address or range, from 1."""
    left, top, right, bottom = range_boundaries(area)
    if left is None or top is None or right is None or bottom is None:
        raise ValueError(area)
    return left, top, right, bottom


def within(cell: str, allowed: str) -> bool:
    """Whether a cell lies in an address or range."""
    left, top, right, bottom = area_of(allowed)
    column, row, _, _ = area_of(cell.split(":")[0])
    return left <= column <= right and top <= row <= bottom


def holds(value: Cell, as_written: str) -> bool:
    """Whether a cell's content is what was written; its unit may stand beside it, or a share as per cent."""
    if value is None:
        return False
    if isinstance(value, str):
        return " ".join(value.split()) in " ".join(as_written.split())
    if isinstance(value, bool):
        return as_written == str(value).upper()
    number = re.match(r"\s*-?\d+(?:[.,]\d+)?", as_written)
    if not isinstance(value, int | float):
        return number is not None
    if number is None:
        return False
    shown = float(number[0].replace(",", ".")) / (100 if "%" in as_written and abs(value) <= 1 else 1)
    return abs(shown - value) < 1e-6 + 1e-3 * abs(value)
