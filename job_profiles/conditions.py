"""Conditions of work told in words: `wet` under *Wet work*, `cold, wet` under *Environment*, `dry`."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from job_profiles.kinds import DemandKind
from job_profiles.vocabulary.kind_words import exact_kind, is_other_activity
from job_profiles.vocabulary.words import fold, table, words

CONDITIONS: Final = frozenset(
    {
        DemandKind.COLD,
        DemandKind.HEAT,
        DemandKind.WET_OR_SOILED,
        DemandKind.SHARP_OR_MOVING,
        DemandKind.HAND_ARM_VIBRATION,
        DemandKind.CONTACT_STRESS,
    }
)
"""Kinds that a description of the surroundings may name; the others are things a person does."""

_PARTS: Final = re.compile(r"\s*(?:[,;/+&\n]|\band\b|\bund\b|\bet\b|\by\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a text says of the surroundings. `unread`: its parts that are no word we know."""

    kinds: tuple[DemandKind, ...]
    unread: tuple[str, ...]


@cache
def _absent() -> dict[DemandKind, frozenset[str]]:
    listed = table("not_demands")["absent_conditions"]
    return {DemandKind(kind): frozenset(fold(w) for w in spelt) for kind, spelt in listed.items()}


def is_there(text: str, kind: DemandKind | None) -> bool | None:
    """Tell whether a cell under a kind says in words that it is asked for; None where it says neither.

    The kind's own name says so (`wet` under *Wet work*); the name of its opposite says that it is not.
    """
    if kind is None:
        return None
    plain = fold(text) or text.strip()
    if plain in _absent().get(kind, frozenset()):
        return False
    if kind in CONDITIONS and plain in words("not_demands", "nothing_there"):
        return False
    said = exact_kind(text)
    return True if said is not None and kind in said.kinds else None


@lru_cache(maxsize=10_000)
def surroundings_in(text: str) -> Surroundings:
    """Return the conditions that a text of the surroundings names."""
    kinds: dict[DemandKind, None] = {}
    unread = []
    whole = exact_kind(text)
    for part in (text,) if whole is not None else (p for p in _PARTS.split(text) if p.strip()):
        said = exact_kind(part)
        if said is not None and set(said.kinds) <= CONDITIONS:
            kinds.update(dict.fromkeys(said.kinds))
        elif fold(part) not in words("not_demands", "nothing_there") and not is_other_activity(part):
            unread.append(part.strip())
    return Surroundings(tuple(kinds), tuple(unread))
