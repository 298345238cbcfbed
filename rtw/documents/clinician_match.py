"""The match, task by task, for the clinician's PDF: verdicts first, then the arithmetic that led to them."""

from typing import Any

from rtw.documents.amounts import amount_text, range_text
from rtw.documents.marks import Marks
from rtw.domain.gap import Comparison, Gap, JobMatch, Override, TaskMatch
from rtw.domain.matching.wording import ratio_in_words
from rtw.domain.verdicts import Verdict


def match_tasks(match: JobMatch, marks: Marks) -> list[dict[str, Any]]:
    """Write every task with its gaps and their arithmetic."""
    return [
        {
            "name": f"{task.task.name}: {task.verdict.sign} {task.verdict.label}",
            "gaps": [_gap_row(gap, marks) for gap in task.gaps],
            "arithmetic": _arithmetic(task, marks),
        }
        for task in match.tasks
    ]


def _gap_row(gap: Gap, marks: Marks) -> list[str]:
    """Write one gap by the comparison that decided it."""
    verdict = f"{gap.verdict.sign} {gap.verdict.label}"
    governing = gap.governing
    if governing is None:
        return [gap.kind.label, gap.side.label, "?", "?", "–", verdict, "nothing to compare with"]
    return [
        gap.kind.label,
        gap.side.label,
        range_text(governing.quantity, governing.required),
        _available(governing),
        _ratio(governing),
        f"{verdict}, {governing.condition}" if governing.condition else verdict,
        f"{governing.limit_origin} {_source(governing, marks)}".strip(),
    ]


def _available(comparison: Comparison) -> str:
    if comparison.available is None:
        return "not known"
    low, high, error = comparison.available, comparison.available_high, comparison.error
    if high is None or high == low:
        return amount_text(comparison.quantity, low, error)
    return f"{range_text(comparison.quantity, (low, high))}"


def _ratio(comparison: Comparison) -> str:
    """Write the ratio as the page of the match does; a limit kept by a condition has none of its own."""
    if comparison.ratio is None or comparison.condition is not None:
        return "–"
    return ratio_in_words(comparison.ratio)


def _source(comparison: Comparison, marks: Marks) -> str:
    return f"({marks.of(comparison.source)})" if comparison.source else ""


def _arithmetic(task: TaskMatch, marks: Marks) -> list[dict[str, Any]]:
    """Write the lines of each comparison, and the therapist's own verdict with its reason."""
    return [
        {"of": f"{gap.kind.label}, {gap.side.label.lower()}", "lines": lines}
        for gap in task.gaps
        if (lines := _lines(gap, marks))
    ]


def _lines(gap: Gap, marks: Marks) -> list[str]:
    lines = [
        f"{line} {_source(c, marks)}".strip() if line is c.arithmetic[-1] else line
        for c in gap.comparisons
        for line in c.arithmetic
    ]
    lines += [f"Settled by: {c.missing.what} ({c.missing.where})" for c in gap.comparisons if c.missing]
    if gap.override:
        lines.append(_own_verdict(gap.override, gap.computed))
    return lines


def _own_verdict(own: Override, computed: Verdict) -> str:
    """Keep the computed verdict beside the therapist's own."""
    return f"Therapist's verdict: {own.verdict.label} instead of {computed.label}. {own.by}: {own.reason}"
