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


_WORKING_TIME: Final = re.compile(
    r"\b(?:work\w*|shifts?|schedules?|rota|roster|contract\w*|full.?time|part.?time|employ\w*|"
    r"arbeit\w*|\w*schicht\w*|dienst\w*|wochen\w*|pensum|beschäftig\w*|"
    r"horaires?|travail\w*|postes?|quarts?|temps (?:plein|partiel)|hebdo\w*|"
    r"horarios?|jornadas?|turnos?|trabajo|semanal\w*|hours? of|hours?/week|weekly|week)\b",
    re.IGNORECASE,
)


def names_working_time(text: str) -> bool:
    """Tell whether a text names the working time of a job, apart from any `hours per week` that it states."""
    return _WORKING_TIME.search(_HOURS_OF_WEEK.sub(" ", clean(text))) is not None


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


_TASKS_NAMED: Final = 8


def settle_shift(job: JobDraft) -> Iterator[Problem]:
    """Work out the hours of a day, of job and tasks, from those of the week and its days, and say so."""
    yield from _of_the_job(job)
    spread = [t for t in job.tasks.values() if t.week_hours is not None and t.hours is None]
    if spread and job.days_per_week:
        names = ", ".join(task.name for task in spread[:_TASKS_NAMED])
        yield Problem(
            Severity.NOTE,
            "task-hours-spread",
            f"Hours of a week were spread evenly over {job.days_per_week:g} days: {names}.",
            "Give the hours of a day where a task is done on some days only.",
            spread[0].sheet,
            spread[0].hours_cell,
        )


def _of_the_job(job: JobDraft) -> Iterator[Problem]:
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
