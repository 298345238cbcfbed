"""Hours that one note gives to several jobs by their names: `Packer 38 h per week, Loader 36 h per week`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from job_profiles.units import clean
from job_profiles.vocabulary.words import fold, speaks_of_week
from job_profiles.working_pattern import days_stated

_CLAUSES: Final = re.compile(r"\s*(?:[;\n|]|\s/\s|,(?!\d)|\b(?:and|und|et|y)\b)\s*", re.IGNORECASE)
_HOURS: Final = re.compile(
    r"(?<![\d.,])(\d+(?:[.,]\d+)?)\s*-?\s*(?:h|hrs?|hours?|std\.?|stunden|heures?|horas?)\b", re.IGNORECASE
)
_FOR_ALL: Final = re.compile(
    r"^\W*(?:(?:for|für|pour|para)\s+)?(?:both|all|each|beide|alle|les deux|tous les|todos los|ambos|cada)\s+"
    r"(?:the\s+)?(?:jobs?|positions?|roles?|posts?|stellen|berufe|postes|emplois|métiers|puestos|empleos)\b",
    re.IGNORECASE,
)
_LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class NamedHours:
    """The hours of one job, of a week or of a day, and its days of the week where they are told."""

    title: str
    hours: float
    of_week: bool
    days: float | None


def hours_of_named_jobs(text: str, titles: Iterable[str]) -> tuple[NamedHours, ...] | None:
    """Return the hours that a text gives to the jobs it names, none where it names no job beside hours.

    None: it gives the hours of several weeks, or some to a job by name, and leaves open whose the others are.
    """
    listed = [title for title in titles if title]
    if len(listed) < 2 or len(text) > _LONGEST:
        return ()
    told = [(clause, found) for clause in _CLAUSES.split(clean(text)) if (found := _HOURS.search(clause))]
    named = [(_title_in(clause, listed), clause, found) for clause, found in told]
    if told and _FOR_ALL.match(text):
        named = [(title, clause, found) for title in listed for clause, found in told[:1]]
    of_weeks = {found[1] for clause, found in told if speaks_of_week(clause)}
    if not any(title for title, _, _ in named):
        return None if len(of_weeks) > 1 else ()
    if not all(title for title, _, _ in named):
        return None
    of_week, days = speaks_of_week(text), days_stated(text)
    return tuple(
        NamedHours(title, float(found[1].replace(",", ".")), of_week, days_stated(clause) or days)
        for title, clause, found in named
        if title is not None
    )


def _title_in(clause: str, titles: list[str]) -> str | None:
    """Return the longest title of a job that a clause holds."""
    folded = f" {fold(clause)} "
    held = [title for title in titles if f" {fold(title)} " in folded]
    return max(held, key=len, default=None)
