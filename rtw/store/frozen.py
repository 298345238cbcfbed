"""What was signed stays as it was signed: a guard on every session, not a habit."""

from sqlalchemy import event, inspect
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from rtw.store.assessments import AssessmentRow
from rtw.store.base import Base
from rtw.store.jobs import JobVersion
from rtw.store.plans import PlanVersionRow
from rtw.store.records import AuditLine
from rtw.store.releases import Release, ReleaseFile

_ALWAYS_FROZEN = (PlanVersionRow, Release, ReleaseFile, AuditLine)


class FrozenRecordError(Exception):
    """Code tried to change or delete a record that is immutable."""


def _was(row: Base, attribute: str) -> object:
    """Return the value of `attribute` as the database holds it; such columns keep `active_history`."""
    history = inspect(row).attrs[attribute].history
    if history.added:
        return history.deleted[0] if history.deleted else None
    return getattr(row, attribute)


def is_frozen(row: object) -> bool:
    """Whether the stored row may no longer change; signing and locking themselves are still allowed."""
    if isinstance(row, _ALWAYS_FROZEN):
        return True
    if isinstance(row, AssessmentRow):
        return _was(row, "signed_on") is not None
    return isinstance(row, JobVersion) and bool(_was(row, "locked"))


def _refuse_changes(session: Session, _context: UOWTransaction, _instances: object) -> None:
    changed = [row for row in session.dirty if session.is_modified(row)]
    for row in (*changed, *session.deleted):
        if is_frozen(row):
            raise FrozenRecordError(f"{type(row).__name__} is immutable")


def _refuse_bulk_changes(state: ORMExecuteState) -> None:
    """Refuse UPDATE and DELETE statements on what is always frozen; the flush would not see them."""
    if not (state.is_update or state.is_delete) or state.bind_mapper is None:
        return
    if issubclass(state.bind_mapper.class_, (*_ALWAYS_FROZEN, AssessmentRow, JobVersion)):
        raise FrozenRecordError(f"{state.bind_mapper.class_.__name__} is changed row by row or not at all")


def guard() -> None:
    """Watch every session of this process; calling it again changes nothing."""
    if not event.contains(Session, "before_flush", _refuse_changes):
        event.listen(Session, "before_flush", _refuse_changes)
        event.listen(Session, "do_orm_execute", _refuse_bulk_changes)
