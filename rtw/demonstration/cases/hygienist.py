"""Dental hygienist with carpal tunnel syndrome, treated with a night splint and exercises. Invented."""

from datetime import date, timedelta
from typing import Final

from rtw.demonstration.cases.case import DemoCase, DemoPlan, before, hour_a_week, next_monday
from rtw.demonstration.cases.chart import visits_of
from rtw.demonstration.cases.choices import agreed, in_place
from rtw.domain.accommodation.kinds import Setting
from rtw.domain.assessment.operation import Nerve, Operation, PatientFacts, Procedure, Sex
from rtw.domain.hands import Side
from rtw.domain.schedule.settings import EmployerOffer
from rtw.domain.schedule.wishes import ScheduleWishes
from rtw.services.plans.acts import PlanSetup

SCALING: Final = "Hand scaling"
ULTRASONIC: Final = "Ultrasonic scaling"
POLISHING: Final = "Polishing and fluoride"
WORKDAYS: Final = (0, 1, 3, 4)
"""The practice is closed on Wednesdays."""

CHART: Final = f"""
left hand
  unaffected                   | yes
  grip                         | 30.5 31.5 31
  grip at rungs 1 3 4 5        | 22.5 30 26.5 21
  tip pinch                    | 5.2 5.4 5.3
  key pinch                    | 7.2 7.4 7.3
  palmar pinch                 | 7.5 7.7 7.6
  nine hole peg                | 17.2
  elbow flexion                | 144
  wrist flexion                | 80
  wrist extension              | 72
  pronation                    | 82
  supination                   | 86
  ulnar deviation              | 36
  filaments                    | 2.83 2.83 2.83 2.83 2.83 2.83
  wound                        | none
right hand
  grip                         | 24.5 25.5 24                  | 28.5 29.5 29
  grip at rungs 1 3 4 5        | 17.5 24 20.5 16               | 20.5 27.5 24 19
  tip pinch                    | 3.9 4.1 4.0                   | 4.8 5.0 4.9
  key pinch                    | 6.2 6.3 6.1                   | 6.9 7.0 6.8
  palmar pinch                 | 5.6 5.9 5.7                   | 6.9 7.1 7.0
  nine hole peg                | 20.9                          | 18.1
  wrist flexion                | 70                            | 77
  wrist extension              | 66                            | 70
  pronation                    | 80                            | 82
  supination                   | 84                            | 86
  ulnar deviation              | 32                            | 35
  elbow flexion                |                               | 144
  radial deviation             |                               | 21
  thumb abductor               | 4                             | 5
  filaments                    | 3.61 3.61 3.61 3.22 2.83 2.83 | 2.83 3.22 3.22 2.83 2.83 2.83
  swelling                     | none
  wound                        | none
patient
  nights woken a week          | 5                             | 1
  pain at rest                 | 2                             | 0
  pain at work                 | 6                             | 3
  tolerates fine manipulation  | 10 of 40                      | 75
  tolerates keyboarding        | 15 of 40                      | 90
  tolerates mousing            | 10 of 30                      | 60
  tolerates hand arm vibration |                               | 60
  tolerates wrist flexion      |                               | 75
  tolerates wrist deviation    |                               | 75
  tolerates reaching forward   |                               | 120
  tolerates wet or soiled      |                               | 120
  handles lifting              |                               | 8
  expects tip pinch: {SCALING} | 8 | 5
  expects hand arm vibration: {ULTRASONIC} | | 3
  bctq symptom                 | 43333343443                   | 21221222221
  bctq function                | 23333343                      | 12222122
  quickdash                    | 33223433344                   | 22112322222
  quickdash work               | 4555                          | 3333
"""
"""Two and eight weeks after the splint was fitted: off work, then short stretches on the model."""

SAID: Final = (
    "Numb on waking and after ten minutes of instrument work. Splint worn every night.",
    "Sleeps through most nights. An hour on the practice model without numbness.",
)


def hygienist(today: date) -> DemoCase:
    """Return the hygienist's case as it stands `today`."""
    planned_on = before(today, weeks=3)
    began_on = before(planned_on, weeks=8)
    born = date(today.year - 36, 1, 25)
    return DemoCase(
        name=("Amara", "Nwosu"),
        facts=PatientFacts(Side.RIGHT, Sex.FEMALE, born),
        employer="Willowbank Dental Practice",
        job_title="Dental hygienist",
        workbook="dental_hygienist.xlsx",
        opened_on=before(planned_on, weeks=7),
        physician="Dr. Helen Marsh",
        operations=(Operation(Side.RIGHT, Procedure.CONSERVATIVE, began_on, Nerve.MEDIAN),),
        visits=visits_of(CHART, (before(planned_on, weeks=6), planned_on), Side.RIGHT, SAID),
        settings=(Setting.STERILE, Setting.GLOVES_REQUIRED),
        plan=_plan(planned_on, review_on=before(today, days=1)),
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
            treatment_times=(hour_a_week(0, 8, start, start + timedelta(weeks=6, days=-1)),),
            review_on=review_on,
        ),
        consent_on=on,
    )
