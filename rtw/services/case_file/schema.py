"""The published shapes: JSON Schema of case and plan, with every clinical field marked `x-clinical`."""

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, Final, get_args, get_type_hints

from pydantic import TypeAdapter

from job_profiles.problem import Problem
from job_profiles.profile_json import PROFILE_SCHEMA
from rtw.domain.disclosure.profiles import PROFILES
from rtw.domain.plan import PhysicianApproval, Plan, Restriction
from rtw.domain.schedule.brief import Ground, OpenedGate
from rtw.domain.schedule.rules import Rule
from rtw.domain.schedule.settings import HoursLimit
from rtw.domain.schedule.values import Bind, Week
from rtw.knowledge.for_scores import score_rules
from rtw.knowledge.load import knowledge
from rtw.services.case_file.published_bounds import publish_bounds
from rtw.services.case_file.values import SCHEMA_VERSION, CaseFile, OverrideInCase, PlanDocument

EXAMPLE: Final = Path(__file__).with_name("example.json")
"""A complete case of an invented patient: what the schema gives as its example."""

CLINICAL_PACKAGES: Final = (
    "rtw.domain.assessment",
    "rtw.domain.scores",
    "rtw.domain.measurement",
    "rtw.domain.capacity",
    "rtw.domain.gap",
    "rtw.domain.optimise",
    "rtw.domain.schedule.violation",
    "rtw.domain.disclosure.values",
)
"""Where clinical values are defined: every field of theirs is clinical."""

CLINICAL_TYPES: Final = frozenset(
    {OverrideInCase, PhysicianApproval, HoursLimit, Ground, OpenedGate, Bind, Rule, Problem}
)
"""Clinical values defined elsewhere: verdicts and the reasons behind limits stay in the clinic."""

EMPLOYER_SIDE: Final = frozenset({"ClinicCard", "ContactCard"})
"""Cards of `disclosure.values` that an employer reads."""

CLINICAL_FIELDS: Final = {
    CaseFile: {
        "patient",
        "diagnosis",
        "medication",
        "clinical_notes",
        "operations",
        "surgeon_restrictions",
        "assessments",
        "circumstances",
        "overrides",
        "physician_approval",
        "reason",
    },
    PlanDocument: {field.name for field in fields(PlanDocument)} - {"schema_version"},
    Restriction: {"basis", "origin"},
    Plan: {"reason", "assumptions"},
    Week: {"binds"},
}
"""Clinical fields of values that an employer sees in part."""


def case_schema() -> dict[str, Any]:
    """JSON Schema of a case file; the job stands in it as the profile document."""
    schema = _schema(CaseFile, "Case")
    job = deepcopy(PROFILE_SCHEMA)
    schema["properties"]["job"] = {key: job[key] for key in job if key != "$schema"}
    schema["properties"]["disclosure_profile"]["enum"] = sorted(PROFILES)
    chosen = schema["$defs"]["ChosenInCase"]["properties"]["accommodation_id"]
    chosen["enum"] = sorted(entry.id for entry in knowledge().catalogue.accommodations)
    schema["$defs"] = _used(schema)
    filaments = tuple(row.size for row in knowledge().filaments.rows)
    publish_bounds(schema, filaments, score_rules(knowledge()))
    schema["examples"] = [json.loads(EXAMPLE.read_text(encoding="utf-8"))]
    return schema


def plan_schema() -> dict[str, Any]:
    """JSON Schema of `plan.json`."""
    return _schema(PlanDocument, "Plan")


def _schema(kind: type, title: str) -> dict[str, Any]:
    schema = TypeAdapter(kind).json_schema()
    definitions = {part.__name__: part for part in _dataclasses(kind)}
    for name, part in definitions.items():
        shape = schema if part is kind else schema.get("$defs", {}).get(name)
        if shape is not None:
            _mark(part, shape)
            shape["additionalProperties"] = False
    schema["properties"]["schema_version"] = {"const": SCHEMA_VERSION}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": title}


def _mark(kind: type, shape: dict[str, Any]) -> None:
    for name, field in shape.get("properties", {}).items():
        if is_clinical(kind, name):
            field["x-clinical"] = True


def is_clinical(kind: type, name: str) -> bool:
    """Whether a field of a value is clinical, and so may never reach an employer."""
    if kind in CLINICAL_FIELDS:
        return name in CLINICAL_FIELDS[kind]
    if kind.__name__ in EMPLOYER_SIDE:
        return False
    return kind in CLINICAL_TYPES or kind.__module__.startswith(CLINICAL_PACKAGES)


def _dataclasses(kind: type) -> Iterator[type]:
    """Walk every dataclass that a value may hold, itself first, each once."""
    seen: set[type] = set()
    waiting: list[Any] = [kind]
    while waiting:
        part = waiting.pop()
        waiting.extend(get_args(part))
        if isinstance(part, type) and is_dataclass(part) and part not in seen:
            seen.add(part)
            waiting.extend(get_type_hints(part).values())
            yield part


def _used(schema: dict[str, Any]) -> dict[str, Any]:
    """Drop the definitions that nothing refers to since the job has its own document."""
    definitions: dict[str, Any] = schema["$defs"]
    kept: dict[str, Any] = {}
    waiting = [value for key, value in schema.items() if key != "$defs"]
    while waiting:
        part = waiting.pop()
        if isinstance(part, list):
            waiting.extend(part)
        elif isinstance(part, dict):
            waiting.extend(part.values())
            name = str(part.get("$ref", "")).removeprefix("#/$defs/")
            if name in definitions and name not in kept:
                kept[name] = definitions[name]
                waiting.append(definitions[name])
    return kept
