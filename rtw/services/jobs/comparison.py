"""What changed between two versions of a job, task by task."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum

from job_profiles.profile import Demand, JobProfile, Task


class ChangeSign(StrEnum):
    """What happened to a line."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"

    @property
    def sign(self) -> str:
        """The sign that says it without colour."""
        return {"added": "+", "removed": "−", "changed": "≠"}[self.value]


@dataclass(frozen=True, slots=True)
class Difference:
    """One line that differs. `task` None: the job itself. `old` or `new` None: there is none."""

    sign: ChangeSign
    task: str | None
    what: str
    old: object
    new: object


_WHERE_FROM = {"as_written", "sheet", "cell"}
_DEMAND_FIELDS = tuple(f.name for f in fields(Demand) if f.name not in {"kind", *_WHERE_FROM})
_TASK_FIELDS = ("essential", "hours_per_day", "hours_range", "modifiable")


def compare(old: JobProfile, new: JobProfile) -> tuple[Difference, ...]:
    """List the differences of two profiles: the job, then its tasks in the order of the new one."""
    found = list(_values(None, old, new, ("title", "employer", "occupation_code", "frequency_scale")))
    found += _values(None, old.shift, new.shift, ("hours_per_day", "days_per_week"))
    before, after = ({task.name: task for task in profile.tasks} for profile in (old, new))
    for name in dict.fromkeys((*after, *before)):
        found += _tasks(name, before.get(name), after.get(name))
    return tuple(found)


def _values(task: str | None, old: object, new: object, names: tuple[str, ...]) -> Iterator[Difference]:
    for name in names:
        was, is_now = getattr(old, name), getattr(new, name)
        if was != is_now:
            yield Difference(ChangeSign.CHANGED, task, name.replace("_", " "), was, is_now)


def _tasks(name: str, old: Task | None, new: Task | None) -> Iterator[Difference]:
    if old is None or new is None:
        sign = ChangeSign.ADDED if old is None else ChangeSign.REMOVED
        yield Difference(sign, name, "Task", old, new)
        return
    yield from _values(name, old, new, _TASK_FIELDS)
    yield from _demands(name, old, new)


def _demands(task: str, old: Task, new: Task) -> Iterator[Difference]:
    """Pair demands of one kind: the same tool and hand first, then in their order."""
    left = list(new.demands)
    for demand in old.demands:
        match = _partner(demand, left)
        if match is None:
            yield Difference(ChangeSign.REMOVED, task, demand.kind.label, demand, None)
            continue
        left.remove(match)
        if _facts(demand) != _facts(match):
            yield Difference(ChangeSign.CHANGED, task, demand.kind.label, demand, match)
    for demand in left:
        yield Difference(ChangeSign.ADDED, task, demand.kind.label, None, demand)


def _partner(demand: Demand, among: list[Demand]) -> Demand | None:
    same_kind = [one for one in among if one.kind is demand.kind]
    alike = [one for one in same_kind if (one.tool, one.hand) == (demand.tool, demand.hand)]
    exact = [one for one in alike if _facts(one) == _facts(demand)]
    return next(iter((*exact, *alike, *same_kind)), None)


def _facts(demand: Demand) -> tuple[object, ...]:
    return tuple(getattr(demand, name) for name in _DEMAND_FIELDS)
