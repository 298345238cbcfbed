"""The match page as requests: what is asked of the employer, answered in place."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from a_kitchen_job import PORTER
from a_measured_hand import measure
from a_plannable_case import CLERK, VISIT, make_plannable
from conftest import Clinic
from flask.testing import FlaskClient
from sqlalchemy import select

from job_profiles.kinds import DemandKind, Hand, Quality
from job_profiles.profile import Demand, JobProfile, Shift, Task
from rtw.domain.assessment.assessment import Tolerance
from rtw.domain.hands import Side
from rtw.domain.plan import AccommodationStatus, Owner
from rtw.services.actor import actor_of
from rtw.store import codec
from rtw.store.cases import Case
from rtw.store.jobs import JobVersion
from rtw.store.people import Role, User
from rtw.store.plans import AccommodationRow
from rtw.web.database import db

MATCH = "/cases/1/match"
POTS = "answer-duty_cycle-0-0"
SignIn = Callable[[Role], FlaskClient]


@pytest.fixture
def client(clinic: Clinic, sign_in: SignIn) -> FlaskClient:
    with clinic.app.app_context():
        make_plannable(db.session(), db.session.get_one(Case, 1), PORTER)
        db.session.commit()
    return sign_in(Role.THERAPIST)


def _versions(clinic: Clinic) -> int:
    with clinic.app.app_context():
        return len(db.session.scalars(select(JobVersion.id)).all())


def test_a_question_stands_once_with_a_field_for_each_task(client: FlaskClient) -> None:
    shown = client.get(MATCH).text
    question = "What share of the task’s time is spent on power grip?"
    assert shown.count(question) == 1
    fields = re.findall(r'name="(answer-duty_cycle-[\d-]+)"', shown)
    assert fields == [POTS, "answer-duty_cycle-1-0", "answer-duty_cycle-1-1", "answer-duty_cycle-2-0"]
    assert "Missing from the sheet: share of the time under effort" in shown


def test_what_would_settle_most_leads_to_where_it_is_entered(clinic: Clinic, sign_in: SignIn) -> None:
    with clinic.app.app_context():
        session = db.session()
        therapist = actor_of(session.query(User).filter_by(role=Role.THERAPIST).one())
        measure(session, therapist, session.get_one(Case, 1))
        session.commit()
    shown = sign_in(Role.THERAPIST).get(MATCH).text.split('id="next-title"')[1].split("</section>")[0]
    assert "settles" in shown
    assert '<a href="/cases/1/assessment">Enter it in a visit</a>' in shown


def test_answers_make_a_new_version_marked_as_stated(client: FlaskClient, clinic: Clinic) -> None:
    answer = client.post(f"{MATCH}/answers", data={POTS: "10"}, follow_redirects=True)
    assert "Version 2 of the job holds what the employer answered" in answer.text
    assert "(stated)" in answer.text
    assert f'name="{POTS}"' not in answer.text
    assert _versions(clinic) == 2


@pytest.mark.parametrize("typed", ["lots", "140"])
def test_a_wrong_figure_is_told_beside_its_field_and_nothing_typed_is_lost(
    client: FlaskClient, clinic: Clinic, typed: str
) -> None:
    answer = client.post(f"{MATCH}/answers", data={POTS: typed, "answer-duty_cycle-2-0": "20"})
    assert answer.status_code == 422
    assert f'id="{POTS}-error"' in answer.text
    assert f'value="{typed}"' in answer.text
    assert 'value="20"' in answer.text
    assert _versions(clinic) == 1


PACE = "answer-machine_paced-0-0"
LONG = Demand(DemandKind.GROSS_HANDLING, Hand.RIGHT, hours_per_day=5.0, longest_bout_h=2.0)
PACKER = JobProfile("Packer", shift=Shift(8.0, 5.0), tasks=(Task("Packing", True, 6.0, demands=(LONG,)),))
SHORT_STRETCHES = replace(
    VISIT, tolerances=(Tolerance(DemandKind.GROSS_HANDLING, Side.RIGHT, bout_min=45, day_min=360),)
)


@pytest.mark.parametrize(("chosen", "kept"), [("machine", True), ("person", False)])
def test_who_sets_the_pace_is_chosen_and_kept_as_stated(
    clinic: Clinic, sign_in: SignIn, chosen: str, kept: bool
) -> None:
    with clinic.app.app_context():
        make_plannable(db.session(), db.session.get_one(Case, 1), PACKER, SHORT_STRETCHES)
        db.session.commit()
    packer = sign_in(Role.THERAPIST)
    shown = packer.get(MATCH).text
    assert "Does a machine set the pace of gross handling, or can it pause?" in shown
    field = shown.split(f'name="{PACE}"')[1].split("</select>")[0]
    assert re.findall(r'<option value="(\w*)"', field) == ["", "machine", "person"]
    answer = packer.post(f"{MATCH}/answers", data={PACE: chosen}, follow_redirects=True)
    assert f'name="{PACE}"' not in answer.text
    with clinic.app.app_context():
        newest = db.session.scalars(select(JobVersion).order_by(JobVersion.number.desc())).first()
        assert newest is not None
        (demand,) = codec.load(JobProfile, newest.profile).tasks[0].demands
    assert (demand.machine_paced, demand.quality) == (kept, Quality.STATED)


def test_an_empty_form_says_so(client: FlaskClient, clinic: Clinic) -> None:
    answer = client.post(f"{MATCH}/answers", data={})
    assert answer.status_code == 422
    assert "Nothing was filled in" in answer.text
    assert _versions(clinic) == 1


def test_what_was_typed_and_not_sent_is_there_again(client: FlaskClient) -> None:
    client.post("/drafts/match-answers-1", data={POTS: "12"})
    assert 'value="12"' in client.get(MATCH).text
    client.post(f"{MATCH}/answers", data={POTS: "12"})
    client.post(f"{MATCH}/answers", data={})
    assert 'value="12"' not in client.get(MATCH).text


def test_the_plan_says_whose_figure_is_missing(client: FlaskClient) -> None:
    shown = client.get("/cases/1/plan").text
    assert "Power grip: the employer’s figure is missing, share of the time under effort" in shown
    assert "Not measured: Power grip" not in shown
    listed = shown[shown.index("Tasks that stay shut") :]
    assert listed.count("<strong>Pot washing</strong>") == 1


def test_a_task_reads_the_same_on_match_and_first_page_before_and_with_its_change(
    clinic: Clinic, sign_in: SignIn
) -> None:
    with clinic.app.app_context():
        session = db.session()
        case = session.get_one(Case, 1)
        heavy = replace(CLERK.tasks[3].demands[0], load_kg=40.0)
        tasks = (*CLERK.tasks[:3], replace(CLERK.tasks[3], demands=(heavy, Demand(DemandKind.HEAT))))
        make_plannable(session, case, replace(CLERK, tasks=tasks))
        session.add(
            AccommodationRow(
                case_id=case.id,
                accommodation_id="forearm_support",
                tasks=["Sort post"],
                owner=Owner.EMPLOYER,
                status=AccommodationStatus.AGREED,
                chosen_on=case.opened_on,
            )
        )
        session.commit()
    client = sign_in(Role.THERAPIST)
    shown = " ".join(client.get(MATCH).text.split())
    block = (
        shown.partition('class="task-verdicts')[0] + shown.partition("Sort post</a>")[2].partition("</li>")[0]
    )
    assert "and 2 cannot be said" in block
    assert "with Forearm support board:" in block
    assert "still" in block
    first = " ".join(client.get("/cases/1").text.split())
    said = first.partition("Sort post: ")[2].partition("</p>")[0]
    assert "Not suitable" in said
    assert "as it is" in said
    assert "with Forearm support board:" in said
