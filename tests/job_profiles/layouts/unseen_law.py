"""What a careful person reads out of an unseen workbook, and how a reading departs from it.

Written before any reader was tried on these workbooks. A wrong confident value is worse than a question.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from drawn_pages import Rendering
from round_trip_law import NUMBERS, brief, holds, near, within

from job_profiles.kinds import DemandKind, Hand
from job_profiles.problem import Problem, Severity
from job_profiles.profile import Demand, FrequencyScale, JobProfile, Task


@dataclass(frozen=True, slots=True)
class Wanted:
    """One demand: kinds and hands that are as good as each other, amounts, and the cells it may stand in."""

    kinds: tuple[DemandKind, ...]
    hands: tuple[Hand | None, ...]
    cell: str
    amounts: dict[str, Any]
    may_be_omitted: bool = False


@dataclass(frozen=True, slots=True)
class WantedTask:
    """One task; an empty name means that any name will do."""

    name: str
    essential: bool | None
    hours: float | None
    demands: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class WantedJob:
    """One job: what must be read, no more and no less unless the workbook is a bad one."""

    title: str
    employer: str | None
    hours_per_day: float | None
    days_per_week: float | None
    tasks: tuple[WantedTask, ...]
    scale: FrequencyScale | None = None


@dataclass(frozen=True, slots=True)
class Planted:
    """One mistake in a bad workbook: where, and how grave a report of it may be."""

    sheet: str
    cell: str
    severities: tuple[Severity, ...] = (Severity.ERROR,)
    code_or_words: str = ""


@dataclass(frozen=True, slots=True)
class Unseen:
    """A workbook with what a careful person takes out of it.

    `asks`: patterns, each of which some question must answer to. `planted`: mistakes that must be reported.
    `refused`: nothing in it is a job. `bad`: good rows must survive, other rows may be read or left out.
    `never`: cells whose content must not come out as a demand's amount.
    """

    name: str
    drawn: Rendering
    jobs: tuple[WantedJob, ...] = ()
    asks: tuple[str, ...] = ()
    planted: tuple[Planted, ...] = ()
    never: tuple[str, ...] = ()
    bad: bool = False
    refused: bool = False


def want(kinds: str, hands: str | None, cell: str, *, omit: bool = False, **amounts: Any) -> Wanted:
    """Build a demand: kinds and hands separated by `|`; hands None when the sheet does not say."""
    hand_values = (None,) if hands is None else tuple(Hand(h) for h in hands.split("|"))
    return Wanted(tuple(DemandKind(k) for k in kinds.split("|")), hand_values, cell, amounts, omit)


def departures(unseen: Unseen, reading: Any) -> list[str]:
    """Every way in which a reading departs from what a careful person reads."""
    found = [] if reading.readable else ["not readable"]
    found += list(_jobs(unseen, reading.profiles))
    found += [f"nobody asks about {p!r}" for p in unseen.asks if not _asked(p, reading.problems)]
    found += [f"not reported: {p}" for p in unseen.planted if not _reported(p, reading.problems)]
    errors = [p for p in reading.problems if p.severity is Severity.ERROR]
    if not unseen.bad and not unseen.refused:
        found += [f"error {p.code} at {p.sheet}!{p.cell} {p.found!r}: {p.message}" for p in errors]
    if unseen.refused and not errors:
        found.append("read without an error though it holds no job")
    return found


def _jobs(unseen: Unseen, profiles: tuple[JobProfile, ...]) -> Iterator[str]:
    if unseen.refused:
        yield from (f"job out of nothing: {p.title!r}" for p in profiles if any(t.demands for t in p.tasks))
        return
    got = {p.title: p for p in profiles}
    for job in unseen.jobs:
        if job.title in got:
            yield from _job(unseen, job, got.pop(job.title))
        else:
            yield f"no job {job.title!r}, but {sorted(got)}"
    yield from (f"job too many: {title!r}" for title in got)


def _job(unseen: Unseen, job: WantedJob, got: JobProfile) -> Iterator[str]:
    if job.employer != got.employer:
        yield f"employer: expected {job.employer!r}, got {got.employer!r}"
    for name in ("hours_per_day", "days_per_week"):
        if not near(getattr(job, name), getattr(got.shift, name)):
            yield f"shift {name}: expected {getattr(job, name)}, got {getattr(got.shift, name)}"
    yield from _scale(job.scale, got.frequency_scale)
    yield from _tasks(unseen, job.tasks, got.tasks)


def _scale(wanted: FrequencyScale | None, got: FrequencyScale | None) -> Iterator[str]:
    if wanted is None or got is None:
        if wanted is not got:
            yield f"scale: expected {wanted}, got {got}"
        return
    if wanted.basis is not got.basis:
        yield f"scale basis: expected {wanted.basis}, got {got.basis}"
    held = dict(got.bands)
    for letter, band in wanted.bands:
        near_enough = letter in held and all(
            abs(a - b) < 0.011 for a, b in zip(band, held[letter], strict=True)
        )
        if not near_enough:
            yield f"legend {letter}: expected {band}, got {held.get(letter)}"


def _tasks(unseen: Unseen, wanted: tuple[WantedTask, ...], got: tuple[Task, ...]) -> Iterator[str]:
    by_name = {t.name.casefold(): t for t in got}
    for task in wanted:
        found = got[0] if not task.name and len(got) == 1 else by_name.get(task.name.casefold())
        if found is None:
            yield f"no task {task.name!r}, but {sorted(by_name)}"
            continue
        by_name.pop(found.name.casefold())
        yield from _task(unseen, task, found)
    if not unseen.bad:
        yield from (f"task too many: {name!r}" for name in by_name)


def _task(unseen: Unseen, task: WantedTask, got: Task) -> Iterator[str]:
    if task.essential is not got.essential:
        yield f"{task.name}: essential expected {task.essential}, got {got.essential}"
    if not near(task.hours, got.hours_per_day):
        yield f"{task.name}: hours expected {task.hours}, got {got.hours_per_day}"
    left = list(got.demands)
    for wanted in task.demands:
        match = _best(wanted, left)
        if match is None:
            if not wanted.may_be_omitted:
                yield f"{task.name}: no {wanted.kinds[0]} at {wanted.cell}; has {brief(left)}"
            continue
        left.remove(match)
        yield from (f"{task.name}, {wanted.kinds[0]}: {x}" for x in _demand(unseen, wanted, match))
    for demand in left:
        if not unseen.bad or demand.cell in unseen.never:
            yield f"{task.name}: demand too many {brief([demand])}"


def _best(wanted: Wanted, left: list[Demand]) -> Demand | None:
    """The demand in the wanted cell first, then any of its kind and hand."""
    fitting = [d for d in left if d.kind in wanted.kinds and d.hand in wanted.hands]
    placed = [d for d in fitting if d.cell and _in_any(d.cell, wanted.cell)]
    return next(iter(placed or fitting), None)


def _in_any(cell: str, allowed: str) -> bool:
    return any(within(cell, area) for area in allowed.split())


def _demand(unseen: Unseen, wanted: Wanted, got: Demand) -> Iterator[str]:
    for name in NUMBERS:
        if not near(wanted.amounts.get(name), getattr(got, name)):
            yield f"{name} expected {wanted.amounts.get(name)}, got {getattr(got, name)}"
    for name in ("seconds_per_effort", "frequency_band", "quality"):
        if name in wanted.amounts and wanted.amounts[name] != getattr(got, name):
            yield f"{name} expected {wanted.amounts[name]}, got {getattr(got, name)}"
    yield from _hours_range(wanted.amounts.get("hours_range"), got.hours_range)
    if not got.sheet or not got.cell or got.as_written is None:
        yield "no address"
    elif not _in_any(got.cell, wanted.cell):
        yield f"cell expected {wanted.cell}, got {got.cell}"
    elif not holds(unseen.drawn.held(got.sheet, got.cell.split(":")[0]), got.as_written):
        yield f"{got.cell} holds {unseen.drawn.held(got.sheet, got.cell)!r}, not {got.as_written!r}"


def _hours_range(wanted: tuple[float, ...] | None, got: tuple[float, float] | None) -> Iterator[str]:
    """A third figure is the upper edge cut at the task's own hours, as good as the second."""
    if wanted is None or got is None:
        if wanted is not got:
            yield f"hours_range expected {wanted}, got {got}"
    elif abs(wanted[0] - got[0]) > 0.03 or all(abs(high - got[1]) > 0.03 for high in wanted[1:]):
        yield f"hours_range expected {wanted}, got {got}"


def _asked(pattern: str, problems: tuple[Problem, ...]) -> bool:
    return any(
        re.search(pattern, f"{p.code} {p.asks} {p.message} {p.advice} {p.found}", re.IGNORECASE)
        for p in problems
        if p.severity is Severity.QUESTION
    )


def _reported(planted: Planted, problems: tuple[Problem, ...]) -> bool:
    return any(
        p.severity in planted.severities
        and (p.sheet == planted.sheet or not planted.sheet)
        and p.cell is not None
        and _touches(p.cell, planted.cell)
        and re.search(planted.code_or_words, f"{p.code} {p.message}", re.IGNORECASE)
        for p in problems
    )


def _touches(cell: str, allowed: str) -> bool:
    """Whether either end of a reported cell or range lies where the mistake stands."""
    return any(_in_any(end, allowed) for end in cell.split(":"))
