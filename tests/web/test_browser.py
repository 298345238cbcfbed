"""What only a real browser can tell: keyboard, width, drafts as they are typed, axe."""

import pytest
from accessibility import assert_accessible, assert_fits_width
from arrival import before_scripts, follow
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PAGES = ("/cases", "/cases/new", "/cases/1", "/cases/1/edit", "/cases/1/status", "/cases/1/history")
OTHER_PAGES = ("/employers", "/employers/1", "/account", "/letterhead", "/nothing", "/cases?q=nobody")


def test_signing_in_is_accessible_and_tells_mistakes(page: Page) -> None:
    page.goto("/cases")
    assert_accessible(page)
    follow(page.get_by_role("button", name="Sign in"))
    expect(page.get_by_role("alert")).to_be_focused()
    assert_accessible(page)


@pytest.mark.parametrize("path", PAGES + OTHER_PAGES)
def test_a_page_is_accessible_and_fits_a_phone(therapist_page: Page, path: str) -> None:
    therapist_page.goto(path)
    assert_accessible(therapist_page)
    therapist_page.set_viewport_size({"width": 360, "height": 740})
    assert_fits_width(therapist_page)
    assert_accessible(therapist_page)


def _tab_to(page: Page, name: str) -> None:
    """Press Tab until the element with this text has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        focused = page.evaluate("[document.activeElement.innerText.trim(), document.activeElement.id]")
        if name in focused:
            return
    pytest.fail(f"{name} is not reached by Tab")


def test_a_case_is_opened_by_keyboard_alone(therapist_page: Page) -> None:
    page = therapist_page
    page.goto("/cases")
    _tab_to(page, "Open a case")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cases/new")
    for field, text in (("given_name", "Ida"), ("family_name", "Moe"), ("employer_name", "Mill")):
        _tab_to(page, field)
        page.keyboard.type(text)
    _tab_to(page, "left_procedure")
    page.keyboard.type("Cubital")
    _tab_to(page, "Open the case")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Ida Moe")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("The case is open")


def test_the_skip_link_comes_first(therapist_page: Page) -> None:
    therapist_page.goto("/cases")
    therapist_page.keyboard.press("Tab")
    expect(therapist_page.get_by_role("link", name="Skip to content")).to_be_focused()
    therapist_page.keyboard.press("Enter")
    expect(therapist_page.locator("main")).to_be_focused()


def test_what_is_typed_is_kept_while_typing(therapist_page: Page) -> None:
    page = therapist_page
    page.goto("/cases/new")
    page.get_by_label("Family name").fill("Half-typed")
    expect(page.locator("[data-draft-note]")).to_contain_text("Draft kept")
    page.goto("/cases/new")
    expect(page.get_by_label("Family name")).to_have_value("Half-typed")
    assert_accessible(page)
    follow(page.get_by_role("button", name="Discard the draft"))
    expect(page.get_by_label("Family name")).to_have_value("")


def test_what_is_typed_before_the_scripts_came_is_kept(therapist_page: Page) -> None:
    page = therapist_page
    with before_scripts(page, "/cases/new"):
        page.get_by_label("Family name").fill("Quick")
    expect(page.locator("[data-draft-note]")).to_contain_text("Draft kept")
    page.goto("/cases/new")
    expect(page.get_by_label("Family name")).to_have_value("Quick")


def test_who_types_before_the_scripts_came_keeps_the_focus(page: Page) -> None:
    page.goto("/sign-in")
    with before_scripts(page):
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("alert")).to_be_visible()
        page.get_by_label("Password").focus()
    expect(page.get_by_label("Password")).to_be_focused()


def test_large_enough_to_hit(therapist_page: Page) -> None:
    """Buttons reach 36 px, the primary one 44 px; links and boxes of a form at least 24 px."""
    therapist_page.goto("/cases/new")
    for selector, least in ((".btn-primary", 44), (".btn", 36), (".form-check-input", 24), (".menu a", 44)):
        for element in therapist_page.locator(selector).all():
            box = element.bounding_box()
            assert box is not None
            assert box["height"] >= least, selector


def test_pages_work_without_scripts(live_without_scripts: Page) -> None:
    page = live_without_scripts
    page.goto("/cases")
    follow(page.get_by_role("link", name="Maria Lopez"))
    expect(page.get_by_role("heading", name="Maria Lopez")).to_be_visible()
    follow(page.get_by_role("link", name="Change", exact=True))
    page.get_by_label("Job, as the patient calls it").fill("Clerk")
    follow(page.get_by_role("button", name="Save"))
    expect(page.get_by_text("Clerk, Northside Insurance")).to_be_visible()


def test_a_request_that_fails_says_so(therapist_page: Page) -> None:
    therapist_page.goto("/cases")
    therapist_page.evaluate("htmx.ajax('GET', '/nothing', {target: '#content'})")
    expect(therapist_page.get_by_role("alert")).to_contain_text("That did not work (404)")
    assert_accessible(therapist_page)
    therapist_page.context.set_offline(True)
    therapist_page.evaluate("htmx.ajax('GET', '/cases', {target: '#content'}).catch(() => {})")
    expect(therapist_page.get_by_role("alert")).to_contain_text("does not answer")
    therapist_page.context.set_offline(False)
