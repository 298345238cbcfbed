"""How a question stands in the list of a corrected workbook: a row, and one more for each of its fields."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from job_profiles.correction.remarks import Remark, remark_of, told
from job_profiles.kinds import Hand
from job_profiles.problem import AnswerField, AnswerKind, Choice, Problem, Severity

_HOW: Final = {
    AnswerKind.HOURS: ("hours a day", "A time, such as 2.5 or 30 min."),
    AnswerKind.DAYS: ("days a week", "A number up to 7, such as 5."),
    AnswerKind.PER_MINUTE: ("times a minute", "A number, such as 6, or 120/h."),
    AnswerKind.SECONDS: ("seconds each time", "Seconds, such as 2 or 1.5 s."),
    AnswerKind.KILOGRAMS: ("kilograms", "A weight, such as 9 or 20 lb."),
}
_CLOSED: Final = {"hand-unknown": tuple(Choice(hand.value, hand.label) for hand in Hand)}
"""Answers to questions that carry none themselves, for they are asked kind by kind on the page."""

_MOST_NAMED: Final = 12
"""Answers named to choose from; a longer list is left to the words of the question."""


def rows_of(problems: Iterable[Problem]) -> Iterator[tuple[Remark, Problem, AnswerField | None]]:
    """Yield every row of the list, with the finding and the field it asks for.

    A question with several fields has a row that says what is asked, and below it one for each field: what
    is written beside a row then answers one thing.
    """
    listed = told(problems)
    several = len({field.of_job for problem in listed for field in problem.fields}) > 1
    for problem in listed:
        yield _lead(problem), problem, problem.fields[0] if len(problem.fields) == 1 else None
        if len(problem.fields) > 1:
            for field in problem.fields:
                yield _part(field, name_job=several), problem, field


def remarks_of(problems: Iterable[Problem]) -> tuple[Remark, ...]:
    """Return the rows of the list, worst first."""
    return tuple(remark for remark, _, _ in rows_of(problems))


def _lead(problem: Problem) -> Remark:
    remark = remark_of(problem)
    if problem.severity is not Severity.QUESTION:
        return remark
    if len(problem.fields) > 1:
        return replace(remark, advice=f"{remark.advice} Answer in the rows below.")
    choices = (
        problem.fields[0].choices if problem.fields else problem.choices or _CLOSED.get(problem.code, ())
    )
    return replace(remark, advice=f"{remark.advice}{_offered(choices)}")


def _part(field: AnswerField, *, name_job: bool) -> Remark:
    unit, advice = _HOW.get(field.kind, ("", _offered(field.choices).strip()))
    job = f"{field.of_job}: " if name_job and field.of_job else ""
    either = " or ".join(choice.label for choice in field.choices[:3])
    message = f"{job}{field.label}{', ' if unit else ''}{unit}{f': {either}?' if either else ''}"
    return Remark(Severity.QUESTION, "", message, advice, None, None, None, is_part=True)


def _offered(choices: tuple[Choice, ...]) -> str:
    if not 0 < len(choices) <= _MOST_NAMED:
        return ""
    return f" Write one of: {'; '.join(choice.label for choice in choices)}."
