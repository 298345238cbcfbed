"""A demand as JSON, back, and the schema of it."""

from dataclasses import fields
from typing import Any, Final

from job_profiles.json_parts import GIVEN, given, nullable, one_of, range_schema
from job_profiles.json_reader import JsonReader
from job_profiles.kinds import DemandKind, Hand, Quality
from job_profiles.profile import Demand, LiftGeometry

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


def demand_to_json(demand: Demand) -> dict[str, Any]:
    """Return the JSON of a demand: every key there, null where nothing is stated."""
    told = {key: _plain(getattr(demand, key)) for key in (*_DEMAND_KEYS, *_EXTRA_KEYS)}
    return {**told, **given(demand.given)}


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, LiftGeometry):
        return {name: getattr(value, name) for name in _GEOMETRY}
    return value.value if isinstance(value, DemandKind | Hand | Quality) else value


def demand_from(reader: JsonReader, path: str, data: dict[str, Any]) -> Demand | None:
    """Return the demand of a JSON object; None without a known kind. What is wrong is kept by the reader."""
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
    return Demand(**made, given=reader.names(f"{path}/given", data))


def _value_from(reader: JsonReader, path: str, key: str, value: object) -> object:
    if key in _NUMBERS:
        return reader.number(path, value)
    if key in _RANGES:
        return reader.span(path, value)
    if key == "machine_paced":
        return reader.flag(path, value)
    if key == "geometry":
        return _geometry(reader, path, value)
    return reader.text(path, value)


def _geometry(reader: JsonReader, path: str, value: object) -> LiftGeometry | None:
    if value is None:
        return None
    if not isinstance(value, dict):
        reader.wrong(path, value, "must be an object or null")
        return None
    numbers = {n: reader.number(f"{path}/{n}", value.get(n)) for n in _GEOMETRY if n != "coupling"}
    return LiftGeometry(**numbers, coupling=reader.text(f"{path}/coupling", value.get("coupling")))


def demand_schema() -> dict[str, Any]:
    """Return the JSON Schema of a demand."""
    properties: dict[str, Any] = {}
    for key in (*_DEMAND_KEYS, *_EXTRA_KEYS):
        properties[key] = (
            nullable("number")
            if key in _NUMBERS
            else range_schema()
            if key in _RANGES
            else nullable("string")
        )
    properties |= {
        "kind": one_of(DemandKind, null=False),
        "hand": one_of(Hand, null=True),
        "quality": one_of(Quality, null=True),
    }
    geometry = {n: nullable("string" if n == "coupling" else "number") for n in _GEOMETRY}
    properties |= {
        "machine_paced": nullable("boolean"),
        "geometry": {"type": ["object", "null"], "properties": geometry},
        "given": GIVEN,
    }
    return {"type": "object", "properties": properties, "required": ["kind"], "additionalProperties": False}
