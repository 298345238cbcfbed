"""The page of measures in a real browser: accessible, one hand wide, and whole without scripts."""

import pytest
from a_clinic import new_case
from a_measured_hand import measure
from accessibility import assert_accessible, assert_fits_width
from conftest import Live
from playwright.sync_api import Page, expect

from rtw.services.actor import actor_of
from rtw.store.people import Role, User
from rtw.web.database import db

pytestmark = pytest.mark.browser


@pytest.fixture
def address(live: Live) -> str:
    """Give the address of the measures of a case with two signed visits."""
    with live.clinic.app.app_context():
        session = db.session()
        actor = actor_of(session.query(User).filter_by(role=Role.THERAPIST).one())
        case = new_case(session, actor, "Followed")
        measure(session, actor, case)
        db.session.commit()
        return f"/cases/{case.id}/measures"


def test_the_page_is_accessible_and_fits_a_phone(therapist_page: Page, address: str) -> None:
    therapist_page.goto(address)
    assert_accessible(therapist_page)
    therapist_page.locator("details.why").first.locator("summary").click()
    expect(therapist_page.get_by_text("mean of the trials").first).to_be_visible()
    therapist_page.set_viewport_size({"width": 390, "height": 800})
    assert_fits_width(therapist_page)


def test_pictures_need_no_script(live_without_scripts: Page, address: str) -> None:
    live_without_scripts.goto(address)
    expect(live_without_scripts.get_by_role("img", name="Grip, right hand")).to_be_visible()
