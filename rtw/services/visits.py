"""The visits of a case as recorded."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from rtw.domain.assessment.assessment import Assessment
from rtw.services.off_scale import sieved
from rtw.store import codec
from rtw.store.assessments import AssessmentRow
from rtw.store.people import User

# Every page of a case asks this: it is built, and its place in SQLAlchemy's own cache found, only once.
_VISITS = (
    select(
        AssessmentRow.id,
        AssessmentRow.number,
        codec.stored_text(AssessmentRow.data),
        AssessmentRow.signed_on,
        User.name,
    )
    .outerjoin(User, User.id == AssessmentRow.signed_by_id)
    .where(AssessmentRow.case_id == bindparam("case_id"))
    .order_by(AssessmentRow.number)
)


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit as recorded. `number` counts from 1 within a case; `signed_by` is None until it is signed."""

    id: int
    number: int
    assessment: Assessment
    signed_on: date | None
    signed_by: str | None

    @property
    def on(self) -> date:
        """The day of the visit."""
        return self.assessment.on

    @property
    def is_signed(self) -> bool:
        """Whether it counts for match and plan, and never changes again."""
        return self.signed_on is not None

    @property
    def counted(self) -> "Visit":
        """The visit without entries that cannot be: what figures are made from."""
        return replace(self, assessment=sieved(self.assessment).counted)


def visits_of(session: Session, case_id: int) -> tuple[Visit, ...]:
    """Read the visits of a case, oldest first."""
    return tuple(
        Visit(visit_id, number, codec.read(Assessment, text), signed_on, signed_by)
        for visit_id, number, text, signed_on, signed_by in session.execute(_VISITS, {"case_id": case_id})
    )
