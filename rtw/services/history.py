"""The history of a case: what was signed, what left, and every act with its author."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from rtw.domain.why import Input, Origin, Why
from rtw.services.act_words import Said, said_of
from rtw.services.actor import Actor
from rtw.services.audit import Act, history
from rtw.services.plans.page import SignedPlan, signed_plans
from rtw.services.releases.sent import SentRelease, sent_releases
from rtw.store.people import User

RECORD: Final = Why(
    "Changes in the record",
    "before → after, as they were written down with the act",
    inputs=(
        Input("Each line", "what was entered or chosen then", Origin.CLINICIAN, "by whom stands in its row"),
    ),
    cautions=(
        "A fingerprint (SHA-256) stands for all that was signed or sent; pointed at, it is shown whole.",
    ),
)
"""What answers for the figures of a history: each is an entry, with its author and its day beside it."""


@dataclass(frozen=True, slots=True)
class CaseHistory:
    """Acts with what each changed in words, signed plans and releases of a case, each newest first."""

    acts: tuple[tuple[Act, tuple[Said, ...]], ...]
    signed: tuple[SignedPlan, ...]
    sent: tuple[SentRelease, ...]


def case_history(session: Session, actor: Actor, case_id: int) -> CaseHistory:
    """Return what the page of a case's history shows."""
    acts = history(session, actor, case_id)  # asks for permission
    people = dict(session.execute(select(User.id, User.name).where(User.clinic_id == actor.clinic_id)).all())
    said = tuple((act, said_of(act, people)) for act in acts)
    return CaseHistory(said, signed_plans(session, case_id), sent_releases(session, case_id))
