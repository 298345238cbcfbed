"""A profile as the JSON that others rely on, and back."""

from typing import Any, Final

from job_profiles.answers import scale_from_json, scale_to_json
from job_profiles.demand_json import demand_from, demand_schema, demand_to_json
from job_profiles.json_parts import GIVEN, given, nullable, range_schema
from job_profiles.json_reader import JsonReader
from job_profiles.problem import Choice, Problem
from job_profiles.profile import JobProfile, Shift, Task

SCHEMA_VERSION: Final = "1"


def profile_to_json(profile: JobProfile) -> dict[str, Any]:
    """Return the JSON of a profile: every key there, null where nothing is stated."""
    return {
        "schema_version": SCHEMA_VERSION,
        "title": profile.title,
        "employer": profile.employer,
        "occupation_code": profile.occupation_code,
        "shift": {"hours_per_day": profile.shift.hours_per_day, "days_per_week": profile.shift.days_per_week},
        "frequency_scale": None
        if profile.frequency_scale is None
        else scale_to_json(profile.frequency_scale),
        "tasks": [_task(task) for task in profile.tasks],
        **given(profile.given),
    }


def _task(task: Task) -> dict[str, Any]:
    return {
        "name": task.name,
        "essential": task.essential,
        "hours_per_day": task.hours_per_day,
        "hours_range": None if task.hours_range is None else list(task.hours_range),
        "modifiable": task.modifiable,
        "demands": [demand_to_json(demand) for demand in task.demands],
        **given(task.given),
    }


def problem_to_json(problem: Problem) -> dict[str, Any]:
    """Return the JSON of a problem; `asks`, `choices` and `fields` only where it is a question."""
    made: dict[str, Any] = {
        "severity": problem.severity.value,
        "code": problem.code,
        "sheet": problem.sheet,
        "cell": problem.cell,
        "found": problem.found,
        "message": problem.message,
        "advice": problem.advice,
    }
    if problem.asks:
        made["asks"] = problem.asks
        made["choices"] = _choices(problem.choices)
    if problem.fields:
        made["fields"] = [
            {"asks": f.asks, "label": f.label, "kind": f.kind.value, "choices": _choices(f.choices)}
            for f in problem.fields
        ]
    return made


def _choices(choices: tuple[Choice, ...]) -> list[dict[str, str]]:
    return [{"value": choice.value, "label": choice.label} for choice in choices]


def profile_from_json(data: object) -> tuple[JobProfile | None, tuple[Problem, ...]]:
    """Return the profile of a JSON document, None if it is no object with a title, and all that is wrong."""
    reader = JsonReader()
    if not isinstance(data, dict) or not isinstance(data.get("title"), str):
        reader.wrong("/title", data, "a profile is an object with a title")
        return None, tuple(reader.problems)
    shift = data.get("shift") or {}
    tasks = tuple(
        _task_from(reader, f"/tasks/{i}", t)
        for i, t in enumerate(reader.listed("/tasks", data.get("tasks", [])))
    )
    profile = JobProfile(
        data["title"],
        reader.text("/employer", data.get("employer")),
        reader.text("/occupation_code", data.get("occupation_code")),
        Shift(
            reader.number("/shift/hours_per_day", shift.get("hours_per_day")),
            reader.number("/shift/days_per_week", shift.get("days_per_week")),
        ),
        _scale_from(reader, data.get("frequency_scale")),
        tasks,
        reader.names("/given", data),
    )
    return profile, tuple(reader.problems)


def _scale_from(reader: JsonReader, data: object) -> Any:
    if data is None:
        return None
    try:
        return scale_from_json(data)
    except ValueError as wrong:
        reader.wrong("/frequency_scale", data, str(wrong))
        return None


def _task_from(reader: JsonReader, path: str, data: dict[str, Any]) -> Task:
    demands = (
        demand_from(reader, f"{path}/demands/{i}", d)
        for i, d in enumerate(reader.listed(f"{path}/demands", data.get("demands", [])))
    )
    return Task(
        reader.name(f"{path}/name", data.get("name")),
        reader.flag(f"{path}/essential", data.get("essential")),
        reader.number(f"{path}/hours_per_day", data.get("hours_per_day")),
        reader.span(f"{path}/hours_range", data.get("hours_range")),
        reader.flag(f"{path}/modifiable", data.get("modifiable")),
        tuple(d for d in demands if d is not None),
        reader.names(f"{path}/given", data),
    )


def _task_schema() -> dict[str, Any]:
    properties = {
        "name": {"type": "string"},
        "essential": nullable("boolean"),
        "hours_per_day": nullable("number"),
        "hours_range": range_schema(),
        "modifiable": nullable("boolean"),
        "demands": {"type": "array", "items": demand_schema()},
        "given": GIVEN,
    }
    return {
        "type": "object",
        "properties": properties,
        "required": ["name", "demands"],
        "additionalProperties": False,
    }


def _schema() -> dict[str, Any]:
    shift = {"hours_per_day": nullable("number"), "days_per_week": nullable("number")}
    scale = {
        "basis": {"enum": ["share_of_shift", "hours_per_day"]},
        "bands": {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "number"}}},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Job profile",
        "type": "object",
        "properties": {
            "schema_version": {"const": SCHEMA_VERSION},
            "title": {"type": "string"},
            "employer": nullable("string"),
            "occupation_code": nullable("string"),
            "shift": {"type": "object", "properties": shift, "additionalProperties": False},
            "frequency_scale": {
                "type": ["object", "null"],
                "properties": scale,
                "required": ["basis", "bands"],
            },
            "tasks": {"type": "array", "items": _task_schema()},
            "given": GIVEN,
        },
        "required": ["title", "tasks"],
        "additionalProperties": False,
    }


PROFILE_SCHEMA: Final = _schema()
"""JSON Schema of the profile document; a profile holds nothing clinical."""
