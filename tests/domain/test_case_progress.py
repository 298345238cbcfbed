from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from rtw.domain.case_progress import CaseFacts, Step, StepState, needs, step_states

TODAY = date(2026, 3, 9)
_days = st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31))

facts = st.builds(
    CaseFacts,
    opened_on=st.dates(date(2025, 1, 1), date(2025, 12, 31)),
    closed=st.booleans(),
    workbook_waiting_since=_days,
    job_confirmed_on=_days,
    visit_begun_on=_days,
    assessed_on=_days,
    draft_begun_on=_days,
    plan_number=st.none() | st.integers(1, 9),
    plan_signed_on=_days,
    plan_is_current=st.booleans(),
    review_on=_days,
    released_number=st.none() | st.integers(1, 9),
)


@settings(max_examples=100)
@given(facts)
def test_every_need_marks_its_step_and_every_mark_has_a_need(case: CaseFacts) -> None:
    marked = {step for step, state in step_states(case, TODAY).items() if state is StepState.NEEDS_YOU}
    assert marked == {need.step for need in needs(case, TODAY)}


@settings(max_examples=100)
@given(facts.filter(lambda case: not case.closed))
def test_an_open_case_without_job_or_assessment_needs_it_before_a_plan(case: CaseFacts) -> None:
    steps = {need.step for need in needs(case, TODAY)}
    assert case.job_confirmed_on is not None or Step.JOB in steps
    assert case.assessed_on is not None or Step.ASSESSMENT in steps
    if case.job_confirmed_on is None or case.assessed_on is None:
        assert not steps & {Step.MATCH, Step.PLAN}


@settings(max_examples=100)
@given(facts)
def test_a_closed_case_needs_nothing(case: CaseFacts) -> None:
    assert not case.closed or needs(case, TODAY) == ()


def test_an_old_release_does_not_count_for_a_newer_plan() -> None:
    case = CaseFacts(
        opened_on=TODAY,
        job_confirmed_on=TODAY,
        assessed_on=TODAY,
        plan_number=2,
        plan_signed_on=TODAY,
        plan_is_current=True,
        review_on=date(2026, 4, 1),
        released_number=1,
    )
    assert [need.words for need in needs(case, TODAY)] == ["Release plan 2 to the employer"]
    assert step_states(case, TODAY)[Step.RELEASE] is StepState.NEEDS_YOU
