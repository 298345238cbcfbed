"""A case with a job, a treated hand and visits: what match and plan begin with."""

from datetime import date

from sqlalchemy.orm import Session

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand, JobProfile, Shift, Task
from rtw.domain.assessment.assessment import (
    Assessment,
    PerceivedDifficulty,
    SafeLoad,
    StatedLimit,
    Tolerance,
)
from rtw.domain.assessment.findings import (
    GripAtRung,
    HandFindings,
    Motion,
    MotionFinding,
    Zone,
    ZoneSensation,
)
from rtw.domain.assessment.operation import Operation, PatientFacts, Procedure, Sex
from rtw.domain.capacity import Quantity, Wound
from rtw.domain.hands import Side
from rtw.domain.measurement import AmountUnit, Trials
from rtw.services.actor import Actor
from rtw.services.assessments import begin_visit, save_visit, sign_visit
from rtw.services.treatments import change_treatment
from rtw.services.visits import Visit
from rtw.store import codec
from rtw.store.cases import Case
from rtw.store.jobs import Job, JobVersion

KGF = AmountUnit.KILOGRAM_FORCE
OPERATED_ON = date(2026, 1, 5)
FIRST_VISIT = date(2026, 2, 16)
SECOND_VISIT = date(2026, 3, 2)

CLERK = JobProfile(
    "Data-entry clerk",
    "Northside Insurance",
    shift=Shift(8.0, 5.0),
    tasks=(
        Task(
            "Type claims",
            essential=True,
            hours_per_day=4.0,
            demands=(
                Demand(DemandKind.KEYBOARDING, Hand.EACH, hours_per_day=4.0, longest_bout_h=1.5),
                Demand(DemandKind.WRIST_EXTENSION, Hand.EACH, angle_deg=25.0),
            ),
        ),
        Task(
            "Staple and punch",
            essential=True,
            hours_per_day=0.5,
            demands=(
                Demand(
                    DemandKind.POWER_GRIP,
                    Hand.RIGHT,
                    force_n=140.0,
                    efforts_per_minute=3.0,
                    seconds_per_effort=1.0,
                ),
                Demand(DemandKind.TIP_PINCH, Hand.RIGHT, force_n=8.0, duty_cycle=0.2),
            ),
        ),
    ),
)


def give_job(session: Session, case: Case, profile: JobProfile = CLERK) -> JobVersion:
    """Confirm a job for the case."""
    version = JobVersion(number=1, profile=codec.dump(profile), confirmed_on=FIRST_VISIT)
    job = Job(clinic_id=case.clinic_id, employer_id=case.employer_id, title=profile.title, versions=[version])
    session.add(job)
    session.flush()
    case.job_version_id = version.id
    session.flush()
    return version


def treat(session: Session, actor: Actor, case: Case, on: date = OPERATED_ON) -> None:
    """Record an open carpal tunnel release of the right hand."""
    operation = Operation(Side.RIGHT, Procedure.OPEN_CARPAL_TUNNEL_RELEASE, on)
    change_treatment(session, actor, case.id, (operation,), PatientFacts(Side.RIGHT, Sex.FEMALE))


def visit_value(day: date, grip: float = 18.0, pain: float = 3.0) -> Assessment:
    """A visit with both hands measured; `grip` is the mean of the right hand's trials in kgf."""
    right = HandFindings(
        Side.RIGHT,
        grip=(GripAtRung(Trials((grip - 1, grip, grip + 1), KGF), 2),),
        key_pinch=Trials((4.5, 4.7, 4.4), KGF),
        motion=(MotionFinding(Motion.WRIST_EXTENSION, 50.0),),
        sensation=tuple(ZoneSensation(zone, 2.83) for zone in Zone),
        wound=Wound.CLOSED,
    )
    left = HandFindings(Side.LEFT, grip=(GripAtRung(Trials((29.0, 30.0, 28.0), KGF), 2),), unaffected=True)
    return Assessment(
        day,
        "A. Therapist",
        hands=(left, right),
        pain_rest=1.0,
        pain_work=pain,
        tolerances=(Tolerance(DemandKind.KEYBOARDING, None, bout_min=20.0, day_min=120.0),),
        safe_loads=(SafeLoad(DemandKind.LIFTING, 8.0, AmountUnit.KILOGRAM),),
        difficulties=(PerceivedDifficulty(DemandKind.POWER_GRIP, 7.0, None, "Staple and punch"),),
        surgeon_restrictions=(StatedLimit(DemandKind.LIFTING, Quantity.LOAD_KG, 4.0, Side.RIGHT),),
    )


def sign_one(session: Session, actor: Actor, case: Case, value: Assessment) -> Visit:
    """Enter and sign a visit on its own day."""
    begun = begin_visit(session, actor, case.id, value.on)
    save_visit(session, actor, case.id, begun.id, value)
    assert sign_visit(session, actor, case.id, begun.id, value.on, early_tests_allowed=True) is None
    return begun


def measure(session: Session, actor: Actor, case: Case) -> None:
    """Give the case a job, a treatment and two signed visits."""
    give_job(session, case)
    treat(session, actor, case)
    sign_one(session, actor, case, visit_value(FIRST_VISIT, grip=12.0, pain=5.0))
    sign_one(session, actor, case, visit_value(SECOND_VISIT))
