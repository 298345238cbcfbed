"""The exact model: whole half-hours per task and day, under every limit of a brief.

Days of one week under the same conditions share one pattern, because a supervisor can keep nothing else.
Where neither a rest rule nor a weekly limit is in force all of them are worked; otherwise the solver
chooses which are worked and which are off.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from rtw.domain.optimise.day_patterns import amounts_allowed, weight_of
from rtw.domain.optimise.frame import Frame, cap_holds, frames_of, never_open
from rtw.domain.schedule.brief import RestRule, ScheduleBrief


@dataclass(frozen=True, slots=True)
class Shape:
    """Days of one week under the same conditions: their common pattern, and on which it is worked.

    `places` are places in the model's frames, `worked` their literals; `frame` is one of them. `counts`
    holds a literal for each number of days on which the pattern may be worked, `count` that number.
    """

    frame: Frame
    amounts: tuple[cp_model.IntVar, ...]
    total: cp_model.IntVar
    used: cp_model.IntVar
    places: tuple[int, ...]
    worked: tuple[cp_model.IntVar, ...]
    counts: tuple[tuple[int, cp_model.LiteralT], ...]
    count: cp_model.IntVar


@dataclass(slots=True)
class Model:
    """A brief as constraints. `full` holds one literal per week; `closed` the tasks that never open."""

    brief: ScheduleBrief
    frames: tuple[Frame, ...]
    cp: cp_model.CpModel
    closed: tuple[str, ...]
    shapes: list[Shape] = field(default_factory=list)
    full: list[cp_model.IntVar] = field(default_factory=list)

    def of_week(self, week: int) -> list[Shape]:
        """Give the shapes of one week, counted from 0."""
        return [shape for shape in self.shapes if shape.frame.week == week]

    def all_days(self, shape: Shape, one_day: cp_model.LinearExprT, low: int, high: int) -> cp_model.IntVar:
        """Give what `one_day` of a shape comes to on all its days; `low` to `high` bound that sum."""
        total = self.cp.new_int_var(min(low, 0), max(high, 0), "")
        for count, literal in shape.counts:
            self.cp.add(total == count * one_day).only_enforce_if(literal)
        return total


def build(brief: ScheduleBrief) -> Model:
    """State all limits of the brief as constraints; goals come later."""
    frames = frames_of(brief)
    model = Model(brief, frames, cp_model.CpModel(), never_open(brief, frames))
    _add_shapes(model)
    _add_weekly_caps(model)
    for rest in brief.rests:
        _add_rest(model, rest)
    _add_growth(model)
    _add_full_weeks(model)
    _add_requirement(model)
    return model


def is_plain(brief: ScheduleBrief, frame: Frame) -> bool:
    """Whether all days like this one in its week may as well be worked: nothing counts days or weeks."""
    rested = any(_reaches_back(rest) <= frame.week < rest.last for rest in brief.rests)
    return not rested and not has_weekly_cap(brief, frame)


def _reaches_back(rest: RestRule) -> int:
    """Give the first week (from 0) whose days a rule looks at: a run of days may begin the week before."""
    return rest.first - 1 if rest.max_in_a_row is None else rest.first - 2


def has_weekly_cap(brief: ScheduleBrief, frame: Frame) -> bool:
    """Whether a limit on a whole week's sum falls on this day."""
    doses = any(brief.doses[index].weekly is not None for index in frame.doses)
    return doses or any(cap.weekly is not None and cap_holds(cap, frame.day) for cap in brief.hours_caps)


def _add_shapes(model: Model) -> None:
    groups: dict[tuple[object, ...], list[int]] = {}
    for place, frame in enumerate(model.frames):
        likeness = (frame.week, frame.most, frame.room, frame.full_total, frame.doses)
        groups.setdefault(likeness, []).append(place)
    for places in groups.values():
        model.shapes.append(_new_shape(model, tuple(places)))


def _new_shape(model: Model, places: tuple[int, ...]) -> Shape:
    cp, frame = model.cp, model.frames[places[0]]
    allowed = (cp_model.Domain.FromValues(list(values)) for values in amounts_allowed(model.brief, frame))
    amounts = tuple(cp.new_int_var_from_domain(values, "") for values in allowed)
    total, used = cp.new_int_var(0, frame.room, ""), cp.new_bool_var("")
    least = model.brief.min_day.half_hours if model.brief.min_day else 1
    cp.add(total == sum(amounts))
    cp.add(total >= least * used)
    cp.add(total <= frame.room * used)
    for index in frame.doses:
        cp.add(_use(model, index, frame.week, amounts) <= model.brief.doses[index].daily[frame.week])
    worked, counts = _worked(model, used, places)
    count = cp.new_int_var(0, len(places), "")
    cp.add(count == sum(number * literal for number, literal in counts))
    return Shape(frame, amounts, total, used, places, worked, counts, count)


def _worked(
    model: Model, used: cp_model.IntVar, places: tuple[int, ...]
) -> tuple[tuple[cp_model.IntVar, ...], tuple[tuple[int, cp_model.LiteralT], ...]]:
    cp, most = model.cp, len(places)
    if is_plain(model.brief, model.frames[places[0]]):
        return (used,) * most, ((0, ~used), (most, used))
    worked = tuple(cp.new_bool_var("") for _ in places)
    counts = tuple((count, cp.new_bool_var("")) for count in range(1, most + 1))
    cp.add_exactly_one([~used, *(literal for _, literal in counts)])
    cp.add(sum(worked) == sum(count * literal for count, literal in counts))
    return worked, ((0, ~used), *counts)


def _use(model: Model, dose: int, week: int, amounts: tuple[cp_model.IntVar, ...]) -> cp_model.LinearExprT:
    weights = [weight_of(model.brief.doses[dose], task.name, week) for task in model.brief.tasks]
    return cp_model.LinearExpr.weighted_sum(amounts, weights)


def _add_weekly_caps(model: Model) -> None:
    for week in range(model.brief.weeks):
        shapes = model.of_week(week)
        for index, dose in enumerate(model.brief.doses):
            held = [shape for shape in shapes if index in shape.frame.doses]
            if dose.weekly is not None and held:
                _cap_week(model, held, [_use(model, index, week, s.amounts) for s in held], dose.weekly[week])
        for cap in model.brief.hours_caps:
            held = [shape for shape in shapes if cap_holds(cap, shape.frame.day)]
            if cap.weekly is not None and held:
                _cap_week(model, held, [shape.total for shape in held], cap.weekly[week])


def _cap_week(model: Model, shapes: list[Shape], each: Sequence[cp_model.LinearExprT], most: int) -> None:
    sums = [model.all_days(shape, day, 0, most) for shape, day in zip(shapes, each, strict=True)]
    model.cp.add(sum(sums) <= most)


def _add_rest(model: Model, rest: RestRule) -> None:
    worked = _worked_by_day(model)
    monday = model.brief.start.toordinal()
    for week in range(rest.first - 1, min(rest.last, model.brief.weeks)):
        days = range(monday + 7 * week, monday + 7 * week + 7)
        if rest.max_days is not None:
            model.cp.add(sum(worked[day] for day in days if day in worked) <= rest.max_days)
        if rest.max_in_a_row is not None:
            _add_days_in_a_row(model, worked, days, rest.max_in_a_row)


def _worked_by_day(model: Model) -> dict[int, cp_model.IntVar]:
    """Give the literal of every offered day, by its ordinal."""
    return {
        model.frames[place].day.toordinal(): literal
        for shape in model.shapes
        for place, literal in zip(shape.places, shape.worked, strict=True)
    }


def _add_days_in_a_row(model: Model, worked: dict[int, cp_model.IntVar], days: range, most: int) -> None:
    """Leave a day off in every run that ends in the week, also where it began before the weekend."""
    for last in days:
        window = [worked[day] for day in range(last - most, last + 1) if day in worked]
        if len(window) > most:
            model.cp.add(sum(window) <= most)


def _add_growth(model: Model) -> None:
    growth, cp = model.brief.growth, model.cp
    if growth is None:
        return
    longest: cp_model.IntVar | None = None
    for week in range(model.brief.weeks):
        totals = [shape.total for shape in model.of_week(week)]
        reach = max((frame.room for frame in model.frames), default=0) + growth.start_day + growth.day_step
        most = cp.new_int_var(0, reach, "")
        grown = [] if longest is None else [longest + growth.day_step]
        cp.add_max_equality(most, [growth.start_day, *grown])
        for total in totals:
            cp.add(total <= most)
        so_far = cp.new_int_var(0, reach, "")
        cp.add_max_equality(so_far, [0, *totals, *([] if longest is None else [longest])])
        longest = so_far


def _add_full_weeks(model: Model) -> None:
    last = max((frame.week for frame in model.frames), default=-1)
    model.full = [model.cp.new_bool_var("") for _ in range(last + 1)]
    for earlier, later in zip(model.full, model.full[1:], strict=False):
        model.cp.add_implication(earlier, later)
    for shape in model.shapes:
        full = model.full[shape.frame.week]
        if shape.frame.full_total is None:
            model.cp.add(full == 0)
        else:
            model.cp.add(shape.total == shape.frame.full_total).only_enforce_if(full)
            all_worked = shape.counts[-1][1] if shape.frame.full_total else ~shape.used
            model.cp.add_implication(full, all_worked)


def _add_requirement(model: Model) -> None:
    needed = model.brief.requirement
    model.cp.add_bool_or([s.used for s in model.shapes if s.frame.week < needed.begin_by_week])
    if needed.full_duty_by_week is None:
        return
    at_full = model.full[needed.full_duty_by_week - 1 :]
    model.cp.add_bool_or(at_full[:1] if at_full and not model.closed else [])
