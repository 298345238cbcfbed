"""Hours that hold only with a change at work, said beside the limits: the two must never contradict."""

from dataclasses import dataclass
from datetime import date

from reports.change_wording import change_text, first_days, needed_by
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
    first = first_days(report)
    return [
        Condition(task, change, first[task])
        for change in report.accommodations
        for task in change.relied_on_by
        if task in first
    ]


def due_of(change: ReportAccommodation, report: EmployerReport) -> str:
    """Write by when a change is due; what the plan counts on is due with it, before anybody's review."""
    day = needed_by(change, report)
    if change.due is None and day is not None:
        waits = any(task in first_days(report) for task in change.relied_on_by)
        return f"{day_text(day)} ({'first hours' if waits else 'first day'})"
    return due_text(change.due, report.review_on)
