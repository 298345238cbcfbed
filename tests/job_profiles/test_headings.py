"""What a heading says when kind, role, unit and hand stand in it together."""

import pytest

from job_profiles.headings import heading_of
from job_profiles.kinds import DemandKind, Hand


@pytest.mark.parametrize(
    ("text", "kind", "unit"),
    [
        ("Grips per minute", DemandKind.POWER_GRIP, "/min"),
        ("Lifts / hr", DemandKind.LIFTING, "/h"),
        ("Lifts per hour", DemandKind.LIFTING, "/h"),
        ("Lifts per day", DemandKind.LIFTING, "per shift"),
        ("Key pinches/hour", DemandKind.KEY_PINCH, "/h"),
        ("Driving h per day", DemandKind.DRIVING, "h"),
        ("Keyboarding hours per day", DemandKind.KEYBOARDING, "h"),
        ("Typing minutes a day", DemandKind.KEYBOARDING, "min"),
        ("Mouse hrs/day", DemandKind.MOUSING, "h"),
        ("Grip hours daily", DemandKind.POWER_GRIP, "h"),
        ("Keyboarding % of shift", DemandKind.KEYBOARDING, "%"),
        ("Grip force in N", DemandKind.POWER_GRIP, "N"),
    ],
)
def test_kind_and_unit(text, kind, unit):
    heading = heading_of(text)
    assert (heading.kinds, heading.unit.symbol) == ((kind,), unit)
    assert heading.role not in {"ignored", "band_code"}


@pytest.mark.parametrize("text", ["Grips per minute RT", "Lifts / hr (R)", "Right key pinches per cycle"])
def test_the_hand_beside_them(text):
    assert heading_of(text).hand is Hand.RIGHT


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ess.", "essential"), ("Must do?", "essential"), ("Client work", "task"),
        ("How heavy / how strong", "amount"), ("Durée du service (h)", "shift_hours"),
        ("Seconds each time", "seconds_per_effort"), ("Time (h/day)", "hours"),
    ],
)  # fmt: skip
def test_the_role(text, role):
    assert heading_of(text).role == role
