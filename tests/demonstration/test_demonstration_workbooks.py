"""The demonstration workbooks are what their script makes, and read as their employers meant them."""

from pathlib import Path

import pytest

from job_profiles.kinds import DemandKind, Hand
from job_profiles.problem import Severity
from job_profiles.profile import Demand, JobProfile
from job_profiles.read import Reading, read_workbook
from rtw.demonstration.make_workbooks import MAKERS, WORKBOOKS, make_workbooks

GOOD = ("data_entry_clerk.xlsx", "pump_assembler.xlsx", "dental_hygienist.xlsx")


def read(name: str) -> Reading:
    return read_workbook((WORKBOOKS / name).read_bytes(), name)


def only_job(name: str) -> JobProfile:
    (job,) = read(name).profiles
    return job


def demands(job: JobProfile, task: str, kind: DemandKind) -> tuple[Demand, ...]:
    return tuple(d for t in job.tasks if t.name == task for d in t.demands if d.kind is kind)


@pytest.mark.parametrize("name", MAKERS)
def test_the_committed_file_is_what_the_script_makes(name: str, tmp_path: Path) -> None:
    make_workbooks(tmp_path)
    assert (tmp_path / name).read_bytes() == (WORKBOOKS / name).read_bytes()


@pytest.mark.parametrize("name", GOOD)
def test_a_good_workbook_reads_without_errors_and_with_few_questions(name: str) -> None:
    reading = read(name)
    assert [p for p in reading.problems if p.severity is Severity.ERROR] == []
    assert len([p for p in reading.problems if p.severity is Severity.QUESTION]) <= 2


@pytest.mark.parametrize(
    ("name", "title", "shift", "days", "hours"),
    [
        ("data_entry_clerk.xlsx", "Data-entry clerk, claims intake", 7.5, 5, 7.5),
        ("pump_assembler.xlsx", "Pump assembler, line 3", 8, 5, 8),
        ("dental_hygienist.xlsx", "Dental hygienist", 7.5, 4, 7.5),
    ],
)
def test_job_shift_and_tasks_are_read(name: str, title: str, shift: float, days: float, hours: float) -> None:
    job = only_job(name)
    assert job.title == title
    assert (job.shift.hours_per_day, job.shift.days_per_week) == (shift, days)
    assert sum(t.hours_per_day or 0 for t in job.tasks) == pytest.approx(hours)
    assert all(t.essential is not None and t.demands for t in job.tasks)
    assert 4 <= len(job.tasks) <= 7


def test_the_clerk_types_for_a_third_to_two_thirds_of_the_shift() -> None:
    key_in = (only_job("data_entry_clerk.xlsx"), "Key in claim forms")
    (typing,), (wrist,) = (
        demands(*key_in, DemandKind.KEYBOARDING),
        demands(*key_in, DemandKind.WRIST_EXTENSION),
    )
    assert typing.hours_per_day == pytest.approx(3.5)
    assert wrist.frequency_band == "F"
    assert wrist.hours_range is not None
    assert wrist.hours_range[0] == pytest.approx(2.5, abs=0.03)
    assert typing.hand in {Hand.EACH, Hand.BOTH}


def test_the_number_typed_as_text_is_read_and_noted() -> None:
    reading = read("data_entry_clerk.xlsx")
    (pinch,) = demands(reading.profiles[0], "Open and sort post", DemandKind.KEY_PINCH)
    assert (pinch.force_n, pinch.cell) == (14, "F19")
    assert "F19" in {p.cell for p in reading.problems if p.severity is Severity.NOTE}


def test_the_assembler_grips_with_both_hands_at_the_pace_of_the_line() -> None:
    grips = demands(only_job("pump_assembler.xlsx"), "Run down flange bolts", DemandKind.POWER_GRIP)
    assert {(g.hand, g.force_n, g.efforts_per_minute) for g in grips} == {
        (Hand.RIGHT, 95, 6),
        (Hand.LEFT, 40, 2),
    }


def test_the_nutrunner_vibrates() -> None:
    (shaking,) = demands(
        only_job("pump_assembler.xlsx"), "Run down flange bolts", DemandKind.HAND_ARM_VIBRATION
    )
    assert (shaking.ahv_m_s2, shaking.tool) == (3.4, "Angle nutrunner")


def test_the_hygienist_pinches_the_curette() -> None:
    right, left = sorted(
        demands(only_job("dental_hygienist.xlsx"), "Hand scaling", DemandKind.TIP_PINCH),
        key=lambda d: -(d.force_n or 0),
    )
    assert (right.hand, right.force_n, right.efforts_per_minute, right.seconds_per_effort) == (
        Hand.RIGHT,
        14,
        20,
        1.5,
    )
    assert (left.hand, left.force_n) == (Hand.LEFT, 4)


def test_the_five_mistakes_are_found_in_their_cells() -> None:
    errors = {p.cell for p in read("with_mistakes.xlsx").problems if p.severity is Severity.ERROR}
    assert {"F11", "C13", "G14", "H15", "F16"} <= errors
