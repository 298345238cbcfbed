"""How hard the solver may try, and the plain question whether a brief admits any plan."""

from dataclasses import dataclass

from ortools.sat.python import cp_model

from rtw.domain.optimise.model import build
from rtw.domain.schedule.brief import ScheduleBrief


@dataclass(frozen=True, slots=True)
class Effort:
    """Most deterministic work for one goal (about seconds on an ordinary core), and the seed."""

    deterministic_limit: float = 2.0
    seed: int = 1


def solver_for(effort: Effort) -> cp_model.CpSolver:
    """Set up a solver whose answer depends on the model alone, not on the clock."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = effort.seed
    solver.parameters.max_deterministic_time = effort.deterministic_limit
    return solver


def is_impossible(brief: ScheduleBrief, effort: Effort | None = None) -> bool:
    """Whether it is proven that no plan fits the brief."""
    return solver_for(effort or Effort()).solve(build(brief).cp) == cp_model.INFEASIBLE
