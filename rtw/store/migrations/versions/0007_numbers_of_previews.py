"""Never give the number of a preview twice, and remember which previews took answers from an earlier file."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; on SQLite, count on beyond every number that was ever given."""
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    with op.batch_alter_table(
        "import_previews",
        recreate="always" if on_sqlite else "never",
        table_kwargs={"sqlite_autoincrement": True},
    ) as table:
        table.add_column(sa.Column("recalled", sa.Boolean(), nullable=False, server_default=sa.false()))
    if on_sqlite:
        _count_on()


def _count_on() -> None:
    """Start after the last preview that the record of acts knows, confirmed or discarded since."""
    used = "SELECT COALESCE(MAX(subject_id), 0) FROM audit_lines WHERE subject = 'demand sheet'"
    kept = "SELECT COALESCE(MAX(id), 0) FROM import_previews"
    op.execute("DELETE FROM sqlite_sequence WHERE name = 'import_previews'")
    op.execute(
        f"INSERT INTO sqlite_sequence (name, seq) SELECT 'import_previews', MAX(({used}), ({kept}))"  # noqa: S608
    )


def downgrade() -> None:
    """Drop the column; numbers may be given again."""
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    with op.batch_alter_table("import_previews", recreate="always" if on_sqlite else "never") as table:
        table.drop_column("recalled")
