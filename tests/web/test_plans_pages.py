"""The page of a plan without a browser: every act, every refusal, no script needed."""

import re

import pytest
from a_clinic import TODAY
from a_plan_page import PLAN, SignIn, post, therapist_who_plans
from conftest import Clinic
from flask.testing import FlaskClient
from sqlalchemy import event
from sqlalchemy.engine import Engine

from rtw.store.people import Role
from rtw.store.plans import AccommodationRow, PlanVersionRow
from rtw.web.database import db


@pytest.fixture
def client(clinic: Clinic, sign_in: SignIn) -> FlaskClient:
    return therapist_who_plans(clinic, sign_in)


def test_without_job_and_visit_every_page_leads_to_what_is_missing(sign_in: SignIn) -> None:
    client = sign_in(Role.THERAPIST)
    assert "A plan needs a job and hands" in client.get(PLAN).text
    for path in ("/settings", "/words", "/sign", "/restrictions"):
        assert client.get(f"{PLAN}{path}").location == PLAN
    assert client.post(f"{PLAN}/compute").location == PLAN


def test_computing_shows_weeks_reasons_and_proof(client: FlaskClient) -> None:
    page = post(client, "/compute")
    assert "Proven best within these limits" in page
    assert "“Mon to Fri 4 h" in page
    assert "Keyboard use, right hand: at most 2 h a day" in page
    assert "Every limit kept" in page
    assert "never a permission" in page


def test_reasons_that_a_week_shares_with_the_one_before_stand_once(client: FlaskClient) -> None:
    for page in (post(client, "/compute"), client.get(f"{PLAN}/sign").text):
        cells = re.findall(r'<td[^>]*data-label="What stops more">(.*?)</td>', page, re.DOTALL)
        said = [" ".join(cell.split()) for cell in cells]
        told = [words for words in said if "at most" in words]
        assert told
        assert len(told) == len(set(told))
        assert any("As in the week before" in words for words in said)


def test_an_edited_cell_names_what_it_breaks_beside_it_and_on_top(client: FlaskClient) -> None:
    post(client, "/compute")
    page = post(client, "/week/1", **{"h-0-0": "5,0"})
    sentence = "Mon 16 March: Enter claims 5 h, the job asks 4 h."
    assert page.count(sentence) >= 2
    assert 'aria-describedby="h-0-0-wrong"' in page
    assert "not proven best" in page
    assert "Every limit kept" in post(client, "/undo")
    assert sentence in post(client, "/redo")


def test_hours_that_cannot_be_read_are_kept_as_typed_with_the_advice(client: FlaskClient) -> None:
    post(client, "/compute")
    answer = client.post(f"{PLAN}/week/1", data={"h-0-0": "two", "h-1-0": "0.3", "h-2-0": "1"})
    assert answer.status_code == 422
    assert answer.text.count("Enter claims, Mon: enter hours from 0 to 16 in steps of a half.") == 2
    assert 'value="two"' in answer.text
    assert client.post(f"{PLAN}/week/99", data={}).status_code == 404


def test_a_schedule_is_written_by_hand_and_copied_forward(client: FlaskClient) -> None:
    post(client, "/blank")
    page = post(client, "/week/1", **{f"h-{day}-2": "1.5" for day in range(5)})
    assert "Telephone 1.5" in page
    page = post(client, "/week/1/copy", through="4")
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
    page = post(client, "/settings", **data)
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
        ("closed_on", "Christmas", "“Christmas” is not a day. Write it like 2026-12-25"),
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
    shown = post(client, "/settings", **(sent | {"cap_origin": "surgeon", "weeks": "12", "then": "compute"}))
    assert "Proven best within these limits" in shown


def test_no_plan_names_what_collides_and_what_frees_it(client: FlaskClient) -> None:
    data = {"first_day_hours": "2", "shortest_day_hours": "6", "day_grows_by_hours": "0", "then": "compute"}
    page = post(client, "/settings", **data)
    assert "No plan fits these limits" in page
    assert "These cannot all be kept" in page
    assert "frees it" in page


def test_a_switch_takes_an_accommodation_in_and_computes_anew(clinic: Clinic, client: FlaskClient) -> None:
    post(client, "/compute")
    page = post(client, "/switch/halve_task", to="on")
    assert 'id="switch-halve_task"' in page
    assert "Proven best" in page
    with clinic.app.app_context():
        assert db.session.query(AccommodationRow).one().accommodation_id == "halve_task"
    post(client, "/switch/halve_task", to="off")
    with clinic.app.app_context():
        assert db.session.query(AccommodationRow).count() == 0
    assert client.post(f"{PLAN}/switch/no-such-thing", data={"to": "on"}).status_code == 404


def test_restrictions_are_changed_struck_out_added_and_restored(client: FlaskClient) -> None:
    page = client.get(f"{PLAN}/restrictions").text
    assert "patient&#39;s report: tolerated" in page
    new = {"kind-new": "lifting", "quantity-new": "load_kg", "amount-new": "2,5", "drop-0": "1"}
    page = post(client, "/restrictions", **new)
    assert "Lifting, both hands together:" in page
    assert "at most 2.5 kg" in page
    wrong = client.post(f"{PLAN}/restrictions", data={"amount-0": "much"})
    assert "Restriction 1: Enter the limit as a number" in wrong.text
    assert wrong.status_code == 422
    assert wrong.text.count("Enter the limit as a number; 0 means not at all.") == 2
    assert "at most 2.5" not in post(client, "/restrictions/restore")


def test_a_restriction_reads_at_once_as_it_is_sent(client: FlaskClient) -> None:
    new = {"kind-new": "pushing", "quantity-new": "force_n", "amount-new": "58", "side-new": "right"}
    sent = "At most 50 N (the weight of 5 kg)"
    page = " ".join(post(client, "/restrictions", **new).split())
    assert f"at most 58 N, sent as “{sent}”" in page
    row = client.get(f"{PLAN}/restrictions").text
    assert f"Sent as “{sent}”" in row
    assert 'value="58"' in row
    post(client, "/restrictions/restore")
    assert "Sent as" not in client.get(f"{PLAN}/restrictions").text
    assert "at most 50 N" in post(client, "/restrictions", **{**new, "amount-new": "50"})
    assert "Sent as" not in client.get(f"{PLAN}/restrictions").text


def test_what_was_written_by_hand_is_marked_in_the_plan_that_follows(client: FlaskClient) -> None:
    post(client, "/compute")
    new = {"kind-new": "pushing", "quantity-new": "force_n", "amount-new": "62", "side-new": "right"}
    post(client, "/restrictions", **new)
    post(client, "/compute")
    assert client.post(f"{PLAN}/sign", data={"reason": ""}).status_code == 303
    page = post(client, "/again")
    assert "set by the therapist with the plan, carried over from plan 1" in page
    assert "Proposed anew from the limits of the hands, beside what you wrote" in page
    row = client.get(f"{PLAN}/restrictions").text
    assert "carried over from plan 1" in row
    assert "Strike out" in row


def test_vague_and_clinical_words_are_refused_where_they_are_typed(client: FlaskClient) -> None:
    vague = client.post(f"{PLAN}/words", data={"employer_note": "Typing as tolerated."})
    assert vague.status_code == 422
    assert "“as tolerated” cannot be applied by an employer." in vague.text
    clinical = client.post(f"{PLAN}/words", data={"employer_note": "After carpal tunnel surgery."})
    assert "is a clinical word" in clinical.text
    one_day = client.post(f"{PLAN}/words", data={"earliest": "2026-05-01", "latest": "2026-05-01"})
    assert "a range, never one day" in one_day.text
    assert "Between 1 May 2026" in post(client, "/words", earliest="2026-05-01", latest="2026-05-20")


def test_signing_leads_to_the_release_and_the_next_plan_begins_from_it(
    clinic: Clinic, client: FlaskClient
) -> None:
    assert "The schedule holds no work." in client.post(f"{PLAN}/sign").text
    post(client, "/compute")
    answer = client.post(f"{PLAN}/sign")
    assert answer.location == "/cases/1/release"
    page = client.get(PLAN).text
    assert "Begin from plan 1" in page
    first = page.index("Plan 1 is signed and in force")
    assert first < page.index("See plan 1") < page.index("A new version") < page.index("Write it by hand")
    assert f'href="{PLAN}/versions/1">See the plan</a>' in client.get("/cases/1").text
    assert "Unaltered since" in client.get(f"{PLAN}/versions/1").text
    assert client.get(f"{PLAN}/versions/2").status_code == 404
    assert "“Mon to Fri 4 h" in post(client, "/again")
    with clinic.app.app_context():
        assert db.session.query(PlanVersionRow).one().signed_on == TODAY


def test_a_draft_beside_a_signed_plan_says_that_it_permits_nothing(client: FlaskClient) -> None:
    post(client, "/compute")
    assert "in force" not in client.get(PLAN).text
    client.post(f"{PLAN}/sign")
    page = post(client, "/again")
    assert page.index("Plan 1 is signed and in force") < page.index("permits nothing until it is signed")
    assert "A new version</h3>" not in page


def test_what_a_week_breaks_stands_where_its_hours_are_typed(client: FlaskClient) -> None:
    post(client, "/compute")
    post(client, "/week/2", **{"h-0-0": "5"})
    answer = client.post(f"{PLAN}/week/1", data={"h-0-0": "5"})
    assert answer.location.endswith("?week=1#week-1")
    said = client.get(answer.location).text.split('id="week-check"')[1].split("save-week")[0]
    assert "Week 1 breaks" in said
    assert "Mon 16 March: Enter claims 5 h, the job asks 4 h." in said
    assert "Mon 23 March" not in said
    assert "broken elsewhere in the plan" in said
    refused = client.post(f"{PLAN}/week/1", data={"h-0-0": "two"}).text
    assert "Week 1 is not saved" in refused.split('id="week-check"')[1]


def test_a_plan_beyond_its_limits_asks_for_the_reason(client: FlaskClient) -> None:
    post(client, "/compute")
    post(client, "/week/1", **{"h-0-0": "3"})
    post(client, "/restrictions", **{f"drop-{row}": "1" for row in range(20)})
    refused = client.post(f"{PLAN}/sign", data={"reason": ""})
    assert refused.status_code == 422
    assert refused.text.count("write why the plan may go beyond them") == 2
    assert client.post(f"{PLAN}/sign", data={"reason": "One long day, agreed"}).status_code == 303
    assert "One long day, agreed" in client.get("/cases/1/history").text


def test_what_was_known_on_signing_is_read_again_before_releasing(client: FlaskClient) -> None:
    post(client, "/compute")
    post(client, "/restrictions", **{f"drop-{row}": "1" for row in range(20)})
    asked = client.get(f"{PLAN}/sign").text
    panel = asked.partition("Know before you sign")[2].partition("</section>")[0]
    warned = [" ".join(words.split()) for words in re.findall(r"<li>(.*?)</li>", panel, re.DOTALL)]
    assert any("no restriction on it will be sent" in words for words in warned), warned
    assert client.post(f"{PLAN}/sign", data={"reason": "Agreed with the supervisor"}).status_code == 303
    release = client.get("/cases/1/release").text
    before, _, paper = release.partition('id="seen-title"')
    known = before.partition("Known when it was signed:")[2]
    for words in warned:
        assert f"<li>{words}</li>" in known
        assert words not in paper
    assert "Known when it was signed" not in _again(client)


def _again(client: FlaskClient) -> str:
    """Begin again from the signed plan, with the restrictions proposed anew; return the page of release."""
    post(client, "/again")
    assert client.post(f"{PLAN}/sign", data={"reason": "As before"}).status_code == 303
    return client.get("/cases/1/release").text


def test_opening_a_shut_task_asks_first_and_refuses_without_a_reassessment(client: FlaskClient) -> None:
    asked = client.get(f"{PLAN}/gates?task=Sort+post")
    assert asked.status_code == 200
    assert "I have reassessed: open it" not in asked.text
    refused = client.post(f"{PLAN}/gates", data={"task": "Sort post", "to": "open"})
    assert refused.status_code == 422
    assert 'role="alert"' in refused.text


def test_throwing_away_asks_first(client: FlaskClient) -> None:
    post(client, "/compute")
    assert "Throw this plan away?" in client.get(f"{PLAN}/throw-away").text
    assert "Compute the schedule" in post(client, "/throw-away")


@pytest.mark.parametrize(
    "path", [PLAN, f"{PLAN}?week=2", f"{PLAN}/settings", f"{PLAN}/sign", "/cases/1/release"]
)
def test_a_page_takes_at_most_twelve_queries(clinic: Clinic, client: FlaskClient, path: str) -> None:
    post(client, "/compute")
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


def test_hours_of_a_week_are_typed_as_people_write_them(client: FlaskClient) -> None:
    post(client, "/blank")
    post(client, "/week/1", **{"h-0-0": "2:30", "h-1-0": "1 h 30", "h-2-0": "30 min", "h-3-0": " "})
    opened = client.get(f"{PLAN}?week=1").text
    fields = dict(re.findall(r'name="(h-\d-0)"[^>]*?value="([^"]*)"', opened, re.DOTALL))
    assert [fields[f"h-{day}-0"] for day in range(4)] == ["2.5", "1.5", "0.5", ""]
    between = client.post(f"{PLAN}/week/1", data={"h-0-0": "1 h 15"})
    assert between.status_code == 422
    assert "Enter claims, Mon: a plan has half hours; enter 1 or 1.5." in between.text


def test_settings_and_restrictions_read_times_as_people_write_them(client: FlaskClient) -> None:
    times = {"weeks": "6", "first_day_hours": "2:30", "break_after": "45 min", "break_minutes": "10 min"}
    post(client, "/settings", **times)
    kept = client.get(f"{PLAN}/settings").text
    for name, value in (("first_day_hours", "2.5"), ("break_after", "45"), ("break_minutes", "10")):
        assert re.search(rf'name="{name}"[^>]*value="{value}"', kept), name
    wrong = client.post(f"{PLAN}/settings", data={**times, "break_minutes": "a while"})
    assert wrong.status_code == 422
    hours = {"kind-new": "keyboarding", "quantity-new": "hours_per_day", "amount-new": "1 h 30"}
    assert "at most 1.5 h a day" in post(client, "/restrictions", **hours)
    bout = {"kind-new": "mousing", "quantity-new": "bout_h", "amount-new": "0:20"}
    assert "at most 20 min at a stretch" in post(client, "/restrictions", **bout)


def test_the_first_page_says_where_a_signed_plan_and_the_match_of_today_part(client: FlaskClient) -> None:
    post(client, "/compute")
    assert client.post(f"{PLAN}/sign", data={"reason": ""}).status_code == 303
    parted = "and the match of today says not suitable: review the plan"
    assert parted not in client.get("/cases/1").text
    place = {"task": "Enter claims", "index": "1", "kind": "mousing", "side": "right"}
    own = {**place, "verdict": "exceeds", "reason": "Seen at work: the wrist swells."}
    assert client.post("/cases/1/match/override", query_string=place, data=own).status_code == 303
    first = " ".join(client.get("/cases/1").text.split())
    assert f"Plan 1 holds Enter claims, {parted}" in first
