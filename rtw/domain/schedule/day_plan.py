"""The order of one day: tasks taken in turn so that no stretch is too long, with breaks in between."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import time

from rtw.domain.schedule.values import BLOCK_MIN, Bout, BreakRule, Day


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of a task, or a break where `task` is None."""

    starts: time
    ends: time
    task: str | None

    @property
    def minutes(self) -> int:
        """Length of the stretch."""
        return _minutes(self.ends) - _minutes(self.starts)


def day_plan(day: Day, bouts: tuple[Bout, ...], breaks: BreakRule, starts: time) -> tuple[Slot, ...]:
    """Lay out a day from `starts`; breaks lie within the working time. It must end by midnight."""
    longest = {bout.task: bout.max_minutes for bout in bouts}
    order = _in_turn({entry.task: entry.half_hours for entry in day.tasks}, longest)
    pieces = list(_pieces(order, longest, breaks))
    return _merged(_timed(pieces, _minutes(starts)))


def _in_turn(blocks: dict[str, int], longest: dict[str, int]) -> list[str]:
    """Order half-hour blocks: tasks with a bout limit take turns, the others fill in between."""
    left, order = dict(blocks), list[str]()
    while any(left.values()):
        limited = {task: count for task, count in left.items() if count and task in longest}
        free = [task for task, count in left.items() if count and task not in longest]
        task = _next(limited, free, sum(left[name] for name in free), order, longest)
        order.append(task)
        left[task] -= 1
    return order


def _next(
    limited: dict[str, int], free: list[str], free_left: int, order: list[str], longest: dict[str, int]
) -> str:
    last = order[-1] if order else None
    if last in limited and _run(order) * BLOCK_MIN + BLOCK_MIN <= longest[last]:
        return last
    others = {task: count for task, count in limited.items() if task != last}
    best = max(others, key=lambda task: others[task], default=None)
    if free and (best is None or free_left > others[best]):
        return last if last in free else free[0]
    return best or next(iter(limited))


def _run(order: list[str]) -> int:
    run = 0
    while run < len(order) and order[-1 - run] == order[-1]:
        run += 1
    return run


def _pieces(order: list[str], longest: dict[str, int], breaks: BreakRule) -> Iterator[tuple[str | None, int]]:
    """Cut blocks into stretches and breaks: a stretch ends at the bout's length, or when a break is due.

    A break that falls due within a block is taken before it; one that begins at a block's end goes on
    into the next.
    """
    stretch, since_break, owed, before = 0, 0, 0, ""
    for task in order:
        stretch = stretch if task == before else 0
        before, left = task, BLOCK_MIN
        if since_break and since_break + BLOCK_MIN > breaks.after_minutes:
            stretch, since_break, owed = 0, 0, breaks.minutes
        while left:
            room = min(breaks.after_minutes - since_break, longest.get(task, stretch + left) - stretch)
            if room <= 0:
                stretch, since_break, owed = 0, 0, breaks.minutes
            length = min(left, owed or room)
            if owed:
                owed -= length
                yield None, length
            elif length > 0:
                stretch, since_break = stretch + length, since_break + length
                yield task, length
            left -= max(0, length)


def _timed(pieces: list[tuple[str | None, int]], minute: int) -> Iterator[Slot]:
    for task, length in pieces:
        yield Slot(_time(minute), _time(minute + length), task)
        minute += length


def _merged(slots: Iterator[Slot]) -> tuple[Slot, ...]:
    merged: list[Slot] = []
    for slot in slots:
        if merged and merged[-1].task == slot.task:
            merged[-1] = replace(merged[-1], ends=slot.ends)
        else:
            merged.append(slot)
    return tuple(merged)


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _time(minute: int) -> time:
    if minute >= 24 * 60:
        raise ValueError("A working day ends before midnight")
    return time(minute // 60, minute % 60)
