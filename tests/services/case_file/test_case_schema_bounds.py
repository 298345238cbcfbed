"""The published JSON Schema of a case bounds every number that reading bounds, by the same figures."""

from collections.abc import Iterator
from typing import Any

import pytest
from an_example_case import cells, example, put
from test_case_fields import OFF_SCALES

from job_profiles.profile_json import PROFILE_SCHEMA
from rtw.services.case_file.bounds import SCALES
from rtw.services.case_file.schema import case_schema

SCHEMA = case_schema()
LIMIT = "surgeon_restrictions.0"


def broken(data: object, shape: dict[str, Any], path: str = "") -> Iterator[str]:
    """Name the places whose number the schema does not allow, as any validator of JSON Schema would."""
    if "$ref" in shape:
        shape = SCHEMA["$defs"][shape["$ref"].removeprefix("#/$defs/")]
    for part in shape.get("allOf", ()):
        if not any(broken_const(data, part["if"])):
            yield from broken(data, part["then"], path)
    options = shape.get("anyOf")
    if options and data is not None:
        found = [list(broken(data, option, path)) for option in options if takes(data, option)]
        yield from min(found, key=len, default=[])
    if isinstance(data, dict):
        for key in data.keys() & shape.get("properties", {}).keys():
            yield from broken(data[key], shape["properties"][key], f"{path}.{key}".lstrip("."))
    if isinstance(data, list):
        firsts = shape.get("prefixItems", [])
        for index, entry in enumerate(data):
            part = firsts[index] if index < len(firsts) else shape.get("items", {})
            yield from broken(entry, part, f"{path}.{index}")
    if isinstance(data, int | float) and not isinstance(data, bool) and not in_bounds(data, shape):
        yield path


def broken_const(data: Any, condition: dict[str, Any]) -> Iterator[bool]:
    assert condition["required"]
    for key, known in condition["properties"].items():
        if key not in data or data[key] != known["const"]:
            yield True


def takes(data: object, option: dict[str, Any]) -> bool:
    if "$ref" in option:
        option = SCHEMA["$defs"][option["$ref"].removeprefix("#/$defs/")]
    kinds = {dict: "object", list: "array", str: "string", int: "number", float: "number", bool: "boolean"}
    return option.get("type") in (kinds[type(data)], "integer" if isinstance(data, int) else None)


def in_bounds(number: float, shape: dict[str, Any]) -> bool:
    if "enum" in shape and shape.get("type") != "string":
        return number in shape["enum"]
    low, above = shape.get("minimum", number), shape.get("exclusiveMinimum", number - 1)
    return low <= number <= shape.get("maximum", number) and number > above


def told(data: dict[str, Any]) -> set[str]:
    return set(broken(data, SCHEMA))


def test_the_example_is_within_every_bound() -> None:
    assert told(example()) == set()


@pytest.mark.parametrize("path", sorted(OFF_SCALES))
def test_what_the_scales_of_a_visit_refuse_the_schema_refuses(path: str) -> None:
    assert told(put(path, OFF_SCALES[path])) == {path}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("wishes.weeks", 27),
        ("wishes.first_day_hours", 0),
        ("wishes.offer.workdays", [1, 7]),
        ("wishes.task_hours", [["Team meeting", -1]]),
        ("treatment_times.0.weekday", 7),
        (f"{LIMIT}.value", -5),
        ("job.tasks.0.hours_per_day", 25),
        ("job.tasks.0.demands.0.force_n", -4),
        ("job.tasks.0.demands.0.efforts_per_minute", 1501),
        ("job.tasks.0.demands.1.efforts_per_minute", 10_000),
        ("job.shift.hours_per_day", 0),
        ("job.shift.days_per_week", 9),
    ],
)
def test_schema_and_reading_refuse_the_same(path: str, value: object) -> None:
    data = put(path, value)
    assert told(data) == cells(data) != set()


@pytest.mark.parametrize(
    ("quantity", "most", "beyond"), [("hours_per_day", 24, 25), ("permitted", 1, 2), ("load_kg", 900, -1)]
)
def test_a_limit_is_bounded_by_its_quantity(quantity: str, most: float, beyond: float) -> None:
    within, off = put(f"{LIMIT}.quantity", quantity), put(f"{LIMIT}.quantity", quantity)
    within["surgeon_restrictions"][0]["value"], off["surgeon_restrictions"][0]["value"] = most, beyond
    assert (told(within), cells(within)) == (set(), set())
    assert told(off) == cells(off) == {f"{LIMIT}.value"}


def test_every_bound_of_reading_is_published_and_the_profile_document_stays_its_own() -> None:
    text = str(PROFILE_SCHEMA)
    assert "minimum" not in text
    for pattern, scale in SCALES:
        assert shapes(pattern), pattern
        assert all(
            (shape["minimum"], shape.get("maximum")) == (scale.low, scale.high) for shape in shapes(pattern)
        )


def shapes(pattern: str) -> list[dict[str, Any]]:
    """Walk the schema along a path, and keep what takes a number."""
    found = [SCHEMA]
    for step in pattern.split("."):
        options = [option for shape in found for option in (shape, *shape.get("anyOf", ()))]
        known = [
            SCHEMA["$defs"][option["$ref"].rsplit("/", 1)[1]] if "$ref" in option else option
            for option in options
        ]
        found = [part for shape in known for part in below(shape, step)]
    options = [option for shape in found for option in (shape, *shape.get("anyOf", ()))]
    return [option for option in options if {"number", "integer"} & kinds(option)]


def kinds(option: dict[str, Any]) -> set[str]:
    kind = option.get("type", ())
    return {kind} if isinstance(kind, str) else set(kind)


def below(shape: dict[str, Any], step: str) -> list[dict[str, Any]]:
    if step in shape.get("properties", {}):
        return [shape["properties"][step]]
    if step.isdigit():
        return shape.get("prefixItems", [])[int(step) : int(step) + 1]
    return [shape["items"]] if step == "*" and "items" in shape else list(shape.get("prefixItems", []))
