"""A profile as the JSON that others rely on, and back."""

from dataclasses import fields
from typing import Any, Final

from job_profiles.answers import scale_from_json, scale_to_json
from job_profiles.kinds import DemandKind, Hand, Quality
from job_profiles.problem import Problem, Severity
from job_profiles.profile import Demand, JobProfile, LiftGeometry, Shift, Task

SCHEMA_VERSION: Final = "1"
_DEMAND_KEYS: Final = (
    "kind",
    "hand",
    "force_n",
    "load_kg",
    "hours_per_day",
    "hours_range",
    "efforts_per_minute",
    "seconds_per_effort",
    "angle_deg",
    "ahv_m_s2",
    "torque_n_m",
    "tool",
    "frequency_band",
    "percent_mvc",
    "quality",
    "as_written",
    "sheet",
    "cell",
)
_EXTRA_KEYS: Final = (
    "load_range_kg",
    "duty_cycle",
    "longest_bout_h",
    "machine_paced",
    "contact_site",
    "glove",
    "handle",
    "geometry",
)
_NUMBERS: Final = frozenset(
    {
        "force_n",
        "load_kg",
        "hours_per_day",
        "efforts_per_minute",
        "seconds_per_effort",
        "angle_deg",
        "ahv_m_s2",
        "torque_n_m",
        "percent_mvc",
        "duty_cycle",
        "longest_bout_h",
    }
)
_RANGES: Final = frozenset({"hours_range", "load_range_kg"})
_GEOMETRY: Final = tuple(f.name for f in fields(LiftGeometry))


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
    }


def _task(task: Task) -> dict[str, Any]:
    return {
        "name": task.name,
        "essential": task.essential,
        "hours_per_day": task.hours_per_day,
        "hours_range": None if task.hours_range is None else list(task.hours_range),
        "modifiable": task.modifiable,
        "demands": [_demand(demand) for demand in task.demands],
    }


def _demand(demand: Demand) -> dict[str, Any]:
    return {key: _plain(getattr(demand, key)) for key in (*_DEMAND_KEYS, *_EXTRA_KEYS)}


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, LiftGeometry):
        return {name: getattr(value, name) for name in _GEOMETRY}
    return value.value if isinstance(value, DemandKind | Hand | Quality) else value


def problem_to_json(problem: Problem) -> dict[str, Any]:
    """Return the JSON of a problem; `asks` and `choices` only where it is a question."""
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
        made["choices"] = [{"value": c.value, "label": c.label} for c in problem.choices]
    return made


class _Reader:
    """Reads a profile's JSON and gathers what is wrong in it, by path."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def wrong(self, path: str, found: object, message: str) -> None:
        """Keep a problem."""
        self.problems.append(
            Problem(
                Severity.ERROR,
                "invalid-profile",
                f"{path}: {message}",
                "Correct the document.",
                cell=path,
                found=repr(found)[:80],
            )
        )

    def number(self, path: str, value: object) -> float | None:
        """Return a number or null."""
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.wrong(path, value, "must be a number or null")
            return None
        return float(value)

    def text(self, path: str, value: object) -> str | None:
        """Return a text or null."""
        if value is not None and not isinstance(value, str):
            self.wrong(path, value, "must be a text or null")
            return None
        return value

    def flag(self, path: str, value: object) -> bool | None:
        """Return true, false or null."""
        if value is not None and not isinstance(value, bool):
            self.wrong(path, value, "must be true, false or null")
            return None
        return value

    def span(self, path: str, value: object) -> tuple[float, float] | None:
        """[low, high] or null."""
        if value is None:
            return None
        if (
            isinstance(value, list)
            and len(value) == 2
            and all(isinstance(v, int | float) and not isinstance(v, bool) for v in value)
            and value[0] <= value[1]
        ):
            return (float(value[0]), float(value[1]))
        self.wrong(path, value, "must be [low, high] or null")
        return None

    def member(self, path: str, value: object, closed: Any) -> Any:
        """One of a closed set, or null."""
        if value is None:
            return None
        if value in {m.value for m in closed}:
            return closed(value)
        self.wrong(path, value, f"must be one of {', '.join(m.value for m in closed)}")
        return None

    def listed(self, path: str, value: object) -> list[Any]:
        """Return a list of objects."""
        if isinstance(value, list) and all(isinstance(v, dict) for v in value):
            return value
        self.wrong(path, value, "must be a list of objects")
        return []


def profile_from_json(data: object) -> tuple[JobProfile | None, tuple[Problem, ...]]:
    """Return the profile of a JSON document, None if it is no object with a title, and all that is wrong."""
    reader = _Reader()
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
    )
    return profile, tuple(reader.problems)


def _scale_from(reader: _Reader, data: object) -> Any:
    if data is None:
        return None
    try:
        return scale_from_json(data)
    except ValueError as wrong:
        reader.wrong("/frequency_scale", data, str(wrong))
        return None


def _task_from(reader: _Reader, path: str, data: dict[str, Any]) -> Task:
    demands = (
        _demand_from(reader, f"{path}/demands/{i}", d)
        for i, d in enumerate(reader.listed(f"{path}/demands", data.get("demands", [])))
    )
    return Task(
        reader.text(f"{path}/name", data.get("name")) or "",
        reader.flag(f"{path}/essential", data.get("essential")),
        reader.number(f"{path}/hours_per_day", data.get("hours_per_day")),
        reader.span(f"{path}/hours_range", data.get("hours_range")),
        reader.flag(f"{path}/modifiable", data.get("modifiable")),
        tuple(d for d in demands if d is not None),
    )


def _demand_from(reader: _Reader, path: str, data: dict[str, Any]) -> Demand | None:
    kind = reader.member(f"{path}/kind", data.get("kind"), DemandKind)
    if kind is None:
        if data.get("kind") is None:
            reader.wrong(f"{path}/kind", None, "a demand needs a kind")
        return None
    made: dict[str, Any] = {"kind": kind, "hand": reader.member(f"{path}/hand", data.get("hand"), Hand)}
    made["quality"] = reader.member(f"{path}/quality", data.get("quality"), Quality)
    for key in (*_DEMAND_KEYS[2:], *_EXTRA_KEYS):
        if key not in made:
            made[key] = _value_from(reader, f"{path}/{key}", key, data.get(key))
    return Demand(**made)


def _value_from(reader: _Reader, path: str, key: str, value: object) -> object:
    if key in _NUMBERS:
        return reader.number(path, value)
    if key in _RANGES:
        return reader.span(path, value)
    if key == "machine_paced":
        return reader.flag(path, value)
    if key == "geometry":
        return _geometry(reader, path, value)
    return reader.text(path, value)


def _geometry(reader: _Reader, path: str, value: object) -> LiftGeometry | None:
    if value is None:
        return None
    if not isinstance(value, dict):
        reader.wrong(path, value, "must be an object or null")
        return None
    numbers = {n: reader.number(f"{path}/{n}", value.get(n)) for n in _GEOMETRY if n != "coupling"}
    return LiftGeometry(**numbers, coupling=reader.text(f"{path}/coupling", value.get("coupling")))


def _nullable(kind: str) -> dict[str, Any]:
    return {"type": [kind, "null"]}


def _range_schema() -> dict[str, Any]:
    return {"type": ["array", "null"], "items": {"type": "number"}, "minItems": 2, "maxItems": 2}


def _enum(closed: Any, *, null: bool) -> dict[str, Any]:
    return {"enum": [*(m.value for m in closed), *([None] if null else [])]}


def _demand_schema() -> dict[str, Any]:
    properties: dict[str, Any] = {}
    for key in (*_DEMAND_KEYS, *_EXTRA_KEYS):
        properties[key] = (
            _nullable("number")
            if key in _NUMBERS
            else _range_schema()
            if key in _RANGES
            else _nullable("string")
        )
    properties |= {
        "kind": _enum(DemandKind, null=False),
        "hand": _enum(Hand, null=True),
        "quality": _enum(Quality, null=True),
    }
    geometry = {n: _nullable("string" if n == "coupling" else "number") for n in _GEOMETRY}
    properties |= {
        "machine_paced": _nullable("boolean"),
        "geometry": {"type": ["object", "null"], "properties": geometry},
    }
    return {"type": "object", "properties": properties, "required": ["kind"], "additionalProperties": False}


def _task_schema() -> dict[str, Any]:
    properties = {
        "name": {"type": "string"},
        "essential": _nullable("boolean"),
        "hours_per_day": _nullable("number"),
        "hours_range": _range_schema(),
        "modifiable": _nullable("boolean"),
        "demands": {"type": "array", "items": _demand_schema()},
    }
    return {
        "type": "object",
        "properties": properties,
        "required": ["name", "demands"],
        "additionalProperties": False,
    }


def _schema() -> dict[str, Any]:
    shift = {"hours_per_day": _nullable("number"), "days_per_week": _nullable("number")}
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
            "employer": _nullable("string"),
            "occupation_code": _nullable("string"),
            "shift": {"type": "object", "properties": shift, "additionalProperties": False},
            "frequency_scale": {
                "type": ["object", "null"],
                "properties": scale,
                "required": ["basis", "bands"],
            },
            "tasks": {"type": "array", "items": _task_schema()},
        },
        "required": ["title", "tasks"],
        "additionalProperties": False,
    }


PROFILE_SCHEMA: Final = _schema()
"""JSON Schema of the profile document; a profile holds nothing clinical."""
