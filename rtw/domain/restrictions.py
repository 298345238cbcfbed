"""From limits to restrictions an employer can apply, until the next review.

Proposed, never final: the therapist edits and signs them. A restriction never contradicts the schedule it
goes with: until the review both keep to the hours tolerated today.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from job_profiles.kinds import DemandKind
from job_profiles.profile import Task
from rtw.domain.capacity import CLINICIANS, Basis, Capacity, Limit, Quantity
from rtw.domain.exposure.mae import MaeCoefficients
from rtw.domain.gap import Comparison, Gap, JobMatch
from rtw.domain.hands import Side
from rtw.domain.plan import Restriction
from rtw.domain.schedule.brief import MINUTES, Dose, Origin, ScheduleBrief
from rtw.domain.schedule.gates_from_match import is_shut_by, is_sustained
from rtw.domain.tightening import tightened
from rtw.domain.verdicts import Verdict

_AMOUNTS = (Quantity.FORCE_N, Quantity.LOAD_KG, Quantity.ANGLE_DEG, Quantity.TORQUE_N_M, Quantity.PERMITTED)
BY_HAND: Final = "set by the therapist with the plan"
"""Where a restriction comes from that she wrote or changed herself."""

_BASIS_OF_ORIGIN = {
    Origin.SURGEON: Basis.SURGEON,
    Origin.THERAPIST: Basis.CLINICIAN,
    Origin.PATIENT: Basis.PATIENT,
    Origin.KNOWLEDGE: Basis.KNOWLEDGE,
}


@dataclass(frozen=True, slots=True)
class Written:
    """What a therapist wrote herself: `instead` of all that is proposed (None: nothing), or `beside` it."""

    instead: tuple[Restriction, ...] | None = None
    beside: tuple[Restriction, ...] = ()

    def with_proposed(self, propose: Callable[[], tuple[Restriction, ...]]) -> tuple[Restriction, ...]:
        """Give the restrictions of the plan; proposed are only those she put nothing in place of."""
        return (*propose(), *self.beside) if self.instead is None else self.instead


NOTHING_WRITTEN: Final = Written()


def proposed_restrictions(
    match: JobMatch, capacity: Capacity, brief: ScheduleBrief, review_on: date, mae: MaeCoefficients
) -> tuple[Restriction, ...]:
    """Propose what an employer must keep to, from the start of the schedule until the review.

    Three kinds: what surgeon and therapist set, with their own dates; hours and stretches of what the job
    asks; and the amounts that exceed what this hand can do. None is looser than any limit that holds.
    """
    asked = {gap.kind for task in match.tasks for gap in task.gaps}
    found = (
        *_stated(capacity.limits, brief.start, review_on),
        *(_of_dose(dose, brief, review_on) for dose in brief.doses if _is_of_the_hand(dose)),
        *_bouts(capacity.limits, asked, brief.start, review_on),
        *_exceeded(match, capacity, brief, review_on, mae),
    )
    return strictest(tightened(found, capacity))


def _stated(limits: Iterable[Limit], start: date, review_on: date) -> Iterator[Restriction]:
    """Keep every limit a clinician set that is still to come or in force; a permission is none.

    What began before the plan begins with it: the day of an operation is nobody's business at work.
    """
    for limit in limits:
        ended = limit.until is not None and limit.until < start
        permits = limit.quantity is Quantity.PERMITTED and limit.value > 0
        if limit.basis in CLINICIANS and not ended and not permits:
            yield _restriction(limit, max(start, limit.since or start), limit.until, review_on)


def _bouts(
    limits: Iterable[Limit], asked: set[DemandKind], start: date, review_on: date
) -> Iterator[Restriction]:
    for limit in limits:
        if limit.quantity is Quantity.BOUT_H and limit.kind in asked and limit.basis not in CLINICIANS:
            yield _restriction(limit, start, review_on, review_on)


def _restriction(limit: Limit, since: date, until: date | None, review_on: date) -> Restriction:
    return Restriction(
        limit.kind,
        limit.side,
        limit.quantity,
        limit.value,
        since,
        until,
        review_on,
        limit.basis,
        limit.origin,
    )


def _is_of_the_hand(dose: Dose) -> bool:
    """Whether a dose counts hours that the hand may take; what restrictions allow proposes none anew."""
    is_restricted = dose.ground.origin is Origin.RESTRICTION
    return dose.kind is not None and dose.unit == MINUTES and not is_restricted


def _of_dose(dose: Dose, brief: ScheduleBrief, review_on: date) -> Restriction:
    """Give the hours of today, which the schedule keeps up to the review."""
    return Restriction(
        kind=dose.kind or DemandKind.GROSS_HANDLING,
        side=dose.side,
        quantity=Quantity.HOURS_PER_DAY,
        value=dose.in_unit(dose.daily[0]) / 60.0,
        since=max(brief.start, dose.since or brief.start),
        until=dose.until or review_on,
        review_on=review_on,
        basis=_BASIS_OF_ORIGIN.get(dose.ground.origin, Basis.MEASURED),
        origin=dose.ground.words,
    )


def _exceeded(
    match: JobMatch, capacity: Capacity, brief: ScheduleBrief, review_on: date, mae: MaeCoefficients
) -> Iterator[Restriction]:
    """Restrict what shuts a task, but for a force that only tires: it is no limit of a single effort.

    What only bounds the hours of a task is kept by the hours themselves.
    """
    opened = {gate.task for gate in brief.gates if gate.opened is not None}
    for task in match.tasks:
        for gap in task.gaps if task.task.name not in opened else ():
            for comparison in gap.comparisons:
                if _is_limiting(gap, comparison, task.task, mae):
                    side = _side_of_limit(gap, comparison, capacity)
                    yield _of_comparison(gap, comparison, side, brief.start, review_on)


def _is_limiting(gap: Gap, comparison: Comparison, task: Task, mae: MaeCoefficients) -> bool:
    return (
        gap.override is None
        and comparison.verdict is Verdict.EXCEEDS
        and is_shut_by(comparison, task)
        and not is_sustained(comparison, mae)
        and comparison.quantity in _AMOUNTS
        and comparison.available is not None
        and comparison.limit_basis not in CLINICIANS
    )


def _side_of_limit(gap: Gap, comparison: Comparison, capacity: Capacity) -> Side | None:
    """Tell the hand a limit was found on: what two hands did together is no figure for one."""
    behind = (
        limit
        for limit in capacity.limits
        if (limit.kind, limit.quantity) == (gap.kind, comparison.quantity)
        and (limit.value, limit.origin) == (comparison.available, comparison.limit_origin)
    )
    found = next(behind, None)
    return gap.side if found is None else found.side


def _of_comparison(
    gap: Gap, comparison: Comparison, side: Side | None, start: date, review_on: date
) -> Restriction:
    return Restriction(
        kind=gap.kind,
        side=side,
        quantity=comparison.quantity,
        value=comparison.available or 0.0,
        since=start,
        until=review_on,
        review_on=review_on,
        basis=comparison.limit_basis or Basis.MEASURED,
        origin=comparison.limit_origin,
    )


def strictest(found: Iterable[Restriction]) -> tuple[Restriction, ...]:
    """Keep one restriction per activity, hand, quantity and dates, and none that a stricter one covers."""
    ordered = sorted(found, key=lambda r: (r.kind, r.quantity, r.side or "", r.value, r.since))
    kept: list[Restriction] = []
    for restriction in ordered:
        if not any(_covers(stricter, restriction) for stricter in kept):
            kept.append(restriction)
    return tuple(kept)


def _covers(stricter: Restriction, other: Restriction) -> bool:
    same = (stricter.kind, stricter.side, stricter.quantity) == (other.kind, other.side, other.quantity)
    ends = stricter.until or date.max
    lasts = stricter.since <= other.since and ends >= (other.until or date.max)
    return same and lasts and stricter.value <= other.value


@dataclass(frozen=True, slots=True)
class UnsentLimit:
    """Something the job asks beyond what the hand can do, of which no restriction tells the employer."""

    kind: DemandKind
    tasks: tuple[str, ...]

    @property
    def words(self) -> str:
        """The warning as the therapist reads it."""
        return (
            f"{self.kind.label} exceeds what the hand can do in {', '.join(self.tasks)}, and no restriction "
            "on it will be sent."
        )


def unsent_limits(match: JobMatch, restrictions: Iterable[Restriction]) -> tuple[UnsentLimit, ...]:
    """Find what exceeds in a match and stands in none of the restrictions. A therapist's verdict counts."""
    sent = {restriction.kind for restriction in restrictions}
    tasks: dict[DemandKind, dict[str, None]] = {}
    for task in match.tasks:
        for gap in task.gaps:
            if gap.verdict is Verdict.EXCEEDS and gap.kind not in sent:
                tasks.setdefault(gap.kind, {})[task.task.name] = None
    return tuple(UnsentLimit(kind, tuple(names)) for kind, names in tasks.items())
