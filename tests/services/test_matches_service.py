import pytest
from a_clinic import TODAY
from a_measured_hand import CLERK, give_job, measure, treat
from sqlalchemy.orm import Session

from job_profiles.kinds import DemandKind
from rtw.domain.hands import Side
from rtw.domain.plan import AccommodationStatus, Owner
from rtw.domain.verdicts import TaskVerdict, Verdict
from rtw.services.actor import Actor
from rtw.services.audit import history
from rtw.services.case_record import CaseRecord, case_record
from rtw.services.matches import (
    CaseMatch,
    GapPlace,
    case_match,
    override_gap,
    place_of,
    withdraw_override,
)
from rtw.services.permission import NotFoundError
from rtw.store.cases import Case
from rtw.store.plans import AccommodationRow

GRIP = GapPlace("Staple and punch", 0, DemandKind.POWER_GRIP, Side.RIGHT)
TYPING = GapPlace("Type claims", 0, DemandKind.KEYBOARDING, Side.RIGHT)


def _match(session: Session, actor: Actor, case: Case) -> tuple[CaseRecord, CaseMatch]:
    record = case_record(session, actor, case.id)
    found = case_match(record, TODAY)
    assert found is not None
    return record, found


def _verdict(found: CaseMatch, place: GapPlace) -> Verdict:
    gap = found.gap(place)
    assert gap is not None
    return gap.verdict


def test_without_a_job_there_is_nothing_to_match(session: Session, therapist: Actor, case: Case) -> None:
    assert case_match(case_record(session, therapist, case.id), TODAY) is None


def test_without_a_visit_nothing_can_be_said_and_no_test_is_suggested(
    session: Session, therapist: Actor, case: Case
) -> None:
    give_job(session, case)
    _, found = _match(session, therapist, case)
    assert found.as_it_stands.verdict is TaskVerdict.CANNOT_SAY
    strength = [step for step in found.measure_next if step.missing.strength_test]
    assert strength
    assert not any(step.allowed_today for step in strength)
    treat(session, therapist, case)
    _, later = _match(session, therapist, case)
    assert all(step.allowed_today for step in later.measure_next)


def test_what_was_measured_decides(session: Session, therapist: Actor, case: Case) -> None:
    measure(session, therapist, case)
    _, found = _match(session, therapist, case)
    assert _verdict(found, TYPING) is Verdict.EXCEEDS
    assert _verdict(found, GRIP) is Verdict.EXCEEDS
    gap = found.gap(GRIP)
    assert gap is not None
    assert gap.perceived == 7.0
    assert gap.governing is not None
    assert gap.governing.arithmetic


def test_the_therapist_may_say_otherwise_with_a_reason(
    session: Session, therapist: Actor, case: Case
) -> None:
    measure(session, therapist, case)
    record, _ = _match(session, therapist, case)
    problem = override_gap(session, therapist, record, GRIP, Verdict.WITHIN, "  ", TODAY)
    assert problem is not None
    assert override_gap(session, therapist, record, GRIP, Verdict.WITHIN, "Uses both hands.", TODAY) is None
    record, found = _match(session, therapist, case)
    gap = found.gap(GRIP)
    assert gap is not None
    assert (gap.verdict, gap.computed) == (Verdict.WITHIN, Verdict.EXCEEDS)
    assert gap.override is not None
    assert (gap.override.reason, gap.override.by) == ("Uses both hands.", therapist.name)
    kept = found.kept_override(gap)
    assert kept is not None
    assert kept.made_on == TODAY
    withdraw_override(session, therapist, record, kept.id, TODAY)
    record, found = _match(session, therapist, case)
    assert _verdict(found, GRIP) is Verdict.EXCEEDS
    actions = [act.action for act in history(session, therapist, case.id) if act.subject == "own verdict"]
    assert actions == ["withdrawn", "made"]
    with pytest.raises(NotFoundError):
        withdraw_override(session, therapist, record, kept.id, TODAY)


def test_a_newer_verdict_replaces_an_older_one(session: Session, therapist: Actor, case: Case) -> None:
    measure(session, therapist, case)
    for verdict in (Verdict.WITHIN, Verdict.MARGINAL):
        record, _ = _match(session, therapist, case)
        assert override_gap(session, therapist, record, GRIP, verdict, "Seen at work.", TODAY) is None
    record, found = _match(session, therapist, case)
    assert _verdict(found, GRIP) is Verdict.MARGINAL
    assert len(record.overrides) == 1


def test_an_override_belongs_to_its_version_of_the_job(
    session: Session, therapist: Actor, case: Case
) -> None:
    measure(session, therapist, case)
    record, _ = _match(session, therapist, case)
    override_gap(session, therapist, record, GRIP, Verdict.WITHIN, "Seen at work.", TODAY)
    give_job(session, case, CLERK)
    session.expire_all()
    record, found = _match(session, therapist, case)
    assert record.overrides == ()
    assert _verdict(found, GRIP) is Verdict.EXCEEDS


def _choose(session: Session, case: Case, status: AccommodationStatus) -> None:
    row = AccommodationRow(
        case_id=case.id,
        accommodation_id="hand_over_task",
        tasks=["Staple and punch"],
        owner=Owner.EMPLOYER,
        status=status,
        chosen_on=TODAY,
    )
    session.add(row)
    session.flush()


def test_a_chosen_accommodation_changes_the_adapted_match_alone(
    session: Session, therapist: Actor, case: Case
) -> None:
    measure(session, therapist, case)
    _choose(session, case, AccommodationStatus.AGREED)
    record, found = _match(session, therapist, case)
    assert [entry.accommodation.id for entry in record.accommodations] == ["hand_over_task"]
    gap = found.gap(GRIP)
    assert gap is not None
    assert gap.verdict is Verdict.EXCEEDS
    assert found.with_accommodations(gap) is None
    typing = found.gap(TYPING)
    assert typing is not None
    assert place_of(typing) == TYPING
    assert found.with_accommodations(typing) is not None


def test_a_declined_accommodation_does_not_count(session: Session, therapist: Actor, case: Case) -> None:
    measure(session, therapist, case)
    _choose(session, case, AccommodationStatus.DECLINED)
    record, found = _match(session, therapist, case)
    assert record.chosen_effects == ()
    assert found.adapted == found.as_it_stands


def test_a_changed_task_has_both_verdicts_and_the_change_by_name(
    session: Session, therapist: Actor, case: Case
) -> None:
    measure(session, therapist, case)
    assert _match(session, therapist, case)[1].changed == ()
    _choose(session, case, AccommodationStatus.AGREED)
    (one,) = _match(session, therapist, case)[1].changed
    assert (one.task, one.before, one.after) == ("Staple and punch", TaskVerdict.NOT_SUITABLE, None)
    assert one.named == "A colleague takes the task over"
    assert not one.is_same


def test_a_change_that_does_not_help_enough_is_told_too(
    session: Session, therapist: Actor, case: Case
) -> None:
    measure(session, therapist, case)
    session.add(
        AccommodationRow(
            case_id=case.id,
            accommodation_id="forearm_support",
            tasks=["Staple and punch"],
            owner=Owner.EMPLOYER,
            status=AccommodationStatus.AGREED,
            chosen_on=TODAY,
        )
    )
    session.flush()
    (one,) = _match(session, therapist, case)[1].changed
    assert (one.before, one.after, one.is_same) == (TaskVerdict.NOT_SUITABLE, TaskVerdict.NOT_SUITABLE, True)
