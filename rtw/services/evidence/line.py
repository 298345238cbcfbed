"""One figure or finding of the knowledge base, as it is looked up."""

from dataclasses import dataclass
from typing import Final

from rtw.domain.figure import SourceId, Verified

_INITIALS: Final = {
    name: name.upper()
    for name in (
        *("bctq", "ctq", "dash", "mhq", "prwe", "tsk"),
        *("rsi", "cosi", "cusi", "hal", "tlv", "duet", "rosa", "niosh", "rnle", "mae"),
    )
} | {"quickdash": "QuickDASH", "ompsq": "ÖMPSQ", "rtw": "return-to-work"}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing a source says. Lines with the same `subject` say something of the same matter.

    `value` is written out with its spread; `unit` is empty where the value is words. `table` is the value
    row by row, its heads first, where a source gives a table.
    """

    subject: str
    value: str
    unit: str
    population: str
    source: SourceId
    verified: Verified
    where: str | None = None
    note: str | None = None
    table: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Matter:
    """Everything the sources say of one subject, side by side."""

    subject: str
    lines: tuple[Line, ...]

    @property
    def differs(self) -> bool:
        """Whether sources disagree: more than one speaks, and not all say the same."""
        values = {(line.value, line.unit) for line in self.lines}
        return len({line.source for line in self.lines}) > 1 and len(values) > 1


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong together, under a name that addresses use.

    `in_words`: findings that stand beside each other without contradicting each other.
    """

    key: str
    title: str
    meaning: str
    lines: tuple[Line, ...]
    in_words: bool = False

    @property
    def matters(self) -> tuple[Matter, ...]:
        """The lines by subject, in the order they first stand."""
        subjects: dict[str, list[Line]] = {}
        for line in self.lines:
            subjects.setdefault(line.subject, []).append(line)
        return tuple(Matter(subject, tuple(lines)) for subject, lines in subjects.items())

    @property
    def differing(self) -> tuple[Matter, ...]:
        """The matters on which sources disagree."""
        return () if self.in_words else tuple(matter for matter in self.matters if matter.differs)

    @property
    def marked(self) -> int:
        """How many lines rest on something that was not read in its source."""
        return sum(line.verified.is_marked for line in self.lines)

    @property
    def sources(self) -> frozenset[SourceId]:
        """Every source that speaks here."""
        return frozenset(line.source for line in self.lines)


def ranged(low: float | None, high: float | None) -> str:
    """Write a range; equal ends are one number, and an open end says so."""
    if low is None or high is None:
        return f"up to {high:g}" if high is not None else f"from {low:g}" if low is not None else "–"
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"


def in_words(number: str, note: str | None) -> tuple[str, str | None]:
    """Give what a source says and its note; where it gave no number its note is what it says."""
    return (note or "no figure given", None) if number in ("", "–") else (number, note)


def words(*parts: object) -> str:
    """Join what there is with commas, the first in capitals; underscores are blanks."""
    text = ", ".join(str(part).replace("_", " ") for part in parts if part not in (None, ""))
    return text[:1].upper() + text[1:]


def measure_words(measure: str) -> str:
    """Name a measure: names made of initials stay in capitals."""
    return " ".join(_INITIALS.get(part, part) for part in measure.split("_"))
