"""Answers an employer wrote into the list of a corrected workbook, taken into the preview of the file."""

from sqlalchemy.orm import Session

from job_profiles.correction.returned import written_beside
from rtw.services.actor import Actor
from rtw.services.jobs import previews
from rtw.services.jobs.returned_list import NotTaken, Returned, sorted_out

__all__ = ["NotTaken", "Returned", "take_returned"]


def take_returned(session: Session, actor: Actor, preview_id: int) -> Returned:
    """Answer the questions of a preview with what stands in the file's own list of corrections.

    An answer counts only if its row still asks what is open now, and if it would count in the preview.
    """
    row = previews.preview_row(session, actor, preview_id)
    boxes = written_beside(row.data, row.filename)
    if not boxes:
        return Returned((), ())
    shown = previews.preview(session, actor, preview_id)
    given, not_taken = sorted_out(boxes, shown.reading, shown.questions)
    if given:
        previews.answer(session, actor, preview_id, given)
    return Returned(tuple(given), not_taken)
