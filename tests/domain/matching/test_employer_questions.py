"""What only the employer knows is asked once per figure and kind, for all tasks."""

from dataclasses import replace
from datetime import date

import pytest
from a_kitchen_job import GRIP, PORTER
from clinic_samples import COEFFICIENTS, capacity, limit, strength
from hypothesis import given
from hypothesis import strategies as st

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand, JobProfile, Shift, Task
from rtw.domain.asked_figure import AskedFigure
from rtw.domain.capacity import Basis, Quantity
from rtw.domain.gap import JobMatch
from rtw.domain.hands import Side
from rtw.domain.matching.employer_questions import employer_questions, missing_of_employer
from rtw.domain.matching.match import match
from rtw.domain.schedule.brief import GateKind
from rtw.domain.schedule.gates_from_match import gates_of
from rtw.domain.schedule.settings import PlanSettings

STRONG = capacity(
    strength(GRIP, Side.LEFT, 320.0),
    strength(GRIP, Side.RIGHT, 180.0),
    limit(DemandKind.LIFTING, Quantity.LOAD_KG, 8.0, None),
    limit(DemandKind.KEYBOARDING, Quantity.HOURS_PER_DAY, 1.0),
)


def _matched(profile: JobProfile) -> JobMatch:
    return match(profile, STRONG, COEFFICIENTS)


def test_the_same_figure_of_the_same_kind_is_asked_once_for_all_tasks() -> None:
    questions = employer_questions(_matched(PORTER).settles, PORTER)
    grip = next(question for question in questions if question.kind is GRIP)
    assert grip.figure is AskedFigure.SHARE_OF_TIME
    assert grip.sentence == "What share of the task’s time is spent on power grip?"
    assert grip.tasks == ("Pot washing", "Tray scraping (right)", "Tray scraping (left)", "Loading")
    assert grip.gaps == 6  # three tasks with both hands each
    assert len([question for question in questions if question.kind is GRIP]) == 1


def test_hours_are_asked_in_minutes_with_the_tasks_that_lack_them() -> None:
    questions = employer_questions(_matched(PORTER).settles, PORTER)
    typing = next(question for question in questions if question.kind is DemandKind.KEYBOARDING)
    assert (typing.figure, typing.tasks) == (AskedFigure.HOURS, ("Loading",))
    assert typing.sentence == "How many minutes a day of keyboard use?"
    assert typing.figure.in_field(90.0) == pytest.approx(1.5)


def test_what_the_clinic_can_measure_is_no_question_to_the_employer() -> None:
    unmeasured = match(PORTER, capacity(), COEFFICIENTS)
    kinds = {question.kind for question in employer_questions(unmeasured.settles, PORTER)}
    assert GRIP not in kinds


def test_a_daily_vibration_without_the_tool_s_figure_asks_for_time_or_tool() -> None:
    known = Demand(DemandKind.HAND_ARM_VIBRATION, Hand.RIGHT, ahv_m_s2=6.0)
    job = JobProfile("x", shift=Shift(8.0), tasks=(Task("Grind", demands=(known,)),))
    allowed = capacity(limit(DemandKind.HAND_ARM_VIBRATION, Quantity.A8_M_S2, 2.0))
    asked = employer_questions(match(job, allowed, COEFFICIENTS).settles, job)
    assert [question.figure for question in asked] == [AskedFigure.HOURS]
    silent = replace(job, tasks=(Task("Grind", demands=(replace(known, ahv_m_s2=None),)),))
    asked = employer_questions(match(silent, allowed, COEFFICIENTS).settles, silent)
    assert [question.figure for question in asked] == [AskedFigure.VIBRATION]


@pytest.mark.parametrize(
    ("figure", "asked", "kept"),
    [
        (AskedFigure.HOURS, 45.0, 0.75),
        (AskedFigure.LONGEST_BOUT, 20.0, 1 / 3),
        (AskedFigure.SHARE_OF_TIME, 25.0, 0.25),
        (AskedFigure.FORCE, 40.0, 40.0),
    ],
)
def test_an_answer_is_kept_in_the_unit_of_its_field(figure: AskedFigure, asked: float, kept: float) -> None:
    assert figure.in_field(asked) == pytest.approx(kept)


def test_every_figure_but_a_direction_is_a_field_of_a_demand() -> None:
    fields = Demand.__dataclass_fields__
    assert [figure for figure in AskedFigure if figure.value not in fields] == [AskedFigure.DIRECTION]
    assert [figure for figure in AskedFigure if not figure.has_field] == [AskedFigure.DIRECTION]


@given(st.lists(st.sampled_from(PORTER.tasks), min_size=1, max_size=6))
def test_every_missing_figure_of_the_employer_is_asked_exactly_once(tasks: list[Task]) -> None:
    named = tuple(replace(task, name=f"{task.name} {n}") for n, task in enumerate(tasks))
    job = replace(PORTER, tasks=named)
    settles = _matched(job).settles
    asked = [
        (place.task, place.index, question.figure)
        for question in employer_questions(settles, job)
        for place in question.places
    ]
    lacking = {(m.task, m.index, m.figure) for m, _ in settles if m.is_employers}
    assert len(asked) == len(set(asked))
    assert set(asked) == lacking
    assert sum(q.gaps for q in employer_questions(settles, job)) == sum(
        n for m, n in settles if m.is_employers
    )


def test_a_figure_that_keeps_a_task_shut_is_asked_though_a_limit_forbids_the_work_today() -> None:
    grip = Demand(GRIP, Hand.RIGHT, force_n=150.0, hours_per_day=2.0)
    job = JobProfile("x", shift=Shift(8.0), tasks=(Task("Turn cranks", True, 2.0, demands=(grip,)),))
    forbidden = replace(limit(GRIP, Quantity.FORCE_N, 100.0, basis=Basis.SURGEON), until=date(2026, 12, 10))
    hand = capacity(strength(GRIP, Side.RIGHT, 180.0), forbidden)
    found = match(job, hand, COEFFICIENTS)
    assert employer_questions(found.settles, job) == ()
    (asked,) = employer_questions(missing_of_employer(found), job)
    assert (asked.figure, asked.tasks, asked.gaps) == (AskedFigure.SHARE_OF_TIME, ("Turn cranks",), 0)
    needed = gates_of(found, hand, COEFFICIENTS.mae, PlanSettings(start=date(2026, 11, 23)))
    assert [gate.task for gate in needed if gate.kind is GateKind.NOT_STATED] == ["Turn cranks"]


def test_an_override_asks_nothing_and_what_settles_most_comes_first() -> None:
    found = _matched(PORTER)
    assert missing_of_employer(found)[: len(found.settles)] == found.settles
    assert all(gaps == 0 for _, gaps in missing_of_employer(found)[len(found.settles) :])


def test_work_that_a_change_brings_in_is_no_question_to_the_employer() -> None:
    push = Demand(DemandKind.PUSHING, None, force_n=80.0, as_written="Comes with: Trolley")
    job = JobProfile("x", shift=Shift(8.0), tasks=(Task("Move bikes", True, 0.5, demands=(push,)),))
    hands = capacity(limit(DemandKind.PUSHING, Quantity.FORCE_N, 137.0, None))
    found = match(job, hands, COEFFICIENTS)
    gates = gates_of(found, hands, COEFFICIENTS.mae, PlanSettings(start=date(2026, 11, 23)))
    assert {gate.kind for gate in gates} == {GateKind.NOT_MEASURED}
    assert {gate.ground.words for gate in gates} == {
        "Pushing, which comes with “Trolley”: hand that does it is not known"
    }
