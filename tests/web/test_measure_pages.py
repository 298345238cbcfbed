"""The page of measures: every state of a case, norms that are remembered, figures that say why."""

from collections.abc import Callable

from a_measured_hand import measure
from conftest import Clinic
from flask.testing import FlaskClient

from rtw.services.actor import actor_of
from rtw.store.cases import Case
from rtw.store.people import Role, User
from rtw.web.database import db

SignIn = Callable[[Role], FlaskClient]


def measured(clinic: Clinic) -> str:
    with clinic.app.app_context():
        session = db.session()
        actor = actor_of(session.query(User).filter_by(role=Role.THERAPIST).one())
        case = session.get(Case, clinic.case_id)
        assert case is not None
        measure(session, actor, case)
        session.commit()
        return f"/cases/{case.id}/measures"


def test_without_a_visit_the_page_says_where_to_begin(clinic: Clinic, sign_in: SignIn) -> None:
    text = sign_in(Role.THERAPIST).get(f"/cases/{clinic.case_id}/measures").text
    assert "Nothing measured yet" in text
    assert "Go to the visits" in text


def test_a_measured_case_shows_figures_pictures_and_panels(clinic: Clinic, sign_in: SignIn) -> None:
    address = measured(clinic)
    text = sign_in(Role.THERAPIST).get(address).text
    for words in ("Grip, right hand (kgf)", "within measurement error", "Whose norms", "not examined"):
        assert words in text
    assert text.count('<details class="why"') > 30
    assert "Not entered: date of birth" in text


def test_chosen_norms_are_kept_and_marked(clinic: Clinic, sign_in: SignIn) -> None:
    address = measured(clinic)
    client = sign_in(Role.THERAPIST)
    answer = client.post(f"{address}/norms", data={"grip": "massy_westropp_2011", "motion": "AMA"})
    assert answer.status_code == 303
    text = client.get(address).text
    assert 'value="massy_westropp_2011" selected' in text
    assert "AMA (used here)" in text


def test_the_way_there_stands_on_assessment_and_overview(clinic: Clinic, sign_in: SignIn) -> None:
    address = measured(clinic)
    client = sign_in(Role.THERAPIST)
    assert address in client.get(f"/cases/{clinic.case_id}/assessment").text
    assert address in client.get(f"/cases/{clinic.case_id}").text


def test_another_role_sees_no_measures(clinic: Clinic, sign_in: SignIn) -> None:
    assert sign_in(Role.EMPLOYER).get(f"/cases/{clinic.case_id}/measures").status_code == 403
