"""From one cell to facts about a demand: which field its number belongs to, in SI, by unit, kind and column."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from job_profiles.amounts import Amount, duration_of, parse_amount
from job_profiles.grid.cells import CellError, CellValue, Percent
from job_profiles.kinds import FORCE_KINDS, LOAD_KINDS, POSTURE_KINDS, STRENGTH_KINDS, DemandKind
from job_profiles.problem import Choice, Severity
from job_profiles.units import UNITS, Dimension, Unit
from job_profiles.vocabulary.kind_words import band_of
from job_profiles.vocabulary.words import fold, words


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


NOTHING: Final = Reading()
_TIME_ROLES: Final = frozenset({"hours", "running", "longest_bout", "task_hours"})
_WEIGHT_CHOICES: Final = (Choice("kg", "a weight in kilograms"), Choice("kgf", "a force in kilograms-force"))
_POUND_CHOICES: Final = (Choice("lb", "a weight in pounds"), Choice("lbf", "a force in pounds-force"))


def measure(value: CellValue, place: Place) -> Reading:
    """Return what a cell says about a demand. Blank says nothing."""
    match value:
        case None:
            return NOTHING
        case CellError(text=text):
            return _wrong("error-cell", f"The cell holds the spreadsheet error {text}.", "Put in the value, or leave the cell blank.")
        case bool():
            return Reading((("mark", value),))
        case Percent(share=share):
            return _amount(Amount(share * 100, share * 100, UNITS["%"]), place)
        case int() | float():
            return _number(float(value), place)
        case datetime() | date():
            return _wrong("date-in-amount", "The cell holds a date; spreadsheets turn entries such as 1-2 into dates.", "Write the amount as text with its unit, e.g. 1-2 h.")
        case str():
            return _text(value, place)
        case _:
            return _amount(duration_of(value), place)


def _wrong(code: str, message: str, advice: str, severity: Severity = Severity.ERROR) -> Reading:
    return Reading((), (Complaint(severity, code, message, advice),))


def _number(number: float, place: Place) -> Reading:
    if place.letters and number == 0:
        return _zero(place)
    return _amount(Amount(number, number), place)


def _zero(place: Place) -> Reading:
    """A digit 0 among letters: read as O, said aloud."""
    if place.zero == "none":
        return NOTHING
    facts = (("band", "O"),)
    if place.zero == "O":
        return Reading(facts)
    said = Complaint(Severity.WARNING, "digit-zero", "A digit 0 stands in a column of letters; it was read as the letter O (occasional).", "Say whether O (occasional) or none is meant.")
    ask = Complaint(Severity.QUESTION, "zero-or-letter", "Does the digit 0 mean the letter O (occasional), or none?", "Choose one; it holds for every 0 among the letters.", "zero", (Choice("O", "O, occasional"), Choice("none", "none, not asked for")))
    return Reading(facts, (said, ask))


def _text(text: str, place: Place) -> Reading:
    folded = fold(text)
    if place.letters and folded == "0":
        return _zero(place)
    letter = _letter(text, folded, place)
    if letter is not None:
        return letter
    amount = parse_amount(text, decimal_comma=place.decimal_comma)
    if amount is not None:
        return _written_amount(text, amount, place)
    if folded in words("values", "marks") and place.wide:
        return Reading((("mark", True),))
    if folded in words("not_demands", "not_applicable") or not folded:
        return _wrong("not-applicable", "Nothing is stated here; it is not taken as zero.", "Nothing needs doing.", Severity.NOTE)
    if place.letters and len(folded) <= 2:
        return _unknown_letter(text)
    return _wrong("text-in-number", f"“{text.strip()}” is no amount.", "Write a number with its unit, or leave the cell blank.")


def _letter(text: str, folded: str, place: Place) -> Reading | None:
    """The letter or word of frequency that a cell holds; None if it holds none."""
    if place.role not in {"rate", "hours", "kind", "amount", "band"} or not folded:
        return None
    letter = dict(place.aliases).get(text.strip().upper()) or band_of(text)
    if letter is None or (not place.letters and place.role == "amount") or (folded == "no" and not place.letters):
        return None
    if place.legend and letter not in place.legend and letter != "N":
        return _unknown_letter(text)
    return Reading((("band", letter),))


def _unknown_letter(text: str) -> Reading:
    return _wrong("letter-not-in-legend", f"“{text.strip()}” is not explained in the legend.", "Use a letter of the legend, or add this one to it.")


def _written_amount(text: str, amount: Amount, place: Place) -> Reading:
    reading = _amount(amount, place)
    if amount.unit is None and not amount.unit_text and amount.single is not None and not place.text_file and reading.facts:
        note = Complaint(Severity.NOTE, "number-as-text", "The number is stored as text; it was read as the number.", "Format the cell as a number.")
        reading = Reading(reading.facts, (*reading.complaints, note))
    if amount.doubtful and not place.decimal_comma and "," in text:
        doubt = Complaint(Severity.WARNING, "doubtful-number", f"“{text.strip()}” was read with a thousands comma.", "Write the number without a comma if a decimal was meant.")
        reading = Reading(reading.facts, (*reading.complaints, doubt))
    return reading


def _amount(amount: Amount, place: Place) -> Reading:
    unit = amount.unit
    if amount.unit_text and place.role not in {"handle", "glove"}:
        if place.unit is None or not _harmless(amount.unit_text):
            return _unknown_unit(amount.unit_text, place)
    if unit is None or unit.dimension is Dimension.COUNT:
        unit = place.unit
        if unit is None and place.unit_words:
            return _unknown_unit(place.unit_words, place)
    if unit is None:
        return _without_unit(amount, place)
    if unit.dimension is Dimension.SHARE and place.fractions and amount.unit is None:
        unit = Unit("share", Dimension.SHARE, 1.0)
    return _by_dimension(amount, unit, place)


def _harmless(words_after: str) -> bool:
    return not words_after.strip("().,;:*").isalpha() or len(words_after) > 4


def _unknown_unit(spelt: str, place: Place) -> Reading:
    kind = place.kind.value if place.kind else place.role
    return Reading((), (Complaint(Severity.ERROR, "unknown-unit", f"The unit “{spelt}” is not known.", "Use a unit such as N, kgf, lbf, kg, lb, N·m, m/s², deg, h or min.", f"units/{spelt} {kind}", of_unit=spelt == place.unit_words),))


_UNIT_CHOICES: Final = {
    "force": ("N", "kgf", "lbf"),
    "load": ("kg", "lb", "g"),
    "angle": ("°", "rad"),
    "torque": ("N·m", "in-lb", "ft-lb"),
    "vibration": ("m/s²",),
    "rate": ("/min", "/h", "per shift"),
    "hours": ("h", "min", "%"),
    "seconds_per_effort": ("s", "min"),
    "cycle_time": ("s", "min"),
}


def _without_unit(amount: Amount, place: Place) -> Reading:
    """A bare number in a column without a unit: a share of duty or strength may be told by its size, the rest is asked."""
    if place.role in {"duty_cycle", "percent_mvc"}:
        return _by_dimension(amount, Unit("share", Dimension.SHARE, 1.0) if place.fractions else UNITS["%"], place)
    if place.role == "per_cycle":
        return _fact("per_cycle", amount, 1.0)
    if place.wide and amount.single == 0:
        return NOTHING
    wanted = _wanted(place)
    choices = tuple(Choice(u, u) for u in _UNIT_CHOICES.get(wanted, ("N", "kgf", "lbf", "kg", "lb")))
    subject = place.kind.value if place.kind else place.role
    return Reading((("unread", True),), (Complaint(Severity.QUESTION, "unit-missing", "The number has no unit, neither in the cell nor in the heading.", "Say which unit is meant.", f"units/{subject}", choices),))


def _wanted(place: Place) -> str:
    if place.role not in {"amount", "kind"}:
        return place.role
    kind = place.kind
    if kind in FORCE_KINDS:
        return "force"
    if kind in LOAD_KINDS:
        return "load"
    return "angle" if kind in POSTURE_KINDS else "vibration" if kind is DemandKind.HAND_ARM_VIBRATION else "hours" if place.role == "kind" else ""


def _by_dimension(amount: Amount, unit: Unit, place: Place) -> Reading:
    match unit.dimension:
        case Dimension.RATE:
            return _fact("efforts_per_minute", amount, unit.factor)
        case Dimension.PER_SHIFT:
            return _fact("per_shift", amount, unit.factor)
        case Dimension.PER_CYCLE:
            return _fact("per_cycle", amount, unit.factor)
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


def _fact(name: str, amount: Amount, factor: float) -> Reading:
    """One number for a field; of a range the upper end, the more demanding one."""
    low, high = amount.scaled(factor)
    value = high if high is not None else low
    if value is None:
        return NOTHING
    if low is not None and low != value:
        note = Complaint(Severity.NOTE, "upper-end-used", "A range is given; its upper end was taken, the more demanding one.", "Nothing needs doing unless one figure is known.")
        return Reading(((name, value), (f"{name}_low", low)), (note,))
    return Reading(((name, value),))


def _time(amount: Amount, unit: Unit, place: Place) -> Reading:
    if place.role in {"seconds_per_effort", "cycle_time"} or (place.role in {"amount", "kind"} and unit.symbol in {"s", "ms"}):
        name = "cycle_s" if place.role == "cycle_time" else "seconds_per_effort"
        return _fact(name, amount, unit.factor * 3600)
    if place.role == "longest_bout":
        return _fact("longest_bout_h", amount, unit.factor)
    if amount.single is not None:
        return Reading((("hours_per_day", amount.single * unit.factor),))
    low, high = amount.scaled(unit.factor)
    return Reading((("hours_range", (low or 0.0, high)),))


def _share(amount: Amount, unit: Unit, place: Place) -> Reading:
    if place.role in {"duty_cycle", "percent_mvc"}:
        return _fact(place.role, amount, unit.factor)
    if unit.dimension is Dimension.MVC:
        return _fact("percent_mvc", amount, unit.factor)
    if place.role == "amount" and place.kind in STRENGTH_KINDS:
        ask = Complaint(Severity.QUESTION, "percent-of-what", "A per cent of what: of the shift, or of the strongest grip?", "Say which is meant.", f"units/% {place.kind.value}", (Choice("%", "of the shift"), Choice("% MVC", "of maximal strength")))
        return Reading((("unread", True),), (ask,))
    return Reading((("share", amount.scaled(unit.factor)),))


def _length(amount: Amount, unit: Unit, place: Place) -> Reading:
    if place.role in {"horizontal", "vertical", "travel"}:
        return _fact(f"{place.role}_cm", amount, unit.factor)
    return _misfit(unit, place)


_FIELDS: Final = {Dimension.TORQUE: "torque_n_m", Dimension.ACCELERATION: "ahv_m_s2", Dimension.ANGLE: "angle_deg"}


def _physical(amount: Amount, unit: Unit, place: Place) -> Reading:
    if not _suits(unit, place):
        return _misfit(unit, place)
    if place.role == "asymmetry":
        return _fact("asymmetry_deg", amount, unit.factor)
    if unit.dimension in _FIELDS:
        return _fact(_FIELDS[unit.dimension], amount, unit.factor)
    if unit.dimension is Dimension.FORCE:
        return _fact("force_n", amount, unit.factor)
    return _weight(amount, unit, place)


def _suits(unit: Unit, place: Place) -> bool:
    dimension, kind = unit.dimension, place.kind
    if place.role in {"tool_weight", "trigger", "asymmetry"}:
        return dimension in {Dimension.WEIGHT, Dimension.FORCE, Dimension.ANGLE}
    if kind in POSTURE_KINDS:
        return dimension is Dimension.ANGLE or (dimension is Dimension.TORQUE and kind is DemandKind.FOREARM_ROTATION)
    if kind is DemandKind.HAND_ARM_VIBRATION:
        return dimension is Dimension.ACCELERATION
    if kind in FORCE_KINDS or kind in LOAD_KINDS:
        return dimension in {Dimension.FORCE, Dimension.WEIGHT, Dimension.TORQUE} and (kind in STRENGTH_KINDS or dimension is not Dimension.TORQUE)
    return True


def _misfit(unit: Unit, place: Place) -> Reading:
    what = place.kind.label if place.kind else place.role
    return _wrong("unit-does-not-fit", f"{what} cannot be measured in {unit.symbol}.", "Check the amount, its unit and its column.")


def _weight(amount: Amount, unit: Unit, place: Place) -> Reading:
    """`kg` and `lb`: a force for grips, pinches, pushes and pulls; a mass for lifts and carries; else it is asked."""
    kind = place.kind
    if kind in FORCE_KINDS or place.role in {"force", "trigger"}:
        return _fact("force_n", amount, unit.force_factor)
    if kind in LOAD_KINDS or kind in {DemandKind.PERSON_HANDLING, DemandKind.TOOL_USE} or place.role in {"load", "tool_weight"}:
        return _load(amount, unit)
    choices = _POUND_CHOICES if unit.symbol == "lb" else _WEIGHT_CHOICES
    subject = kind.value if kind else place.role
    ask = Complaint(Severity.QUESTION, "force-or-weight", f"Is {unit.symbol} here the weight of an object, or a force?", "Choose one; it holds for this kind of demand.", f"units/{unit.symbol} {subject}", choices)
    return Reading((("unread", True),), (ask,))


def _load(amount: Amount, unit: Unit) -> Reading:
    low, high = amount.scaled(unit.factor)
    if low == high or high is None or low is None:
        return Reading((("load_kg", high if high is not None else low),))
    return Reading((("load_kg", high), ("load_range_kg", (low, high))))
