"""Which quantities can limit which kinds of demand."""

import pytest

from job_profiles.kinds import DemandKind as K
from job_profiles.profile import Demand, JobProfile, Task
from rtw.domain.capacity import Quantity
from rtw.domain.hands import Side
from rtw.domain.limited_kinds import can_limit
from rtw.domain.matching.asked import asked_of
from rtw.domain.matching.needed import SETTLED_BY, needed
from rtw.knowledge.for_domain import match_coefficients
from rtw.knowledge.load import knowledge

RULES = match_coefficients(knowledge())


@pytest.mark.parametrize("kind", K)
def test_times_permission_and_what_a_kind_is_measured_in_always_fit(kind: K) -> None:
    job = JobProfile("Job", tasks=(Task("Task", demands=(Demand(kind),)),))
    own = needed(asked_of(job, job.tasks[0], 0, Side.RIGHT), RULES)
    assert own
    for quantity in (Quantity.HOURS_PER_DAY, Quantity.BOUT_H, Quantity.PERMITTED, *own):
        assert can_limit(quantity, kind)
    assert all(any(can_limit(other, kind) for other in SETTLED_BY[quantity]) for quantity in own)


@pytest.mark.parametrize(
    ("quantity", "kind"),
    [
        (Quantity.AHV_M_S2, K.LIFTING),
        (Quantity.A8_M_S2, K.WRIST_FLEXION),
        (Quantity.FORCE_N, K.CARRYING),
        (Quantity.LOAD_KG, K.KEYBOARDING),
        (Quantity.ANGLE_DEG, K.COLD),
        (Quantity.TORQUE_N_M, K.MOUSING),
        (Quantity.EFFORTS_PER_MINUTE, K.HAND_ARM_VIBRATION),
    ],
)
def test_what_can_mean_nothing_does_not_fit(quantity: Quantity, kind: K) -> None:
    assert not can_limit(quantity, kind)
