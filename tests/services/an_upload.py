"""An uploaded demand sheet, and its confirmation."""

from pathlib import Path

from a_clinic import TODAY
from sqlalchemy.orm import Session

from job_profiles.problem import Problem
from rtw.services.actor import Actor
from rtw.services.jobs import previews
from rtw.services.jobs.confirming import Choices, Confirmed, confirm
from rtw.store.cases import Case

WORKBOOKS = Path(__file__).resolve().parents[2] / "rtw" / "demonstration" / "workbooks"


CLERK = "data_entry_clerk.xlsx"


MISTAKES = "with_mistakes.xlsx"


LETTERS = "letters.csv"


_LETTERS = b"""Job title,Packer,,,,,,
Task,Essential,Task hours,Demand,Hand,Amount,Unit,Frequency
Pack,yes,4,Power grip,Right,20,N,O
Tape,no,3,Key pinch,Right,8,N,F
"""


def bytes_of(name: str) -> bytes:
    return _LETTERS if name == LETTERS else (WORKBOOKS / name).read_bytes()


def uploaded(session: Session, actor: Actor, case: Case, name: str = CLERK) -> int:
    new = previews.Upload(bytes_of(name), name, case.employer_id, case.id)
    made = previews.upload(session, actor, new, TODAY)
    assert isinstance(made, int)
    return made


def confirmed_by(session: Session, actor: Actor, number: int, **chosen: object) -> Confirmed | Problem:
    mark = previews.preview(session, actor, number).mark
    choices = Choices(**({"mark": mark, "jobs": {0: None}} | chosen))
    return confirm(session, actor, number, choices, TODAY)
