"""Pump assembler with power tools, ten weeks after cubital tunnel release of the leading hand. Invented."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from job_profiles.kinds import DemandKind
from rtw.demonstration.cases.case import DemoCase, DemoPlan, before, hour_a_week, next_monday
from rtw.demonstration.cases.chart import visits_of
from rtw.demonstration.cases.choices import agreed, in_place, proposed
from rtw.domain.assessment.assessment import Assessment, StatedLimit
from rtw.domain.assessment.operation import Nerve, Operation, PatientFacts, Procedure, Sex, SlowsHealing
from rtw.domain.capacity import Quantity
from rtw.domain.hands import Side
from rtw.domain.schedule.wishes import ScheduleWishes
from rtw.services.plans.acts import PlanSetup

BOLTS: Final = "Run down flange bolts"
HOUSING: Final = "Mount pump housing"
SEALS: Final = "Press in shaft seals"
PACK: Final = "Label and pack"
CHART: Final = f"""
left hand
  unaffected                   | yes
  grip                         | 47 48.5 48
  tip pinch                    | 7.6 7.8 7.7
  key pinch                    | 11.0 11.2 11.1
  palmar pinch                 | 10.9 11.1 11.0
  nine hole peg                | 19.2
  elbow flexion                | 142
  elbow extension              | 0
  wrist flexion                | 76
  wrist extension              | 68
  first interosseous           | 5
  filaments                    | 2.83 2.83 2.83 2.83 2.83 2.83
  wound                        | none
right hand
  grip                         |                               | 35.5 37 36.5
  tip pinch                    |                               | 6.4 6.6 6.5
  key pinch                    |                               | 8.3 8.6 8.4
  palmar pinch                 |                               | 9.4 9.6 9.5
  nine hole peg                | 25.1                          | 21.3
  elbow flexion                | 126                           | 138
  elbow extension              | -8                            | -2
  wrist flexion                | 74                            | 75
  wrist extension              | 66                            | 68
  first interosseous           | 4
  filaments                    | 2.83 2.83 2.83 3.61 3.61 2.83 | 2.83 2.83 2.83 3.22 3.22 2.83
  swelling                     | mild                          | none
  wound                        | closed
  scar tenderness              | 5                             | 2
patient
  nights woken a week          | 1                             | 0
  pain at rest                 | 1                             | 0
  pain at work                 | 5                             | 3
  tolerates elbow flexion      | 5 of 60                       | 240
  tolerates tool use           |                               | 40
  tolerates hand arm vibration |                               | 30
  handles lifting              | 5                             | 12
  handles pushing, right       |                               | 150
  handles pushing, left        |                               | 210
  expects tool use: {BOLTS}    | 8 | 5
  expects power grip: {SEALS}  | 7 | 4
  expects lifting: {PACK}      |   | 3
  quickdash                    | 43334333433                   | 32223222322
  quickdash work               | 5544                          | 3333
"""
"""Five and ten weeks after the operation: motion is nearly full, then strength is tested."""

SAID: Final = (
    "Elbow nearly straight. Little finger tingles when the elbow stays bent.",
    "First strength test without pain. Power tools tried for five minutes at the clinic's bench.",
)


def assembler(today: date) -> DemoCase:
    """Return the assembler's case as it stands `today`."""
    planned_on = before(today, days=3)
    operated_on = before(planned_on, weeks=10)
    born = date(today.year - 39, 9, 2)
    return DemoCase(
        name=("Tomasz", "Wilk"),
        facts=PatientFacts(Side.RIGHT, Sex.MALE, born, (SlowsHealing.SMOKING,)),
        employer="Halvorsen Pump Works",
        job_title="Pump assembler, line 3",
        workbook="pump_assembler.xlsx",
        opened_on=before(planned_on, weeks=7),
        physician="Dr. Samuel Okoro",
        operations=(Operation(Side.RIGHT, Procedure.CUBITAL_TUNNEL_IN_SITU, operated_on, Nerve.ULNAR),),
        visits=_visits(before(planned_on, weeks=5), planned_on),
        plan=_plan(planned_on),
    )


def _visits(first: date, second: date) -> tuple[Assessment, ...]:
    before_test, tested = visits_of(CHART, (first, second), Side.RIGHT, SAID)
    limited = replace(tested, therapist_limits=(_torque(second),), surgeon_restrictions=(_lifting(second),))
    return before_test, limited


def _torque(on: date) -> StatedLimit:
    reason = "Tried on the test rig."
    return StatedLimit(DemandKind.TOOL_USE, Quantity.TORQUE_N_M, 20, Side.RIGHT, on, reason=reason)


def _lifting(on: date) -> StatedLimit:
    reason = "Lifting stays below 10 kg until twelve weeks and a control visit."
    until = on + timedelta(weeks=4)
    return StatedLimit(DemandKind.LIFTING, Quantity.LOAD_KG, 10, since=on, until=until, reason=reason)


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
                hour_a_week(1, 7, start, start + timedelta(weeks=8, days=-3)),
                hour_a_week(3, 7, start, start + timedelta(weeks=4, days=-3)),
            ),
            review_on=start + timedelta(weeks=2, days=3),
        ),
        consent_on=on,
    )
