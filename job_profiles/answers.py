"""What people answered to the questions about a sheet; given to the next reading of the same layout.

Keys name the place: `Sheet!F` a column, `Sheet!F7` a cell, `kg gross_handling` a unit of a kind.
The empty answer changes nothing.
"""

from dataclasses import dataclass
from typing import Any, Final

from job_profiles.profile import FrequencyScale, ScaleBasis

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers by what they settle.

    `frequency_scale`: a scheme's id, or a scale. `columns`: `Sheet!F` → role. `units`: cell, column or
    `unit kind` → unit. `kinds`: word or cell → kind. `hands`: cell or kind → hand.
    `zero`: what a digit 0 among
    letters means, `O` or `none`. `task_names`: cell → name. `settled`: questions laid aside, by their `asks`.
    """

    frequency_scale: str | FrequencyScale | None = None
    columns: Pairs = ()
    units: Pairs = ()
    kinds: Pairs = ()
    hands: Pairs = ()
    task_names: Pairs = ()
    zero: str | None = None
    shift_hours: float | None = None
    days_per_week: float | None = None
    settled: tuple[str, ...] = ()


NO_ANSWERS: Final = Answers()
_PAIRS: Final = ("columns", "units", "kinds", "hands", "task_names")


def answers_to_json(answers: Answers) -> dict[str, Any]:
    """Return the answers as JSON; every key present."""
    scale = answers.frequency_scale
    return {
        "frequency_scale": scale_to_json(scale) if isinstance(scale, FrequencyScale) else scale,
        **{name: dict(getattr(answers, name)) for name in _PAIRS},
        "zero": answers.zero,
        "shift_hours": answers.shift_hours,
        "days_per_week": answers.days_per_week,
        "settled": list(answers.settled),
    }


def answers_from_json(data: Any) -> Answers:
    """Return the answers of a JSON object. ValueError says which part is not as it should be."""
    if not isinstance(data, dict):
        raise ValueError("answers must be a JSON object")  # noqa: TRY004  (a wrong document, not a wrong call)
    known = {*_PAIRS, "frequency_scale", "zero", "shift_hours", "days_per_week", "settled"}
    if unknown := sorted(set(data) - known):
        raise ValueError(f"answers hold unknown keys: {', '.join(unknown)}")
    pairs = {name: _pairs(name, data.get(name) or {}) for name in _PAIRS}
    return Answers(
        frequency_scale=_scale(data.get("frequency_scale")),
        zero=_text("zero", data.get("zero")),
        shift_hours=_number("shift_hours", data.get("shift_hours")),
        days_per_week=_number("days_per_week", data.get("days_per_week")),
        settled=tuple(str(s) for s in data.get("settled") or ()),
        **pairs,
    )


def scale_to_json(scale: FrequencyScale) -> dict[str, Any]:
    """Return a frequency scale as JSON."""
    return {"basis": scale.basis.value, "bands": {letter: list(band) for letter, band in scale.bands}}


def scale_from_json(data: Any) -> FrequencyScale:
    """Return the frequency scale of a JSON object. ValueError where it is none."""
    try:
        bands = tuple((str(k), (float(low), float(high))) for k, (low, high) in dict(data["bands"]).items())
        basis = ScaleBasis(data["basis"])
    except (KeyError, TypeError, ValueError) as wrong:
        raise ValueError("a frequency scale needs a basis and bands of [low, high]") from wrong
    if any(not 0 <= low <= high for _, (low, high) in bands):
        raise ValueError("a band of a frequency scale must go from low to high")
    return FrequencyScale(basis, bands)


def _scale(data: Any) -> str | FrequencyScale | None:
    return data if data is None or isinstance(data, str) else scale_from_json(data)


def _pairs(name: str, data: Any) -> Pairs:
    if not isinstance(data, dict) or not all(isinstance(v, str) for v in data.values()):
        raise ValueError(f"{name} must be an object of texts")
    return tuple((str(k), v) for k, v in data.items())


def _number(name: str, data: Any) -> float | None:
    if data is None:
        return None
    if isinstance(data, bool) or not isinstance(data, int | float):
        raise ValueError(f"{name} must be a number")  # noqa: TRY004  (a wrong document, not a wrong call)
    return float(data)


def _text(name: str, data: Any) -> str | None:
    if data is not None and not isinstance(data, str):
        raise ValueError(f"{name} must be a text")
    return data
