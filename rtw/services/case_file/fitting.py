"""Entries of a sound case that do not fit its job or the catalogue: they would change nothing, in silence."""

from collections.abc import Iterator

from job_profiles.kinds import LOAD_KINDS, DemandKind
from job_profiles.problem import Problem
from rtw.domain.hands import sides_of
from rtw.domain.measurement import AmountUnit
from rtw.knowledge.load import knowledge
from rtw.services.accommodations.trying import figure_problems
from rtw.services.case_file.places import error
from rtw.services.case_file.values import CaseFile, ChosenInCase, OverrideInCase

_MOVED_KINDS = LOAD_KINDS | {DemandKind.PUSHING, DemandKind.PULLING}


def unfitting(case: CaseFile) -> Iterator[Problem]:
    """Name overrides of demands that are not there, figures nobody asks for, loads in units of force."""
    for index, override in enumerate(case.overrides):
        yield from _override(f"overrides.{index}", override, case)
    for index, chosen in enumerate(case.accommodations):
        yield from _figures(f"accommodations.{index}.given", chosen)
    for number, visit in enumerate(case.assessments):
        for index, load in enumerate(visit.safe_loads):
            path = f"assessments.{number}.safe_loads.{index}"
            if load.kind not in _MOVED_KINDS:
                message, advice = (
                    "it is neither lifted, carried, pushed nor pulled",
                    "Correct the kind.",
                )
                yield error("no-load", f"{path}.kind", load.kind.value, message, advice)
            elif load.kind in LOAD_KINDS and load.unit is AmountUnit.NEWTON:
                yield error("no-mass", f"{path}.unit", "N", "a mass is not given in newton", "Give kg or lb.")


def _override(path: str, override: OverrideInCase, case: CaseFile) -> Iterator[Problem]:
    task = next((task for task in case.job.tasks if task.name == override.task), None)
    if task is None or override.index < 0:
        return
    if override.index >= len(task.demands):
        count = len(task.demands)
        message = f"{task.name!r} has {count} demand{'' if count == 1 else 's'}, counted from 0"
        yield error("no-demand", f"{path}.index", str(override.index), message, "Correct the number.")
        return
    demand = task.demands[override.index]
    if demand.kind is not override.kind:
        message = f"demand {override.index} of {task.name!r} is {demand.kind.value}"
        yield error("other-kind", f"{path}.kind", override.kind.value, message, "Correct one of the two.")
    elif override.side not in sides_of(demand.hand, case.patient.dominant):
        message = f"demand {override.index} of {task.name!r} does not fall on this hand"
        yield error("other-hand", f"{path}.side", override.side.value, message, "Correct the hand.")


def _figures(path: str, chosen: ChosenInCase) -> Iterator[Problem]:
    entry = knowledge().catalogue.find(chosen.accommodation_id)
    if entry is None:
        return
    asked = sorted({effect.asks.name for effect in entry.effects if effect.asks is not None})
    for index, given in enumerate(chosen.given):
        if given.name not in asked:
            advice = f"It asks for: {', '.join(asked)}." if asked else "Take it out: it asks for none."
            message = f"{chosen.accommodation_id} asks for no figure of this name"
            yield error("unknown-name", f"{path}.{index}.name", given.name, message, advice)
    for problem in figure_problems(entry, tuple((given.name, given.value) for given in chosen.given)):
        yield error(problem.code, path, problem.asks, problem.message, problem.advice)
