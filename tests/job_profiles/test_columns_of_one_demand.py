"""Columns that speak of the same demand end in it: its rate, its seconds, its hand, its running tool."""

import pytest

from job_profiles.grid.cells import Sheet
from job_profiles.headings import heading_of
from job_profiles.kinds import DemandKind, Hand
from job_profiles.problem import Severity
from job_profiles.read import read_sheets


def reading_of(*rows):
    width = max(len(r) for r in rows)
    return read_sheets([Sheet("Job", tuple((*r, *[None] * (width - len(r))) for r in rows))])


def demands(reading):
    return [d for p in reading.profiles for t in p.tasks for d in t.demands]


@pytest.mark.parametrize(
    "heading",
    ["Grip, seconds held right", "Grip held (s) right", "Duration of each grip (s) RT", "Seconds per grip R"],
)
def test_seconds_of_a_grip_belong_to_the_grip(heading):
    reading = reading_of(
        ("Task", "Hours per day", "Grip (N) right", "Grips per cycle right", "Cycle time (s)", heading),
        ("Fill", 2, 50, 4, 60, 3),
    )
    (grip,) = demands(reading)
    assert (grip.kind, grip.hand, grip.force_n) == (DemandKind.POWER_GRIP, Hand.RIGHT, 50)
    assert (grip.efforts_per_minute, grip.seconds_per_effort) == (4, 3)


def test_a_count_per_cycle_of_one_hand_is_a_rate():
    heading = heading_of("Key pinches per cycle RT")
    assert (heading.kinds, heading.hand, heading.unit.symbol) == (
        (DemandKind.KEY_PINCH,), Hand.RIGHT, "per cycle",
    )  # fmt: skip


def test_the_time_under_a_tool_is_the_running_time_of_its_vibration():
    reading = reading_of(
        ("Task", "Hours per day", "Tool, right hand", None, None),
        (None, None, "Tool name", "Vibration (m/s²)", "Trigger time (min/day)"),
        ("Bolt", 2, "Nutrunner", 3.5, 30),
    )
    vibration = next(d for d in demands(reading) if d.kind is DemandKind.HAND_ARM_VIBRATION)
    assert (vibration.hand, vibration.ahv_m_s2, vibration.hours_per_day) == (Hand.RIGHT, 3.5, 0.5)


def test_forces_of_two_hands_beside_one_label_are_two_demands():
    reading = reading_of(
        ("Task", "Physical demand", "Right (N)", "Left (N)", "Times per minute"),
        ("Fill", "Power grip", 40, 25, 6),
        ("Fill", "Key pinch", None, 12, 2),
    )
    assert [(d.kind.value, d.hand.value, d.force_n, d.efforts_per_minute) for d in demands(reading)] == [
        ("power_grip", "right", 40, 6), ("power_grip", "left", 25, 6), ("key_pinch", "left", 12, 2),
    ]  # fmt: skip


def test_a_share_above_the_whole_is_reported_in_any_column():
    reading = reading_of(
        ("Task", "Hours per day", "Grip (N)", "Lifting (kg)", "Duty cycle (%)"), ("Fill", 2, 40, 3, 130)
    )
    assert [(p.code, p.cell) for p in reading.problems if p.severity is Severity.ERROR] == [
        ("impossible-value", "E2")
    ]
