"""Packer at a bakery, three weeks after endoscopic carpal tunnel release: a case that waits. Invented."""

from datetime import date

from job_profiles.kinds import DemandKind
from rtw.demonstration.cases.case import DemoCase, before, filaments, grip, kgf, motions, safe, tolerated
from rtw.domain.assessment.assessment import Assessment
from rtw.domain.assessment.findings import HandFindings, Swelling
from rtw.domain.assessment.operation import (
    Approach,
    Nerve,
    Operation,
    PatientFacts,
    Procedure,
    Sex,
    SlowsHealing,
)
from rtw.domain.capacity import Wound
from rtw.domain.hands import Side
from rtw.services.cases import PatientDetails


def packer(today: date) -> DemoCase:
    """Return the packer's case as it stands `today`: a sheet with mistakes, and a visit half entered."""
    operated_on = before(today, weeks=3, days=1)
    born = date(today.year - 58, 11, 8)
    return DemoCase(
        patient=PatientDetails("Beatriz", "Fontes", born_on=born, dominant_side=Side.RIGHT),
        facts=PatientFacts(Side.RIGHT, Sex.FEMALE, born, (SlowsHealing.DIABETES,)),
        employer="Mill Lane Bakery",
        job_title="Packer",
        workbook="with_mistakes.xlsx",
        opened_on=before(today, weeks=1),
        physician="Dr. Ines Albrecht",
        operations=(
            Operation(
                Side.LEFT,
                Procedure.ENDOSCOPIC_CARPAL_TUNNEL_RELEASE,
                operated_on,
                Nerve.MEDIAN,
                Approach.ENDOSCOPIC_ONE_PORTAL,
            ),
        ),
        visits=(_begun(before(today, days=1)),),
    )


def _begun(on: date) -> Assessment:
    """Return the visit as far as it was entered before the next patient came."""
    left = HandFindings(
        Side.LEFT,
        motion=motions(wrist_flexion=52, wrist_extension=50),
        sensation=filaments(thumb=3.61, index=3.61, little=2.83),
        swelling=Swelling.MILD,
        wound=Wound.CLOSED,
        scar_tenderness=4,
    )
    right = HandFindings(
        Side.RIGHT,
        grip=grip(24, 25, 24.5),
        tip_pinch=kgf(4.4, 4.6, 4.5),
        motion=motions(wrist_flexion=72, wrist_extension=64),
        sensation=filaments(thumb=2.83, index=2.83, little=2.83),
        wound=Wound.NONE,
    )
    return Assessment(
        on=on,
        assessor="",
        hands=(left, right),
        pain_rest=1,
        pain_work=4,
        tolerances=(tolerated(DemandKind.FINE_MANIPULATION, Side.LEFT, 30, 10),),
        safe_loads=(safe(DemandKind.LIFTING, 3),),
    )
