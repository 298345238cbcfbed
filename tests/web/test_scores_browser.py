"""Scores in a real browser: filled by the keys alone, worked out while typing, accessible, one hand wide."""

import pytest
from a_clinic import TODAY, new_case
from accessibility import assert_accessible, assert_fits_width
from arrival import before_scripts, follow
from conftest import Live
from playwright.sync_api import Page, expect

from rtw.domain.assessment.assessment import Assessment
from rtw.domain.scores.definition import ScoreId
from rtw.domain.scores.entry import ScoreEntry
from rtw.services.actor import actor_of
from rtw.services.assessments import begin_visit, save_visit, sign_visit
from rtw.store.people import Role, User
from rtw.web.database import db

pytestmark = pytest.mark.browser


@pytest.fixture
def visit(live: Live) -> str:
    """Give the address of a visit just begun, after one signed with a QuickDASH of 50."""
    with live.clinic.app.app_context():
        session = db.session()
        actor = actor_of(session.query(User).filter_by(role=Role.THERAPIST).one())
        case = new_case(session, actor, "Scored")
        first = begin_visit(session, actor, case.id, TODAY)
        scores = (ScoreEntry(ScoreId.QUICKDASH, total=50.0),)
        save_visit(session, actor, case.id, first.id, Assessment(TODAY, actor.signature, scores=scores))
        assert sign_visit(session, actor, case.id, first.id, TODAY) is None
        begun = begin_visit(session, actor, case.id, TODAY)
        db.session.commit()
        return f"/cases/{case.id}/assessment/{begun.id}"


def test_a_form_is_filled_by_digits_alone(therapist_page: Page, visit: str) -> None:
    page = therapist_page
    page.goto(visit)
    page.locator("#f-score-quickdash-1").focus()  # what was asked last time stands open
    page.keyboard.type("1234512341 ")
    page.keyboard.press("Backspace")
    page.keyboard.type("3")
    for n, written in enumerate((*"1234512343", ""), start=1):
        expect(page.locator(f"#f-score-quickdash-{n}")).to_have_value(written)
    # 28 over 10 answers: (2.8 - 1) * 25 = 45, five points better and inside the error
    expect(page.locator("#score-quickdash")).to_contain_text("45")
    expect(page.locator("#score-quickdash")).to_contain_text("not more than the smallest important change")


def test_a_scale_goes_on_to_the_next_and_takes_one_digit_an_item(therapist_page: Page, visit: str) -> None:
    page = therapist_page
    page.goto(visit)
    page.locator(".questionnaire:has(#f-score-bctq_symptom-1) summary").first.click()
    page.locator("#f-score-bctq_symptom-1").focus()
    page.keyboard.type("12345123451" + "54321543")
    assert [page.locator(f"#f-score-bctq_symptom-{n}").input_value() for n in (10, 11)] == ["5", "1"]
    assert [page.locator(f"#f-score-bctq_function-{n}").input_value() for n in (1, 8)] == ["5", "3"]
    expect(page.locator("#f-score-bctq_function-total")).to_be_focused()
    last = page.locator("#f-score-bctq_symptom-11")
    last.focus()
    last.press("End")
    page.keyboard.type("3")
    expect(last).to_have_value("3")
    expect(page.locator("#f-score-bctq_function-1")).to_be_focused()


def test_ten_takes_two_keys_and_a_nought_one(therapist_page: Page, visit: str) -> None:
    page = therapist_page
    page.goto(visit)
    page.get_by_text("Patient-Rated Wrist Evaluation", exact=True).click()
    page.locator("#f-score-prwe_pain-1").focus()
    page.keyboard.type("10089 ")
    for n, written in enumerate(("10", "0", "8", "9", ""), start=1):
        expect(page.locator(f"#f-score-prwe_pain-{n}")).to_have_value(written)
    expect(page.locator("#score-prwe_pain")).to_contain_text("33.8")
    expect(page.locator("#score-prwe")).to_contain_text("without PRWE function")


def test_a_digit_typed_before_the_scripts_came_counts_and_moves_on(therapist_page: Page, visit: str) -> None:
    page = therapist_page
    with before_scripts(page, visit):
        page.locator("#f-score-quickdash-1").focus()
        page.keyboard.type("4")
    expect(page.locator("#f-score-quickdash-2")).to_be_focused()
    expect(page.locator("#score-quickdash")).to_contain_text("at least 10")


def test_the_why_opens_by_the_keys_and_names_the_source(therapist_page: Page, visit: str) -> None:
    page = therapist_page
    page.goto(visit)
    page.locator("#f-score-quickdash-total").focus()
    page.keyboard.type("30")
    expect(page.locator("#score-quickdash")).to_contain_text(
        "better, by more than the smallest important change"
    )
    page.locator("#score-quickdash summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#score-quickdash .why-panel").first).to_be_visible()
    expect(page.locator("#score-quickdash .why-panel").first).to_contain_text("Gummesson")
    assert_accessible(page)


def test_a_contradiction_is_asked_while_typing(therapist_page: Page, visit: str) -> None:
    page = therapist_page
    page.goto(visit)
    page.locator("#f-score-quickdash-1").focus()
    page.keyboard.type("33333333333")
    page.locator("#f-score-quickdash-total").fill("70")
    expect(page.locator("#questions")).to_contain_text("the items make 50, the total says 70")


def test_the_signed_visit_shows_the_scores(therapist_page: Page, visit: str) -> None:
    page = therapist_page
    page.goto(visit)
    page.locator("#f-score-quickdash-total").fill("30")
    follow(page.get_by_role("button", name="Look through and sign"))
    row = page.get_by_role("row", name="QuickDASH")
    expect(row).to_contain_text("−20 since")
    assert_accessible(page)
    follow(page.get_by_role("button", name="Sign the visit"))
    page.goto(visit)
    expect(page.get_by_role("row", name="QuickDASH")).to_contain_text(
        "better, by more than the smallest important change"
    )
    assert_accessible(page)
    page.set_viewport_size({"width": 390, "height": 800})
    assert_fits_width(page)
