"""The recovery of a case: pictures with their reasons, and days to work beside the plan."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from a_plannable_case import CLERK, VISIT

from job_profiles.kinds import DemandKind
from rtw.domain.assessment.operation import Operation, Procedure
from rtw.domain.hands import Side
from rtw.domain.recovery.days_to_work import Against, Milestone
from rtw.domain.recovery.job_class import JobClass
from rtw.domain.schedule.values import BreakRule, Day, Schedule, TaskHours, Week
from rtw.domain.scores.definition import ScoreId
from rtw.domain.scores.entry import ScoreEntry
from rtw.domain.why import Origin
from rtw.services.recovery import panels, words
from rtw.services.recovery.days import days_of
from rtw.services.recovery.followed import followed_operation, following_words
from rtw.services.recovery.of_case import recovery_of
from rtw.services.recovery.papers import days_section, recovery_sections

OPERATED = date(2026, 1, 19)
OPEN = Operation(Side.RIGHT, Procedure.OPEN_CARPAL_TUNNEL_RELEASE, OPERATED)
TODAY = date(2026, 3, 10)


def grip(found):
    return next(m for m in found.measures if m.picture.prior.measure == DemandKind.POWER_GRIP.value)


def schedule(first: date, full_week: int | None = 3) -> Schedule:
    monday = first - timedelta(days=first.weekday())
    day = Day(first.weekday(), (TaskHours("Telephone", 2),))
    weeks = tuple(Week(n + 1, monday + timedelta(weeks=n), (day,), ()) for n in range(3))
    return Schedule(weeks, full_week, (), BreakRule(60, 5, "rule", None))


def test_the_picture_holds_what_was_measured_and_what_may_come():
    shown = grip(recovery_of((OPEN,), (VISIT,), TODAY))
    (point,) = shown.picture.measured
    assert (point.on, point.value, shown.picture.unit) == (VISIT.on, pytest.approx(18.0), "kgf")
    first, last = shown.picture.bands[0], shown.picture.bands[-1]
    assert first.on == VISIT.on
    assert first.band.median == pytest.approx(18.0, rel=0.01)
    assert last.band.median > first.band.median
    assert last.on <= TODAY + timedelta(weeks=16)


def test_a_questionnaire_is_the_patients_report_and_a_strength_is_measured():
    visit = replace(VISIT, scores=(ScoreEntry(ScoreId.BCTQ_SYMPTOM, total=2.5),))
    found = recovery_of((OPEN,), (visit,), TODAY)
    whose = {}
    for shown in found.measures:
        is_score = shown.picture.prior.measure.startswith("bctq")
        for point in shown.picture.measured:
            (entered,) = panels.measured_panel(shown, point).inputs
            whose.setdefault((is_score, panels.taken_word(shown.picture)), set()).add(entered.origin)
    assert whose == {(True, "Reported"): {Origin.PATIENT}, (False, "Measured"): {Origin.MEASURED}}


def test_cohorts_stand_in_the_picture_with_number_and_source():
    shown = grip(recovery_of((OPEN,), (VISIT,), TODAY))
    assert {c.source for c in shown.picture.cohorts} >= {"finsen_1999", "gellman_1989"}
    assert all(not c.counted for c in shown.picture.cohorts if c.source == "gellman_1989")
    assert not shown.picture.reference_is_measured


def test_every_figure_says_why():
    shown = grip(recovery_of((OPEN,), (VISIT,), TODAY))
    why = panels.expected_panel(shown, shown.picture.bands[-1].band)
    assert why.formula
    assert {"finsen_1999", "korean_cohort_2011", "bohannon_2019"} <= set(why.sources)
    assert "gellman_1989" not in why.sources
    assert {Origin.MEASURED, Origin.ASSUMED, Origin.COMPUTED} <= {i.origin for i in why.inputs}
    assert any("opens no gate" in caution for caution in why.cautions)
    mark = panels.cohort_panel(shown, shown.picture.cohorts[0])
    assert "%" in mark.steps[0]
    assert panels.measured_panel(shown, shown.picture.measured[0]).formula is None


def test_without_a_course_what_is_expected_weighs_all_measurements_and_says_so():
    guyon, later = replace(OPEN, procedure=Procedure.GUYON_CANAL_RELEASE), VISIT.on + timedelta(days=14)
    stronger = tuple(
        replace(
            hand,
            grip=tuple(
                replace(g, trials=replace(g.trials, entered=tuple(1.4 * v for v in g.trials.entered)))
                for g in hand.grip
            ),
        )
        for hand in VISIT.hands
    )
    shown = grip(recovery_of((guyon,), (VISIT, replace(VISIT, on=later, hands=stronger)), later))
    first, last = (point.value for point in shown.picture.measured)
    assert first < shown.picture.bands[0].band.median < last
    assert "weighs them all by their errors of measuring" in words.says(shown)[0]


def test_a_procedure_without_evidence_says_so_and_uses_the_measurements_alone():
    radial = replace(OPEN, procedure=Procedure.RADIAL_TUNNEL_RELEASE)
    shown = grip(recovery_of((radial,), (VISIT,), TODAY))
    assert "No course over weeks is published" in words.says(shown)[0]
    medians = {round(entry.band.median, 3) for entry in shown.picture.bands}
    assert medians == {18.0}


def test_scores_with_a_published_course_are_followed_too():
    entry = ScoreEntry(ScoreId.BCTQ_FUNCTION, total=2.4)
    shown = recovery_of((OPEN,), (replace(VISIT, scores=(entry,)),), TODAY).measures[-1]
    assert shown.picture.prior.measure == "bctq_function"
    assert shown.picture.bands[-1].band.median < 2.4
    assert shown.picture.bands[-1].on <= OPERATED + timedelta(weeks=13)
    assert "points" in panels.expected_panel(shown, shown.picture.bands[0].band).result


def test_a_score_with_one_published_week_is_carried_forward_and_nothing_is_read_from_before():
    seen = tuple(
        replace(VISIT, on=on, scores=(ScoreEntry(ScoreId.BCTQ_SYMPTOM, total=total),))
        for on, total in ((OPERATED - timedelta(days=7), 4.5), (VISIT.on, 2.0))
    )
    shown = recovery_of((OPEN,), seen, TODAY).measures[-1]
    assert shown.picture.prior.measure == "bctq_symptom"
    assert [m.week is None for m in shown.followed.measured] == [True, False]
    assert [m.value for m in shown.followed.used] == [2.0]
    assert {round(entry.band.median, 2) for entry in shown.picture.bands} == {2.0}
    (mark,) = shown.picture.cohorts
    assert "no other week" in panels.cohort_panel(shown, mark).cautions[0]


def test_a_pinch_whose_error_is_only_stood_in_for_says_so_on_page_and_panel():
    found = recovery_of((OPEN,), (VISIT,), TODAY)
    for shown in found.measures:
        is_pinch = shown.picture.prior.measure != DemandKind.POWER_GRIP.value
        assert (words.STANDS_IN in words.says(shown)) is is_pinch
        why = [panels.expected_panel(shown, entry.band) for entry in shown.picture.bands[:1]]
        assert all((words.STANDS_IN in each.cautions) is is_pinch for each in why)
        assumed = [i.name for each in why for i in each.inputs if i.origin is Origin.ASSUMED]
        assert any("(MCID)" in name for name in assumed) is (is_pinch and bool(why))


def test_what_is_published_of_a_score_that_cannot_be_drawn_stands_in_words():
    """Of the MHQ no error of measuring is known, so it has no picture: what is published is listed."""
    assert {"mhq", "mhq_pain"} <= {row.measure for row in recovery_of((OPEN,), (VISIT,), TODAY).in_words}


def test_pain_has_no_published_course_and_is_not_forecast():
    found = recovery_of((OPEN,), (VISIT,), TODAY)
    assert not {m.picture.prior.measure for m in found.measures} & {"pain_rest", "pain_work"}
    assert "pillar_pain" in {row.measure for row in found.in_words}


def test_a_fall_nobody_expected_is_named():
    fallen = replace(
        VISIT,
        on=VISIT.on + timedelta(weeks=1),
        hands=tuple(replace(h, grip=VISIT.hands[1].grip) if h.side is Side.RIGHT else h for h in VISIT.hands),
    )
    strong = replace(VISIT, hands=tuple(replace(h, grip=VISIT.hands[0].grip) for h in VISIT.hands))
    assert grip(recovery_of((OPEN,), (strong, fallen), TODAY)).unexpected
    assert not grip(recovery_of((OPEN,), (VISIT, fallen), TODAY)).unexpected


def test_without_a_day_of_treatment_nothing_is_followed():
    assert recovery_of((replace(OPEN, on=None),), (VISIT,), TODAY) is None
    assert days_of((), CLERK, None) is None


def test_published_days_stand_beside_the_plans_own():
    shown = days_of((OPEN,), CLERK, schedule(OPERATED + timedelta(days=14)))
    days = shown.planned.days
    assert (days.first_day, days.full_duty, days.last_day) == (14, 28, 34)
    assert shown.job.job_class is JobClass.DESK
    assert shown.meaning == ()
    assert {row.published.jobs.value for row in shown.rows} == {"any", "desk"}
    assert all(row.why.coefficients for row in shown.rows)
    assert shown.strongest.factor.startswith("surgeon")


def test_a_plan_that_ends_without_full_duty_is_held_against_ranges_of_full_duty():
    shown = days_of((OPEN,), CLERK, schedule(OPERATED + timedelta(days=49), full_week=None))
    (full,) = [
        r.against for r in shown.ranges if r.published.milestone is Milestone.FULL_DUTY and r.published.days
    ]
    assert full is Against.LATER
    soon = days_of((OPEN,), CLERK, schedule(OPERATED + timedelta(days=14), full_week=None))
    assert Against.LATER not in {r.against for r in soon.rows}


def test_figures_without_a_range_stand_apart_and_are_compared_with_nothing():
    shown = days_of((OPEN,), CLERK, schedule(OPERATED + timedelta(days=120)))
    assert {(r.published.days, r.published.n) for r in shown.singles} == {(54.8, 53), (42, 82), (7, None)}
    assert {r.against for r in shown.singles} == {Against.NOT_COMPARED}
    assert len(shown.ranges) + len(shown.singles) == len(shown.rows)
    section = days_section(shown)
    assert [line.people for line in section.singles if line.days.startswith("54.8")] == ["53"]
    assert not any("no range given" in line.days for line in section.rows)


def test_what_delays_most_is_the_largest_odds_ratio_wherever_it_stands():
    shown = days_of((OPEN,), CLERK, None)
    turned = replace(shown, predictors=shown.predictors[::-1])
    assert shown.strongest is turned.strongest
    assert shown.strongest.odds_ratio == 30.5
    assert shown.strongest not in turned.other_predictors
    assert len(turned.other_predictors) == len(turned.predictors) - 1
    unsized = tuple(each for each in shown.predictors if each.odds_ratio is None)
    assert replace(shown, predictors=unsized).strongest is None


def test_a_plan_outside_a_published_range_says_so_and_what_it_may_mean():
    late = days_of((OPEN,), CLERK, schedule(OPERATED + timedelta(days=120)))
    assert Against.LATER in {row.against for row in late.rows}
    (words,) = late.meaning
    assert "later" in words
    early = days_of((OPEN,), CLERK, schedule(OPERATED - timedelta(days=14), full_week=1))
    assert any("surgeon advised" in words for words in early.meaning)


def test_a_class_that_is_not_known_is_asked_and_every_row_shown():
    silent = replace(CLERK, tasks=CLERK.tasks[:3])
    asked, chosen = days_of((OPEN,), silent, None), days_of((OPEN,), silent, None, JobClass.HEAVY)
    assert asked.job.job_class is None
    assert len(asked.rows) > len(chosen.rows)
    assert chosen.is_chosen


def test_nothing_is_compared_where_nothing_is_published():
    radial = replace(OPEN, procedure=Procedure.RADIAL_TUNNEL_RELEASE)
    assert days_of((radial,), CLERK, schedule(OPERATED)).rows == ()


def test_of_two_operations_on_one_day_the_one_without_a_course_is_followed():
    guyon = replace(OPEN, procedure=Procedure.GUYON_CANAL_RELEASE)
    assert followed_operation((OPEN, guyon)) == followed_operation((guyon, OPEN)) == guyon
    assert followed_operation((guyon, replace(OPEN, on=OPERATED + timedelta(days=1)))).on != OPERATED


def test_of_two_operations_it_is_said_which_is_followed_and_what_is_not_used():
    cubital = replace(OPEN, procedure=Procedure.CUBITAL_TUNNEL_IN_SITU, on=OPERATED + timedelta(days=30))
    last, unused = recovery_of((OPEN, cubital), (VISIT,), TODAY).following
    assert last.startswith("Followed: cubital tunnel release in situ, ")
    assert "the last one whose day is known" in last
    assert unused.startswith("Not followed: open carpal tunnel release, ")
    assert "What is published of its recovery and days to work is left out here" in unused
    assert days_of((OPEN, cubital), CLERK, None).following == (last, unused)


def test_the_reason_given_is_the_one_that_chose():
    guyon = replace(OPEN, procedure=Procedure.GUYON_CANAL_RELEASE)
    radial = replace(OPEN, procedure=Procedure.RADIAL_TUNNEL_RELEASE)
    assert "without a published course of strength" in following_words((OPEN, guyon))[0]
    assert "Guyon" in following_words((OPEN, guyon))[0]
    first, other = following_words((guyon, radial))
    assert "entered first" in first
    assert other.endswith("Nothing published of its recovery or of days to work after it is held.")
    _, held_back, unused = following_words((replace(guyon, on=None), OPEN))
    assert held_back.startswith("The day of release of Guyon's canal, right hand is missing")
    assert "day not known" in unused


def test_of_one_treatment_or_of_none_dated_nothing_is_said():
    assert following_words((OPEN,)) == following_words(()) == ()
    assert following_words((replace(OPEN, on=None), replace(OPEN, on=None))) == ()
    assert recovery_of((OPEN,), (VISIT,), TODAY).following == ()


def test_the_clinicians_record_says_which_operation_is_followed():
    guyon = replace(OPEN, procedure=Procedure.GUYON_CANAL_RELEASE)
    said = following_words((OPEN, guyon))
    sections = recovery_sections(recovery_of((OPEN, guyon), (VISIT,), TODAY))
    assert sections[0].says[: len(said)] == said
    assert not set(said) & {words for section in sections[1:] for words in section.says}
    assert days_section(days_of((OPEN, guyon), CLERK, None)).lines[: len(said)] == said
