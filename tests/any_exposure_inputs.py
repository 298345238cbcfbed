"""Inputs of every exposure model, sound and broken, made from the shape the model publishes."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rtw.services.exposure.models import LISTED
from rtw.services.exposure.shape import inputs_document

Route = tuple[str | int, ...]
"""Where a value stands in a document: ("subtasks", 0, "intensity")."""

PUBLISHED = Path(__file__).parent / "domain" / "exposure" / "published_examples.json"
USE = {"hours_continuous": 0.5, "hours_per_day": 4}
DEVICES = ("telephone", "monitor", "mouse", "keyboard")
LIFT = {"load": 5, "horizontal": 30, "vertical": 20, "travel": 60, "asymmetry_deg": 10}
END = {"horizontal": 40, "vertical": 80, "asymmetry_deg": 0}
RATED = {"lifts_per_minute": 2, "duration_hours": 1, "recovery_hours": 1, "coupling": "poor"}
FURTHER: dict[str, list[dict[str, Any]]] = {
    "rsi": [
        {
            "intensity": 0.5,
            "efforts_per_minute": 4,
            "seconds_per_effort": 2,
            "wrist_angle_deg": 10,
            "hours_per_day": 3,
            "threshold": 9,
        }
    ],
    "tlv_hal": [
        {"hal": 3, "npf": 2, "hours_per_day": 6},
        {"hal": 3, "percent_mvc": 20, "edition": "2018"},
    ],
    "mae": [{"duty_cycle": 0.2, "strength_n": 80}],
    "rnle": [
        {"units": "metric", **LIFT, **RATED, "destination": END, "one_handed": False},
        {"units": "us", **LIFT, "frequency_multiplier": 0.9, "coupling_multiplier": 1},
    ],
    "rnle_composite": [
        {
            "units": "metric",
            "subtasks": [{**LIFT, **RATED, "destination": END}],
            "one_handed": True,
            "one_handed_en_1005_2": True,
        }
    ],
    "strength_classes": [
        {"occasional_kg": 3, "frequent_kg": 2, "constant_kg": 1},
        {"occasional_lb": 3, "frequent_lb": 2, "constant_lb": 1},
    ],
    "rosa": [
        {
            "chair_use": USE,
            "neutral_chair": 1,
            "chair": {
                "seat_height": "knees_90",
                "seat_depth": "gap_8_cm",
                "armrests": "in_line",
                "backrest": "supported",
                "no_leg_room": True,
                "seat_height_not_adjustable": True,
                "seat_depth_not_adjustable": True,
                "armrests_hard_or_damaged": True,
                "armrests_too_wide": True,
                "armrests_not_adjustable": True,
                "work_surface_too_high": True,
                "backrest_not_adjustable": True,
            },
            "telephone": {"reach": "too_far", "neck_and_shoulder_hold": True, "no_hands_free": True},
            "monitor": {
                "height": "too_high",
                "too_far": True,
                "neck_twist": True,
                "glare": True,
                "no_document_holder": True,
            },
            "mouse": {"reach": "reaching", "different_surface": True, "pinch_grip": True, "palmrest": True},
            "keyboard": {
                "wrist": "extended",
                "deviation": True,
                "too_high": True,
                "overhead_reach": True,
                "not_adjustable": True,
            },
            **{f"{device}_use": USE for device in DEVICES},
        }
    ],
}
"""What no published example gives, so that every input of every model stands in some sound document."""


def sound_documents(model: str) -> list[dict[str, Any]]:
    """Documents the model accepts: the published examples, and further ones."""
    published = json.loads(PUBLISHED.read_text("utf-8"))["examples"]
    base = [each["inputs"] for each in published if each["model"] == model]
    own = FURTHER.get(model, [])
    thresholds = [{**base[0], "threshold": 9}] if model in ("cosi", "cusi") else []
    directly = [{"tasks": [{"cosi": 4.5, "hours_per_day": 4}]}] if model == "cusi" else []
    return [*_one_of_each_shape(base), *own, *thresholds, *directly]


def _one_of_each_shape(documents: list[dict[str, Any]]) -> list[dict[str, Any]]:
    shapes: dict[str, dict[str, Any]] = {}
    for document in documents:
        shapes.setdefault(str(sorted(map(str, routes_shown(document)))), document)
    return list(shapes.values())


def routes(document: Any, at: Route = ()) -> Iterator[Route]:
    """Walk the place of every value, those of parts after the part itself."""
    if at:
        yield at
    if isinstance(document, dict):
        for name, value in document.items():
            yield from routes(value, (*at, name))
    if isinstance(document, list):
        for place, value in enumerate(document):
            yield from routes(value, (*at, place))


def routes_shown(document: Any) -> set[Route]:
    """The places without their numbers in lists."""
    return {tuple(part for part in route if isinstance(part, str)) for route in routes(document)}


def fields_of(model: str) -> dict[Route, dict[str, Any]]:
    """Every input of a model as its shape describes it, by place without numbers in lists."""
    kind = next(each.model.inputs for each in LISTED if each.model.name == model)
    return dict(_fields(inputs_document(kind), ()))


def _fields(described: list[dict[str, Any]], at: Route) -> Iterator[tuple[Route, dict[str, Any]]]:
    for each in described:
        yield (*at, each["name"]), each
        yield from _fields(each.get("fields", []), (*at, each["name"]))


def described(model: str, route: Route) -> dict[str, Any]:
    """How the shape describes the value at a place."""
    return fields_of(model)[tuple(part for part in route if isinstance(part, str))]


def value_at(document: Any, route: Route) -> Any:
    for part in route:
        document = document[part]
    return document


def put_at(document: Any, route: Route, value: Any) -> Any:
    """A copy of the document with another value at a place."""
    changed = copy.deepcopy(document)
    value_at(changed, route[:-1])[route[-1]] = value
    return changed


def without(document: Any, route: Route) -> Any:
    """A copy of the document that lacks the value at a place."""
    changed = copy.deepcopy(document)
    del value_at(changed, route[:-1])[route[-1]]
    return changed


def dotted(route: Route) -> str:
    return ".".join(map(str, route))


def impossible(field: dict[str, Any], sound: Any) -> list[Any]:
    """Values that cannot stand where `sound` stands, whatever the model says of them."""
    if isinstance(sound, bool):
        return ["yes", 3, [], {}]
    if isinstance(sound, str):
        return ["nonsense", "", 3, [], {}, True]
    if isinstance(sound, dict):
        return ["text", 3, [], True]
    if isinstance(sound, list):
        return ["text", 3, {}, True]
    numbers = [float("nan"), float("inf"), float("-inf"), 1e300, 10**400, "text", "3", "", [], {}, True]
    low = field.get("at_least", field.get("above"))
    high = field.get("at_most")
    below = [] if low is None else [low - 1, low - 1e-6, *([low] if "above" in field else [])]
    return [*numbers, *below, *([] if high is None else [high + 1, high + 1e-6])]
