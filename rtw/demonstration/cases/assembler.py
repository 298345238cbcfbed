"""Pump assembler with power tools, ten weeks after cubital tunnel release of the leading hand. Invented."""

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
from rtw.demonstration.cases.choices import agreed, in_place, proposed
from rtw.domain.assessment.assessment import Assessment, StatedLimit
from rtw.domain.assessment.findings import HandFindings, Swelling
from rtw.domain.assessment.operation import Nerve, Operation, PatientFacts, Procedure, Sex, SlowsHealing
from rtw.domain.capacity import Quantity, Wound
from rtw.domain.hands import Side
from rtw.domain.plan import TreatmentTime
from rtw.domain.schedule.wishes import ScheduleWishes
from rtw.services.cases import PatientDetails
from rtw.services.plans.acts import PlanSetup, PlanWords

BOLTS: Final = "Run down flange bolts"
HOUSING: Final = "Mount pump housing"
SEALS: Final = "Press in shaft seals"
PACK: Final = "Label and pack"
LEFT: Final = HandFindings(
    Side.LEFT,
    grip=grip(47, 48.5, 48),
    tip_pinch=kgf(7.6, 7.8, 7.7),
    key_pinch=kgf(11.0, 11.2, 11.1),
    palmar_pinch=kgf(10.9, 11.1, 11.0),
    nine_hole_peg_s=19.2,
    motion=motions(elbow_flexion=142, elbow_extension=0, wrist_flexion=76, wrist_extension=68),
    first_interosseous_mrc=5,
    sensation=filaments(thumb=2.83, index=2.83, ring=2.83, little=2.83),
    wound=Wound.NONE,
    unaffected=True,
)


def assembler(today: date) -> DemoCase:
    """Return the assembler's case as it stands `today`."""
    planned_on = before(today, days=3)
    operated_on = before(planned_on, weeks=10)
    born = date(today.year - 39, 9, 2)
    return DemoCase(
        patient=PatientDetails("Tomasz", "Wilk", born_on=born, dominant_side=Side.RIGHT),
        facts=PatientFacts(Side.RIGHT, Sex.MALE, born, (SlowsHealing.SMOKING,)),
        employer="Halvorsen Pump Works",
        job_title="Pump assembler, line 3",
        workbook="pump_assembler.xlsx",
        opened_on=before(planned_on, weeks=7),
        physician="Dr. Samuel Okoro",
        operations=(Operation(Side.RIGHT, Procedure.CUBITAL_TUNNEL_IN_SITU, operated_on, Nerve.ULNAR),),
        visits=(_first(before(planned_on, weeks=5)), _second(planned_on)),
        plan=_plan(planned_on),
    )


def _first(on: date) -> Assessment:
    """Five weeks after the operation: motion is nearly full, strength is not tested yet."""
    right = HandFindings(
        Side.RIGHT,
        nine_hole_peg_s=25.1,
        motion=motions(elbow_flexion=126, elbow_extension=-8, wrist_flexion=74, wrist_extension=66),
        first_interosseous_mrc=4,
        sensation=filaments(thumb=2.83, index=2.83, ring=3.61, little=3.61),
        swelling=Swelling.MILD,
        wound=Wound.CLOSED,
        scar_tenderness=5,
    )
    return Assessment(
        on=on,
        assessor="",
        hands=(LEFT, right),
        night_waking_per_week=1,
        pain_rest=1,
        pain_work=5,
        tolerances=(tolerated(DemandKind.ELBOW_FLEXION, Side.RIGHT, 60, 5),),
        safe_loads=(safe(DemandKind.LIFTING, 5),),
        difficulties=(
            expects(DemandKind.TOOL_USE, 8, Side.RIGHT, BOLTS),
            expects(DemandKind.POWER_GRIP, 7, Side.RIGHT, SEALS),
        ),
        notes="Elbow nearly straight. Little finger tingles when the elbow stays bent.",
    )


def _second(on: date) -> Assessment:
    """Ten weeks after the operation: strength is tested for the first time."""
    right = HandFindings(
        Side.RIGHT,
        grip=grip(35.5, 37, 36.5),
        tip_pinch=kgf(6.4, 6.6, 6.5),
        key_pinch=kgf(8.3, 8.6, 8.4),
        palmar_pinch=kgf(9.4, 9.6, 9.5),
        nine_hole_peg_s=21.3,
        motion=motions(elbow_flexion=138, elbow_extension=-2, wrist_flexion=75, wrist_extension=68),
        first_interosseous_mrc=4,
        sensation=filaments(thumb=2.83, index=2.83, ring=3.22, little=3.22),
        swelling=Swelling.NONE,
        wound=Wound.CLOSED,
        scar_tenderness=2,
    )
    return Assessment(
        on=on,
        assessor="",
        hands=(LEFT, right),
        night_waking_per_week=0,
        pain_rest=0,
        pain_work=3,
        tolerances=(
            tolerated(DemandKind.ELBOW_FLEXION, Side.RIGHT, 240),
            tolerated(DemandKind.TOOL_USE, Side.RIGHT, 40),
            tolerated(DemandKind.HAND_ARM_VIBRATION, Side.RIGHT, 30),
        ),
        safe_loads=(
            safe(DemandKind.LIFTING, 12),
            safe(DemandKind.PUSHING, 150, Side.RIGHT),
            safe(DemandKind.PUSHING, 210, Side.LEFT),
        ),
        therapist_limits=(
            StatedLimit(
                DemandKind.TOOL_USE, Quantity.TORQUE_N_M, 20, Side.RIGHT, on, reason="Tried on the test rig."
            ),
        ),
        surgeon_restrictions=(
            StatedLimit(
                DemandKind.LIFTING,
                Quantity.LOAD_KG,
                10,
                since=on,
                until=on + timedelta(weeks=4),
                reason="Lifting stays below 10 kg until twelve weeks and a control visit.",
            ),
        ),
        difficulties=(
            expects(DemandKind.TOOL_USE, 5, Side.RIGHT, BOLTS),
            expects(DemandKind.POWER_GRIP, 4, Side.RIGHT, SEALS),
            expects(DemandKind.LIFTING, 3, Side.RIGHT, PACK),
        ),
        notes="First strength test without pain. Power tools tried for five minutes at the clinic's bench.",
    )


def _plan(on: date) -> DemoPlan:
    start = next_monday(on)
    return DemoPlan(
        accommodations=(
            agreed("torque_reaction_arm", start, BOLTS),
            in_place("tool_balancer", start, BOLTS),
            agreed("two_person_lift", start, HOUSING, PACK),
            proposed("thick_tool_handle", start + timedelta(weeks=2), BOLTS, SEALS),
        ),
        setup=PlanSetup(
            ScheduleWishes(start=start, weeks=10),
            treatment_times=(
                TreatmentTime(1, time(7), time(8), since=start, until=start + timedelta(weeks=8, days=-3)),
                TreatmentTime(3, time(7), time(8), since=start, until=start + timedelta(weeks=4, days=-3)),
            ),
            review_on=start + timedelta(weeks=2, days=3),
        ),
        words=PlanWords(),
        consent_on=on,
    )
