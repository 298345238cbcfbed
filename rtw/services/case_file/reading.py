"""A case file read strictly: every problem at once, each with the path of the field it stands in."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from pydantic import TypeAdapter, ValidationError

from job_profiles.problem import Problem, Severity
from job_profiles.profile import JobProfile
from job_profiles.profile_json import profile_from_json
from rtw.domain.assessment.off_scale import ADVICE, OFF_THE_SCALE
from rtw.domain.scores.questions import score_questions
from rtw.knowledge.for_scores import score_rules
from rtw.knowledge.load import knowledge
from rtw.services.case_file.bounds import beyond_bounds
from rtw.services.case_file.dates import crossed_dates, dates_ahead
from rtw.services.case_file.fields import unknown_fields
from rtw.services.case_file.fitting import unfitting
from rtw.services.case_file.json_text import read_json
from rtw.services.case_file.limits import unfit_limits
from rtw.services.case_file.names import unsound_names
from rtw.services.case_file.places import error
from rtw.services.case_file.values import CaseFile
from rtw.services.off_scale import sieved

_ADAPTER = TypeAdapter(CaseFile)


def read_case(text: str, today: date | None = None) -> tuple[CaseFile | None, tuple[Problem, ...]]:
    """Read a case file: the case, or None and everything that is wrong with it.

    With `today`, what is dated ahead of it and cannot be is wrong too.
    """
    data, slips = read_json(text)
    if data is None or not isinstance(data, dict):
        return None, slips or (
            error("not-a-case", "", None, "a case is a JSON object", "See `schema case`."),
        )
    profile, job_problems = _job(data.get("job"))
    case, wrong_types = _case(data, profile)
    found = (*slips, *job_problems, *wrong_types, *_of_fields(data))
    if today is not None:
        found = (*found, *dates_ahead(data, today))
    if case is not None:
        found = (*found, *unfitting(case), *_visits(case, found))
    found = _once(found)
    return (case if not any(p.severity is Severity.ERROR for p in found) else None), found


def _job(data: object) -> tuple[JobProfile | None, tuple[Problem, ...]]:
    if data is None:
        return None, (error("missing", "job", None, "the job profile is missing", "Give it as `job`."),)
    profile, problems = profile_from_json(data)
    return profile, tuple(_within_job(problem) for problem in problems)


def _within_job(problem: Problem) -> Problem:
    """Tell a problem of the profile at its path in the case."""
    path = "job" + (problem.cell or "").replace("/", ".")
    _, _, words = problem.message.rpartition(f"{problem.cell}: ")
    return replace(problem, cell=path, message=f"{path}: {words}")


def _case(data: dict[str, Any], profile: JobProfile | None) -> tuple[CaseFile | None, tuple[Problem, ...]]:
    """Validate everything but the job, which has its own reader; a broken job hides no other problem.

    Strictly: a text is no number and no number is a date, whatever a lenient reader would make of it.
    """
    text = json.dumps({**data, "job": {"title": ""}})
    try:
        case = _ADAPTER.validate_json(text, strict=True)
    except ValidationError as invalid:
        return None, tuple(_problem(each) for each in invalid.errors(include_url=False))
    return replace(case, job=profile or case.job), ()


def _problem(invalid: Any) -> Problem:
    path = ".".join(str(part) for part in invalid["loc"])
    found = None if isinstance(invalid["input"], dict | list) else str(invalid["input"])
    code = f"case-{invalid['type'].replace('_', '-')}"
    return error(code, path, found, invalid["msg"], "See `schema case`.")


def _of_fields(data: dict[str, Any]) -> Iterator[Problem]:
    """Check every field for itself, whatever else is wrong with the case."""
    filaments = tuple(row.size for row in knowledge().filaments.rows)
    yield from unknown_fields(data)
    yield from beyond_bounds(data, filaments, score_rules(knowledge()))
    yield from crossed_dates(data)
    yield from unsound_names(data)
    yield from unfit_limits(data)


def _visits(case: CaseFile, known: Iterable[Problem]) -> Iterator[Problem]:
    """Ask where a score contradicts itself, and refuse what the visit form would not let sign."""
    told = {problem.cell or "" for problem in known}
    for index, visit in enumerate(case.assessments):
        path = f"assessments.{index}"
        for question in score_questions(visit.scores, score_rules(knowledge())):
            place = f"{path}.scores"
            yield replace(question, message=f"{place}: {question.message}", cell=place)
        if not any(cell.startswith(f"{path}.") for cell in told):
            for entry in sieved(visit).off_scale:
                yield error(OFF_THE_SCALE, path, entry.problem.found, entry.problem.message, ADVICE)


def _once(found: Iterable[Problem]) -> tuple[Problem, ...]:
    """Keep the first problem of a kind at a place."""
    return tuple({(p.code, p.cell, p.message): p for p in found}.values())
