"""Tables side by side in the same rows: where one ends and the next begins."""

from typing import Final

from job_profiles.grid.cells import CellValue
from job_profiles.header_rows import stacked
from job_profiles.headings import heading_of
from job_profiles.view import View
from job_profiles.vocabulary.kind_words import is_other_activity, kind_of
from job_profiles.vocabulary.words import fold

LABELS: Final = ("task", "activity", "demand", "tool", "job", "band_code")
"""Roles of the columns by whose cells the rows of a table are told apart."""


def spans_of(view: View, first: int, last: int) -> list[tuple[int, int]]:
    """Split the header rows where a blank column parts two tables that each have labels and values."""
    headed = sorted({c for r in range(first, last + 1) for c, _ in view.cells(r)})
    runs: list[list[int]] = []
    for col in headed:
        gap = runs and any(_column_blank(view, c, last + 1) for c in range(runs[-1][1] + 1, col))
        if runs and not (gap and col > runs[-1][1] + 1):
            runs[-1][1] = col
        else:
            runs.append([col, col])
    spans = [(runs[0][0], runs[0][1])]
    for left, right in runs[1:]:
        if _stand_apart(view, first, last, spans[-1], (left, right)):
            spans.append((left, right))
        else:
            spans[-1] = (spans[-1][0], right)
    spans = [part for span in spans for part in _parted(view, first, last, span)]
    before = spans[0][0] - 1
    if before >= 0 and any(
        isinstance(view.at(r, before), str) and kind_of(str(view.at(r, before)))
        for r in range(last + 1, min(last + 6, len(view.rows)))
    ):
        spans[0] = (before, spans[0][1])
    return spans


def _parted(view: View, first: int, last: int, span: tuple[int, int]) -> list[tuple[int, int]]:
    """Part a span where the heading of its first column stands again, over other names of demands."""
    left, right = span
    label = view.at(last, left)
    if not isinstance(label, str) or not heading_of(label).has("activity", "demand", "task"):
        return [span]
    again = next((c for c in range(left + 2, right) if _same_label(view.at(last, c), label)), None)
    if again is None or not _names_kinds_below(view, last, again) or not _names_kinds_below(view, last, left):
        return [span]
    return [(left, again - 1), *_parted(view, first, last, (again, right))]


def _same_label(value: CellValue, label: str) -> bool:
    return isinstance(value, str) and fold(value) == fold(label)


def _names_kinds_below(view: View, last: int, col: int) -> bool:
    """Whether the cells under a heading name demands, or what else a job asks."""
    below = [view.at(r, col) for r in range(last + 1, min(last + 9, len(view.rows)))]
    texts = [v for v in below if isinstance(v, str)]
    named = sum(1 for t in texts if kind_of(t) is not None or is_other_activity(t))
    return named > 1 and named * 2 > len(texts)


def _column_blank(view: View, col: int, start: int) -> bool:
    return all(view.at(r, col) is None for r in range(start, min(start + 12, len(view.rows))))


def _stand_apart(view: View, first: int, last: int, left: tuple[int, int], right: tuple[int, int]) -> bool:
    mine = [
        heading
        for c in range(left[0], left[1] + 1)
        for heading in (stacked(view, first, last, c, left[0]),)
        if heading.known
    ]
    other = [
        heading
        for c in range(right[0], right[1] + 1)
        for heading in (stacked(view, first, last, c, right[0]),)
        if heading.known
    ]
    if not mine or not other or len(other) < 2:
        return False
    labelled = other[0].has(*LABELS, "remark", "load") or (
        other[0].band is None and len(other) > 2 and other[1].band is not None
    )
    if not labelled or not (mine[0].has(*LABELS, "load", "remark") or mine[0].band or len(mine) > 1):
        return False
    left_demands = any(h.kinds or h.band or h.has("demand", "activity") for h in mine)
    right_tasks = other[0].has("task", "activity", "remark", "load", "band_code")
    return left_demands or right_tasks
