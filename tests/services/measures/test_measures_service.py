"""Measures of a case: built from signed visits, against the norms that were chosen and are remembered."""

from dataclasses import replace
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from a_clinic import new_user
from a_measured_hand import FIRST_VISIT, SECOND_VISIT, give_job, measure, sign_one, treat, visit_value
from sqlalchemy.orm import Session

from rtw.documents.pictures.demand import demand_svg
from rtw.documents.pictures.progress import line_of_hand, line_of_score, progress_svg, progress_words
from rtw.documents.pictures.rungs import rungs_svg
from rtw.documents.pictures.touch import touch_svg
from rtw.domain.assessment.assessment import Assessment
from rtw.domain.assessment.findings import GripAtRung, HandFindings, Zone, ZoneSensation
from rtw.domain.assessment.operation import PatientFacts, Sex
from rtw.domain.hands import Side
from rtw.domain.measurement import AmountUnit, Trials
from rtw.domain.measures.followed import Followed
from rtw.domain.measures.shown import CaseMeasures, HandCourse
from rtw.services.actor import Actor, actor_of
from rtw.services.case_record import case_record
from rtw.services.measures.build import measures_of
from rtw.services.measures.norm_choice import authority_choices, choose_norms, norm_choices
from rtw.services.measures.of_case import case_measures
from rtw.services.permission import NotAllowedError
from rtw.store.cases import Case
from rtw.store.people import Role

KGF = AmountUnit.KILOGRAM_FORCE
BORN = date(1980, 1, 1)
WOMAN = PatientFacts(Side.RIGHT, Sex.FEMALE, BORN)
DAY = date(2026, 3, 2)


def shown(session: Session, actor: Actor, case: Case) -> CaseMeasures:
    return case_measures(case_record(session, actor, case.id), norm_choices(session, case.id))


def grip_of(measures: CaseMeasures, side: Side) -> HandCourse:
    course = next(each for each in measures.courses if each.measure is Followed.GRIP)
    return next(hand for hand in course.hands if hand.side is side)


def test_a_measured_case_says_how_each_hand_stands(session: Session, therapist: Actor, case: Case) -> None:
    case.patient.born_on = BORN
    measure(session, therapist, case)
    found = shown(session, therapist, case)
    right = grip_of(found, Side.RIGHT)
    assert [row.reading.on for row in right.rows] == [FIRST_VISIT, SECOND_VISIT]
    assert right.rows[-1].change is not None
    assert right.rows[-1].change.words == "+6.0 kgf: within measurement error"
    assert right.rows[-1].norm is not None
    assert right.rows[-1].norm.shown is not None
    assert right.rows[-1].norm.shown.words.startswith("7th percentile, z −1.5")
    assert right.rows[-1].other is not None
    assert right.rows[-1].other.words.startswith("62 %")
    assert grip_of(found, Side.LEFT).rows[-1].other is None


def test_every_authority_stands_beside_the_chosen_one(session: Session, therapist: Actor, case: Case) -> None:
    case.patient.born_on = BORN
    measure(session, therapist, case)
    authorities = grip_of(shown(session, therapist, case), Side.RIGHT).authorities
    assert len(authorities) >= 4
    assert [each.source for each in authorities if each.is_chosen] == ["mathiowetz_1985"]
    assert len({each.shown.words for each in authorities if each.shown}) > 2


def test_the_chosen_authority_is_remembered(session: Session, therapist: Actor, case: Case) -> None:
    case.patient.born_on = BORN
    measure(session, therapist, case)
    choose_norms(session, therapist, case.id, {"grip": "tomkinson_2025", "motion": "nobody", "csrf": "x"})
    assert norm_choices(session, case.id) == {"grip": "tomkinson_2025"}
    row = grip_of(shown(session, therapist, case), Side.RIGHT).rows[-1]
    assert row.norm is not None
    assert row.norm.source == "tomkinson_2025"
    assert row.norm.shown is not None
    assert row.norm.shown.why.steps == ("Read from a published percentile table.",)
    grip = next(c for c in authority_choices(norm_choices(session, case.id)) if c.test == "grip")
    assert grip.chosen == "tomkinson_2025"


def test_only_who_assesses_may_choose(session: Session, case: Case) -> None:
    other = actor_of(new_user(session, Role.CASE_MANAGER, "Elsewhere"))
    with pytest.raises(NotAllowedError):
        choose_norms(session, other, case.id, {"grip": "tomkinson_2025"})


def test_an_unsigned_visit_does_not_count(session: Session, therapist: Actor, case: Case) -> None:
    give_job(session, case)
    treat(session, therapist, case)
    assert shown(session, therapist, case).is_empty
    sign_one(session, therapist, case, visit_value(FIRST_VISIT))
    assert len(grip_of(shown(session, therapist, case), Side.RIGHT).rows) == 1


def test_without_sex_age_or_operation_the_figures_stand_and_norms_say_why() -> None:
    found = measures_of(PatientFacts(), (), (visit_value(DAY),), {})
    right = grip_of(found, Side.RIGHT)
    assert found.missing == ("sex", "date of birth", "dominant hand")
    assert right.rows[0].norm is not None
    assert right.rows[0].norm.shown is None
    assert "Sex is not entered" in right.rows[0].norm.no_norm
    assert right.rows[0].change is None
    assert right.band is None
    assert right.rows[0].other is not None


def test_every_figure_has_a_panel_with_an_input_or_a_source() -> None:
    found = measures_of(WOMAN, (), (visit_value(DAY, 12.0), visit_value(DAY + timedelta(28))), {})
    figures = [
        shown
        for course in found.courses
        for hand in course.hands
        for row in hand.rows
        for shown in (row.value, row.norm.shown if row.norm else None, row.other, row.change)
        if shown is not None
    ]
    figures += [row.value for row in found.motions] + [n.shown for row in found.motions for n in row.normals]
    figures += [row.shown for hand in found.touch for row in hand.rows if row.shown]
    figures += [row.value for course in found.scores for row in course.rows]
    figures += [row.variation for hand in found.rungs for row in hand.rows if row.variation]
    assert len(figures) > 30
    assert all(shown.why.inputs for shown in figures)


def test_nobody_is_passed_or_failed() -> None:
    found = measures_of(WOMAN, (), (visit_value(DAY, 12.0),), {})
    words = [row.variation.words for hand in found.rungs for row in hand.rows if row.variation]
    words += [
        caution
        for hand in found.rungs
        for row in hand.rows
        if row.variation
        for caution in row.variation.why.cautions
    ]
    assert words
    assert not any(bad in word.lower() for word in words for bad in ("pass", "fail", "sincere", "maximal"))
    assert len(found.cautions) > 8


def drawn(svg: str | None) -> ElementTree.Element:
    assert svg is not None
    return ElementTree.fromstring(svg)  # our own drawing


def texts(svg: str | None) -> str:
    return " ".join(part.text or "" for part in drawn(svg).iter() if part.tag.endswith("text"))


def test_the_pictures_say_what_the_table_says() -> None:
    visits = (visit_value(DAY, 12.0), visit_value(DAY + timedelta(28), 14.0))
    found = measures_of(WOMAN, (), visits, {})
    course = found.courses[0]
    right = grip_of(found, Side.RIGHT)
    svg = progress_svg(line_of_hand(course, right, found), "k")
    for words in ("12.0", "14.0", "healthy people, mean ± 1 SD", "measurement error (noise)"):
        assert words in texts(svg)
    assert "12.0" in drawn(svg).attrib["aria-label"]


def test_a_picture_of_a_test_without_a_published_error_judges_nothing() -> None:
    def visit(day: date, kgf: float) -> Assessment:
        return Assessment(day, "", (HandFindings(Side.LEFT, tip_pinch=Trials((kgf,), KGF)),))

    found = measures_of(WOMAN, (), (visit(DAY, 4.0), visit(DAY + timedelta(14), 6.0)), {})
    (course,) = found.courses
    svg = progress_svg(line_of_hand(course, course.hands[0], found), "k")
    assert "change not judged: no error published" in texts(svg)
    assert "noise" not in texts(svg)


def test_a_score_is_drawn_on_its_own_scale() -> None:
    found = measures_of(
        WOMAN, (), (visit_value(DAY, pain=6.0), visit_value(DAY + timedelta(14), pain=1.0)), {}
    )
    work = next(course for course in found.scores if course.definition.id.value == "pain_work")
    line = line_of_score(work)
    assert line.real == (True,)
    assert "10" in texts(progress_svg(line, "k"))


def test_a_score_whose_scale_begins_at_one_is_drawn_from_one() -> None:
    visits = (visit_value(DAY, pain=6.0), visit_value(DAY + timedelta(14), pain=1.0))
    work = measures_of(WOMAN, (), visits, {}).scores[0]
    line = replace(line_of_score(work), least=1.0, most=5.0)
    drawn = texts(progress_svg(line, "k")).split()
    assert {"1", "5"} <= set(drawn)
    assert "0" not in drawn
    assert line_of_score(work).least == work.definition.low


def test_small_changes_of_a_score_are_held_against_the_first_visit_too() -> None:
    pains = (6.0, 4.5, 3.0)
    visits = tuple(visit_value(DAY + timedelta(14 * place), pain=pain) for place, pain in enumerate(pains))
    found = measures_of(WOMAN, (), visits, {})
    work = next(course for course in found.scores if course.definition.id.value == "pain_work")
    assert not any(line_of_score(work).real)
    assert work.whole is not None
    assert "better, by more than the smallest important change" in work.whole.words
    assert work.is_stand_in
    words = progress_words(line_of_score(work))
    assert words.count("within the smallest important change, or not judged.") == 2
    assert "error" not in words


def test_box_and_block_stands_against_its_norms_and_is_not_judged() -> None:
    """Mathiowetz: women of 45 to 49, right hand; more blocks are better, and no error is published."""

    def visit(day: date, blocks: float) -> Assessment:
        return Assessment(day, "", (HandFindings(Side.RIGHT, box_and_block=blocks),))

    found = measures_of(WOMAN, (), (visit(DAY, 50.0), visit(DAY + timedelta(28), 70.0)), {})
    (course,) = found.courses
    (hand,) = course.hands
    assert course.scale.unit == "blocks"
    marks = [row.norm.shown.why.result for row in hand.rows if row.norm and row.norm.shown]
    assert len(marks) == 2
    assert marks[0].startswith("below the 1st")
    assert hand.rows[1].change is not None
    assert hand.rows[1].change.words.startswith("+20.0 blocks: no published error")


def test_the_sensory_map_draws_what_is_recorded_and_nothing_else() -> None:
    hand = HandFindings(
        Side.LEFT, sensation=(ZoneSensation(Zone.THUMB, 3.61), ZoneSensation(Zone.RING, 9.99))
    )
    found = measures_of(WOMAN, (), (Assessment(DAY, "", (hand,)),), {})
    left, right = found.touch
    letters = {row.zone: row.letter for row in left.rows}
    assert letters == {"Thumb": "L", "Index": "–", "Middle": "–", "Ring": "?", "Little": "–", "Palm": "–"}
    assert {row.letter for row in right.rows} == {"–"}
    assert right.map.on is None
    assert "3.61" in texts(touch_svg(found.touch))
    assert "not examined" in texts(touch_svg(found.touch))


def test_the_curve_is_drawn_only_of_two_positions() -> None:
    grips = tuple(GripAtRung(Trials((20.0 + rung,), KGF), rung) for rung in range(1, 6))
    visit = Assessment(DAY, "", (HandFindings(Side.LEFT, grips), HandFindings(Side.RIGHT, grips[:1])))
    found = measures_of(WOMAN, (), (visit,), {})
    scale = found.courses[0].scale
    assert "left hand" in texts(rungs_svg(found.rungs, scale))
    assert rungs_svg(found.rungs[1:], scale) is None


def test_no_bars_without_a_ratio() -> None:
    assert demand_svg(()) is None
