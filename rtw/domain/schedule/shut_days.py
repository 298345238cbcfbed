"""From when a task is shut, and until when: one that is shut later may still be worked before."""

from collections.abc import Iterable
from datetime import date, timedelta

from rtw.domain.dates import day_in_words
from rtw.domain.schedule.brief import Gate, ScheduleBrief
from rtw.domain.schedule.check_days import closed_on

_WEEK = 7


def shut_from(brief: ScheduleBrief, task: str) -> date | None:
    """Give the day from which a task stays shut; None where it is shut on all days, or open on the last."""
    days = [brief.start + timedelta(days=n) for n in range(_WEEK * brief.weeks)]
    gates = [gate for gate in brief.gates if gate.task == task]
    still_open = [day for day in days if not any(closed_on(gate, day) for gate in gates)]
    if not still_open or still_open[-1] == days[-1]:
        return None
    return still_open[-1] + timedelta(days=1)


def shut_in_week(gates: Iterable[Gate], monday: date) -> str:
    """Say whether these gates shut their task in a week, or from when; empty where they never do again."""
    closing = tuple(gates)
    days = [monday + timedelta(days=n) for n in range(_WEEK)]
    shut = [day for day in days if any(closed_on(gate, day) for gate in closing)]
    if len(shut) == _WEEK:
        return "shut"
    if shut and shut[0] == monday:
        return f"shut until {day_in_words(shut[-1])}"
    coming = [gate.since for gate in closing if gate.since and gate.since > days[-1] and not gate.opened]
    begins = shut or sorted(coming)
    return f"shut from {day_in_words(begins[0])}" if begins else ""
