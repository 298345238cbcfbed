"""Things that are counted by the minute, hour or day: `32 clamps a day` is how often, whatever is handled."""

import re
from functools import lru_cache
from typing import Final

from job_profiles.units import Unit, unit_of
from job_profiles.vocabulary.words import fold, words

_PER: Final = r"(?:per|an?|each|every|in an?|/|je|pro|am|par|à la|al|por|cada)"
_COUNTED: Final = re.compile(
    rf"^(?P<what>[^\W\d_]{{3,}}(?: [^\W\d_]{{3,}})?)\s*(?<![^\W\d_]){_PER}\s*(?P<base>[^\W\d_]+)\.?$|"
    rf"^(?P<first>[^\W\d_]{{3,}}(?: [^\W\d_]{{3,}})?)\s*/\s*(?P<other>[^\W\d_]+)\.?$",
    re.IGNORECASE,
)


@lru_cache(maxsize=10_000)
def counted_by(words_after: str) -> tuple[Unit | None, str, str]:
    """Return the unit of a count, what is counted, and what it is counted by where that is no unit.

    `clamps a day` → per shift, clamps; `clamps a month` → none, clamps, month. What is measured, not counted
    (`kg per hour`, `litres a day`), and what is counted by anything else (`blows per neck`) gives none.
    """
    match = _COUNTED.match(words_after)
    what = (match["what"] or match["first"]) if match else ""
    base = (match["base"] or match["other"]) if match else ""
    if not what or _is_measured(what):
        return None, "", ""
    unit = unit_of(f"per {base}")
    if unit is not None:
        return (None, "", "") if unit.symbol == "per cycle" else (unit, what, "")
    return (None, what, base) if fold(base) in words("fillers", "months") else (None, "", "")


_OF_SOMETHING: Final = re.compile(
    r"^[^\W\d_]{3,}(?:\s*/\s*|\s+(?:per|each|pro|par|por|je)\s+)[^\W\d_]", re.IGNORECASE
)


@lru_cache(maxsize=10_000)
def is_count(words_after: str) -> bool:
    """Tell whether words behind a number count things by something: `blows per neck`, `clamps/body`."""
    match = _OF_SOMETHING.match(words_after)
    return match is not None and not _is_measured(re.split(r"[\s/]", words_after)[0])


def _is_measured(what: str) -> bool:
    """Whether any word is a unit, or measures rather than counts."""
    parts = what.split()
    return any(unit_of(part) is not None or fold(part) in words("fillers", "measured") for part in parts)
