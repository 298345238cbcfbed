"""Data-entry clerk, eight weeks after open carpal tunnel release of the leading hand. Invented."""

from dataclasses import replace
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
from rtw.domain.accommodation.kinds import Circumstance, Setting
from rtw.domain.assessment.assessment import Assessment
from rtw.domain.assessment.findings import HandFindings, Swelling
from rtw.domain.assessment.operation import Approach, Nerve, Operation, PatientFacts, Procedure, Sex
from rtw.domain.capacity import Wound
from rtw.domain.hands import Side
from rtw.domain.plan import TreatmentTime
from rtw.domain.schedule.wishes import ScheduleWishes
from rtw.services.cases import PatientDetails
from rtw.services.plans.acts import PlanSetup, PlanWords

KEY_IN: Final = "Key in claim forms"
CHECK: Final = "Check and correct records"
NOTES: Final = "Telephone queries with notes"
FILE: Final = "File and fetch folders"
LEFT: Final = HandFindings(
    Side.LEFT,
    grip=grip(29, 30.5, 29.5),
    tip_pinch=kgf(4.9, 5.1, 5.0),
    key_pinch=kgf(6.9, 7.1, 7.0),
    palmar_pinch=kgf(7.0, 7.2, 6.9),
    nine_hole_peg_s=18.6,
    motion=motions(wrist_flexion=78, wrist_extension=70, radial_deviation=22, ulnar_deviation=36),
    sensation=filaments(thumb=2.83, index=2.83, middle=2.83, little=2.83),
    wound=Wound.NONE,
    unaffected=True,
)


def clerk(today: date) -> DemoCase:
    """Return the clerk's case as it stands `today`."""
    planned_on = before(today, days=10)
    operated_on = before(planned_on, weeks=7)
    born = date(today.year - 46, 4, 17)
    return DemoCase(
        patient=PatientDetails("Marit", "Solberg", born_on=born, dominant_side=Side.RIGHT),
        facts=PatientFacts(Side.RIGHT, Sex.FEMALE, born),
        employer="Northgate Mutual Insurance",
        job_title="Data-entry clerk, claims intake",
        workbook="data_entry_clerk.xlsx",
        opened_on=before(planned_on, weeks=5),
        physician="Dr. Ines Albrecht",
        operations=(
            Operation(
                Side.RIGHT, Procedure.OPEN_CARPAL_TUNNEL_RELEASE, operated_on, Nerve.MEDIAN, Approach.OPEN
            ),
        ),
        visits=(_first(before(planned_on, weeks=4)), _second(planned_on)),
        settings=(Setting.OPEN_PLAN,),
        circumstances=(Circumstance.TENDER_SCAR,),
        plan=_plan(planned_on),
    )


def _first(on: date) -> Assessment:
    """Three weeks after the operation: the wound is closed, no strength test yet."""
    right = HandFindings(
        Side.RIGHT,
        nine_hole_peg_s=23.4,
        motion=motions(wrist_flexion=48, wrist_extension=44, radial_deviation=14, ulnar_deviation=24),
        thumb_abductor_mrc=4,
        sensation=filaments(thumb=3.61, index=3.61, middle=3.22, little=2.83),
        swelling=Swelling.MILD,
        wrist_circumference_cm=16.8,
        wound=Wound.CLOSED,
        scar_tenderness=6,
        pillar_tenderness=6,
    )
    return Assessment(
        on=on,
        assessor="",
        hands=(replace(LEFT), right),
        night_waking_per_week=2,
        pain_rest=1,
        pain_work=5,
        tolerances=(
            tolerated(DemandKind.KEYBOARDING, Side.RIGHT, 45, 15),
            tolerated(DemandKind.MOUSING, Side.RIGHT, 30, 10),
            tolerated(DemandKind.HANDWRITING, Side.RIGHT, 20, 5),
        ),
        safe_loads=(safe(DemandKind.LIFTING, 3),),
        difficulties=(
            expects(DemandKind.KEYBOARDING, 6, Side.RIGHT, KEY_IN),
            expects(DemandKind.MOUSING, 7, Side.RIGHT, CHECK),
        ),
        notes="Scar closed and dry, tender to pressure. Types at home for a quarter of an hour, then rests.",
    )


def _second(on: date) -> Assessment:
    """Seven weeks after the operation: strength is tested for the first time."""
    right = HandFindings(
        Side.RIGHT,
        grip=grip(21.5, 22.5, 22),
        tip_pinch=kgf(4.3, 4.5, 4.4),
        key_pinch=kgf(6.0, 6.2, 6.1),
        palmar_pinch=kgf(5.9, 6.1, 6.0),
        nine_hole_peg_s=19.7,
        motion=motions(wrist_flexion=66, wrist_extension=62, radial_deviation=18, ulnar_deviation=31),
        thumb_abductor_mrc=4,
        sensation=filaments(thumb=3.22, index=3.22, middle=2.83, little=2.83),
        swelling=Swelling.NONE,
        wrist_circumference_cm=16.2,
        wound=Wound.CLOSED,
        scar_tenderness=3,
        pillar_tenderness=4,
    )
    return Assessment(
        on=on,
        assessor="",
        hands=(replace(LEFT), right),
        night_waking_per_week=0,
        pain_rest=0,
        pain_work=3,
        tolerances=(
            tolerated(DemandKind.KEYBOARDING, Side.RIGHT, 150, 30),
            tolerated(DemandKind.MOUSING, Side.RIGHT, 75, 20),
            tolerated(DemandKind.HANDWRITING, Side.RIGHT, 45, 15),
            tolerated(DemandKind.CONTACT_STRESS, Side.RIGHT, 40),
            tolerated(DemandKind.FINE_MANIPULATION, Side.RIGHT, 60, 20),
            tolerated(DemandKind.REACHING_OVERHEAD, Side.RIGHT, 30, 5),
        ),
        safe_loads=(
            safe(DemandKind.LIFTING, 7),
            safe(DemandKind.PULLING, 70, Side.RIGHT),
            safe(DemandKind.PULLING, 110, Side.LEFT),
        ),
        difficulties=(
            expects(DemandKind.KEYBOARDING, 4, Side.RIGHT, KEY_IN),
            expects(DemandKind.MOUSING, 5, Side.RIGHT, CHECK),
            expects(DemandKind.PULLING, 5, Side.RIGHT, FILE),
        ),
        notes="First strength test, no pain afterwards. Pillar still sore when leaning on the desk edge.",
    )


def _plan(on: date) -> DemoPlan:
    start = next_monday(on)
    return DemoPlan(
        accommodations=(
            in_place("forearm_support", before(on, days=5), KEY_IN, CHECK),
            agreed("slanted_mouse", start, CHECK),
            agreed("desk_edge_padding", start, KEY_IN),
            agreed("bout_limit", start, KEY_IN, CHECK, NOTES, given=(("bout_hours", 0.25),)),
        ),
        setup=PlanSetup(
            ScheduleWishes(start=start, weeks=10),
            treatment_times=(
                TreatmentTime(2, time(15), time(16), since=start, until=start + timedelta(weeks=6, days=-3)),
            ),
            review_on=start + timedelta(weeks=3, days=1),
        ),
        words=PlanWords(),
        consent_on=on,
    )
