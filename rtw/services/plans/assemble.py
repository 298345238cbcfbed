"""From a working plan to the plan itself: what would be signed if it were signed now."""

from rtw.domain.closed_tasks import closed_tasks
from rtw.domain.plan import MadeFrom, Plan, Restriction
from rtw.domain.planning import restrictions_for
from rtw.domain.relying import Planning, with_relying_tasks
from rtw.domain.schedule.values import Schedule
from rtw.knowledge.load import knowledge
from rtw.services.plans.ground import Ground


def plan_of(ground: Ground, schedule: Schedule | None) -> Plan:
    """Put the plan together from its parts and the versions of everything it stands on."""
    working, record = ground.plan, ground.record
    visit = record.last_signed
    plan = Plan(
        schedule=schedule or Schedule((), None, (), ground.brief.breaks),
        restrictions=working.written.with_proposed(lambda: _proposed(ground)),
        accommodations=record.chosen_accommodations,
        review_on=ground.review_on,
        made_from=MadeFrom(record.job_version_number or 0, visit.number if visit else 0, knowledge().version),
        treatment_times=working.treatment_times,
        expected_full_duty=working.expected_full_duty,
        employer_note=working.employer_note or None,
        reason=working.reason or None,
        assumptions=tuple(assumption.words for assumption in ground.brief.assumptions),
        closed_tasks=closed_tasks(ground.brief, ground.review_on, schedule),
    )
    made = Planning(ground.findings, ground.figures, ground.settings, ground.done.capacity.on)
    return with_relying_tasks(plan, made)


def _proposed(ground: Ground) -> tuple[Restriction, ...]:
    return restrictions_for(ground.findings, ground.done, ground.brief, ground.figures, ground.review_on)
