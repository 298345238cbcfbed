"""A question that is answered goes away, and the reading changes as answered."""

from typing import Any

import pytest

from job_profiles.answers import Answers, answers_from_json, answers_to_json
from job_profiles.grid.cells import CellValue, Sheet
from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile_json import PROFILE_SCHEMA, profile_from_json, profile_to_json
from job_profiles.read import Reading, read_sheets


def sheet(*rows: tuple[CellValue, ...]) -> Sheet:
    width = max(len(r) for r in rows)
    return Sheet("Job", tuple((*r, *[None] * (width - len(r))) for r in rows))


LETTERS = sheet(
    ("Job title", "Packer"),
    ("Shift", "8 h"),
    (None,),
    ("Task", "Demand", "Hand", "Amount", "Unit", "How often"),
    ("Fill", "Power grip", "R", 30, "N", "O"),
    ("Fill", "Gross handling", "L", 5, "kg", "F"),
    ("Tape", "Pinching", "Both", 20, None, "C"),
)


def codes(reading: Reading) -> set[str]:
    return {p.code for p in reading.problems}


def demand(reading: Reading, kind: DemandKind) -> Any:
    return next(d for t in reading.profiles[0].tasks for d in t.demands if d.kind is kind)


def test_without_a_legend_hours_stay_unknown_and_the_scheme_is_asked() -> None:
    reading = read_sheets([LETTERS])
    question = next(p for p in reading.problems if p.code == "frequency-scheme")
    assert question.asks == "frequency_scale"
    assert {"us_dot", "us_ors", "county", "state_insurer"} <= {c.value for c in question.choices}
    assert demand(reading, DemandKind.POWER_GRIP).hours_range is None
    assert demand(reading, DemandKind.POWER_GRIP).frequency_band == "O"


@pytest.mark.parametrize(
    ("scheme", "hours"), [("us_ors", (0.16, 2.64)), ("state_insurer", (0, 3)), ("county", (0.48, 1.6))]
)
def test_the_chosen_scheme_gives_the_hours(scheme: str, hours: tuple[float, float]) -> None:
    reading = read_sheets([LETTERS], Answers(frequency_scale=scheme))
    assert "frequency-scheme" not in codes(reading)
    assert demand(reading, DemandKind.POWER_GRIP).hours_range == pytest.approx(hours)


def test_kilograms_of_handling_are_asked_and_settled() -> None:
    open_reading = read_sheets([LETTERS])
    question = next(p for p in open_reading.problems if p.code == "force-or-weight")
    assert question.asks == "units/kg gross_handling"
    assert demand(open_reading, DemandKind.GROSS_HANDLING).force_n is None
    settled = read_sheets([LETTERS], Answers(units=(("kg gross_handling", "kgf"),)))
    assert "force-or-weight" not in codes(settled)
    assert demand(settled, DemandKind.GROSS_HANDLING).force_n == pytest.approx(49.03325)


def test_which_pinch_and_each_hand_are_settled() -> None:
    reading = read_sheets(
        [LETTERS], Answers(kinds=(("pinching", "tip_pinch"),), hands=(("tip_pinch", "both"),))
    )
    assert not {"which-kind", "shared-or-each"} & codes(reading)
    assert demand(reading, DemandKind.TIP_PINCH).hand is Hand.BOTH


def test_an_unknown_column_is_asked_and_settled() -> None:
    odd = sheet(
        ("Task", "Demand", "Hand", "Zorg", "Per min"),
        ("Fill", "Power grip", "R", 30, 4),
        ("Tape", "Power grip", "L", 20, 2),
    )
    asked = read_sheets([odd])
    question = next(p for p in asked.problems if p.code == "unknown-heading-question")
    assert question.asks == "columns/Job!D"
    settled = read_sheets([odd], Answers(columns=(("Job!D", "Force (N)"),)))
    assert "unknown-heading" not in codes(settled)
    assert demand(settled, DemandKind.POWER_GRIP).force_n == 30
    assert settled.layout == asked.layout


def test_answers_survive_json() -> None:
    answers = Answers("us_dot", columns=(("Job!F", "force"),), zero="O", shift_hours=7.5, settled=("x",))
    assert answers_from_json(answers_to_json(answers)) == answers


@pytest.mark.parametrize("wrong", [[], {"colums": {}}, {"units": {"a": 1}}, {"shift_hours": "8"}])
def test_wrong_answers_are_refused(wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"must|unknown"):
        answers_from_json(wrong)


def test_a_profile_survives_json() -> None:
    profile = read_sheets([LETTERS], Answers(frequency_scale="us_dot")).profiles[0]
    document = profile_to_json(profile)
    back, problems = profile_from_json(document)
    assert back == profile
    assert problems == ()
    assert set(document) <= set(PROFILE_SCHEMA["properties"])


def test_a_wrong_profile_is_told_by_path() -> None:
    _, problems = profile_from_json(
        {"title": "X", "tasks": [{"name": "A", "demands": [{"kind": "juggling"}]}]}
    )
    assert [p.cell for p in problems] == ["/tasks/0/demands/0/kind"]


@pytest.mark.parametrize(
    ("name", "tasks"),
    [
        ("Fill", [("Fill", 2, ["E2", "E4", "E5"]), ("Tape", 1, ["E3"])]),
        ("Refill", [("Fill", 2, ["E2"]), ("Tape", 1, ["E3"]), ("Refill", 3, ["E4", "E5"])]),
    ],
)
def test_a_task_that_stands_twice_is_settled_for_all_its_rows(name: str, tasks: list[Any]) -> None:
    twice = sheet(
        ("Task", "Task hours", "Demand", "Hand", "Force (N)"),
        ("Fill", 2, "Power grip", "R", 40),
        ("Tape", 1, "Key pinch", "L", 10),
        ("Fill", 3, "Power grip", "R", 60),
        ("Fill", 3, "Key pinch", "R", 6),
    )
    assert {"same-task-twice", "same-task-twice-question"} <= codes(read_sheets([twice]))
    reading = read_sheets([twice], Answers(task_names=(("Job!A4", name),)))
    assert not {"same-task-twice", "same-task-twice-question"} & codes(reading)
    found = [(t.name, t.hours_per_day, [d.cell for d in t.demands]) for t in reading.profiles[0].tasks]
    assert found == tasks
