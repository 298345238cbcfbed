"""What a change is worth: how much sooner full duty comes with it, by the first goal alone."""

from dataclasses import dataclass

from ortools.sat.python import cp_model

from rtw.domain.optimise import goals
from rtw.domain.optimise.feasible import Effort, solver_for
from rtw.domain.optimise.model import build
from rtw.domain.schedule.brief import ScheduleBrief
from rtw.domain.schedule.rules import rules_of, without

DAYS_IN_WEEK = 7


@dataclass(frozen=True, slots=True)
class Variant:
    """A changed brief: an accommodation taken in, a limit loosened, a longer offer."""

    name: str
    brief: ScheduleBrief


@dataclass(frozen=True, slots=True)
class Earliest:
    """The first week at full hours of all tasks that ever open, which tasks never open, and the proof."""

    week: int | None
    closed_tasks: tuple[str, ...]
    proven: bool
    possible: bool = True

    @property
    def full_duty_week(self) -> int | None:
        """The first week at full duty; None where a task stays closed."""
        return None if self.closed_tasks else self.week


@dataclass(frozen=True, slots=True)
class Worth:
    """What a variant gains: `days_sooner` to full duty (calendar days, negative: later).

    `at_least`: without the change full duty lies beyond the schedule, so the gain may be larger. None:
    full duty is not reached with the change either. `opens` are tasks that only the change opens;
    `leaves_out` are shut ones that are no part of the job with it: nobody opens them. `gives_away` are
    essential tasks that are no part of it any more: what is left may come to its full hours, but full duty of
    this job it is not. `shortens` are essential tasks whose full hours are fewer with it.
    """

    name: str
    with_it: Earliest
    days_sooner: int | None
    at_least: bool
    opens: tuple[str, ...]
    leaves_out: tuple[str, ...] = ()
    gives_away: tuple[str, ...] = ()
    shortens: tuple[str, ...] = ()

    @property
    def settles(self) -> tuple[str, ...]:
        """The shut tasks that stand in nobody's way with it: opened, or left out though not essential."""
        return (*self.opens, *(task for task in self.leaves_out if task not in self.gives_away))


def earliest(brief: ScheduleBrief, effort: Effort | None = None) -> Earliest:
    """Find the first week at full hours, without placing the rest of the work."""
    model = build(brief)
    model.cp.maximize(goals.full_weeks(model))
    solver = solver_for(effort or Effort())
    status = solver.solve(model.cp)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Earliest(None, model.closed, status == cp_model.INFEASIBLE, possible=False)
    at_full = round(solver.objective_value)
    week = len(model.full) - at_full + 1 if at_full else None
    return Earliest(week, model.closed, status == cp_model.OPTIMAL)


def worth(
    brief: ScheduleBrief, variants: tuple[Variant, ...], effort: Effort | None = None
) -> tuple[Worth, ...]:
    """Price each variant against the brief, the most valuable first."""
    base = earliest(brief, effort)
    found = [_worth(brief, base, variant, earliest(variant.brief, effort)) for variant in variants]
    return tuple(sorted(found, key=lambda one: (-(one.days_sooner or 0), -len(one.settles), one.name)))


def relaxations(brief: ScheduleBrief) -> tuple[Variant, ...]:
    """Give one variant per limit, each without that limit: what a page can offer to price."""
    return tuple(Variant(rule.helps, without(brief, (rule,))) for rule in rules_of(brief))


def _worth(brief: ScheduleBrief, base: Earliest, variant: Variant, with_it: Earliest) -> Worth:
    gone = tuple(name for name in base.closed_tasks if name not in with_it.closed_tasks)
    full = {need.name: need.full for need in variant.brief.tasks}
    essential = [need for need in brief.tasks if need.essential]
    given = tuple(need.name for need in essential if need.name not in full)
    days, at_least = (None, False) if given else _sooner(brief, base, with_it)
    return Worth(
        variant.name,
        with_it,
        days,
        at_least=at_least,
        opens=tuple(name for name in gone if name in full),
        leaves_out=tuple(name for name in gone if name not in full),
        gives_away=given,
        shortens=tuple(need.name for need in essential if 0 < full.get(need.name, 0) < need.full),
    )


def _sooner(brief: ScheduleBrief, base: Earliest, with_it: Earliest) -> tuple[int | None, bool]:
    """Give the days to full duty gained, and whether they may be more."""
    before, after = base.full_duty_week, with_it.full_duty_week
    if after is None:
        return None, False
    return ((before or brief.weeks + 1) - after) * DAYS_IN_WEEK, before is None
