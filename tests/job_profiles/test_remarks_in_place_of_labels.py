"""Where only remarks name demands, what task, tool and amounts name is read first, or asked."""

import pytest

from job_profiles.answers import Answers
from job_profiles.grid.cells import Sheet
from job_profiles.kinds import DemandKind, Hand
from job_profiles.read import read_sheets

HEAD = ("Task", "Share of shift", "Hand", "Right", "Left", "Tool used", "Remarks")
ROWS = (
    HEAD,
    ("Restraining dogs", "30 %", "both", "8 kg", "60 N", "none", "arm bent, animal may pull"),
    ("Clipping", "1 h", "right", "15 N", "-", "Electric clipper", "vibration 4.5 m/s2"),
    ("Drawing up", "45 min", "right", "2 lb pinch", "-", "Syringe 5 ml", None),
    ("Lifting patients on to table", "5 %", "both", "25 kg", "25 kg", "none", "two-person over 20 kg"),
    ("Mopping", "1 h", "both", "4 kg", "4 kg", "Mop", "wet work"),
    ("Booking", "2 h", "both", None, None, "Keyboard, mouse", "elbows on desk"),
    ("Opening bottles", "10 min", "right", "40 Nm", "-", None, "jar grip, twisting"),
    ("Dental scaling", "45 min", "right", "10 N", None, "Scaler", "fine pinch, vibration"),
)


@pytest.fixture(scope="module")
def reading():
    return read_sheets([Sheet("Job", (("Hours:", "8 h/day", *[None] * 5), *ROWS))])


def demands(reading, task):
    return [d for p in reading.profiles for t in p.tasks if t.name == task for d in t.demands]


def test_the_task_names_what_its_amounts_are_of(reading):
    assert [(d.kind, d.hand, d.load_kg) for d in demands(reading, "Lifting patients on to table")] == [
        (DemandKind.PERSON_HANDLING, Hand.RIGHT, 25),
        (DemandKind.PERSON_HANDLING, Hand.LEFT, 25),
    ]
    assert not [p for p in reading.problems if p.code.startswith("unknown-demand")]


def test_the_tool_and_the_amount_name_kinds(reading):
    assert {d.kind for d in demands(reading, "Booking")} == {DemandKind.KEYBOARDING, DemandKind.MOUSING}
    (pinch,) = demands(reading, "Drawing up")
    assert (pinch.kind, pinch.force_n, pinch.cell) == (
        DemandKind.KEY_PINCH,
        pytest.approx(8.896, abs=0.01),
        "D5",
    )
    assert [p.cell for p in reading.problems if p.code == "which-kind"] == ["D5"]


def test_an_amount_that_the_remark_cannot_be_of_is_asked_for_at_its_cell(reading):
    asked = [(p.cell, p.asks) for p in reading.problems if p.code == "demand-missing-question"]
    assert asked == [(cell, f"kinds/Job!{cell}") for cell in ("D3", "D4", "D7", "D10")]
    assert [p for p in reading.problems if p.code in {"force-or-weight", "unit-does-not-fit"}] == []


def test_what_the_remark_names_stays_with_its_own_figure(reading):
    (clip,) = demands(reading, "Clipping")
    assert (clip.kind, clip.ahv_m_s2, clip.force_n) == (DemandKind.HAND_ARM_VIBRATION, 4.5, None)
    assert [d.kind for d in demands(reading, "Opening bottles")] == [DemandKind.POWER_GRIP]
    (mop,) = demands(reading, "Mopping")
    assert (mop.kind, mop.load_kg, mop.force_n) == (DemandKind.WET_OR_SOILED, None, None)


def test_the_answer_makes_the_demand_beside_that_of_the_remark():
    answers = Answers(kinds=(("Job!D4", "power_grip"),))
    answered = read_sheets([Sheet("Job", (("Hours:", "8 h/day", *[None] * 5), *ROWS))], answers)
    assert [(d.kind, d.force_n) for d in demands(answered, "Clipping")] == [
        (DemandKind.POWER_GRIP, 15),
        (DemandKind.HAND_ARM_VIBRATION, None),
    ]
