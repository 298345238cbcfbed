"""Finding accommodations by words, and being told why some things are not recommended."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rtw.domain.accommodation.values import Accommodation, Catalogue, NotRecommended


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What fits the words: what can be offered, and what is advised against with the reason."""

    accommodations: tuple[Accommodation, ...]
    not_recommended: tuple[NotRecommended, ...]


def search(catalogue: Catalogue, words: str) -> SearchResult:
    """Find entries where each word begins a word of the entry; without words everything is found."""
    wanted = _words(words)
    return SearchResult(
        tuple(a for a in catalogue.accommodations if _fits(wanted, _of_offer(a))),
        tuple(n for n in catalogue.not_recommended if _fits(wanted, _of_advice(n))),
    )


def _of_offer(entry: Accommodation) -> Iterable[str]:
    kinds = (kind.label for effect in entry.effects for kind in effect.kinds)
    return (entry.name, entry.category.label, entry.employer_text, *entry.words, *kinds)


def _of_advice(entry: NotRecommended) -> Iterable[str]:
    return (entry.name, entry.reason, *entry.words)


def _fits(wanted: tuple[str, ...], texts: Iterable[str]) -> bool:
    known = _words(" ".join(texts))
    return all(any(word.startswith(start) for word in known) for start in wanted)


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text.casefold()))
