"""The week grid: weeks down, weekdays across, what is broken beside the cell it is broken in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from rtw.domain.schedule.brief import ScheduleBrief
from rtw.domain.schedule.shut_days import shut_in_week
from rtw.domain.schedule.values import Bind, BindKind, Day, Week
from rtw.domain.schedule.violation import Violation
from rtw.domain.schedule.wording import WEEKDAYS, week_in_words
from rtw.services.plans.acts import Cell
from rtw.services.plans.page import PlanPage
from rtw.web.time_field import hours_in

MOST_HALF_HOURS = 32


@dataclass(frozen=True, slots=True)
class GridDay:
    """One day of a week. `wrong` tells every rule broken on it, `wrong_altogether` those of no one task."""

    weekday: int
    on: date
    day: Day
    wrong: tuple[str, ...]
    wrong_altogether: tuple[str, ...]

    @property
    def name(self) -> str:
        """The weekday, short."""
        return WEEKDAYS[self.weekday]


@dataclass(frozen=True, slots=True)
class GridCell:
    """One task on one day as a field: its name, what stands in it, what is wrong with it."""

    name: str
    label: str
    typed: str
    wrong: tuple[str, ...]
    error: str = ""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One task of the week that is being changed.

    `asked_hours` where half hours come to other than these; `shut` says from or until when, empty
    where it is open.
    """

    task: str
    full_hours: float
    asked_hours: float | None
    essential: bool
    shut: str
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class GridWeek:
    """One week. `is_forecast`: it begins after the review; `rows` are filled for the week being changed.

    `shut` names the tasks a gate keeps out; why stands once for all weeks, so `binds` leaves them out.
    `wrong` tells the rules broken by the whole week, `broken` every rule broken anywhere in it.
    """

    index: int
    monday: date
    hours: float
    words: str
    binds: tuple[Bind, ...]
    shut: tuple[str, ...]
    days: tuple[GridDay, ...]
    wrong: tuple[str, ...]
    broken: tuple[str, ...]
    is_forecast: bool
    is_full: bool
    rows: tuple[GridRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Typed:
    """Hours typed for one week: what could be read, and by field what could not."""

    cells: tuple[Cell, ...]
    values: Mapping[str, str]
    errors: Mapping[str, str]


def grid(page: PlanPage, open_week: int | None, typed: Typed | None = None) -> tuple[GridWeek, ...]:
    """Build the grid; `open_week` is the one whose cells are fields."""
    if page.schedule is None:
        return ()
    return tuple(_week(page, week, typed, is_open=week.index == open_week) for week in page.schedule.weeks)


def _week(page: PlanPage, week: Week, typed: Typed | None, *, is_open: bool) -> GridWeek:
    own = tuple(v for v in page.violations if v.week == week.index)
    full = page.schedule.full_duty_week if page.schedule else None
    return GridWeek(
        index=week.index,
        monday=week.monday,
        hours=week.hours,
        words=week_in_words(page.schedule, week) if page.schedule else "",
        binds=tuple(bind for bind in week.binds if bind.kind is not BindKind.GATE),
        shut=tuple(bind.task or "" for bind in week.binds if bind.kind is BindKind.GATE),
        days=tuple(_day(week, day, own) for day in week.days),
        wrong=tuple(dict.fromkeys(v.sentence for v in own if v.on is None)),
        broken=tuple(dict.fromkeys(v.sentence for v in own)),
        is_forecast=week.monday > page.ground.review_on,
        is_full=full is not None and week.index >= full,
        rows=_rows(page, week, own, typed) if is_open else (),
    )


def _day(week: Week, day: Day, broken: tuple[Violation, ...]) -> GridDay:
    on = week.monday + timedelta(days=day.weekday)
    here = [v for v in broken if v.on == on]
    wrong = dict.fromkeys(v.sentence for v in here)
    whole = dict.fromkeys(v.sentence for v in here if v.task is None)
    return GridDay(day.weekday, on, day, tuple(wrong), tuple(whole))


def _rows(
    page: PlanPage, week: Week, broken: tuple[Violation, ...], typed: Typed | None
) -> tuple[GridRow, ...]:
    return tuple(
        GridRow(
            need.name,
            need.full / 2,
            need.asked_h if need.is_rounded else None,
            need.essential,
            shut_in_week((gate for gate in page.shut if gate.task == need.name), week.monday),
            tuple(_cell(week, day, place, need.name, broken, typed) for day in week.days),
        )
        for place, need in enumerate(page.ground.brief.tasks)
    )


def _cell(
    week: Week, day: Day, place: int, task: str, broken: tuple[Violation, ...], typed: Typed | None
) -> GridCell:
    on = week.monday + timedelta(days=day.weekday)
    name = field_name(day.weekday, place)
    hours = day.half_hours_of(task) / 2
    wrong = (v.sentence for v in broken if v.on == on and v.task == task)
    return GridCell(
        name=name,
        label=f"{task}, {WEEKDAYS[day.weekday]} {on.day} {on:%B}, hours",
        typed=typed.values.get(name, "") if typed else (f"{hours:g}" if hours else ""),
        wrong=tuple(dict.fromkeys(wrong)),
        error=typed.errors.get(name, "") if typed else "",
    )


def field_name(weekday: int, place: int) -> str:
    """Name the field of one cell: weekday, and place of the task in the brief."""
    return f"h-{weekday}-{place}"


def typed_hours(form: Mapping[str, str], brief: ScheduleBrief) -> Typed:
    """Read the hours of one week as they were sent; an empty cell is no work, a missing one unchanged."""
    cells: list[Cell] = []
    values, errors = {}, {}
    for weekday in range(len(WEEKDAYS)):
        for place, need in enumerate(brief.tasks):
            name = field_name(weekday, place)
            if name not in form:
                continue
            values[name] = form[name]
            try:
                cells.append((weekday, need.name, _half_hours(form[name])))
            except ValueError as wrong:
                errors[name] = f"{need.name}, {WEEKDAYS[weekday]}: {wrong}"
    return Typed(tuple(cells), values, errors)


_IN_HALVES = "enter hours from 0 to 16 in steps of a half."


def _half_hours(typed: str) -> int:
    """Read hours as half hours. Raises ValueError where they cannot be read or fall between two halves."""
    try:
        blocks = hours_in(typed.strip() or "0") * 2
    except ValueError:
        raise ValueError(_IN_HALVES) from None
    if not 0 <= blocks <= MOST_HALF_HOURS:
        raise ValueError(_IN_HALVES)
    if blocks != int(blocks):
        lower = int(blocks) / 2
        raise ValueError(f"a plan has half hours; enter {lower:g} or {lower + 0.5:g}.")
    return int(blocks)
