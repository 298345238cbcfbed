"""The assessment and match pages as requests: entering, asking, signing, overriding."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from a_clinic import TODAY
from a_measured_hand import measure, visit_value
from conftest import Clinic
from flask.testing import FlaskClient
from test_cases_pages import MAX_QUERIES, counted

from job_profiles.kinds import DemandKind
from rtw.domain.assessment.operation import Nerve, Operation, Procedure
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


def test_a_hand_may_have_several_operations(clinic: Clinic, client: FlaskClient) -> None:
    day = date(2026, 2, 2)
    sent = {"right_procedure": "open_carpal_tunnel_release", "right_on": day.isoformat()}
    sent |= {"right2_procedure": "guyon_canal_release", "right2_on": "2 Feb 2026", "right2_nerve": "ulnar"}
    assert client.post("/cases/1/treatment", data=sent).status_code == 303
    carpal = Operation(Side.RIGHT, Procedure.OPEN_CARPAL_TUNNEL_RELEASE, day)
    guyon = Operation(Side.RIGHT, Procedure.GUYON_CANAL_RELEASE, day, Nerve.ULNAR)
    assert _record(clinic).operations == (carpal, guyon)
    shown = client.get("/cases/1/treatment").text
    assert shown.count('<details class="more" open>') == 1
    assert "trigger finger" in shown
    header = client.get("/cases/1").text
    assert "Open carpal tunnel release, 5 weeks since; Release of Guyon&#39;s canal, 5 weeks since" in header
    kept = dict(re.findall(r'name="(right2?_on)"[^>]*value="([^"]*)"', shown))
    assert kept == {"right_on": "2026-02-02", "right2_on": "2026-02-02"}


def test_operations_stay_where_they_were_typed_and_a_missing_day_is_told(
    clinic: Clinic, client: FlaskClient
) -> None:
    sent = {"right_procedure": "open_carpal_tunnel_release", "right_on": "2026-02-02"}
    sent |= {"right2_procedure": "cubital_tunnel_in_situ", "right2_on": ""}
    told = client.post("/cases/1/treatment", data=sent, follow_redirects=True).text
    assert "the day of cubital tunnel release in situ is missing" in told
    assert told.count("No strength test yet. Cubital tunnel release in situ: the date of") == 1
    assert [operation.on for operation in _record(clinic).operations] == [date(2026, 2, 2), None]
    assert _chosen(client) == ["open_carpal_tunnel_release", "cubital_tunnel_in_situ"]
    earlier = sent | {"right2_on": "2026-01-05"}
    told = client.post("/cases/1/treatment", data=earlier, follow_redirects=True).text
    assert "the day of" not in told
    assert told.count("No strength test before") == 1
    assert [operation.on for operation in _record(clinic).operations] == [date(2026, 1, 5), date(2026, 2, 2)]
    assert _chosen(client) == ["open_carpal_tunnel_release", "cubital_tunnel_in_situ"]


def _chosen(client: FlaskClient) -> list[str]:
    """What is chosen as operations, in the order of the form."""
    lists = client.get("/cases/1/treatment").text.split('name="right')[1:]
    found = (
        re.search(r'<option selected value="(\w+)"', each) for each in lists if "_procedure" in each[:20]
    )
    return [option[1] for option in found if option]


def test_a_day_of_a_second_operation_asks_which(client: FlaskClient) -> None:
    sent = {
        "right_procedure": "open_carpal_tunnel_release",
        "right2_on": "2026-02-02",
        "left3_on": "2026-12-31",
    }
    answer = client.post("/cases/1/treatment", data=sent)
    assert answer.status_code == 422
    summary = answer.text.split('class="error-summary"')[1].split("</div>")[0]
    assert "Right, operation 2: operated, or treated since: Choose what was done on this day." in summary
    assert "Left, operation 3: operated, or treated since: This day has not come yet." in summary
    assert answer.text.count('<details class="more" open>') == 2


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


def test_an_empty_visit_is_not_offered_to_be_signed(clinic: Clinic, client: FlaskClient) -> None:
    at = client.post(f"/cases/{clinic.case_id}/assessment/begin").location
    shown = client.get(f"{at}/sign").text
    assert "There is nothing to sign" in shown
    assert "Sign the visit" not in shown
    refused = client.post(f"{at}/sign")
    assert refused.status_code == 422
    assert "Nothing was entered at this visit." in refused.text


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


def test_after_a_refused_save_what_was_typed_last_comes_back(measured: Clinic, client: FlaskClient) -> None:
    address = _begin(client)
    draft = f"/drafts/visit-{address.rsplit('/', 1)[1]}"
    client.post(draft, data=_texts(pain_work="7"))
    refused = client.post(address, data=_texts(pain_work="4", right__grip__1="much"))
    assert refused.status_code == 422
    shown = re.sub(r"\s+", " ", client.get(address).text)
    assert 'aria-label="Pain at work" value="4"' in shown
    assert 'aria-label="Right hand, power grip, trial 1" value="much"' in shown
    assert "and did not send" in shown


def test_a_visit_is_not_dated_ahead(measured: Clinic, client: FlaskClient) -> None:
    answer = client.post(_begin(client), data=_texts(on="2027-03-09"))
    assert answer.status_code == 422
    assert answer.text.count("this day has not come yet") == 2


def test_figures_stand_beside_what_is_typed(measured: Clinic, client: FlaskClient) -> None:
    address = _begin(client)
    texts = _texts(right__grip__1="40", right__grip__2="41", right__grip__3="39", left__touch__thumb="3.61")
    partial = client.post(f"{address}/figures", data=texts).text
    assert '<div class="worked-out"\n       id="figure-right-power_grip"\n       hx-swap-oob=true>' in partial
    for words in (
        "40.0 kgf mean",
        "varies 2 %",
        "better, beyond measurement error",
        "diminished light touch",
    ):
        assert words in partial
    assert "a large change since the last visit" in partial
    assert "<html" not in partial


def test_an_early_test_needs_a_word_at_signing(measured: Clinic, client: FlaskClient) -> None:
    sent = {"right_procedure": "open_carpal_tunnel_release", "right_on": "2026-03-01"}
    client.post("/cases/1/treatment", data=sent)
    address = _begin(client)
    client.post(address, data=_texts())
    assert "strength was tested before 12 April 2026" in client.get(f"{address}/sign").text
    refused = client.post(f"{address}/sign")
    assert refused.status_code == 422
    assert refused.text.count("Strength was tested before its date, or without one. Mark below") == 2
    assert client.post(f"{address}/sign", data={"early_allowed": "y"}).status_code == 303
    assert _record(measured).begun is None
    assert "No strength test before" not in client.get("/cases/1/assessment").text


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


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("pain_work", "44", "Pain at work: 44 cannot be, the scale runs from 0 to 10."),
        ("score-quickdash-1", "9", "QuickDASH, item 1: 9 cannot be, an answer runs from 1 to 5."),
        (
            "right-touch-thumb",
            "9.9",
            "Right hand, thumb, filament: 9.9 cannot be, no filament has",
        ),
        ("right-motion-wrist_flexion", "500", "no joint turns further than 180°."),
        ("left-grip-2", "-3", "Left hand, grip, trial 1: -3 cannot be, it cannot be below 0."),
        ("right-pillar", "11", "Right hand, pillar tenderness: 11 cannot be"),
        ("bout-mousing-both", "1441", "a day has 0 to 1440 minutes"),
    ],
)
def test_what_cannot_be_is_kept_told_twice_in_the_same_words_and_not_signed(
    measured: Clinic, client: FlaskClient, name: str, typed: str, words: str
) -> None:
    address = _begin(client)
    texts = {key: text for key, text in _texts().items() if not key.startswith("left-grip")}
    answer = client.post(address, data=texts | {name: typed, "then": "sign"})
    assert answer.location == address
    shown = client.get(address).text
    assert re.search(rf'<a href="#f-[^"]*">[^<]*{re.escape(words)}', shown)
    assert re.search(rf'class="field-error"[^>]*>.{{0,120}}{re.escape(words)}', shown, re.DOTALL)
    assert f'value="{typed}"' in shown
    assert "cannot be signed yet" in client.get(f"{address}/sign").text
    assert client.post(f"{address}/sign").status_code == 422
    assert _record(measured).begun is not None
    client.post(address, data=texts | {"then": "stay"})
    assert client.post(f"{address}/sign").status_code == 303


def test_what_cannot_be_is_told_while_typing(measured: Clinic, client: FlaskClient) -> None:
    address = _begin(client)
    told = client.post(f"{address}/figures", data=_texts(pain_work="44")).text
    assert 'data-cannot-be="pain_work"' in told
    assert "cannot be signed" in told
    assert "data-cannot-be" not in client.post(f"{address}/figures", data=_texts(pain_work="4")).text
