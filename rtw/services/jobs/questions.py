"""What a demand sheet leaves open, as questions a person answers once each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256

from job_profiles.answers import Answers
from job_profiles.kinds import DemandKind, Hand
from job_profiles.problem import AnswerField, Choice, Problem, Severity
from job_profiles.profile import FrequencyScale
from job_profiles.questions import schemes
from job_profiles.read import Reading
from job_profiles.units import UNITS
from rtw.services.jobs.column_choices import COLUMN_CHOICES, ChoiceGroup

WHICH_HAND = "hand-unknown"
_UNITS = {
    "shift_hours": "h",
    "days_per_week": "days",
    "task_hours": "h a day",
    "running_hours": "h a day",
    "efforts_per_minute": "a minute",
    "seconds_per_effort": "s each",
    "heaviest_kg": "kg",
}
"""What a number is given in, by what it answers."""

_TEXTS = {"task_names", "title", "meant"}


class Control(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    SELECT = "select"
    COLUMN = "column"
    NUMBER = "number"
    TEXT = "text"
    FIELDS = "fields"
    SCALE = "scale"
    LAY_ASIDE = "lay_aside"


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `key` names what in `Answers` it settles, or what is laid aside where it has `fields`.

    `groups` are the choices in groups, `letters` those of a frequency scale, with the `scale` to begin from.
    """

    key: str
    problem: Problem
    control: Control
    choices: tuple[Choice, ...]
    places: tuple[str, ...]
    fields: tuple[AnswerField, ...] = ()
    groups: tuple[ChoiceGroup, ...] = ()
    letters: tuple[str, ...] = ()
    scale: FrequencyScale | None = None

    @property
    def message(self) -> str:
        """The question in words; one that was asked of several jobs names none of them."""
        several = len({field.of_job for field in self.fields}) > 1
        return (
            _OF_SEVERAL_JOBS.get(self.problem.code, self.problem.message) if several else self.problem.message
        )

    @property
    def anchor(self) -> str:
        """A name for the page that stays the same however many questions stand before it."""
        return anchor_of(self.key)

    @property
    def unit(self) -> str:
        """What a number is given in; empty where none is asked for."""
        return _UNITS.get(self.key.partition("/")[0], "")

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key that an answer to the question may come under."""
        return (self.key, *(field.asks for field in self.fields))


_OF_SEVERAL_JOBS = {
    "task-hours-unknown": "How long does each task itself take in a day? (Demands of one task overlap.)",
    "hours-uncovered": "The tasks do not fill the shift: what is done in the rest?",
    "efforts-unknown": "How often is each done, and how long each time?",
}


def anchor_of(key: str) -> str:
    """Return the name under which the field of a key stands on a page."""
    return f"q-{sha256(key.encode()).hexdigest()[:10]}"


def questions_of(reading: Reading, answers: Answers) -> tuple[Question, ...]:
    """Gather the open questions; the same question at several places is asked once."""
    by_key: dict[str, list[Problem]] = {}
    for problem in reading.problems:
        if problem.severity == Severity.QUESTION and problem.asks:
            for asked in _by_kind(problem, reading) if problem.code == WHICH_HAND else (problem,):
                by_key.setdefault(asked.asks or "", []).append(asked)
    open_keys = (key for key in by_key if key not in answers.settled)
    return tuple(_question(key, by_key[key], reading) for key in open_keys)


def _by_kind(problem: Problem, reading: Reading) -> Iterator[Problem]:
    """Ask which hand for each kind by itself: one answer seldom holds for all of them."""
    for profile in reading.profiles:
        for demand in (demand for task in profile.tasks for demand in task.demands):
            if demand.hand is None:
                message = f"{demand.kind.label}: which hand, or both?"
                key = f"hands/{demand.kind.value}"
                yield replace(problem, message=message, asks=key, sheet=demand.sheet, cell=demand.cell)


def _question(key: str, asked: list[Problem], reading: Reading) -> Question:
    first = asked[0]
    fields = tuple(dict.fromkeys(field for problem in asked for field in problem.fields))
    places = places_of((p.sheet, p.cell) for p in asked)
    control, choices = _control(key, first)
    if control is Control.SCALE:
        return Question(key, first, control, choices, places, letters=_letters(reading))
    groups = COLUMN_CHOICES if control is Control.COLUMN else ()
    return Question(key, first, control, choices, places, fields, groups)


def _control(key: str, problem: Problem) -> tuple[Control, tuple[Choice, ...]]:
    area = key.partition("/")[0]
    if problem.fields:
        return Control.FIELDS, ()
    if area == "frequency_scale":
        return Control.SCALE, problem.choices
    if problem.choices:
        return Control.CHOICE, problem.choices
    if area == "columns":
        return Control.COLUMN, ()
    if area in _UNITS or area in _TEXTS:
        return (Control.NUMBER if area in _UNITS else Control.TEXT), ()
    listed = LISTS.get(area)
    return (Control.SELECT, listed) if listed else (Control.LAY_ASIDE, ())


def _letters(reading: Reading) -> tuple[str, ...]:
    """Return the letters that stand in the sheet without a scale, the rarest first."""
    demands = (d for p in reading.profiles if p.frequency_scale is None for t in p.tasks for d in t.demands)
    found = {demand.frequency_band for demand in demands if demand.frequency_band}
    return tuple(sorted(found, key="NSROFVC".find))


def places_of(cells: Iterable[tuple[str | None, str | None]]) -> tuple[str, ...]:
    """Name cells as a person would: the sheet once, then its cells (`Demands: B7, C4`)."""
    by_sheet: dict[str, list[str]] = {}
    for sheet, cell in cells:
        if sheet and cell:
            by_sheet.setdefault(sheet, []).append(cell)
    return tuple(
        f"{sheet}: {', '.join(list(dict.fromkeys(found))[:_CELLS_NAMED])}"
        + (" …" if len(set(found)) > _CELLS_NAMED else "")
        for sheet, found in by_sheet.items()
    )


_CELLS_NAMED = 8
_HANDS = {
    Hand.EACH: "each hand by itself, both with the full amount",
    Hand.BOTH: "both together, the amount shared between them",
    Hand.EITHER: "one hand, it does not matter which",
    Hand.DOMINANT: "the hand the person writes with",
    Hand.NON_DOMINANT: "the other hand than the one the person writes with",
}

LISTS: dict[str, tuple[Choice, ...]] = {
    "kinds": tuple(Choice(kind.value, kind.label) for kind in DemandKind),
    "hands": tuple(
        Choice(hand.value, f"{hand.label}: {_HANDS[hand]}" if hand in _HANDS else hand.label) for hand in Hand
    ),
    "units": tuple(Choice(symbol, symbol) for symbol in UNITS),
    "unmarked": (
        Choice("required", "the job asks for it"),
        Choice("not_required", "the job does not ask for it"),
    ),
    "task_essential": (Choice("yes", "essential"), Choice("no", "not essential")),
    "rest_of_shift": (
        Choice("breaks", "breaks and rest"),
        Choice("other_work", "other work, not described"),
    ),
    "zero": (Choice("O", "O, occasional"), Choice("none", "none, not asked for")),
}
"""Closed lists of answers, by what they are about."""


def scheme_label(scheme: str) -> str:
    """Return the words of a known scheme of frequency letters."""
    return schemes()[scheme][0] if scheme in schemes() else scheme.replace("_", " ")
