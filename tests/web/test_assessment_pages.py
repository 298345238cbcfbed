"""The assessment and match pages as requests: entering, asking, signing, overriding."""

from collections.abc import Callable

import pytest
from a_clinic import TODAY
from a_measured_hand import measure, visit_value
from conftest import Clinic
from flask.testing import FlaskClient
from test_cases_pages import MAX_QUERIES, counted

from job_profiles.kinds import DemandKind
from rtw.domain.hands import Side
from rtw.services.actor import Actor, actor_of
from rtw.services.case_record import CaseRecord, case_record
from rtw.store.cases import Case
from rtw.store.people import Role, User
from rtw.web.assessment_form.reading import FormUnits, texts_of_visit
from rtw.web.database import db

BASE = "/cases/1/assessment"
GRIP = {"task": "Staple and punch", "index": "0", "kind": "power_grip", "side": "right"}


@pytest.fixture
def client(sign_in: Callable[[Role], FlaskClient]) -> FlaskClient:
    return sign_in(Role.THERAPIST)


@pytest.fixture
def measured(clinic: Clinic) -> Clinic:
    """The clinic, with a job, a treated hand and two signed visits."""
    with clinic.app.app_context():
        measure(db.session(), _therapist(), db.session.get_one(Case, clinic.case_id))
        db.session.commit()
    return clinic


def _therapist() -> Actor:
    return actor_of(db.session.query(User).filter_by(role=Role.THERAPIST).one())


def _record(clinic: Clinic) -> CaseRecord:
    with clinic.app.app_context():
        return case_record(db.session(), _therapist(), clinic.case_id)


def _begin(client: FlaskClient) -> str:
    answer = client.post(f"{BASE}/begin")
    assert answer.status_code == 303
    return answer.location


def _texts(**changes: str) -> dict[str, str]:
    texts = texts_of_visit(visit_value(TODAY, grip=20.0), None, FormUnits())
    return texts | {name.replace("__", "-"): text for name, text in changes.items()}


def test_treatment_first_then_a_visit(clinic: Clinic, client: FlaskClient) -> None:
    assert "Enter treatment and person" in client.get(BASE).text
    address = _begin(client)
    assert "what was done to which hand" in client.get(address).text
    wrong = client.post("/cases/1/treatment", data={"right_on": "2026-12-31"})
    assert wrong.status_code == 422
    assert wrong.text.count("has not come yet") == 2
    sent = {"right_procedure": "open_carpal_tunnel_release", "right_on": "2026-03-01", "sex": "female"}
    assert client.post("/cases/1/treatment", data=sent).status_code == 303
    form = client.get(address).text
    assert "Right hand: no strength test before" in form
    assert "Left hand: no strength test" not in form
    assert _record(clinic).operations[0].side is Side.RIGHT


def test_no_treated_hand_is_asked_about(client: FlaskClient) -> None:
    answer = client.post("/cases/1/treatment", data={})
    assert answer.status_code == 422
    assert answer.text.count("at least one hand") == 2


def test_a_visit_is_saved_looked_through_and_signed(measured: Clinic, client: FlaskClient) -> None:
    address = _begin(client)
    assert "usable until" in client.get(address).text
    answer = client.post(address, data=_texts(right__scar="2,5", then="sign"))
    assert answer.location == f"{address}/sign"
    shown = client.get(answer.location).text
    assert "scar 2.5 of 10" in shown
    assert "Please look again" not in shown
    assert client.post(answer.location).status_code == 303
    record = _record(measured)
    assert record.begun is None
    assert record.signed_visits[-1].assessment.hand(Side.RIGHT).scar_tenderness == 2.5
    read = client.get(address).text
    assert "cannot change any more" in read
    assert client.post(address, data=_texts()).status_code == 200
    assert client.get(f"{address}/discard").status_code == 200
    assert client.post(f"{address}/discard").status_code == 404


def test_what_cannot_be_read_is_told_twice_and_nothing_is_saved(
    measured: Clinic, client: FlaskClient
) -> None:
    address = _begin(client)
    answer = client.post(address, data=_texts(right__grip__2="2o"))
    assert answer.status_code == 422
    assert answer.text.count("“2o” is not a number") == 2
    begun = _record(measured).begun
    assert begun is not None
    assert begun.assessment.pain_work is None


def test_a_visit_is_not_dated_ahead(measured: Clinic, client: FlaskClient) -> None:
    answer = client.post(_begin(client), data=_texts(on="2027-03-09"))
    assert answer.status_code == 422
    assert answer.text.count("this day has not come yet") == 2


def test_figures_stand_beside_what_is_typed(measured: Clinic, client: FlaskClient) -> None:
    address = _begin(client)
    texts = _texts(right__grip__1="40", right__grip__2="41", right__grip__3="39", left__touch__thumb="3.61")
    partial = client.post(f"{address}/figures", data=texts).text
    assert '<p class="worked-out"\n     id="figure-right-power_grip"\n     hx-swap-oob=true>' in partial
    for words in ("<strong>40 kgf</strong> mean", "varies 2 %", "real change", "diminished light touch"):
        assert words in partial
    assert "a large change since the last visit" in partial
    assert "<html" not in partial


def test_an_early_test_needs_a_word_at_signing(measured: Clinic, client: FlaskClient) -> None:
    sent = {"right_procedure": "open_carpal_tunnel_release", "right_on": "2026-03-01"}
    client.post("/cases/1/treatment", data=sent)
    address = _begin(client)
    client.post(address, data=_texts())
    assert "tested too early" in client.get(f"{address}/sign").text
    refused = client.post(f"{address}/sign")
    assert refused.status_code == 422
    assert refused.text.count("Strength was tested before its date. Mark below") == 2
    assert client.post(f"{address}/sign", data={"early_allowed": "y"}).status_code == 303
    assert _record(measured).begun is None


def test_the_unit_is_remembered(clinic: Clinic, client: FlaskClient) -> None:
    address = _begin(client)
    client.post(address, data=_texts(unit="lbf", load_unit="lb"))
    client.post(f"{address}/discard")
    shown = client.get(_begin(client)).text
    assert 'value="lbf"\n                 checked' in shown


def test_a_draft_comes_back(clinic: Clinic, client: FlaskClient) -> None:
    address = _begin(client)
    client.post(f"/drafts/visit-{address.rsplit('/', 1)[1]}", data=_texts(notes="Slept well"))
    shown = client.get(address).text
    assert "Slept well" in shown
    assert "did not send" in shown
    client.post(address, data=_texts())
    assert "did not send" not in client.get(address).text


def test_the_match_shows_signs_words_ratios_and_arithmetic(measured: Clinic, client: FlaskClient) -> None:
    shown = client.get("/cases/1/match").text
    for words in ("Staple and punch", "Exceeds", "Needed / available", "7 of 10", "What would settle most"):
        assert words in shown
    assert "Measure the tip pinch of the right hand" in shown


def test_a_match_without_a_job_says_what_is_missing(client: FlaskClient) -> None:
    assert "Nothing to match yet" in client.get("/cases/1/match").text


def test_an_override_needs_a_reason_and_can_be_withdrawn(measured: Clinic, client: FlaskClient) -> None:
    refused = client.post("/cases/1/match/override", data=GRIP | {"verdict": "within", "reason": " "})
    assert refused.status_code == 422
    assert refused.text.count("Your verdict needs a reason.") == 2
    kept = client.post("/cases/1/match/override", data=GRIP | {"verdict": "within", "reason": "Seen at work"})
    assert kept.status_code == 303
    shown = client.get("/cases/1/match").text
    assert "Seen at work" in shown
    assert "your verdict; computed exceeds" in shown
    override = _record(measured).overrides[0]
    assert override.override.kind is DemandKind.POWER_GRIP
    client.post(f"/cases/1/match/override/{override.id}/withdraw")
    assert "Seen at work" not in client.get("/cases/1/match").text


@pytest.mark.parametrize(
    "change", [{"task": "Nothing"}, {"index": "x"}, {"kind": "flying"}, {"side": "third"}, {"index": "7"}]
)
def test_a_gap_nobody_was_shown_does_not_exist(
    measured: Clinic, client: FlaskClient, change: dict[str, str]
) -> None:
    assert client.get("/cases/1/match/override", query_string=GRIP | change).status_code == 404


def test_an_unknown_verdict_is_refused(measured: Clinic, client: FlaskClient) -> None:
    sent = GRIP | {"verdict": "maybe", "reason": "x"}
    assert client.post("/cases/1/match/override", data=sent).status_code == 400


def test_the_override_form_comes_alone_when_it_is_fetched_in_place(
    measured: Clinic, client: FlaskClient
) -> None:
    answer = client.get("/cases/1/match/override", query_string=GRIP, headers={"HX-Request": "true"})
    assert "<html" not in answer.text
    assert "Keep my verdict" in answer.text


def test_text_of_a_reason_never_becomes_markup(measured: Clinic, client: FlaskClient) -> None:
    sent = GRIP | {"verdict": "within", "reason": "<script>alert(1)</script>"}
    client.post("/cases/1/match/override", data=sent)
    assert "<script>alert" not in client.get("/cases/1/match").text


def test_the_pages_ask_the_database_little(measured: Clinic, client: FlaskClient) -> None:
    address = _begin(client)
    for path in ("/cases/1", BASE, address, f"{address}/sign", "/cases/1/match", "/cases/1/treatment"):
        with counted(measured.app) as statements:
            assert client.get(path).status_code == 200
        assert len(statements) <= MAX_QUERIES, (path, statements)
