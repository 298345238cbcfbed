"""All that the page of a plan shows."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from rtw.domain.plan import Plan, Restriction
from rtw.domain.planning import contradictions, planned_profile
from rtw.domain.schedule.brief import Gate, GateKind, Origin, ScheduleBrief
from rtw.domain.schedule.checker import check
from rtw.domain.schedule.dose_use import DoseUse, dose_uses
from rtw.domain.schedule.from_match import unplaced_tasks
from rtw.domain.schedule.values import Schedule
from rtw.domain.schedule.violation import Violation
from rtw.services.actor import Actor
from rtw.services.case_record import case_record
from rtw.services.plans.acts import shown_schedule
from rtw.services.plans.assemble import plan_of
from rtw.services.plans.ground import Ground, NotPlannableError, ground_of
from rtw.services.plans.reassessed import openable_tasks
from rtw.services.plans.switches import Switch, switches_of
from rtw.services.plans.working import kept_plan
from rtw.store.plans import PlanVersionRow


@dataclass(frozen=True, slots=True)
class SignedPlan:
    """One signed version in a list."""

    number: int
    signed_on: date
    review_on: date


@dataclass(frozen=True, slots=True)
class ShutTask:
    """A task that stays shut, with every gate that shuts it; gates that read alike stand once.

    `since` is the day on which the first of them shuts it, None where that is before the plan.
    """

    task: str
    gates: tuple[Gate, ...]
    since: date | None


@dataclass(frozen=True)
class PlanPage:
    """A plan in the making. `schedule` None: neither computed nor begun by hand.

    `is_computed`: the schedule is the solver's answer to the limits of today, untouched. `is_stale`: the
    limits or settings changed since it was computed. What only the page of the plan shows, switches and
    doses, is worked out once, when it is asked for: saving and signing need neither.
    """

    ground: Ground
    schedule: Schedule | None
    plan: Plan
    violations: tuple[Violation, ...]
    is_computed: bool
    is_stale: bool
    restrictions: tuple[Restriction, ...]
    restrictions_are_proposed: bool
    unplaced: tuple[str, ...]

    @cached_property
    def switches(self) -> tuple[Switch, ...]:
        """The accommodations that can be had or left, and what each is worth."""
        return switches_of(self.ground)

    @cached_property
    def uses(self) -> tuple[tuple[DoseUse, ...], ...]:
        """The doses of every week against their caps; none without a schedule."""
        return _uses(self.schedule, self.ground.brief) if self.schedule else ()

    @property
    def shut(self) -> tuple[Gate, ...]:
        """The gates that no signature has opened."""
        return tuple(gate for gate in self.ground.brief.gates if gate.opened is None)

    @cached_property
    def shut_tasks(self) -> tuple[ShutTask, ...]:
        """The tasks that are shut, each once, with all that shuts them."""
        by_task: dict[str, dict[tuple[GateKind, str], Gate]] = {}
        for gate in self.shut:
            by_task.setdefault(gate.task, {}).setdefault((gate.kind, gate.ground.words), gate)
        return tuple(_shut_task(task, tuple(gates.values()), self.ground) for task, gates in by_task.items())

    @property
    def opened_tasks(self) -> tuple[str, ...]:
        """The tasks a signed reassessment opened."""
        return tuple(entry.task for entry in self.ground.plan.wishes.openings)

    @cached_property
    def can_be_opened(self) -> tuple[str, ...]:
        """The shut tasks that a signed reassessment may open; a dated restriction waits for its date."""
        return openable_tasks(self.ground)


def _shut_task(task: str, gates: tuple[Gate, ...], ground: Ground) -> ShutTask:
    first = min(gate.since or date.min for gate in gates)
    return ShutTask(task, gates, first if first > ground.brief.start else None)


@dataclass(frozen=True, slots=True)
class PlanStart:
    """What stands in the place of a plan while nothing can be planned."""

    lacks_job: bool
    lacks_visit: bool


@dataclass(frozen=True, slots=True)
class CasePlans:
    """The page of a case's plan: the plan in the making, or what it waits for, and what was signed."""

    working: PlanPage | None
    start: PlanStart
    signed: tuple[SignedPlan, ...]


def plan_page(session: Session, actor: Actor, case_id: int, today: date) -> CasePlans:
    """Return what the page of a plan shows."""
    record = case_record(session, actor, case_id)
    start = PlanStart(record.profile is None, record.last_signed is None)
    signed = signed_plans(session, case_id)
    try:
        ground = ground_of(record, kept_plan(session, case_id), today)
    except NotPlannableError:
        return CasePlans(None, start, signed)
    return CasePlans(page_of(ground), start, signed)


def page_of(ground: Ground) -> PlanPage:
    """Work out all that is shown of a plan in the making."""
    schedule = shown_schedule(ground)
    plan = plan_of(ground, schedule)
    found = _found(schedule, plan, ground) if schedule else ()
    outcome = ground.plan.outcome
    is_stale = outcome is not None and ground.plan.computed_for != ground.fingerprint
    return PlanPage(
        ground=ground,
        schedule=schedule,
        plan=plan,
        violations=found,
        is_computed=outcome is not None and not is_stale and _same_hours(outcome.schedule, schedule),
        is_stale=is_stale,
        restrictions=plan.restrictions,
        restrictions_are_proposed=ground.plan.restrictions is None and not ground.plan.carried,
        unplaced=unplaced_tasks(planned_profile(ground.findings, ground.settings), ground.settings),
    )


def _found(schedule: Schedule, plan: Plan, ground: Ground) -> tuple[Violation, ...]:
    """Check a schedule against its limits and as the employer reads it; what both find is said once."""
    against_paper = contradictions(plan, ground.done)
    days = {violation.on for violation in against_paper}
    return (
        *(each for each in _checked(schedule, ground.brief) if each.on not in days or not _is_own(each)),
        *against_paper,
    )


def _is_own(violation: Violation) -> bool:
    """Whether it breaks a restriction of the plan."""
    return violation.ground is not None and violation.ground.origin is Origin.RESTRICTION


# A plan is looked at far more often than it is changed: what follows from the same hours and limits is kept.
@lru_cache(maxsize=64)
def _checked(schedule: Schedule, brief: ScheduleBrief) -> tuple[Violation, ...]:
    return check(schedule, brief)


@lru_cache(maxsize=64)
def _uses(schedule: Schedule, brief: ScheduleBrief) -> tuple[tuple[DoseUse, ...], ...]:
    return tuple(dose_uses(schedule, brief, week) for week in range(1, brief.weeks + 1))


def signed_plans(session: Session, case_id: int) -> tuple[SignedPlan, ...]:
    """List the signed versions of a case, newest first, without reading the plans themselves."""
    columns = (PlanVersionRow.number, PlanVersionRow.signed_on, PlanVersionRow.review_on)
    query = select(*columns).where(PlanVersionRow.case_id == case_id)
    rows = session.execute(query.order_by(PlanVersionRow.number.desc()))
    return tuple(SignedPlan(row.number, row.signed_on, row.review_on) for row in rows)


def _same_hours(computed: Schedule | None, shown: Schedule | None) -> bool:
    if computed is None or shown is None:
        return computed is shown
    return [week.days for week in computed.weeks] == [week.days for week in shown.weeks]
