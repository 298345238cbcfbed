"""Pages of accommodations and evidence, as a browser without scripts sees them."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from a_measured_hand import CLERK, SECOND_VISIT, give_job, sign_one, visit_value
from a_plannable_case import make_plannable
from conftest import Clinic
from flask.testing import FlaskClient
from sqlalchemy import select

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand, Task
from rtw.knowledge.load import knowledge
from rtw.services.actor import actor_of
from rtw.store.cases import Case
from rtw.store.people import Role, User
from rtw.store.plans import AccommodationRow
from rtw.web.database import db

SignIn = Callable[[Role], FlaskClient]
OF_CASE = "/cases/1/accommodations"
CAP = "task_hours_cap"
CHOICE = {
    "tasks": ["Enter claims"],
    "figure_hours": "2,5",
    "owner": "supervisor",
    "due": "2026-04-01",
    "status": "agreed",
    "employer_text": "Limit this work to 2.5 hours a day.",
}


@pytest.fixture
def client(clinic: Clinic, sign_in: SignIn) -> FlaskClient:
    """The therapist, with a case that has a job and a signed visit."""
    with clinic.app.app_context():
        make_plannable(db.session(), db.session.get_one(Case, clinic.case_id))
        db.session.commit()
    return sign_in(Role.THERAPIST)


def _rows(clinic: Clinic) -> list[AccommodationRow]:
    with clinic.app.app_context():
        return list(db.session.scalars(select(AccommodationRow)))


# The catalogue and the evidence


def test_the_whole_catalogue_is_paged_through(sign_in: SignIn) -> None:
    client = sign_in(Role.THERAPIST)
    pages = [client.get(f"/accommodations?page={number}").text for number in (1, 2, 3, 4)]
    for entry in knowledge().catalogue.accommodations:
        assert any(f'href="/accommodations/{entry.id}"' in page for page in pages), entry.id


def test_every_page_of_the_knowledge_opens(sign_in: SignIn) -> None:
    client, known = sign_in(Role.CASE_MANAGER), knowledge()
    paths = [f"/accommodations/{entry.id}" for entry in known.catalogue.accommodations]
    paths += [f"/accommodations/not-recommended/{advice.id}" for advice in known.catalogue.not_recommended]
    paths += [f"/evidence/sources/{source.id}" for source in known.sources]
    for path in paths:
        assert client.get(path).status_code == 200, path


def test_what_an_entry_changes_is_shown_with_figure_source_and_mark(sign_in: SignIn) -> None:
    shown = sign_in(Role.THERAPIST).get("/accommodations/warm_gloves").text
    for part in ("multiplies force by 1.3", "22.9 %", "Makes it harder", "Effect not known", "read in the"):
        assert part in shown, part
    assert "Only for: cold workplace." in shown
    assert "Median of a single cost" in shown


@pytest.mark.parametrize("elsewhere", ["impact driver", None])
def test_what_depends_on_a_tool_says_which_rows_name_none(
    clinic: Clinic, sign_in: SignIn, elsewhere: str | None
) -> None:
    grip = Demand(DemandKind.POWER_GRIP, Hand.RIGHT, force_n=300.0, duty_cycle=0.1)
    drive = Demand(DemandKind.HAND_ARM_VIBRATION, Hand.RIGHT, ahv_m_s2=2.0, hours_per_day=0.1, tool=elsewhere)
    tasks = (
        Task("True wheels", hours_per_day=2.0, demands=(grip,)),
        Task("Drive", hours_per_day=0.5, demands=(drive,)),
    )
    with clinic.app.app_context():
        session, case = db.session(), db.session.get_one(Case, clinic.case_id)
        give_job(session, case, replace(CLERK, tasks=tasks))
        therapist = actor_of(session.query(User).filter_by(role=Role.THERAPIST).one())
        sign_one(session, therapist, case, visit_value(SECOND_VISIT))
        session.commit()
    shown = " ".join(sign_in(Role.THERAPIST).get(OF_CASE).text.split())
    assert (
        "more, if a certain tool is used: the rows of the sheet that they would help with name no tool"
        in shown
    )
    assert ("Other rows name impact driver." in shown) is (elsewhere is not None)
    assert (", nor does any other row" in shown) is (elsewhere is None)


def test_looking_for_what_is_not_recommended_tells_why(sign_in: SignIn) -> None:
    client = sign_in(Role.THERAPIST)
    found = client.get("/accommodations?q=wrist+rest").text
    assert "Not recommended" in found
    assert "/accommodations/not-recommended/wrist_pads" in found
    told = client.get("/accommodations/not-recommended/wrist_pads").text
    assert "pressure in the carpal tunnel stayed the same" in told
    assert "Look at instead" in told


def test_wishes_that_make_no_sense_count_as_none(sign_in: SignIn) -> None:
    answer = sign_in(Role.THERAPIST).get("/accommodations?kind=x&cost=y&page=999&evidence=&case=abc")
    assert answer.status_code == 200
    assert f"{len(knowledge().catalogue.accommodations)} of" in answer.text


def test_nothing_found_says_what_to_do(sign_in: SignIn) -> None:
    client = sign_in(Role.THERAPIST)
    for path in ("/accommodations", "/evidence", "/evidence/sources", "/evidence/figures/motion"):
        shown = client.get(f"{path}?q=zzzz").text
        assert "found" in shown
        assert "Show all" in shown


def test_every_group_of_evidence_opens(sign_in: SignIn) -> None:
    client = sign_in(Role.THERAPIST)
    index = client.get("/evidence").text
    keys = [part.split('"')[0] for part in index.split('href="/evidence/figures/')[1:]]
    assert len(keys) > 20
    for key in dict.fromkeys(keys):
        assert client.get(f"/evidence/figures/{key.replace('&amp;', '&')}").status_code == 200, key


def test_a_case_manager_looks_things_up_without_a_way_into_cases(sign_in: SignIn) -> None:
    client = sign_in(Role.CASE_MANAGER)
    assert "Choose for case" not in client.get(f"/accommodations/{CAP}?case=1").text
    assert client.get(OF_CASE).status_code == 403


# The case


def test_a_case_without_job_says_what_it_waits_for(sign_in: SignIn) -> None:
    shown = sign_in(Role.THERAPIST).get(OF_CASE).text
    assert "The job is not there yet" in shown


def test_without_scripts_ticking_shows_on_submit_what_changes(client: FlaskClient, clinic: Clinic) -> None:
    ticked = {"try": [CAP, "forearm_support"], f"figure-{CAP}-hours": "2", "csrf_token": "secret"}
    answer = client.post(f"{OF_CASE}/changes", data=ticked)
    assert answer.status_code == 303
    assert "secret" not in answer.location
    shown = client.get(answer.location).text
    assert "Keyboard use, right hand, in Enter claims" in shown
    assert f'id="try-{CAP}"\n           name="try"\n           value="{CAP}"\n           checked' in shown
    assert _rows(clinic) == []


def test_with_scripts_only_what_changes_is_sent(client: FlaskClient) -> None:
    ticked = {"try": CAP, f"figure-{CAP}-hours": "2"}
    answer = client.post(f"{OF_CASE}/changes", data=ticked, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert "<html" not in answer.text
    assert "Within" in answer.text


@pytest.mark.parametrize("hours", ["99", "two"])
def test_a_figure_that_will_not_do_is_told_and_nothing_is_chosen(
    client: FlaskClient, clinic: Clinic, hours: str
) -> None:
    ticked = {"try": CAP, f"figure-{CAP}-hours": hours}
    answer = client.post(OF_CASE, data=ticked)
    assert answer.status_code == 422
    assert "There is something to put right" in answer.text
    assert f'value="{hours}"' in answer.text
    partial = client.post(f"{OF_CASE}/changes", data=ticked, headers={"HX-Request": "true"})
    assert "Error:" in partial.text
    assert _rows(clinic) == []


def test_ticked_ones_are_chosen_together(client: FlaskClient, clinic: Clinic) -> None:
    answer = client.post(OF_CASE, data={"try": [CAP, "forearm_support"], f"figure-{CAP}-hours": "2"})
    assert answer.status_code == 303
    rows = {row.accommodation_id: row for row in _rows(clinic)}
    assert set(rows) == {CAP, "forearm_support"}
    assert rows[CAP].given == {"hours": 2.0}
    assert rows[CAP].owner == "supervisor"
    shown = client.get(OF_CASE).text
    assert "With what is chosen" in shown
    assert "Figure given: 2 h" in shown
    assert "Within" in shown


def test_nothing_ticked_chooses_nothing(client: FlaskClient, clinic: Clinic) -> None:
    assert client.post(OF_CASE, data={}).status_code == 303
    assert _rows(clinic) == []


def test_an_accommodation_is_decided_about_in_every_detail(client: FlaskClient, clinic: Clinic) -> None:
    assert client.post(f"{OF_CASE}/{CAP}", data=CHOICE).status_code == 303
    (row,) = _rows(clinic)
    assert (row.tasks, row.given, row.owner, row.status) == (
        ["Enter claims"],
        {"hours": 2.5},
        "supervisor",
        "agreed",
    )
    assert row.due is not None
    assert row.due.isoformat() == "2026-04-01"
    shown = client.get(f"{OF_CASE}/{CAP}").text
    assert 'value="2.5"' in shown
    assert "Limit this work to 2.5 hours a day." in shown


def test_a_due_day_that_has_passed_is_asked_about_once(client: FlaskClient, clinic: Clinic) -> None:
    asked = client.post(f"{OF_CASE}/{CAP}", data=CHOICE | {"due": "2025-01-01"})
    assert asked.status_code == 422
    assert asked.text.count("This day has passed. Is the year right?") == 2
    assert _rows(clinic) == []
    assert 'value="2025-01-01"' in client.get(f"{OF_CASE}/{CAP}").text  # what was typed last is kept
    meant = CHOICE | {"due": "2025-01-01", "due_has_passed": "y"}
    assert client.post(f"{OF_CASE}/{CAP}", data=meant).status_code == 303
    assert client.post(f"{OF_CASE}/{CAP}", data=CHOICE | {"due": "2025-01-01"}).status_code == 303
    done = CHOICE | {"due": "2025-02-01", "status": "in_place"}
    assert client.post(f"{OF_CASE}/{CAP}", data=done).status_code == 303


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"employer_text": "Light duty only."}, "cannot be applied by an employer"),
        ({"employer_text": ""}, "Write what the employer has to do."),
        ({"figure_hours": "13"}, "from 0 to 12"),
        ({"figure_hours": "two"}, "from 0 to 12"),
        ({"due": "soon"}, "“soon” is not a day"),
        ({"tasks": ["Juggling"]}, "valid choice"),
        ({"owner": "nobody"}, "Not a valid choice"),
    ],
)
def test_a_mistake_is_told_on_top_and_beside_the_field(
    client: FlaskClient, clinic: Clinic, wrong: dict[str, object], told: str
) -> None:
    answer = client.post(f"{OF_CASE}/{CAP}", data=CHOICE | wrong)
    assert answer.status_code == 422
    assert answer.text.count(told) == 2
    assert _rows(clinic) == []


def test_taking_out_offers_to_put_it_back(client: FlaskClient, clinic: Clinic) -> None:
    client.post(f"{OF_CASE}/{CAP}", data=CHOICE)
    answer = client.post(f"{OF_CASE}/{CAP}/take-out")
    assert answer.status_code == 303
    assert "Put it back" in client.get(answer.location).text
    assert client.post(f"{OF_CASE}/{CAP}/put-back").status_code == 303
    (row,) = _rows(clinic)
    assert (row.status, row.given) == ("agreed", {"hours": 2.5})


def test_the_place_of_work_is_kept_and_sets_aside(client: FlaskClient, clinic: Clinic) -> None:
    place = {"settings": ["open_plan", "shared_desk"], "circumstances": ["voice_problem"]}
    assert client.post(f"{OF_CASE}/place", data=place).status_code == 303
    with clinic.app.app_context():
        case = db.session.get_one(Case, clinic.case_id)
        assert (case.settings, case.circumstances) == (["open_plan", "shared_desk"], ["voice_problem"])
    shown = client.get(OF_CASE).text
    assert "would help but do not fit here" in shown
    client.post(f"{OF_CASE}/place", data={"settings": ["nowhere"]})
    with clinic.app.app_context():
        assert db.session.get_one(Case, clinic.case_id).settings == ["open_plan", "shared_desk"]


def test_options_are_compared_three_at_most(client: FlaskClient) -> None:
    path = f"{OF_CASE}/compare/0.0.right"
    two = client.get(f"{path}?option=halve_task&option={CAP}")
    assert two.status_code == 200
    assert "3.5 → 1.75 h" in two.text
    given = client.get(f"{path}?option={CAP}&figure-{CAP}-hours=2,5")
    assert "3.5 → 2.5 h" in given.text
    assert client.get(f"{path}?option={CAP}&figure-{CAP}-hours=lots").status_code == 422
    four = "&".join(
        f"option={name}" for name in ("halve_task", CAP, "forearm_support", "keyboard_tray_touchpad")
    )
    many = client.get(f"{path}?{four}")
    assert many.status_code == 422
    assert "At most 3 can be compared" in many.text
    assert client.get(f"{OF_CASE}/compare/0.0.left").status_code == 404


def test_the_match_leads_here(client: FlaskClient) -> None:
    assert OF_CASE in client.get("/cases/1/match").text


def test_a_figure_typed_while_comparing_goes_along_into_choosing(client: FlaskClient) -> None:
    figure = f"figure-{CAP}-hours"
    compared = client.get(f"{OF_CASE}/compare/0.0.right", query_string={"option": CAP, figure: "1,5"}).text
    assert f'formaction="{OF_CASE}/{CAP}"' in compared
    assert f'name="{figure}"' in compared
    chosen = client.get(f"{OF_CASE}/{CAP}", query_string={"option": CAP, figure: "1,5"}).text
    field = re.search(r'<input[^>]*name="figure_hours"[^>]*>', chosen)
    assert field
    assert 'value="1.5"' in field.group()


def test_the_worth_in_days_stands_beside_the_choice_with_the_plan_it_is_of(client: FlaskClient) -> None:
    assert "computed for" not in client.get(OF_CASE).text
    client.post("/cases/1/plan/compute")
    for path in (OF_CASE, f"{OF_CASE}/compare/0.0.right"):
        shown = client.get(path).text
        assert "computed for the plan in the making" in shown
        assert "whose limits have changed since" not in shown
    client.post("/cases/1/plan/settings", data={"weeks": "6"})
    assert "computed for the plan in the making, whose limits have changed since" in client.get(OF_CASE).text
    client.post("/cases/1/plan/compute")
    client.post("/cases/1/plan/sign", data={"reason": "fine"})
    assert "computed for plan 1" in client.get(OF_CASE).text


def test_names_and_reasons_read_as_sentences(client: FlaskClient) -> None:
    shown = client.get(OF_CASE).text
    assert "So for" not in shown
    assert "More about a colleague takes the task over" in shown
