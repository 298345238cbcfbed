"""How a change at work reads for an employer: with its date and lengths, and never one it does not give."""

from typing import Final

from reports.ladders import Rung
from reports.types import CatalogueSentence, EmployerReport, ReportAccommodation, Words
from reports.wording import day_text, minutes_text, tasks_text

_THE_DATE: Final = "the date in this plan"
_THE_LENGTH: Final = "of the length given in this plan"
_LENGTH_OPEN: Final = "of the length agreed with the clinic"
"""What stands where the plan gives no length: an employer must not look for one in vain."""


def change_text(change: ReportAccommodation, report: EmployerReport) -> str:
    """Write a change at work: a catalogue sentence gets date and lengths, and the plural for several."""
    text = change.what.text
    if not isinstance(change.what, CatalogueSentence):
        return text
    if len(change.tasks) > 1:
        text = text.replace("this task", "these tasks")
    until = day_text(change.due) if change.due else f"the review on {day_text(report.review_on)}"
    return text.replace(_THE_DATE, until).replace(_THE_LENGTH, _lengths(change, report))


def change_with_tasks(change: ReportAccommodation, report: EmployerReport) -> str:
    """Write a change at work with the tasks it serves: `Give these tasks to a colleague …: A, B`."""
    text = change_text(change, report)
    return f"{text.removesuffix('.')}: {tasks_text(change.tasks)}" if change.tasks else text


def _lengths(change: ReportAccommodation, report: EmployerReport) -> str:
    """Write the longest stretch of the tasks served: once where it is the same for all, else task by task."""
    known = {bout.task: bout.at_most for bout in report.bouts}
    served = change.tasks or tuple(known)
    lengths = {task: known[task] for task in served if task in known}
    if not lengths:
        return _LENGTH_OPEN
    if len(lengths) == len(served) and len(set(lengths.values())) == 1:
        return f"of at most {_minutes(next(iter(lengths.values())))}"
    return f"of at most {_by_task(lengths)}"


def _by_task(lengths: dict[Words, Rung]) -> str:
    return ", ".join(f"{_minutes(length)} for “{task.text}”" for task, length in lengths.items())


def _minutes(length: Rung) -> str:
    return minutes_text(length.value)
