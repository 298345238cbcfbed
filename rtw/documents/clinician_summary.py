"""The first page of the clinician's PDF: can they work, how much, what stops more."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from reports.wording import day_text, hours_text
from rtw.documents.values import ClinicianDocument
from rtw.domain.gap import JobMatch
from rtw.domain.schedule.values import Bind, Schedule, Week

BINDS_HEADING: Final = "What binds each week"
"""The part that holds every reason whole, with its figures and what would help."""

_MOST_REASONS: Final = 7
"""Reasons on the first page: more would push its end to the next."""

_IN_BRACKETS: Final = re.compile(r" \([^()]*\)")


def summary_cards(document: ClinicianDocument, today: date) -> list[dict[str, Any]]:
    """Answer the three questions first."""
    week = _week_ahead(document.version.plan.schedule, today)
    return [
        {"question": "Can they work?", "lines": list(_can_work(document.match))},
        {"question": "How much?", "lines": list(_how_much(document, week))},
        {"question": "What stops more?", "lines": list(_stops(week))},
    ]


def _week_ahead(schedule: Schedule, today: date) -> Week | None:
    """Return the week of `today`, or the first to come."""
    return next((w for w in schedule.weeks if (w.monday - today).days > -7), None)


def _can_work(match: JobMatch) -> Iterator[str]:
    yield f"The job as it stands: {match.verdict.sign} {match.verdict.label}"
    for verdict, number in Counter(task.verdict for task in match.tasks).items():
        yield f"{verdict.sign} {verdict.label}: {number} of {len(match.tasks)} tasks"


def _how_much(document: ClinicianDocument, ahead: Week | None) -> Iterator[str]:
    schedule = document.version.plan.schedule
    if ahead:
        yield f"Week {ahead.index}, from {day_text(ahead.monday)}: {hours_text(ahead.hours)}"
    week = schedule.week(schedule.full_duty_week) if schedule.full_duty_week else None
    yield f"Full duty: from {day_text(week.monday)}" if week else "Full duty: not within these weeks"
    if document.proof:
        yield document.proof


def _stops(week: Week | None) -> Iterator[str]:
    """Name what binds the week, each reason in its first words."""
    said = list(dict.fromkeys(_brief(bind) for bind in (week.binds if week else ())))
    yield from said[:_MOST_REASONS]
    if len(said) > _MOST_REASONS:
        yield f"And {len(said) - _MOST_REASONS} more"
    yield f"Whole, with what would help: “{BINDS_HEADING}”" if said else "Nothing named"


def _brief(bind: Bind) -> str:
    """Cut a reason to its first, without where its figures come from; say how many are left out."""
    first, *others = _IN_BRACKETS.sub("", bind.limit).split("; ")
    return f"{first} (and {len(others)} more)" if others else first
