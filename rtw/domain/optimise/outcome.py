"""What solving gives: a status that stands apart from the schedule, with what was proven about each goal."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rtw.domain.dates import day_in_words
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
        if len(self.rules) == 1:
            return f"This alone leaves no plan: {self.rules[0].words}."
        return "These cannot all be kept: " + "; ".join(rule.words for rule in self.rules) + "."

    @property
    def advice(self) -> str:
        """What would make a plan possible."""
        if self.frees:
            return f"Any one of these frees it: {_helps(self.frees)}."
        return f"More than one thing must change. Here: {_helps(self.rules)}."


def _helps(rules: tuple[Rule, ...]) -> str:
    return "; ".join(rule.helps.rstrip(".") for rule in rules)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer to a brief.

    `schedule` is None unless one was found. `reached_week` is the first week from which every task that
    is ever open stands at its full hours; it equals the schedule's `full_duty_week` where no gate stays
    closed. `earliest_full_duty_week` is the proven lower bound on it: no schedule within these limits
    comes to that point sooner (one past the last week: not within this schedule). `handed_over` are essential
    tasks that are no part of the plan. `closed_from` names the closed tasks that are open
    before a day.
    """

    status: SolveStatus
    schedule: Schedule | None = None
    reached_week: int | None = None
    earliest_full_duty_week: int | None = None
    closed_tasks: tuple[str, ...] = ()
    reached: tuple[Reached, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    handed_over: tuple[str, ...] = ()
    closed_from: tuple[tuple[str, date], ...] = ()

    @property
    def sentence(self) -> str:
        """The answer in words that claim no more than was proven."""
        if self.schedule is None:
            return f"{self.status.label}."
        return " ".join((*self._duty(), f"{self.status.label}."))

    def _short_of_full(self) -> str:
        """Say what keeps the hours from ever being full duty; empty where nothing does."""
        later = dict(self.closed_from)
        always = [task for task in self.closed_tasks if task not in later]
        stays = "stays" if len(always) == 1 else "stay"
        closed = f"{', '.join(always)} {stays} closed" if always else ""
        shutting = (f"{task} is closed from {day_in_words(day)} on" for task, day in self.closed_from)
        goes = "is" if len(self.handed_over) == 1 else "are"
        gone = f"{', '.join(self.handed_over)} {goes} handed over" if self.handed_over else ""
        both = "; ".join(filter(None, (closed, *shutting, gone)))
        return f"Not full duty: {both}." if both else ""

    def _duty(self) -> tuple[str, ...]:
        shut = self._short_of_full()
        what = "all other tasks at full hours" if shut else "full duty"
        if self.reached_week is None:
            proven = (self.earliest_full_duty_week or 0) > len(self.schedule.weeks if self.schedule else ())
            outlook = "is not reached within these weeks and limits" if proven else "was not found"
            return tuple(filter(None, (shut, f"{what[0].upper()}{what[1:]} {outlook}.")))
        found = f"{what[0].upper()}{what[1:]} from week {self.reached_week}."
        none = ""
        if self.earliest_full_duty_week == self.reached_week and self.reached_week > 1:
            none = f"Within these limits none reaches it before week {self.reached_week}."
        return tuple(filter(None, (shut, found, none)))
