"""Data-entry clerk, eight weeks after open carpal tunnel release of the leading hand. Invented."""

from datetime import date, timedelta
from typing import Final

from rtw.demonstration.cases.case import DemoCase, DemoPlan, before, hour_a_week, next_monday
from rtw.demonstration.cases.chart import visits_of
from rtw.demonstration.cases.choices import agreed, in_place
from rtw.domain.accommodation.kinds import Circumstance, Setting
from rtw.domain.assessment.operation import Approach, Nerve, Operation, PatientFacts, Procedure, Sex
from rtw.domain.hands import Side
from rtw.domain.schedule.wishes import ScheduleWishes
from rtw.services.plans.acts import PlanSetup

KEY_IN: Final = "Key in claim forms"
CHECK: Final = "Check and correct records"
NOTES: Final = "Telephone queries with notes"
FILE: Final = "File and fetch folders"
CHART: Final = f"""
left hand
  unaffected                  | yes
  grip                        | 29 30.5 29.5
  tip pinch                   | 4.9 5.1 5.0
  key pinch                   | 6.9 7.1 7.0
  palmar pinch                | 7.0 7.2 6.9
  nine hole peg               | 18.6
  wrist flexion               | 78
  wrist extension             | 70
  radial deviation            | 22
  ulnar deviation             | 36
  filaments                   | 2.83 2.83 2.83 2.83 2.83 2.83
  wound                       | none
right hand
  grip                        |                               | 21.5 22.5 22
  tip pinch                   |                               | 4.3 4.5 4.4
  key pinch                   |                               | 6.0 6.2 6.1
  palmar pinch                |                               | 5.9 6.1 6.0
  nine hole peg               | 23.4                          | 19.7
  wrist flexion               | 48                            | 66
  wrist extension             | 44                            | 62
  radial deviation            | 14                            | 18
  ulnar deviation             | 24                            | 31
  thumb abductor              | 4
  filaments                   | 3.61 3.61 3.22 3.22 2.83 2.83 | 3.22 3.22 2.83 2.83 2.83 2.83
  swelling                    | mild                          | none
  wrist circumference         | 16.8                          | 16.2
  wound                       | closed
  scar tenderness             | 6                             | 3
  pillar tenderness           | 6                             | 4
patient
  nights woken a week         | 2                             | 0
  pain at rest                | 1                             | 0
  pain at work                | 5                             | 3
  tolerates keyboarding       | 15 of 45                      | 30 of 150
  tolerates mousing           | 10 of 30                      | 20 of 75
  tolerates handwriting       | 5 of 20                       | 15 of 45
  tolerates contact stress    |                               | 40
  tolerates fine manipulation |                               | 20 of 60
  tolerates reaching overhead |                               | 5 of 30
  handles lifting             | 3                             | 7
  handles pulling, right      |                               | 70
  handles pulling, left       |                               | 110
  expects keyboarding: {KEY_IN} | 6 | 4
  expects mousing: {CHECK}    | 7 | 5
  expects pulling: {FILE}     |   | 5
  bctq symptom                | 22232322332                   | 21121211221
  bctq function               | 33333243                      | 22222122
  quickdash                   | 43324332233                   | 3221221122–
  quickdash work              | 4443                          | 3232
"""
"""Three and seven weeks after the operation: the wound is closed, then strength is tested."""

SAID: Final = (
    "Scar closed and dry, tender to pressure. Types at home for a quarter of an hour, then rests.",
    "First strength test, no pain afterwards. Pillar still sore when leaning on the desk edge.",
)


def clerk(today: date) -> DemoCase:
    """Return the clerk's case as it stands `today`."""
    planned_on = before(today, days=10)
    operated_on = before(planned_on, weeks=7)
    born = date(today.year - 46, 4, 17)
    return DemoCase(
        name=("Marit", "Solberg"),
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
        visits=visits_of(CHART, (before(planned_on, weeks=4), planned_on), Side.RIGHT, SAID),
        settings=(Setting.OPEN_PLAN,),
        circumstances=(Circumstance.TENDER_SCAR,),
        plan=_plan(planned_on),
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
            treatment_times=(hour_a_week(2, 15, start, start + timedelta(weeks=6, days=-3)),),
            review_on=start + timedelta(weeks=3, days=1),
        ),
        consent_on=on,
    )
