"""How the report types read in plain words: dates that cannot be mistaken, amounts in both systems."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from math import floor
from typing import Final

from reports.enums import Meanwhile
from reports.ladders import Ladder, Rung
from reports.types import (
    Breaks,
    ClosedTask,
    EmployerReport,
    FullDutyRange,
    ReportDay,
    ReportWeek,
    TimeAway,
    Words,
)

_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LB_PER_KG: Final = 2.20462
_N_PER_KGF: Final = 9.80665

PLANNED: Final = "Planned"
PROVISIONAL: Final = "Provisional"
PROVISIONAL_RULE: Final = (
    "Provisional days lie after the next review. They are a forecast for planning, not a permission: "
    "the review confirms or changes them."
)
ONLY_THESE_TASKS: Final = (
    "No limits beyond the hours and tasks in this plan. Only the tasks it schedules are to be done."
)
NOT_NOW: Final = "Not to be done for now"
BY_COLLEAGUE: Final = "done by a colleague"
DRAFT_RULE: Final = "DRAFT: not released. Do not act on this document."


def day_text(day: date) -> str:
    """Write a day so that it reads the same in every country: `Mon 23 Nov 2026`."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_day_text(day: date) -> str:
    """Write a day without weekday or year, for narrow columns: `23 Nov`."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def long_day_text(day: date) -> str:
    """Write a day for a heading: `23 November 2026`."""
    return f"{day.day} {day:%B %Y}"


def number_text(value: float) -> str:
    """Write a number without needless zeros: `4`, `2.5`."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


_HALF_H: Final = 0.5
"""Below it a time of a day is said in minutes."""


def hours_text(hours: float) -> str:
    """Write hours of work: `4 h`, `2.5 h`; no work is a dash."""
    return f"{number_text(hours)} h" if hours else "–"


def minutes_text(minutes: float) -> str:
    """Write a stretch of time the way people say it: `45 min`, `2 h`, `1 h 30 min`."""
    hours, rest = divmod(round(minutes), 60)
    parts = [f"{hours} h" if hours else "", f"{rest} min" if rest or not hours else ""]
    return " ".join(part for part in parts if part)


def limit_text(rung: Rung) -> str:
    """Write a limit with its unit, in words an employer can apply; zero is `Not at all`."""
    if rung.ladder is Ladder.PERMITTED:
        return "Permitted" if rung.value else "Not at all"
    return f"At most {amount_text(rung)}" if rung.value else "Not at all"


def amount_text(rung: Rung) -> str:
    """Write an amount and its unit. Second units are rounded down, so that they permit no more."""
    value = rung.value
    match rung.ladder:
        case Ladder.LOAD_KG:
            return f"{number_text(value)} kg ({floor(value * _LB_PER_KG)} lb)"
        case Ladder.FORCE_N:
            pull = floor(value / _N_PER_KGF * 10) / 10
            return f"{number_text(value)} N (the weight of {number_text(pull)} kg)"
        case Ladder.HOURS_PER_DAY:
            return f"{hours_text(value) if value >= _HALF_H else minutes_text(value * 60)} a day"
        case Ladder.BOUT_MIN:
            return f"{minutes_text(value)} at a stretch"
        case _:
            return f"{number_text(value)} {_UNITS[rung.ladder]}"


_UNITS: Final = {
    Ladder.ANGLE_DEG: "degrees",
    Ladder.EFFORTS_PER_MINUTE: "times a minute",
    Ladder.VIBRATION_M_S2: "m/s² at the handle",
    Ladder.DAILY_VIBRATION_M_S2: "m/s² averaged over 8 h",
    Ladder.TORQUE_N_M: "N·m",
    Ladder.REST_MIN: "min",
    Ladder.WEEKS: "weeks",
}


def closed_when(closed: ClosedTask) -> str:
    """Write who does a closed task and how long it stays closed: `to be reviewed on Mon 7 Dec 2026`."""
    by = f"{BY_COLLEAGUE}; " if closed.meanwhile is Meanwhile.COLLEAGUE else ""
    if closed.until is None:
        return f"{by}to be reviewed on {day_text(closed.review_on)}"
    since = f"from {day_text(closed.since)} " if closed.since else ""
    return f"{by}{since}until {day_text(closed.until)}"


def closed_days(closed: ClosedTask) -> tuple[str, str]:
    """Write from when and until when a task stays closed, for two columns of a table."""
    since = day_text(closed.since) if closed.since else "Now"
    return (since, until_text(closed.until, closed.review_on))


def closed_limit(closed: ClosedTask) -> str:
    """Write a closed task as the limit it is: `Not to be done for now`, and whether a colleague does it."""
    return f"{NOT_NOW}; {BY_COLLEAGUE}" if closed.meanwhile is Meanwhile.COLLEAGUE else NOT_NOW


def closed_lines(closed: Iterable[ClosedTask]) -> list[str]:
    """Write closed tasks: what is not to be done and until when, never why; equal dates in one sentence."""
    alike: dict[str, list[ClosedTask]] = {}
    for each in closed:
        alike.setdefault(closed_when(each), []).append(each)
    return [_closed_line(tasks) for tasks in alike.values()]


def closed_names(closed: Iterable[ClosedTask]) -> list[str]:
    """Write closed tasks under a heading that says what they are: their names, and until when."""
    return [line.partition(": ")[2] for line in closed_lines(closed)]


def _closed_line(closed: list[ClosedTask]) -> str:
    """Write tasks of the same dates; a semicolon parts them, for names hold commas."""
    first = closed[0]
    lead = NOT_NOW if first.until is None else "Not to be done"
    names = "; ".join(each.task.text for each in closed)
    return f"{lead}: {names} ({closed_when(first)})"


def no_limits_text(report: EmployerReport) -> str:
    """Say that there are no limits of their own; nothing where there is one, or a closed task."""
    return "" if report.restrictions or report.closed else ONLY_THESE_TASKS


def due_text(due: date | None, review_on: date) -> str:
    """Write by when a change is due; where nobody set a day it is the next review, and says so."""
    return day_text(due) if due else f"{day_text(review_on)} (next review)"


def status_text(report: EmployerReport, day: date) -> str:
    """Write the status on a day, the same in every paper; before the first day of work, when that is."""
    first = report.first_day
    if first is not None and day < first:
        return f"Returns on {day_text(first)}, with the limits and hours in this plan"
    return report.status_on(day).label


def released_text(report: EmployerReport) -> str:
    """Write who released the report and when, the same in every paper; empty for a draft."""
    if report.released_by is None:
        return ""
    return f"Released by {report.released_by.text} on {day_text(report.issued_on)}"


def until_text(until: date | None, review_on: date | None = None) -> str:
    """Write the end of a limit; without one it holds until it is reviewed, whenever that then is."""
    if until:
        return day_text(until)
    return f"Until reviewed (planned {day_text(review_on)})" if review_on else "Until reviewed"


def tasks_text(tasks: Iterable[Words]) -> str:
    """Write the tasks a change serves; none named means the whole job."""
    return ", ".join(task.text for task in tasks) or "Whole job"


def breaks_text(breaks: Breaks) -> str:
    """Write the rule of breaks as an instruction."""
    rule = breaks_rule_text(breaks)
    return f"{rule[0].upper()}{rule[1:]} at work, within working time."


def breaks_rule_text(breaks: Breaks) -> str:
    """Write the rule of breaks as a part of a sentence."""
    after, rest = minutes_text(breaks.after.value), minutes_text(breaks.rest.value)
    return f"a break of at least {rest} after at most {after}"


def full_duty_text(expected: FullDutyRange | None) -> str:
    """Write when full duty is expected; always a range."""
    if expected is None:
        return "Not within the weeks of this plan; to be set at a review"
    span = f"Between {day_text(expected.earliest)} and {day_text(expected.latest)}"
    return f"{span}, if the reviews confirm it: every task at its full hours, less times away from work"


def away_text(away: TimeAway) -> str:
    """Write a weekly time away."""
    span = f"{away.starts:%H:%M}–{away.ends:%H:%M}"
    until = f" until {day_text(away.until)}" if away.until else ""
    return f"{away.weekday.label}s {span}, from {day_text(away.since)}{until}"


def week_text(week: ReportWeek) -> str:
    """Say a week the way a supervisor would: `Mon–Fri 4 h` or `Mon/Wed/Fri 4 h, Tue/Thu 2 h`."""
    by_hours: dict[float, list[int]] = {}
    for day in week.days:
        if day.hours:
            by_hours.setdefault(day.hours, []).append(day.on.weekday())
    parts = [f"{weekdays_text(days)} {hours_text(hours)}" for hours, days in by_hours.items()]
    return ", ".join(parts) or "No work"


def weekdays_text(days: list[int]) -> str:
    """Join weekdays: runs of three and more with a dash, the rest with strokes."""
    runs = [[d for _, d in run] for _, run in groupby(enumerate(sorted(days)), lambda p: p[1] - p[0])]
    names = [
        f"{_DAYS[run[0]]}–{_DAYS[run[-1]]}" if len(run) > 2 else "/".join(_DAYS[d] for d in run)
        for run in runs
    ]
    return "/".join(names)


def standing_text(report: EmployerReport, week: ReportWeek) -> str:
    """Say whether a week is planned or provisional, and from which day where the review falls inside it."""
    worked = [day for day in week.days if day.tasks] or [ReportDay(week.monday, ())]
    forecast = [day for day in worked if report.is_provisional(day.on)]
    if not forecast:
        return PLANNED
    if len(forecast) == len(worked):
        return PROVISIONAL
    return f"{PROVISIONAL} from {forecast[0].weekday.short} {short_day_text(forecast[0].on)}"


def file_stem(report: EmployerReport) -> str:
    """Name a report's files by reference and version; a file name must say nothing else."""
    kept = "".join(c if c.isascii() and c.isalnum() else "-" for c in report.reference.text)
    return f"plan-{kept.strip('-')}-v{report.version}{'-draft' if report.is_draft else ''}".lower()
