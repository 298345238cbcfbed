"""Releasing: what must be there before anything leaves, and what an employer then sees."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.sample_release import CATALOGUE, MONDAY, NOTE, REVIEW, TASKS, TODAY, sample_disclosure, sample_plan
from job_profiles.kinds import DemandKind
from reports.enums import Activity, Actor, Hands, Progress, ReleaseState
from reports.ladders import Ladder
from reports.sentences import NO_HOURS
from reports.types import ApprovedText, CatalogueSentence, EmployersOwnWords
from reports.wording import closed_lines, day_text
from rtw.domain.capacity import Basis, Quantity
from rtw.domain.disclosure.profiles import (
    FUNCTIONAL_ONLY,
    PROFILES,
    UK_AGREED_REASON,
    US_WASHINGTON,
    DisclosureProfile,
)
from rtw.domain.disclosure.release import release_of
from rtw.domain.disclosure.values import ReleaseDraft
from rtw.domain.disclosure.vocabulary import actor_of, hands_of, progress_of, report_restriction, rung_of
from rtw.domain.hands import Side
from rtw.domain.plan import (
    AccommodationStatus,
    Approvals,
    ClosedTask,
    Consent,
    ConsentScope,
    Owner,
    PhysicianApproval,
    Plan,
    PlanVersion,
    Recipient,
    Restriction,
    TextApproval,
)

CONSENT = Consent(Recipient.EMPLOYER, ConsentScope.FUNCTIONAL, TODAY)
APPROVED = Approvals("Ines Halloran", (TextApproval(NOTE, "Ines Halloran", TODAY),))
REASON = "Healing after a procedure on the hand"


def signed(plan: Plan, number: int = 3) -> PlanVersion:
    return PlanVersion(plan, number, "Ines Halloran", TODAY)


def released(plan: Plan | None = None, **changes: object) -> ReleaseDraft:
    """Release the sample plan, with one circumstance changed."""
    given_ = {
        "version": signed(plan or sample_plan(6)),
        "profile": FUNCTIONAL_ONLY,
        "disclosure": sample_disclosure(),
        "approvals": APPROVED,
        "consent": CONSENT,
        "today": TODAY,
    }
    return release_of(**{**given_, **changes})


def codes(draft: ReleaseDraft) -> list[str]:
    return [problem.code for problem in draft.refusals]


def test_with_everything_in_place_it_is_released() -> None:
    draft = released()
    assert draft.releasable
    assert draft.report.state is ReleaseState.RELEASED
    assert draft.report.released_by.text == "Ines Halloran"


def test_a_preview_is_a_draft_that_could_be_released() -> None:
    draft = released(approvals=replace(APPROVED, released_by=None))
    assert draft.releasable
    assert draft.report.is_draft
    assert draft.report.released_by is None


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"consent": None}, "no-consent"),
        ({"consent": replace(CONSENT, recipient=Recipient.INSURER)}, "no-consent"),
        ({"consent": replace(CONSENT, until=TODAY - timedelta(days=1))}, "consent-not-in-force"),
        ({"consent": replace(CONSENT, given_on=TODAY + timedelta(days=1))}, "consent-not-in-force"),
        ({"version": PlanVersion(sample_plan(4), 0, None, None)}, "plan-not-signed"),
        ({"version": PlanVersion(sample_plan(4), 2, None, TODAY)}, "plan-not-signed"),
        ({"profile": US_WASHINGTON}, "no-physician-approval"),
        ({"approvals": Approvals("Ines Halloran")}, "text-not-approved"),
        ({"today": REVIEW + timedelta(days=1)}, "review-passed"),
    ],
)
def test_what_is_missing_stops_the_release_and_says_what_to_do(changes: dict[str, object], code: str) -> None:
    draft = released(**changes)
    assert codes(draft) == [code]
    assert all(problem.message and problem.advice for problem in draft.refusals)
    assert draft.report.is_draft
    assert draft.report.released_by is None


def test_a_physician_approves_one_version_only() -> None:
    approval = PhysicianApproval("Dr Quist", TODAY, 3)
    good = replace(APPROVED, physician=approval)
    assert released(profile=US_WASHINGTON, approvals=good).releasable
    other = replace(APPROVED, physician=replace(approval, plan_number=2))
    assert codes(released(profile=US_WASHINGTON, approvals=other)) == ["physician-approved-other"]


def test_vague_text_is_refused_even_when_approved() -> None:
    vague = "Typing as tolerated"
    plan = replace(sample_plan(4), employer_note=vague)
    draft = released(plan, approvals=Approvals("Ines", (TextApproval(vague, "Ines", TODAY),)))
    assert codes(draft) == ["vague-wording"]
    assert "hours a day" in draft.refusals[0].advice
    assert not any(isinstance(s, ApprovedText) for s in draft.report.statements)


@pytest.mark.parametrize(
    "text", ["Back after her carpal tunnel surgery", "Post-CTR seating", "grip strength 20"]
)
def test_clinical_words_are_refused_even_when_approved(text: str) -> None:
    plan = replace(sample_plan(4), employer_note=text)
    draft = released(plan, approvals=Approvals("Ines", (TextApproval(text, "Ines", TODAY),)))
    assert set(codes(draft)) == {"clinical-wording"}
    assert text not in {s.text for s in draft.report.statements}


def test_an_agreed_reason_may_name_what_the_patient_agreed_to() -> None:
    text = "Healing after surgery on the hand"
    approvals = Approvals("Ines", (*APPROVED.texts, TextApproval(text, "Ines", TODAY)))
    consent = replace(CONSENT, scope=ConsentScope.FUNCTIONAL_AND_REASON)
    plan = replace(sample_plan(4), reason=text)
    draft = released(plan, profile=UK_AGREED_REASON, approvals=approvals, consent=consent)
    assert draft.releasable
    assert text in {s.text for s in draft.report.statements}


def test_the_catalogues_sentence_passes_and_a_changed_one_needs_a_name() -> None:
    plan = sample_plan(4)
    first = replace(plan.accommodations[0], employer_text="A keyboard for the carpal tunnel")
    draft = released(replace(plan, accommodations=(first, *plan.accommodations[1:])))
    assert codes(draft) == ["clinical-wording", "text-not-approved"]
    shown = [a.what for a in draft.report.accommodations]
    assert shown[0].text == "Text that awaits approval"
    assert shown[1] == CatalogueSentence(CATALOGUE[1].id, CATALOGUE[1].text)
    assert any("carpal tunnel" in w.what for w in draft.withheld)


def test_a_task_name_that_is_not_the_employers_is_numbered_until_approved() -> None:
    words = sample_disclosure().employers_words - {TASKS[1]}
    disclosure = replace(sample_disclosure(), employers_words=words)
    draft = released(disclosure=disclosure)
    assert codes(draft) == ["text-not-approved"]
    names = {task.text for week in draft.report.weeks for task in week.tasks}
    assert "Task 2 (name awaits approval)" in names
    assert TASKS[1] not in names
    approvals = replace(APPROVED, texts=(*APPROVED.texts, TextApproval(TASKS[1], "Ines", TODAY)))
    named = released(disclosure=disclosure, approvals=approvals)
    assert named.releasable
    assert ApprovedText(TASKS[1], "Ines", TODAY) in named.report.weeks[0].tasks
    assert EmployersOwnWords(TASKS[0]) in named.report.weeks[0].tasks


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda p: p.name)
@pytest.mark.parametrize("scope", ConsentScope)
def test_a_reason_needs_place_patient_and_name(profile: DisclosureProfile, scope: ConsentScope) -> None:
    approval = TextApproval(REASON, "Ines", TODAY)
    physician = PhysicianApproval("Dr Quist", TODAY, 3)
    approvals = Approvals("Ines", (*APPROVED.texts, approval), physician)
    plan = replace(sample_plan(4), reason=REASON)
    draft = released(plan, profile=profile, approvals=approvals, consent=replace(CONSENT, scope=scope))
    assert draft.releasable
    shown = REASON in {s.text for s in draft.report.statements}
    assert shown is (profile.allows_reason and scope is ConsentScope.FUNCTIONAL_AND_REASON)
    assert shown is not any(REASON in w.what for w in draft.withheld)


def test_an_agreed_reason_that_nobody_approved_is_refused() -> None:
    consent = replace(CONSENT, scope=ConsentScope.FUNCTIONAL_AND_REASON)
    plan = replace(sample_plan(4), reason=REASON)
    draft = released(plan, profile=UK_AGREED_REASON, consent=consent)
    assert codes(draft) == ["text-not-approved"]
    assert REASON not in {s.text for s in draft.report.statements}


def test_the_therapist_sees_what_is_held_back_and_the_rule() -> None:
    draft = released(sample_plan(6))
    what = " ".join(w.what for w in draft.withheld)
    assert all(w.rule for w in draft.withheld)
    for part in (
        "Diagnosis",
        "mean of three trials",
        "exact figure 2.7",
        "no more work",
        "times away are for",
        "version of the knowledge base",
    ):
        assert part in what
    assert sample_plan(6).made_from.knowledge_version not in what


def test_expected_full_duty_is_always_a_range() -> None:
    day = date(2027, 2, 1)
    for plan in (sample_plan(6), replace(sample_plan(6), expected_full_duty=(day, day))):
        expected = released(plan).report.full_duty
        assert expected.latest - expected.earliest >= timedelta(weeks=2)
    never = replace(sample_plan(6), schedule=replace(sample_plan(6).schedule, full_duty_week=None))
    assert released(never).report.full_duty is None


def test_what_is_past_declined_or_permitted_is_left_out() -> None:
    plan = sample_plan(6)
    over = replace(plan.restrictions[0], until=TODAY - timedelta(days=1))
    allowed = replace(plan.restrictions[5], value=1.0)
    declined = replace(plan.accommodations[0], status=AccommodationStatus.DECLINED)
    later = MONDAY + timedelta(weeks=2)
    draft = released(
        replace(plan, restrictions=(over, allowed), accommodations=(declined,)),
        today=later,
        consent=replace(CONSENT, given_on=TODAY),
    )
    assert draft.report.restrictions == ()
    assert draft.report.accommodations == ()
    assert [week.number for week in draft.report.weeks] == [3, 4, 5, 6]


def test_of_rival_limits_for_the_same_days_only_the_strictest_shows() -> None:
    plan = sample_plan(6)
    surgeon = replace(plan.restrictions[0], value=1.2, basis=Basis.SURGEON)
    shown = released(replace(plan, restrictions=(plan.restrictions[0], surgeon))).report.restrictions
    assert [r.limit.value for r in shown] == [1.0]


def test_days_after_the_review_are_provisional() -> None:
    report = released().report
    days = [day for week in report.weeks for day in week.days]
    assert {report.is_provisional(d.on) for d in days if d.on <= REVIEW} == {False}
    assert {report.is_provisional(d.on) for d in days if d.on > REVIEW} == {True}


def test_hours_leave_unchanged() -> None:
    plan = sample_plan(6)
    assert [w.hours for w in released(plan).report.weeks] == [w.hours for w in plan.schedule.weeks]


def test_every_clinical_word_has_its_word_for_employers() -> None:
    assert {k.value for k in DemandKind} == {a.value for a in Activity}
    assert {hands_of(side) for side in (*Side, None)} == set(Hands)
    assert {actor_of(owner) for owner in Owner} == set(Actor)
    assert {progress_of(s) for s in AccommodationStatus if s.is_live} == set(Progress)
    assert {rung_of(q, 0.0).ladder for q in Quantity} == set(Ladder) - {Ladder.REST_MIN, Ladder.WEEKS}


@given(
    st.sampled_from(DemandKind),
    st.sampled_from([*Side, None]),
    st.sampled_from([q for q in Quantity if q is not Quantity.BOUT_H]),
    st.floats(min_value=0, max_value=500),
)
def test_no_limit_ever_permits_more(
    kind: DemandKind, side: Side | None, quantity: Quantity, value: float
) -> None:
    exact = Restriction(kind, side, quantity, value, MONDAY, None, REVIEW, Basis.MEASURED, "trial")
    assert report_restriction(exact).limit.value <= value


@given(st.floats(min_value=0, max_value=8))
def test_no_bout_ever_permits_more(hours: float) -> None:
    assert rung_of(Quantity.BOUT_H, hours).value <= hours * 60


def test_closed_tasks_are_named_without_a_reason_and_those_over_are_left_out() -> None:
    own = TASKS[0]
    over = ClosedTask("Long over", None, TODAY - timedelta(days=1))
    draft = released(replace(sample_plan(8), closed_tasks=(ClosedTask(own), over)))
    assert [each.task for each in draft.report.closed] == [EmployersOwnWords(own)]
    assert closed_lines(draft.report.closed) == [
        f"Not to be done for now: {own} (to be reviewed on {day_text(REVIEW)})"
    ]


def test_a_closed_task_that_is_not_the_employers_own_word_waits_for_a_name() -> None:
    draft = released(replace(sample_plan(8), closed_tasks=(ClosedTask("Typed by the clinic"),)))
    assert "text-not-approved" in codes(draft)
    assert "Typed by the clinic" not in draft.report.closed[0].task.text


def test_work_on_a_holiday_that_everyone_knows_asks_to_be_checked() -> None:
    plan = sample_plan(8)
    week = replace(plan.schedule.weeks[0], monday=date(2026, 12, 21))
    texts = [
        s.text
        for s in released(replace(plan, schedule=replace(plan.schedule, weeks=(week,)))).report.statements
    ]
    assert "Public holidays are not known to the plan: check 25 December 2026." in texts
    assert not any(
        "holidays" in s.text
        for s in released(
            replace(plan, schedule=replace(plan.schedule, weeks=plan.schedule.weeks[:1]))
        ).report.statements
    )


@pytest.mark.parametrize("past", [False, True])
def test_a_plan_without_a_day_of_work_ahead_stays_a_draft_and_says_so(past: bool) -> None:
    plan = sample_plan(4)
    last = plan.schedule.weeks[-1].monday + timedelta(days=6)
    weeks = plan.schedule.weeks if past else ()
    empty = replace(plan, schedule=replace(plan.schedule, weeks=weeks), review_on=last + timedelta(weeks=2))
    draft = released(empty, today=last + timedelta(days=1) if past else TODAY)
    assert "no-work-ahead" in codes(draft)
    assert draft.report.is_draft
    assert NO_HOURS in draft.report.statements
    assert NO_HOURS not in released().report.statements


def test_what_ends_with_the_review_stays_until_it_is_reviewed_and_a_date_of_its_own_is_kept() -> None:
    plan = sample_plan(6)
    by_review, own = replace(plan.restrictions[0], until=REVIEW), plan.restrictions[1]
    shut = (ClosedTask(TASKS[0], None, REVIEW), ClosedTask(TASKS[1], None, own.until))
    report = released(replace(plan, restrictions=(by_review, own), closed_tasks=shut)).report
    assert {r.activity.value: r.until for r in report.restrictions} == {
        "lifting": None,
        "carrying": own.until,
    }
    assert [each.until for each in report.closed] == [None, own.until]


def test_of_two_limits_that_both_wait_for_the_review_one_is_told() -> None:
    plan = sample_plan(6)
    first = replace(plan.restrictions[0], until=None, value=5.0)
    second = replace(first, until=REVIEW, value=3.0)
    report = released(replace(plan, restrictions=(first, second))).report
    assert [(r.limit.value, r.until) for r in report.restrictions] == [(3.0, None)]
