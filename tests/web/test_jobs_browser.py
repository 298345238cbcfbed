"""Jobs in a real browser: keyboard, width, at once with scripts, whole without them, axe on every page."""

from pathlib import Path

import pytest
from accessibility import assert_accessible, assert_fits_width
from arrival import another_page, before_scripts, changed_in_place, follow
from conftest import Live
from playwright.sync_api import Page, Request, Route, expect

pytestmark = pytest.mark.browser

WORKBOOKS = Path(__file__).resolve().parents[2] / "rtw" / "demonstration" / "workbooks"
MISTAKES = WORKBOOKS / "with_mistakes.xlsx"
ROWS = "tbody .row-number"


def _assert_good(page: Page) -> None:
    """Accessible, and no wider than a desk's screen or a phone's."""
    assert_accessible(page)
    assert_fits_width(page)
    page.set_viewport_size({"width": 360, "height": 800})
    assert_fits_width(page)
    page.set_viewport_size({"width": 1280, "height": 860})


def _preview(page: Page) -> None:
    page.goto("/cases/1/job")
    page.get_by_label("Demand sheet").set_input_files(MISTAKES)
    follow(page.get_by_role("button", name="Read the sheet"))
    expect(page.get_by_role("heading", name="Preview: with_mistakes.xlsx")).to_be_visible()


@pytest.fixture
def job_path(therapist_page: Page) -> str:
    """A confirmed job of two versions, made as a person makes it; returns its address."""
    _preview(therapist_page)
    therapist_page.get_by_label("Confirm the rest").check()
    follow(therapist_page.get_by_role("button", name="Confirm"))
    follow(therapist_page.get_by_role("link", name="Change, as a new version"))
    therapist_page.get_by_label("Days a week").fill("4")
    follow(therapist_page.get_by_role("button", name="Save as a new version"))
    follow(therapist_page.get_by_role("link", name="All versions"))
    return therapist_page.url.split("/versions/")[0]


@pytest.mark.parametrize("path", ["/jobs", "/jobs?q=nothing-like-it", "/cases/1/job", "/jobs/previews/new"])
def test_a_page_is_accessible_and_fits(therapist_page: Page, path: str) -> None:
    therapist_page.goto(path)
    _assert_good(therapist_page)


def test_the_preview_is_accessible_and_says_what_is_wrong(therapist_page: Page) -> None:
    _preview(therapist_page)
    _assert_good(therapist_page)
    follow(therapist_page.get_by_role("button", name="Confirm"))
    expect(therapist_page.get_by_role("alert")).to_be_focused()
    _assert_good(therapist_page)
    therapist_page.set_viewport_size({"width": 360, "height": 800})
    assert_accessible(therapist_page)
    follow(therapist_page.get_by_role("link", name="Discard"))
    _assert_good(therapist_page)


def test_an_answer_reads_the_sheet_again_at_once(therapist_page: Page) -> None:
    _preview(therapist_page)
    page = therapist_page
    expect(page.get_by_text("22.2 N")).to_have_count(0)
    page.get_by_role("combobox", name="Which unit is").select_option("lbf")
    expect(page.get_by_text("22.2 N")).to_be_visible()
    assert "/answers" not in page.url
    _assert_good(page)
    page.get_by_role("button", name="Take back").click()
    expect(page.get_by_text("22.2 N")).to_have_count(0)
    expect(page.get_by_role("combobox", name="Which unit is")).to_be_focused()


LETTERS = b"""Shift,8 h,,,
Task,Task hours,Demand,Hand,How often
Pack,3,Power grip,Right,O
Pack,3,Lifting,,F
Tape,2,Key pinch,Left,O
"""


HANDLESS = b"Task,Demand,Amount,Unit\nPack,Power grip,20,N\nPack,Key pinch,5,N\n"


def _upload(page: Page, name: str, content: bytes, mime: str = "text/csv") -> None:
    page.goto("/cases/1/job")
    page.get_by_label("Demand sheet").set_input_files({"name": name, "mimeType": mime, "buffer": content})
    follow(page.get_by_role("button", name="Read the sheet"))
    expect(page.get_by_role("heading", name=f"Preview: {name}")).to_be_visible()


def test_own_bands_are_typed_and_what_was_ticked_stays(therapist_page: Page) -> None:
    page = therapist_page
    _upload(page, "letters.csv", LETTERS)
    expect(page.get_by_role("region", name="Case")).to_be_visible()
    page.get_by_label("Leave out Key pinch in Tape").check()
    for letter, low, high in (("O", "5", "20"), ("F", "20", "60")):
        page.get_by_label(f"{letter} from").fill(low)
        page.get_by_label(f"{letter} to").fill(high)
    _assert_good(page)
    page.get_by_role("button", name="Read again with these answers").click()
    expect(page.get_by_text("O 5-20, F 20-60 % of the shift")).to_be_visible()
    expect(page.get_by_text("0.4 to 1.6 h a day").first).to_be_visible()
    expect(page.get_by_label("Leave out Key pinch in Tape")).to_be_checked()
    page.get_by_role("combobox", name="Lifting: which hand").select_option("each")
    expect(page.get_by_role("button", name="Take back: Hand for lifting")).to_be_visible()
    expect(page.get_by_label("Leave out Key pinch in Tape")).to_be_checked()
    page.reload()
    expect(page.get_by_label("Leave out Key pinch in Tape")).to_be_checked()
    _assert_good(page)


def test_bands_that_go_backwards_are_told_and_stay_typed(therapist_page: Page) -> None:
    page = therapist_page
    other_layout = LETTERS.replace(b"Task hours", b"Hours of task")  # nothing is remembered for this one
    _upload(page, "letters.csv", other_layout)
    page.get_by_label("O from").fill("20")
    page.get_by_label("O to").fill("5")
    page.get_by_role("button", name="Read again with these answers").click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_text("Give for each letter two numbers").first).to_be_visible()
    expect(page.get_by_label("O from")).to_have_value("20")
    _assert_good(page)


def test_a_question_of_several_fields_is_answered_by_the_keys(therapist_page: Page) -> None:
    page = therapist_page
    sheet = b"Shift,8 h,,,\nTask,Demand,Hand,Force (N)\nPack,Power grip,Right,20\nTape,Key pinch,Left,heavy\n"
    _upload(page, "open.csv", sheet)
    page.get_by_role("textbox", name="Pack", exact=True).focus()
    page.keyboard.type("2:30")
    page.keyboard.press("Tab")
    page.keyboard.type("45 min")
    page.get_by_role("textbox", name="D4, “heavy” (Tape").fill("12")
    page.keyboard.press("Enter")
    expect(page.get_by_text("2.5 h a day (given by a person)")).to_be_visible()
    expect(page.get_by_text("0.75 h a day (given by a person)")).to_be_visible()
    page.get_by_role("button", name="Take back: Hours of Tape").click()
    expect(page.get_by_role("textbox", name="Tape", exact=True)).to_be_focused()
    expect(page.get_by_text("12 N").first).to_be_visible()
    _assert_good(page)


def test_an_answer_stays_with_its_task_when_the_other_questions_move_up(therapist_page: Page) -> None:
    page = therapist_page
    sheet = b"Shift,8 h,,,\nJob step,Demand,Hand,Force (N)\nFold,Power grip,Right,20\nSew,Key pinch,Left,9\n"
    _upload(page, "steps.csv", sheet)
    page.get_by_role("textbox", name="Fold", exact=True).fill("2:30")
    page.get_by_role("button", name="Read again with these answers").click()
    expect(page.get_by_text("2.5 h a day (given by a person)")).to_be_visible()
    expect(page.get_by_role("textbox", name="Sew", exact=True)).to_have_value("")


def test_keys_walk_a_list_without_answering_and_the_focus_goes_on(therapist_page: Page) -> None:
    page = therapist_page
    _preview(page)
    sent = _answers_sent(page)
    second = _walk_to_the_second_unit(page)
    assert not sent
    with changed_in_place(page):
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Take back")).to_be_visible()
    assert [f"={second}&" in (request.post_data or "") for request in sent] == [True]
    expect(page.locator("#content :focus")).to_have_count(1)
    page.get_by_role("button", name="Take back").click()
    expect(page.get_by_role("button", name="Take back")).to_have_count(0)


def _answers_sent(page: Page) -> list[Request]:
    """Give the list that every answer sent from now on is put into."""
    sent: list[Request] = []
    page.on("request", lambda request: sent.append(request) if request.url.endswith("/answers") else None)
    return sent


def _walk_to_the_second_unit(page: Page) -> str:
    """Walk to the second choice with the keys, without leaving the list; returns its value."""
    unit = page.get_by_role("combobox", name="Which unit is")
    second = str(unit.locator("option").nth(2).get_attribute("value"))
    unit.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(unit).to_be_focused()
    expect(unit).to_have_value(second)
    return second


@pytest.mark.parametrize("leaves_early", [True, False])
def test_an_answer_chosen_before_the_scripts_came_is_sent_when_its_list_is_left(
    therapist_page: Page, leaves_early: bool
) -> None:
    page = therapist_page
    _preview(page)
    sent = _answers_sent(page)
    with before_scripts(page, page.url):
        second = _walk_to_the_second_unit(page)
        if leaves_early:
            page.keyboard.press("Tab")
    if not leaves_early:
        assert not sent
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Take back")).to_be_visible()
    assert [f"={second}&" in (request.post_data or "") for request in sent] == [True]


def test_an_answer_chosen_while_another_is_read_is_sent_after_it(therapist_page: Page) -> None:
    page = therapist_page
    _upload(page, "a.csv", HANDLESS)
    held: list[Route] = []
    page.route("**/answers", lambda route: held.append(route), times=1)
    page.get_by_role("combobox", name="Power grip: which hand").select_option("left")
    page.get_by_role("combobox", name="Key pinch: which hand").select_option("right")
    for route in held:
        route.continue_()
    expect(page.get_by_role("button", name="Take back: Hand for power grip")).to_be_visible()
    expect(page.get_by_role("button", name="Take back: Hand for key pinch")).to_be_visible()


KINDLESS = b"""Shift,8 h,,,
Task,Task hours,Demand,Hand,Force (N)
Pack,3,Zorping,Right,20
Tape,2,Blurbing,Left,9
Fold,1,Wuzzling,Left,9
"""


def test_kinds_chosen_one_after_another_are_all_taken_by_a_slow_server(therapist_page: Page) -> None:
    page = therapist_page
    _upload(page, "kinds.csv", KINDLESS)

    def slow(route: Route) -> None:
        page.wait_for_timeout(700)
        route.continue_()

    page.route("**/answers", slow)
    page.get_by_role("combobox", name="Which kind of demand is “Zorping”").select_option("power_grip")
    page.get_by_role("combobox", name="Which kind of demand is “Blurbing”").select_option("key_pinch")
    page.get_by_role("combobox", name="Which kind of demand is “Wuzzling”").select_option("lifting")
    page.get_by_role("textbox", name="Title of the job").fill("Packer")
    for word in ("Zorping", "Blurbing", "Wuzzling"):
        expect(page.get_by_role("combobox", name=f"Which kind of demand is “{word}”")).to_have_count(0)
    expect(page.get_by_role("button", name="Take back: ")).to_have_count(3)
    expect(page.get_by_role("textbox", name="Title of the job")).to_have_value("Packer")


def test_what_is_ticked_while_an_answer_is_read_stays(therapist_page: Page) -> None:
    page = therapist_page
    _upload(page, "a.csv", HANDLESS)
    held: list[Route] = []
    page.route("**/answers", lambda route: held.append(route), times=1)
    page.get_by_role("combobox", name="Power grip: which hand").select_option("left")
    page.get_by_label("Leave out Key pinch in Pack").check()
    with changed_in_place(page):
        for route in held:
            route.continue_()
    expect(page.get_by_role("button", name="Take back: Hand for power grip")).to_be_visible()
    expect(page.get_by_label("Leave out Key pinch in Pack")).to_be_checked()


def test_a_wrong_answer_shows_at_once_and_the_rest_stays_typed(therapist_page: Page) -> None:
    page = therapist_page
    _upload(page, "a.csv", HANDLESS)
    page.get_by_role("textbox", name="How long is the shift?").fill("all day")
    page.get_by_role("button", name="Read again").click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_text("Give the hours as a number up to 24")).to_have_count(2)
    page.get_by_role("combobox", name="Power grip: which hand").select_option("left")
    expect(page.get_by_role("combobox", name="Power grip: which hand")).to_have_count(0)
    expect(page.get_by_role("textbox", name="How long is the shift?")).to_have_value("all day")
    _assert_good(page)


def test_versions_comparison_and_copy_are_accessible(therapist_page: Page, job_path: str) -> None:
    for path in ("", "/versions/1", "/compare", "/versions/1/copy", "/versions/1/edit"):
        therapist_page.goto(job_path + path)
        _assert_good(therapist_page)
    therapist_page.goto("/cases/1/job")
    _assert_good(therapist_page)


def test_templates_and_the_sheet_are_accessible(therapist_page: Page) -> None:
    page = therapist_page
    page.goto("/jobs/write")
    _assert_good(page)
    follow(page.get_by_role("link", name="Hairdresser"))
    _assert_good(page)
    page.get_by_label("Amount, row 1", exact=True).fill("900")
    follow(page.get_by_role("button", name="Save as a new job"))
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_text("Enter the employer's name").first).to_be_visible()
    _assert_good(page)


def test_a_job_is_written_with_the_keyboard_alone(therapist_page: Page) -> None:
    page = therapist_page
    page.goto("/jobs/write/blank?case=1")
    page.get_by_label("Title of the job").focus()
    page.keyboard.type("Sorter")
    page.get_by_label("Task, row 1", exact=True).focus()
    page.keyboard.type("Sort")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.type("Power")
    page.get_by_role("button", name="Add a row below row 1").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Task, row 2", exact=True)).to_be_focused()
    page.keyboard.type("Pack")
    page.get_by_label("Demand, row 2").select_option("lifting")
    page.get_by_label("Task, row 2", exact=True).focus()
    with another_page(page):
        page.keyboard.press("Enter")
    expect(page.get_by_label("Demand, row 2")).to_have_value("lifting")
    expect(page.get_by_label("Demand, row 1")).to_have_value("power_grip")
    page.get_by_role("button", name="Save as a new job").focus()
    with another_page(page):
        page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("link", name="How long does “Sort” take in a day?")).to_be_visible()
    _assert_good(page)
    page.get_by_role("button", name="Save it as it stands").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Sorter")).to_be_visible()
    expect(page.get_by_role("row", name="Power grip")).to_be_visible()


def test_a_removed_row_comes_back_and_typing_survives_leaving(therapist_page: Page) -> None:
    page = therapist_page
    page.goto("/jobs/write/nurse")
    rows = page.locator(ROWS).count()
    page.get_by_role("button", name="Remove row 2", exact=True).click()
    expect(page.locator(ROWS)).to_have_count(rows - 1)
    expect(page.get_by_role("button", name="Undo (1)")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(ROWS)).to_have_count(rows)
    page.get_by_label("Title of the job").fill("Ward nurse")
    expect(page.get_by_text("Draft kept")).to_be_visible()
    page.goto("/jobs")
    page.goto("/jobs/write/nurse")
    expect(page.get_by_label("Title of the job")).to_have_value("Ward nurse")
    follow(page.get_by_role("button", name="Begin anew"))
    expect(page.get_by_label("Title of the job")).to_have_value("Nurse")


def test_rows_are_pasted(therapist_page: Page) -> None:
    page = therapist_page
    page.goto("/jobs/write/blank")
    page.get_by_text("Paste rows from a spreadsheet").click()
    page.get_by_label("Copied rows").fill("Stamp\tyes\t1\tPower grip\tRight\t30\tN")
    page.get_by_role("button", name="Add these rows").click()
    expect(page.get_by_label("Task, row 1", exact=True)).to_have_value("Stamp")
    expect(page.get_by_label("Demand, row 1")).to_have_value("power_grip")


def test_the_path_works_without_scripts(live_without_scripts: Page, live: Live) -> None:
    page = live_without_scripts
    _preview(page)
    page.get_by_role("combobox", name="Which unit is").select_option("lbf")
    follow(page.get_by_role("button", name="Read again with these answers"))
    expect(page.get_by_text("22.2 N")).to_be_visible()
    follow(page.get_by_role("button", name="Take back"))
    page.get_by_label("Confirm the rest").check()
    follow(page.get_by_role("button", name="Confirm"))
    expect(page.get_by_text("The job is confirmed")).to_be_visible()
    page.goto("/jobs/write/driver")
    rows = page.locator(ROWS).count()
    follow(page.get_by_role("button", name="Remove row 1", exact=True))
    expect(page.locator(ROWS)).to_have_count(rows - 1)
    follow(page.get_by_role("button", name="Undo (1)"))
    expect(page.locator(ROWS)).to_have_count(rows)
