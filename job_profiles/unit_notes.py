"""What a note says of units (`Weights in kg unless it says`), put beside the question about a bare number."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from job_profiles.problem import Problem
from job_profiles.units import Dimension, clean, unit_of
from job_profiles.workbook import Leaf

_NOTE: Final = re.compile(
    r"\b(?:weights?|loads?|forces?|pushes|pulls|figures|numbers|amounts|all|gewichte?|lasten|kräfte|angaben|"
    r"poids|charges?|chiffres|pesos?|cargas?|fuerzas?|cifras)\b[^.;:?!]{0,40}?"
    r"(?:\b(?:are|is|sind|son|sont)(?:\s+(?:all\s+)?(?:in|en))?|\b(?:in|en)|=|:)\s+(?P<unit>[^\s.,;()]+)",
    re.IGNORECASE,
)
_SENTENCE_END: Final = re.compile(r"(?<=[.;!?])\s+")
_OF_AMOUNTS: Final = frozenset({Dimension.WEIGHT, Dimension.FORCE, Dimension.TORQUE})


def with_unit_notes(
    problems: Iterable[Problem], leaf: Leaf, leaves: Iterable[Leaf] = ()
) -> Iterator[Problem]:
    """Yield the findings; a question for a unit quotes what its sheet, or another, says of units."""
    note: str | None = None
    for problem in problems:
        if problem.code != "unit-missing" or not any(_is_of_amount(c.value) for c in problem.choices):
            yield problem
            continue
        if note is None:
            note = next((said for one in (leaf, *leaves) for said in _notes(one)), "")
        yield replace(problem, advice=f"{problem.advice} {note}".strip())


def _is_of_amount(spelt: str) -> bool:
    unit = unit_of(spelt)
    return unit is not None and unit.dimension in _OF_AMOUNTS


def _notes(leaf: Leaf) -> Iterator[str]:
    for row, col, text in leaf.around.lines:
        for sentence in _SENTENCE_END.split(clean(text)):
            found = _NOTE.search(sentence)
            if found and _is_of_amount(found["unit"]):
                yield f"{leaf.name}!{leaf.page.view.address(row, col)} says: “{sentence.strip(' *-')}”"
