"""The page of recovery: figures with their tables, and days to work; it works without a script."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from a_plannable_case import VISIT, make_plannable
from conftest import Clinic
from flask.testing import FlaskClient

from rtw.domain.assessment.operation import Operation, Procedure
from rtw.domain.hands import Side
from rtw.services.recovery.of_case import recovery_of
from rtw.store.cases import Case
from rtw.store.people import Role
from rtw.web.database import db
from rtw.web.recovery_chart import recovery_chart

RECOVERY = "/cases/1/recovery"
SignIn = Callable[[Role], FlaskClient]
OPEN = Operation(Side.RIGHT, Procedure.OPEN_CARPAL_TUNNEL_RELEASE, date(2026, 1, 12))


@pytest.fixture
def client(clinic: Clinic, sign_in: SignIn) -> FlaskClient:
    with clinic.app.app_context():
        make_plannable(db.session(), db.session.get_one(Case, 1))
        db.session.commit()
    return sign_in(Role.THERAPIST)


def test_the_figure_draws_bands_marks_and_today() -> None:
    today = VISIT.on + timedelta(days=4)
    found = recovery_of((OPEN,), (VISIT,), today)
    assert found is not None
    figure = recovery_chart(found.measures[0].picture)
    names = [trace["name"] for trace in figure["data"]]
    assert names[:2] == ["Lower edge of 80 %", "Expected, 80 %"]
    assert {"Published cohorts", "Cohorts not reckoned with", "Expected, median"} <= set(names)
    assert figure["layout"]["shapes"][0]["x0"] == today.isoformat()
    assert len({trace["marker"]["symbol"] for trace in figure["data"] if "marker" in trace}) == 3


def test_every_measure_has_its_figure_and_its_table(client: FlaskClient) -> None:
    shown = client.get(RECOVERY).text
    for title in ("Power grip, right hand", "Key pinch, right hand", "Tip pinch, right hand"):
        assert f"{title}: measured, expected and published" in shown
    assert shown.count("data-chart=") == 4
    assert "Cohort, week 6 (n = 82)" in shown
    assert "shown, not reckoned with" in shown
    assert "A forecast opens no gate" in shown


def test_days_to_work_stand_with_source_and_the_strongest_predictor(client: FlaskClient) -> None:
    shown = client.get(RECOVERY).text
    assert "Days to work, as published" in shown
    assert "odds ratio 30.5" in shown
    assert "Single figures, no range" in shown
    singles = shown.split("Single figures, no range")[1]
    assert "54.8 days" in singles
    assert "54.8 days" not in shown.split("Single figures, no range")[0]
    assert not re.search(r"<p\b[^>]*>(?:(?!</p>).)*<details", shown, re.S)
    assert "Carpal tunnel release: desk work" in shown
    assert "heavy manual work" not in shown.split("<table", 1)[1].split("Carpal tunnel release: desk work")[1]


def test_another_class_of_job_can_be_asked_for(client: FlaskClient) -> None:
    shown = client.get(f"{RECOVERY}?job=heavy").text
    assert "Carpal tunnel release: heavy manual work" in shown
    assert "Carpal tunnel release: desk work" not in shown
    assert client.get(f"{RECOVERY}?job=nonsense").status_code == 200


def test_a_case_without_treatment_says_what_to_enter(clinic: Clinic, sign_in: SignIn) -> None:
    assert "Enter the treatment" in sign_in(Role.THERAPIST).get(RECOVERY).text


@pytest.mark.parametrize("role", [Role.EMPLOYER, Role.PATIENT])
def test_nobody_but_the_clinic_sees_it(clinic: Clinic, sign_in: SignIn, role: Role) -> None:
    assert sign_in(role).get(RECOVERY).status_code == 403
