"""Hours of a week where a sheet gives them instead of hours of a day: told apart, and worked out together."""

import re
from collections.abc import Iterator
from typing import Final

from job_profiles.amounts import parse_amount
from job_profiles.draft import JobDraft
from job_profiles.problem import Problem, Severity
from job_profiles.units import clean

_HOURS_OF_WEEK: Final = re.compile(
    r"(\d+(?:[.,]\d+)?)\s*-?\s*(?:h|hours?|hrs?|std\.?|stunden|heures?|horas?)\.?\s*"
    r"(?:(?:per|a|an|/|each|in der|je|pro|par|por|à la|a la)\s*(?:week|wk|woche|semaine|sem|semana)\b"
    r"|weekly|wöchentlich|hebdomadaires?|semanales)",
    re.IGNORECASE,
)


_ALONE_OF_WEEK: Final = re.compile(
    r"^\s*(\d+(?:[.,]\d+)?)\s*(?:per|a|/|in der|je|pro|par|por|à la|a la)\s*"
    r"(?:week|wk|woche|semaine|sem|semana)\b",
    re.IGNORECASE,
)


def week_hours_in(text: str, *, alone: bool = False) -> float | None:
    """Return the hours of a working week that a text states; `alone`: also `37.5 per week` under *Hours*."""
    match = _HOURS_OF_WEEK.search(clean(text)) or (_ALONE_OF_WEEK.match(clean(text)) if alone else None)
    if match is None:
        return None
    amount = parse_amount(match[1].replace(",", "."))
    return amount.single if amount is not None else None


def without_week_hours(text: str) -> str:
    """Return the text without what it says of the hours of a week: `7.5 h (37.5 h/week)`."""
    return _HOURS_OF_WEEK.sub("", clean(text))


def settle_shift(job: JobDraft) -> Iterator[Problem]:
    """Work out the hours of a day from those of the week and its days, and say so."""
    if job.shift_hours is not None or job.week_hours is None or not job.days_per_week or job.shift_broken:
        return
    job.shift_hours, job.shift_cell = job.week_hours / job.days_per_week, job.week_cell
    yield Problem(
        Severity.NOTE,
        "shift-derived",
        f"{round(job.shift_hours, 2):g} h a day was worked out from {job.week_hours:g} h a week "
        f"on {job.days_per_week:g} days.",
        "Give the hours of a day if the days differ.",
        job.sheet,
        job.week_cell,
        f"{job.week_hours:g}",
    )


def proposed_shift(job: JobDraft) -> str:
    """Return what to answer when only the hours of a week are known; an empty text otherwise."""
    if job.week_hours is None:
        return ""
    return (
        f" The sheet gives {job.week_hours:g} h a week: on five days {round(job.week_hours / 5, 2):g} h each."
    )
