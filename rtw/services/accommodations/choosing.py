"""Choosing accommodations for a case, and following them until they are in place."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from job_profiles.problem import Problem, Severity
from reports.clinical_words import clinical_words
from reports.vague import vague_findings
from rtw.domain.accommodation.kinds import Category, Circumstance, Setting
from rtw.domain.accommodation.values import Accommodation
from rtw.domain.plan import AccommodationStatus, Owner
from rtw.services import audit
from rtw.services.accommodations.catalogue import entry_of
from rtw.services.accommodations.standing import Standing
from rtw.services.accommodations.trying import Given, Tried, figure_problems, helped_tasks
from rtw.services.actor import Actor
from rtw.services.permission import NotFoundError, Permission, case_for
from rtw.store.plans import AccommodationRow
from rtw.store.records import AuditLine

SUBJECT: Final = "accommodation"
REMOVED: Final = "taken out"


@dataclass(frozen=True, slots=True)
class Choice:
    """What the therapist decided about one accommodation. No tasks: it serves the whole job."""

    tasks: tuple[str, ...]
    given: Given
    owner: Owner
    due: date | None
    status: AccommodationStatus
    employer_text: str


def usual_choice(entry: Accommodation, tasks: tuple[str, ...], given: Given = ()) -> Choice:
    """Propose what usually holds: the owner by category, the catalogue's own sentence, no date yet."""
    by_category = {Category.TRAINING: Owner.THERAPIST, Category.TASK_CHANGE: Owner.SUPERVISOR}
    owner = by_category.get(entry.category, Owner.EMPLOYER)
    return Choice(tasks, given, owner, None, AccommodationStatus.PROPOSED, entry.employer_text)


def text_problems(text: str) -> tuple[Problem, ...]:
    """Refuse wording an employer cannot apply, and words that tell of the person's health."""
    vague = [
        _refused("vague-wording", f"“{f.found}” cannot be applied by an employer.", f.instead)
        for f in vague_findings(text)
    ]
    advice = "Say what has to change at work; leave out why."
    clinical = [
        _refused("clinical-wording", f"“{word}” is a clinical word.", advice) for word in clinical_words(text)
    ]
    return (*vague, *clinical)


def _refused(code: str, message: str, advice: str) -> Problem:
    return Problem(Severity.ERROR, code, message, advice, asks="employer_text")


def choose(
    session: Session, actor: Actor, case_id: int, accommodation_id: str, choice: Choice, today: date
) -> tuple[Problem, ...]:
    """Choose an accommodation, or change what was chosen. Problems: nothing was kept."""
    case_for(session, actor, Permission.PLAN, case_id)
    entry = entry_of(accommodation_id)
    problems = (*figure_problems(entry, choice.given), *text_problems(choice.employer_text))
    if problems:
        return problems
    row = row_of(session, case_id, accommodation_id)
    before = _recorded(row) if row else None
    if row is None:
        row = AccommodationRow(case_id=case_id, accommodation_id=entry.id, chosen_on=today)
        session.add(row)
    elif not row.status.is_live:
        row.chosen_on = today
    _write(row, entry, choice)
    session.flush()
    action = "changed" if before else "chosen"
    audit.record(
        session, actor, action, SUBJECT, row.id, case_id=case_id, before=before, after=_recorded(row)
    )
    return ()


def choose_tried(
    session: Session, actor: Actor, standing: Standing, tried: Iterable[Tried], today: date
) -> tuple[Problem, ...]:
    """Choose everything that was ticked, for the tasks it helps. Problems: nothing was kept."""
    wanted = [(one, entry_of(one.accommodation_id)) for one in tried]
    problems = tuple(p for one, entry in wanted for p in figure_problems(entry, one.given))
    if problems:
        return problems
    for one, entry in wanted:
        choice = usual_choice(entry, helped_tasks(entry, standing.done.as_it_stands), one.given)
        choose(session, actor, standing.record.case_id, entry.id, choice, today)
    return ()


def take_out(session: Session, actor: Actor, case_id: int, accommodation_id: str) -> None:
    """Take an accommodation out: a mere proposal goes, one that was agreed ends and stays on record."""
    case_for(session, actor, Permission.PLAN, case_id)
    row = row_of(session, case_id, accommodation_id)
    if row is None:
        raise NotFoundError(f"accommodation {accommodation_id}")
    before, row_id = _recorded(row), row.id
    if row.status is AccommodationStatus.PROPOSED:
        session.delete(row)
    else:
        row.status = AccommodationStatus.ENDED
    session.flush()
    audit.record(session, actor, REMOVED, SUBJECT, row_id, case_id=case_id, before=before)


def put_back(session: Session, actor: Actor, case_id: int, accommodation_id: str) -> None:
    """Undo taking it out: everything about it is again as it was. Raises NotFoundError if it never was."""
    case_for(session, actor, Permission.PLAN, case_id)
    kept = _taken_out(session, case_id, accommodation_id)
    row = row_of(session, case_id, accommodation_id)
    if row is None:
        row = AccommodationRow(case_id=case_id, accommodation_id=accommodation_id)
        session.add(row)
    row.tasks, row.given, row.employer_text = kept["tasks"], kept["given"], kept["employer_text"]
    row.owner, row.status = Owner(kept["owner"]), AccommodationStatus(kept["status"])
    row.due = date.fromisoformat(kept["due"]) if kept["due"] else None
    row.chosen_on = date.fromisoformat(kept["chosen_on"])
    session.flush()
    audit.record(session, actor, "put back", SUBJECT, row.id, case_id=case_id, after=_recorded(row))


def change_place(
    session: Session,
    actor: Actor,
    case_id: int,
    settings: Iterable[Setting],
    circumstances: Iterable[Circumstance],
) -> None:
    """Keep what is particular about the place of work and the person: suggestions fit themselves to it."""
    case = case_for(session, actor, Permission.PLAN, case_id)
    before = {"settings": list(case.settings), "circumstances": list(case.circumstances)}
    case.settings = [setting.value for setting in settings]
    case.circumstances = [circumstance.value for circumstance in circumstances]
    after = {"settings": list(case.settings), "circumstances": list(case.circumstances)}
    audit.record(session, actor, "changed", "place of work", case_id=case_id, before=before, after=after)
    session.flush()


def row_of(session: Session, case_id: int, accommodation_id: str) -> AccommodationRow | None:
    """Find the record of an accommodation of a case."""
    query = select(AccommodationRow).where(AccommodationRow.case_id == case_id)
    return session.scalar(query.where(AccommodationRow.accommodation_id == accommodation_id))


def _write(row: AccommodationRow, entry: Accommodation, choice: Choice) -> None:
    """Keep a choice; the catalogue's own sentence is not copied, so that it can be bettered there."""
    own_words = choice.employer_text.strip()
    row.tasks, row.given = list(choice.tasks), dict(choice.given)
    row.owner, row.due, row.status = choice.owner, choice.due, choice.status
    row.employer_text = "" if own_words == entry.employer_text else own_words


def _recorded(row: AccommodationRow) -> dict[str, Any]:
    return {
        "accommodation_id": row.accommodation_id,
        "tasks": list(row.tasks),
        "given": dict(row.given),
        "owner": row.owner.value,
        "due": row.due.isoformat() if row.due else None,
        "status": row.status.value,
        "employer_text": row.employer_text,
        "chosen_on": row.chosen_on.isoformat(),
    }


def _taken_out(session: Session, case_id: int, accommodation_id: str) -> dict[str, Any]:
    """Read how it was when it was taken out last."""
    query = select(AuditLine).where(
        AuditLine.case_id == case_id, AuditLine.subject == SUBJECT, AuditLine.action == REMOVED
    )
    for line in session.scalars(query.order_by(AuditLine.id.desc())):
        if line.before and line.before["accommodation_id"] == accommodation_id:
            return line.before
    raise NotFoundError(f"accommodation {accommodation_id} was never taken out")
