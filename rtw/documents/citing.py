"""Short names of sources as people say them, "Potvin 2012", each told apart from every other."""

import re
from collections.abc import Iterable
from typing import Final

_YEAR: Final = r"\b(?:19|20)\d{2}\b(?![/-]\d)"
_AUTHORS_AND_YEAR: Final = re.compile(rf"[^;:]{{2,60}}?{_YEAR}")
_AUTHORS: Final = re.compile(r"(?:[^,;:]+, )*[^,;:]+ and [^,;:]+(?=[,;])")
_FIRST_CLAUSE: Final = re.compile(r"[^,;]+")


def short_name(citation: str) -> str:
    """Take authors and year; without a year the authors, or the first words up to a comma."""
    patterns = (_AUTHORS_AND_YEAR, _AUTHORS, _FIRST_CLAUSE)
    found = (pattern.match(citation) for pattern in patterns)
    return next((match[0] for match in found if match), citation)


def short_names(citations: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Name sources given as (id, citation); those of one name get a letter, by citation."""
    alike: dict[str, list[str]] = {}
    for id_, citation in sorted(citations, key=lambda pair: pair[1].casefold()):
        alike.setdefault(short_name(citation), []).append(id_)
    return {
        id_: name if len(ids) == 1 else _lettered(name, place)
        for name, ids in alike.items()
        for place, id_ in enumerate(ids)
    }


def _lettered(name: str, place: int) -> str:
    """Put a letter behind a name: `Mathiowetz and others 1985a`; behind words it stands in brackets."""
    letter = chr(ord("a") + place)
    return f"{name}{letter}" if name[-1].isdigit() else f"{name} ({letter})"
