"""What is wrong, or open, in something a person gave us: a value, never an exception."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters. A question is what only a person can answer."""

    ERROR = "error"
    WARNING = "warning"
    QUESTION = "question"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer offered to a question: what is stored, and the words shown."""

    value: str
    label: str


class AnswerKind(StrEnum):
    """What an answer is written as."""

    HOURS = "hours"
    DAYS = "days"
    PER_MINUTE = "per_minute"
    SECONDS = "seconds"
    KILOGRAMS = "kilograms"
    TEXT = "text"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class AnswerField:
    """One thing to fill in where a question has several: the key in `Answers` it settles, and its words.

    `of_job` is the title of the job it belongs to.
    """

    asks: str
    label: str
    kind: AnswerKind
    choices: tuple[Choice, ...] = ()
    of_job: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: where it stands, what was found, what is wrong, what to do.

    `code` is stable and kebab-case (`unknown-unit`). `cell` may be a range (`B5:B10`).
    `asks` names the key in `Answers` that settles a question, with `choices` where they are closed;
    with `fields` it only names the question, and each field has a key of its own. `sample` holds the
    first values of a column that is asked about.
    """

    severity: Severity
    code: str
    message: str
    advice: str
    sheet: str | None = None
    cell: str | None = None
    found: str | None = None
    asks: str | None = None
    choices: tuple[Choice, ...] = ()
    fields: tuple[AnswerField, ...] = ()
    sample: tuple[str, ...] = ()
