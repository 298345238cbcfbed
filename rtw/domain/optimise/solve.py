"""Solve a brief: the goals one after another, each with its proof."""

from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from rtw.domain.optimise import goals
from rtw.domain.optimise.binds import with_binds
from rtw.domain.optimise.conflict import collisions
from rtw.domain.optimise.feasible import Effort, solver_for
from rtw.domain.optimise.model import Model, build
from rtw.domain.optimise.outcome import Goal, Outcome, Reached, SolveStatus
from rtw.domain.optimise.read_back import schedule_of
from rtw.domain.schedule.brief import ScheduleBrief
from rtw.domain.schedule.shut_days import shut_from


@dataclass(slots=True)
class _Run:
    """One brief being solved: the model, what the goals came to so far, and the last answer found."""

    model: Model
    effort: Effort
    reached: list[Reached] = field(default_factory=list)
    amounts: dict[int, tuple[int, ...]] = field(default_factory=dict)
    last_status: cp_model.CpSolverStatus = cp_model.UNKNOWN

    @property
    def proven(self) -> bool:
        """Whether every goal so far is proven."""
        return all(entry.proven for entry in self.reached)

    def pursue(self, goal: Goal, aim: cp_model.LinearExprT, *, most: bool) -> int | None:
        """Reach for one goal and hold what was reached; None where nothing was found. Returns the bound."""
        cp = self.model.cp
        cp.clear_objective()  # type: ignore[no-untyped-call]
        (cp.maximize if most else cp.minimize)(aim)
        solver = solver_for(self.effort)
        self.last_status = solver.solve(cp)
        if self.last_status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        value = round(solver.objective_value)
        self.reached.append(Reached(goal, value, self.last_status == cp_model.OPTIMAL))
        cp.add(aim >= value if most else aim <= value)
        self._remember(solver)
        return round(solver.best_objective_bound)

    def _remember(self, solver: cp_model.CpSolver) -> None:
        shapes = self.model.shapes
        self.amounts = {
            place: tuple(solver.value(v) if solver.boolean_value(worked) else 0 for v in shape.amounts)
            for shape in shapes
            for place, worked in zip(shape.places, shape.worked, strict=True)
        }
        self.model.cp.clear_hints()  # type: ignore[no-untyped-call]
        for variable in {v.index: v for s in shapes for v in (*s.amounts, *s.worked)}.values():
            self.model.cp.add_hint(variable, solver.value(variable))


def solve(brief: ScheduleBrief, effort: Effort | None = None) -> Outcome:
    """Find the best schedule within the limits of the brief, or the requirements that collide.

    Goals in order: earliest full duty (or, out of reach, the fullest last week), most essential work,
    largest reserve, fewest changes. Equal briefs give equal answers: one worker, a fixed seed and a
    limit on deterministic work, not on time.
    """
    run = _Run(build(brief), effort or Effort())
    bound = run.pursue(Goal.FULL_DUTY, goals.full_weeks(run.model), most=True)
    if bound is None:
        return _nothing(brief, run)
    weeks_at_full = run.reached[0].value
    if weeks_at_full == 0:
        run.pursue(Goal.NEAREST, goals.last_week(run.model), most=True)
    _pursue_work_and_reserve(run)
    run.pursue(Goal.CHANGES, goals.changes(run.model), most=False)
    return _found(brief, run, weeks_at_full, bound)


def _pursue_work_and_reserve(run: _Run) -> None:
    model = run.model
    before = len(run.reached)
    aim, weight = goals.essential_before_load(model)
    run.pursue(Goal.ESSENTIAL, aim, most=True)
    if len(run.reached) == before:
        return
    both = run.reached.pop()
    work = -(-both.value // weight)
    run.reached.append(Reached(Goal.ESSENTIAL, work, both.proven))
    run.reached.append(Reached(Goal.RESERVE, work * weight - both.value, both.proven))


def _nothing(brief: ScheduleBrief, run: _Run) -> Outcome:
    if run.last_status == cp_model.INFEASIBLE:
        return Outcome(SolveStatus.NO_PLAN, closed_tasks=run.model.closed, conflicts=collisions(brief))
    return Outcome(SolveStatus.TIME_LIMIT, closed_tasks=run.model.closed)


def _found(brief: ScheduleBrief, run: _Run, weeks_at_full: int, bound: int) -> Outcome:
    weeks = len(run.model.full)
    reached_week = weeks - weeks_at_full + 1 if weeks_at_full else None
    asked = {entry.goal for entry in run.reached}
    proven = run.proven and {Goal.ESSENTIAL, Goal.CHANGES} <= asked
    schedule = schedule_of(brief, run.model, run.amounts, reached_week)
    return Outcome(
        status=SolveStatus.PROVEN_OPTIMAL if proven else SolveStatus.FEASIBLE_NOT_PROVEN,
        schedule=with_binds(schedule, brief),
        reached_week=reached_week,
        earliest_full_duty_week=weeks - bound + 1,
        closed_tasks=run.model.closed,
        handed_over=brief.handed_over,
        closed_from=tuple((task, day) for task in run.model.closed if (day := shut_from(brief, task))),
        reached=tuple(run.reached),
    )
