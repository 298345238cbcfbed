"""A visit as a therapist fills it in, for the tests of assessments."""

from datetime import date

from job_profiles.kinds import DemandKind
from rtw.domain.assessment.assessment import Assessment, PerceivedDifficulty, SafeLoad, StatedLimit, Tolerance
from rtw.domain.assessment.findings import (
    GripAtRung,
    HandFindings,
    Motion,
    MotionFinding,
    Zone,
    ZoneSensation,
)
from rtw.domain.capacity import Quantity, Sensation, Wound
from rtw.domain.hands import Side
from rtw.domain.measurement import AmountUnit, Trials

VISIT_DAY = date(2026, 3, 2)
KGF = AmountUnit.KILOGRAM_FORCE

RIGHT = HandFindings(
    Side.RIGHT,
    grip=(GripAtRung(Trials((20.0, 21.0, 22.0), KGF), rung=2), GripAtRung(Trials((15.0,), KGF), rung=1)),
    tip_pinch=Trials((4.0, 4.2, 4.4), KGF),
    motion=(
        MotionFinding(Motion.WRIST_EXTENSION, 55.0),
        MotionFinding(Motion.RADIAL_DEVIATION, 18.0),
        MotionFinding(Motion.ULNAR_DEVIATION, 28.0),
        MotionFinding(Motion.PRONATION, 75.0),
    ),
    thumb_abductor_mrc=4,
    sensation=(
        ZoneSensation(Zone.THUMB, monofilament=2.83),
        ZoneSensation(Zone.INDEX, monofilament=3.61),
        ZoneSensation(Zone.LITTLE, grade=Sensation.NORMAL),
    ),
    wound=Wound.CLOSED,
    scar_tenderness=3.0,
)

VISIT = Assessment(
    on=VISIT_DAY,
    assessor="A. Therapist",
    hands=(RIGHT, HandFindings(Side.LEFT, unaffected=True)),
    night_waking_per_week=1.0,
    pain_rest=0.0,
    pain_work=3.0,
    tolerances=(Tolerance(DemandKind.KEYBOARDING, None, bout_min=30.0, day_min=120.0),),
    safe_loads=(
        SafeLoad(DemandKind.LIFTING, 10.0, AmountUnit.POUND, None),
        SafeLoad(DemandKind.PUSHING, 5.0, KGF, Side.RIGHT),
    ),
    therapist_limits=(StatedLimit(DemandKind.CLIMBING, Quantity.PERMITTED, 0.0, reason="balance"),),
    surgeon_restrictions=(
        StatedLimit(
            DemandKind.LIFTING, Quantity.LOAD_KG, 2.0, Side.RIGHT, since=VISIT_DAY, until=date(2026, 3, 30)
        ),
    ),
    difficulties=(PerceivedDifficulty(DemandKind.KEYBOARDING, 6.0),),
    notes="private",
)
