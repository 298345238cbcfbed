"""Which verdicts change between two matches: what ticking an accommodation is worth."""

from dataclasses import dataclass

from job_profiles.kinds import DemandKind
from rtw.domain.gap import Gap, JobMatch
from rtw.domain.hands import Side
from rtw.domain.verdicts import TaskVerdict, Verdict


@dataclass(frozen=True, slots=True)
class GapChange:
    """A demand on a hand whose verdict changed; None where it is new, or gone."""

    task: str
    index: int
    kind: DemandKind
    side: Side
    before: Verdict | None
    after: Verdict | None


@dataclass(frozen=True, slots=True)
class TaskChange:
    """A task whose verdict changed; None where it is new, or gone."""

    task: str
    before: TaskVerdict | None
    after: TaskVerdict | None


@dataclass(frozen=True, slots=True)
class MatchChange:
    """Everything that reads differently after a change. `job` is (before, after), None if it stayed."""

    gaps: tuple[GapChange, ...]
    tasks: tuple[TaskChange, ...]
    job: tuple[TaskVerdict, TaskVerdict] | None


_Place = tuple[str, int, DemandKind, Side]


def changes(before: JobMatch, after: JobMatch) -> MatchChange:
    """List the verdicts that differ, in the order of the job."""
    job = (before.verdict, after.verdict) if before.verdict is not after.verdict else None
    return MatchChange(_gap_changes(before, after), _task_changes(before, after), job)


def _gap_changes(before: JobMatch, after: JobMatch) -> tuple[GapChange, ...]:
    old, new = _by_place(before), _by_place(after)
    pairs = (
        (place, _verdict(old.get(place)), _verdict(new.get(place))) for place in dict.fromkeys((*old, *new))
    )
    return tuple(GapChange(*place, was, now) for place, was, now in pairs if was is not now)


def _by_place(match: JobMatch) -> dict[_Place, Gap]:
    gaps = (gap for task in match.tasks for gap in task.gaps)
    return {(gap.task, gap.index, gap.kind, gap.side): gap for gap in gaps}


def _verdict(gap: Gap | None) -> Verdict | None:
    return gap.verdict if gap else None


def _task_changes(before: JobMatch, after: JobMatch) -> tuple[TaskChange, ...]:
    old = {match.task.name: match.verdict for match in before.tasks}
    new = {match.task.name: match.verdict for match in after.tasks}
    pairs = ((name, old.get(name), new.get(name)) for name in dict.fromkeys((*old, *new)))
    return tuple(TaskChange(name, was, now) for name, was, now in pairs if was is not now)
