"""The first of two steps: a workbook is read and shown; nothing counts until it is confirmed."""

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath

from sqlalchemy.orm import Session

from job_profiles.answers import NO_ANSWERS, Answers, answers_from_json, answers_to_json
from job_profiles.corrected import corrected_workbook
from job_profiles.guarded import read_guarded
from job_profiles.problem import Problem, Severity
from job_profiles.profile import FrequencyScale
from job_profiles.read import Reading
from rtw.services import audit
from rtw.services.actor import Actor
from rtw.services.employers import employer
from rtw.services.jobs.answering import OWN_SCALE, with_answer
from rtw.services.jobs.believable import believable
from rtw.services.jobs.catalogue import job_versions
from rtw.services.jobs.given import GivenAnswer, given_answers
from rtw.services.jobs.questions import Question, questions_of
from rtw.services.jobs.remembered import recall, remember, what_lasts
from rtw.services.permission import NotFoundError, Permission, case_for, require
from rtw.store import codec
from rtw.store.jobs import ImportPreview
from rtw.store.people import Employer

MAX_FILE_BYTES = 20 * 1024 * 1024  # larger than any demand sheet; the reader guards itself besides


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came, and what it is for."""

    data: bytes
    filename: str
    employer_id: int
    case_id: int | None = None
    job_id: int | None = None


@dataclass(frozen=True, slots=True)
class SheetShown:
    """A sheet of the file, whether it is read, and how many demands were found on it."""

    name: str
    is_read: bool
    demands: int


@dataclass(frozen=True, slots=True)
class Preview:
    """A file as it was read, before anybody confirmed it.

    `mark` changes with bytes or answers: what is confirmed is what was seen. `recalled`: answers to an
    earlier file of this layout are in force.
    """

    id: int
    filename: str
    employer_id: int
    employer_name: str
    case_id: int | None
    job_id: int | None
    uploaded_on: date
    reading: Reading
    answers: Answers
    recalled: bool
    mark: str

    @property
    def questions(self) -> tuple[Question, ...]:
        """What only a person can answer."""
        return questions_of(self.reading, self.answers)

    @property
    def given(self) -> tuple[GivenAnswer, ...]:
        """The answers in force."""
        return given_answers(self.answers, one_job=len(self.reading.profiles) == 1)

    @property
    def sheets(self) -> tuple[SheetShown, ...]:
        """The sheets of the file; none where it has but one."""
        names = self.reading.sheets if len(self.reading.sheets) > 1 else ()
        demands = [d for p in self.reading.profiles for t in p.tasks for d in t.demands]
        read = self.answers.sheets or names
        return tuple(SheetShown(n, n in read, sum(d.sheet == n for d in demands)) for n in names)

    @property
    def names_another_employer(self) -> str | None:
        """The employer a sheet names, where it is not the one it was uploaded for."""
        names = (profile.employer for profile in self.reading.profiles)
        return next((n for n in names if n and not _alike(n, self.employer_name)), None)

    def found(self, severity: Severity) -> tuple[Problem, ...]:
        """Return the findings of one severity, in the order of the reading."""
        return tuple(problem for problem in self.reading.problems if problem.severity == severity)


def upload(session: Session, actor: Actor, new: Upload, today: date) -> int | Problem:
    """Read a file and keep it as a preview; returns the preview's number. An unreadable file is a Problem."""
    require(actor, Permission.EDIT_JOBS)
    if new.case_id is not None:
        case_for(session, actor, Permission.EDIT_CASES, new.case_id)
    if new.job_id is not None:
        job_versions(session, actor, new.job_id)
    employer(session, actor, new.employer_id)
    filename = _file_name(new.filename)
    if (wrong := _size_problem(new.data)) is not None:
        return wrong
    first = read_guarded(new.data, filename)
    if not first.readable:
        return first.problems[0]
    answers = recall(session, new.employer_id, first.layout)
    reading = first if answers == NO_ANSWERS else _read(new.data, filename, answers)
    row = _row_of(actor, new, filename, today)
    row.recalled = answers != NO_ANSWERS
    _keep(row, reading, answers)
    session.add(row)
    session.flush()
    audit.record(session, actor, "uploaded", "demand sheet", row.id, case_id=row.case_id)
    return row.id


def _read(data: bytes, filename: str, answers: Answers) -> Reading:
    """Read a file with answers; a question that was left open stays one for the employer."""
    return read_guarded(data, filename, replace(answers, settled=()))


def _file_name(name: str) -> str:
    return (PurePath(name.replace("\\", "/")).name or "demand-sheet")[-255:]


def _size_problem(data: bytes) -> Problem | None:
    if not data:
        return Problem(Severity.ERROR, "empty-file", "The file is empty.", "Choose the demand sheet again.")
    if len(data) > MAX_FILE_BYTES:
        message = f"The file has {len(data) / 1_048_576:.0f} MB; files up to 20 MB are read."
        return Problem(Severity.ERROR, "file-too-large", message, "Send the sheet without pictures.")
    return None


def _row_of(actor: Actor, new: Upload, filename: str, today: date) -> ImportPreview:
    return ImportPreview(
        clinic_id=actor.clinic_id,
        employer_id=new.employer_id,
        case_id=new.case_id,
        job_profile_id=new.job_id,
        user_id=actor.id,
        filename=filename,
        data=new.data,
        sha256=hashlib.sha256(new.data).hexdigest(),
        uploaded_on=today,
    )


def _keep(row: ImportPreview, reading: Reading, answers: Answers) -> None:
    row.layout = row.layout or reading.layout
    row.answers = answers_to_json(answers)
    counting = tuple(believable(profile) for profile in reading.profiles)
    row.reading = codec.dump(replace(reading, profiles=counting))


def preview_row(session: Session, actor: Actor, preview_id: int) -> ImportPreview:
    """Return the row of a preview of the actor's clinic."""
    require(actor, Permission.EDIT_JOBS)
    row = session.get(ImportPreview, preview_id)
    if row is None or row.clinic_id != actor.clinic_id:
        raise NotFoundError(f"preview {preview_id}")
    return row


def preview(session: Session, actor: Actor, preview_id: int) -> Preview:
    """Return what was read from an uploaded file."""
    row = preview_row(session, actor, preview_id)
    at_work = session.get_one(Employer, row.employer_id)
    answers = answers_from_json(row.answers)
    return Preview(
        id=row.id,
        filename=row.filename,
        employer_id=at_work.id,
        employer_name=at_work.name,
        case_id=row.case_id,
        job_id=row.job_profile_id,
        uploaded_on=row.uploaded_on,
        reading=codec.load(Reading, row.reading),
        answers=answers,
        recalled=row.recalled and what_lasts(answers) != NO_ANSWERS,
        mark=mark_of(row),
    )


def _alike(one: str, other: str) -> bool:
    """Whether two names may mean one employer: most words of the shorter one stand in the longer."""
    shorter, longer = sorted((set(re.findall(r"\w+", name.casefold())) for name in (one, other)), key=len)
    return len(shorter & longer) * 2 > len(shorter)


def mark_of(row: ImportPreview) -> str:
    """Return the fingerprint of bytes and answers."""
    return codec.fingerprint([row.sha256, row.answers])[:16]


def answer(
    session: Session,
    actor: Actor,
    preview_id: int,
    given: dict[str, str],
    scale: FrequencyScale | None = None,
) -> tuple[str, ...]:
    """Read the file again with these answers (key → value) and remember them.

    `scale` is what the letters mean where that was written down by hand. Returns the keys whose value is
    no answer to them; the others count all the same.
    """
    row = preview_row(session, actor, preview_id)
    answers, wrong = answers_from_json(row.answers), []
    for key, value in given.items():
        own = key == "frequency_scale" and value == OWN_SCALE and scale is not None
        changed = replace(answers, frequency_scale=scale) if own else with_answer(answers, key, value)
        if changed is None:
            wrong.append(key)
        else:
            answers = changed
    _read_again(row, answers)
    if row.employer_id is not None and row.layout:
        remember(session, actor, row.employer_id, row.layout, answers)
    session.flush()
    return tuple(wrong)


def _read_again(row: ImportPreview, answers: Answers) -> None:
    _keep(row, _read(row.data, row.filename, answers), answers)


def choose_sheets(session: Session, actor: Actor, preview_id: int, sheets: tuple[str, ...]) -> Problem | None:
    """Read only these sheets of the file from now on; all of them ticked reads whatever it holds."""
    row = preview_row(session, actor, preview_id)
    there = codec.load(Reading, row.reading).sheets
    kept = tuple(name for name in there if name in sheets)
    if not kept:
        message = "No sheet is ticked."
        return Problem(Severity.ERROR, "no-sheet-chosen", message, "Tick the sheets that describe the job.")
    answers = replace(answers_from_json(row.answers), sheets=() if kept == there else kept)
    _read_again(row, answers)
    session.flush()
    return None


def discard(session: Session, actor: Actor, preview_id: int) -> None:
    """Forget an uploaded file that nobody confirmed."""
    row = preview_row(session, actor, preview_id)
    audit.record(session, actor, "discarded", "demand sheet", row.id, case_id=row.case_id)
    session.delete(row)
    session.flush()


def corrected(session: Session, actor: Actor, preview_id: int) -> tuple[bytes, str]:
    """Return the employer's own file with every finding marked in it, and a file name."""
    row = preview_row(session, actor, preview_id)
    return corrected_workbook(row.data, row.filename, codec.load(Reading, row.reading).problems)
