"""The four goals as linear sums over a model's variables, most important first."""

from collections import Counter

from ortools.sat.python import cp_model

from rtw.domain.optimise.day_patterns import amounts_allowed, count_out, weight_of
from rtw.domain.optimise.frame import Frame
from rtw.domain.optimise.model import Model, Shape, has_weekly_cap
from rtw.domain.schedule.brief import ScheduleBrief

THOUSANDTHS = 1000


def full_weeks(model: Model) -> cp_model.LinearExprT:
    """Weeks at full hours: the more, the earlier full duty begins."""
    return sum(model.full)


def last_week(model: Model) -> cp_model.LinearExprT:
    """Half-hours in the last week: how near to full duty one comes where it is out of reach."""
    shapes = model.of_week(len(model.full) - 1)
    return sum(model.all_days(s, s.total, 0, len(s.places) * s.frame.room) for s in shapes)


def loads_of(brief: ScheduleBrief, frame: Frame) -> list[int]:
    """Thousandths of the day's limits that one half-hour of each task uses, all doses together."""
    return [sum(_share(brief, index, task.name, frame.week) for index in frame.doses) for task in brief.tasks]


def _share(brief: ScheduleBrief, dose: int, task: str, week: int) -> int:
    weight, cap = weight_of(brief.doses[dose], task, week), brief.doses[dose].daily[week]
    return -(-THOUSANDTHS * weight // cap) if cap else 0


def essential_before_load(model: Model) -> tuple[cp_model.LinearExprT, int]:
    """Essential work and load in one sum, one half-hour of work outweighing all load; and that weight.

    Solving both at once, with the counted-out best of each length of day as bounds, is one proof
    instead of two and gives the same order of goals.
    """
    weight = 1 + sum(_most_load(model.brief, frame) for frame in model.frames)
    return sum(_bounded_score(model, shape, weight) for shape in model.shapes), weight


def _most_load(brief: ScheduleBrief, frame: Frame) -> int:
    """Bound a day's load. What the limits rule out does not count: it would swell the sum beyond use."""
    pairs = zip(loads_of(brief, frame), amounts_allowed(brief, frame), strict=True)
    return sum(load * max(amounts) for load, amounts in pairs)


def _bounded_score(model: Model, shape: Shape, weight: int) -> cp_model.LinearExprT:
    scores = _scores(model.brief, shape.frame, weight)
    patterns = count_out(model.brief, shape.frame, scores, _counts(shape))
    if patterns is None:
        return _score(model, shape, scores)
    values = [entry[2] for entry in patterns.best]
    bound = model.cp.new_int_var(min(values), max(values), "")
    model.cp.add_allowed_assignments([shape.count, shape.total, bound], patterns.best)
    if _is_exchangeable(model, shape):
        model.cp.add_allowed_assignments([shape.count, *shape.amounts], patterns.optimal)
        return bound
    score = _score(model, shape, scores)
    model.cp.add(score <= bound)
    return score


def _is_exchangeable(model: Model, shape: Shape) -> bool:
    """Whether the pattern of a shape may be exchanged for any other of its length and number of days.

    It may where no other shape draws on the same weekly limit: days, growth and rest look at lengths
    and counts alone. Then some best schedule, and by the goals' order every best one, holds only
    patterns that are best for their length, and the others may be struck out beforehand.
    """
    alone = sum(other.frame.week == shape.frame.week for other in model.shapes) == 1
    return alone or not has_weekly_cap(model.brief, shape.frame)


def _score(model: Model, shape: Shape, scores: tuple[int, ...]) -> cp_model.IntVar:
    one_day = cp_model.LinearExpr.weighted_sum(shape.amounts, scores)
    allowed = amounts_allowed(model.brief, shape.frame)
    tops = [score * max(amounts) * len(shape.places) for score, amounts in zip(scores, allowed, strict=True)]
    return model.all_days(shape, one_day, sum(min(0, top) for top in tops), sum(max(0, top) for top in tops))


def _counts(shape: Shape) -> tuple[int, ...]:
    return tuple(count for count, _ in shape.counts if count)


def _scores(brief: ScheduleBrief, frame: Frame, weight: int) -> tuple[int, ...]:
    loads = loads_of(brief, frame)
    pairs = zip(brief.tasks, loads, strict=True)
    return tuple(weight * task.essential - load for task, load in pairs)


def changes(model: Model) -> cp_model.LinearExprT:
    """Entries that differ from the day before in the week, or from the same day of the week before."""
    at = _amounts_by_day(model)
    pairs: Counter[tuple[int, int]] = Counter()
    variables = {v.index: v for amounts in at.values() for v in amounts}
    for (week, weekday), amounts in at.items():
        before = max((d for w, d in at if w == week and d < weekday), default=-1)
        for neighbour in ((week - 1, weekday), (week, before)):
            others = at.get(neighbour, ())
            pairs.update((a.index, b.index) for a, b in zip(amounts, others, strict=False))
    return sum(n * _differs(model, variables[a], variables[b]) for (a, b), n in pairs.items() if a != b)


def _amounts_by_day(model: Model) -> dict[tuple[int, int], tuple[cp_model.IntVar, ...]]:
    return {
        (model.frames[place].week, model.frames[place].weekday): _amounts_on(model, shape, worked)
        for shape in model.shapes
        for place, worked in zip(shape.places, shape.worked, strict=True)
    }


def _amounts_on(model: Model, shape: Shape, worked: cp_model.IntVar) -> tuple[cp_model.IntVar, ...]:
    if worked.index == shape.used.index:
        return shape.amounts
    amounts = tuple(model.cp.new_int_var(0, shape.frame.room, "") for _ in shape.amounts)
    for amount, common in zip(amounts, shape.amounts, strict=True):
        model.cp.add(amount == common).only_enforce_if(worked)
        model.cp.add(amount == 0).only_enforce_if(~worked)
    return amounts


def _differs(model: Model, one: cp_model.IntVar, other: cp_model.IntVar) -> cp_model.IntVar:
    differs = model.cp.new_bool_var("")
    model.cp.add(one == other).only_enforce_if(~differs)
    return differs
