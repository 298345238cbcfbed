"""How long the proof of a schedule takes, and how far a greedy ramp falls behind."""

import json
import statistics
import time

from bench.schedule_cases import case
from bench.schedule_greedy import greedy_ramp
from rtw.domain.optimise.outcome import Outcome, SolveStatus
from rtw.domain.optimise.solve import solve
from rtw.domain.schedule.brief import ScheduleBrief
from rtw.domain.schedule.check_claims import full_duty_from
from rtw.domain.schedule.values import Schedule

CASES = 20
MOST_SECONDS = 2.0


def run() -> list[dict[str, object]]:
    """Solve twenty varied briefs of 12 weeks, 8 tasks and 5 days to proven optimality."""
    briefs = [case(seed) for seed in range(CASES)]
    timed = [_timed(brief) for brief in briefs]
    outcomes, seconds = [outcome for outcome, _ in timed], [spent for _, spent in timed]
    proven = sum(outcome.status is SolveStatus.PROVEN_OPTIMAL for outcome in outcomes)
    median = statistics.median(
        spent if outcome.status is SolveStatus.PROVEN_OPTIMAL else float("inf") for outcome, spent in timed
    )
    return [
        _figure("schedule_proven_optimal_median", median, "s", median / MOST_SECONDS, f"{MOST_SECONDS:g} s"),
        _figure("schedule_proven_optimal_worst", max(seconds), "s", max(seconds) / MOST_SECONDS, "2 s"),
        _figure("schedule_proven_cases", proven, "cases", proven / CASES, f"{CASES} cases"),
        *_greedy_gap(briefs, outcomes),
    ]


def _timed(brief: ScheduleBrief) -> tuple[Outcome, float]:
    begun = time.perf_counter()
    outcome = solve(brief)
    return outcome, time.perf_counter() - begun


def _greedy_gap(briefs: list[ScheduleBrief], outcomes: list[Outcome]) -> list[dict[str, object]]:
    """Weeks later and essential hours fewer that the greedy ramp comes to, over the same cases."""
    ramps = [greedy_ramp(brief) for brief in briefs]
    later, reached, ours, theirs = 0, 0, 0, 0
    for brief, outcome, ramp in zip(briefs, outcomes, ramps, strict=True):
        if outcome.schedule is None:
            continue
        ours += _essential(brief, outcome.schedule)
        theirs += _essential(brief, ramp)
        if outcome.schedule.full_duty_week is not None:
            reached += 1
            later += (full_duty_from(ramp, brief) or brief.weeks + 1) - outcome.schedule.full_duty_week
    gap = later / reached if reached else 0.0
    against = f"greedy ramp, {reached} cases that reach full duty"
    return [
        _figure("schedule_greedy_full_duty_later", gap, "weeks", gap, against),
        _figure("schedule_essential_hours", ours / 2, "h", ours / theirs if theirs else 1.0, "greedy ramp"),
    ]


def _essential(brief: ScheduleBrief, schedule: Schedule) -> int:
    names = {need.name for need in brief.tasks if need.essential}
    days = (day for week in schedule.weeks for day in week.days)
    return sum(entry.half_hours for day in days for entry in day.tasks if entry.task in names)


def _figure(name: str, value: float, unit: str, ratio: float, against: str) -> dict[str, object]:
    return {
        "name": name,
        "value": round(value, 3),
        "unit": unit,
        "ratio": round(ratio, 3),
        "against": against,
    }


if __name__ == "__main__":
    for figure in run():
        print(json.dumps(figure))
