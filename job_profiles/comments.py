"""What people pinned to cells: no figure is read out of it, but it is told, so that none is passed over."""

from collections.abc import Iterator

from job_profiles.correction.remarks import AUTHOR, DIVIDER
from job_profiles.grid.cells import Comment, address
from job_profiles.problem import Problem, Severity
from job_profiles.workbook import Leaf


def about_comments(leaf: Leaf) -> Iterator[Problem]:
    """Yield each comment at a cell that holds something, or that itself holds a figure."""
    for comment in leaf.comments:
        text = _of_the_employer(comment)
        filled = leaf.page.view.at(comment.row, comment.col) is not None
        if text is not None and (filled or any(c.isdigit() for c in text)):
            yield _not_read(leaf.name, comment, text)


def _of_the_employer(comment: Comment) -> str | None:
    """Return what a comment says without what a check of the sheet added to it; None where that is all."""
    if comment.author == AUTHOR:
        return None
    text, divider, _ = comment.text.partition(DIVIDER.strip())
    return None if divider and not text.strip() else text.strip()


def _not_read(sheet: str, comment: Comment, text: str) -> Problem:
    said = f": “{text}”" if text else ", which cannot be shown here"
    return Problem(
        Severity.NOTE,
        "comment-not-read",
        f"A comment is pinned to the cell{said}. Nothing was read from it.",
        "Write into the sheet itself what of it counts.",
        sheet,
        address(comment.row, comment.col),
        text or None,
    )
