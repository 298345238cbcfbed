"""What a hand may take, on a day and in a week."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from rtw.domain.schedule.brief import MINUTES, Dose, ScheduleBrief
from rtw.domain.schedule.checked_day import CheckedDay
from rtw.domain.schedule.violation import Breach, Violation


def check_daily_doses(day: CheckedDay, brief: ScheduleBrief) -> Iterator[Violation]:
    """Find the doses a day exceeds."""
    for dose in brief.doses:
        taken, most = dose_of(day, dose), dose.daily[day.week - 1]
        if taken > most:
            words, limit = f"{day.named}: {_against(dose, taken, most)}", _limit(dose, most, "day")
            yield Violation(
                Breach.DOSE, words, day.week, day.on, _heaviest(day, dose), dose.side, dose.ground, limit
            )


def check_weekly_doses(days: list[CheckedDay], brief: ScheduleBrief) -> Iterator[Violation]:
    """Find the doses that the days of one week exceed together."""
    for dose in brief.doses:
        if dose.weekly is None or not days:
            continue
        taken = sum((dose_of(day, dose) for day in days), Fraction(0))
        most = dose.weekly[days[0].week - 1]
        if taken > most:
            week = days[0].week
            words, limit = f"Week {week}: {_against(dose, taken, most)}", _limit(dose, most, "week")
            yield Violation(Breach.DOSE, words, week, side=dose.side, ground=dose.ground, limit=limit)


def dose_of(day: CheckedDay, dose: Dose) -> Fraction:
    """Units of a dose that a day takes; none on a day when the limit does not hold."""
    if not (dose.since or date.min) <= day.on <= (dose.until or date.max):
        return Fraction(0)
    each = {weight.task: weight.per_half_hour[day.week - 1] for weight in dose.weights}
    return sum((hours * 2 * each.get(task, 0) for task, hours in day.amounts), Fraction(0))


def _against(dose: Dose, taken: Fraction, most: int) -> str:
    if dose.unit == MINUTES:
        return f"{dose.name} {float(taken):g} min, at most {most} min ({dose.ground.words})."
    share = f"{float(100 * taken / most):.0f} % of the limit" if most else "more than none"
    return f"{dose.name} {share} ({dose.ground.words})."


def _limit(dose: Dose, most: int, span: str) -> str:
    """State the limit alone, as a reason for no more work."""
    if dose.unit == MINUTES:
        return f"{dose.name}: at most {float(Fraction(most, 60)):.3g} h a {span} ({dose.ground.words})"
    return f"{dose.name}: the {span}'s allowance is used up ({dose.ground.words})"


def _heaviest(day: CheckedDay, dose: Dose) -> str | None:
    each = {weight.task: weight.per_half_hour[day.week - 1] for weight in dose.weights}
    shares = [(hours * each.get(task, 0), task) for task, hours in day.amounts]
    return max(shares, default=(0, None))[1]
