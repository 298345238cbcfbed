"""The overview of a case on paper: the three answers on the first sheet, a chart that ends on it."""

import io

import pytest
from a_clinic import new_case
from a_plannable_case import make_plannable
from conftest import Live
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from sqlalchemy import select

from rtw.services.actor import actor_of
from rtw.store.people import Role, User
from rtw.web.database import db

pytestmark = pytest.mark.browser

SHEET_WIDTH = 620
"""Pixels that a figure may be wide on A4 with this product's margins."""


@pytest.fixture
def overview(live: Live, therapist_page: Page) -> Page:
    """The overview of a clerk's case, matched and not planned."""
    with live.clinic.app.app_context():
        session = db.session()
        therapist = session.scalars(select(User).where(User.role == Role.THERAPIST)).first()
        assert therapist is not None
        case = new_case(session, actor_of(therapist), "Clerk on paper")
        make_plannable(session, case)
        session.commit()
        therapist_page.goto(f"/cases/{case.id}")
    return therapist_page


def test_the_three_answers_stand_on_the_first_sheet(overview: Page) -> None:
    sheets = PdfReader(io.BytesIO(overview.pdf(format="A4"))).pages
    first = sheets[0].extract_text()
    for question in ("Can they work?", "How much?", "What stops more?"):
        assert question in first
    assert not any("What else hastens" in sheet.extract_text() for sheet in sheets)


def _wait_for_charts(page: Page) -> None:
    charts = page.locator(".chart")
    assert charts.count()
    for chart in charts.all():
        expect(chart.locator(".main-svg").first).to_be_visible()


def test_on_paper_a_card_is_as_wide_as_the_sheet_and_no_chart_is_wider(overview: Page) -> None:
    _wait_for_charts(overview)
    overview.evaluate("window.addEventListener('beforeprint', () => { window.onPaper = widths(); })")
    overview.evaluate(
        "window.widths = () => [...document.querySelectorAll('.chart .main-svg')].map(e => e.clientWidth)"
    )
    on_screen = overview.evaluate("widths()")
    overview.pdf(format="A4")
    on_paper = overview.evaluate("window.onPaper")
    assert min(on_screen) > SHEET_WIDTH >= max(on_paper)
    overview.emulate_media(media="print")
    overview.set_viewport_size({"width": 690, "height": 1000})
    cards = overview.evaluate(
        "[...document.querySelectorAll('.cards .panel')].map(e => e.getBoundingClientRect().width)"
    )
    assert min(cards) > 600


def test_the_recovery_of_a_hand_is_printed_without_a_panel_for_every_figure(overview: Page) -> None:
    overview.goto(f"{overview.url}/recovery")
    _wait_for_charts(overview)
    panels = overview.locator(".panel:has(> .chart) .why").count()
    sheets = PdfReader(io.BytesIO(overview.pdf(format="A4"))).pages
    assert panels > 20
    assert len(sheets) < panels / 2
