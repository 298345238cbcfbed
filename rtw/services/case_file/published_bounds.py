"""The bounds of a case file's numbers in its JSON Schema, from the same tables by which they are refused.

What hangs on another field (the quantity of a limit, the score of a total, the kind of a demand) stands as
`if` and `then`.
"""

from collections.abc import Iterator
from typing import Any

from job_profiles.checks import CHECKED, most_possible, most_possible_of_shift
from job_profiles.kinds import DemandKind
from rtw.domain.assessment.off_scale import Scale
from rtw.domain.capacity import Quantity
from rtw.domain.scores.definition import ScoreId, ScoreRules
from rtw.services.case_file.bounds import (
    LIMITS,
    MONOFILAMENTS,
    SCALES,
    SHIFT,
    answers_of,
    filament_scale,
    scale_of_limit,
    total_of,
)

Shape = dict[str, Any]


def publish_bounds(schema: Shape, filaments: tuple[float, ...], rules: ScoreRules) -> None:
    """Write into the schema of a case, in place, what its numbers may be."""
    for pattern, scale in SCALES:
        _bound(schema, pattern, scale)
    if filaments:
        _bound(schema, MONOFILAMENTS, filament_scale(filaments))
    for limit in (found for pattern in LIMITS for found in _at(schema, pattern)):
        limit["allOf"] = [_by_quantity(quantity) for quantity in Quantity]
    for entry in _at(schema, "assessments.*.scores.*"):
        entry["allOf"] = [_by_score(score, rules) for score in ScoreId]
    _publish_job(schema)


def _publish_job(schema: Shape) -> None:
    for field, name in SHIFT.items():
        for node in _numbers(schema, f"job.shift.{field}"):
            node |= {"exclusiveMinimum": 0, "maximum": most_possible_of_shift(name)}
    for demand in _at(schema, "job.tasks.*.demands.*"):
        demand["allOf"] = [_by_kind(kind) for kind in DemandKind]


def _by_quantity(quantity: Quantity) -> Shape:
    return _when("quantity", quantity.value, {"value": _keywords(scale_of_limit(quantity.value))})


def _by_score(score: ScoreId, rules: ScoreRules) -> Shape:
    definition = rules.of(score)
    then = {
        "items": {"items": _keywords(answers_of(definition))},
        "total": _keywords(total_of(definition)),
    }
    return _when("score", score.value, then)


def _by_kind(kind: DemandKind) -> Shape:
    then = {field: {"minimum": 0, "maximum": most_possible(field, kind)} for field in CHECKED}
    return _when("kind", kind.value, then)


def _when(field: str, value: str, then: Shape) -> Shape:
    known = {"properties": {field: {"const": value}}, "required": [field]}
    return {"if": known, "then": {"properties": then}}


def _bound(schema: Shape, pattern: str, scale: Scale) -> None:
    for node in _numbers(schema, pattern):
        node |= _keywords(scale)


def _keywords(scale: Scale) -> Shape:
    """Say a scale in the words of JSON Schema; bounds pass over what is no number."""
    if scale.steps:
        return {"enum": list(scale.steps)}
    return {"minimum": scale.low} if scale.high is None else {"minimum": scale.low, "maximum": scale.high}


def _numbers(schema: Shape, pattern: str) -> Iterator[Shape]:
    """Find the part of a field's shape that takes a number, so that null and grades stay as they are."""
    for shape in _at(schema, pattern):
        for option in (shape, *shape.get("anyOf", ())):
            kinds = option.get("type", ())
            if {"number", "integer"} & set([kinds] if isinstance(kinds, str) else kinds):
                yield option


def _at(schema: Shape, pattern: str) -> Iterator[Shape]:
    """Find the shapes of a path such as `assessments.*.pain_work`, each definition once."""
    found = [schema]
    for step in pattern.split("."):
        found = [part for shape in found for part in _step(schema, shape, step)]
    followed = [_followed(schema, shape) for shape in found]
    return iter({id(shape): shape for shape in followed}.values())


def _step(schema: Shape, shape: Shape, step: str) -> Iterator[Shape]:
    for option in (shape, *shape.get("anyOf", ())):
        known = _followed(schema, option)
        if step in known.get("properties", {}):
            yield known["properties"][step]
        elif step.isdigit() and "prefixItems" in known:
            yield known["prefixItems"][int(step)]
        elif step == "*" and ("items" in known or "prefixItems" in known):
            yield from known.get("prefixItems", ()) or (known["items"],)


def _followed(schema: Shape, shape: Shape) -> Shape:
    reference = str(shape.get("$ref", "")).removeprefix("#/$defs/")
    found: Shape = schema["$defs"][reference] if reference else shape
    return found
