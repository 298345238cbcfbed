"""The page of a case's exposure: as a request, and in a real browser."""

from collections.abc import Callable

import pytest
from a_clinic import new_case
from a_measured_hand import give_job, measure
from accessibility import assert_accessible, assert_fits_width
from conftest import Clinic, Live
from flask.testing import FlaskClient
from playwright.sync_api import Page, expect

from rtw.services.actor import Actor, actor_of
from rtw.store.cases import Case
from rtw.store.people import Role, User
from rtw.web.database import db


def _therapist() -> Actor:
    return actor_of(db.session.query(User).filter_by(role=Role.THERAPIST).one())


def test_without_a_job_the_page_says_so(clinic: Clinic, sign_in: Callable[[Role], FlaskClient]) -> None:
    answer = sign_in(Role.THERAPIST).get(f"/cases/{clinic.case_id}/exposure")
    assert answer.status_code == 200
    assert "job" in answer.text.lower()


def test_without_a_visit_it_names_what_to_measure(
    clinic: Clinic, sign_in: Callable[[Role], FlaskClient]
) -> None:
    with clinic.app.app_context():
        give_job(db.session(), db.session.get_one(Case, clinic.case_id))
        db.session.commit()
    text = sign_in(Role.THERAPIST).get(f"/cases/{clinic.case_id}/exposure").text
    assert "No visit is signed yet" in text
    assert "cannot say" in text


def test_what_is_lacking_leads_to_where_it_is_entered_and_no_answer_is_asked_again(
    clinic: Clinic, sign_in: Callable[[Role], FlaskClient]
) -> None:
    with clinic.app.app_context():
        session, case = db.session(), db.session.get_one(Case, clinic.case_id)
        give_job(session, case)
        session.commit()
    text = sign_in(Role.THERAPIST).get(f"/cases/{clinic.case_id}/exposure").text
    card = text.split('id="lacking-right"')[1].split("</section>")[0]
    in_sheet, in_visit = card.split(f'href="/cases/{clinic.case_id}/assessment"')
    assert f'href="/cases/{clinic.case_id}/job"' in in_sheet
    assert (
        "for how many seconds each time: tip pinch in “Staple and punch” (20 % of the time is known)"
        in in_sheet
    )
    assert "what share of the time" not in text
    assert "tip pinch of the right hand" in in_visit


@pytest.mark.browser
@pytest.mark.parametrize("width", [1366, 390])
def test_every_figure_opens_by_keyboard_and_the_page_is_accessible(
    live: Live, therapist_page: Page, width: int
) -> None:
    with live.clinic.app.app_context():
        session = db.session()
        therapist = _therapist()
        case = new_case(session, therapist, f"Exposed{width}")
        measure(session, therapist, case)
        db.session.commit()
        address = f"{live.url}/cases/{case.id}/exposure"
    page = therapist_page
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    first = page.locator("details.why").first
    first.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(first.locator(".why-panel")).to_be_visible()
    assert_accessible(page)
    assert_fits_width(page)
