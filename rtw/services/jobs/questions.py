"""What a demand sheet leaves open, as questions a person answers once each, and her answers as `Answers`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from typing import Any

from job_profiles.amounts import parse_amount
from job_profiles.answers import Answers, Pairs
from job_profiles.kinds import DemandKind, Hand
from job_profiles.problem import Choice, Problem, Severity
from job_profiles.profile import FrequencyScale, JobProfile, Task
from job_profiles.questions import schemes
from job_profiles.read import Reading
from job_profiles.units import UNITS, Dimension

LAID_ASIDE = "(open)"
"""The answer that leaves a question open: it is not asked again for this file."""

_PLACED = {"columns", "units", "kinds", "hands", "task_names"}
_NUMBERS = {"shift_hours", "days_per_week"}
_HOURS_OF_A_DAY, _DAYS_OF_A_WEEK = 24, 7
_DAYS = re.compile(r"\s*(?:days?|d)(?:\s*(?:a|per|/)\s*week)?\s*$", re.IGNORECASE)
_WHICH_HAND = "hand-unknown"
_WORDS = {"frequency_scale", "zero"}


class Control(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    SELECT = "select"
    NUMBER = "number"
    TEXT = "text"
    LAY_ASIDE = "lay_aside"


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `key` names what in `Answers` it settles; `given` is the answer in force, if any."""

    key: str
    problem: Problem
    control: Control
    choices: tuple[Choice, ...]
    places: tuple[str, ...]
    given: str = ""

    @property
    def expected(self) -> str:
        """What to write where an answer was none."""
        return what_is_expected(self.key)

    @property
    def anchor(self) -> str:
        """A name for the page that stays the same however many questions stand before it."""
        return f"q-{sha256(self.key.encode()).hexdigest()[:10]}"


def questions_of(reading: Reading, answers: Answers) -> tuple[Question, ...]:
    """Gather the open questions; the same question at several places is asked once."""
    by_key: dict[str, list[Problem]] = {}
    for problem in reading.problems:
        if problem.severity == Severity.QUESTION and problem.asks:
            for asked in _by_kind(problem, reading) if problem.code == _WHICH_HAND else (problem,):
                by_key.setdefault(asked.asks or "", []).append(asked)
    open_keys = (key for key in by_key if key not in answers.settled)
    return tuple(_question(key, by_key[key]) for key in open_keys)


def _by_kind(problem: Problem, reading: Reading) -> Iterator[Problem]:
    """Ask which hand for each kind by itself: one answer seldom holds for all of them."""
    for profile in reading.profiles:
        for demand in (demand for task in profile.tasks for demand in task.demands):
            if demand.hand is None:
                message = f"{demand.kind.label}: which hand, or both?"
                key = f"hands/{demand.kind.value}"
                yield replace(problem, message=message, asks=key, sheet=demand.sheet, cell=demand.cell)


def with_hands(profile: JobProfile, answers: Answers) -> JobProfile:
    """Give demands without a hand the hand that was answered for their kind; hands in the sheet stay."""
    said = {kind: Hand(hand) for kind, hand in answers.hands if hand in {one.value for one in Hand}}
    if not said:
        return profile
    return replace(profile, tasks=tuple(_task_with_hands(task, said) for task in profile.tasks))


def without_answered_hands(reading: Reading) -> tuple[Problem, ...]:
    """Return the findings for the employer; which hand is not asked once every demand has its hand."""
    tasks = (task for profile in reading.profiles for task in profile.tasks)
    if any(demand.hand is None for task in tasks for demand in task.demands):
        return reading.problems
    return tuple(problem for problem in reading.problems if problem.code != _WHICH_HAND)


def _task_with_hands(task: Task, said: dict[str, Hand]) -> Task:
    demands = (replace(d, hand=said.get(d.kind.value)) if d.hand is None else d for d in task.demands)
    return replace(task, demands=tuple(demands))


def _question(key: str, asked: list[Problem]) -> Question:
    first = asked[0]
    control, choices = _control(key, first)
    places = (f"{p.sheet} {p.cell}" if p.sheet and p.cell else "" for p in asked)
    return Question(key, first, control, choices, tuple(dict.fromkeys(place for place in places if place)))


def _control(key: str, problem: Problem) -> tuple[Control, tuple[Choice, ...]]:
    area = key.partition("/")[0]
    if problem.choices:
        return Control.CHOICE, problem.choices
    if area in _NUMBERS:
        return Control.NUMBER, ()
    if area == "task_names":
        return Control.TEXT, ()
    listed = _LISTS.get(area)
    return (Control.SELECT, listed) if listed else (Control.LAY_ASIDE, ())


_ROLES = {
    "task": "Name of the task",
    "hours": "Hours",
    "essential": "Essential or not",
    "demand": "Name of the demand",
    "hand": "Hand",
    "amount": "Amount",
    "unit": "Unit",
    "force": "Force",
    "load": "Weight of an object",
    "angle": "Angle",
    "torque": "Torque",
    "vibration": "Vibration",
    "rate": "How often",
    "seconds_per_effort": "Seconds for each effort",
    "cycle_time": "Time of a cycle",
    "per_cycle": "Efforts in a cycle",
    "duty_cycle": "Share of the time",
    "longest_bout": "Longest at a stretch",
    "tool": "Tool or object",
    "quality": "How it is known",
    "remark": "Remarks",
}


def _roles() -> tuple[Choice, ...]:
    roles = (Choice(role, label) for role, label in _ROLES.items())
    kinds = (Choice(kind.label, kind.label) for kind in DemandKind)
    return (*roles, *kinds, Choice("ignored", "Nothing that matters here"))


_LISTS: dict[str, tuple[Choice, ...]] = {
    "columns": _roles(),
    "kinds": (
        *(Choice(kind.value, kind.label) for kind in DemandKind),
        Choice("none", "No demand on hand or arm: leave it out"),
    ),
    "hands": tuple(Choice(hand.value, hand.label) for hand in Hand),
    "units": tuple(Choice(symbol, symbol) for symbol in UNITS),
}


def with_answer(answers: Answers, key: str, value: str) -> Answers | None:
    """Return the answers with one more; an empty value takes one back. None: this is no answer to it."""
    value = value.strip()
    if value == LAID_ASIDE:
        return replace(answers, settled=tuple(dict.fromkeys((*answers.settled, key))))
    opened = replace(answers, settled=tuple(k for k in answers.settled if k != key))
    area, _, subject = key.partition("/")
    changed: dict[str, Any] = {}
    if area in _PLACED and subject:
        changed[area] = _with_pair(getattr(opened, area), subject, value)
    elif area in _NUMBERS:
        changed[area] = _hours(value) if area == "shift_hours" else _days(value)
        if value and changed[area] is None:
            return None
    elif area in _WORDS:
        changed[area] = value or None
    elif area != "settled" or value:
        return None
    return replace(opened, **changed)


def _with_pair(pairs: Pairs, subject: str, value: str) -> Pairs:
    kept = tuple((key, answer) for key, answer in pairs if key != subject)
    return (*kept, (subject, value)) if value else kept


def _hours(text: str) -> float | None:
    """Read a time as people write it: 7.5, 7,5h, 7:30, 7 h 30, 450 min."""
    amount = parse_amount(text)
    if amount is None or amount.single is None or amount.unit_text:
        return None
    if amount.unit is not None and amount.unit.dimension is not Dimension.TIME:
        return None
    hours = amount.single * (amount.unit.factor if amount.unit else 1)
    return hours if 0 < hours <= _HOURS_OF_A_DAY else None


def _days(text: str) -> float | None:
    amount = parse_amount(_DAYS.sub("", text))
    if amount is None or amount.single is None or amount.unit or amount.unit_text:
        return None
    return amount.single if 0 < amount.single <= _DAYS_OF_A_WEEK else None


def what_is_expected(key: str) -> str:
    """Return what to write where an answer to this question was none."""
    if key == "shift_hours":
        return "Give the hours as a number up to 24, such as 7.5 or 7:30."
    if key == "days_per_week":
        return "Give the days as a number up to 7, such as 5."
    return "Choose one of the answers, or leave the question open."


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer in force, in words; `key` takes it back."""

    key: str
    about: str
    words: str


def given_answers(answers: Answers) -> tuple[GivenAnswer, ...]:
    """List the answers in force, to be shown and taken back."""
    found = [GivenAnswer(key, _about(key), "left open") for key in answers.settled]
    for area in sorted(_PLACED):
        for subject, value in getattr(answers, area):
            found.append(
                GivenAnswer(f"{area}/{subject}", _about(f"{area}/{subject}"), _answered(area, value))
            )
    for name in ("frequency_scale", "zero", "shift_hours", "days_per_week"):
        value = getattr(answers, name)
        if value is not None:
            found.append(GivenAnswer(name, _about(name), _said(value)))
    return tuple(found)


_ABOUT = {
    "frequency_scale": "Frequency letters",
    "zero": "The digit 0 among letters",
    "shift_hours": "Hours of the shift",
    "days_per_week": "Days a week",
    "columns": "Column",
    "units": "Unit of",
    "kinds": "Kind of demand",
    "hands": "Hand for",
    "task_names": "Task name",
    "settled": "",
}


def _about(key: str) -> str:
    area, _, subject = key.partition("/")
    if area == "settled":
        said = subject.replace("-", " ")
        return said[:1].upper() + said[1:]
    place, mark, cell = subject.rpartition("!")
    if mark and area == "columns":
        return f"Column {cell} of {place}"
    if mark:
        return f"{_ABOUT[area]} at {place} {cell}"
    return f"{_ABOUT.get(area, area)} {_subject_words(subject)}".strip()


def _subject_words(subject: str) -> str:
    """Write `stn power_grip` as it is said: a kind by its label, other words as they stand."""
    kinds = {kind.value: kind.label.lower() for kind in DemandKind}
    return " ".join(kinds.get(word, word) for word in subject.split(" "))


def _answered(area: str, value: str) -> str:
    """Return the label a person chose, not the word it is kept under."""
    labels = {choice.value: choice.label for choice in _LISTS.get(area, ())}
    return labels.get(value, _words(value))


def _said(value: str | float | FrequencyScale) -> str:
    if isinstance(value, FrequencyScale):
        return "as written down here"
    if isinstance(value, str):
        return schemes()[value][0] if value in schemes() else _words(value)
    return f"{value:g}"


def _words(value: str) -> str:
    return value.replace("_", " ")
