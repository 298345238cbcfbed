"""Every shared workbook reads as its answer says."""

import json
import os
from pathlib import Path

import pytest
from answer_law import profile_differences, unmet

from job_profiles.problem import Severity
from job_profiles.profile_json import problem_to_json, profile_to_json
from job_profiles.read import Reading, read_workbook

SHARED = Path(os.environ.get("RTW_SHARED") or Path(__file__).parents[3] / "shared") / "spreadsheets" / "pda"
ANSWERS = sorted(SHARED.glob("*.answer.json"))

ASKED = {
    "a01": {"task-hours-unknown"},
    "a02": {"hand-unknown", "vibration-time-unknown", "efforts-unknown"},
    "a03": {"shared-or-each", "breaks-in-shift", "no-tasks"},
    "a04": {"which-kind", "shared-or-each", "weight-band", "hand-unknown", "no-mark-meant"},
    "a05": {"shared-or-each", "hours-uncovered"},
    "a06": {"shared-or-each"},
    "a07": {"shared-or-each"},
    "a08": {"essential-unknown", "shared-or-each", "hours-uncovered"},
    "a09": {"frequency-scheme", "zero-or-letter", "which-kind", "hand-unknown"},
    "bad01": {"what-was-meant"},
    "bad02": {"task-name-missing-question", "same-task-twice-question"},
    "bad03": {"no-heading-question", "shift-unknown"},
}


def test_the_shared_workbooks_are_there() -> None:
    if not ANSWERS and not os.environ.get("CI"):
        pytest.skip("no shared workbooks: set RTW_SHARED")
    assert len(ANSWERS) >= 15


def reading_of(answer: Path) -> Reading:
    workbook = SHARED / json.loads(answer.read_text())["file"]
    return read_workbook(workbook.read_bytes(), workbook.name)


def exit_code(reading: Reading) -> int:
    if not reading.readable:
        return 2
    return int(any(p.severity is Severity.ERROR for p in reading.problems))


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda p: p.name.split(".")[0])
def test_reads_as_the_answer_says(answer: Path) -> None:
    said = json.loads(answer.read_text())
    reading = reading_of(answer)
    problems = [problem_to_json(p) for p in reading.problems]
    found = [wrong for p in said["problems"] if (wrong := unmet(p, problems))]
    if said["compare_profiles"]:
        profiles = [profile_to_json(p) for p in reading.profiles]
        assert len(profiles) == len(said["profiles"])
        for expected, got in zip(said["profiles"], profiles, strict=True):
            found += profile_differences(expected, got, said["tolerance"])
    assert not found, "\n".join(found)
    assert exit_code(reading) in said["exit_accept"], [p for p in problems if p["severity"] == "error"]


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda p: p.name.split(".")[0])
def test_asks_what_only_a_person_can_answer(answer: Path) -> None:
    asked = {p.code for p in reading_of(answer).problems if p.severity is Severity.QUESTION}
    wanted = ASKED.get(answer.name.split("_")[0], set())
    assert wanted <= asked, wanted - asked


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda p: p.name.split(".")[0])
def test_every_demand_has_its_cell_and_nothing_is_zero_for_missing(answer: Path) -> None:
    for profile in reading_of(answer).profiles:
        for demand in (d for t in profile.tasks for d in t.demands):
            assert demand.sheet
            assert demand.cell
            assert demand.as_written is not None
            assert demand.force_n != 0
            assert demand.load_kg != 0


def test_layout_is_of_headings_not_of_values() -> None:
    if not ANSWERS:
        pytest.skip("no shared workbooks: set RTW_SHARED")
    layouts = [r.layout for r in map(reading_of, ANSWERS) if r.profiles]
    assert len(set(layouts)) == len(layouts)
