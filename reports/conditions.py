"""Hours that hold only with a change at work, said beside the limits: the two must never contradict."""

from dataclasses import dataclass
from datetime import date

from reports.change_wording import change_text
from reports.types import EmployerReport, ReportAccommodation, Words
from reports.wording import day_text, due_text


@dataclass(frozen=True, slots=True)
class Condition:
    """A task of the weeks, the change that it waits for, and the first day the report gives it hours."""

    task: Words
    change: ReportAccommodation
    since: date

    def limit(self, report: EmployerReport) -> str:
        """Write the condition as the limit it is."""
        return f"Only with this change in place: {change_text(self.change, report)}"

    def line(self, report: EmployerReport) -> str:
        """Write the whole condition in one line."""
        limit = self.limit(report)
        return f"Task: {self.task.text}, from {day_text(self.since)}: {limit[0].lower()}{limit[1:]}"


def conditions_of(report: EmployerReport) -> list[Condition]:
    """List the tasks with hours in this report that hold only with a change which is not in place."""
    first = _first_days(report)
    return [
        Condition(task, change, first[task])
        for change in report.accommodations
        for task in change.relied_on_by
        if task in first
    ]


def due_of(change: ReportAccommodation, report: EmployerReport) -> str:
    """Write by when a change is due; hours that wait for it are due before anybody's review."""
    first = _first_days(report)
    days = [first[task] for task in change.relied_on_by if task in first]
    if change.due is None and days:
        return f"{day_text(min(days))} (first hours)"
    return due_text(change.due, report.review_on)


def _first_days(report: EmployerReport) -> dict[Words, date]:
    days = sorted((day for week in report.weeks for day in week.days), key=lambda day: day.on, reverse=True)
    return {entry.task: day.on for day in days for entry in day.tasks}
