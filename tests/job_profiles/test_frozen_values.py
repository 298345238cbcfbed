"""A maker makes just what its frozen class makes."""

from dataclasses import FrozenInstanceError, dataclass, field

import pytest

from job_profiles.frozen import maker
from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand, JobProfile


@pytest.mark.parametrize(
    ("cls", "values", "named"),
    [
        (Demand, (DemandKind.LIFTING, Hand.LEFT), {"load_kg": 4.5, "hours_range": (0.5, 1.0), "cell": "D7"}),
        (JobProfile, ("Packer",), {}),
    ],
)
def test_the_value_is_the_same(cls, values, named):
    made, usual = maker(cls)(*values, **named), cls(*values, **named)
    assert type(made) is cls
    assert made == usual
    assert hash(made) == hash(usual)
    assert repr(made) == repr(usual)


def test_it_cannot_be_changed():
    made = maker(Demand)(DemandKind.LIFTING)
    with pytest.raises(FrozenInstanceError):
        made.load_kg = 3.0


def test_what_the_class_refuses_is_refused():
    with pytest.raises(TypeError):
        maker(Demand)()
    with pytest.raises(TypeError):
        maker(Demand)(DemandKind.LIFTING, weight=3.0)


def test_a_class_that_looks_at_its_fields_has_no_maker():
    @dataclass(frozen=True, slots=True)
    class Checked:
        names: list[str] = field(default_factory=list)

        def __post_init__(self) -> None:
            raise AssertionError

    with pytest.raises(TypeError, match="Checked"):
        maker(Checked)
