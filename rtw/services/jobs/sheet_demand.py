"""A row of a sheet as a demand: what was changed is read, what was not stays as it was copied."""

from dataclasses import dataclass, replace
from typing import Any

from job_profiles.kinds import DemandKind, Hand, Quality
from job_profiles.profile import Demand, FrequencyScale, JobProfile
from rtw.services.jobs.sheet import SheetRow
from rtw.services.jobs.sheet_cells import AMOUNT_FIELDS, amount_fields, look_twice
from rtw.services.jobs.sheet_from_profile import cells_of
from rtw.services.jobs.typed import Tell, number_in, odd, span_in, wrong

_FIGURES = ("hand", "amount", "unit", "hours", "rate", "seconds", "letter", "bout")
_DEMAND_CELLS = ("kind", *_FIGURES, "tool", "quality")


@dataclass(frozen=True, slots=True)
class Frame:
    """What a row is read within: hours of the shift, what letters mean, the profile it was copied from."""

    shift_hours: float | None
    scale: FrequencyScale | None
    base: JobProfile | None

    @property
    def is_as_copied(self) -> bool:
        """Whether shift and letters are still those of the profile it was copied from."""
        then = self.base and (self.base.shift.hours_per_day, self.base.frequency_scale)
        return then == (self.shift_hours, self.scale)

    def copied(self, row: SheetRow) -> Demand | None:
        """Return the demand a row was copied from; one of another kind is another demand."""
        task, _, demand = row.base.partition(".")
        if self.base is None or not (task.isdecimal() and demand.isdecimal()):
            return None
        tasks = self.base.tasks
        if int(task) >= len(tasks) or int(demand) >= len(tasks[int(task)].demands):
            return None
        found = tasks[int(task)].demands[int(demand)]
        return found if found.kind.value == row.kind else None


def read_demand(row: SheetRow, task_hours: float | None, frame: Frame, tell: Tell) -> Demand | None:
    """Read a row; problems are told at their column. None where it names no demand."""
    if row.kind not in {kind.value for kind in DemandKind}:
        if any(getattr(row, name) for name in _FIGURES):
            tell("kind", wrong("demand-missing", "The row names no demand.", "Choose one."))
        return None
    kept = frame.copied(row)
    demand = _made(row, kept, frame, tell)
    if demand is not kept:
        look_twice(demand, tell)
    hours = demand.hours_per_day
    if hours is not None and task_hours is not None and hours > task_hours + 0.01:
        message = "The hand does this longer than the task lasts."
        tell("hours", odd("hours-over-task", message, "Check both hours."))
    return demand


def _made(row: SheetRow, kept: Demand | None, frame: Frame, tell: Tell) -> Demand:
    """Make the demand of a row; only what was changed is read."""
    before = cells_of(kept) if kept else dict.fromkeys(_DEMAND_CELLS, "")
    changed = {name for name in _DEMAND_CELLS if getattr(row, name) != before[name]}
    kind = DemandKind(row.kind)
    made: dict[str, Any] = {}
    if changed & {"amount", "unit"}:
        made |= dict.fromkeys((*AMOUNT_FIELDS, "load_range_kg", "as_written"))
        made |= amount_fields(kind, row.amount, row.unit, tell)
    made |= _simple(row, changed, tell)
    made |= _hours(row, changed, frame, tell)
    if kept is not None and not made:
        return kept
    if changed:
        made |= {"quality": _quality(row, changed), "sheet": None, "cell": None}
    return replace(kept or Demand(kind), **made)


def _simple(row: SheetRow, changed: set[str], tell: Tell) -> dict[str, Any]:
    made: dict[str, Any] = {}
    if "hand" in changed:
        made["hand"] = Hand(row.hand) if row.hand in {hand.value for hand in Hand} else None
    if "rate" in changed:
        made["efforts_per_minute"] = number_in(row.rate, "rate", tell)
    if "seconds" in changed:
        made["seconds_per_effort"] = number_in(row.seconds, "seconds", tell)
    if "bout" in changed:
        minutes = number_in(row.bout, "bout", tell)
        made["longest_bout_h"] = None if minutes is None else minutes / 60
    if "tool" in changed:
        made["tool"] = row.tool or None
    if "quality" in changed:
        made["quality"] = None
    return made


def _hours(row: SheetRow, changed: set[str], frame: Frame, tell: Tell) -> dict[str, Any]:
    """Read the hours; a letter alone stands for its hours in the scale and the shift of now."""
    if row.letter and not row.hours:
        span = frame.scale.hours(row.letter, frame.shift_hours) if frame.scale else None
        if not changed & {"letter", "hours"} and frame.is_as_copied:
            return {}
        if frame.scale is None:
            message = f"Nobody has said what the letter {row.letter} means."
            tell("letter", odd("letter-without-scale", message, "Choose above what letters mean."))
        return {"frequency_band": row.letter, "hours_per_day": None, "hours_range": span}
    if not changed & {"letter", "hours"}:
        return {}
    hours, span = span_in(row.hours, "hours", tell)
    return {"frequency_band": row.letter or None, "hours_per_day": hours, "hours_range": span}


def _quality(row: SheetRow, changed: set[str]) -> Quality:
    """Say how a row is known: what was typed here is stated, unless she chose otherwise."""
    chosen = Quality(row.quality) if row.quality in {quality.value for quality in Quality} else Quality.STATED
    has_figures = any(getattr(row, name) for name in _FIGURES)
    if chosen is Quality.OCCUPATION_DATA and has_figures:
        return Quality.STATED
    if "quality" not in changed and changed & set(_FIGURES):
        return Quality.STATED
    return chosen
