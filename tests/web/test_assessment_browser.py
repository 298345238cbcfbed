"""The assessment and match pages in a real browser: keyboard, typing, width, axe, no scripts."""

import pytest
from a_clinic import TODAY, new_case
from a_measured_hand import measure, treat
from accessibility import assert_accessible, assert_fits_width
from arrival import before_scripts, changed_in_place, follow
from conftest import Live
from playwright.sync_api import Page, expect

from rtw.services.actor import actor_of
from rtw.services.assessments import begin_visit
from rtw.store.people import Role, User
from rtw.web.database import db

pytestmark = pytest.mark.browser


@pytest.fixture
def addresses(live: Live) -> dict[str, str]:
    """Two cases at the live clinic: one measured and with a visit begun, one whose hand rests still."""
    with live.clinic.app.app_context():
        session = db.session()
        therapist = actor_of(session.query(User).filter_by(role=Role.THERAPIST).one())
        measured, resting = new_case(session, therapist, "Berg"), new_case(session, therapist, "Dahl")
        measure(session, therapist, measured)
        treat(session, therapist, resting, on=TODAY)
        begun = begin_visit(session, therapist, measured.id, TODAY)
        early = begin_visit(session, therapist, resting.id, TODAY)
        db.session.commit()
        case, other = f"/cases/{measured.id}", f"/cases/{resting.id}"
    return {
        "overview": case,
        "visits": f"{case}/assessment",
        "no visit": "/cases/1/assessment",
        "visit": f"{case}/assessment/{begun.id}",
        "resting": f"{other}/assessment/{early.id}",
        "signed": f"{case}/assessment/{begun.id - 1}",
        "sign": f"{case}/assessment/{begun.id}/sign",
        "discard": f"{case}/assessment/{begun.id}/discard",
        "treatment": f"{case}/treatment",
        "match": f"{case}/match",
        "no match": f"{other}/match",
        "override": f"{case}/match/override?task=Staple+and+punch&index=0&kind=power_grip&side=right",
    }


@pytest.mark.parametrize(
    "name",
    [
        "overview",
        "visits",
        "no visit",
        "visit",
        "resting",
        "signed",
        "sign",
        "discard",
        "treatment",
        "match",
        "no match",
        "override",
    ],
)
def test_a_page_is_accessible_and_fits_a_phone(
    therapist_page: Page, addresses: dict[str, str], name: str
) -> None:
    therapist_page.goto(addresses[name])
    assert_accessible(therapist_page)
    therapist_page.set_viewport_size({"width": 360, "height": 740})
    assert_fits_width(therapist_page)


def test_figures_appear_while_typing_with_the_keyboard_alone(
    therapist_page: Page, addresses: dict[str, str]
) -> None:
    page = therapist_page
    page.goto(addresses["visit"])
    page.locator("[name=right-grip-1]").focus()
    for trial in ("23,5", "24", "44"):
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.type(trial)
        page.keyboard.press("Tab")
    figure = page.locator("#figure-right-power_grip")
    expect(figure).to_contain_text("30.5 kgf mean")
    expect(figure).to_contain_text("better, beyond measurement error")
    expect(page.locator("#questions")).to_contain_text("one trial differs much")
    expect(page.locator("[name=right-grip-rung]")).to_be_focused()
    page.set_viewport_size({"width": 360, "height": 740})
    assert_accessible(page)


def test_a_panel_stays_open_while_one_types_on(therapist_page: Page, addresses: dict[str, str]) -> None:
    page = therapist_page
    page.goto(addresses["visit"])
    grip = page.locator("#figure-right-power_grip")
    field = page.locator("[name=right-grip-1]")
    with changed_in_place(page):
        field.fill("21")
    expect(grip).to_contain_text("mean")
    summary = grip.locator("summary").first
    summary.click()
    expect(grip.locator(".why-panel").first).to_be_visible()
    was = grip.locator(".why-panel").first.inner_text()
    with changed_in_place(page):
        field.fill("27")
    expect(grip.locator(".why-panel").first).not_to_have_text(was)
    expect(grip.locator(".why-panel").first).to_be_visible()
    expect(grip.locator("details[open]")).to_have_count(1)
    field.fill("24")
    summary.focus()  # the hand is on the panel before the answer comes
    expect(grip.locator(".why-panel").first).to_contain_text("24")
    expect(grip.locator("summary").first).to_be_focused()


def test_enter_moves_on_and_control_enter_saves_in_place(
    therapist_page: Page, addresses: dict[str, str]
) -> None:
    page = therapist_page
    page.goto(addresses["visit"])
    with changed_in_place(page):
        page.locator("[name=pain_work]").fill("2")
    page.keyboard.press("Enter")
    expect(page.locator("[name=night_waking]")).to_be_focused()
    field = page.locator("[name=right-motion-wrist_flexion]")
    field.scroll_into_view_if_needed()
    with changed_in_place(page):
        field.fill("55")
    before = field.evaluate("e => e.getBoundingClientRect().top")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    expect(page.get_by_role("status").filter(has_text="The visit is saved")).to_be_attached()
    expect(field).to_be_focused()
    expect(field).to_be_in_viewport()
    assert field.evaluate("e => e.getBoundingClientRect().top") == pytest.approx(before, abs=5)
    expect(page.locator("[name=pain_work]")).to_have_value("2")


def test_the_same_value_typed_today_was_measured_today(
    therapist_page: Page, addresses: dict[str, str]
) -> None:
    page = therapist_page
    page.goto(addresses["visit"])
    hand = page.locator("[data-hand]:has(.copied):has(input[inputmode=decimal])").first
    same_today = hand.get_by_role("checkbox", name="same today")
    expect(same_today).not_to_be_checked()
    field = hand.locator("input[inputmode=decimal]").first
    field.fill(field.input_value())
    expect(same_today).to_be_checked()


def test_a_filament_typed_today_does_not_date_the_two_points(
    therapist_page: Page, addresses: dict[str, str]
) -> None:
    page = therapist_page
    page.goto(addresses["visit"])
    feeling = page.locator("[data-hand]:has([name=right-touch-index])")
    field = feeling.locator("[name=right-touch-index]")
    field.fill(field.input_value())
    expect(feeling.get_by_role("checkbox", name="same today")).not_to_be_checked()
    with page.expect_navigation():
        page.get_by_role("button", name="Save", exact=True).click()
    marked = page.locator("[data-hand]:has([name=right-touch-index]) .copied")
    expect(marked).to_contain_text("thumb, filament")
    expect(marked).not_to_contain_text("index, filament")


def test_what_is_typed_before_the_scripts_came_is_worked_out(
    therapist_page: Page, addresses: dict[str, str]
) -> None:
    page = therapist_page
    with before_scripts(page, addresses["visit"]):
        page.locator("[name=right-touch-thumb]").fill("9.9")
    expect(page.locator("#e-right-touch-thumb")).to_contain_text("9.9 cannot be, no filament has this number")


def test_what_cannot_be_is_told_beside_its_field_while_typing(
    therapist_page: Page, addresses: dict[str, str]
) -> None:
    page = therapist_page
    page.goto(addresses["visit"])
    page.locator("[name=right-touch-thumb]").fill("9.9")
    told = page.locator("#e-right-touch-thumb")
    expect(told).to_contain_text("9.9 cannot be, no filament has this number")
    assert_accessible(page)
    page.locator("[name=right-touch-thumb]").fill("2.83")
    expect(told).to_have_count(0)


def test_a_phone_shows_the_step_one_is_at_and_little_above_the_page(
    therapist_page: Page, addresses: dict[str, str]
) -> None:
    page = therapist_page
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(addresses["match"])
    expect(page.locator(".steps [aria-current]")).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.querySelector('main').getBoundingClientRect().top") < 300
    expect(page.locator(".case-facts")).to_be_hidden()
    page.get_by_text("Facts of the case").click()
    expect(page.locator(".case-facts")).to_be_visible()
    assert_accessible(page)


def test_enter_saves_without_scripts_and_never_signs(
    live_without_scripts: Page, addresses: dict[str, str]
) -> None:
    page = live_without_scripts
    page.goto(addresses["visit"])
    page.locator("[name=pain_work]").fill("2")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="The visit is saved")).to_be_visible()


def test_a_mistake_takes_the_focus_and_leads_to_its_field(
    therapist_page: Page, addresses: dict[str, str]
) -> None:
    page = therapist_page
    page.goto(addresses["visit"])
    page.locator("[name=right-peg]").fill("2o")
    follow(page.get_by_role("button", name="Save", exact=True))
    expect(page.get_by_role("alert")).to_be_focused()
    assert_accessible(page)
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.locator("[name=right-peg]")).to_be_focused()


def test_a_resting_hand_offers_no_field_until_asked(therapist_page: Page, addresses: dict[str, str]) -> None:
    page = therapist_page
    page.goto(addresses["resting"])
    expect(page.get_by_text("Right hand: no strength test before")).to_be_visible()
    expect(page.locator("[name=right-grip-1]")).to_be_hidden()
    expect(page.locator("[name=left-grip-1]")).to_be_visible()
    page.get_by_text("enter all the same").first.click()
    expect(page.locator("[name=right-grip-1]")).to_be_visible()
    assert_accessible(page)


def test_a_cell_of_the_overview_opens_its_arithmetic_in_place(
    therapist_page: Page, addresses: dict[str, str]
) -> None:
    page = therapist_page
    page.goto(addresses["match"])
    page.locator("a.mini").filter(has_text="Exceeds").first.click()
    expect(page.locator(".arithmetic:visible").first).to_contain_text("Needed / available")
    page.locator(".arithmetic:visible").first.get_by_text("My own verdict").click()
    expect(page.get_by_label("Reason")).to_be_visible()
    page.set_viewport_size({"width": 360, "height": 740})
    assert_fits_width(page)
    assert_accessible(page)


def test_the_chart_is_drawn_and_its_table_stands_beside_it(
    therapist_page: Page, addresses: dict[str, str]
) -> None:
    page = therapist_page
    page.goto(addresses["match"])
    expect(page.locator(".chart .main-svg").first).to_be_visible()
    page.get_by_text("The same as a table").click()
    expect(page.get_by_role("row", name="Staple and punch: power grip Right hand")).to_be_visible()
    page.goto(addresses["visits"])
    expect(page.locator(".chart .main-svg").first).to_be_visible()


def test_a_visit_and_a_verdict_need_no_scripts(live_without_scripts: Page, addresses: dict[str, str]) -> None:
    page = live_without_scripts
    page.goto(addresses["visit"])
    page.locator("[name=right-tip_pinch-1]").fill("4,2")
    follow(page.get_by_role("button", name="Save", exact=True))
    expect(page.locator("#figure-right-tip_pinch")).to_contain_text("4.2 kgf mean")
    page.goto(addresses["match"])
    page.locator("a.mini").filter(has_text="Exceeds").first.click()
    page.locator(".arithmetic:visible").first.get_by_text("My own verdict").click()
    page.get_by_label("Within").check()
    page.get_by_label("Reason").fill("Seen at work.")
    follow(page.get_by_role("button", name="Keep my verdict"))
    expect(page.get_by_text("Your verdict stands")).to_be_visible()
