"""Every figure of match, plan and accommodations opens, in every state a page can be in."""

import re
from collections.abc import Callable

import pytest
from a_plannable_case import make_plannable
from conftest import Clinic
from figures_on_pages import loose_figures
from flask.testing import FlaskClient

from rtw.store.cases import Case
from rtw.store.people import Role
from rtw.web.database import db

CASE = "/cases/1"


@pytest.fixture
def client(clinic: Clinic, sign_in: Callable[[Role], FlaskClient]) -> FlaskClient:
    """The therapist, with a plan that was computed."""
    with clinic.app.app_context():
        make_plannable(db.session(), db.session.get_one(Case, clinic.case_id))
        db.session.commit()
    client = sign_in(Role.THERAPIST)
    assert client.post(f"{CASE}/plan/compute").status_code == 303
    return client


def _page(client: FlaskClient, path: str) -> str:
    answer = client.get(f"{CASE}{path}")
    assert answer.status_code == 200
    return answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/match",
        "/plan",
        "/plan?week=2",
        "/plan/sign",
        "/plan/settings",
        "/plan/restrictions",
        "/accommodations",
    ],
)
def test_no_figure_leads_nowhere_while_a_plan_is_made(client: FlaskClient, path: str) -> None:
    assert loose_figures(_page(client, path)) == []


def test_no_figure_leads_nowhere_where_options_are_compared_and_chosen(client: FlaskClient) -> None:
    page = _page(client, "/accommodations")
    compared = re.findall(rf'href="{CASE}(/accommodations/compare/[^"]+)"', page)
    assert compared
    for path in compared[:3]:
        text = _page(client, path)
        assert loose_figures(text) == []
        assert "What this rests on" in text
    chosen = re.search(r'id="try-([a-z_]+)"', page)
    assert chosen is not None
    assert loose_figures(_page(client, f"/accommodations/{chosen[1]}")) == []


def test_no_figure_leads_nowhere_in_broken_limits_or_without_a_plan(client: FlaskClient) -> None:
    client.post(f"{CASE}/plan/week/1", data={"h-0-0": "5"})
    page = _page(client, "/plan")
    assert "Broken limits" in page
    assert loose_figures(page) == []
    client.post(f"{CASE}/plan/settings", data={"full_duty_by_week": "1", "weeks": "4", "then": "compute"})
    assert loose_figures(_page(client, "/plan")) == []


def test_a_cell_of_the_match_opens_to_source_mark_and_visit(client: FlaskClient) -> None:
    page = _page(client, "/match")
    cell = page[page.index('id="gap-0-0-right"') :].split("</details>")[0]
    assert "reported by the patient" in cell
    assert "(entered by hand)" in cell
    assert "Needed / available" in cell
    anchors = set(re.findall(r'href="#(gap-[^"]+)"', page))
    assert anchors
    assert all(f'id="{anchor}"' in page for anchor in anchors)


def test_every_panel_that_is_named_stands_once_on_its_page(client: FlaskClient) -> None:
    for path in ("/match", "/plan", "/plan/sign", "/accommodations"):
        page = _page(client, path)
        for name in set(re.findall(r'data-figures="([^"]+)"', page)):
            assert page.count(f'id="{name}"') == 1, (path, name)
