"""A job's exposure on each hand: index, damage and activity as spans between what is known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isinf

from job_profiles.profile import JobProfile
from rtw.domain.capacity import Capacity
from rtw.domain.gap import Missing
from rtw.domain.hands import Side
from rtw.domain.job_exposure.effort import efforts_of
from rtw.domain.job_exposure.effort_value import Effort
from rtw.domain.job_exposure.figures import Figures, Key, figures_of
from rtw.domain.job_exposure.lines import LineCoefficients
from rtw.domain.job_exposure.modifiers import StrengthModifiers
from rtw.domain.job_exposure.scenario import HANDS, Scenario


@dataclass(frozen=True, slots=True)
class Span:
    """A figure that is known between two ends. `high` None: at least `low`, how much more is not known.

    `plain` is the figure at the strength of the gauge, where nothing else is open. Infinity: the force lies
    beyond the strength of the hand, where the model ends.
    """

    low: float
    high: float | None
    plain: float | None = None

    @property
    def is_known(self) -> bool:
        """Whether both ends are known."""
        return self.high is not None

    @property
    def is_beyond(self) -> bool:
        """Whether the force is beyond the strength of the hand even at its least."""
        return isinf(self.low)


@dataclass(frozen=True, slots=True)
class EffortExposure:
    """One effort on one hand. None: nothing can be said; the effort's `missing` says what to ask."""

    effort: Effort
    rsi: Span | None
    damage: Span | None
    repetitions_per_day: Span | None


@dataclass(frozen=True, slots=True)
class TaskExposure:
    """All efforts of a task on one hand. `place` is its place in the job, `peak_share` the highest share."""

    task: str
    place: int
    side: Side
    cosi: Span | None
    hal: Span | None
    duty_percent: Span | None
    peak_share: Span | None
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class HandExposure:
    """The whole job on one hand. `missing` is what would close the spans, each once."""

    side: Side
    cusi: Span | None
    damage: Span | None
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class JobExposure:
    """A job on both hands: every effort, every task, the whole."""

    efforts: tuple[EffortExposure, ...]
    tasks: tuple[TaskExposure, ...]
    hands: tuple[HandExposure, ...]

    def of_task(self, task: str, side: Side) -> TaskExposure | None:
        """Return the exposure of a task on a hand; None where it asks no force of it."""
        return next((each for each in self.tasks if each.task == task and each.side is side), None)

    def of_hand(self, side: Side) -> HandExposure | None:
        """Return the exposure of a hand; None where the job asks no force of it."""
        return next((each for each in self.hands if each.side is side), None)


def job_exposure(
    profile: JobProfile, capacity: Capacity, c: LineCoefficients, modifiers: StrengthModifiers
) -> JobExposure:
    """Compute the exposure of a job on both hands of a patient, on the capacity's own day."""
    efforts = efforts_of(profile, capacity, modifiers)
    scenarios = {each: figures_of(efforts, each, c) for each in Scenario}
    return JobExposure(
        efforts=tuple(_effort(effort, (i,), scenarios) for i, effort in enumerate(efforts)),
        tasks=tuple(_tasks(efforts, scenarios)),
        hands=tuple(_hands(efforts, scenarios)),
    )


def _span(name: str, key: Key, scenarios: dict[Scenario, Figures]) -> Span | None:
    """Give a figure between its least and its most; None where not even the least is known.

    The published composites may fall when another part becomes the highest: whatever was found lies between
    the ends.
    """
    low, plain, high = (
        scenarios[each][name].get(key) for each in (Scenario.LEAST, Scenario.PLAIN, Scenario.MOST)
    )
    if low is None and high is None:
        return None
    found = [each for each in (low or 0.0, plain, high) if each is not None]
    return Span(min(found), max(found) if high is not None else None, plain)


def _effort(effort: Effort, key: Key, scenarios: dict[Scenario, Figures]) -> EffortExposure:
    rsi, damage, repetitions = (_span(name, key, scenarios) for name in ("rsi", "line_damage", "repetitions"))
    return EffortExposure(effort, rsi, damage, repetitions)


def _tasks(efforts: Sequence[Effort], scenarios: dict[Scenario, Figures]) -> Iterable[TaskExposure]:
    for place, side in dict.fromkeys((effort.place, effort.asked.side) for effort in efforts):
        key = (place, HANDS.index(side))
        own = tuple(e for e in efforts if (e.place, e.asked.side) == (place, side))
        cosi, hal, duty, peak = (_span(each, key, scenarios) for each in ("cosi", "hal", "duty", "peak"))
        yield TaskExposure(own[0].asked.task.name, place, side, cosi, hal, duty, peak, _missing(own))


def _hands(efforts: Sequence[Effort], scenarios: dict[Scenario, Figures]) -> Iterable[HandExposure]:
    for place, side in enumerate(HANDS):
        own = tuple(effort for effort in efforts if effort.asked.side is side)
        if own:
            cusi, damage = (_span(name, (place,), scenarios) for name in ("cusi", "damage"))
            yield HandExposure(side, cusi, damage, _missing(own))


def _missing(efforts: Iterable[Effort]) -> tuple[Missing, ...]:
    """Give everything that is missing, each once: one wrist angle serves all efforts of a task."""
    found = {missing.subject: missing for effort in efforts for missing in effort.missing}
    return tuple(found.values())
