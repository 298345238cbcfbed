"""Hours nobody stated are said aloud, with the question that settles them."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand, JobProfile, Shift, Task
from rtw.domain.capacity import Basis, Limit, Quantity
from rtw.domain.hands import Side
from rtw.domain.schedule.assumption import AssumptionKind
from rtw.domain.schedule.checker import check
from rtw.domain.schedule.hours_assumed import hours_assumed, with_task_hours
from rtw.domain.schedule.settings import EmployerOffer, PlanSettings
from rtw.domain.schedule.task_needs import full_day, longest_day, stated_hours, tasks_with_hours
from rtw.domain.schedule.values import Day, Schedule, TaskHours, Week
from rtw.domain.schedule.violation import Breach
from tests.domain.schedule.test_brief_of import CAPACITY, made

SETTINGS = PlanSettings(start=date(2026, 3, 2))
SHARED = "they share it in proportion, and full duty is planned at 8 h a day"


def _job(shift: float | None, **hours: float | None) -> JobProfile:
    tasks = tuple(Task(name, hours_per_day=amount) for name, amount in hours.items())
    return JobProfile("Porter", shift=Shift(shift), tasks=tasks)


def _words(job: JobProfile) -> list[str]:
    return [each.words for each in hours_assumed(job, job, SETTINGS)]


def test_a_job_that_states_its_hours_assumes_nothing() -> None:
    assert _words(_job(8.0, Wash=5.0, Load=3.0)) == []
    (rounded,) = _words(_job(8.0, Wash=5.0, Load=3.2))  # no contradiction of the shift
    assert rounded.endswith(": Load, 3.2 h in the job, at 3 h.")


def test_a_task_without_hours_takes_what_is_left_and_says_so() -> None:
    (one,) = hours_assumed(*(_job(8.0, Wash=None, Load=5.0),) * 2, SETTINGS)
    assert one.kind is AssumptionKind.SHARED_OUT
    assert one.words == (
        "No hours are stated for Wash: planned at 3 h a day, an equal share of what the shift of 8 h leaves."
    )
    assert one.question == "How many hours a day does Wash take?"


def test_several_tasks_without_hours_are_named_together() -> None:
    (one,) = hours_assumed(*(_job(None, Wash=None, Dry=None, Load=5.0),) * 2, SETTINGS)
    assert one.words == (
        "No hours are stated for Wash and Dry: planned at 1.5 h a day each, "
        "an equal share of what a day of 8 h (convention) leaves."
    )
    assert one.tasks == ("Wash", "Dry")


def test_hours_over_and_under_the_shift_are_told() -> None:
    assert _words(_job(8.0, Wash=6.0, Load=3.0)) == [f"The tasks add up to 9 h, the shift has 8 h: {SHARED}."]
    assert _words(_job(8.0, Wash=2.0, Load=3.0)) == [
        "The tasks fill 5 of the 8 h of the shift: full duty is planned at 5 h a day."
    ]
    shared, over = hours_assumed(*(_job(8.0, Wash=None, Load=8.0),) * 2, SETTINGS)
    assert "the least there is, because the other tasks fill the shift of 8 h" in shared.words
    assert over.kind is AssumptionKind.OVER_SHIFT


def test_only_a_longer_offer_set_by_the_therapist_makes_the_day_longer_than_the_shift() -> None:
    job = _job(8.0, Wash=6.0, Load=3.0)
    longer = replace(SETTINGS, offer=EmployerOffer(hours_per_day=9.0))
    assert sum(full_day(job, SETTINGS).values()) == 16
    assert full_day(job, longer) == {"Wash": 12, "Load": 6}
    (one,) = hours_assumed(job, job, longer)
    assert one.words.endswith("full duty is planned at 9 h a day, as you set the hours the employer offers.")


def test_a_task_planned_longer_than_the_job_asks_is_told() -> None:
    job = _job(None, Tidy=0.25, Till=1.0, Blow=0.33, Fit=2.0)
    (one,) = hours_assumed(job, job, SETTINGS)
    assert (one.kind, one.question, one.tasks) == (AssumptionKind.ROUNDED, "", ("Tidy", "Blow", "Fit"))
    assert one.words == (
        "Tasks are planned in whole half hours a day, which full duty counts: "
        "Tidy, 15 min in the job, at 30 min; "
        "Blow, 20 min in the job, at 30 min; Fit, 2 h in the job, at 1.5 h. "
        "The day as a whole stays, 3.5 h for 3.58 h: what one task gains, others give."
    )


def test_a_day_that_half_hours_lengthen_is_told() -> None:
    job = _job(None, Tidy=0.2, Blow=0.2, Sweep=0.2)
    (one,) = hours_assumed(job, job, SETTINGS)
    assert one.words.endswith(
        "The day as a whole comes to 1.5 h, 0.6 h in the job: each task takes half an hour at least."
    )


def test_a_task_planned_shorter_than_the_job_asks_is_told_even_by_some_minutes() -> None:
    job = _job(8.0, Inject=0.75, Clean=0.67, Hold=1.6, Write=0.5, Restrain=4.48)
    (one,) = hours_assumed(job, job, SETTINGS)
    assert one.tasks == ("Inject", "Clean", "Hold", "Restrain")
    planned = {need.name: need.full / 2 for need in made(job, CAPACITY, SETTINGS).tasks}
    stated = {task.name: task.hours_per_day or 0.0 for task in job.tasks}
    assert {name for name in planned if planned[name] < stated[name]}
    for name in one.tasks:
        assert f"{name}, " in one.words
    assert {need.name for need in made(job, CAPACITY, SETTINGS).tasks if need.is_rounded} == set(one.tasks)


def test_a_short_task_counts_its_whole_half_hour_and_is_not_called_full() -> None:
    keys = Demand(DemandKind.KEYBOARDING, Hand.RIGHT, hours_per_day=0.25)
    job = JobProfile("Porter", tasks=(Task("Till", hours_per_day=0.25, demands=(keys,)),))
    limit = Limit(DemandKind.KEYBOARDING, Side.RIGHT, Quantity.HOURS_PER_DAY, 0.25, Basis.PATIENT, "told")
    brief = made(job, replace(CAPACITY, limits=(limit,)), SETTINGS)
    (need,), (dose,) = brief.tasks, brief.doses
    assert (need.full, need.asked_h, need.is_rounded) == (1, 0.25, True)
    assert dose.weights[0].per_half_hour[0] == 30 > dose.daily[0] == 15
    day = Schedule(
        tuple(
            Week(n + 1, brief.start + timedelta(weeks=n), (Day(0, (TaskHours("Till", 2),)),) if not n else ())
            for n in range(brief.weeks)
        ),
        None,
        (),
        brief.breaks,
    )
    said = [violation.sentence for violation in check(day, brief) if violation.breach is Breach.OVER_FULL]
    assert said == ["Mon 2 March: Till 1 h, planned in half hours at most 0.5 h."]


SHORT = (1.83, 1.58, 0.67, 1.5, 1.25, 0.17, 0.33, 1.0, 0.75, 0.08, 0.1)


def test_short_tasks_never_lengthen_the_day_and_none_falls_out() -> None:
    job = _job(7.8, **{f"T{n}": hours for n, hours in enumerate(SHORT)})
    blocks = full_day(job, SETTINGS)
    assert sum(blocks.values()) == 15
    assert len(blocks) == len(SHORT)
    assert min(blocks.values()) == 1
    assert blocks["T0"] == max(blocks.values())


@given(st.lists(st.floats(0.02, 4.0), min_size=1, max_size=12), st.sampled_from([6.0, 7.5, 7.8, 8.0]))
def test_no_day_is_longer_than_the_shift_while_there_is_a_half_hour_for_each(
    hours: list[float], shift: float
) -> None:
    job = _job(shift, **{f"T{n}": amount for n, amount in enumerate(hours)})
    assert sum(full_day(job, SETTINGS).values()) <= max(shift * 2, len(hours))


def test_more_tasks_than_half_hours_are_told_and_never_offered() -> None:
    job = _job(2.0, **{f"T{n}": 0.5 for n in range(6)})
    (one,) = hours_assumed(job, job, SETTINGS)
    assert "which no day holds" in one.words
    assert longest_day(job, SETTINGS) == 4


def test_an_accommodation_that_shortens_the_day_is_no_assumption() -> None:
    job = _job(8.0, Wash=5.0, Load=3.0)
    assert hours_assumed(job, replace(job, tasks=job.tasks[:1]), SETTINGS) == ()


HOURS = st.one_of(st.none(), st.sampled_from([0.5, 1.0, 2.5, 4.0, 7.5]))


@given(st.lists(HOURS, min_size=1, max_size=5), st.sampled_from([None, 6.0, 8.0]))
def test_every_hour_nobody_stated_is_told_and_no_other(
    hours: list[float | None], shift: float | None
) -> None:
    job = _job(shift, **{f"T{n}": amount for n, amount in enumerate(hours)})
    found = {each.kind: each for each in hours_assumed(job, job, SETTINGS)}
    silent = tuple(name for name, amount in stated_hours(job).items() if amount is None)
    assert (found[AssumptionKind.SHARED_OUT].tasks if silent else ()) == silent
    assert (AssumptionKind.SHARED_OUT in found) == bool(silent)
    if shift is None:
        assert found.keys() <= {AssumptionKind.SHARED_OUT}
        return
    whole = float(sum(tasks_with_hours(job, SETTINGS).values()))
    assert (AssumptionKind.OVER_SHIFT in found) == (whole > shift + 0.25)
    assert (AssumptionKind.UNDER_SHIFT in found) == (whole < shift - 0.25)


@given(st.lists(HOURS, min_size=1, max_size=5))
def test_typed_hours_settle_every_question_about_sharing_out(hours: list[float | None]) -> None:
    job = _job(8.0, **{f"T{n}": amount for n, amount in enumerate(hours)})
    settled = with_task_hours(job, tuple((task.name, 1.5) for task in job.tasks))
    assert {each.kind for each in hours_assumed(settled, settled, SETTINGS)} <= {
        AssumptionKind.OVER_SHIFT,
        AssumptionKind.UNDER_SHIFT,
    }
    assert set(tasks_with_hours(settled, SETTINGS).values()) == {Fraction(3, 2)}
