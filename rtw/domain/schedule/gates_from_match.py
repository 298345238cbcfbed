"""From verdicts to gates: what exceeds other than by time, and what nobody measured, keeps a task shut."""

from collections.abc import Iterator
from dataclasses import replace

from job_profiles.profile import Task
from rtw.domain.accommodation.effects import brought_by
from rtw.domain.capacity import Basis, Capacity, Limit, Quantity
from rtw.domain.dates import day_in_words
from rtw.domain.exposure.mae import MaeCoefficients
from rtw.domain.gap import Comparison, Gap, JobMatch, TaskMatch
from rtw.domain.matching import wording
from rtw.domain.matching.limits import BY_HOURS
from rtw.domain.matching.verdict import counting_gaps
from rtw.domain.schedule.brief import Gate, GateKind, Ground, OpenedGate, Origin
from rtw.domain.schedule.settings import PlanSettings
from rtw.domain.schedule.task_needs import ORIGINS
from rtw.domain.verdicts import Verdict

_BY_DATE = (Basis.SURGEON, Basis.CLINICIAN)


def gates_of(
    match: JobMatch, capacity: Capacity, mae: MaeCoefficients, settings: PlanSettings
) -> tuple[Gate, ...]:
    """Name every gate of every task, each once, opened where a signed reassessment says so."""
    gates = (gate for task in match.tasks for gate in _gates_of_task(task, capacity, mae))
    opened = {entry.task: entry.opened for entry in settings.openings}
    return tuple(dict.fromkeys(_with_opening(gate, opened) for gate in gates))


def _with_opening(gate: Gate, opened: dict[str, OpenedGate]) -> Gate:
    """Open a gate where it was signed open. A dated restriction is the surgeon's: it waits for its date."""
    if gate.kind is GateKind.DATED or gate.task not in opened:
        return gate
    return replace(gate, opened=opened[gate.task])


def _gates_of_task(match: TaskMatch, capacity: Capacity, mae: MaeCoefficients) -> Iterator[Gate]:
    if not match.gaps:
        words, helps = "no demand of this task is known", "Ask the employer what the task demands"
        yield Gate(match.task.name, GateKind.NOT_STATED, None, Ground(Origin.JOB, words, None, helps))
    for gap in counting_gaps(match.gaps):
        if gap.override is not None:
            yield from _overridden(gap, match.task.name)
            continue
        for comparison in _telling(gap, mae):
            if is_shut_by(comparison, match.task):
                yield _gate(gap, comparison, match.task.name, capacity, mae)


def _telling(gap: Gap, mae: MaeCoefficients) -> tuple[Comparison, ...]:
    """Leave out a force that tires where it is more than the whole strength: that says it all."""
    peaks = (c for c in gap.comparisons if c.quantity is Quantity.FORCE_N and not is_sustained(c, mae))
    if not any(c.verdict is Verdict.EXCEEDS for c in peaks):
        return gap.comparisons
    return tuple(c for c in gap.comparisons if c.verdict is not Verdict.EXCEEDS or not is_sustained(c, mae))


def is_shut_by(comparison: Comparison, task: Task) -> bool:
    """Whether a comparison shuts the task outright, rather than bounding its hours.

    Fewer hours bring down times, unless the employer says that the task cannot change. Everything else that
    exceeds, and everything that cannot be said, shuts: also a force too much for its share of the time,
    which a shorter day leaves as it is.
    """
    if comparison.verdict is Verdict.CANNOT_SAY:
        return True
    if comparison.verdict is not Verdict.EXCEEDS:
        return False
    by_hours = comparison.quantity in BY_HOURS and comparison.modifiable
    return task.modifiable is False or not by_hours


def _overridden(gap: Gap, task: str) -> Iterator[Gate]:
    if gap.override is None or gap.verdict in (Verdict.WITHIN, Verdict.MARGINAL):
        return
    ground = Ground(Origin.THERAPIST, f"{gap.kind.label}: {gap.override.reason}", None, "Change the override")
    kind = GateKind.NOT_PERMITTED if gap.verdict is Verdict.EXCEEDS else GateKind.NOT_MEASURED
    yield Gate(task, kind, gap.side, ground)


def _gate(gap: Gap, comparison: Comparison, task: str, capacity: Capacity, mae: MaeCoefficients) -> Gate:
    if comparison.verdict is Verdict.CANNOT_SAY:
        return _unknown_gate(gap, comparison, task)
    dated = _dated_limit(gap, comparison, capacity)
    words = f"{gap.kind.label}, {gap.side.label.lower()}: {_against(comparison, mae)}"
    origin = ORIGINS[comparison.limit_basis] if comparison.limit_basis else Origin.MEASURED
    if dated is not None and dated.until is not None:
        helps = "It lifts after that date; the surgeon may lift it sooner"
        ground = Ground(origin, f"{words}, until {day_in_words(dated.until)}", comparison.source, helps)
        return Gate(task, GateKind.DATED, gap.side, ground, dated.since, dated.until)
    ground = Ground(origin, words, comparison.source, "An accommodation, or a signed reassessment")
    kind = GateKind.SUSTAINED if is_sustained(comparison, mae) else _kind_of(comparison)
    return Gate(task, kind, gap.side, ground)


def is_sustained(comparison: Comparison, mae: MaeCoefficients) -> bool:
    """Whether a force is held against what is acceptable for its share of the time."""
    return comparison.quantity is Quantity.FORCE_N and comparison.source == mae.source


def _against(comparison: Comparison, mae: MaeCoefficients) -> str:
    """Say what is asked against what is possible, where both are amounts, and where the limit comes from."""
    quantity, required, available = comparison.quantity, comparison.required, comparison.available
    if quantity is Quantity.PERMITTED or required is None or available is None:
        return comparison.limit_origin
    asked = wording.amounts(required, quantity)
    able = "acceptable for its share of the time" if is_sustained(comparison, mae) else "possible"
    return f"{asked} asked, {wording.amount(available, quantity)} {able} ({comparison.limit_origin})"


def _unknown_gate(gap: Gap, comparison: Comparison, task: str) -> Gate:
    """Say which figure is missing and whose: the employer's of the work, or the clinic's of the hand."""
    missing = comparison.missing
    helps = missing.what if missing else comparison.limit_origin
    if missing is not None and missing.is_employers:
        lacks = missing.figure.noun if missing.figure else "amount"
        if (brought := brought_by(gap.demand)) is not None:
            return _unknown_of_change(gap, task, lacks, brought)
        words = f"{gap.kind.label}: the employer’s figure is missing, {lacks}"
        return Gate(task, GateKind.NOT_STATED, gap.side, Ground(Origin.JOB, words, None, helps))
    words = f"{gap.kind.label}, {gap.side.label.lower()}: what this hand can do is not known"
    return Gate(task, GateKind.NOT_MEASURED, gap.side, Ground(Origin.MEASURED, words, None, helps))


def _unknown_of_change(gap: Gap, task: str, lacks: str, brought: str) -> Gate:
    """Say what is not known of work that an accommodation brings in: no sheet of the employer holds it."""
    words = f"{gap.kind.label}, which comes with “{brought}”: {lacks} is not known"
    helps = "Take that accommodation out, or open the task by a signed reassessment"
    return Gate(task, GateKind.NOT_MEASURED, gap.side, Ground(Origin.JOB, words, None, helps))


def _kind_of(comparison: Comparison) -> GateKind:
    if comparison.quantity is Quantity.ANGLE_DEG:
        return GateKind.POSTURE
    if comparison.quantity is not Quantity.PERMITTED:
        return GateKind.PEAK if comparison.available else GateKind.NOT_PERMITTED
    if comparison.limit_basis is not Basis.MEASURED:
        return GateKind.NOT_PERMITTED
    return GateKind.WOUND if comparison.limit_origin.startswith("skin") else GateKind.SENSATION


def _dated_limit(gap: Gap, comparison: Comparison, capacity: Capacity) -> Limit | None:
    """Find the clinician's limit behind a comparison if it ends on a date; a measurement never does."""
    if comparison.limit_basis not in _BY_DATE:
        return None
    return next(
        (
            limit
            for limit in capacity.limits
            if limit.until is not None
            and limit.basis is comparison.limit_basis
            and limit.origin == comparison.limit_origin
            and limit.quantity is comparison.quantity
            and limit.side in (None, gap.side)
        ),
        None,
    )
