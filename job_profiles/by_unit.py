"""What an amount means once its unit is known: which field of a demand it fills, in SI."""

from dataclasses import dataclass, field
from typing import Final

from job_profiles.amounts import Amount
from job_profiles.kinds import (
    FORCE_KINDS,
    LOAD_KINDS,
    POSTURE_KINDS,
    STRENGTH_KINDS,
    WITHOUT_AMOUNT,
    DemandKind,
)
from job_profiles.problem import Choice, Severity
from job_profiles.units import Dimension, Unit


@dataclass(frozen=True, slots=True)
class Complaint:
    """A problem about a cell that does not know its address yet."""

    severity: Severity
    code: str
    message: str
    advice: str
    asks: str | None = None
    choices: tuple[Choice, ...] = ()
    of_unit: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell told: fields with values, a letter, and what is wrong with it."""

    facts: tuple[tuple[str, object], ...] = ()
    complaints: tuple[Complaint, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """What is known about a cell before it is read: the role of its column, kind, unit."""

    role: str
    kind: DemandKind | None = None
    unit: Unit | None = None
    unit_words: str = ""
    letters: bool = False
    fractions: bool = False
    decimal_comma: bool = False
    text_file: bool = False
    aliases: tuple[tuple[str, str], ...] = ()
    legend: frozenset[str] = field(default_factory=frozenset)
    wide: bool = False
    zero: str | None = None
    answered_units: tuple[tuple[str, str], ...] = ()


NOTHING: Final = Reading()


_WEIGHT_CHOICES: Final = (Choice("kg", "a weight in kilograms"), Choice("kgf", "a force in kilograms-force"))


_GRAM_CHOICES: Final = (Choice("g", "a weight in grams"), Choice("gf", "a force in grams-force"))


_POUND_CHOICES: Final = (Choice("lb", "a weight in pounds"), Choice("lbf", "a force in pounds-force"))


def wrong(code: str, message: str, advice: str, severity: Severity = Severity.ERROR) -> Reading:
    """Return a reading that holds no facts, only what is wrong."""
    return Reading((), (Complaint(severity, code, message, advice),))


def by_dimension(amount: Amount, unit: Unit, place: Place) -> Reading:
    """Return the field that an amount fills, told by what its unit measures."""
    if place.role in _OF_TIME and unit.dimension in _PHYSICAL:
        return _not_a_time(unit, place)
    match unit.dimension:
        case Dimension.RATE:
            return fact("efforts_per_minute", amount, unit.factor)
        case Dimension.PER_SHIFT:
            return fact("per_shift", amount, unit.factor)
        case Dimension.PER_CYCLE:
            return fact("per_cycle", amount, unit.factor)
        case Dimension.TIME:
            return _time(amount, unit, place)
        case Dimension.SHARE | Dimension.MVC:
            return _share(amount, unit, place)
        case Dimension.COUNT | Dimension.TEMPERATURE | Dimension.SPEED:
            return NOTHING
        case Dimension.LENGTH:
            return _length(amount, unit, place)
        case _:
            return _physical(amount, unit, place)


_OF_TIME: Final = frozenset(
    {"hours", "running", "longest_bout", "cycle_time", "seconds_per_effort", "task_hours"}
)
_PHYSICAL: Final = frozenset(
    {
        Dimension.FORCE,
        Dimension.WEIGHT,
        Dimension.TORQUE,
        Dimension.ACCELERATION,
        Dimension.ANGLE,
        Dimension.LENGTH,
        Dimension.TEMPERATURE,
    }
)
_TIMES: Final = {"min": "minutes", "s": "seconds", "ms": "milliseconds"}


def _not_a_time(unit: Unit, place: Place) -> Reading:
    """Refuse a weight or a force in a column of times: `200 kg` under *min per day*."""
    column = _TIMES.get(place.unit.symbol if place.unit else "", "hours")
    if place.unit is None and place.role in {"seconds_per_effort", "cycle_time"}:
        column = "seconds"
    return wrong(
        "unit-does-not-fit",
        f"{unit.symbol} in a column of {column}: a time is wanted here.",
        f"Write the {column} here, and the amount in {unit.symbol} in the column it belongs to.",
    )


def fact(name: str, amount: Amount, factor: float) -> Reading:
    """One number for a field; of a range the upper end, the more demanding one."""
    low, high = amount.scaled(factor)
    value = high if high is not None else low
    if value is None:
        return NOTHING
    if low is not None and low != value:
        note = Complaint(
            Severity.NOTE,
            "upper-end-used",
            "A range is given; its upper end was taken, the more demanding one.",
            "Nothing needs doing unless one figure is known.",
        )
        return Reading(((name, value), (f"{name}_low", low)), (note,))
    if high is None:
        bound = Complaint(
            Severity.WARNING,
            "lower-bound-used",
            "Only a lower bound is given; it was taken as the value, which may be higher.",
            "Give the largest value.",
        )
        return Reading(((name, value),), (bound,))
    return Reading(((name, value),))


_SECONDS: Final = frozenset({"s", "ms"})


def _apart(amount: Amount, unit: Unit) -> Reading:
    """`Every … s`: the shorter the time between two efforts, the more often they come."""
    apart = [x * unit.factor * 60 for x in (amount.high, amount.low) if x]
    if not apart:
        return NOTHING
    return fact("efforts_per_minute", Amount(1 / apart[0], 1 / apart[-1]), 1.0)


def _seconds_of_what(amount: Amount, unit: Unit, place: Place) -> Reading:
    """Refuse seconds where hours of a day, or a rate, are wanted: they count within a cycle or an effort."""
    shown = f"{amount.high if amount.high is not None else amount.low:g} {unit.symbol}"
    if place.role == "rate":
        return wrong(
            "seconds-as-rate",
            f"{shown} may be how long an effort lasts, or how far apart efforts are; it was not read.",
            "Write how often: “every 6 s” or “10 per minute”.",
        )
    return wrong(
        "seconds-of-a-cycle",
        f"{shown} counts within a cycle, not in the day; it was not read as hours of the day.",
        "Give the hours of a working day.",
        Severity.WARNING,
    )


def _time(amount: Amount, unit: Unit, place: Place) -> Reading:
    if place.role == "interval":
        return _apart(amount, unit)
    if place.role in {"rate", "hours", "task_hours"} and unit.symbol in _SECONDS:
        return _seconds_of_what(amount, unit, place)
    if place.role in {"seconds_per_effort", "cycle_time"} or (
        place.role in {"amount", "kind"} and unit.symbol in {"s", "ms"}
    ):
        name = "cycle_s" if place.role == "cycle_time" else "seconds_per_effort"
        return fact(name, amount, unit.factor * 3600)
    if place.role == "longest_bout":
        return fact("longest_bout_h", amount, unit.factor)
    if amount.single is not None:
        return Reading((("hours_per_day", amount.single * unit.factor),))
    low, high = amount.scaled(unit.factor)
    return Reading((("hours_range", (low or 0.0, high)),))


def _share(amount: Amount, unit: Unit, place: Place) -> Reading:
    if place.role in {"duty_cycle", "percent_mvc"}:
        return fact(place.role, amount, unit.factor)
    if unit.dimension is Dimension.MVC:
        return fact("percent_mvc", amount, unit.factor)
    if place.role == "amount" and place.kind in STRENGTH_KINDS:
        ask = Complaint(
            Severity.QUESTION,
            "percent-of-what",
            "A per cent of what: of the shift, or of the strongest grip?",
            "Say which is meant.",
            f"units/% {place.kind.value}",
            (Choice("%", "of the shift"), Choice("% MVC", "of maximal strength")),
        )
        return Reading((("unread", True),), (ask,))
    return Reading((("share", amount.scaled(unit.factor)),))


def _length(amount: Amount, unit: Unit, place: Place) -> Reading:
    if place.role in {"horizontal", "vertical", "travel"}:
        return fact(f"{place.role}_cm", amount, unit.factor)
    return _misfit(unit, place)


_FIELDS: Final = {
    Dimension.TORQUE: "torque_n_m",
    Dimension.ACCELERATION: "ahv_m_s2",
    Dimension.ANGLE: "angle_deg",
}


def _physical(amount: Amount, unit: Unit, place: Place) -> Reading:
    if not _suits(unit, place):
        return _misfit(unit, place)
    if place.role == "asymmetry":
        return fact("asymmetry_deg", amount, unit.factor)
    if unit.dimension in _FIELDS:
        return fact(_FIELDS[unit.dimension], amount, unit.factor)
    if unit.dimension is Dimension.FORCE:
        return fact("force_n", amount, unit.factor)
    return _weight(amount, unit, place)


def _suits(unit: Unit, place: Place) -> bool:
    dimension, kind = unit.dimension, place.kind
    if place.role in {"tool_weight", "trigger", "asymmetry"}:
        return dimension in {Dimension.WEIGHT, Dimension.FORCE, Dimension.ANGLE}
    if kind in POSTURE_KINDS:
        return dimension is Dimension.ANGLE or (
            dimension is Dimension.TORQUE and kind is DemandKind.FOREARM_ROTATION
        )
    if kind is DemandKind.HAND_ARM_VIBRATION:
        return dimension is Dimension.ACCELERATION
    if kind in WITHOUT_AMOUNT:
        return False
    if kind in FORCE_KINDS or kind in LOAD_KINDS:
        return dimension in {Dimension.FORCE, Dimension.WEIGHT, Dimension.TORQUE} and (
            kind in STRENGTH_KINDS or dimension is not Dimension.TORQUE
        )
    return True


def _misfit(unit: Unit, place: Place) -> Reading:
    what = place.kind.label if place.kind else place.role
    return wrong(
        "unit-does-not-fit",
        f"{what} cannot be measured in {unit.symbol}.",
        "Check the amount, its unit and its column.",
    )


def _weight(amount: Amount, unit: Unit, place: Place) -> Reading:
    """Read `kg` and `lb`: a force for grips, pinches, pushes, pulls; a mass for lifts, carries; else ask."""
    kind = place.kind
    subject = kind.value if kind else place.role
    answered = dict(place.answered_units).get(f"{unit.symbol} {subject}")
    if answered in _FORCES:
        return fact("force_n", amount, unit.force_factor)
    if answered in _WEIGHTS:
        return _load(amount, unit)
    headed_load = place.role == "load" and not place.wide
    if kind in STRENGTH_KINDS and headed_load:
        return _force_or_weight(unit, subject)
    if kind in FORCE_KINDS or (place.role in {"force", "trigger"} and kind not in LOAD_KINDS):
        return fact("force_n", amount, unit.force_factor)
    if (
        kind in LOAD_KINDS
        or kind in {DemandKind.PERSON_HANDLING, DemandKind.TOOL_USE}
        or place.role in {"load", "tool_weight"}
    ):
        return _load(amount, unit)
    return _force_or_weight(unit, subject)


_FORCES: Final = frozenset({"kgf", "lbf", "gf"})
_WEIGHTS: Final = frozenset({"kg", "lb", "g"})


def _force_or_weight(unit: Unit, subject: str) -> Reading:
    choices = {"lb": _POUND_CHOICES, "g": _GRAM_CHOICES}.get(unit.symbol, _WEIGHT_CHOICES)
    ask = Complaint(
        Severity.QUESTION,
        "force-or-weight",
        f"Is {unit.symbol} here the weight of an object, or a force?",
        "Choose one; it holds for this kind of demand.",
        f"units/{unit.symbol} {subject}",
        choices,
    )
    return Reading((("unread", True),), (ask,))


def _load(amount: Amount, unit: Unit) -> Reading:
    low, high = amount.scaled(unit.factor)
    if high is None:
        return fact("load_kg", amount, unit.factor)
    if low == high or low is None:
        return Reading((("load_kg", high),))
    return Reading((("load_kg", high), ("load_range_kg", (low, high))))
