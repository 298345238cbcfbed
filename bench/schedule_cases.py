"""Twenty varied, seeded briefs of 12 weeks, 8 tasks and 5 days: what a hand clinic might meet."""

import random
from datetime import date, timedelta

from job_profiles.kinds import DemandKind
from rtw.domain.hands import Side
from rtw.domain.schedule.brief import (
    Dose,
    Gate,
    GateKind,
    Ground,
    Growth,
    HoursCap,
    MinDay,
    Offer,
    Origin,
    Requirement,
    RestRule,
    ScheduleBrief,
    TaskNeed,
    TaskWeight,
    TimeAway,
)
from rtw.domain.schedule.values import BreakRule

START = date(2026, 3, 2)
KINDS = (DemandKind.KEYBOARDING, DemandKind.MOUSING, DemandKind.POWER_GRIP, DemandKind.KEY_PINCH)
MADE_UP = Ground(Origin.CONVENTION, "made up for the benchmark")


def case(seed: int, weeks: int = 12, tasks: int = 8) -> ScheduleBrief:
    """One brief; equal seeds give equal briefs."""
    chance = random.Random(seed)
    needs = _tasks(chance, tasks)
    day = sum(need.full for need in needs)
    return ScheduleBrief(
        start=START,
        weeks=weeks,
        tasks=needs,
        offer=Offer((0, 1, 2, 3, 4), day, MADE_UP, _holidays(chance, weeks)),
        requirement=Requirement(MADE_UP, begin_by_week=weeks),
        breaks=BreakRule(60, 5, "convention"),
        gates=_gates(chance, needs, weeks),
        doses=tuple(_dose(chance, needs, index, weeks) for index in range(chance.randint(3, 7))),
        hours_caps=_hours_caps(chance, weeks),
        growth=_growth(chance, day),
        min_day=chance.choice((None, MinDay(4, MADE_UP), MinDay(6, MADE_UP))),
        rests=_rests(chance),
        away=_away(chance),
    )


def _tasks(chance: random.Random, count: int) -> tuple[TaskNeed, ...]:
    amounts = [1] * count
    for _ in range(max(0, 16 - count)):
        amounts[chance.randrange(count)] += 1
    return tuple(
        TaskNeed(f"Task {i + 1}", chance.random() < 0.6, full, min_block=min(full, chance.choice((1, 1, 2))))
        for i, full in enumerate(amounts)
    )


def _dose(chance: random.Random, needs: tuple[TaskNeed, ...], index: int, weeks: int) -> Dose:
    weights = {need.name: chance.choice((0, 0, 10, 15, 20, 30, 30, chance.randint(1, 40))) for need in needs}
    full = sum(weights[need.name] * need.full for need in needs) or 1
    share, growth = chance.uniform(0.4, 0.8), chance.uniform(0.05, 0.2)
    daily = tuple(int(full * min(1.3, share * (1 + growth) ** week)) for week in range(weeks))
    weekly = tuple(int(cap * chance.uniform(4.0, 4.9)) for cap in daily) if chance.random() < 0.1 else None
    if weekly is not None:
        weekly = tuple(max(cap, 5 * full) if daily[w] >= full else cap for w, cap in enumerate(weekly))
    kept = tuple(TaskWeight(name, (units,) * weeks) for name, units in weights.items() if units)
    side = chance.choice((Side.LEFT, Side.RIGHT))
    kind = KINDS[index % len(KINDS)]
    return Dose(
        f"dose-{index}", f"{kind.label}, {side.label}", kind, side, "min", kept, daily, MADE_UP, weekly
    )


def _gates(chance: random.Random, needs: tuple[TaskNeed, ...], weeks: int) -> tuple[Gate, ...]:
    gates = []
    if chance.random() < 0.5:
        until = START + timedelta(days=chance.randint(3, 3 + 7 * weeks // 2))
        gates.append(Gate(chance.choice(needs).name, GateKind.DATED, None, MADE_UP, until=until))
    if chance.random() < 0.2:
        gates.append(Gate(chance.choice(needs).name, GateKind.PEAK, Side.RIGHT, MADE_UP))
    return tuple(gates)


def _hours_caps(chance: random.Random, weeks: int) -> tuple[HoursCap, ...]:
    if chance.random() < 0.5:
        return ()
    first = chance.choice((4, 6, 8))
    return (HoursCap("surgeon", MADE_UP, daily=tuple(first + 2 * (week // 2) for week in range(weeks))),)


def _growth(chance: random.Random, day: int) -> Growth:
    start, step = day // 2, chance.choice((1, 2, 2, 3))
    return Growth(start, step, MADE_UP)


def _rests(chance: random.Random) -> tuple[RestRule, ...]:
    last = chance.choice((0, 1, 2))
    return (RestRule("alternate", 1, last, MADE_UP, max_days=3, max_in_a_row=1),) if last else ()


def _away(chance: random.Random) -> tuple[TimeAway, ...]:
    if chance.random() < 0.5:
        return ()
    return (TimeAway(chance.choice((2, 3)), weekday=chance.randrange(5), until=START + timedelta(weeks=6)),)


def _holidays(chance: random.Random, weeks: int) -> tuple[date, ...]:
    if chance.random() < 0.6:
        return ()
    return (START + timedelta(weeks=chance.randrange(weeks), days=chance.randrange(5)),)
