"""Who does what a remark names: only what the worker does is a demand of the job."""

import re
from functools import lru_cache
from typing import Final

from job_profiles.kinds import DemandKind
from job_profiles.vocabulary.kind_words import kind_of
from job_profiles.vocabulary.words import fold, words

_MOVES: Final = frozenset({DemandKind.PUSHING, DemandKind.PULLING})
_ARTICLES: Final = frozenset(
    {"the", "a", "an", "it", "them", "its", "der", "die", "das", "den", "le", "la", "les"}
)
_NUMBER: Final = re.compile(r" no \d+\b")
_BEINGS: Final = frozenset({"being", "be", "been", "gets", "get", "is", "are"})


@lru_cache(maxsize=10_000)
def denies(text: str) -> bool:
    """Whether a text says that what it names is not done: `no lifting`; `No. 3` is a number."""
    before = _NUMBER.sub(" ", f" {_before(text)} ")
    return any(f" {word} " in before for word in words("not_demands", "negations"))


@lru_cache(maxsize=10_000)
def is_done_by_others(text: str) -> bool:
    """Whether a remark says that an animal, a machine or a load does it: `animal may pull`, `crane lifts`."""
    before = _before(text).split()
    if not before or set(before) & words("not_demands", "workers"):
        return False
    behind = fold(text).split()[len(before) :]
    if set(before[1:]) & words("not_demands", "may_happen"):
        return True
    if before[-1] in _BEINGS and behind[0].endswith("ed"):
        return True
    if behind[0].endswith("s") and behind[1:2] and behind[1] in _ARTICLES:
        return True
    return _moves_by_itself(before, text)


def _moves_by_itself(before: list[str], text: str) -> bool:
    """Whether what stands before the verb does it by itself: a machine anything, an animal pulls, pushes."""
    word = kind_of(text)
    pulls = word is not None and bool(set(word.kinds) & _MOVES)
    movers = words("not_demands", "machines") | (words("not_demands", "living") if pulls else frozenset())
    return before[-1] in movers or " ".join(before) in movers


def _before(text: str) -> str:
    """Return the folded words before the one that names the demand; none where no word does alone."""
    tokens = fold(text).split()
    first = next((i for i, token in enumerate(tokens) if kind_of(token) is not None), 0)
    return " ".join(tokens[:first])


def names_in_midst(text: str) -> bool:
    """Whether a word in the midst of a text names a demand, beside a figure: `employee may lift 20 lb`."""
    return any(c.isdigit() for c in text) and bool(_before(text))
