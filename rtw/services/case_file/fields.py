"""Keys of a case file that no field bears: a misspelt one must not be lost in silence."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from job_profiles.problem import Problem
from rtw.services.case_file.places import error, join
from rtw.services.case_file.schema import case_schema


def unknown_fields(data: dict[str, Any]) -> Iterator[Problem]:
    """Name every key that was given and is not read, by the published schema."""
    schema = _schema()
    yield from _unknown(data, schema, schema["$defs"], "")


@cache
def _schema() -> dict[str, Any]:
    return case_schema()


def _unknown(data: object, shape: dict[str, Any], known: dict[str, Any], path: str) -> Iterator[Problem]:
    shape = _resolved(shape, known)
    if isinstance(data, list):
        firsts, rest = shape.get("prefixItems", []), shape.get("items", {})
        for index, entry in enumerate(data):
            part = firsts[index] if index < len(firsts) else rest
            yield from _unknown(entry, part, known, join(path, str(index)))
    elif isinstance(data, dict) and "properties" in shape:
        fields = shape["properties"]
        for key in sorted(set(data) - set(fields)):
            message = f"{key!r} is not a field of {path or 'a case'}"
            yield error("unknown-field", join(path, key), None, message, "Take it out.")
        for key in (key for key in data if key in fields):
            yield from _unknown(data[key], fields[key], known, join(path, key))


def _resolved(shape: dict[str, Any], known: dict[str, Any]) -> dict[str, Any]:
    """Follow a reference, and take what is no null of a choice."""
    for option in (shape, *shape.get("anyOf", ())):
        if "$ref" in option:
            found: dict[str, Any] = known[option["$ref"].removeprefix("#/$defs/")]
            return found
        if option is not shape and option.get("type") != "null":
            return dict(option)
    return shape
