"""Names of a case file that must be known, must be there, or must stand once."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from job_profiles.problem import Problem, Severity
from rtw.domain.disclosure.profiles import PROFILES
from rtw.knowledge.load import knowledge
from rtw.services.case_file.places import day, error, places, texts
from rtw.services.case_file.values import SCHEMA_VERSION

_FILLED: Final = (
    "reference",
    "worker",
    "clinic.name",
    "contact.name",
    "job.title",
    "assessments.*.assessor",
    "release.approved_by",
    "physician_approval.approved_by",
    "wishes.openings.*.opened.by",
    "wishes.hours_limits.*.words",
    "wishes.rests.*.ground.words",
    "overrides.*.reason",
    "overrides.*.by",
)
"""Texts that say who, or why: empty they say nothing, and nobody has signed."""

_TASKS: Final = (
    "wishes.offer.tasks_from.*.0",
    "wishes.offer.tasks_until.*.0",
    "wishes.task_hours.*.0",
    "wishes.openings.*.task",
    "accommodations.*.tasks.*",
)
"""Where a task of the job is named that must be one."""

_OWN_TASKS: Final = ("overrides.*.task", "assessments.*.difficulties.*.task")
"""Where a clinician names a task in her own words: of a task the job has not, nothing follows."""

_ONCE: Final = (
    ("assessments.*.hands", ("side",), "this hand is given twice at one visit"),
    ("assessments.*.scores", ("score",), "this score is given twice at one visit"),
    ("assessments.*.tolerances", ("kind", "side"), "this tolerance is given twice"),
    ("assessments.*.safe_loads", ("kind", "side"), "this load is given twice"),
    ("assessments.*.hands.*.sensation", ("zone",), "this zone is given twice"),
    ("assessments.*.hands.*.motion", ("motion", "digit"), "this motion is given twice"),
    ("accommodations", ("accommodation_id",), "this accommodation is chosen twice"),
    ("overrides", ("task", "index", "side"), "two verdicts are given on this demand of this hand"),
    ("wishes.openings", ("task",), "this task is opened twice"),
    ("wishes.rests", ("id",), "two rest rules bear this id"),
    ("wishes.offer.tasks_from", ("0",), "two days are given for this task"),
    ("wishes.offer.tasks_until", ("0",), "two days are given for this task"),
    ("wishes.task_hours", ("0",), "hours are given twice for this task"),
)
"""Entries of which there is one each: of two, only one would count, and nobody knows which."""


def unsound_names(data: dict[str, Any]) -> Iterator[Problem]:
    """Name what is unknown, empty or there twice."""
    yield from _unknown_names(data)
    yield from _empty(data)
    yield from _tasks(data)
    yield from _twice(data)
    yield from _unfinished(data)


def _unknown_names(data: dict[str, Any]) -> Iterator[Problem]:
    entries = {entry.id for entry in knowledge().catalogue.accommodations}
    names = [name for _, name in texts(data, "job.tasks.*.name")]
    checks = (
        ("schema_version", [SCHEMA_VERSION]),
        ("disclosure_profile", sorted(PROFILES)),
        ("accommodations.*.accommodation_id", sorted(entries)),
        *((pattern, sorted(names)) for pattern in _TASKS),
    )
    for pattern, known in checks:
        yield from (_unknown(path, name, known) for path, name in texts(data, pattern) if name not in known)
    for pattern in _OWN_TASKS:
        for path, name in texts(data, pattern):
            if name not in names:
                said = replace(_unknown(path, name, sorted(names)), severity=Severity.WARNING)
                yield replace(said, message=f"{said.message}: it changes nothing")


def _unknown(path: str, found: str, known: list[str]) -> Problem:
    return error("unknown-name", path, found, f"{found!r} is not known", f"Known are: {', '.join(known)}.")


def _empty(data: dict[str, Any]) -> Iterator[Problem]:
    for pattern in _FILLED:
        for path, text in texts(data, pattern):
            if not text.strip():
                yield error("empty", path, text, "nothing stands here", "Write it down.")


def _tasks(data: dict[str, Any]) -> Iterator[Problem]:
    names = [name for _, name in texts(data, "job.tasks.*.name")]
    if [tasks for _, tasks in places(data, "job.tasks") if tasks == []]:
        yield error("no-tasks", "job.tasks", None, "the job has no tasks", "Give at least one.")
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        message, advice = (
            f"{names.count(name)} tasks are called {name!r}",
            "Give each task a name of its own.",
        )
        yield error("task-name-twice", "job.tasks", name, message, advice)


def _twice(data: dict[str, Any]) -> Iterator[Problem]:
    for pattern, keys, words in _ONCE:
        for path, entries in places(data, pattern):
            seen: set[tuple[str, ...]] = set()
            for index, entry in enumerate(entries if isinstance(entries, list) else ()):
                own = tuple(str(next((v for _, v in places(entry, key)), None)) for key in keys)
                if own in seen:
                    yield _given_twice(f"{path}.{index}", own, words)
                seen.add(own)


def _given_twice(path: str, own: tuple[str, ...], words: str) -> Problem:
    found = ", ".join(part for part in own if part != "None")
    code = "score-twice" if ".scores." in path else "given-twice"
    return error(code, path, found, f"{words} ({found})", "Keep the one that holds.")


def _unfinished(data: dict[str, Any]) -> Iterator[Problem]:
    """Name what is there and says nothing: no day offered, a limit or rule without a figure."""
    for path, days in places(data, "wishes.offer.workdays"):
        if days == []:
            message, advice = (
                "no workday is offered",
                "Name one, or give null for the job's own days.",
            )
            yield error("no-workdays", path, None, message, advice)
        elif isinstance(days, list) and len({str(one) for one in days}) < len(days):
            yield error("given-twice", path, str(days), "a workday is named twice", "Name each once.")
    for pattern, keys in (
        ("wishes.hours_limits.*", ("hours_per_day", "hours_per_week")),
        ("wishes.rests.*", ("max_days", "max_in_a_row")),
        ("assessments.*.tolerances.*", ("bout_min", "day_min")),
    ):
        for path, entry in places(data, pattern):
            if isinstance(entry, dict) and all(entry.get(key) is None for key in keys):
                yield error("no-figure", path, None, f"{' or '.join(keys)} is needed", "Give one of them.")
    for path, first in places(data, "wishes.start"):
        begins = day(first)
        if begins is not None and begins.weekday() != 0:
            message, advice = "a schedule starts on a Monday", "Give the date of a Monday."
            yield error("not-a-monday", path, begins.isoformat(), message, advice)
