"""Accommodations and evidence in a real browser: axe, width, and verdicts that change while ticking."""

import pytest
from a_clinic import new_case
from a_plannable_case import make_plannable
from accessibility import assert_accessible, assert_fits_width
from arrival import before_scripts, follow
from conftest import Live
from playwright.sync_api import Page, expect

from rtw.services.actor import Actor
from rtw.store.cases import Case
from rtw.store.people import Role, User
from rtw.web.database import db

pytestmark = pytest.mark.browser

PAGES = (
    "/accommodations",
    "/accommodations?q=wrist",
    "/accommodations?q=zzzz",
    "/accommodations/warm_gloves?case=1",
    "/accommodations/not-recommended/wrist_pads",
    "/evidence",
    "/evidence/figures/motion?differing=1",
    "/evidence/figures/protocols",
    "/evidence/models",
    "/evidence/models/rsi",
    "/evidence/sources",
    "/evidence/sources/schmid_2015",
    "/cases/1/accommodations",
)
CASE_PAGES = (
    "",
    "?try=task_hours_cap&figure-task_hours_cap-hours=2",
    "/speech_recognition",
    "/compare/0.0.right",
)


@pytest.fixture
def plannable(live: Live) -> int:
    """A case in the live clinic with a job and a signed visit."""
    with live.clinic.app.app_context():
        user = db.session.query(User).filter_by(role=Role.THERAPIST).one()
        actor = Actor(user.id, user.name, user.role, user.clinic_id)
        case: Case = new_case(db.session(), actor, "Plannable")
        make_plannable(db.session(), case)
        case_id = case.id
        db.session.commit()
    return case_id


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_accessible_and_fits_a_phone(therapist_page: Page, path: str) -> None:
    _assert_usable(therapist_page, path)


@pytest.mark.parametrize("part", CASE_PAGES)
def test_a_page_of_the_case_is_accessible_and_fits_a_phone(
    therapist_page: Page, plannable: int, part: str
) -> None:
    _assert_usable(therapist_page, f"/cases/{plannable}/accommodations{part}")


def _assert_usable(page: Page, path: str) -> None:
    page.goto(path)
    assert_accessible(page)
    page.set_viewport_size({"width": 360, "height": 740})
    assert_fits_width(page)
    assert_accessible(page)


def test_ticking_shows_at_once_what_changes_and_choosing_is_undone(
    therapist_page: Page, plannable: int
) -> None:
    page = therapist_page
    page.goto(f"/cases/{plannable}/accommodations")
    changes = page.locator("#changes")
    box = page.get_by_label("Half the time on the task", exact=True)
    box.focus()
    page.keyboard.press("Space")
    expect(changes).to_contain_text("Keyboard use, right hand, in Enter claims")
    expect(changes).to_contain_text("Within")
    page.keyboard.press("Space")
    expect(changes).to_contain_text("Tick something")
    page.get_by_label("Highest hours on the task", exact=True).check()
    expect(changes).to_contain_text("until you give a figure")
    page.get_by_label("How many hours a day at most?").fill("2,5")
    expect(changes).not_to_contain_text("until you give a figure")
    follow(page.get_by_role("button", name="Choose the ticked"))
    chosen = page.get_by_role("region", name="Chosen accommodations")
    expect(chosen).to_contain_text("Figure given: 2.5")
    assert_accessible(page)
    follow(page.get_by_role("button", name="Take out Highest hours on the task"))
    expect(chosen).to_have_count(0)
    assert_accessible(page)
    follow(page.get_by_role("button", name="Put it back"))
    expect(chosen).to_contain_text("Figure given: 2.5")


def test_what_is_ticked_before_the_scripts_came_shows_what_changes(
    therapist_page: Page, plannable: int
) -> None:
    with before_scripts(therapist_page, f"/cases/{plannable}/accommodations"):
        therapist_page.get_by_label("Half the time on the task", exact=True).check()
    expect(therapist_page.locator("#changes")).to_contain_text("Keyboard use, right hand, in Enter claims")


def test_vague_words_are_refused_where_they_stand(therapist_page: Page, plannable: int) -> None:
    page = therapist_page
    page.goto(f"/cases/{plannable}/accommodations/forearm_support")
    page.get_by_label("What the employer reads").fill("Use the support as tolerated.")
    follow(page.get_by_role("button", name="Save"))
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("alert")).to_contain_text("as tolerated")
    assert_accessible(page)


def test_without_scripts_the_button_shows_what_changes(live_without_scripts: Page, plannable: int) -> None:
    page = live_without_scripts
    page.goto(f"/cases/{plannable}/accommodations")
    page.get_by_label("Half the time on the task", exact=True).check()
    follow(page.get_by_role("button", name="Show what changes"))
    expect(page.locator("#changes")).to_contain_text("Keyboard use, right hand, in Enter claims")
    expect(page.get_by_label("Half the time on the task", exact=True)).to_be_checked()
