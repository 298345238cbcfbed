"""The class of a job that studies of the return to work tell apart, from its stated loads and hours."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from job_profiles.kinds import DemandKind
from job_profiles.profile import Demand, JobProfile, Task
from rtw.domain.figure import SourceId

DESK_KINDS: Final = frozenset(
    {DemandKind.KEYBOARDING, DemandKind.MOUSING, DemandKind.TOUCHSCREEN, DemandKind.HANDWRITING}
)
_LOADS: Final = frozenset({DemandKind.LIFTING, DemandKind.CARRYING})


class JobClass(StrEnum):
    """The classes of work that studies of the return to work tell apart."""

    DESK = "desk"
    LIGHT = "light"
    HEAVY = "heavy"

    @property
    def label(self) -> str:
        """The class as a person reads it."""
        return {"desk": "Desk work", "light": "Light repetitive work", "heavy": "Heavy manual work"}[
            self.value
        ]


@dataclass(frozen=True, slots=True)
class ClassRule:
    """Up to `light_kg`, lifted now and then, work is light; `desk_share` of its hours makes it desk work."""

    light_kg: float
    desk_share: float
    source: SourceId


@dataclass(frozen=True, slots=True)
class ClassOfJob:
    """The class of a job with the reason, or None and what is not known: then it is asked."""

    job_class: JobClass | None
    reason: str


def class_of_job(profile: JobProfile, rule: ClassRule) -> ClassOfJob:
    """Derive the class from stated loads and hours; never guessed where the sheet is silent."""
    loads = [demand for task in profile.tasks for demand in task.demands if demand.kind in _LOADS]
    known = [demand.load_kg for demand in loads if demand.load_kg is not None]
    heaviest = max(known, default=None)
    if heaviest is not None and heaviest > rule.light_kg:
        reason = f"The heaviest load is {heaviest:.3g} kg, above the {rule.light_kg:.3g} kg of light work."
        return ClassOfJob(JobClass.HEAVY, reason)
    if not loads or any(_is_open(demand) for demand in loads):
        return ClassOfJob(None, "The demand sheet does not say all the weights that are lifted and carried.")
    return _desk_or_light(profile, heaviest, rule)


def _is_open(demand: Demand) -> bool:
    return demand.load_kg is None and demand.hours_per_day != 0


def _desk_or_light(profile: JobProfile, heaviest: float | None, rule: ClassRule) -> ClassOfJob:
    if any(task.hours_per_day is None for task in profile.tasks):
        return ClassOfJob(None, "Loads are light; the demand sheet does not say the hours of every task.")
    whole = sum(task.hours_per_day or 0.0 for task in profile.tasks)
    desk = sum(task.hours_per_day or 0.0 for task in profile.tasks if _is_desk(task))
    if whole <= 0:
        return ClassOfJob(None, "Loads are light; no hours of tasks are known.")
    load = "nothing is lifted" if heaviest is None else f"the heaviest load is {heaviest:.3g} kg"
    reason = f"{desk / whole:.0%} of the hours are tasks with keyboard, mouse, screen or pen; {load}."
    return ClassOfJob(JobClass.DESK if desk / whole >= rule.desk_share else JobClass.LIGHT, reason)


def _is_desk(task: Task) -> bool:
    return any(demand.kind in DESK_KINDS for demand in task.demands)
