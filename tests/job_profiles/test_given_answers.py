"""Each question can be answered: its answer fills what is open, is marked as given, and ends the question."""

from typing import Any

import pytest

from job_profiles.answers import Answers, answers_from_json, answers_to_json
from job_profiles.grid.cells import CellValue, Sheet
from job_profiles.kinds import DemandKind, Hand, Quality
from job_profiles.problem import AnswerField, Problem
from job_profiles.profile import FrequencyScale, ScaleBasis
from job_profiles.profile_json import problem_to_json, profile_from_json, profile_to_json
from job_profiles.read import Reading, read_sheets


def sheet(*rows: tuple[CellValue, ...], name: str = "Job") -> Sheet:
    width = max(len(r) for r in rows)
    return Sheet(name, tuple((*r, *[None] * (width - len(r))) for r in rows))


OPEN = sheet(
    ("Job title", "Packer"),
    ("Shift", "8 h"),
    (None,),
    ("Task", "Task hours", "Essential", "Demand", "Hand", "Amount", "Unit", "How known"),
    ("Fill", 3, None, "Power grip", "R", 30, "N", "measured"),
    ("Tape", None, None, "Key pinch", None, "heavy", "N", None),
    ("Drill", 2, None, "Hand-arm vibration", "R", 4.5, "m/s²", None),
    ("Stack", 1, None, "Lifting", "Both", "11-25", "lb", None),
)


def question(reading: Reading, code: str) -> Problem:
    return next(p for p in reading.problems if p.code == code)


def codes(reading: Reading) -> set[str]:
    return {p.code for p in reading.problems}


def field(reading: Reading, code: str, start: str) -> AnswerField:
    return next(f for f in question(reading, code).fields if f.asks.startswith(start))


def demand(reading: Reading, kind: DemandKind) -> Any:
    return next(d for p in reading.profiles for t in p.tasks for d in t.demands if d.kind is kind)


def task(reading: Reading, name: str) -> Any:
    return next(t for p in reading.profiles for t in p.tasks if t.name == name)


def answered(area: str, key: str, value: object) -> Answers:
    """Answers as a file gives them, from the key that a question names."""
    asked, _, subject = key.partition("/")
    assert asked == area
    return answers_from_json({area: {subject: value}})


def test_hours_of_a_task_are_asked_by_task_and_are_marked_as_given() -> None:
    key = field(read_sheets([OPEN]), "task-hours-unknown", "task_hours/").asks
    assert key == "task_hours/Packer › Tape"
    reading = read_sheets([OPEN], answered("task_hours", key, 2))
    assert "task-hours-unknown" not in codes(reading)
    assert task(reading, "Tape").hours_per_day == 2
    assert task(reading, "Tape").given == ("hours_per_day",)
    assert task(reading, "Fill").given == ()


def test_an_answer_never_changes_hours_that_the_sheet_states() -> None:
    reading = read_sheets([OPEN], Answers(task_hours=(("Fill", 7.0),)))
    assert task(reading, "Fill").hours_per_day == 3
    assert task(reading, "Fill").given == ()


def test_essential_is_asked_by_task_until_each_is_answered() -> None:
    fields = question(read_sheets([OPEN]), "essential-unknown").fields
    assert [f.label for f in fields] == ["Fill", "Tape", "Drill", "Stack"]
    one = read_sheets([OPEN], answered("task_essential", fields[0].asks, "yes"))
    assert task(one, "Fill").essential is True
    assert task(one, "Fill").given == ("essential",)
    assert [f.label for f in question(one, "essential-unknown").fields] == ["Tape", "Drill", "Stack"]


def test_efforts_and_their_seconds_are_asked_for_each_demand() -> None:
    asked = question(read_sheets([OPEN]), "efforts-unknown")
    keys = [f.asks for f in asked.fields]
    assert "efforts_per_minute/Packer › Fill › power_grip" in keys
    assert "seconds_per_effort/Packer › Fill › power_grip" in keys
    given = Answers(
        efforts_per_minute=(("Packer › Fill › power_grip", 6.0), ("Tape › key_pinch", 4.0)),
        seconds_per_effort=(("Packer › Fill › power_grip", 2.0),),
    )
    reading = read_sheets([OPEN], given)
    grip = demand(reading, DemandKind.POWER_GRIP)
    assert (grip.efforts_per_minute, grip.seconds_per_effort) == (6, 2)
    assert grip.given == ("efforts_per_minute", "seconds_per_effort")
    assert grip.quality is Quality.MEASURED, "the force was measured all the same"
    pinch = demand(reading, DemandKind.KEY_PINCH)
    assert (pinch.efforts_per_minute, pinch.quality) == (4, Quality.STATED)
    assert "efforts-unknown" not in codes(reading)


def test_the_running_time_of_a_tool_is_given() -> None:
    key = field(read_sheets([OPEN]), "vibration-time-unknown", "running_hours/").asks
    reading = read_sheets([OPEN], answered("running_hours", key, 0.5))
    drill = demand(reading, DemandKind.HAND_ARM_VIBRATION)
    assert (drill.hours_per_day, drill.given) == (0.5, ("hours_per_day",))
    assert "vibration-time-unknown" not in codes(reading)


def test_the_heaviest_object_replaces_the_band() -> None:
    key = field(read_sheets([OPEN]), "weight-band", "heaviest_kg/").asks
    reading = read_sheets([OPEN], answered("heaviest_kg", key, 9))
    lift = demand(reading, DemandKind.LIFTING)
    assert (lift.load_kg, lift.load_range_kg, lift.quality) == (9, None, Quality.STATED)
    assert lift.as_written == "11-25"
    assert lift.given == ("load_kg",)
    assert "weight-band" not in codes(reading)


def test_what_was_meant_is_read_in_place_of_the_cell_and_told() -> None:
    key = field(read_sheets([OPEN]), "what-was-meant", "meant/").asks
    assert key == "meant/Job!F6"
    reading = read_sheets([OPEN], answered("meant", key, "12"))
    pinch = demand(reading, DemandKind.KEY_PINCH)
    assert (pinch.force_n, pinch.as_written, pinch.quality) == (12, "heavy", Quality.STATED)
    assert pinch.given == ("force_n",)
    assert "text-in-number" not in codes(reading)
    assert "what-was-meant" not in codes(reading)
    note = question(reading, "read-as-meant")
    assert (note.cell, note.found) == ("F6", "heavy")
    assert read_sheets([OPEN], Answers(meant=(("Job!XX999", "1"), ("Job!?", "1")))).profiles


def test_hours_meant_for_a_task_are_marked_too() -> None:
    wrong = sheet(("Task", "Task hours", "Demand", "Hand"), ("Pack", 30, "Power grip", "R"))
    reading = read_sheets([wrong], Answers(meant=(("Job!B2", "3,5"),)))
    assert task(reading, "Pack").hours_per_day == 3.5
    assert task(reading, "Pack").given == ("hours_per_day",)


def test_the_rest_of_the_shift_is_breaks_or_work_nobody_described() -> None:
    full = Answers(task_hours=(("Tape", 1.0),))
    key = field(read_sheets([OPEN], full), "hours-uncovered", "rest_of_shift/").asks
    assert key == "rest_of_shift/Packer"
    breaks = read_sheets([OPEN], Answers(task_hours=full.task_hours, rest_of_shift=(("Packer", "breaks"),)))
    assert "hours-uncovered" not in codes(breaks)
    assert len(breaks.profiles[0].tasks) == 4
    work = read_sheets([OPEN], Answers(task_hours=full.task_hours, rest_of_shift=(("Packer", "other_work"),)))
    rest = work.profiles[0].tasks[-1]
    assert (rest.hours_per_day, rest.demands, rest.given) == (1, (), ("name", "hours_per_day"))


def test_a_hand_that_was_answered_counts_for_every_way_in() -> None:
    reading = read_sheets([OPEN], Answers(hands=(("key_pinch", "left"),)))
    assert demand(reading, DemandKind.KEY_PINCH).hand is Hand.LEFT
    assert demand(reading, DemandKind.KEY_PINCH).given == ("hand",)
    assert "hand-unknown" not in codes(reading)


def test_a_title_that_was_given_leaves_the_keys_of_its_tasks_alone() -> None:
    nameless = sheet(("Task", "Demand", "Hand"), ("Pack", "Power grip", "R"), ("Tape", "Key pinch", "R"))
    asked = read_sheets([nameless])
    assert question(asked, "title-unknown").asks == "title"
    key = field(asked, "task-hours-unknown", "task_hours/").asks.partition("/")[2]
    reading = read_sheets([nameless], Answers(title="Packer", shift_hours=8.0, task_hours=((key, 3.0),)))
    profile = reading.profiles[0]
    assert (profile.title, profile.given) == ("Packer", ("title", "shift_hours"))
    assert profile.tasks[0].hours_per_day == 3


def test_own_bands_are_a_scale_that_was_given() -> None:
    letters = sheet(
        ("Shift", "8 h"), ("Task", "Demand", "Hand", "How often"), ("Pack", "Power grip", "R", "O")
    )
    scale = FrequencyScale(ScaleBasis.SHARE_OF_SHIFT, (("O", (0.1, 0.25)),))
    profile = read_sheets([letters], Answers(frequency_scale=scale)).profiles[0]
    assert profile.tasks[0].demands[0].hours_range == pytest.approx((0.8, 2))
    assert profile.given == ("frequency_scale",)


@pytest.mark.parametrize(("answer", "kinds"), [("required", {"Pack": 2}), ("not_required", {"Pack": 1})])
def test_a_row_without_a_mark_is_asked_for_or_not(answer: str, kinds: dict[str, int]) -> None:
    form = sheet(
        ("Job title", "Cashier"),
        (None,),
        ("Task", "Demand", "N", "O", "F", "C"),
        ("Pack", "Power grip", None, "x", None, None),
        ("Pack", "Vibration", None, None, None, None),
        ("Pack", "Keyboard use", "x", None, None, None),
    )
    asked = question(read_sheets([form]), "no-mark-meant")
    assert asked.asks == "unmarked/hand_arm_vibration"
    assert {choice.value for choice in asked.choices} == {"required", "not_required"}
    reading = read_sheets([form], Answers(unmarked=(("hand_arm_vibration", answer),)))
    assert not {"no-mark", "no-mark-meant"} & codes(reading)
    assert {t.name: len(t.demands) for t in reading.profiles[0].tasks} == kinds


def test_only_the_chosen_sheets_are_read_and_all_are_named() -> None:
    other = sheet(("Task", "Demand", "Hand"), ("Old", "Power grip", "R"), name="2019")
    reading = read_sheets([OPEN, other], Answers(sheets=("Job",)))
    assert reading.sheets == ("Job", "2019")
    assert {d.sheet for p in reading.profiles for t in p.tasks for d in t.demands} == {"Job"}


def test_what_was_given_and_what_is_asked_survive_json() -> None:
    answers = Answers(
        meant=(("Job!F6", "12"),),
        task_hours=(("Tape", 2.0),),
        task_essential=(("Fill", "no"),),
        sheets=("Job",),
        title="X",
    )
    assert answers_from_json(answers_to_json(answers)) == answers
    profile = read_sheets([OPEN], answers).profiles[0]
    document = profile_to_json(profile)
    assert profile_from_json(document) == (profile, ())
    _, problems = profile_from_json(document | {"given": "title"})
    assert [p.cell for p in problems] == ["/given"]
    asked = problem_to_json(question(read_sheets([OPEN]), "task-hours-unknown"))
    assert asked["fields"][0]["asks"] == "task_hours/Packer › Tape"


@pytest.mark.parametrize(
    "wrong", [{"task_hours": {"a": "2"}}, {"task_hours": {"a": -1}}, {"sheets": "Job"}, {"meant": {"a": 1}}]
)
def test_answers_of_the_wrong_sort_are_refused(wrong: Any) -> None:
    with pytest.raises(ValueError, match="must"):
        answers_from_json(wrong)
