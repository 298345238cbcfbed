"""Remember for a case whose norms its measures are held against."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "norm_choices",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("test", sa.String(length=40), nullable=False),
        sa.Column("authority", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_norm_choices_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_norm_choices")),
    )
    op.create_index("uq_norm_choices_test", "norm_choices", ["case_id", "test"], unique=True)


def downgrade() -> None:
    """Drop the table."""
    op.drop_index("uq_norm_choices_test", table_name="norm_choices")
    op.drop_table("norm_choices")
