"""Let the operations alone say what was done to a hand; the head of a case held the same a second time."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from rtw.domain.assessment.operation import Procedure
from rtw.domain.hands import Side

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_OLD = ("procedure", "left_affected", "right_affected", "operated_left_on", "operated_right_on")


def upgrade() -> None:
    """Move the heads into operations, then drop them."""
    op.add_column("cases", sa.Column("treatment_note", sa.Text(), nullable=False, server_default=""))
    _move_heads(op.get_bind())
    # Column by column: SQLite would refuse to rebuild a table that others refer to.
    for name in _OLD:
        op.drop_column("cases", name)


def _move_heads(bind: sa.Connection) -> None:
    """Make an operation of each head that names one; words that name none stay as a note."""
    cases = sa.table("cases", sa.column("id"), sa.column("treatment_note"), *map(sa.column, _OLD))
    operations = sa.table("operations", *map(sa.column, ("case_id", "side", "procedure", "done_on")))
    known = {row.case_id for row in bind.execute(sa.select(operations.c.case_id))}
    named = {procedure.label.lower(): procedure.value for procedure in Procedure}
    for row in bind.execute(sa.select(cases)).all():
        if row.id in known:
            continue
        procedure = named.get(row.procedure.strip().lower())
        if procedure is None:
            note = _note(row)
            bind.execute(cases.update().where(cases.c.id == row.id).values(treatment_note=note))
            continue
        for side, day in _treated(row):
            values = {"case_id": row.id, "side": side.value, "procedure": procedure, "done_on": day}
            bind.execute(operations.insert().values(**values))


def _treated(row: Any) -> list[tuple[Side, Any]]:
    left = [(Side.LEFT, row.operated_left_on)] if row.left_affected else []
    return left + ([(Side.RIGHT, row.operated_right_on)] if row.right_affected else [])


def _note(row: Any) -> str:
    hands = (f"{side.label}{f' {day}' if day else ''}" for side, day in _treated(row))
    return ", ".join(filter(None, (row.procedure.strip(), *hands)))


def downgrade() -> None:
    """Bring the columns back, filled from the operations; notes become the procedure again."""
    op.add_column("cases", sa.Column("procedure", sa.String(120), nullable=False, server_default=""))
    for side in ("left", "right"):
        affected: sa.Column[bool]
        affected = sa.Column(f"{side}_affected", sa.Boolean(), nullable=False, server_default=sa.false())
        op.add_column("cases", affected)
        op.add_column("cases", sa.Column(f"operated_{side}_on", sa.Date(), nullable=True))
    _fill_heads(op.get_bind())
    op.drop_column("cases", "treatment_note")


def _fill_heads(bind: sa.Connection) -> None:
    cases = sa.table("cases", sa.column("id"), sa.column("treatment_note"), *map(sa.column, _OLD))
    operations = sa.table("operations", *map(sa.column, ("case_id", "side", "procedure", "done_on")))
    bind.execute(cases.update().values(procedure=sa.func.substr(cases.c.treatment_note, 1, 120)))
    for row in bind.execute(sa.select(operations)).all():
        day = None if row.procedure == Procedure.CONSERVATIVE.value else row.done_on
        values = {
            "procedure": Procedure(row.procedure).label,
            f"{row.side}_affected": True,
            f"operated_{row.side}_on": day,
        }
        bind.execute(cases.update().where(cases.c.id == row.case_id).values(**values))
