"""Give drafts of plans a revision, so that two therapists on one draft are told of each other."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; drafts from before have their first revision."""
    op.add_column("plan_drafts", sa.Column("revision", sa.String(32), nullable=False, server_default="first"))


def downgrade() -> None:
    """Drop the column."""
    op.drop_column("plan_drafts", "revision")
