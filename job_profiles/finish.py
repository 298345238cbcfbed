"""From drafts to a profile: shares of the shift become hours, letters ranges, cycles rates."""

from dataclasses import dataclass
from typing import Any, Final

from job_profiles.draft import DemandDraft, JobDraft, TaskDraft
from job_profiles.frozen import maker
from job_profiles.kinds import LASTING, LOAD_KINDS, Quality
from job_profiles.profile import (
    Demand,
    FrequencyScale,
    JobProfile,
    LiftGeometry,
    Range,
    ScaleBasis,
    Shift,
    Task,
)
from job_profiles.units import STANDARD_GRAVITY_M_S2

_NUMBERS = frozenset(
    (
        "force_n",
        "load_kg",
        "load_range_kg",
        "seconds_per_effort",
        "duty_cycle",
        "angle_deg",
        "ahv_m_s2",
        "torque_n_m",
        "percent_mvc",
        "longest_bout_h",
        "contact_site",
        "glove",
        "handle",
    )
)
_GEOMETRY = frozenset(("horizontal_cm", "vertical_cm", "travel_cm", "asymmetry_deg", "coupling"))
_YES = frozenset({"y", "yes", "ja", "oui", "x", "sí", "si", "true", "TRUE"})


UNTITLED: Final = "Job without a title"


@dataclass(frozen=True, slots=True)
class Frame:
    """What holds for every demand of a job: the shift, the scale, and notes on how a kind was measured."""

    shift_hours: float | None
    scale: FrequencyScale | None
    known: dict[str, Quality]
    cycle_s: float | None = None


def profile_of(job: JobDraft, notes: list[tuple[str, str]]) -> JobProfile:
    """Return the profile of a job draft."""
    frame = Frame(job.shift_hours, _capped(job), {kind: Quality(q) for kind, q in notes}, job.cycle_s)
    for task in job.tasks.values():
        if task.hours is None and task.week_hours is not None and job.days_per_week:
            task.hours = task.week_hours / job.days_per_week
    tasks = tuple(
        _task(t, frame)
        for t in job.tasks.values()
        if t.demands
        or t.hours is not None
        or t.hours_share
        or t.week_hours
        or t.essential is not None
        or t.name_cell
    )
    shift = Shift(job.shift_hours, job.days_per_week)
    return JobProfile(
        job.title or UNTITLED,
        job.employer,
        job.occupation_code,
        shift,
        None if frame.scale is not None and frame.scale.of_task else frame.scale,
        tasks,
        tuple(job.given),
    )


def _capped(job: JobDraft) -> FrequencyScale | None:
    """Return a scale in hours ends at the shift where its top band is open."""
    scale = job.scale
    if scale is None or scale.basis is ScaleBasis.SHARE_OF_SHIFT or not job.shift_hours:
        return scale
    bands = tuple(
        (k, (low, max(low, job.shift_hours) if high >= 24 else high)) for k, (low, high) in scale.bands
    )
    return FrequencyScale(scale.basis, bands)


def _task(task: TaskDraft, frame: Frame) -> Task:
    hours, low_high = task.hours, _closed(task.hours_range, frame.shift_hours)
    if hours is None and task.hours_share is not None and frame.shift_hours is not None:
        low, high = (None if x is None else x * frame.shift_hours for x in task.hours_share)
        if low == high:
            hours = high
        elif low is not None:
            low_high = (low, high if high is not None else frame.shift_hours)
    demands = tuple(demand_of(d, frame, hours) for d in task.demands)
    return Task(task.name, task.essential, hours, low_high, task.modifiable, demands, tuple(task.given))


def _closed(low_high: tuple[float, float | None] | None, shift_hours: float | None) -> Range | None:
    """Return a range that is open above ends at the shift; without one it says nothing certain."""
    if low_high is None:
        return None
    low, high = low_high
    if high is None:
        return None if shift_hours is None else (low, max(low, shift_hours))
    return (low, high)


_DEMAND: Final = maker(Demand)


def demand_of(draft: DemandDraft, frame: Frame, task_hours: float | None) -> Demand:
    """Return the demand of a draft."""
    facts = draft.facts
    made: dict[str, Any] = {name: value for name, value in facts.items() if name in _NUMBERS}
    if draft.kind in LOAD_KINDS and "load_kg" not in made and "force_n" in made:
        made["load_kg"] = made["force_n"] / STANDARD_GRAVITY_M_S2
    hours, low_high = _hours(facts, frame, task_hours)
    if hours is None and low_high is None:
        hours = _within_task(draft, task_hours)
    if not _GEOMETRY.isdisjoint(facts):
        made["geometry"] = LiftGeometry(**{name: facts[name] for name in _GEOMETRY if name in facts})
    if "machine_paced" in facts:
        made["machine_paced"] = str(facts["machine_paced"]).strip().lower() in _YES
    return _DEMAND(
        draft.kind,
        draft.hand,
        hours_per_day=hours,
        hours_range=low_high,
        efforts_per_minute=_rate(facts, frame, hours or task_hours),
        frequency_band=facts.get("band"),
        tool=draft.tool,
        quality=draft.quality or (frame.known.get(draft.kind.value) if frame.known else None),
        as_written=draft.as_written,
        sheet=draft.sheet,
        cell=draft.cell,
        given=tuple(draft.given),
        **made,
    )


def _within_task(draft: DemandDraft, task_hours: float | None) -> float | None:
    """Return the hours of what is told by its time alone, from its share of the task: `70 % of the task`."""
    share = draft.facts.get("duty_cycle")
    if share is None or task_hours is None or draft.kind not in LASTING:
        return None
    return float(share) * task_hours


def _hours(
    facts: dict[str, Any], frame: Frame, task_hours: float | None
) -> tuple[float | None, Range | None]:
    if "hours_per_day" in facts:
        return facts["hours_per_day"], None
    if "hours_range" in facts:
        return None, _closed(facts["hours_range"], frame.shift_hours)
    if "share" in facts and frame.shift_hours is not None:
        low, high = facts["share"]
        if low == high:
            return low * frame.shift_hours, None
        return None, ((low or 0.0) * frame.shift_hours, (1.0 if high is None else high) * frame.shift_hours)
    if "band" in facts and frame.scale is not None:
        whole = task_hours if frame.scale.of_task else frame.shift_hours
        return None, frame.scale.hours(facts["band"], whole)
    return None, None


def _rate(facts: dict[str, Any], frame: Frame, hours: float | None) -> float | None:
    if "efforts_per_minute" in facts:
        return float(facts["efforts_per_minute"])
    if "per_cycle" in facts and (cycle_s := facts.get("cycle_s") or frame.cycle_s):
        return float(facts["per_cycle"]) * 60 / float(cycle_s)
    if "per_shift" in facts and (hours or frame.shift_hours):
        return float(facts["per_shift"]) / (60 * float(hours or frame.shift_hours or 1))
    return None
