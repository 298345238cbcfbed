"""Numbers of a case file that cannot be: beyond a scale, a day, a week or the horizon of a schedule.

The scales are those of the visit form (`assessment/off_scale`): what cannot be signed there cannot be
planned from here.
"""

from collections.abc import Iterator
from typing import Any, Final

from job_profiles.checks import CHECKED, is_impossible, is_impossible_of_shift
from job_profiles.kinds import DemandKind
from job_profiles.problem import Problem
from rtw.domain.assessment.off_scale import (
    HALF_CIRCLE,
    MINUTES,
    MRC,
    NIGHTS,
    NOT_BELOW_ZERO,
    OFF_THE_SCALE,
    RUNG,
    TO_TEN,
    Scale,
)
from rtw.domain.capacity import Quantity
from rtw.domain.schedule.brief import MAX_WEEKS
from rtw.domain.scores.definition import ScoreDefinition, ScoreId, ScoreRules
from rtw.services.case_file.places import error, number, places

_HOURS: Final = Scale("a day has 0 to 24 hours", 0.0, 24.0)
_SOME_HOURS: Final = Scale("a block has from half an hour to 24 hours", 0.5, 24.0)
_WEEK_HOURS: Final = Scale("a week has 0 to 168 hours", 0.0, 168.0)
_WEEKS: Final = Scale(f"a schedule has 1 to {MAX_WEEKS} weeks", 1.0, float(MAX_WEEKS))
_WEEKDAY: Final = Scale("weekdays are 0 (Monday) to 6 (Sunday)", 0.0, 6.0)
_DAYS: Final = Scale("a week has 0 to 7 days", 0.0, 7.0)
_YES_OR_NO: Final = Scale("0 forbids and 1 permits", 0.0, steps=(0.0, 1.0))
_FIRST: Final = Scale("counting begins at 1", 1.0)
_PLACE: Final = Scale("the demands of a task count from 0", 0.0)

_HAND: Final = "assessments.*.hands.*"
SCALES: Final = (
    ("assessments.*.pain_rest", TO_TEN),
    ("assessments.*.pain_work", TO_TEN),
    ("assessments.*.night_waking_per_week", NIGHTS),
    (f"{_HAND}.nine_hole_peg_s", NOT_BELOW_ZERO),
    (f"{_HAND}.box_and_block", NOT_BELOW_ZERO),
    (f"{_HAND}.wrist_circumference_cm", NOT_BELOW_ZERO),
    (f"{_HAND}.thumb_abductor_mrc", MRC),
    (f"{_HAND}.first_interosseous_mrc", MRC),
    (f"{_HAND}.scar_tenderness", TO_TEN),
    (f"{_HAND}.pillar_tenderness", TO_TEN),
    (f"{_HAND}.grip.*.rung", RUNG),
    (f"{_HAND}.grip.*.trials.entered.*", NOT_BELOW_ZERO),
    (f"{_HAND}.tip_pinch.entered.*", NOT_BELOW_ZERO),
    (f"{_HAND}.key_pinch.entered.*", NOT_BELOW_ZERO),
    (f"{_HAND}.palmar_pinch.entered.*", NOT_BELOW_ZERO),
    (f"{_HAND}.motion.*.degrees", HALF_CIRCLE),
    (f"{_HAND}.sensation.*.two_point_mm", NOT_BELOW_ZERO),
    ("assessments.*.tolerances.*.bout_min", MINUTES),
    ("assessments.*.tolerances.*.day_min", MINUTES),
    ("assessments.*.safe_loads.*.entered", NOT_BELOW_ZERO),
    ("assessments.*.difficulties.*.difficulty", TO_TEN),
    ("overrides.*.index", _PLACE),
    ("wishes.weeks", _WEEKS),
    ("wishes.full_duty_by_week", _WEEKS),
    ("wishes.first_day_hours", _SOME_HOURS),
    ("wishes.day_grows_by_hours", _HOURS),
    ("wishes.shortest_day_hours", _SOME_HOURS),
    ("wishes.shortest_block_hours", _SOME_HOURS),
    ("wishes.offer.hours_per_day", _HOURS),
    ("wishes.offer.workdays.*", _WEEKDAY),
    ("wishes.task_hours.*.1", _HOURS),
    ("wishes.hours_limits.*.hours_per_day", _HOURS),
    ("wishes.hours_limits.*.hours_per_week", _WEEK_HOURS),
    ("wishes.rests.*.first", _FIRST),
    ("wishes.rests.*.last", _FIRST),
    ("wishes.rests.*.max_days", _DAYS),
    ("wishes.rests.*.max_in_a_row", _DAYS),
    ("treatment_times.*.weekday", _WEEKDAY),
    ("physician_approval.plan_number", _FIRST),
    ("job.tasks.*.hours_per_day", _HOURS),
    ("job.tasks.*.hours_range.*", _HOURS),
    ("job.tasks.*.demands.*.hours_range.*", _HOURS),
    ("job.tasks.*.demands.*.longest_bout_h", _HOURS),
    ("job.tasks.*.demands.*.load_range_kg.*", NOT_BELOW_ZERO),
)
"""Fields whose number lies on one scale, whatever else stands in the case."""

MONOFILAMENTS: Final = f"{_HAND}.sensation.*.monofilament"
LIMITS: Final = (
    "surgeon_restrictions.*",
    "assessments.*.surgeon_restrictions.*",
    "assessments.*.therapist_limits.*",
)
"""Where somebody's limit may stand."""

_OF_LIMIT: Final = {
    Quantity.HOURS_PER_DAY: _HOURS,
    Quantity.BOUT_H: _HOURS,
    Quantity.ANGLE_DEG: Scale("an angle has 0 to 180 degrees", 0.0, 180.0),
    Quantity.PERMITTED: _YES_OR_NO,
}
SHIFT: Final = {"hours_per_day": "shift_hours", "days_per_week": "days_per_week"}


def beyond_bounds(data: dict[str, Any], filaments: tuple[float, ...], rules: ScoreRules) -> Iterator[Problem]:
    """Name every number that cannot be. `filaments`: those that exist; empty where none are known."""
    for pattern, scale in SCALES:
        yield from _off(data, pattern, scale)
    if filaments:
        yield from _off(data, MONOFILAMENTS, filament_scale(filaments))
    for pattern in LIMITS:
        for path, limit in places(data, pattern):
            yield from _off_limit(path, limit)
    for path, entry in places(data, "assessments.*.scores.*"):
        yield from _off_score(path, entry, rules)
    yield from _off_job(data)


def filament_scale(filaments: tuple[float, ...]) -> Scale:
    """Give the scale of a filament: those that exist."""
    return Scale("no filament has this number", 0.0, steps=filaments)


def _off(data: object, pattern: str, scale: Scale, path: str = "") -> Iterator[Problem]:
    for place, value in places(data, pattern):
        figure = number(value)
        if figure is not None and not scale.holds(figure):
            where = f"{path}.{place}" if path else place
            yield _cannot_be(where, figure, scale.words)


def _cannot_be(path: str, figure: float, words: str) -> Problem:
    advice = "Correct it, or give null where it is not known."
    return error(OFF_THE_SCALE, path, f"{figure:g}", f"{figure:g} cannot be, {words}", advice)


def _off_limit(path: str, limit: object) -> Iterator[Problem]:
    """Hold a limit to what its quantity can be; 0 always can: it means not at all."""
    quantity = next((value for _, value in places(limit, "quantity")), None)
    yield from _off(limit, "value", scale_of_limit(quantity), path)


def scale_of_limit(quantity: object) -> Scale:
    """Give what a limit can be, by its quantity as the file writes it."""
    return next((s for known, s in _OF_LIMIT.items() if known.value == quantity), NOT_BELOW_ZERO)


def _off_score(path: str, entry: object, rules: ScoreRules) -> Iterator[Problem]:
    name = next((value for _, value in places(entry, "score")), None)
    if name not in list(ScoreId):
        return
    definition = rules.of(ScoreId(str(name)))
    yield from _off(entry, "items.*", answers_of(definition), path)
    yield from _off(entry, "total", total_of(definition), path)


def total_of(definition: ScoreDefinition) -> Scale:
    """Give the scale of a score's total."""
    words = f"the total runs from {definition.low:g} to {definition.high:g}"
    return Scale(words, definition.low, definition.high)


def answers_of(definition: ScoreDefinition) -> Scale:
    """Give the scale of one answer."""
    items = definition.items
    if items is None:
        return NOT_BELOW_ZERO
    return Scale(f"an answer runs from {items.low} to {items.high}", items.low, items.high)


def _off_job(data: dict[str, Any]) -> Iterator[Problem]:
    """Hold a job to what a demand sheet is held to when it is read."""
    for field, bound in SHIFT.items():
        for path, value in places(data, f"job.shift.{field}"):
            figure = number(value)
            if figure is not None and is_impossible_of_shift(bound, figure):
                yield _cannot_be(path, figure, "no working day or week has this figure")
    for path, demand in places(data, "job.tasks.*.demands.*"):
        yield from _off_demand(path, demand)


def _off_demand(path: str, demand: object) -> Iterator[Problem]:
    kind = next((value for _, value in places(demand, "kind")), None)
    if kind not in list(DemandKind):
        return
    for field in CHECKED:
        for place, value in places(demand, field):
            figure = number(value)
            if figure is not None and is_impossible(field, DemandKind(str(kind)), figure):
                yield _cannot_be(f"{path}.{place}", figure, "no hand and no day has this figure of a demand")
