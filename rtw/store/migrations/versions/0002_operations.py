"""Operations of a case, facts of the patient, the setting of the place, figures given for accommodations."""

import sqlalchemy as sa
from alembic import op

from job_profiles.kinds import DemandKind
from rtw.domain.assessment.operation import Approach, Nerve, Procedure, Sex
from rtw.domain.hands import Side
from rtw.store.base import closed_set

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_NEW_LISTS = (("cases", "settings"), ("cases", "circumstances"), ("patients", "slows_healing"))


def upgrade() -> None:
    _create_operations()
    for table, name in _NEW_LISTS:
        op.add_column(table, sa.Column(name, sa.JSON(), nullable=False, server_default="[]"))
    op.add_column(
        "case_accommodations", sa.Column("given", sa.JSON(), nullable=False, server_default="{}")
    )
    op.add_column("patients", sa.Column("sex", closed_set(Sex), nullable=True))
    op.add_column("patients", sa.Column("other_conditions", sa.Text(), nullable=False, server_default=""))
    # Before this revision nothing could write an override, so there is none whose kind would have to be guessed.
    with op.batch_alter_table("overrides", schema=None) as batch_op:
        batch_op.add_column(sa.Column("kind", closed_set(DemandKind), nullable=False))


def _create_operations() -> None:
    op.create_table(
        "operations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("side", closed_set(Side), nullable=False),
        sa.Column("procedure", closed_set(Procedure), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("nerve", closed_set(Nerve), nullable=True),
        sa.Column("approach", closed_set(Approach), nullable=True),
        sa.Column("strength_test_from", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_operations_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_operations")),
    )
    op.create_index(op.f("ix_operations_case_id"), "operations", ["case_id"])


def downgrade() -> None:
    with op.batch_alter_table("overrides", schema=None) as batch_op:
        batch_op.drop_column("kind")
    for table, name in (
        ("patients", "other_conditions"),
        ("patients", "sex"),
        ("case_accommodations", "given"),
        *_NEW_LISTS,
    ):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_column(name)
    op.drop_index(op.f("ix_operations_case_id"), "operations")
    op.drop_table("operations")
