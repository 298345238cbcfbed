"""What solving gives: a status that stands apart from the schedule, with what was proven about each goal."""

from dataclasses import dataclass
from enum import StrEnum

from rtw.domain.schedule.rules import Rule
from rtw.domain.schedule.values import Schedule


class SolveStatus(StrEnum):
    """How far the solver came. Only the first is a proof."""

    PROVEN_OPTIMAL = "proven_optimal"
    FEASIBLE_NOT_PROVEN = "feasible_not_proven"
    NO_PLAN = "no_plan"
    TIME_LIMIT = "time_limit"

    @property
    def label(self) -> str:
        """The status as a person reads it."""
        return _STATUS_LABELS[self]


_STATUS_LABELS = {
    SolveStatus.PROVEN_OPTIMAL: "Proven best within these limits",
    SolveStatus.FEASIBLE_NOT_PROVEN: "Keeps every limit; not proven best",
    SolveStatus.NO_PLAN: "No plan fits these limits",
    SolveStatus.TIME_LIMIT: "Stopped before an answer was found",
}


class Goal(StrEnum):
    """What a schedule aims for, most important first."""

    FULL_DUTY = "full_duty"
    NEAREST = "nearest"
    ESSENTIAL = "essential"
    RESERVE = "reserve"
    CHANGES = "changes"

    @property
    def label(self) -> str:
        """The goal as a person reads it."""
        return _GOAL_LABELS[self]


_GOAL_LABELS = {
    Goal.FULL_DUTY: "Weeks at full hours of all open tasks",
    Goal.NEAREST: "Half-hours in the last week",
    Goal.ESSENTIAL: "Half-hours of essential work",
    Goal.RESERVE: "Load on the hands, in thousandths of a day's limit",
    Goal.CHANGES: "Changes from day to day and week to week",
}


@dataclass(frozen=True, slots=True)
class Reached:
    """The value a goal came to, and whether no schedule does better given the goals before it."""

    goal: Goal
    value: int
    proven: bool


@dataclass(frozen=True, slots=True)
class Conflict:
    """Requirements that cannot all be kept; leaving out any one of them ends this collision.

    `frees` are those whose loosening alone makes a plan possible; empty where several collisions
    stand at once and each needs its own answer.
    """

    rules: tuple[Rule, ...]
    frees: tuple[Rule, ...]

    @property
    def sentence(self) -> str:
        """The collision as a therapist reads it."""
        return "These cannot all be kept: " + "; ".join(rule.words for rule in self.rules) + "."

    @property
    def advice(self) -> str:
        """What would make a plan possible."""
        if self.frees:
            return "Any one of these frees it: " + "; ".join(rule.helps for rule in self.frees) + "."
        return "More than one thing must change. Here: " + "; ".join(rule.helps for rule in self.rules) + "."


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer to a brief.

    `schedule` is None unless one was found. `reached_week` is the first week from which every task that
    is ever open stands at its full hours; it equals the schedule's `full_duty_week` where no gate stays
    closed. `earliest_full_duty_week` is the proven lower bound on it: no schedule within these limits
    comes to that point sooner (one past the last week: not within this schedule).
    """

    status: SolveStatus
    schedule: Schedule | None = None
    reached_week: int | None = None
    earliest_full_duty_week: int | None = None
    closed_tasks: tuple[str, ...] = ()
    reached: tuple[Reached, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    @property
    def sentence(self) -> str:
        """The answer in words that claim no more than was proven."""
        if self.schedule is None:
            return f"{self.status.label}."
        return " ".join((*self._duty(), f"{self.status.label}."))

    def _duty(self) -> tuple[str, ...]:
        shut = f"Not full duty: {', '.join(self.closed_tasks)} stays closed." if self.closed_tasks else ""
        what = "all other tasks at full hours" if self.closed_tasks else "full duty"
        if self.reached_week is None:
            proven = (self.earliest_full_duty_week or 0) > len(self.schedule.weeks if self.schedule else ())
            outlook = "is not reached within these weeks and limits" if proven else "was not found"
            return tuple(filter(None, (shut, f"{what[0].upper()}{what[1:]} {outlook}.")))
        found = f"{what[0].upper()}{what[1:]} from week {self.reached_week}."
        none = ""
        if self.earliest_full_duty_week == self.reached_week and self.reached_week > 1:
            none = f"Within these limits none reaches it before week {self.reached_week}."
        return tuple(filter(None, (shut, found, none)))
