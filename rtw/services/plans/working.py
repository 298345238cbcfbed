"""The plan a therapist works on: what she asked for, what was computed, what she changed by hand."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from rtw.domain.optimise.outcome import Outcome
from rtw.domain.optimise.worth import Worth
from rtw.domain.plan import Restriction, TreatmentTime
from rtw.domain.restrictions import Written
from rtw.domain.schedule.edit_history import EditStep
from rtw.domain.schedule.values import BreakRule, Schedule
from rtw.domain.schedule.wishes import ScheduleWishes
from rtw.services.actor import Actor
from rtw.store import codec
from rtw.store.plans import PlanDraft


@dataclass(frozen=True, slots=True)
class WorkingPlan:
    """A plan in the making; everything empty until the therapist begins.

    `outcome` is the solver's last answer and `computed_for` the fingerprint of the brief it answered:
    status and schedule stand apart. `schedule` is what the page shows, edited or not, and `fitted_for`
    the brief its reasons were worked out for. `breaks` None: the published rule. `restrictions` None: as
    proposed from the limits, and `carried` beside them: what she wrote in the signed plan this one began
    from. `not_carried` names what of that is over. `warned` is what stood before the therapist when she
    signed; empty until then.
    """

    wishes: ScheduleWishes = field(default_factory=ScheduleWishes)
    treatment_times: tuple[TreatmentTime, ...] = ()
    breaks: BreakRule | None = None
    review_on: date | None = None
    outcome: Outcome | None = None
    computed_for: str = ""
    schedule: Schedule | None = None
    fitted_for: str = ""
    done: tuple[EditStep, ...] = ()
    taken_back: tuple[EditStep, ...] = ()
    worths: tuple[Worth, ...] = ()
    restrictions: tuple[Restriction, ...] | None = None
    expected_full_duty: tuple[date, date] | None = None
    employer_note: str = ""
    reason: str = ""
    warned: tuple[str, ...] = ()
    carried: tuple[Restriction, ...] = ()
    not_carried: tuple[str, ...] = ()

    @property
    def written(self) -> Written:
        """What she wrote of the restrictions herself."""
        return Written(self.restrictions, self.carried)


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """The working plan of a case; `begun_on` None: nothing is kept yet, and the revision is empty."""

    plan: WorkingPlan
    begun_on: date | None
    revision: str = ""


def kept_plan(session: Session, case_id: int) -> KeptPlan:
    """Read the working plan of a case; where there is none, one to begin with."""
    row = _row(session, case_id)
    if row is None:
        return KeptPlan(WorkingPlan(), None)
    return KeptPlan(codec.load(WorkingPlan, row.data), row.begun_on, row.revision)


def keep_plan(session: Session, actor: Actor, case_id: int, plan: WorkingPlan, today: date) -> None:
    """Keep the working plan of a case. Raises StaleDataError where another change came in between."""
    row = _row(session, case_id)
    data = codec.dump(plan)
    if row is None:
        row = PlanDraft(case_id=case_id, data=data, begun_on=today, updated_by_id=actor.id)
        session.add(row)
    row.data = data
    row.updated_by_id = actor.id
    session.flush()


def forget_plan(session: Session, case_id: int) -> None:
    """Forget the working plan: it was signed, or thrown away."""
    row = _row(session, case_id)
    if row is not None:
        session.delete(row)
        session.flush()


def _row(session: Session, case_id: int) -> PlanDraft | None:
    return session.scalar(select(PlanDraft).where(PlanDraft.case_id == case_id))
