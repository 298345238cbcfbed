"""How long one effort or stretch lasts (`12 / day, 5 min each`): never the hours of a day."""

import re
from collections.abc import Callable
from typing import Final

from job_profiles.after_amount import two_numbers
from job_profiles.amounts import Amount, parse_amount
from job_profiles.by_unit import NOTHING, Complaint, Place, Reading, fact
from job_profiles.problem import Severity
from job_profiles.units import Dimension, clean
from job_profiles.vocabulary.kind_words import band_of

_NUM: Final = r"\d+(?:[.,]\d+)?(?:\s*(?:-|to|bis|à|a)\s*\d+(?:[.,]\d+)?)?"
_TIME: Final = (
    r"(?<![\d:.,])"
    rf"(?:\d+\s*(?:h|hrs?|hours?|std|stunden?|heures?|horas?)\s*\d+|{_NUM})\s*(?:s|secs?|seconds?|sek|sekunden?|secondes?|segundos?|seg|mins?|minutes?|minuten?|minutos?|mn|"
    r"h|hrs?|hours?|std|stunden?|heures?|horas?)(?!\w)\.?"
)
_ONE: Final = (
    r"(?:go|time|turn|stretch|effort|session|occasion|case|patient|animal|customer|client|lift|job|item|piece|"
    r"mal|gang|vorgang|einsatz|griff|kunde|kundin|tier|fois|prise|passage|effort|vez|pasada|esfuerzo|paciente)"
)
_EACH: Final = (
    r"(?:at a (?:time|stretch)|at one (?:time|stretch|go)|in one (?:go|stretch)|in a row|a go|apiece|"
    r"every time|non-?stop|without (?:a )?(?:break|stopping)|am stück|an einem stück|"
    r"ohne (?:pause|unterbrechung)|jeweils|jedes ?mal|je(?!\s*\w)|à la fois|a la fois|d'affilée|de suite|"
    r"sans (?:pause|arrêt)|chacune?|de una vez|a la vez|seguid[oa]s|sin (?:pausa|parar)|cada (?:vez|un[oa])|"
    rf"(?:each|chaque)(?: {_ONE}|(?!\s*\w))|(?:per|/|pro|je|par|por)\s*{_ONE})(?!\w)"
)
_TIME_EACH: Final = re.compile(rf"[(,;]?\s*(?P<time>{_TIME})\s*{_EACH}\s*\)?", re.IGNORECASE)
_EACH_TIME: Final = re.compile(
    rf"[,;x×*@]\s*(?:each|je|jeweils|à|chacune?|cada un[oa])\s*(?P<time>{_TIME})$", re.IGNORECASE
)
_A_DAY: Final = re.compile(
    r"(?<=\d)\s*(?:x|×|times|mal|fois|veces)?\s*(?:daily|täglich|am tag|quotidien\w*|diari\w+)(?!\w)",
    re.IGNORECASE,
)
_COUNT_AND_TIME: Final = re.compile(
    rf"^(?P<count>[^,;x×*@(]*\d[^,;×*@(]*?)\s*(?P<by>x|×|\*|@|à|of|,|;|\(|\s)\s*(?P<time>{_TIME})\s*\)?$",
    re.IGNORECASE,
)
_TIME_AND_COUNT: Final = re.compile(
    rf"^(?P<time>{_TIME})\s*(?P<by>x|×|\*|@|,|;|\(|\s)\s*(?P<count>\d.*?)\)?$", re.IGNORECASE
)
_TIMES: Final = frozenset({"x", "×", "*", "@", "à", "of"})
_ROLES: Final = frozenset(
    {"rate", "interval", "hours", "task_hours", "running", "amount", "kind", "force", "load"}
)
_DAY_H: Final = 24.0
_WEEK: Final = re.compile(r"\b(?:week|woche|wöchentlich|semaine|hebdo|seman)", re.IGNORECASE)

Measure = Callable[[str, Place], Reading]


def repeated(text: str, place: Place, measure: Measure) -> Reading | None:
    """Return what a cell says that tells how long each effort lasts; None for any other cell.

    `measure` reads what else stands in the cell: how often a day, the hours of the day, an amount.
    """
    if place.role not in _ROLES or _WEEK.search(text):
        return None
    plain = _A_DAY.sub(" / day", clean(text))
    found = _TIME_EACH.search(plain) or _EACH_TIME.search(plain)
    if found is not None:
        rest = (plain[: found.start()] + " " + plain[found.end() :]).strip(" ,;.-x×@()")
        return _each(found["time"], rest, place, measure)
    product = _COUNT_AND_TIME.match(plain) or _TIME_AND_COUNT.match(plain)
    if product is not None and (count := _per_day(product["count"])) is not None:
        return _by_count(product, count, place, measure)
    return measure(plain, place) if plain != clean(text) else None


def _by_count(product: re.Match[str], count: Amount, place: Place, measure: Measure) -> Reading | None:
    """Return `12 / day × 5 min`; `12 / day, 5 min` leaves open whether the time is of each or of the day."""
    time = parse_amount(product["time"])
    if product["by"].lower() in _TIMES:
        return _each(product["time"], product["count"], place, measure)
    if time is None or time.unit is None:
        return None
    is_of_the_day = (count.low or 0) * (time.low or 0) * time.unit.factor > _DAY_H
    return None if is_of_the_day else two_numbers()


def _per_day(text: str) -> Amount | None:
    amount = parse_amount(text)
    per_day = amount is not None and amount.unit is not None and amount.unit.dimension is Dimension.PER_SHIFT
    return amount if per_day and amount is not None and not amount.rest else None


def _each(time: str, rest: str, place: Place, measure: Measure) -> Reading:
    """Return how long each effort lasts, what the rest of the cell says, and the hours that both make."""
    each = parse_amount(time, decimal_comma=place.decimal_comma)
    if each is None or each.unit is None or _counts_nothing(rest):
        return two_numbers()
    told = measure(rest, place) if _says_more(rest) else NOTHING
    facts = dict(told.facts)
    hours = () if facts.keys() & {"hours_per_day", "hours_range"} else _hours(each, facts)
    if place.kind is None:  # of a task: how long a stretch of it lasts is no field of a task
        said = hours or tuple(f for f in told.facts if f[0] in {"hours_per_day", "hours_range", "share"})
        return (
            Reading(said, told.complaints) if said else Reading((), (*told.complaints, _not_of_the_day(time)))
        )
    one = _one(each)
    added = tuple(f for f in (*hours, *one.facts) if f[0] not in facts)
    return Reading((*told.facts, *added), (*told.complaints, *one.complaints))


def _counts_nothing(rest: str) -> bool:
    """Whether a number beside the time has no base: `4 times, 15 min each`, of a day or an hour."""
    amount = parse_amount(rest)
    if amount is None:
        return any(c.isdigit() for c in rest)
    return not amount.unit_text and (amount.unit is None or amount.unit.dimension is Dimension.COUNT)


def _says_more(rest: str) -> bool:
    return any(c.isdigit() for c in rest) or band_of(rest) is not None


def _one(each: Amount) -> Reading:
    """Return how long one lasts: seconds are those of an effort, minutes and hours a stretch."""
    factor = each.unit.factor if each.unit else 1.0
    if each.unit is not None and each.unit.symbol in {"s", "ms"}:
        return fact("seconds_per_effort", each, factor * 3600)
    return fact("longest_bout_h", each, factor)


def _hours(each: Amount, told: dict[str, object]) -> tuple[tuple[str, object], ...]:
    """Return the hours of a day: so many times a day, so long each."""
    most = told.get("per_shift")
    least = told.get("per_shift_low", most)
    if not isinstance(most, float) or not isinstance(least, float) or each.unit is None:
        return ()
    low, high = (
        (length or 0.0) * count * each.unit.factor for length, count in ((each.low, least), (each.high, most))
    )
    return (("hours_per_day", high),) if low == high else (("hours_range", (low, high)),)


def _not_of_the_day(time: str) -> Complaint:
    return Complaint(
        Severity.ERROR,
        "time-of-one",
        f"{time} is how long one stretch lasts, not the hours of the day; it was not read.",
        "Give the hours of a working day.",
    )
