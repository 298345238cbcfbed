"""Vibration of a job on each hand: A(8) over all its tools, between what the sheet leaves open."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import JobProfile, Range, Task
from rtw.domain.capacity import Quantity
from rtw.domain.exposure.hav_a8 import HavCoefficients, daily_a8
from rtw.domain.exposure.model import values
from rtw.domain.gap import Missing
from rtw.domain.hands import Side, sides_of
from rtw.domain.job_exposure.job import Span
from rtw.domain.matching import lacking
from rtw.domain.matching.asked import Asked, asked_of


@dataclass(frozen=True, slots=True)
class Tool:
    """One vibrating tool of a task on one hand, with its time in hours; None where that is not known."""

    asked: Asked
    ahv_m_s2: float | None
    hours: Range | None
    is_certain: bool = True
    """Whether the sheet says that this hand holds it."""


@dataclass(frozen=True, slots=True)
class HandVibration:
    """A day's vibration of one hand. `a8` None: nothing can be said."""

    side: Side
    tools: tuple[Tool, ...]
    a8: Span | None
    missing: tuple[Missing, ...]


def hand_vibrations(
    profile: JobProfile, dominant: Side | None, c: HavCoefficients
) -> tuple[HandVibration, ...]:
    """Give the vibration of every hand that holds a vibrating tool."""
    tools = _each_once(tuple(_tools(profile, dominant)))
    sides = [side for side in Side if any(tool.asked.side is side for tool in tools)]
    return tuple(_hand(side, tuple(t for t in tools if t.asked.side is side), c) for side in sides)


def _each_once(tools: tuple[Tool, ...]) -> tuple[Tool, ...]:
    """Leave out a use whose vibration has a row of its own in the task, on that hand, of that magnitude."""
    rows = {_vibration(tool) for tool in tools if _is_row_of_vibration(tool)}
    return tuple(tool for tool in tools if _is_row_of_vibration(tool) or _vibration(tool) not in rows)


def _vibration(tool: Tool) -> tuple[Task, Side, float | None]:
    return tool.asked.task, tool.asked.side, tool.ahv_m_s2


def _is_row_of_vibration(tool: Tool) -> bool:
    return tool.asked.demand.kind is DemandKind.HAND_ARM_VIBRATION


def vibrates(asked: Asked) -> bool:
    """Whether a demand is one of vibration: by its kind, or by the figure of its tool."""
    return asked.demand.kind is DemandKind.HAND_ARM_VIBRATION or bool(asked.demand.ahv_m_s2)


def _tools(profile: JobProfile, dominant: Side | None) -> Iterator[Tool]:
    for task in profile.tasks:
        for index, demand in enumerate(task.demands):
            for side in sides_of(demand.hand, dominant):
                asked = asked_of(profile, task, index, side)
                if vibrates(asked) and not asked.is_never():
                    yield Tool(asked, demand.ahv_m_s2, asked.hours()[0], _is_certain(demand.hand, dominant))


def _is_certain(hand: Hand | None, dominant: Side | None) -> bool:
    """Whether it is known that a hand holds it: either hand may, and which one leads must be known."""
    if hand in (Hand.DOMINANT, Hand.NON_DOMINANT):
        return dominant is not None
    return hand not in (None, Hand.EITHER)


def _hand(side: Side, tools: tuple[Tool, ...], c: HavCoefficients) -> HandVibration:
    sure = [tool for tool in tools if tool.is_certain]
    low, high = _a8(sure, 0, c), _a8(tools, 1, c)
    complete = all(tool.ahv_m_s2 is not None and tool.hours is not None for tool in tools)
    span = Span(low, high if complete else None) if complete or low > 0.0 else None
    return HandVibration(side, tools, span, tuple(_missing(tools)))


def _a8(tools: "list[Tool] | tuple[Tool, ...]", end: int, c: HavCoefficients) -> float:
    known = [(t.ahv_m_s2, t.hours[end]) for t in tools if t.ahv_m_s2 is not None and t.hours is not None]
    if not known:
        return 0.0
    magnitudes, hours = (values(*column) for column in zip(*known, strict=True))
    return float(daily_a8(magnitudes, hours, np.zeros(1, dtype=np.intp), c)[0])


def _missing(tools: tuple[Tool, ...]) -> Iterator[Missing]:
    for tool in tools:
        if not tool.is_certain and tool.asked.demand.hand in (Hand.DOMINANT, Hand.NON_DOMINANT):
            yield lacking.dominance()
        if tool.ahv_m_s2 is None or tool.hours is None:
            yield lacking.demand_figure(tool.asked, Quantity.A8_M_S2)
        elif tool.hours[0] != tool.hours[1]:
            yield lacking.demand_figure(tool.asked, Quantity.HOURS_PER_DAY)
