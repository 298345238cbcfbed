"""One column for both hands: `Force R / L (N)` over `90 / 70`, told apart again."""

import re
from functools import lru_cache
from typing import Final

from job_profiles.kinds import Hand
from job_profiles.vocabulary.kind_words import is_not_applicable
from job_profiles.vocabulary.words import fold

Sides = tuple[Hand, Hand]

_RIGHT: Final = r"(?:right|rt|rh|r|rechts|re|droite|dr|derecha|der)"
_LEFT: Final = r"(?:left|lt|lh|l|links|li|gauche|izquierda|izq)"
_PAIRS: Final = (
    (re.compile(rf"(?<!\w){_RIGHT}\.?\s*[/|]\s*{_LEFT}\b\.?", re.IGNORECASE), (Hand.RIGHT, Hand.LEFT)),
    (re.compile(rf"(?<!\w){_LEFT}\.?\s*[/|]\s*{_RIGHT}\b\.?", re.IGNORECASE), (Hand.LEFT, Hand.RIGHT)),
    (re.compile(r"(?<!\w)D\s*[/|]\s*[GI](?!\w)"), (Hand.RIGHT, Hand.LEFT)),
    (re.compile(r"(?<!\w)[GI]\s*[/|]\s*D(?!\w)"), (Hand.LEFT, Hand.RIGHT)),
)
_PART: Final = r"(?:[<>≤≥~]?\s*\d[\d.,]*\s*[^\d/|]{0,6}?|n/a|[xX✓✔]|[-–—]+)"
_TWO: Final = re.compile(rf"^\s*({_PART})\s*[/|]\s*({_PART})\s*$", re.IGNORECASE)
_UNIT_BEHIND: Final = re.compile(r"\d\s*([^\d\s].*)$")


@lru_cache(maxsize=5_000)
def sides_of(heading: str) -> tuple[str, Sides] | None:
    """Return a heading without its `R / L`, and in which order the hands stand; None where it is no pair."""
    for pattern, sides in _PAIRS:
        if (found := pattern.search(heading)) is not None:
            rest = heading[: found.start()] + " " + heading[found.end() :]
            return re.sub(r"[(\[]\s*[)\]]", " ", " ".join(rest.split())).strip(" ,:-"), sides
    return None


@lru_cache(maxsize=50_000)
def part_of(text: str, at: int) -> str | None:
    """Return what a cell says of the first or second hand; a cell that gives one amount says it of both."""
    found = _TWO.match(text)
    own = found[at + 1].strip() if found else text.strip()
    if is_not_applicable(own) or not fold(own):
        return None
    unit = _UNIT_BEHIND.search(found[2]) or _UNIT_BEHIND.search(found[1]) if found else None
    bare = own[-1:].isdigit() and unit is not None
    return f"{own} {unit[1].strip()}" if bare and unit else own
