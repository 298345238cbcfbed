"""The schedule a supervisor pins up: each week a block, tasks down, weekdays across."""

from datetime import timedelta
from typing import Final

from reports.enums import Weekday
from reports.types import EmployerReport, ReportDay, ReportWeek, Words
from reports.wording import (
    PROVISIONAL_RULE,
    breaks_text,
    day_text,
    hours_text,
    minutes_text,
    short_day_text,
    standing_text,
)
from reports.workbook.page import PAGE_POINTS, Page

NAME: Final = "Schedule"
_WORKING_WEEK: Final = tuple(Weekday)[:5]


def weekdays_of(report: EmployerReport) -> tuple[Weekday, ...]:
    """Return Monday to Friday, and the weekend days on which anything is planned."""
    used = {day.weekday for week in report.weeks for day in week.days if day.tasks}
    return tuple(day for day in Weekday if day in _WORKING_WEEK or day in used)


def widths_of(report: EmployerReport) -> tuple[float, ...]:
    """Return the widths of the columns: task, weekdays, week, longest stretch."""
    return (36, *(14 for _ in weekdays_of(report)), 11, 14)


def add_schedule(page: Page, report: EmployerReport) -> None:
    """Fill the schedule sheet."""
    page.print_setup(report, landscape=True)
    page.scale_to_width(landscape=True)
    page.top(report, "Weekly schedule")
    if report.breaks:
        page.wide(f"Breaks: {breaks_text(report.breaks)}", "label")
    page.wide(PROVISIONAL_RULE, "note")
    header = page.row
    days = [day.label for day in weekdays_of(report)]
    page.headings(["Task", *days, "Week", "At most at a stretch"], centred=range(1, len(days) + 3))
    page.sheet.repeat_rows(header)
    page.sheet.freeze_panes(header + 1, 1)
    _weeks(page, report)


def _weeks(page: Page, report: EmployerReport) -> None:
    """Write all weeks; no week is cut by the end of a page."""
    breaks: list[int] = []
    top, tallest = 0.0, 0.0
    for week in report.weeks:
        start = page.points
        if start + tallest - top > PAGE_POINTS / page.scale:
            breaks.append(page.row)
            top = start
        _week(page, report, week)
        page.skip()
        tallest = max(tallest, page.points - start)
    page.sheet.set_h_pagebreaks(breaks)


def _week(page: Page, report: EmployerReport, week: ReportWeek) -> None:
    days = {day.weekday: day for day in week.days}
    shown = weekdays_of(report)
    _band(page, report, week)
    _dates(page, report, week, shown)
    for task in week.tasks:
        _task(page, report, task, [days.get(w) for w in shown])
    page.text(0, "All tasks", "total")
    for column, weekday in enumerate(shown, start=1):
        _hours(page, column, days[weekday].hours if weekday in days else 0, "hours_total", "total_centre")
    page.number(len(shown) + 1, week.hours, "hours_total")
    page.text(len(shown) + 2, "", "total")
    page.skip()


def _band(page: Page, report: EmployerReport, week: ReportWeek) -> None:
    last = week.monday + timedelta(days=6) if week.last_day.weekday() > 4 else week.monday + timedelta(days=4)
    span = f"{day_text(week.monday)} to {day_text(last)}"
    standing = standing_text(report, week).upper()
    page.wide(f"Week {week.number}: {span}, {hours_text(week.hours)} in all. {standing}", "band")


def _dates(page: Page, report: EmployerReport, week: ReportWeek, shown: tuple[Weekday, ...]) -> None:
    """Write the dates; a forecast says so in words beneath its date."""
    texts = [""]
    for weekday in shown:
        day = week.monday + timedelta(days=weekday.value)
        texts.append(short_day_text(day) + ("\nprovisional" if report.is_provisional(day) else ""))
    for column, text in enumerate([*texts, "", ""]):
        page.text(column, text, "forecast" if "\n" in text else "day")
    page.fit_row(texts)


def _task(page: Page, report: EmployerReport, task: Words, days: list[ReportDay | None]) -> None:
    """Write one task of one week, with its longest stretch."""
    page.text(0, task.text)
    total = 0.0
    for column, day in enumerate(days, start=1):
        hours = sum(e.time.value for e in day.tasks if e.task == task) if day else 0
        forecast = day is not None and report.is_provisional(day.on)
        _hours(page, column, hours, "hours_forecast" if forecast else "hours", "centre")
        total += hours
    page.number(len(days) + 1, total, "hours_total")
    bout = next((b.at_most.value for b in report.bouts if b.task == task), None)
    page.text(len(days) + 2, minutes_text(bout) if bout is not None else "–", "centre")
    page.fit_row([task.text])


def _hours(page: Page, column: int, hours: float, style: str, empty: str) -> None:
    """Write hours as a number; no work is a dash, in the style `empty`."""
    if hours:
        page.number(column, hours, style)
    else:
        page.text(column, "–", empty)
