"""The form of what the employer answered: one field for each demand that lacks the figure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from job_profiles.kinds import Hand
from rtw.domain.asked_figure import AskedFigure
from rtw.domain.matching.employer_questions import AskedPlace, EmployerQuestion
from rtw.services.employer_answers import EmployerAnswer, Refused
from rtw.services.matches import CaseMatch
from rtw.web.assessment_form.typed import Typed


class Pace(StrEnum):
    """Who sets the pace of work, as an employer answers it."""

    MACHINE = "machine"
    PERSON = "person"


CHOICES = {
    AskedFigure.HAND: tuple((hand.value, hand.label) for hand in Hand),
    AskedFigure.MACHINE_PACED: (
        (Pace.MACHINE.value, "A machine sets the pace"),
        (Pace.PERSON.value, "The work can pause"),
    ),
}
"""Answers that are no number, as values of the field and in words."""


@dataclass(frozen=True, slots=True)
class AnswerField:
    """One demand as a field: the task it is about, what stands in it, what is wrong with it."""

    name: str
    place: AskedPlace
    typed: str
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """One question with its fields; none where the answer is no figure of the sheet."""

    question: EmployerQuestion
    fields: tuple[AnswerField, ...]

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """The answers there are, where the answer is no number."""
        return CHOICES.get(self.question.figure, ())


def asked_questions(
    match: CaseMatch, texts: Mapping[str, str], wrong: Mapping[str, str] | None = None
) -> tuple[AskedQuestion, ...]:
    """Lay out the questions of a match with what was typed."""
    errors = wrong or {}
    return tuple(
        AskedQuestion(
            question,
            tuple(
                AnswerField(name, place, texts.get(name, ""), errors.get(name, ""))
                for name, place in _fields(match, question)
            ),
        )
        for question in match.questions
    )


def read_answers(
    match: CaseMatch, texts: Mapping[str, str]
) -> tuple[tuple[EmployerAnswer, ...], dict[str, str]]:
    """Read what was typed; beside each field's name what could not be read. Empty fields are no answer."""
    typed = Typed(texts)
    answers = []
    for question in match.questions:
        for name, place in _fields(match, question):
            value = _value(typed, question, name, place)
            if value is not None:
                answers.append(EmployerAnswer(place.task, place.index, question.figure, value))
    return tuple(answers), typed.errors


def refused_by_field(match: CaseMatch, refused: tuple[Refused, ...]) -> dict[str, str]:
    """Say beside each field what the service refused."""
    names = {
        (place.task, place.index, question.figure): name
        for question in match.questions
        for name, place in _fields(match, question)
    }
    return {
        names[found.answer.task, found.answer.index, found.answer.figure]: (
            f"{found.problem.message} {found.problem.advice}"
        )
        for found in refused
    }


_TIMES = (AskedFigure.HOURS, AskedFigure.LONGEST_BOUT)
"""Figures that are asked in minutes."""


def _value(
    typed: Typed, question: EmployerQuestion, name: str, place: AskedPlace
) -> float | Hand | bool | None:
    if question.figure is AskedFigure.MACHINE_PACED:
        pace = typed.choice(name, Pace)
        return None if pace is None else pace is Pace.MACHINE
    if not question.figure.is_number:
        return typed.choice(name, Hand)
    read = typed.minutes if question.figure in _TIMES else typed.number
    asked = read(name, f"{place.label}, {question.kind.label.lower()}")
    return None if asked is None else question.figure.in_field(asked)


def _fields(match: CaseMatch, question: EmployerQuestion) -> Iterator[tuple[str, AskedPlace]]:
    """Name the field of each place by figure, number of the task and place of the demand."""
    if not question.figure.has_field:
        return
    numbers = {task.task.name: number for number, task in enumerate(match.as_it_stands.tasks)}
    for place in question.places:
        yield f"answer-{question.figure.value}-{numbers[place.task]}-{place.index}", place
