"""A demand sheet in the making: kept as it is typed, changed row by row, saved as a version."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from job_profiles.problem import Problem, Severity
from job_profiles.profile import JobProfile
from rtw.services import drafts
from rtw.services.actor import Actor
from rtw.services.jobs.catalogue import version_row
from rtw.services.jobs.pasted import Pasted, read_pasted
from rtw.services.jobs.sheet import (
    MAX_ROWS,
    JobSheet,
    filled_down,
    filled_from_above,
    sheet_from_data,
    sheet_to_data,
    with_row,
    with_rows,
    without_row,
)
from rtw.services.jobs.sheet_profile import SheetReading, read_sheet
from rtw.services.jobs.versions import NewVersion, add_job, add_version, attach
from rtw.services.permission import Permission, require
from rtw.store import codec
from rtw.store.jobs import Job, JobVersion
from rtw.store.people import User

_STEPS_KEPT = 12  # how far undo goes back


@dataclass(frozen=True, slots=True)
class Written:
    """A sheet as far as it was written; `undo` counts the steps that can be taken back.

    `employer` is what was chosen for a new job, `pasted` text that was not taken, with its problems.
    """

    sheet: JobSheet
    undo: int = 0
    is_draft: bool = False
    employer: tuple[str, str] = ("", "")
    pasted: str = ""
    pasted_problems: tuple[Problem, ...] = ()

    @property
    def mark(self) -> str:
        """A fingerprint of the sheet, by which a page knows later what it began from."""
        return _mark(self.sheet)


def written(session: Session, actor: Actor, key: str, begin: JobSheet) -> Written:
    """Return the sheet as it was left; where it was not begun, `begin`."""
    draft = drafts.saved_draft(session, actor, key)
    steps = drafts.saved_draft(session, actor, _undo_key(key))
    undo = len(steps.data["steps"]) if steps else 0
    if draft is None:
        return Written(begin, undo)
    data = draft.data
    return Written(
        sheet_from_data(data),
        undo,
        is_draft=True,
        employer=(str(data.get("employer_id") or ""), str(data.get("employer_name") or "")),
        pasted=str(data.get("pasted") or ""),
        pasted_problems=tuple(codec.load(Problem, problem) for problem in data.get("pasted_problems", ())),
    )


def _mark(sheet: JobSheet) -> str:
    return codec.fingerprint(sheet_to_data(sheet))[:16]


def other_window(session: Session, actor: Actor, key: str, data: dict[str, Any]) -> datetime | None:
    """Keep what the same person typed into this sheet in another window meanwhile as a step to take back.

    Each page writes its own `page` into the draft, and knows by `began` which sheet it began from. Returns
    when the other was kept; None where there is none.
    """
    draft = drafts.saved_draft(session, actor, key)
    page = data.get("page")
    if draft is None or page is None or draft.data.get("page") in {None, page}:
        return None
    other = sheet_from_data(draft.data)
    if _mark(other) == data.get("began") or other == sheet_from_data(data):
        return None
    _remember_step(session, actor, key, dict(draft.data))
    return draft.updated_at


def _undo_key(key: str) -> str:
    return f"{key}:undo"


def change(session: Session, actor: Actor, key: str, data: dict[str, Any], act: str) -> None:
    """Keep the form, and do one thing to its sheet.

    `act` is `add-3`, `remove-3`, `above-3` (fill row 3 from above), `down-hand` (fill a column), `paste` or
    `undo`; anything else only keeps it. What is wrong in pasted rows is kept beside the sheet.
    """
    require(actor, Permission.EDIT_JOBS)
    if act == "undo":
        _undo(session, actor, key, data.get("page"))
        return
    sheet = sheet_from_data(data)
    pasted = read_pasted(str(data.get("pasted") or "")) if act == "paste" else Pasted((), ())
    changed = with_rows(sheet, pasted.rows) if pasted.rows else _changed(sheet, act)
    problems = pasted.problems
    if pasted.rows and changed == sheet:
        problems = (_too_many(),)
    if changed != sheet:
        _remember_step(session, actor, key, data)
    kept = {name: value for name, value in data.items() if name != "pasted" or changed == sheet}
    kept["pasted_problems"] = [codec.dump(problem) for problem in problems]
    drafts.save_draft(session, actor, key, kept | sheet_to_data(changed))


def _too_many() -> Problem:
    message = f"A sheet written here holds at most {MAX_ROWS} rows."
    return Problem(Severity.ERROR, "too-many-rows", message, "Save them as a file, and upload that.")


def _changed(sheet: JobSheet, act: str) -> JobSheet:
    what, _, where = act.partition("-")
    if what == "down":
        return filled_down(sheet, where)
    if not where.isdecimal():
        return sheet
    acts = {"add": with_row, "remove": without_row, "above": filled_from_above}
    return acts[what](sheet, int(where)) if what in acts else sheet


def _remember_step(session: Session, actor: Actor, key: str, data: dict[str, Any]) -> None:
    draft = drafts.saved_draft(session, actor, _undo_key(key))
    before = list(draft.data["steps"]) if draft else []
    drafts.save_draft(session, actor, _undo_key(key), {"steps": [*before, data][-_STEPS_KEPT:]})


def _undo(session: Session, actor: Actor, key: str, page: object) -> None:
    draft = drafts.saved_draft(session, actor, _undo_key(key))
    steps = list(draft.data["steps"]) if draft else []
    if steps:
        drafts.save_draft(session, actor, key, steps.pop() | {"page": page})
        drafts.save_draft(session, actor, _undo_key(key), {"steps": steps})


def discard(session: Session, actor: Actor, key: str) -> None:
    """Forget the sheet as it was typed, and its steps."""
    drafts.discard_draft(session, actor, key)
    drafts.discard_draft(session, actor, _undo_key(key))


@dataclass(frozen=True, slots=True)
class Target:
    """What a sheet becomes: the next version of a job, or a new job; and the case that takes it."""

    employer_id: int | None = None
    job_id: int | None = None
    from_number: int | None = None
    case_id: int | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """What a person knew when she saved: the newest version on her page, and that she said `all the same`."""

    newest: int | None = None
    all_the_same: bool = False


@dataclass(frozen=True, slots=True)
class Overtaken:
    """A version somebody saved meanwhile, or another job of this name that is there already."""

    job_id: int
    number: int
    title: str
    by: str
    at: datetime
    is_other_job: bool = False


def save(
    session: Session,
    actor: Actor,
    key: str,
    sheet: JobSheet,
    target: Target,
    today: date,
    seen: Seen = Seen(),
) -> JobVersion | SheetReading | Overtaken:
    """Make a version of the sheet.

    A sheet that cannot be saved, or leaves something to ask, comes back with its problems. So does what
    somebody else saved since the page was opened; the same person saying `all the same` saves it.
    """
    require(actor, Permission.EDIT_JOBS)
    origin = _origin(session, actor, target)
    reading = read_sheet(sheet, codec.load(JobProfile, origin.profile) if origin else None)
    if reading.blocks or (reading.asked and not seen.all_the_same):
        return reading
    if (other := _overtaken(session, actor, sheet, target, seen)) is not None:
        return other
    made = _new_version(session, actor, target, reading, origin, today)
    if target.case_id is not None:
        attach(session, actor, target.case_id, made.job_profile_id, made.number)
    discard(session, actor, key)
    return made


def _new_version(
    session: Session,
    actor: Actor,
    target: Target,
    reading: SheetReading,
    origin: JobVersion | None,
    today: date,
) -> JobVersion:
    """Make what was read the next version of its job, or the first of a new one."""
    odd = tuple(found.problem for found in reading.problems)
    new = NewVersion(reading.profile, problems=odd, copied_from_id=origin.id if origin else None)
    if target.job_id is not None:
        return add_version(session, actor, target.job_id, new, today)
    return add_job(session, actor, target.employer_id, new, today)


def _overtaken(
    session: Session, actor: Actor, sheet: JobSheet, target: Target, seen: Seen
) -> Overtaken | None:
    """Return what was saved since the page was opened; a job of the same name, where a new one is begun."""
    query = (
        select(JobVersion, Job.title, User.name)
        .join(Job, Job.id == JobVersion.job_profile_id)
        .outerjoin(User, User.id == JobVersion.confirmed_by_id)
        .where(Job.clinic_id == actor.clinic_id)
        .order_by(JobVersion.number.desc())
        .limit(1)
    )
    if target.job_id is None:
        if seen.all_the_same or target.employer_id is None:
            return None
        same = func.lower(Job.title) == sheet.title[:200].lower()
        query = query.where(Job.employer_id == target.employer_id, same)
    else:
        newest = seen.newest if seen.newest is not None else target.from_number or 0
        query = query.where(Job.id == target.job_id, JobVersion.number > newest)
    found = session.execute(query).first()
    if found is None:
        return None
    row, title, name = found
    is_other = target.job_id is None
    return Overtaken(row.job_profile_id, row.number, title, name or "somebody", row.created_at, is_other)


def _origin(session: Session, actor: Actor, target: Target) -> JobVersion | None:
    if target.job_id is None or target.from_number is None:
        return None
    return version_row(session, actor, target.job_id, target.from_number)
