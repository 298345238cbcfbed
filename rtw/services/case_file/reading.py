"""A case file read strictly: every problem at once, each with the path of the field it stands in."""

import json
from dataclasses import replace
from typing import Any, NoReturn

from pydantic import TypeAdapter, ValidationError

from job_profiles.problem import Problem, Severity
from job_profiles.profile import JobProfile
from job_profiles.profile_json import profile_from_json
from rtw.domain.disclosure.profiles import PROFILES
from rtw.knowledge.load import knowledge
from rtw.services.case_file.values import SCHEMA_VERSION, CaseFile
from rtw.store.codec import dump

_ADAPTER = TypeAdapter(CaseFile)


def read_case(text: str) -> tuple[CaseFile | None, tuple[Problem, ...]]:
    """Read a case file: the case, or None and everything that is wrong with it."""
    try:
        data = json.loads(text, parse_constant=_refuse_constant)
    except ValueError as broken:
        return None, (_error("not-json", "", None, f"the file is not JSON: {broken}", "Correct the file."),)
    if not isinstance(data, dict):
        return None, (_error("not-a-case", "", None, "a case is a JSON object", "See `schema case`."),)
    profile, job_problems = _job(data.get("job"))
    case, problems = _case(data, profile)
    found = (*job_problems, *problems)
    if case is not None:
        found = (*found, *_unknown_keys(data, dump(case), ""), *_names(case))
    return (case if not any(p.severity is Severity.ERROR for p in found) else None), found


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number a case may hold")


def _job(data: object) -> tuple[JobProfile | None, tuple[Problem, ...]]:
    if data is None:
        return None, (_error("missing", "job", None, "the job profile is missing", "Give it as `job`."),)
    profile, problems = profile_from_json(data)
    return profile, tuple(replace(problem, cell=_within_job(problem.cell)) for problem in problems)


def _within_job(path: str | None) -> str:
    """Write the path of a problem in the profile as a path of the case."""
    return "job" + (path or "").replace("/", ".")


def _case(data: dict[str, Any], profile: JobProfile | None) -> tuple[CaseFile | None, tuple[Problem, ...]]:
    """Validate everything but the job, which has its own reader; a broken job hides no other problem."""
    try:
        case = _ADAPTER.validate_python({**data, "job": profile or JobProfile(title="")})
    except ValidationError as invalid:
        return None, tuple(_problem(error) for error in invalid.errors(include_url=False))
    return case, ()


def _problem(error: Any) -> Problem:
    path = ".".join(str(part) for part in error["loc"])
    found = None if isinstance(error["input"], dict | list) else str(error["input"])
    return _error(f"case-{error['type'].replace('_', '-')}", path, found, error["msg"], "See `schema case`.")


def _unknown_keys(given: object, known: object, path: str) -> tuple[Problem, ...]:
    """Name every key that was given and not read: a misspelt field must not be lost in silence."""
    if path == "job":
        return ()
    if isinstance(given, list) and isinstance(known, list):
        pairs = enumerate(zip(given, known, strict=False))
        return tuple(p for i, (g, k) in pairs for p in _unknown_keys(g, k, f"{path}.{i}"))
    if not isinstance(given, dict) or not isinstance(known, dict):
        return ()
    lost = sorted(set(given) - set(known))
    own = tuple(
        _error("unknown-field", _join(path, key), None, f"{key!r} is not a field of a case", "Take it out.")
        for key in lost
    )
    below = (
        p
        for key in given.keys() & known.keys()
        for p in _unknown_keys(given[key], known[key], _join(path, key))
    )
    return (*own, *below)


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _names(case: CaseFile) -> tuple[Problem, ...]:
    """Check every name that must be known: schema version, disclosure profile, accommodations, tasks."""
    found = []
    if case.schema_version != SCHEMA_VERSION:
        found.append(_unknown("schema_version", case.schema_version, [SCHEMA_VERSION]))
    if case.disclosure_profile not in PROFILES:
        found.append(_unknown("disclosure_profile", case.disclosure_profile, sorted(PROFILES)))
    if case.wishes.start is not None and case.wishes.start.weekday() != 0:
        message, advice = "a schedule starts on a Monday", "Give the date of a Monday."
        found.append(_error("not-a-monday", "wishes.start", case.wishes.start.isoformat(), message, advice))
    if not case.job.tasks:
        found.append(_error("no-tasks", "job.tasks", None, "the job has no tasks", "Give at least one."))
    entries = {entry.id for entry in knowledge().catalogue.accommodations}
    tasks = {task.name for task in case.job.tasks}
    for index, chosen in enumerate(case.accommodations):
        if chosen.accommodation_id not in entries:
            path = f"accommodations.{index}.accommodation_id"
            found.append(_unknown(path, chosen.accommodation_id, sorted(entries)))
        for task in chosen.tasks:
            if task not in tasks:
                found.append(_unknown(f"accommodations.{index}.tasks", task, sorted(tasks)))
    return tuple(found)


def _unknown(path: str, found: str, known: list[str]) -> Problem:
    return _error("unknown-name", path, found, f"{found!r} is not known", f"Known are: {', '.join(known)}.")


def _error(code: str, path: str, found: str | None, message: str, advice: str) -> Problem:
    return Problem(Severity.ERROR, code, f"{path}: {message}" if path else message, advice, None, path, found)
