"""What a week must keep: hours of the week, growth since the weeks before, rest days."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from rtw.domain.schedule.brief import RestRule, ScheduleBrief
from rtw.domain.schedule.checked_day import CheckedDay, in_hours, words_of
from rtw.domain.schedule.violation import Breach, Violation


def check_week_hours(days: list[CheckedDay], brief: ScheduleBrief) -> Iterator[Violation]:
    """Limits on the week's hours that its days exceed together."""
    for cap in brief.hours_caps:
        if cap.weekly is None or not days:
            continue
        begins, ends = cap.since or date.min, cap.until or date.max
        hours = sum((day.hours for day in days if begins <= day.on <= ends), Fraction(0))
        week = days[0].week
        most = in_hours(cap.weekly[week - 1])
        if hours > most:
            words = f"Week {week}: {words_of(hours)}, at most {words_of(most)} ({cap.ground.words})."
            limit = f"At most {words_of(most)} a week ({cap.ground.words})"
            yield Violation(Breach.HOURS, words, week, ground=cap.ground, limit=limit)


def check_growth(
    days: list[CheckedDay], earlier: list[CheckedDay], brief: ScheduleBrief
) -> Iterator[Violation]:
    """Days of a week that are longer than the `earlier` weeks allow."""
    if brief.growth is None:
        return
    before = max((day.hours for day in earlier), default=Fraction(0))
    for day in days:
        grown = before + in_hours(brief.growth.day_step) if day.week > 1 else Fraction(0)
        most = max(in_hours(brief.growth.start_day), grown)
        if day.hours > most:
            words = (
                f"{day.named}: {words_of(day.hours)}, at most {words_of(most)} ({brief.growth.ground.words})."
            )
            limit = f"At most {words_of(most)} a day this week ({brief.growth.ground.words})"
            yield Violation(Breach.GROWTH, words, day.week, day.on, ground=brief.growth.ground, limit=limit)


def check_rests(
    days: list[CheckedDay], earlier: list[CheckedDay], brief: ScheduleBrief
) -> Iterator[Violation]:
    """Rest rules that one week breaks; days in a row go on from the `earlier` weeks, over the weekend."""
    worked = sorted(day.on for day in days if day.hours)
    before = {day.on for day in earlier if day.hours}
    for rule in brief.rests:
        if not days or not rule.first <= days[0].week <= rule.last:
            continue
        yield from _check_rest(worked, before, rule, days[0].week)


def _check_rest(worked: list[date], before: set[date], rule: RestRule, week: int) -> Iterator[Violation]:
    if rule.max_days is not None and len(worked) > rule.max_days:
        words = f"Week {week}: {len(worked)} working days, at most {rule.max_days} ({rule.ground.words})."
        yield Violation(Breach.REST, words, week, ground=rule.ground)
    row = _longest_row(worked, before)
    if rule.max_in_a_row is not None and row > rule.max_in_a_row:
        words = (
            f"Week {week}: {row} working days in a row, at most {rule.max_in_a_row} ({rule.ground.words})."
        )
        yield Violation(Breach.REST, words, week, ground=rule.ground)


def _longest_row(worked: list[date], before: set[date]) -> int:
    """Count the longest run that ends in this week; one that began in an earlier week counts in full."""
    longest = 0
    for on in worked:
        row, day = 1, on - timedelta(days=1)
        while day in before or day in worked:
            row, day = row + 1, day - timedelta(days=1)
        longest = max(longest, row)
    return longest
