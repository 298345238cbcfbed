"""The first page of a case: can they work, how much, what stops more."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from rtw.domain.accommodation.fitting import circumstances_of
from rtw.domain.accommodation.recommend import recommend
from rtw.domain.accommodation.values import Accommodation
from rtw.domain.accommodation.wording import essential_words
from rtw.domain.gap import JobMatch
from rtw.domain.optimise.outcome import Outcome
from rtw.domain.optimise.worth import Worth
from rtw.domain.plan import MadeFrom, Plan
from rtw.domain.schedule.values import Schedule, Week
from rtw.knowledge.load import knowledge
from rtw.services.actor import Actor
from rtw.services.case_record import CaseRecord, case_record
from rtw.services.matches import CaseMatch, case_match
from rtw.services.plans.page import SignedPlan, signed_plans
from rtw.services.plans.working import KeptPlan, WorkingPlan, kept_plan
from rtw.services.progress import Progress, progress_of
from rtw.services.week_panels import is_answer
from rtw.store import codec
from rtw.store.plans import PlanVersionRow


@dataclass(frozen=True, slots=True)
class PlanShown:
    """The newest signed plan, or without one the draft (`number` None: it permits nothing).

    `week` is the week that today lies in: the first one before the plan begins, None after its last.
    `is_ahead`: the plan has not begun.
    `is_provisional`: the next review has passed, so the plan no longer permits anything. `duty` says when
    full duty comes, and claims no more than was proven.
    """

    number: int | None
    schedule: Schedule
    week: Week | None
    review_on: date | None
    is_provisional: bool
    duty: str
    outcome: Outcome | None = None
    made_from: MadeFrom | None = None
    is_ahead: bool = False

    @property
    def is_draft(self) -> bool:
        """Whether nobody has signed it."""
        return self.number is None


@dataclass(frozen=True, slots=True)
class Help:
    """The accommodation that helps most; `worth` in days to full duty where that was priced."""

    accommodation: Accommodation
    tasks: tuple[str, ...]
    reason: str
    worth: Worth | None


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened, or is due, on a day."""

    on: date
    words: str


@dataclass(frozen=True, slots=True)
class Overview:
    """What is known today. `match` None: no job or no signed visit; `draft_since`: a draft is begun.

    `moments` are visits, signed plans and the next review, oldest first.
    """

    record: CaseRecord
    match: CaseMatch | None
    plan: PlanShown | None
    draft_since: date | None
    help: Help | None
    progress: Progress
    moments: tuple[Moment, ...]


def overview(session: Session, actor: Actor, case_id: int, today: date) -> Overview:
    """Return what the first page of a case shows. Raises NotFoundError for a case of another clinic."""
    record = case_record(session, actor, case_id)
    match = case_match(record, today) if record.last_signed else None
    draft, signed = kept_plan(session, case_id), _signed_row(session, case_id)
    working = _worked_out(draft, signed)
    versions = signed_plans(session, case_id) if signed else ()
    return Overview(
        record=record,
        match=match,
        plan=_signed(signed, working, today) if signed else _draft(draft, today),
        draft_since=draft.begun_on,
        help=best_help(record, match, draft.plan.worths or working.worths) if match else None,
        progress=progress_of(record.signed_visits),
        moments=moments_of(record, versions),
    )


def moments_of(record: CaseRecord, versions: tuple[SignedPlan, ...]) -> tuple[Moment, ...]:
    """List what stands on the time axis beside what was measured and planned."""
    visits = (Moment(visit.on, f"Visit {visit.number}") for visit in record.signed_visits)
    signed = (Moment(plan.signed_on, f"Plan {plan.number} signed") for plan in versions)
    review = (Moment(plan.review_on, f"Review of plan {plan.number}") for plan in versions[:1])
    return tuple(sorted((*visits, *signed, *review), key=lambda moment: (moment.on, moment.words)))


def week_of(schedule: Schedule, today: date) -> Week | None:
    """Find the week of a schedule that `today` lies in; before it begins, the first."""
    weeks = schedule.weeks
    if weeks and today < weeks[0].monday:
        return weeks[0]
    return next((w for w in weeks if w.monday <= today < w.monday + timedelta(days=7)), None)


def best_help(record: CaseRecord, match: CaseMatch, worths: tuple[Worth, ...]) -> Help | None:
    """Choose what helps most and is not chosen yet: by days to full duty where priced, else by the gaps."""
    circumstances = record.circumstances | circumstances_of(match.result.capacity, record.treated_sides)
    chosen = {entry.accommodation.id for entry in record.accommodations if entry.counts}
    found = recommend(match.result.adapted, knowledge().catalogue, record.settings, circumstances)
    priced = {entry.name: entry for entry in worths if (entry.days_sooner or 0) > 0 or entry.settles}
    offers = [
        Help(one.accommodation, one.tasks, one.reason, priced.get(one.accommodation.id))
        for one in found
        if one.accommodation.id not in chosen
    ]
    return max(offers, key=lambda offer: _gain(offer, match.result.adapted), default=None)


def _gain(offer: Help, match: JobMatch) -> tuple[bool, int, int]:
    """Order offers; equal ones keep the order of the suggestions, since `max` takes the first.

    What hands over essential work comes last: it makes another job, and no full duty of this one.
    """
    kept = not any(essential_words(offer.accommodation, offer.tasks, match))
    worth = offer.worth
    return (kept, (worth.days_sooner or 0), len(worth.settles)) if worth else (kept, 0, 0)


def duty_words(schedule: Schedule, outcome: Outcome | None) -> str:
    """Say when full duty comes; a schedule changed by hand is no answer of the solver, so proves nothing."""
    if outcome is not None and is_answer(outcome, schedule):
        return outcome.sentence
    week = schedule.full_duty_week
    reached = f"Full duty in week {week}" if week else "No week of this plan reaches full duty"
    return f"{reached}, as laid out by hand; that this is the earliest is not proven."


def _signed_row(session: Session, case_id: int) -> Row[int, date, str, str] | None:
    """Read number, next review, plan and what it was worked out with; both as stored text."""
    columns = (
        PlanVersionRow.number,
        PlanVersionRow.review_on,
        codec.stored_text(PlanVersionRow.data).label("plan"),
        codec.stored_text(PlanVersionRow.working).label("working"),
    )
    query = select(*columns).where(PlanVersionRow.case_id == case_id)
    return session.execute(query.order_by(PlanVersionRow.number.desc()).limit(1)).one_or_none()


def _worked_out(draft: KeptPlan, signed: Row[int, date, str, str] | None) -> WorkingPlan:
    if signed is None or signed.working is None:
        return draft.plan if signed is None else WorkingPlan()
    return codec.read(WorkingPlan, signed.working)


def _signed(row: Row[int, date, str, str], working: WorkingPlan, today: date) -> PlanShown:
    plan = codec.read(Plan, row.plan)
    return PlanShown(
        number=row.number,
        schedule=plan.schedule,
        week=week_of(plan.schedule, today),
        review_on=plan.review_on,
        is_provisional=plan.review_on < today,
        duty=duty_words(plan.schedule, working.outcome),
        outcome=working.outcome,
        made_from=plan.made_from,
        is_ahead=bool(plan.schedule.weeks) and today < plan.schedule.weeks[0].monday,
    )


def _draft(draft: KeptPlan, today: date) -> PlanShown | None:
    schedule = draft.plan.schedule
    if schedule is None:
        return None
    outcome, week = draft.plan.outcome, week_of(schedule, today)
    duty, review_on = duty_words(schedule, outcome), draft.plan.review_on
    return PlanShown(None, schedule, week, review_on, is_provisional=False, duty=duty, outcome=outcome)
