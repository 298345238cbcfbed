"""Which authority's norms a therapist chose for a case: one row for each test she chose for."""

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from rtw.store.base import Base


class NormChoiceRow(Base):
    """A choice of norms. `test` is a norm table's test ("grip", "motion"), `authority` whose figures count.

    An authority that left the knowledge base stays here and is passed over.
    """

    __tablename__ = "norm_choices"
    __table_args__ = (Index("uq_norm_choices_test", "case_id", "test", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    test: Mapped[str] = mapped_column(String(40))
    authority: Mapped[str] = mapped_column(String(80))
