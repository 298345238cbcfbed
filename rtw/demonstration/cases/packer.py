"""Packer at a bakery, three weeks after endoscopic carpal tunnel release: a case that waits. Invented."""

from datetime import date
from typing import Final

from rtw.demonstration.cases.case import DemoCase, before
from rtw.demonstration.cases.chart import visits_of
from rtw.domain.assessment.operation import (
    Approach,
    Nerve,
    Operation,
    PatientFacts,
    Procedure,
    Sex,
    SlowsHealing,
)
from rtw.domain.hands import Side

CHART: Final = """
left hand
  wrist flexion               | 52
  wrist extension             | 50
  filaments                   | 3.61 3.61 3.22 3.22 2.83
  swelling                    | mild
  wound                       | closed
  scar tenderness             | 4
right hand
  grip                        | 24 25 24.5
  tip pinch                   | 4.4 4.6 4.5
  wrist flexion               | 72
  wrist extension             | 64
  filaments                   | 2.83 2.83 2.83 2.83 2.83
  wound                       | none
patient
  pain at rest                | 1
  pain at work                | 4
  tolerates fine manipulation | 10 of 30
  handles lifting             | 3
"""
"""The visit as far as it was entered before the next patient came."""


def packer(today: date) -> DemoCase:
    """Return the packer's case as it stands `today`: a sheet with mistakes, and a visit half entered."""
    operated_on = before(today, weeks=3, days=1)
    born = date(today.year - 58, 11, 8)
    return DemoCase(
        name=("Beatriz", "Fontes"),
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
        visits=visits_of(CHART, (before(today, days=1),), Side.LEFT),
    )
