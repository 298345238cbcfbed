"""How a demand reads on a page: amount, how often, how known, where it stands."""

from collections.abc import Callable

from job_profiles.profile import Demand, FrequencyScale, JobProfile, Range, ScaleBasis, Task
from job_profiles.units import POUND_KG, STANDARD_GRAVITY_M_S2
from rtw.domain.dates import time_in_words
from rtw.web.wording import number

_KILOGRAM_FORCE = STANDARD_GRAVITY_M_S2
_POUND_FORCE = POUND_KG * STANDARD_GRAVITY_M_S2


def amounts(demand: Demand) -> tuple[str, ...]:
    """Return every amount of a demand with its unit; forces also as clinics read them off a gauge."""
    found = (
        _force(demand.force_n),
        _load(demand.load_kg, demand.load_range_kg),
        _with_unit(demand.torque_n_m, "N·m", 2),
        _with_unit(demand.ahv_m_s2, "m/s²"),
        _with_unit(demand.angle_deg, "°", 0),
        _with_unit(demand.percent_mvc and demand.percent_mvc * 100, "% of maximal strength", 0),
    )
    return tuple(words for words in found if words)


def _with_unit(value: float | None, unit: str, digits: int = 1) -> str:
    if value is None:
        return ""
    return f"{number(value, digits)}{'' if unit == '°' else ' '}{unit}"


def _force(force_n: float | None) -> str:
    if force_n is None:
        return ""
    kgf, lbf = force_n / _KILOGRAM_FORCE, force_n / _POUND_FORCE
    return f"{number(force_n)} N ({number(kgf)} kgf, {number(lbf)} lbf)"


def _load(load_kg: float | None, band: Range | None) -> str:
    if band is not None:
        return f"{number(band[0])} to {number(band[1])} kg ({number(band[1] / POUND_KG)} lb at most)"
    return "" if load_kg is None else f"{number(load_kg)} kg ({number(load_kg / POUND_KG)} lb)"


def often(demand: Demand) -> tuple[str, ...]:
    """Return how long and how often, in words."""
    found = (
        hours(demand.hours_per_day, demand.hours_range, "a day"),
        _with_unit(demand.efforts_per_minute, "a minute", 2),
        _with_unit(demand.seconds_per_effort, "s each"),
        _with_unit(demand.duty_cycle and demand.duty_cycle * 100, "% of the time", 0),
        f"at most {number(demand.longest_bout_h * 60, 0)} min at a stretch" if demand.longest_bout_h else "",
        f"letter {demand.frequency_band}" if demand.frequency_band else "",
        "paced by a machine" if demand.machine_paced else "",
    )
    return tuple(words for words in found if words)


def hours(value: float | None, span: Range | None, what: str) -> str:
    """Write hours, or the range they lie in; nothing known is nothing."""
    if value is not None:
        return f"{time_in_words(value)} {what}"
    return "" if span is None else f"{_range_of_hours(span)} {what}"


def _range_of_hours(span: Range) -> str:
    """Write both ends of a range, with the unit once where both have the same."""
    low, high = (time_in_words(end) for end in span)
    same = low.split()[-1] == high.split()[-1]
    return f"{low.split()[0] if same else low} to {high}"


def with_what(demand: Demand) -> tuple[str, ...]:
    """Return tool, glove, handle and place of contact."""
    found = (demand.tool, demand.glove and f"glove: {demand.glove}", demand.handle, demand.contact_site)
    return tuple(words for words in found if words)


def place(demand: Demand) -> str:
    """Return sheet and cell; empty for a demand written in the browser."""
    return "!".join(part for part in (demand.sheet, demand.cell) if part)


_BY_A_PERSON = " (given by a person)"


def task_words(task: Task) -> tuple[str, ...]:
    """Return what is known about a task itself, and what of it a person answered."""
    essential = {True: "essential", False: "not essential", None: "essential or not: not stated"}
    modifiable = {True: "can be changed", False: "cannot be changed", None: ""}
    time = hours(task.hours_per_day, task.hours_range, "a day") or "hours not stated"
    by_whom = {name: _BY_A_PERSON if name in task.given else "" for name in ("hours_per_day", "essential")}
    words = (
        "name" + _BY_A_PERSON if "name" in task.given else "",
        time + by_whom["hours_per_day"],
        essential[task.essential] + by_whom["essential"],
        modifiable[task.modifiable],
    )
    return tuple(word for word in words if word)


_FIELDS = {
    "force_n": "force",
    "load_kg": "weight",
    "torque_n_m": "torque",
    "ahv_m_s2": "vibration",
    "angle_deg": "angle",
    "hours_per_day": "hours",
    "efforts_per_minute": "how often",
    "seconds_per_effort": "seconds each",
    "percent_mvc": "share of strength",
    "duty_cycle": "share of the time",
    "band": "letter",
    "kind": "that the job asks for it",
    "title": "title",
    "shift_hours": "hours of the shift",
    "days_per_week": "days a week",
    "frequency_scale": "what the letters mean",
}


def given_words(holder: Demand | JobProfile) -> tuple[str, ...]:
    """Return which figures a person answered, where the sheet left them open."""
    return tuple(dict.fromkeys(_FIELDS.get(name, name.replace("_", " ")) for name in holder.given))


def scale_words(scale: FrequencyScale) -> tuple[str, ...]:
    """Return what each letter of a frequency scale stands for."""
    share = scale.basis is ScaleBasis.SHARE_OF_SHIFT
    factor, unit = (100, "% of the shift") if share else (1, "h a day")
    return tuple(
        f"{letter}: {number(low * factor)} to {number(high * factor)} {unit}"
        for letter, (low, high) in scale.bands
    )


WORDS: dict[str, Callable[..., object]] = {
    "demand_amounts": amounts,
    "demand_often": often,
    "demand_with": with_what,
    "demand_place": place,
    "demand_given": given_words,
    "task_words": task_words,
    "scale_words": scale_words,
}
"""Filters for templates."""
