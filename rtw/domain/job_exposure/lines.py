"""Exposure of many lines of work at once: one kind of effort of one task on one hand is a line.

The formulas are those of the models; a line or a million take the same way. Every figure of a line is known
but the wrist's angle: where that is NaN, so is every index that takes it, and every sum with it. Infinity
stands for a force beyond the strength of the hand, where no index is defined.
"""

from dataclasses import dataclass

import numpy as np

from rtw.domain.exposure.composite import Groups, Starts, composite_of_sorted, starts_of
from rtw.domain.exposure.duet import DuetCoefficients, damage_per_cycle
from rtw.domain.exposure.hal import HalCoefficients, hal
from rtw.domain.exposure.model import Values
from rtw.domain.exposure.rsi import RsiCoefficients, efforts_multiplier, hours_multiplier, multipliers
from rtw.domain.figure import Figure
from rtw.domain.job_exposure.effort_scale import EffortScale, omni_res


@dataclass(frozen=True, slots=True)
class Lines:
    """Arrays of one length, a number per line.

    `task` numbers tasks over all jobs, `job` the jobs, `hand` is 0 left or 1 right. `share` is the force as a
    share of this hand's strength. `efforts_per_minute` is the mean over the hours of the task,
    `hours_per_day` those hours.
    """

    job: Groups
    task: Groups
    hand: Groups
    share: Values
    efforts_per_minute: Values
    seconds_per_effort: Values
    wrist_angle_deg: Values
    hours_per_day: Values


@dataclass(frozen=True, slots=True)
class LineFigures:
    """Per line: the Revised Strain Index, repetitions a day, and their tendon damage."""

    rsi: Values
    repetitions_per_day: Values
    damage: Values


@dataclass(frozen=True, slots=True)
class TaskFigures:
    """Per task and hand: composite index, duty cycle and level of hand activity, peak share of strength."""

    job: Groups
    task: Groups
    hand: Groups
    hours_per_day: Values
    cosi: Values
    duty_percent: Values
    hal: Values
    peak_share: Values


@dataclass(frozen=True, slots=True)
class JobFigures:
    """Per job and hand: cumulative strain index and cumulative tendon damage."""

    job: Groups
    hand: Groups
    cusi: Values
    damage: Values


@dataclass(frozen=True, slots=True)
class LineCoefficients:
    """The coefficients of the models; `effort_scale` turns a share of strength into an OMNI-RES rating."""

    rsi: RsiCoefficients
    duet: DuetCoefficients
    hal: HalCoefficients
    effort_scale: EffortScale
    counts_above: Figure
    """Percent of strength from which on an exertion counts as hand activity."""


def shares(force_n: Values, kind: Groups, hand: Groups, strength_n: Values) -> Values:
    """Give forces as shares of strength; `strength_n[hand, kind]` is what this patient's hands can do.

    `kind` numbers the strength tests (columns of the table). Where a strength was not measured its table
    holds NaN, and so does the share.
    """
    return force_n / strength_n[hand, kind]


def line_figures(lines: Lines, c: LineCoefficients) -> LineFigures:
    """Compute every line on its own."""
    share = np.minimum(lines.share, 1.0)
    parts = multipliers(
        share,
        lines.efforts_per_minute,
        lines.seconds_per_effort,
        lines.wrist_angle_deg,
        lines.hours_per_day,
        c.rsi,
    )
    index = parts[0] * parts[1] * parts[2] * parts[3] * parts[4]
    repetitions = lines.efforts_per_minute * 60.0 * lines.hours_per_day
    damage = damage_per_cycle(omni_res(share, c.effort_scale), c.duet) * repetitions
    beyond = lines.share > 1.0
    return LineFigures(np.where(beyond, np.inf, index), repetitions, np.where(beyond, np.inf, damage))


def task_figures(lines: Lines, figures: LineFigures, c: LineCoefficients) -> TaskFigures:
    """Put the lines of each task on one hand together."""
    place = lines.task * 2 + lines.hand
    order = np.lexsort((-lines.efforts_per_minute, -figures.rsi, place))
    starts = starts_of(place[order])
    first = order[starts]
    rates, share = lines.efforts_per_minute[order], lines.share[order]
    counted = np.where(share * 100.0 > c.counts_above.value, rates, 0.0)
    per_second = _summed(counted, starts) / 60.0
    duty = _summed(counted * lines.seconds_per_effort[order], starts) / 60.0 * 100.0
    return TaskFigures(
        job=lines.job[first],
        task=lines.task[first],
        hand=lines.hand[first],
        hours_per_day=lines.hours_per_day[first],
        cosi=composite_of_sorted(
            figures.rsi[order], rates, starts, lambda rate: efforts_multiplier(rate, c.rsi)
        ),
        duty_percent=duty,
        hal=hal(per_second, duty, c.hal),
        peak_share=np.maximum.reduceat(share, starts) if starts.size else share,
    )


def job_figures(lines: Lines, figures: LineFigures, tasks: TaskFigures, c: LineCoefficients) -> JobFigures:
    """Put the tasks of each job on one hand together."""
    place = tasks.job * 2 + tasks.hand
    order = np.lexsort((-tasks.hours_per_day, -tasks.cosi, place))
    starts = starts_of(place[order])
    first = order[starts]
    cusi = composite_of_sorted(
        tasks.cosi[order], tasks.hours_per_day[order], starts, lambda hours: hours_multiplier(hours, c.rsi)
    )
    return JobFigures(tasks.job[first], tasks.hand[first], cusi, _damage(lines, figures))


def _damage(lines: Lines, figures: LineFigures) -> Values:
    """Sum the damage per job and hand, in the order of both."""
    place = lines.job * 2 + lines.hand
    order = np.argsort(place, kind="stable")
    return _summed(figures.damage[order], starts_of(place[order]))


def _summed(values: Values, starts: Starts) -> Values:
    return np.add.reduceat(values, starts) if starts.size else values
