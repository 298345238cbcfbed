"""The page of a plan without a browser: every act, every refusal, no script needed."""

import re
from collections.abc import Callable

import pytest
from a_clinic import TODAY
from a_plannable_case import make_plannable
from conftest import Clinic
from flask.testing import FlaskClient
from sqlalchemy import event
from sqlalchemy.engine import Engine

from rtw.store.cases import Case
from rtw.store.people import Role
from rtw.store.plans import AccommodationRow, PlanVersionRow
from rtw.web.database import db

SignIn = Callable[[Role], FlaskClient]
PLAN = "/cases/1/plan"


@pytest.fixture
def client(clinic: Clinic, sign_in: SignIn) -> FlaskClient:
    with clinic.app.app_context():
        make_plannable(db.session(), db.session.get_one(Case, 1))
        db.session.commit()
    return sign_in(Role.THERAPIST)


def _post(client: FlaskClient, path: str, **data: object) -> str:
    answer = client.post(f"{PLAN}{path}", data=data, follow_redirects=True)
    assert answer.status_code == 200, answer.text[:500]
    return answer.text


def test_without_job_and_visit_every_page_leads_to_what_is_missing(sign_in: SignIn) -> None:
    client = sign_in(Role.THERAPIST)
    assert "A plan needs a job and hands" in client.get(PLAN).text
    for path in ("/settings", "/words", "/sign", "/restrictions"):
        assert client.get(f"{PLAN}{path}").location == PLAN
    assert client.post(f"{PLAN}/compute").location == PLAN


def test_computing_shows_weeks_reasons_and_proof(client: FlaskClient) -> None:
    page = _post(client, "/compute")
    assert "Proven best within these limits" in page
    assert "“Mon to Fri 4 h" in page
    assert "Keyboard use, right hand: at most 2 h a day" in page
    assert "Every limit kept" in page
    assert "never a permission" in page


def test_an_edited_cell_names_what_it_breaks_beside_it_and_on_top(client: FlaskClient) -> None:
    _post(client, "/compute")
    page = _post(client, "/week/1", **{"h-0-0": "5,0"})
    sentence = "Mon 16 March: Enter claims 5 h, the job asks 4 h."
    assert page.count(sentence) >= 2
    assert 'aria-describedby="h-0-0-wrong"' in page
    assert "not proven best" in page
    assert "Every limit kept" in _post(client, "/undo")
    assert sentence in _post(client, "/redo")


def test_hours_that_cannot_be_read_are_kept_as_typed_with_the_advice(client: FlaskClient) -> None:
    _post(client, "/compute")
    answer = client.post(f"{PLAN}/week/1", data={"h-0-0": "two", "h-1-0": "0.3", "h-2-0": "1"})
    assert answer.status_code == 422
    assert answer.text.count("Enter claims, Mon: enter hours from 0 to 16 in steps of a half.") == 2
    assert 'value="two"' in answer.text
    assert client.post(f"{PLAN}/week/99", data={}).status_code == 404


def test_a_schedule_is_written_by_hand_and_copied_forward(client: FlaskClient) -> None:
    _post(client, "/blank")
    page = _post(client, "/week/1", **{f"h-{day}-2": "1.5" for day in range(5)})
    assert "Telephone 1.5" in page
    page = _post(client, "/week/1/copy", through="4")
    assert page.count("Telephone 1.5") == 4 * 5
    assert client.post(f"{PLAN}/week/4/copy", data={"through": "2"}).status_code == 404


def test_settings_are_kept_with_comma_and_treatment_and_computed_at_once(client: FlaskClient) -> None:
    data = {
        "start": "2026-03-16",
        "weeks": "8",
        "first_day_hours": "2,5",
        "workdays": ["0", "2", "4"],
        "away1_weekday": "2",
        "away1_starts": "14:00",
        "away1_ends": "15:30",
        "break_after": "45",
        "break_minutes": "10",
        "rest_max_days": "3",
        "rest_until_week": "2",
        "cap_hours_per_day": "6",
        "cap_origin": "surgeon",
        "then": "compute",
    }
    page = _post(client, "/settings", **data)
    assert "treatment 1.5" in page
    assert '<th scope="col">Wed</th>' in page
    assert '<th scope="col">Tue</th>' not in page
    settings = client.get(f"{PLAN}/settings").text
    for value in ('value="2.5"', 'value="14:00"', 'value="45"', 'value="6"'):
        assert value in settings


@pytest.mark.parametrize(
    ("field", "typed", "advice"),
    [
        ("start", "2026-03-17", "This is not a Monday."),
        ("weeks", "40", "Enter a whole number from 1 to 26."),
        ("first_day_hours", "lots", "Enter a number from 0.5 to 16."),
        ("closed_on", "Christmas", "Write each day as year-month-day"),
        ("away1_starts", "2 pm", "Write the time as hours:minutes"),
        ("away1_starts", "14:00", "Enter weekday, beginning and end"),
        ("break_minutes", "5", "Enter both figures of the break rule"),
    ],
)
def test_a_wrong_setting_is_told_on_top_and_beside_its_field(
    client: FlaskClient, field: str, typed: str, advice: str
) -> None:
    answer = client.post(f"{PLAN}/settings", data={field: typed})
    assert answer.status_code == 422
    assert answer.text.count(advice) >= 2


def test_the_form_as_a_browser_sends_it_untouched_changes_nothing(client: FlaskClient) -> None:
    page = client.get(f"{PLAN}/settings").text
    names = re.findall(r'<(?:input|select)[^>]*name="([a-z0-9_]+)"', page)
    sent = {name: "" for name in names if name not in ("csrf_token", "workdays", "q", "cap_origin")}
    assert len(sent) > 20
    shown = _post(client, "/settings", **(sent | {"cap_origin": "surgeon", "weeks": "12", "then": "compute"}))
    assert "Proven best within these limits" in shown


def test_no_plan_names_what_collides_and_what_frees_it(client: FlaskClient) -> None:
    data = {"first_day_hours": "2", "shortest_day_hours": "6", "day_grows_by_hours": "0", "then": "compute"}
    page = _post(client, "/settings", **data)
    assert "No plan fits these limits" in page
    assert "These cannot all be kept" in page
    assert "frees it" in page


def test_a_switch_takes_an_accommodation_in_and_computes_anew(clinic: Clinic, client: FlaskClient) -> None:
    _post(client, "/compute")
    page = _post(client, "/switch/halve_task", to="on")
    assert 'id="switch-halve_task"' in page
    assert "Proven best" in page
    with clinic.app.app_context():
        assert db.session.query(AccommodationRow).one().accommodation_id == "halve_task"
    _post(client, "/switch/halve_task", to="off")
    with clinic.app.app_context():
        assert db.session.query(AccommodationRow).count() == 0
    assert client.post(f"{PLAN}/switch/no-such-thing", data={"to": "on"}).status_code == 404


def test_restrictions_are_changed_struck_out_added_and_restored(client: FlaskClient) -> None:
    page = client.get(f"{PLAN}/restrictions").text
    assert "patient&#39;s report: tolerated" in page
    new = {"kind-new": "lifting", "quantity-new": "load_kg", "amount-new": "2,5", "drop-0": "1"}
    page = _post(client, "/restrictions", **new)
    assert "Lifting, both hands together:" in page
    assert "at most 2.5 kg" in page
    wrong = client.post(f"{PLAN}/restrictions", data={"amount-0": "much"})
    assert wrong.status_code == 422
    assert wrong.text.count("Enter the limit as a number; 0 means not at all.") == 2
    assert "at most 2.5" not in _post(client, "/restrictions/restore")


def test_vague_and_clinical_words_are_refused_where_they_are_typed(client: FlaskClient) -> None:
    vague = client.post(f"{PLAN}/words", data={"employer_note": "Typing as tolerated."})
    assert vague.status_code == 422
    assert "“as tolerated” cannot be applied by an employer." in vague.text
    clinical = client.post(f"{PLAN}/words", data={"employer_note": "After carpal tunnel surgery."})
    assert "is a clinical word" in clinical.text
    one_day = client.post(f"{PLAN}/words", data={"earliest": "2026-05-01", "latest": "2026-05-01"})
    assert "a range, never one day" in one_day.text
    assert "Between 1 May 2026" in _post(client, "/words", earliest="2026-05-01", latest="2026-05-20")


def test_signing_leads_to_the_release_and_the_next_plan_begins_from_it(
    clinic: Clinic, client: FlaskClient
) -> None:
    assert "The schedule holds no work." in client.post(f"{PLAN}/sign").text
    _post(client, "/compute")
    answer = client.post(f"{PLAN}/sign")
    assert answer.location == "/cases/1/release"
    page = client.get(PLAN).text
    assert "Begin from plan 1" in page
    assert "Unaltered since" in client.get(f"{PLAN}/versions/1").text
    assert client.get(f"{PLAN}/versions/2").status_code == 404
    assert "“Mon to Fri 4 h" in _post(client, "/again")
    with clinic.app.app_context():
        assert db.session.query(PlanVersionRow).one().signed_on == TODAY


def test_a_plan_beyond_its_limits_asks_for_the_reason(client: FlaskClient) -> None:
    _post(client, "/compute")
    _post(client, "/week/1", **{"h-0-0": "3"})
    _post(client, "/restrictions", **{f"drop-{row}": "1" for row in range(20)})
    refused = client.post(f"{PLAN}/sign", data={"reason": ""})
    assert refused.status_code == 422
    assert refused.text.count("write why the plan may go beyond them") == 2
    assert client.post(f"{PLAN}/sign", data={"reason": "One long day, agreed"}).status_code == 303
    assert "One long day, agreed" in client.get("/cases/1/history").text


def test_throwing_away_asks_first(client: FlaskClient) -> None:
    _post(client, "/compute")
    assert "Throw this plan away?" in client.get(f"{PLAN}/throw-away").text
    assert "Compute the schedule" in _post(client, "/throw-away")


@pytest.mark.parametrize(
    "path", [PLAN, f"{PLAN}?week=2", f"{PLAN}/settings", f"{PLAN}/sign", "/cases/1/release"]
)
def test_a_page_takes_at_most_twelve_queries(clinic: Clinic, client: FlaskClient, path: str) -> None:
    _post(client, "/compute")
    if path.endswith("release"):
        client.post(f"{PLAN}/sign")
    seen: list[str] = []

    def count(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", count)
    try:
        assert client.get(path).status_code == 200
    finally:
        event.remove(Engine, "before_cursor_execute", count)
    queries = [statement for statement in seen if statement.lstrip().upper().startswith("SELECT")]
    assert len(queries) <= 12, "\n".join(queries)
