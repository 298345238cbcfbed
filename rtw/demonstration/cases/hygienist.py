"""Dental hygienist with carpal tunnel syndrome, treated with a night splint and exercises. Invented."""

from datetime import date, time, timedelta
from typing import Final

from job_profiles.kinds import DemandKind
from rtw.demonstration.cases.case import (
    DemoCase,
    DemoPlan,
    before,
    expects,
    filaments,
    grip,
    kgf,
    motions,
    next_monday,
    safe,
    tolerated,
)
from rtw.demonstration.cases.choices import agreed, in_place
from rtw.domain.accommodation.kinds import Setting
from rtw.domain.assessment.assessment import Assessment
from rtw.domain.assessment.findings import HandFindings, Swelling
from rtw.domain.assessment.operation import Nerve, Operation, PatientFacts, Procedure, Sex
from rtw.domain.capacity import Wound
from rtw.domain.hands import Side
from rtw.domain.plan import TreatmentTime
from rtw.domain.schedule.settings import EmployerOffer
from rtw.domain.schedule.wishes import ScheduleWishes
from rtw.services.cases import PatientDetails
from rtw.services.plans.acts import PlanSetup, PlanWords

SCALING: Final = "Hand scaling"
ULTRASONIC: Final = "Ultrasonic scaling"
POLISHING: Final = "Polishing and fluoride"
WORKDAYS: Final = (0, 1, 3, 4)
"""The practice is closed on Wednesdays."""

LEFT: Final = HandFindings(
    Side.LEFT,
    grip=grip(30.5, 31.5, 31),
    tip_pinch=kgf(5.2, 5.4, 5.3),
    key_pinch=kgf(7.2, 7.4, 7.3),
    palmar_pinch=kgf(7.5, 7.7, 7.6),
    nine_hole_peg_s=17.2,
    motion=motions(
        elbow_flexion=144,
        wrist_flexion=80,
        wrist_extension=72,
        pronation=82,
        supination=86,
        ulnar_deviation=36,
    ),
    sensation=filaments(thumb=2.83, index=2.83, middle=2.83, little=2.83),
    wound=Wound.NONE,
    unaffected=True,
)


def hygienist(today: date) -> DemoCase:
    """Return the hygienist's case as it stands `today`."""
    planned_on = before(today, weeks=3)
    began_on = before(planned_on, weeks=8)
    born = date(today.year - 36, 1, 25)
    return DemoCase(
        patient=PatientDetails("Amara", "Nwosu", born_on=born, dominant_side=Side.RIGHT),
        facts=PatientFacts(Side.RIGHT, Sex.FEMALE, born),
        employer="Willowbank Dental Practice",
        job_title="Dental hygienist",
        workbook="dental_hygienist.xlsx",
        opened_on=before(planned_on, weeks=7),
        physician="Dr. Helen Marsh",
        operations=(Operation(Side.RIGHT, Procedure.CONSERVATIVE, began_on, Nerve.MEDIAN),),
        visits=(_first(before(planned_on, weeks=6)), _second(planned_on)),
        settings=(Setting.STERILE, Setting.GLOVES_REQUIRED),
        plan=_plan(planned_on, review_on=before(today, days=1)),
    )


def _first(on: date) -> Assessment:
    """Two weeks after the splint was fitted: wakes most nights, off work."""
    right = HandFindings(
        Side.RIGHT,
        grip=grip(24.5, 25.5, 24),
        tip_pinch=kgf(3.9, 4.1, 4.0),
        key_pinch=kgf(6.2, 6.3, 6.1),
        palmar_pinch=kgf(5.6, 5.9, 5.7),
        nine_hole_peg_s=20.9,
        motion=motions(wrist_flexion=70, wrist_extension=66, pronation=80, supination=84, ulnar_deviation=32),
        thumb_abductor_mrc=4,
        sensation=filaments(thumb=3.61, index=3.61, middle=3.61, little=2.83),
        swelling=Swelling.NONE,
        wound=Wound.NONE,
    )
    return Assessment(
        on=on,
        assessor="",
        hands=(LEFT, right),
        night_waking_per_week=5,
        pain_rest=2,
        pain_work=6,
        tolerances=(
            tolerated(DemandKind.FINE_MANIPULATION, Side.RIGHT, 40, 10),
            tolerated(DemandKind.KEYBOARDING, Side.RIGHT, 40, 15),
            tolerated(DemandKind.MOUSING, Side.RIGHT, 30, 10),
        ),
        difficulties=(expects(DemandKind.TIP_PINCH, 8, Side.RIGHT, SCALING),),
        notes="Numb on waking and after ten minutes of instrument work. Splint worn every night.",
    )


def _second(on: date) -> Assessment:
    """Eight weeks after the splint was fitted: sleeps, and works short stretches on the model."""
    right = HandFindings(
        Side.RIGHT,
        grip=grip(28.5, 29.5, 29),
        tip_pinch=kgf(4.8, 5.0, 4.9),
        key_pinch=kgf(6.9, 7.0, 6.8),
        palmar_pinch=kgf(6.9, 7.1, 7.0),
        nine_hole_peg_s=18.1,
        motion=motions(
            elbow_flexion=144,
            wrist_flexion=77,
            wrist_extension=70,
            pronation=82,
            supination=86,
            radial_deviation=21,
            ulnar_deviation=35,
        ),
        thumb_abductor_mrc=5,
        sensation=filaments(thumb=2.83, index=3.22, middle=3.22, little=2.83),
        swelling=Swelling.NONE,
        wound=Wound.NONE,
    )
    return Assessment(
        on=on,
        assessor="",
        hands=(LEFT, right),
        night_waking_per_week=1,
        pain_rest=0,
        pain_work=3,
        tolerances=(
            tolerated(DemandKind.FINE_MANIPULATION, Side.RIGHT, 75),
            tolerated(DemandKind.KEYBOARDING, Side.RIGHT, 90),
            tolerated(DemandKind.MOUSING, Side.RIGHT, 60),
            tolerated(DemandKind.HAND_ARM_VIBRATION, Side.RIGHT, 60),
            tolerated(DemandKind.WRIST_FLEXION, Side.RIGHT, 75),
            tolerated(DemandKind.WRIST_DEVIATION, Side.RIGHT, 75),
            tolerated(DemandKind.REACHING_FORWARD, Side.RIGHT, 120),
            tolerated(DemandKind.WET_OR_SOILED, Side.RIGHT, 120),
        ),
        safe_loads=(safe(DemandKind.LIFTING, 8),),
        difficulties=(
            expects(DemandKind.TIP_PINCH, 5, Side.RIGHT, SCALING),
            expects(DemandKind.HAND_ARM_VIBRATION, 3, Side.RIGHT, ULTRASONIC),
        ),
        notes="Sleeps through most nights. An hour on the practice model without numbness.",
    )


def _plan(on: date, review_on: date) -> DemoPlan:
    start = next_monday(on)
    return DemoPlan(
        accommodations=(
            agreed("light_instruments", start, SCALING),
            agreed("slower_pace", start, SCALING, given=(("pace", 8),)),
            in_place("sharp_blades", start, SCALING),
            agreed("close_fitting_gloves", start),
        ),
        setup=PlanSetup(
            ScheduleWishes(start=start, weeks=9, offer=EmployerOffer(workdays=WORKDAYS)),
            treatment_times=(
                TreatmentTime(0, time(8), time(9), since=start, until=start + timedelta(weeks=6, days=-1)),
            ),
            review_on=review_on,
        ),
        words=PlanWords(),
        consent_on=on,
    )
