"""Plan and release in a real browser: edits judged at once, by keyboard, on a phone, without scripts."""

import pytest
from a_clinic import TODAY, new_case
from a_plannable_case import make_plannable
from accessibility import assert_accessible, assert_fits_width
from arrival import before_scripts, changed_in_place, follow
from conftest import Live
from playwright.sync_api import Locator, Page, expect
from sqlalchemy.orm import Session

from rtw.services.actor import Actor, actor_of
from rtw.services.plans import acts
from rtw.services.plans.working import kept_plan
from rtw.store.cases import Case
from rtw.store.people import Role, User
from rtw.web.database import db

pytestmark = pytest.mark.browser


@pytest.fixture
def case_id(live: Live) -> int:
    """A case ready to be planned."""
    with live.clinic.app.app_context():
        session = db.session()
        case: Case = new_case(session, _therapist(session), "Planck")
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
    expect(page.locator(".chart .main-svg").first).to_be_visible()
    for path in ("", "?week=2", "/settings", "/restrictions", "/words", "/sign", "/throw-away"):
        _looked_at(page, f"{plan}{path}")
    page.goto(f"{plan}/sign")
    follow(page.get_by_role("button", name="Sign as"))
    expect(page.get_by_role("status")).to_contain_text("is signed")
    follow(page.get_by_role("button", name="Record consent for the employer"))
    _looked_at(page, f"/cases/{case_id}/release")
    follow(page.get_by_role("button", name="Release", exact=True))
    expect(page.get_by_role("status")).to_contain_text("is released to the employer")
    with page.expect_download() as download:
        page.get_by_role("link", name="v1.pdf").click()
    assert download.value.suggested_filename.endswith("-v1.pdf")
    follow(page.get_by_role("link", name="9 March 2026"))
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


def test_after_saving_the_page_stands_at_the_week_and_says_what_it_breaks(
    therapist_page: Page, case_id: int
) -> None:
    page = therapist_page
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto(f"/cases/{case_id}/plan")
    page.get_by_role("button", name="Write it by hand").click()
    expect(page.locator("#edit-week")).to_be_visible()
    page.goto(f"/cases/{case_id}/plan?week=4#week-4")
    cell, save = page.locator("#edit-week .hours").first, page.get_by_role("button", name="Save week 4")
    check = page.locator("#week-check")
    for leave, hours, in_view in ((lambda: cell.press("Tab"), "5", cell), (save.click, "6", check)):
        with page.expect_response(lambda answer: "week=4" in answer.url):
            cell.fill(hours)
            leave()
        expect(check).to_contain_text(f"Enter claims {hours} h, the job asks 4 h.")
        expect(in_view).to_be_in_viewport()


def test_nothing_is_saved_over_a_colleague_until_mine_is_chosen(
    therapist_page: Page, live: Live, case_id: int
) -> None:
    page = therapist_page
    page.goto(f"/cases/{case_id}/plan")
    page.get_by_role("button", name="Write it by hand").click()
    monday, tuesday = (page.get_by_label(f"Enter claims, {day} March, hours") for day in ("Mon 16", "Tue 17"))
    refused = page.get_by_role("alert", name="Nothing was saved")
    _type(monday, "1")
    expect(page.get_by_role("button", name="Undo")).to_be_enabled()
    page.locator("#hours-figures summary").click()
    _as_colleague(live, case_id)
    _type(monday, "2")
    expect(refused).to_be_visible()
    expect(page.locator("#hours-figures .why-panel")).to_be_visible()  # what was opened stays open
    _type(tuesday, "3")
    page.wait_for_timeout(900)  # longer than a cell waits before it is sent
    expect(refused).to_be_visible()
    assert _kept_monday(live, case_id) == _COLLEAGUES
    expect(monday).to_have_value("2")
    expect(tuesday).to_have_value("3")
    assert_accessible(page)
    page.get_by_role("button", name="Use mine for week 1").click()
    expect(refused).to_have_count(0)
    assert _kept_monday(live, case_id) == 4
    expect(tuesday).to_have_value("3")


_COLLEAGUES = 6  # half hours


def _type(cell: Locator, hours: str) -> None:
    with changed_in_place(cell.page):
        cell.fill(hours)
        cell.press("Tab")


def _therapist(session: Session) -> Actor:
    return actor_of(session.query(User).filter_by(role=Role.THERAPIST).one())


def _as_colleague(live: Live, case_id: int) -> None:
    with live.clinic.app.app_context():
        session, cells = db.session(), [(0, "Enter claims", _COLLEAGUES)]
        acts.edit_week(session, _therapist(session), case_id, 1, cells, TODAY)
        session.commit()


def _kept_monday(live: Live, case_id: int) -> int:
    """Return the half hours that are kept for the first Monday."""
    with live.clinic.app.app_context():
        schedule = kept_plan(db.session(), case_id).plan.schedule
        assert schedule is not None
        return schedule.weeks[0].days[0].half_hours_of("Enter claims")


def test_a_switch_is_worked_by_keyboard(therapist_page: Page, case_id: int) -> None:
    page = therapist_page
    page.goto(f"/cases/{case_id}/plan")
    switch = page.get_by_role("switch", name="Half the time on the task")
    expect(switch).not_to_be_checked()
    switch.press("Space")
    expect(page.get_by_role("switch", name="Half the time on the task")).to_be_checked()
    assert_accessible(page)


def test_hours_typed_before_the_scripts_came_are_judged(
    therapist_page: Page, live_without_scripts: Page, case_id: int
) -> None:
    live_without_scripts.goto(f"/cases/{case_id}/plan")
    follow(live_without_scripts.get_by_role("button", name="Write it by hand"))
    cell = therapist_page.get_by_label("Enter claims, Mon 16 March, hours")
    with before_scripts(therapist_page, f"/cases/{case_id}/plan?week=1"):
        cell.fill("5")
        cell.press("Tab")
    expect(therapist_page.get_by_role("alert")).to_contain_text("Enter claims 5 h, the job asks 4 h.")


def test_a_plan_is_made_and_changed_without_scripts(live_without_scripts: Page, case_id: int) -> None:
    page = live_without_scripts
    page.goto(f"/cases/{case_id}/plan")
    follow(page.get_by_role("button", name="Compute").first)
    follow(page.get_by_role("link", name="Change week 3"))
    page.get_by_label("Telephone, Mon 30 March, hours").fill("0")
    follow(page.get_by_role("button", name="Save week 3"))
    expect(page.get_by_label("Telephone, Mon 30 March, hours")).to_have_value("")
    expect(page.get_by_text("Written by hand.")).to_be_visible()
