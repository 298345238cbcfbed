"""A case that can be planned: a clerk's job, two hands measured, a visit that is signed."""

from datetime import date

from sqlalchemy.orm import Session

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand, JobProfile, Shift, Task
from rtw.domain.assessment.assessment import Assessment, SafeLoad, Tolerance
from rtw.domain.assessment.findings import GripAtRung, HandFindings, Zone, ZoneSensation
from rtw.domain.assessment.operation import Procedure
from rtw.domain.capacity import Sensation, Wound
from rtw.domain.hands import Side
from rtw.domain.measurement import AmountUnit, Trials
from rtw.store import codec
from rtw.store.assessments import AssessmentRow
from rtw.store.cases import Case
from rtw.store.jobs import Job, JobVersion
from rtw.store.operations import OperationRow

VISIT_ON = date(2026, 3, 6)
TYPING = DemandKind.KEYBOARDING

CLERK = JobProfile(
    title="Data-entry clerk",
    employer="Northside Insurance",
    shift=Shift(8.0, 5.0),
    tasks=(
        Task(
            "Enter claims",
            essential=True,
            hours_per_day=4.0,
            demands=(
                Demand(TYPING, Hand.EACH, hours_per_day=3.5, longest_bout_h=0.5),
                Demand(DemandKind.MOUSING, Hand.RIGHT, hours_per_day=0.5),
            ),
        ),
        Task(
            "Answer mail",
            essential=True,
            hours_per_day=2.0,
            demands=(Demand(TYPING, Hand.EACH, hours_per_day=1.5),),
        ),
        Task(
            "Telephone",
            essential=True,
            hours_per_day=1.5,
            demands=(Demand(DemandKind.HANDWRITING, Hand.RIGHT, hours_per_day=0.5),),
        ),
        Task(
            "Sort post",
            essential=False,
            hours_per_day=0.5,
            demands=(Demand(DemandKind.LIFTING, Hand.BOTH, load_kg=4.0, hours_per_day=0.5),),
        ),
    ),
)


def _hand(side: Side, grip_kg: float) -> HandFindings:
    def trials(share: float) -> Trials:
        return Trials((grip_kg * share, grip_kg * share, grip_kg * share), AmountUnit.KILOGRAM_FORCE)

    return HandFindings(
        side,
        grip=(GripAtRung(trials(1.0), 2),),
        tip_pinch=trials(0.15),
        key_pinch=trials(0.25),
        palmar_pinch=trials(0.22),
        sensation=(ZoneSensation(Zone.INDEX, grade=Sensation.NORMAL),),
        wound=Wound.CLOSED,
    )


VISIT = Assessment(
    on=VISIT_ON,
    assessor="Anna Therapist",
    hands=(_hand(Side.LEFT, 32.0), _hand(Side.RIGHT, 18.0)),
    pain_work=3.0,
    tolerances=(
        Tolerance(TYPING, Side.RIGHT, bout_min=30, day_min=120),
        Tolerance(TYPING, Side.LEFT, bout_min=60, day_min=360),
        Tolerance(DemandKind.MOUSING, Side.RIGHT, bout_min=20, day_min=90),
        Tolerance(DemandKind.HANDWRITING, Side.RIGHT, bout_min=20, day_min=60),
    ),
    safe_loads=(SafeLoad(DemandKind.LIFTING, 5.0, AmountUnit.KILOGRAM),),
    notes="MARKER-CLINICAL-NOTE",
)


def make_plannable(
    session: Session, case: Case, profile: JobProfile = CLERK, visit: Assessment = VISIT
) -> None:
    """Give a case its job, its operation and one signed visit."""
    job = Job(clinic_id=case.clinic_id, employer_id=case.employer_id, title=profile.title)
    session.add(job)
    session.flush()
    version = JobVersion(
        job_profile_id=job.id,
        number=1,
        profile=codec.dump(profile),
        source_bytes=b"the employer's own workbook",
        filename="demands.xlsx",
        confirmed_by_id=case.therapist_id,
        confirmed_on=date(2026, 3, 2),
    )
    session.add(version)
    session.flush()
    case.job_version_id = version.id
    session.add(
        OperationRow(
            case_id=case.id,
            side=Side.RIGHT,
            procedure=Procedure.OPEN_CARPAL_TUNNEL_RELEASE,
            done_on=date(2026, 1, 12),
        )
    )
    session.add(
        AssessmentRow(
            case_id=case.id,
            number=1,
            visit_on=visit.on,
            data=codec.dump(visit),
            author_id=case.therapist_id,
            signed_by_id=case.therapist_id,
            signed_on=visit.on,
        )
    )
    session.flush()
