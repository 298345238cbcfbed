"""What is to be written onto an employer's workbook: one remark per finding."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Final

from job_profiles.problem import Problem, Severity

AUTHOR: Final = "Demand sheet check"
DIVIDER: Final = "\n--- demand sheet check ---\n"
"""Stands between a comment that was there and what is added to it."""

FILLS: Final = {
    Severity.ERROR: "FFC7CE",
    Severity.WARNING: "FFEB9C",
    Severity.QUESTION: "BDD7EE",
    Severity.NOTE: "E2EFDA",
}
"""Colour of a marked cell, as red, green and blue."""

_ABOUT_ERRORS, _ABOUT_AN_ERROR = "what-was-meant", "-question"
MAX_MARKED_CELLS: Final = 5_000
"""Cells coloured for one finding; a longer range is coloured at its beginning."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding in words, with where it stands; `cell` may be a range.

    `is_part`: one field of the question above it, no finding of its own.
    """

    severity: Severity
    code: str
    message: str
    advice: str
    sheet: str | None
    cell: str | None
    found: str | None
    is_part: bool = False

    @property
    def comment(self) -> str:
        """The text laid on the cell."""
        return f"{self.severity.value.upper()}\n{self.message}\n{self.advice}"

    @property
    def listed(self) -> tuple[str, ...]:
        """The finding as a row of the list, in the order of its headings."""
        kind = self.severity.value.capitalize()
        found = (self.sheet or "", self.cell or "", self.found or "")
        return (kind, *found, self.message, self.advice)


def remark_of(problem: Problem) -> Remark:
    """Return one finding as a remark."""
    p = problem
    return Remark(p.severity, p.code, p.message, p.advice, p.sheet, p.cell, p.found)


def told(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return what an employer is told, worst first, otherwise in the order given.

    A question about an error is for the person who reads the sheet; the employer has the error itself.
    """
    order = tuple(Severity)
    kept = (p for p in problems if p.code != _ABOUT_ERRORS and not p.code.endswith(_ABOUT_AN_ERROR))
    return tuple(sorted(kept, key=lambda problem: order.index(problem.severity)))


def remarks_to_json(remarks: Iterable[Remark]) -> str:
    """Return the remarks as text for another process."""
    return json.dumps([asdict(remark) for remark in remarks])


def remarks_from_json(text: str) -> tuple[Remark, ...]:
    """Return what `remarks_to_json` wrote."""
    return tuple(Remark(**{**raw, "severity": Severity(raw["severity"])}) for raw in json.loads(text))
