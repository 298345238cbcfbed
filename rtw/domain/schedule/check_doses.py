"""What a hand may take, on a day and in a week."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from rtw.domain.percent_words import percent
from rtw.domain.schedule.brief import MINUTES, Dose, ScheduleBrief
from rtw.domain.schedule.checked_day import CheckedDay
from rtw.domain.schedule.violation import Breach, Violation


def check_daily_doses(day: CheckedDay, brief: ScheduleBrief) -> Iterator[Violation]:
    """Find the doses a day exceeds."""
    for dose in brief.doses:
        taken, most = dose_of(day, dose), dose.daily[day.week - 1]
        if taken > most:
            words = f"{day.named}: {_against(dose, taken, most)}"
            found = Violation(Breach.DOSE, words, day.week, day.on, _heaviest(day, dose), dose.side)
            yield _with_reason(found, dose, most, "day")


def check_weekly_doses(days: list[CheckedDay], brief: ScheduleBrief) -> Iterator[Violation]:
    """Find the doses that the days of one week exceed together."""
    for dose in brief.doses:
        if dose.weekly is None or not days:
            continue
        taken = sum((dose_of(day, dose) for day in days), Fraction(0))
        most = dose.weekly[days[0].week - 1]
        if taken > most:
            week = days[0].week
            words = f"Week {week}: {_against(dose, taken, most)}"
            found = Violation(Breach.DOSE, words, week, side=dose.side)
            yield _with_reason(found, dose, most, "week")


def dose_of(day: CheckedDay, dose: Dose) -> Fraction:
    """Units of a dose that a day takes; none on a day when the limit does not hold."""
    if not (dose.since or date.min) <= day.on <= (dose.until or date.max):
        return Fraction(0)
    each = {weight.task: weight.per_half_hour[day.week - 1] for weight in dose.weights}
    return sum((hours * 2 * each.get(task, 0) for task, hours in day.amounts), Fraction(0))


def _against(dose: Dose, taken: Fraction, most: int) -> str:
    if dose.unit == MINUTES:
        minutes, limit = dose.in_unit(taken), dose.in_unit(most)
        return f"{dose.name} {minutes:g} min, at most {limit:g} min ({_whence(dose, most)})."
    share = f"{percent(float(taken / most))} of the limit" if most else "more than none"
    return f"{dose.name} {share} ({dose.ground.words})."


def _with_reason(found: Violation, dose: Dose, most: int, span: str) -> Violation:
    limit, allowance = _limit(dose, most, span), _allowance(dose, span)
    return replace(found, ground=dose.ground, limit=limit, allowance=allowance)


def _limit(dose: Dose, most: int, span: str) -> str | None:
    """State a limit in hours alone, as a reason for no more work; a share of a limit is an allowance."""
    if dose.unit != MINUTES:
        return None
    return f"{dose.name}: at most {_hours(dose, most)} a {span} ({_whence(dose, most)})"


def _allowance(dose: Dose, span: str) -> str | None:
    """Name what more work would exceed: used or not, it may be too small for one block."""
    if dose.unit == MINUTES:
        return None
    return f"the {span}'s allowance of {dose.name[0].lower()}{dose.name[1:]} ({dose.ground.words})"


def _whence(dose: Dose, most: int) -> str:
    """Say whose a limit in minutes is, and where it is more than anybody measured or reported."""
    today = dose.daily[0]
    if most <= today or dose.weekly is not None:
        return dose.ground.words
    return f"expected after the review, today {_hours(dose, today)}: {dose.ground.words}"


def _hours(dose: Dose, cap: int) -> str:
    return f"{dose.in_unit(cap) / 60:.3g} h"


def _heaviest(day: CheckedDay, dose: Dose) -> str | None:
    each = {weight.task: weight.per_half_hour[day.week - 1] for weight in dose.weights}
    shares = [(hours * each.get(task, 0), task) for task, hours in day.amounts]
    return max(shares, default=(0, None))[1]
