"""What was done to the hands of a case: one row for each treated side."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from rtw.domain.assessment.operation import Approach, Nerve, Procedure
from rtw.domain.hands import Side
from rtw.store.base import Base, closed_set


class OperationRow(Base):
    """One treatment of one hand. `done_on`: the operation, or the start of conservative treatment.

    `strength_test_from` is the surgeon's own date for the first strength test.
    """

    __tablename__ = "operations"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    side: Mapped[Side] = mapped_column(closed_set(Side))
    procedure: Mapped[Procedure] = mapped_column(closed_set(Procedure))
    done_on: Mapped[date | None]
    nerve: Mapped[Nerve | None] = mapped_column(closed_set(Nerve))
    approach: Mapped[Approach | None] = mapped_column(closed_set(Approach))
    strength_test_from: Mapped[date | None]
