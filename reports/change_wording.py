"""How a change at work reads for an employer: with its dates and figures, and never one it does not give."""

from datetime import date
from typing import Final

from reports.ladders import Ladder, Rung
from reports.types import CatalogueSentence, EmployerReport, ReportAccommodation, Words
from reports.wording import amount_text, breaks_rule_text, day_text, minutes_text, number_text, tasks_text

_UNTIL_REVIEW: Final = "until a review says otherwise"
_UNTIL_OLDER: Final = "until the date in this plan"
"""How sentences frozen in older releases said it; a due day was then read as the end, which it never was."""

_LENGTHS: Final = ("of the length agreed for it", "of the length given in this plan")
_LENGTH_OPEN: Final = "of the length agreed with the clinic"
"""What stands where the plan gives no length: an employer must not look for one in vain."""

_BREAKS: Final = ("the breaks agreed for this job", "the breaks of this plan")
_AGREED: Final = "agreed for it"
_ASK: Final = "that the contact named here gives"
"""What stands where nobody gave a figure: whom to ask, never a figure that the paper does not hold."""

_FIGURES: Final = {
    Ladder.LOAD_KG: "the weight agreed for it",
    Ladder.HOURS_PER_DAY: "the hours a day agreed for it",
    Ladder.EFFORTS_PER_MINUTE: "the number of efforts a minute agreed for it",
}


def change_text(change: ReportAccommodation, report: EmployerReport) -> str:
    """Write a change at work: a catalogue sentence gets dates and figures, and the plural for several."""
    text = change.what.text
    if not isinstance(change.what, CatalogueSentence):
        return text
    if len(change.tasks) > 1:
        text = text.replace("this task", "these tasks")
    for phrase in (_UNTIL_REVIEW, _UNTIL_OLDER):
        text = text.replace(phrase, _lasting(change, report))
    for phrase in _LENGTHS:
        text = text.replace(phrase, _lengths(change, report))
    for phrase in _BREAKS:
        text = text.replace(phrase, _breaks(report))
    return _with_figure(text, change.figure)


def change_with_tasks(change: ReportAccommodation, report: EmployerReport) -> str:
    """Write a change at work with the tasks it serves: `Give these tasks to a colleague …: A, B`."""
    text = change_text(change, report)
    return f"{text.removesuffix('.')}: {tasks_text(change.tasks)}" if change.tasks else text


def lasts_until_review(change: ReportAccommodation) -> bool:
    """Whether a change is one that lasts until a review ends it: its due day is then its latest beginning."""
    phrases = (_UNTIL_REVIEW, _UNTIL_OLDER)
    return isinstance(change.what, CatalogueSentence) and any(p in change.what.text for p in phrases)


def needed_by(change: ReportAccommodation, report: EmployerReport) -> date | None:
    """Give the day a change is needed by: its due day, its first hours, the plan's first day, or None."""
    first = first_days(report)
    waiting = [first[task] for task in change.relied_on_by if task in first]
    whole = report.first_day if lasts_until_review(change) else None
    return change.due or min(waiting, default=whole)


def first_days(report: EmployerReport) -> dict[Words, date]:
    """Give the first day with hours of each task."""
    days = sorted((day for week in report.weeks for day in week.days), key=lambda day: day.on, reverse=True)
    return {entry.task: day.on for day in days for entry in day.tasks}


def _lasting(change: ReportAccommodation, report: EmployerReport) -> str:
    """Say from when a change lasts, where it is still to come, and that only a review ends it."""
    day = needed_by(change, report)
    if change.progress.is_done or day is None:
        return _UNTIL_REVIEW
    if change.due is None and day == report.first_day:
        return f"from the first day of the plan, {day_text(day)}, {_UNTIL_REVIEW}"
    return f"by {day_text(day)} at the latest, and from then {_UNTIL_REVIEW}"


def _with_figure(text: str, figure: Rung | None) -> str:
    """Put the figure given with the change where the sentence speaks of one; without it say whom to ask."""
    phrase = _FIGURES.get(figure.ladder) if figure else None
    if figure and phrase:
        text = text.replace(phrase, _figure(figure))
    return text.replace(_AGREED, _ASK)


def _figure(figure: Rung) -> str:
    """Write a figure as a part of a sentence."""
    if figure.ladder is Ladder.EFFORTS_PER_MINUTE:
        return f"{number_text(figure.value)} efforts a minute"
    return amount_text(figure)


def _breaks(report: EmployerReport) -> str:
    return breaks_rule_text(report.breaks) if report.breaks else f"the breaks {_ASK}"


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
