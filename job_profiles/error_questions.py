"""The questions that errors raise: what a cell was meant to be, what a task is called, what a column is."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from job_profiles.answers import PART_OF, Answers
from job_profiles.grid.cells import Sheet, parse_range
from job_profiles.kinds import Hand
from job_profiles.problem import AnswerField, AnswerKind, Choice, Problem, Severity
from job_profiles.question import MOST_FIELDS
from job_profiles.questions_of_days import counts_longer, on_which_days
from job_profiles.vocabulary.words import fold, words

_READS_WRONG: Final = frozenset(
    {
        "impossible-value",
        "text-in-number",
        "two-numbers",
        "share-of-hour",
        "counted-by-week",
        "count-not-read",
        "unit-does-not-fit",
        "error-cell",
        "unknown-hand",
        "date-in-amount",
        "task-longer-than-shift",
    }
)
"""Errors that end when the cell holds what was meant."""

_WORDINGS: Final = {
    "task-name-missing": "What is the task in {cell} called?",
    "same-task-twice": "Are the two tasks “{found}” ({cell}) one task or two?",
    "no-heading": "What does the column at {cell} hold, and in which unit?",
    "unjoined-column": "Which demand does the column “{found}” at {cell} speak of?",
    "unknown-heading": "What does the column “{found}” at {cell} hold?",
    "unknown-demand": "Which kind of demand is “{found}” at {cell}?",
    "demand-missing": "Which kind of demand is the amount in the row of {cell}?",
    "kind-of-amount": "Which kind of demand is “{found}” at {cell}{of_row}?",
    "amounts-of-what": "Which kind of demand are the amounts under “{found}” at {cell}?",
    "amounts-not-read": "What does the column “{found}” at {cell} hold, or of which demand?",
    "unknown-unit": "Which unit is “{found}” at {cell}?",
}


_TEXTS_NAMED, _CHARACTERS_NAMED, _CELLS_NAMED = 2, 40, 12


def about_errors(problems: list[Problem], answers: Answers, sheets: tuple[Sheet, ...]) -> Iterator[Problem]:
    """Yield the questions about errors that nobody has answered or laid aside."""
    named = {sheet.name: sheet for sheet in sheets}
    meant = [p for p in problems if p.code in _READS_WRONG and p.sheet and p.cell and ":" not in p.cell]
    on_days = [p for p in meant if counts_longer(p)]
    asked = (on_which_days(p, PART_OF.join(_names_before(p, named))) for p in on_days)
    yield from (question for question in asked if question.asks not in answers.settled)
    meant = [p for p in meant if p not in on_days]
    if meant and "settled/meant" not in answers.settled:
        yield _what_was_meant(meant, named)
    for problem in problems:
        wording = _WORDINGS.get(problem.code)
        if wording and problem.asks not in answers.settled:
            yield Problem(
                Severity.QUESTION,
                f"{problem.code}-question",
                _worded(wording, problem, named),
                problem.advice,
                problem.sheet,
                problem.cell,
                problem.found,
                problem.asks,
                problem.choices,
                sample=problem.sample,
            )


def _worded(wording: str, problem: Problem, sheets: dict[str, Sheet]) -> str:
    names = _names_before(problem, sheets)[:1] if "{of_row}" in wording else []
    of_row = f" of {names[0]}" if names else ""
    return wording.format(cell=problem.cell, found=(problem.found or "").strip(), of_row=of_row)


def _what_was_meant(problems: list[Problem], sheets: dict[str, Sheet]) -> Problem:
    by_cell = {(p.sheet, p.cell): p for p in reversed(problems)}
    several = len({p.sheet for p in problems}) > 1
    fields = (
        AnswerField(
            f"meant/{p.sheet}!{p.cell}",
            _in_its_row(p, sheets, name_sheet=several),
            AnswerKind.CHOICE if p.code == "unknown-hand" else AnswerKind.TEXT,
            tuple(Choice(hand.label, hand.label) for hand in Hand) if p.code == "unknown-hand" else (),
        )
        for p in reversed(by_cell.values())
    )
    first = problems[0]
    named = dict.fromkeys(f"{p.sheet}!{p.cell}" if several else f"{p.cell}" for p in problems)
    return Problem(
        Severity.QUESTION,
        "what-was-meant",
        f"What was meant at {', '.join(islice(named, _CELLS_NAMED))}?",
        "Give the right values.",
        first.sheet,
        first.cell,
        first.found,
        "settled/meant",
        fields=tuple(islice(fields, MOST_FIELDS)),
    )


def _in_its_row(problem: Problem, sheets: dict[str, Sheet], *, name_sheet: bool) -> str:
    """Name a cell by what stands in it, and by the first texts of its row (its task, its demand)."""
    where = PART_OF.join(_names_before(problem, sheets))
    cell = f"{problem.sheet}!{problem.cell}" if name_sheet else problem.cell
    return f"{cell}, “{problem.found or ''}”" + (f" ({where})" if where else "")


def _names_before(problem: Problem, sheets: dict[str, Sheet]) -> list[str]:
    """Return the first texts of a problem's row before its cell: its task, its demand."""
    sheet, place = sheets[problem.sheet or ""], parse_range(problem.cell or "")
    row = sheet.rows[place.first_row] if place.first_row < len(sheet.rows) else ()
    texts = [v.strip() for v in row[: place.first_col] if isinstance(v, str) and _is_name(v)]
    return [text[:_CHARACTERS_NAMED] for text in texts[:_TEXTS_NAMED]]


def _is_name(text: str) -> bool:
    said = fold(text)
    return any(c.isalpha() for c in said) and said not in words("values", "yes") | words("values", "no")
