"""From one cell to facts about a demand: what kind of content it is, and in which unit."""

from datetime import date, datetime
from typing import Final

from job_profiles.after_amount import with_rest, word_and_amount
from job_profiles.amounts import Amount, duration_of, parse_amount
from job_profiles.by_unit import NOTHING, Complaint, Place, Reading, by_dimension, fact, wrong
from job_profiles.conditions import is_there
from job_profiles.counted import is_count
from job_profiles.each_time import repeated
from job_profiles.grid.cells import CellError, CellValue, Percent
from job_profiles.kinds import FORCE_KINDS, LOAD_KINDS, POSTURE_KINDS, DemandKind
from job_profiles.part_of_week import longer_than_day, of_longer, with_days
from job_profiles.problem import Choice, Severity
from job_profiles.units import UNITS, Dimension, Unit
from job_profiles.vocabulary.kind_words import band_of, is_not_applicable
from job_profiles.vocabulary.words import fold, words

_TIME_ROLES: Final = frozenset({"hours", "running", "longest_bout", "task_hours"})


def measure(value: CellValue, place: Place) -> Reading:
    """Return what a cell says about a demand. Blank says nothing."""
    match value:
        case None:
            return NOTHING
        case CellError(text=text):
            return wrong(
                "error-cell",
                f"The cell holds the spreadsheet error {text}.",
                "Put in the value, or leave the cell blank.",
            )
        case bool():
            return Reading((("mark", value),))
        case Percent(share=share):
            return _amount(Amount(share * 100, share * 100, UNITS["%"]), place)
        case int() | float():
            return _number(float(value), place)
        case datetime() | date():
            return wrong(
                "date-in-amount",
                "The cell holds a date; spreadsheets turn entries such as 1-2 into dates.",
                "Write the amount as text with its unit, e.g. 1-2 h.",
            )
        case str():
            return _text(value, place)
        case _:
            return _amount(duration_of(value), place)


def _number(number: float, place: Place) -> Reading:
    if place.letters and number == 0:
        return _zero(place)
    return _amount(Amount(number, number), place)


def _zero(place: Place) -> Reading:
    """Return a digit 0 among letters: read as O, said aloud."""
    if place.zero == "none":
        return NOTHING
    facts = (("band", "O"),)
    if place.zero == "O":
        return Reading(facts)
    said = Complaint(
        Severity.WARNING,
        "digit-zero",
        "A digit 0 stands in a column of letters; it was read as the letter O (occasional).",
        "Say whether O (occasional) or none is meant.",
    )
    ask = Complaint(
        Severity.QUESTION,
        "zero-or-letter",
        "Does the digit 0 mean the letter O (occasional), or none?",
        "Choose one; it holds for every 0 among the letters.",
        "zero",
        (Choice("O", "O, occasional"), Choice("none", "none, not asked for")),
    )
    return Reading(facts, (said, ask))


def _text(text: str, place: Place) -> Reading:
    folded = fold(text)
    if place.letters and folded == "0":
        return _zero(place)
    letter = _letter(text, folded, place)
    if letter is not None:
        return letter
    if (each := repeated(text, place, _text)) is not None:
        return each
    amount = parse_amount(text, decimal_comma=place.decimal_comma)
    if amount is not None:
        return _written_amount(text, amount, place)
    if "(" in text and (both := word_and_amount(text, place)) is not None:
        return both
    mark = _mark(text, folded, place)
    return mark if mark is not None else _no_amount(text, folded, place)


def _mark(text: str, folded: str, place: Place) -> Reading | None:
    """Return whether words in a column of kinds say that it is asked for; None if they do not say."""
    if not place.wide:
        return None
    if folded in words("values", "marks"):
        return Reading((("mark", True),))
    there = is_there(text, place.kind)
    return None if there is None else Reading((("mark", there),))


def _no_amount(text: str, folded: str, place: Place) -> Reading:
    """Refuse text that says nothing of a demand, with the most likely reason."""
    if is_not_applicable(text) or not folded:
        return wrong(
            "not-applicable",
            "Nothing is stated here; it is not taken as zero.",
            "Nothing needs doing.",
            Severity.NOTE,
        )
    if place.letters and len(folded) <= 2:
        return _unknown_letter(text)
    return wrong(
        "text-in-number",
        f"“{text.strip()}” is no amount.",
        "Write a number with its unit, or leave the cell blank.",
    )


def _letter(text: str, folded: str, place: Place) -> Reading | None:
    """Return the letter or word of frequency that a cell holds; None if it holds none."""
    if place.role not in {"rate", "interval", "hours", "kind", "amount", "band"} or not folded:
        return None
    letter = dict(place.aliases).get(text.strip().upper()) or band_of(text)
    if (
        letter is None
        or (not place.letters and place.role == "amount")
        or (folded == "no" and not place.letters)
    ):
        return None
    if place.legend and letter not in place.legend and letter != "N":
        return _unknown_letter(text)
    return Reading((("band", letter),))


def _unknown_letter(text: str) -> Reading:
    return wrong(
        "letter-not-in-legend",
        f"“{text.strip()}” is not explained in the legend.",
        "Use a letter of the legend, or add this one to it.",
    )


def _written_amount(text: str, amount: Amount, place: Place) -> Reading:
    reading = _amount(amount, place)
    if amount.rest:
        reading = with_rest(reading, amount, place)
        if place.role in _TIME_ROLES:
            reading = with_days(reading, text)
    if (
        amount.unit is None
        and not amount.unit_text
        and amount.single is not None
        and not place.text_file
        and reading.facts
    ):
        note = Complaint(
            Severity.NOTE,
            "number-as-text",
            "The number is stored as text; it was read as the number.",
            "Format the cell as a number.",
        )
        reading = Reading(reading.facts, (*reading.complaints, note))
    if amount.doubtful and not place.decimal_comma and "," in text:
        doubt = Complaint(
            Severity.WARNING,
            "doubtful-number",
            f"“{text.strip()}” was read with a thousands comma.",
            "Write the number without a comma if a decimal was meant.",
        )
        reading = Reading(reading.facts, (*reading.complaints, doubt))
    return reading


def _amount(amount: Amount, place: Place) -> Reading:
    unit = amount.unit
    words_after = f"{amount.unit_text} {amount.rest}".strip()
    if unit is not None and unit.symbol == "per week":
        return of_longer(amount, "week", place.role)
    if words_after and (base := longer_than_day(words_after)) is not None:
        return of_longer(amount, base, place.role)
    if amount.unit_text and (place.unit is None or not _harmless(amount.unit_text)):
        counts = place.role in _HOW_OFTEN or is_count(words_after)
        return _not_a_rate(words_after) if counts else _unknown_unit(amount.unit_text, place)
    if unit is None or unit.dimension is Dimension.COUNT:
        unit = place.unit
        if unit is None and place.unit_words:
            return _unknown_unit(place.unit_words, place)
    if unit is None:
        return _without_unit(amount, place)
    if unit.dimension is Dimension.SHARE and amount.unit is None:
        if place.fractions:
            unit = Unit("share", Dimension.SHARE, 1.0)
        elif 0 < (amount.single or 0) < 1:
            return _share_or_per_cent(amount)
    return by_dimension(amount, unit, place)


def _share_or_per_cent(amount: Amount) -> Reading:
    """Refuse `0.3` among per cents: three tenths, or three in a thousand."""
    return wrong(
        "share-or-per-cent",
        f"{amount.single:g} among per cents may be a share or a per cent; it was not read.",
        "Write it with its per cent sign.",
    )


def _harmless(words_after: str) -> bool:
    plain = words_after.strip("().,;:*")
    second = any(c.isdigit() for c in plain) and "/" in plain  # `60N/40N` holds two amounts
    return not second and (not plain.isalpha() or len(words_after) > 4)


def _not_a_rate(spelt: str) -> Reading:
    """Refuse a count of things that is not by the minute, hour or day: `22 blows per neck`."""
    return wrong(
        "count-not-read",
        f"“{spelt}” is not counted by the minute, the hour or the day here; it was not read.",
        "Write how often in a minute, an hour or a working day.",
    )


def _unknown_unit(spelt: str, place: Place) -> Reading:
    kind = place.kind.value if place.kind else place.role
    return Reading(
        (),
        (
            Complaint(
                Severity.ERROR,
                "unknown-unit",
                f"The unit “{spelt}” is not known.",
                "Use a unit such as N, kgf, lbf, kg, lb, N·m, m/s², deg, h or min.",
                f"units/{spelt} {kind}",
                of_unit=spelt == place.unit_words,
            ),
        ),
    )


_HOW_OFTEN: Final = frozenset({"rate", "interval", "per_cycle"})

_UNIT_CHOICES: Final = {
    "force": ("N", "kgf", "lbf"),
    "load": ("kg", "lb", "g"),
    "angle": ("°", "rad"),
    "torque": ("N·m", "in-lb", "ft-lb"),
    "vibration": ("m/s²",),
    "rate": ("/min", "/h", "per shift"),
    "interval": ("s", "min"),
    "hours": ("h", "min", "%"),
    "seconds_per_effort": ("s", "min"),
    "cycle_time": ("s", "min"),
}


def _without_unit(amount: Amount, place: Place) -> Reading:
    """Ask for the unit of a bare number; only a share may be told by its size."""
    if place.role in {"duty_cycle", "percent_mvc"}:
        if not place.fractions and 0 < (amount.single or 0) < 1:
            return _share_or_per_cent(amount)
        share = Unit("share", Dimension.SHARE, 1.0) if place.fractions else UNITS["%"]
        return by_dimension(amount, share, place)
    if place.role == "per_cycle":
        return fact("per_cycle", amount, 1.0)
    if place.wide and amount.single == 0:
        return NOTHING
    if place.role == "hours" and amount.single == 0:
        return Reading((("hours_per_day", 0.0),))
    wanted = _wanted(place)
    choices = tuple(Choice(u, u) for u in _UNIT_CHOICES.get(wanted, ("N", "kgf", "lbf", "kg", "lb")))
    subject = place.kind.value if place.kind else place.role
    return Reading(
        (("unread", True),),
        (
            Complaint(
                Severity.QUESTION,
                "unit-missing",
                "The number has no unit, neither in the cell nor in the heading.",
                "Say which unit is meant.",
                f"units/{subject}",
                choices,
            ),
        ),
    )


def _wanted(place: Place) -> str:
    if place.role not in {"amount", "kind"}:
        return place.role
    kind = place.kind
    if kind in FORCE_KINDS:
        return "force"
    if kind in LOAD_KINDS:
        return "load"
    return (
        "angle"
        if kind in POSTURE_KINDS
        else "vibration"
        if kind is DemandKind.HAND_ARM_VIBRATION
        else "hours"
        if place.role == "kind"
        else ""
    )
