from dataclasses import replace
from datetime import date

import pytest
from small_briefs import BREAKS, MONDAY

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand, JobProfile, Task
from rtw.domain.capacity import Basis, Quantity
from rtw.domain.hands import Side
from rtw.domain.plan import Restriction
from rtw.domain.schedule.check_restrictions import check_restrictions
from rtw.domain.schedule.values import Bout, Day, Schedule, TaskHours, Week
from rtw.domain.schedule.violation import Breach

KEYS = Demand(DemandKind.KEYBOARDING, Hand.RIGHT, hours_per_day=3.0)
LIFT = Demand(DemandKind.LIFTING, Hand.BOTH, load_kg=8.0)
SAW = Demand(DemandKind.TOOL_USE, Hand.RIGHT, ahv_m_s2=4.0, hours_per_day=2.0)
JOB = JobProfile(
    "Clerk and storeman",
    tasks=(
        Task("Typing", True, 6.0, demands=(KEYS,)),
        Task("Storing", True, 2.0, demands=(LIFT, SAW)),
    ),
)
DAY = Day(0, (TaskHours("Typing", 8), TaskHours("Storing", 4)))
SCHEDULE = Schedule((Week(1, MONDAY, (DAY,)),), None, (Bout("Typing", 30),), BREAKS)


def restriction(kind: DemandKind, quantity: Quantity, value: float, **more: object) -> Restriction:
    plain = Restriction(
        kind, Side.RIGHT, quantity, value, MONDAY, None, date(2026, 4, 1), Basis.SURGEON, "surgeon"
    )
    return replace(plain, **more)


CASES = [
    # 4 h of typing of which half is keyboard work: 2 h
    (DemandKind.KEYBOARDING, Quantity.HOURS_PER_DAY, 2.0, 1.9),
    (DemandKind.KEYBOARDING, Quantity.BOUT_H, 0.5, 0.4),
    # 9.9 kg leaves as 7 kg, and 8 kg are lifted
    (DemandKind.LIFTING, Quantity.LOAD_KG, 10.0, 9.9),
    (DemandKind.LIFTING, Quantity.PERMITTED, 1.0, 0.0),
    # 4 m/s² for 2 h: 2 m/s² A(8)
    (DemandKind.HAND_ARM_VIBRATION, Quantity.A8_M_S2, 2.0, 1.9),
]


@pytest.mark.parametrize(("kind", "quantity", "kept", "broken"), CASES)
def test_at_the_restriction_is_kept_beyond_it_is_found(
    kind: DemandKind, quantity: Quantity, kept: float, broken: float
):
    assert check_restrictions(SCHEDULE, JOB, (restriction(kind, quantity, kept),), Side.RIGHT) == ()
    (found,) = check_restrictions(SCHEDULE, JOB, (restriction(kind, quantity, broken),), Side.RIGHT)
    assert (found.breach, found.on, found.week) == (Breach.RESTRICTION, MONDAY, 1)
    assert "restriction" in found.sentence


def test_an_amount_nobody_stated_is_not_within_a_restriction():
    limit = restriction(DemandKind.LIFTING, Quantity.FORCE_N, 50.0)
    (found,) = check_restrictions(SCHEDULE, JOB, (limit,), Side.RIGHT)
    assert "nobody has stated" in found.sentence


def test_a_restriction_counts_only_within_its_dates_and_on_its_hand():
    ban = restriction(DemandKind.KEYBOARDING, Quantity.PERMITTED, 0.0)
    assert check_restrictions(SCHEDULE, JOB, (ban,), Side.RIGHT)
    assert not check_restrictions(SCHEDULE, JOB, (replace(ban, side=Side.LEFT),), Side.RIGHT)
    assert check_restrictions(SCHEDULE, JOB, (replace(ban, side=None),), Side.RIGHT)
    over = replace(ban, since=date(2026, 2, 1), until=date(2026, 3, 1))
    assert not check_restrictions(SCHEDULE, JOB, (over,), Side.RIGHT)


def test_the_other_hand_may_do_what_either_hand_can():
    either = replace(JOB, tasks=(replace(JOB.tasks[0], demands=(replace(KEYS, hand=Hand.EITHER),)),))
    ban = restriction(DemandKind.KEYBOARDING, Quantity.PERMITTED, 0.0)
    assert not check_restrictions(SCHEDULE, either, (ban,), Side.RIGHT)
    assert check_restrictions(SCHEDULE, either, (replace(ban, side=None),), Side.RIGHT)
