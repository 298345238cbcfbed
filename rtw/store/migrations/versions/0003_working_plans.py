"""What a signed plan was worked out with: settings, the solver's answer; the next plan begins from it."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("plan_versions", sa.Column("working", sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column("plan_versions", "working")
