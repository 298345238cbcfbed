"""How a reading is held against the answer a careful person gave: the rules of the answers' own README."""

import math
from collections.abc import Iterator
from typing import Any

from job_profiles.grid.cells import parse_range

Json = dict[str, Any]
NUMBERS = (
    "force_n",
    "load_kg",
    "hours_per_day",
    "efforts_per_minute",
    "seconds_per_effort",
    "angle_deg",
    "ahv_m_s2",
    "torque_n_m",
    "percent_mvc",
)
TEXTS = ("frequency_band", "quality", "tool", "sheet", "cell")


def near(expected: float | None, got: float | None, tolerance: float) -> bool:
    """Nothing equals only nothing."""
    if expected is None or got is None:
        return expected is got
    return math.isclose(expected, got, rel_tol=tolerance, abs_tol=1e-9)


def same_range(expected: list[float] | None, got: list[float] | None, tolerance: float) -> bool:
    if expected is None or got is None:
        return expected is got
    return all(near(a, b, tolerance) for a, b in zip(expected, got, strict=True))


def profile_differences(expected: Json, got: Json, tolerance: float) -> Iterator[str]:
    """Everything in which a profile departs from the answer."""
    for name in ("title", "employer", "occupation_code", "shift"):
        if expected[name] != got[name]:
            yield f"{name}: expected {expected[name]!r}, got {got[name]!r}"
    yield from scale_differences(expected["frequency_scale"], got["frequency_scale"], tolerance)
    if len(expected["tasks"]) != len(got["tasks"]):
        yield f"tasks: got {[t['name'] for t in got['tasks']]}"
    for mine, theirs in zip(expected["tasks"], got["tasks"], strict=False):
        yield from task_differences(mine, theirs, tolerance)


def scale_differences(expected: Json | None, got: Json | None, tolerance: float) -> Iterator[str]:
    if expected is None or got is None:
        if expected is not got:
            yield f"scale: expected {expected}, got {got}"
        return
    if expected["basis"] != got["basis"] or set(expected["bands"]) != set(got["bands"]):
        yield f"scale: expected {expected}, got {got}"
        return
    for letter, band in expected["bands"].items():
        if not same_range(band, got["bands"][letter], tolerance):
            yield f"band {letter}: expected {band}, got {got['bands'][letter]}"


def task_differences(expected: Json, got: Json, tolerance: float) -> Iterator[str]:
    if not expected.get("name_free") and expected["name"] != got["name"]:
        yield f"task: expected {expected['name']!r}, got {got['name']!r}"
    if expected["essential"] is not got["essential"]:
        yield f"{expected['name']}: essential expected {expected['essential']}, got {got['essential']}"
    if not near(expected["hours_per_day"], got["hours_per_day"], tolerance):
        yield f"{expected['name']}: hours expected {expected['hours_per_day']}, got {got['hours_per_day']}"
    left = list(got["demands"])
    for demand in expected["demands"]:
        match = best(demand, left)
        if match is not None:
            left.remove(match)
            yield from demand_differences(demand, match, tolerance)
        elif not demand.get("may_be_omitted"):
            yield f"{expected['name']}: no {demand['kind']} at {demand['cell']}"
    yield from (f"{expected['name']}: {d['kind']} at {d['cell']} too many" for d in left)


def accepted(demand: Json, name: str) -> list[Any]:
    return [demand[name], *demand.get(f"{name}_accept", [])]


def best(demand: Json, left: list[Json]) -> Json | None:
    """The demand at the same cell, or else the first of the same kind."""
    fitting = [d for d in left if d["kind"] in accepted(demand, "kind")]
    here = [d for d in fitting if (d["sheet"], d["cell"]) == (demand["sheet"], demand["cell"])]
    return next(iter(here or fitting), None)


def demand_differences(expected: Json, got: Json, tolerance: float) -> Iterator[str]:
    where = f"{expected['kind']} at {expected['cell']}"
    if got["hand"] not in accepted(expected, "hand"):
        yield f"{where}: hand expected {expected['hand']}, got {got['hand']}"
    for name in NUMBERS:
        if not near(expected.get(name), got[name], tolerance):
            yield f"{where}: {name} expected {expected.get(name)}, got {got[name]}"
    if not any(same_range(r, got["hours_range"], tolerance) for r in accepted(expected, "hours_range")):
        yield f"{where}: hours_range expected {expected['hours_range']}, got {got['hours_range']}"
    for name in TEXTS:
        if expected.get(name) != got[name]:
            yield f"{where}: {name} expected {expected.get(name)!r}, got {got[name]!r}"
    if expected["as_written"].strip() not in got["as_written"]:
        yield f"{where}: as_written expected {expected['as_written']!r}, got {got['as_written']!r}"


def unmet(expected: Json, problems: list[Json]) -> str | None:
    """The problem an answer names that no reported problem of its severity stands for."""
    if expected.get("met_also_by_reading_it"):
        return None
    same = [p for p in problems if p["severity"] == expected["severity"]]
    if expected["cell"] is None:
        return None if same else f"no {expected['severity']}: {expected['about']}"
    sheet, _, cell = expected["cell"].partition("!")
    met = any(p["sheet"] == sheet and p["cell"] and touch(cell, p["cell"]) for p in same)
    return None if met else f"no {expected['severity']} at {expected['cell']}: {expected['about']}"


def touch(one: str, other: str) -> bool:
    """Whether two addresses share an end."""
    a, b = parse_range(one), parse_range(other)
    ends = {(a.first_row, a.first_col), (a.last_row, a.last_col)}
    return bool(ends & {(b.first_row, b.first_col), (b.last_row, b.last_col)})
