"""One patient against a million lines of work: all jobs of a large employer at once.

Floor: the plainest numpy on flat arrays for the same formulas, with the sorts the composites need. Rival: a
row-by-row loop in Python, timed on a part and reckoned up. All three must agree before a figure counts.
"""

import math
import statistics
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from rtw.domain.exposure.composite import starts_of
from rtw.domain.exposure.hav_a8 import HavCoefficients, daily_a8
from rtw.domain.job_exposure.lines import (
    LineCoefficients,
    Lines,
    job_figures,
    line_figures,
    shares,
    task_figures,
)
from rtw.knowledge.load import knowledge
from rtw.services.exposure.of_case import line_coefficients

LINES: Final = 1_000_000
LINES_PER_TASK: Final = 5
TASKS_PER_JOB: Final = 8
LOOPED: Final = 20_000
ROUNDS: Final = 5
SEED: Final = 31
MOST_TIMES_NUMPY: Final = 4.0
STRENGTH_N: Final = np.array([[310.0, 48.0, 71.0, 66.0], [190.0, 31.0, 52.0, 45.0]])
"""What one patient's left and right hand can do: grip, tip, key and palmar pinch."""


@dataclass(frozen=True)
class Sheet:
    """A million lines of demands, a number per line."""

    job: np.ndarray
    task: np.ndarray
    hand: np.ndarray
    kind: np.ndarray
    force_n: np.ndarray
    rate: np.ndarray
    seconds: np.ndarray
    wrist_deg: np.ndarray
    hours: np.ndarray
    ahv: np.ndarray

    def first(self, lines: int) -> "Sheet":
        return Sheet(*(getattr(self, name)[:lines] for name in self.__dataclass_fields__))


Answer = dict[str, np.ndarray]
"""Per line: index and damage. Per task and hand: composite, activity. Per job and hand: the sums."""


def run() -> list[dict[str, object]]:
    sheet, c, hav = made(), line_coefficients(knowledge()), knowledge().vibration
    times: dict[str, list[float]] = defaultdict(list)
    for _ in range(ROUNDS):
        for name, way in (("ours", ours), ("numpy", plain_numpy)):
            times[name].append(_timed(way, sheet, c, hav)[0])
    part = sheet.first(LOOPED)
    looped, by_row = _timed(row_by_row, part, c, hav)
    _agree(ours(part, c, hav), plain_numpy(part, c, hav), by_row)
    own, floor = (statistics.median(times[name]) for name in ("ours", "numpy"))
    rival = looped * LINES / LOOPED
    return [
        _figure(
            f"exposure of {LINES:,} lines",
            own,
            own / floor,
            f"plainest numpy {floor:.3f} s, limit {MOST_TIMES_NUMPY} ×",
        ),
        _figure(
            f"exposure of {LINES:,} lines against a loop",
            own,
            own / rival,
            f"row-by-row Python {rival:.1f} s, from {LOOPED:,} lines",
        ),
    ]


def _figure(name: str, value: float, ratio: float, against: str) -> dict[str, object]:
    return {"name": name, "value": round(value, 3), "unit": "s", "ratio": round(ratio, 4), "against": against}


def _timed(
    way: Callable[[Sheet, LineCoefficients, HavCoefficients], Answer],
    sheet: Sheet,
    c: LineCoefficients,
    hav: HavCoefficients,
) -> tuple[float, Answer]:
    began = time.perf_counter()
    answer = way(sheet, c, hav)
    return time.perf_counter() - began, answer


def made() -> Sheet:
    """Make the lines: as in a real sheet those of a task stand together, those of a hand do not."""
    random = np.random.default_rng(SEED)
    task = np.arange(LINES, dtype=np.int64) // LINES_PER_TASK
    hours = random.choice([0.5, 1.0, 1.5, 2.0], task[-1] + 1)
    kind = random.integers(0, 4, LINES)
    typical = np.array([60.0, 9.0, 14.0, 12.0])
    return Sheet(
        job=task // TASKS_PER_JOB,
        task=task,
        hand=random.integers(0, 2, LINES),
        kind=kind,
        force_n=typical[kind] * random.uniform(0.2, 1.9, LINES),
        rate=random.uniform(0.2, 4.0, LINES),
        seconds=random.uniform(0.5, 4.0, LINES),
        wrist_deg=random.uniform(-30.0, 45.0, LINES),
        hours=hours[task],
        ahv=random.uniform(0.5, 6.0, LINES),
    )


def ours(sheet: Sheet, c: LineCoefficients, hav: HavCoefficients) -> Answer:
    """Take the product's way."""
    lines = Lines(
        job=sheet.job,
        task=sheet.task,
        hand=sheet.hand,
        share=shares(sheet.force_n, sheet.kind, sheet.hand, STRENGTH_N),
        efforts_per_minute=sheet.rate,
        seconds_per_effort=sheet.seconds,
        wrist_angle_deg=sheet.wrist_deg,
        hours_per_day=sheet.hours,
    )
    line = line_figures(lines, c)
    task = task_figures(lines, line, c)
    job = job_figures(lines, line, task, c)
    place = sheet.job * 2 + sheet.hand
    order = np.argsort(place, kind="stable")
    a8 = daily_a8(sheet.ahv[order], sheet.hours[order], starts_of(place[order]), hav)
    return {
        "rsi": line.rsi,
        "line_damage": line.damage,
        "cosi": task.cosi,
        "hal": task.hal,
        "cusi": job.cusi,
        "damage": job.damage,
        "a8": a8,
    }


def plain_numpy(sheet: Sheet, c: LineCoefficients, hav: HavCoefficients) -> Answer:
    """Write the formulas out on flat arrays, with their numbers in place."""
    share = sheet.force_n / STRENGTH_N[sheet.hand, sheet.kind]
    x = np.minimum(share, 1.0)
    im = np.where(x <= 0.4, ((30 * x - 15.6) * x + 13) * x + 0.4, ((36 * x - 33.3) * x + 24.77) * x - 1.86)
    em = _em(sheet.rate)
    dm = np.where(sheet.seconds <= 60, 0.45 + 0.31 * sheet.seconds, 19.17 * np.log(sheet.seconds) - 59.44)
    angle = sheet.wrist_deg
    pm = np.where(angle < 0, 1.2 * np.exp(0.009 * -angle) - 0.2, 1 + 0.00028 * np.maximum(angle - 30, 0) ** 2)
    rsi = np.where(share > 1, np.inf, im * em * dm * pm * _hm(sheet.hours))
    omni = np.array([2, 4, 6, 8, 10])[np.searchsorted([10.0, 30, 50, 80], x * 100, side="right")]
    per_cycle = np.asarray(c.duet.damage.column("damage_per_cycle"))[omni]
    damage = np.where(share > 1, np.inf, per_cycle * sheet.rate * 60 * sheet.hours)
    place = sheet.task * 2 + sheet.hand
    order = np.lexsort((-rsi, place))
    first = _first(place[order])
    cosi = _composite(rsi[order], sheet.rate[order], first, _em)
    counted = np.where(share > 0.1, sheet.rate, 0)
    often = np.add.reduceat(counted[order], first) / 60
    duty = np.minimum(np.add.reduceat((counted * sheet.seconds)[order], first) / 0.6, 100)
    power = often**1.31
    hal = np.clip(6.56 * np.log(np.maximum(duty, 1)) * power / (1 + 3.18 * power), 0, 10)
    of_task = (sheet.job * 2 + sheet.hand)[order][first]
    by_job = np.lexsort((-cosi, of_task))
    job_first = _first(of_task[by_job])
    cusi = _composite(cosi[by_job], sheet.hours[order][first][by_job], job_first, _hm)
    job_order = np.argsort(sheet.job * 2 + sheet.hand, kind="stable")
    starts = _first((sheet.job * 2 + sheet.hand)[job_order])
    a8 = np.sqrt(np.add.reduceat((sheet.ahv**2 * sheet.hours / 8)[job_order], starts))
    return {
        "rsi": rsi,
        "line_damage": damage,
        "cosi": cosi,
        "hal": hal,
        "cusi": cusi,
        "damage": np.add.reduceat(damage[job_order], starts),
        "a8": a8,
    }


def _em(rate: np.ndarray) -> np.ndarray:
    return np.where(rate <= 90, 0.1 + 0.25 * rate, 0.00334 * rate**1.96)


def _hm(hours: np.ndarray) -> np.ndarray:
    return np.where(hours <= 0.05, 0.2, 0.042 * hours + 0.09 * np.log(np.maximum(hours, 0.05)) + 0.477)


def _first(place: np.ndarray) -> np.ndarray:
    return np.flatnonzero(np.r_[True, place[1:] != place[:-1]])


def _composite(index: np.ndarray, amount: np.ndarray, first: np.ndarray, multiplier: Callable) -> np.ndarray:
    total = np.cumsum(amount)
    total -= np.repeat((total - amount)[first], np.diff(np.r_[first, amount.size]))
    before = np.maximum(total - amount, 0)
    added = index / multiplier(amount) * (multiplier(total) - multiplier(before))
    added[first] = index[first]
    return np.add.reduceat(added, first)


def row_by_row(sheet: Sheet, c: LineCoefficients, hav: HavCoefficients) -> Answer:
    """Do what a spreadsheet macro would: one line after the other."""
    per_cycle = c.duet.damage.column("damage_per_cycle")
    columns = [getattr(sheet, name).tolist() for name in sheet.__dataclass_fields__]
    strength = STRENGTH_N.tolist()
    rsi, damage = [], []
    tasks: dict[tuple[int, int], list] = defaultdict(list)
    jobs: dict[tuple[int, int], list] = defaultdict(lambda: [0.0, 0.0])
    for job, task, hand, kind, force, rate, seconds, angle, hours, ahv in zip(*columns, strict=True):
        share = force / strength[hand][kind]
        index = math.inf if share > 1 else _index(share, rate, seconds, angle, hours)
        omni = 2 * (1 + sum(share * 100 >= step for step in (10, 30, 50, 80)))
        done = math.inf if share > 1 else per_cycle[omni] * rate * 60 * hours
        rsi.append(index)
        damage.append(done)
        tasks[task, hand].append((index, rate, rate if share > 0.1 else 0.0, seconds, hours, job))
        sums = jobs[job, hand]
        sums[0] += done
        sums[1] += ahv * ahv * hours / 8
    composites = {
        key: _row_composite([(i, r) for i, r, *_ in rows], _row_em) for key, rows in sorted(tasks.items())
    }
    hal = [_row_hal(rows) for _, rows in sorted(tasks.items())]
    by_job: dict[tuple[int, int], list] = defaultdict(list)
    for (task, hand), cosi in composites.items():
        *_, hours, job = tasks[task, hand][0]
        by_job[job, hand].append((cosi, hours))
    return {
        "rsi": np.array(rsi),
        "line_damage": np.array(damage),
        "cosi": np.array(list(composites.values())),
        "hal": np.array(hal),
        "cusi": np.array([_row_composite(rows, _row_hm) for _, rows in sorted(by_job.items())]),
        "damage": np.array([sums[0] for _, sums in sorted(jobs.items())]),
        "a8": np.array([math.sqrt(sums[1]) for _, sums in sorted(jobs.items())]),
    }


def _index(x: float, rate: float, seconds: float, angle: float, hours: float) -> float:
    im = ((30 * x - 15.6) * x + 13) * x + 0.4 if x <= 0.4 else ((36 * x - 33.3) * x + 24.77) * x - 1.86
    dm = 0.45 + 0.31 * seconds if seconds <= 60 else 19.17 * math.log(seconds) - 59.44
    pm = 1.2 * math.exp(0.009 * -angle) - 0.2 if angle < 0 else 1 + 0.00028 * max(angle - 30, 0) ** 2
    return im * _row_em(rate) * dm * pm * _row_hm(hours)


def _row_em(rate: float) -> float:
    return 0.1 + 0.25 * rate if rate <= 90 else 0.00334 * rate**1.96


def _row_hm(hours: float) -> float:
    return 0.2 if hours <= 0.05 else 0.042 * hours + 0.09 * math.log(hours) + 0.477


def _row_composite(rows: list, multiplier: Callable[[float], float]) -> float:
    total, sum_so_far = 0.0, 0.0
    for place, (index, amount) in enumerate(sorted(rows, reverse=True)):
        added = multiplier(sum_so_far + amount) - multiplier(sum_so_far)
        total += index if place == 0 else index / multiplier(amount) * added
        sum_so_far += amount
    return total


def _row_hal(rows: list) -> float:
    often = (sum(counted for _, _, counted, *_ in rows) / 60) ** 1.31
    duty = min(sum(counted * seconds for _, _, counted, seconds, *_ in rows) / 0.6, 100)
    return min(10.0, max(0.0, 6.56 * math.log(max(duty, 1)) * often / (1 + 3.18 * often)))


def _agree(*answers: Answer) -> None:
    """A figure counts only where all ways give the same numbers."""
    first, *others = answers
    for other in others:
        for name, numbers in first.items():
            np.testing.assert_allclose(other[name], numbers, rtol=1e-6, err_msg=name)
