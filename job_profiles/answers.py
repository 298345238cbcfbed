"""What people answered to the questions about a sheet; given to the next reading of the same layout.

Keys name the place: `Sheet!F` a column, `Sheet!F7` a cell, `kg gross_handling` a unit of a kind,
`Packer › Fill cartons` a task of a job, `Packer › Fill cartons › power_grip` a demand of a task (the job may
be left out). The empty answer changes nothing. What is answered only fills what the sheet leaves open, and
is marked as `given` in the profile; `meant` alone replaces what stands in a cell.
"""

from dataclasses import dataclass
from typing import Any, Final

from job_profiles.profile import FrequencyScale, ScaleBasis

Pairs = tuple[tuple[str, str], ...]
Numbers = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers by what they settle.

    `frequency_scale`: a scheme's id, or a scale. `columns`: `Sheet!F` → role. `units`: cell, column or
    `unit kind` → unit. `kinds`: word or cell → kind. `hands`: cell or kind → hand. `task_names`: cell → name.
    `zero`: what a digit 0 among letters means, `O` or `none`. `meant`: cell → what should stand there.
    `unmarked`: kind without a mark in a form → `required` or `not_required`. `task_essential`: task → `yes`
    or `no`. `rest_of_shift`: job → `breaks` or `other_work`. By task: `task_hours`, in a day. By demand:
    `efforts_per_minute`, `seconds_per_effort`, `running_hours` of a vibrating tool in a day, `heaviest_kg` of
    a band of weights. `sheets`: the only sheets that are read (none named: all). `settled`: questions laid
    aside, by their `asks`.
    """

    frequency_scale: str | FrequencyScale | None = None
    columns: Pairs = ()
    units: Pairs = ()
    kinds: Pairs = ()
    hands: Pairs = ()
    task_names: Pairs = ()
    meant: Pairs = ()
    unmarked: Pairs = ()
    task_essential: Pairs = ()
    rest_of_shift: Pairs = ()
    task_hours: Numbers = ()
    efforts_per_minute: Numbers = ()
    seconds_per_effort: Numbers = ()
    running_hours: Numbers = ()
    heaviest_kg: Numbers = ()
    title: str | None = None
    zero: str | None = None
    shift_hours: float | None = None
    days_per_week: float | None = None
    sheets: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()


NO_ANSWERS: Final = Answers()
PAIRS: Final = (
    "columns",
    "units",
    "kinds",
    "hands",
    "task_names",
    "meant",
    "unmarked",
    "task_essential",
    "rest_of_shift",
)
"""Answers that are texts, by what they are about."""

NUMBERS: Final = ("task_hours", "efforts_per_minute", "seconds_per_effort", "running_hours", "heaviest_kg")
"""Answers that are figures, by what they are about."""

_SINGLE: Final = {"frequency_scale", "title", "zero", "shift_hours", "days_per_week", "sheets", "settled"}
PART_OF: Final = " › "
"""Stands between a job, its task, and what the task asks."""


def subject(*parts: str | None) -> str:
    """Return the key of a task or a demand: `Packer › Fill cartons › power_grip`."""
    return PART_OF.join(part for part in parts if part)


def answers_to_json(answers: Answers) -> dict[str, Any]:
    """Return the answers as JSON; every key present."""
    scale = answers.frequency_scale
    return {
        "frequency_scale": scale_to_json(scale) if isinstance(scale, FrequencyScale) else scale,
        **{name: dict(getattr(answers, name)) for name in (*PAIRS, *NUMBERS)},
        "title": answers.title,
        "zero": answers.zero,
        "shift_hours": answers.shift_hours,
        "days_per_week": answers.days_per_week,
        "sheets": list(answers.sheets),
        "settled": list(answers.settled),
    }


def answers_from_json(data: Any) -> Answers:
    """Return the answers of a JSON object. ValueError says which part is not as it should be."""
    if not isinstance(data, dict):
        raise ValueError("answers must be a JSON object")  # noqa: TRY004  (a wrong document, not a wrong call)
    if unknown := sorted(set(data) - {*PAIRS, *NUMBERS, *_SINGLE}):
        raise ValueError(f"answers hold unknown keys: {', '.join(unknown)}")
    placed: dict[str, Any] = {name: _pairs(name, data.get(name) or {}) for name in PAIRS}
    placed |= {name: _numbers(name, data.get(name) or {}) for name in NUMBERS}
    return Answers(
        frequency_scale=_scale(data.get("frequency_scale")),
        title=_text("title", data.get("title")),
        zero=_text("zero", data.get("zero")),
        shift_hours=_number("shift_hours", data.get("shift_hours")),
        days_per_week=_number("days_per_week", data.get("days_per_week")),
        sheets=_texts("sheets", data.get("sheets") or []),
        settled=_texts("settled", data.get("settled") or []),
        **placed,
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


def _numbers(name: str, data: Any) -> Numbers:
    if not isinstance(data, dict):
        raise ValueError(f"{name} must be an object of numbers")  # noqa: TRY004  (a wrong document)
    found = tuple((str(key), _number(name, value)) for key, value in data.items())
    if any(value is None or not 0 <= value < float("inf") for _, value in found):
        raise ValueError(f"{name} must be an object of numbers that are not negative")
    return tuple((key, value) for key, value in found if value is not None)


def _texts(name: str, data: Any) -> tuple[str, ...]:
    if not isinstance(data, list) or not all(isinstance(value, str) for value in data):
        raise ValueError(f"{name} must be a list of texts")
    return tuple(data)


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
