"""The page of a release without a browser: what stands in the way, the one button, what is handed out."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from a_clinic import TODAY, new_case, new_user
from a_plannable_case import TYPING, VISIT, make_plannable
from conftest import Clinic
from flask.testing import FlaskClient

from rtw.domain.hands import Side
from rtw.services.actor import actor_of
from rtw.services.plans import acts, sign
from rtw.services.plans.acts import PlanWords
from rtw.store.cases import Case
from rtw.store.engine import make_engine, session_factory
from rtw.store.migrate import upgrade
from rtw.store.people import Clinic as ClinicRow
from rtw.store.people import Role
from rtw.store.plans import PlanVersionRow
from rtw.store.releases import ReleaseFile
from rtw.web.database import db

SignIn = Callable[[Role], FlaskClient]
RELEASE = "/cases/1/release"
NOTE = "Call before changing hours."

BETWEEN_RUNGS = replace(
    VISIT,
    tolerances=tuple(
        replace(told, day_min=130) if (told.kind, told.side) == (TYPING, Side.RIGHT) else told
        for told in VISIT.tolerances
    ),
)
"""The visit with a tolerance that is no rung of the ladder: a restriction holds it as it is today."""


@pytest.fixture(scope="module")
def signed_plan() -> PlanVersionRow:
    """Make a signed plan once; every test puts a copy into its own clinic."""
    engine = make_engine("sqlite://")
    upgrade(engine)
    with session_factory(engine).begin() as session:
        therapist = actor_of(new_user(session, Role.THERAPIST))
        case = new_case(session, therapist)
        make_plannable(session, case, visit=BETWEEN_RUNGS)
        acts.compute(session, therapist, case.id, TODAY)
        acts.keep_words(session, therapist, case.id, PlanWords(employer_note=NOTE), TODAY)
        row = sign.sign(session, therapist, case.id, "", TODAY)
        assert isinstance(row, PlanVersionRow)
        columns = [c.key for c in PlanVersionRow.__table__.columns]
        return PlanVersionRow(**{name: getattr(row, name) for name in columns})


@pytest.fixture
def client(clinic: Clinic, sign_in: SignIn, signed_plan: PlanVersionRow) -> FlaskClient:
    with clinic.app.app_context():
        make_plannable(db.session(), db.session.get_one(Case, 1), visit=BETWEEN_RUNGS)
        db.session.merge(signed_plan)
        db.session.commit()
    return sign_in(Role.THERAPIST)


def _post(client: FlaskClient, path: str, **data: object) -> str:
    answer = client.post(f"{RELEASE}{path}", data=data, follow_redirects=True)
    assert answer.status_code == 200, answer.text[-3000:]
    return answer.text


def test_before_a_plan_is_signed_the_page_says_so(sign_in: SignIn) -> None:
    client = sign_in(Role.THERAPIST)
    assert "Only a signed plan can leave the clinic." in client.get(RELEASE).text
    assert client.post(f"{RELEASE}/send/employer").status_code == 404


def test_both_sides_and_what_stands_in_the_way(client: FlaskClient) -> None:
    page = client.get(RELEASE).text
    assert "The patient&#39;s consent for the employer is not recorded." in page
    assert "DRAFT until it is released" in page
    assert "Diagnosis, procedure and medication" in page
    assert "Keyboard use: exact figure 2.17, shown as “At most 2 h a day”" in page
    assert client.post(f"{RELEASE}/send/employer").status_code == 422


def test_consent_approval_release_and_the_files_as_they_left(clinic: Clinic, client: FlaskClient) -> None:
    _post(client, "/consent/employer", scope="functional", given_on="2026-03-09")
    _post(client, "/text/employer", text=NOTE, approved_by="Anna Therapist")
    page = _post(client, "/send/employer")
    assert "Plan 1 is released to the employer" in page
    assert "plan-c-0001-v1.xlsx" in page
    with clinic.app.app_context():
        files = {file.filename: file.id for file in db.session.query(ReleaseFile)}
    for name, number in files.items():
        answer = client.get(f"{RELEASE}/file/{number}")
        assert f"filename={name}" in answer.headers["Content-Disposition"]
        assert answer.headers["Cache-Control"] == "no-store"
        assert len(answer.data) > 500
    assert "DRAFT: a new copy, not released." in page
    assert "DRAFT until it is released" not in page
    shown = client.get(f"{RELEASE}/snapshot/1").text
    assert "Unaltered since" in shown
    assert "DRAFT" not in shown
    assert NOTE in shown
    assert "Plan 1 to the employer" in client.get("/cases/1/history").text
    assert "not recorded" in client.get(f"{RELEASE}?to=insurer").text


def test_a_consent_is_withdrawn_and_the_button_shuts(client: FlaskClient) -> None:
    _post(client, "/consent/employer", scope="functional", given_on="2026-03-09")
    page = _post(client, "/consent/employer/1/withdraw")
    assert "Withdrawn on 9 March 2026" in page
    assert client.post(f"{RELEASE}/consent/employer/77/withdraw").status_code == 404


@pytest.mark.parametrize(
    ("path", "data", "advice"),
    [
        ("/consent/employer", {"scope": "functional", "given_on": ""}, "Enter the day the patient agreed."),
        (
            "/consent/employer",
            {"scope": "functional", "given_on": "2027-01-01"},
            "This day has not come yet.",
        ),
        (
            "/consent/employer",
            {"scope": "functional", "given_on": "2026-03-09", "until": "2026-03-01"},
            "The consent ends before it begins.",
        ),
        ("/text/employer", {"text": NOTE, "approved_by": ""}, "Enter a name."),
    ],
)
def test_what_is_wrong_is_told_on_top(
    client: FlaskClient, path: str, data: dict[str, str], advice: str
) -> None:
    answer = client.post(f"{RELEASE}{path}", data=data)
    assert answer.status_code == 422
    assert advice in answer.text


def test_a_place_that_needs_the_physician_asks_for_the_name(clinic: Clinic, client: FlaskClient) -> None:
    with clinic.app.app_context():
        db.session.query(ClinicRow).one().disclosure_profile = "us_washington"
        db.session.commit()
    assert "This place requires the physician&#39;s approval." in client.get(RELEASE).text
    late = client.post(f"{RELEASE}/physician/employer", data={"physician": "", "approved_on": "2026-03-09"})
    assert late.status_code == 422
    page = _post(client, "/physician/employer", physician="Dr. Ode", approved_on="2026-03-09")
    assert "Dr. Ode, 9 March 2026. The name stays in the clinic." in page
    assert "Recorded by Anna Therapist on behalf of Dr. Ode." in " ".join(page.split())
    history = " ".join(client.get(f"/cases/{clinic.case_id}/history").text.split())
    assert '<span class="quiet">approved by:</span> Dr. Ode </div>' in history
    assert '<span class="quiet">approved on:</span> 9 Mar 2026 </div>' in history
    assert '<span class="quiet">recorded by:</span> Anna Therapist' in history


@pytest.mark.parametrize(
    "path",
    [
        "/preview/employer/employer.xlsx",
        "/preview/employer/employer.pdf",
        "/preview/employer/note.pdf",
        "/preview/employer/employer.ics",
        "/clinic/clinician.pdf",
        "/clinic/patient.pdf",
        "/clinic/patient.ics",
    ],
)
def test_every_paper_can_be_fetched(client: FlaskClient, path: str) -> None:
    answer = client.get(f"{RELEASE}{path}")
    assert answer.status_code == 200
    assert answer.data[:4] in (b"PK\x03\x04", b"%PDF", b"BEGI")
    assert client.get(f"{RELEASE}/clinic/employer.pdf").status_code == 404


def test_what_stands_behind_a_figure_is_beside_the_paper_and_never_in_it(client: FlaskClient) -> None:
    html = client.get(RELEASE).text
    before, paper = html.split('<div class="panel paper">')
    assert 'id="why-limits"' in before
    assert 'class="why"' not in paper.split("</section>")[0]
