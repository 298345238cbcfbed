"""The match in a real browser: answering the employer's questions by keyboard, and on paper."""

import io
from dataclasses import replace

import pytest
from a_clinic import new_case
from a_kitchen_job import PORTER
from a_plannable_case import make_plannable
from accessibility import assert_accessible, assert_fits_width
from arrival import another_page, follow
from conftest import Live
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from sqlalchemy import select

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand, JobProfile, Task
from rtw.services.actor import actor_of
from rtw.store.people import Role, User
from rtw.web.database import db

pytestmark = pytest.mark.browser


@pytest.fixture
def address(live: Live) -> str:
    """Give the address of the match of a kitchen porter of his own."""
    return _match_of(live, PORTER)


def _match_of(live: Live, profile: JobProfile) -> str:
    with live.clinic.app.app_context():
        session = db.session()
        therapist = session.scalars(select(User).where(User.role == Role.THERAPIST)).first()
        assert therapist is not None
        case = new_case(session, actor_of(therapist), "Porter")
        make_plannable(session, case, profile)
        session.commit()
        return f"/cases/{case.id}/match"


@pytest.fixture
def match_page(therapist_page: Page, address: str) -> Page:
    """The match in the therapist's browser."""
    therapist_page.goto(address)
    return therapist_page


def _tab_to(page: Page, wanted: str) -> None:
    for _ in range(120):
        page.keyboard.press("Tab")
        if wanted in page.evaluate("[document.activeElement.id, document.activeElement.innerText.trim()]"):
            return
    pytest.fail(f"{wanted} is not reached by Tab")


def test_the_employer_s_answers_are_entered_by_keyboard_alone(match_page: Page) -> None:
    _tab_to(match_page, "answer-duty_cycle-0-0")
    match_page.keyboard.type("10")
    _tab_to(match_page, "Keep the answers")
    with another_page(match_page):
        match_page.keyboard.press("Enter")
    expect(match_page.get_by_role("status").first).to_contain_text("Version 2 of the job")
    expect(match_page.locator("#answer-duty_cycle-0-0")).to_have_count(0)
    assert_accessible(match_page)


def test_the_questions_are_accessible_also_when_refused_and_fit_a_phone(match_page: Page) -> None:
    match_page.locator("#answer-duty_cycle-0-0").fill("lots")
    follow(match_page.get_by_role("button", name="Keep the answers"))
    expect(match_page.get_by_role("alert")).to_be_focused()
    assert_accessible(match_page)
    match_page.set_viewport_size({"width": 390, "height": 800})
    assert_fits_width(match_page)
    assert_accessible(match_page)


def _printed(page: Page) -> str:
    return " ".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf())).pages)


def test_paper_shows_the_arithmetic_that_the_screen_folds_away(match_page: Page) -> None:
    line = match_page.get_by_text("Acceptable share of strength at that").first
    expect(line).to_be_hidden()
    assert "Acceptable share of strength" in _printed(match_page).replace("\n", " ")
    expect(line).to_be_hidden()


def test_paper_needs_no_script_and_holds_every_column(live_without_scripts: Page, address: str) -> None:
    live_without_scripts.goto(address)
    printed = _printed(live_without_scripts).replace("\n", " ")
    assert "Acceptable share of strength" in printed
    assert "Keyboard use:" in printed  # the widest column of the overview


def test_a_dozen_kinds_of_demand_fit_a_desk_and_the_tasks_stay_in_view_on_less(
    therapist_page: Page, live: Live
) -> None:
    page, frame = therapist_page, therapist_page.locator(".table-frame:has(> .matrix)")
    kinds = list(DemandKind)[:13]
    tasks = tuple(
        Task(
            f"Task of {kind.label}", hours_per_day=0.5, demands=(Demand(kind, Hand.EACH, hours_per_day=0.5),)
        )
        for kind in kinds
    )
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto(_match_of(live, replace(PORTER, tasks=tasks)))
    expect(page.locator(".matrix thead th")).to_have_count(len(kinds) + 1)
    assert frame.evaluate("frame => frame.scrollWidth <= frame.clientWidth")
    page.set_viewport_size({"width": 800, "height": 768})
    assert frame.evaluate("frame => { frame.scrollLeft = 250; return frame.scrollLeft; }") == 250
    task, edge = page.locator(".matrix tbody th").first.bounding_box(), frame.bounding_box()
    assert task is not None
    assert edge is not None
    assert edge["x"] <= task["x"] <= edge["x"] + 2
    assert_accessible(page)
