"""Plan and release in a real browser: edits judged at once, by keyboard, on a phone, without scripts."""

import pytest
from a_clinic import sign_in_page
from a_plannable_case import make_plannable
from accessibility import assert_accessible, assert_fits_width
from conftest import Live
from playwright.sync_api import Browser, Page, expect

from rtw.store.cases import Case
from rtw.web.database import db

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def case_id(live: Live) -> int:
    """A case of its own, ready to be planned."""
    from a_clinic import new_case

    from rtw.services.actor import actor_of
    from rtw.store.people import Role, User

    with live.clinic.app.app_context():
        session = db.session()
        therapist = actor_of(session.query(User).filter_by(role=Role.THERAPIST).one())
        case: Case = new_case(session, therapist, "Planck")
        make_plannable(session, case)
        session.commit()
        return case.id


def _looked_at(page: Page, address: str) -> None:
    """Look at a page on a desk and on a phone."""
    page.goto(address)
    assert_accessible(page)
    page.set_viewport_size({"width": 360, "height": 740})
    assert_fits_width(page)
    page.set_viewport_size({"width": 1280, "height": 860})


def test_from_computing_to_the_released_files(therapist_page: Page, case_id: int) -> None:
    page, plan = therapist_page, f"/cases/{case_id}/plan"
    _looked_at(page, plan)
    page.get_by_role("button", name="Compute the schedule").click()
    expect(page.get_by_text("Every limit kept")).to_be_visible()
    assert page.locator(".chart .main-svg").first.is_visible()
    for path in ("", "?week=2", "/settings", "/restrictions", "/words", "/sign", "/throw-away"):
        _looked_at(page, f"{plan}{path}")
    page.goto(f"{plan}/sign")
    page.get_by_role("button", name="Sign as").click()
    expect(page.get_by_role("status")).to_contain_text("is signed")
    page.get_by_role("button", name="Record consent for the employer").click()
    _looked_at(page, f"/cases/{case_id}/release")
    page.get_by_role("button", name="Release", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("is released to the employer")
    with page.expect_download() as download:
        page.get_by_role("link", name="v1.pdf").click()
    assert download.value.suggested_filename.endswith("-v1.pdf")
    page.get_by_role("link", name="9 March 2026").click()
    for address in (page.url, f"{plan}/versions/1", f"/cases/{case_id}/history", plan):
        _looked_at(page, address)


def test_an_edit_is_judged_as_soon_as_the_field_is_left_and_undone_by_keyboard(
    therapist_page: Page, case_id: int
) -> None:
    page = therapist_page
    page.goto(f"/cases/{case_id}/plan")
    page.get_by_role("button", name="Write it by hand").click()
    cell = page.get_by_label("Enter claims, Mon 16 March, hours")
    cell.fill("5")
    cell.press("Tab")
    expect(page.get_by_role("alert")).to_contain_text("Enter claims 5 h, the job asks 4 h.")
    expect(cell).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("Enter claims, Tue 17 March, hours")).to_be_focused()
    assert_accessible(page)
    page.get_by_role("button", name="Undo").focus()
    page.keyboard.press("Enter")
    expect(cell).to_have_value("")


def test_a_switch_is_worked_by_keyboard(therapist_page: Page, case_id: int) -> None:
    page = therapist_page
    page.goto(f"/cases/{case_id}/plan")
    switch = page.get_by_role("switch", name="Half the time on the task")
    expect(switch).not_to_be_checked()
    switch.press("Space")
    expect(page.get_by_role("switch", name="Half the time on the task")).to_be_checked()
    assert_accessible(page)


def test_a_plan_is_made_and_changed_without_scripts(browser: Browser, live: Live, case_id: int) -> None:
    context = browser.new_context(base_url=live.url, java_script_enabled=False)
    page = context.new_page()
    sign_in_page(page)
    page.goto(f"/cases/{case_id}/plan")
    page.get_by_role("button", name="Compute").first.click()
    page.get_by_role("link", name="Change week 3").click()
    page.get_by_label("Telephone, Mon 30 March, hours").fill("0")
    page.get_by_role("button", name="Save week 3").click()
    expect(page.get_by_label("Telephone, Mon 30 March, hours")).to_have_value("")
    expect(page.get_by_text("Written by hand.")).to_be_visible()
    context.close()
