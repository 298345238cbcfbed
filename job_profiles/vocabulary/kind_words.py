"""Which kind of demand, which hand, how known, how often: the words of a cell turned into closed sets."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from job_profiles.kinds import DemandKind, Hand, Quality
from job_profiles.vocabulary.words import by_word, fold, table, words

_BRACKETS: Final = re.compile(r"[(\[{]([^)\]}]*)[)\]}]")
_FUZZY_FROM: Final = 5
_LONG: Final = 9


@dataclass(frozen=True, slots=True)
class KindWord:
    """The kinds a text names. `open_to`: other kinds it may mean. `as_spelt`: the word it was taken for."""

    kinds: tuple[DemandKind, ...]
    open_to: tuple[DemandKind, ...] = ()
    as_spelt: str | None = None
    phrase: str = ""

    @property
    def kind(self) -> DemandKind:
        """The first, and mostly the only, kind."""
        return self.kinds[0]


@cache
def _kinds() -> dict[str, KindWord]:
    found: dict[str, KindWord] = {}
    for name, listed in table("kinds").items():
        for word in listed:
            found.setdefault(fold(word), KindWord((DemandKind(name),), phrase=fold(word)))
    for entry in table("open_kinds").values():
        others = tuple(DemandKind(k) for k in entry["or"])
        first = DemandKind(entry["kind"])
        for word in entry["words"]:
            both = entry.get("both") == "true"
            found[fold(word)] = KindWord(
                (first, *others) if both else (first,), () if both else others, None, fold(word)
            )
    return found


@cache
def _phrases() -> tuple[tuple[frozenset[str], str], ...]:
    """Phrases by their words, the longest first."""
    listed = [(frozenset(_stems(p)), p) for p in _kinds()]
    return tuple(sorted(listed, key=lambda x: (-len(x[0]), -len(x[1]))))


_FILLERS: Final = frozenset(
    {"the", "of", "a", "with", "and", "to", "der", "die", "das", "de", "la", "le", "du", "del", "des", "en"}
)


def _stems(text: str) -> list[str]:
    return [_stem(w) for w in text.split()]


def _stem(word: str) -> str:
    if word.endswith(("ches", "shes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@lru_cache(maxsize=50_000)
def exact_kind(text: str) -> KindWord | None:
    """Return the kind that is all a text says, brackets and hands aside; None otherwise."""
    folded = fold(text)
    if not folded or folded in _not_demands():
        return None
    bare = fold(_BRACKETS.sub(" ", text))
    for candidate in (folded, bare, " ".join(_stems(folded)), without_hands(bare)):
        if candidate in _kinds():
            return _kinds()[candidate]
    return None


@lru_cache(maxsize=50_000)
def kind_of(text: str) -> KindWord | None:
    """Return the kind that a label among demands names, however wordy or misspelt; None if none."""
    folded = fold(text)
    if not folded or folded in _not_demands() or fold(_BRACKETS.sub(" ", text)) in _not_demands():
        return None
    exact = exact_kind(text)
    if exact is not None and exact.open_to and (closer := _within(text)) is not None and not closer.open_to:
        return closer
    return exact or _within(text) or misspelt_kind(text)


@cache
def _not_demands() -> frozenset[str]:
    return words("not_demands", "activities")


@lru_cache(maxsize=20_000)
def is_other_activity(text: str) -> bool:
    """Whether a label names something a job asks that is no demand on the hand (`Standing / walking`)."""
    listed = _not_demands()
    bare = fold(_BRACKETS.sub(" ", text))
    if bare in listed or fold(text) in listed:
        return True
    parts = [fold(p) for p in re.split(r"[/,&+]| and | und | et | y | or ", _BRACKETS.sub(" ", text.lower()))]
    return bool(parts) and all(p in listed for p in parts if p) and any(parts)


def _within(text: str) -> KindWord | None:
    """Return the longest phrase whose words all stand in the text; a lone word must lead or fill it."""
    base = _stems(fold(_BRACKETS.sub(" ", text)))
    every = set(_stems(fold(text)))
    content = [w for w in base if w not in _FILLERS]
    for stems, phrase in _phrases():
        if not stems <= every or not phrase:
            continue
        if len(stems) > 1 or (stems <= set(content[:1]) or (len(content) <= 3 and stems <= set(base))):
            return _kinds()[phrase]
    return None


@lru_cache(maxsize=20_000)
def misspelt_kind(text: str) -> KindWord | None:
    """Return the kind whose word differs by a slip of typing; the first letter must be right."""
    word = without_hands(fold(_BRACKETS.sub(" ", text)))
    near = near_word(word, tuple(_kinds()))
    if near is None:
        return None
    known = _kinds()[near]
    return KindWord(known.kinds, known.open_to, near, near)


def near_word(word: str, known: tuple[str, ...]) -> str | None:
    """Return the known word that `word` misspells: one slip, two in long words, never in the first letter."""
    if len(word) < _FUZZY_FROM or any(c.isdigit() for c in word):
        return None
    allowed = 2 if len(word) >= _LONG else 1
    match = process.extractOne(
        word, [k for k in known if k[:1] == word[:1]], scorer=OSA.distance, score_cutoff=allowed
    )
    return match[0] if match and len(match[0]) >= _FUZZY_FROM else None


_HANDS: Final = {
    "right": Hand.RIGHT,
    "left": Hand.LEFT,
    "each": Hand.EACH,
    "both": Hand.BOTH,
    "either": Hand.EITHER,
    "dominant": Hand.DOMINANT,
    "non_dominant": Hand.NON_DOMINANT,
}
_HEADING_HANDS: Final = re.compile(
    r"\b(?:(?P<right>rt|rh|right|rechts|rechte|droite|main droite|mano derecha|derecha|re|rue)|"
    r"(?P<left>lt|lh|left|links|linke|gauche|main gauche|mano izquierda|izquierda|li|lue)|"
    r"(?P<both>both hands|both|bilateral|beide hande|beide|les deux mains|ambas manos|ambas)|"
    r"(?P<non_dominant>non dominant|nicht dominant|no dominante|non dominante)|"
    r"(?P<dominant>dominant|dominante))(?: (?:hand|side|upper extremity|ue|arm|seite))?\b"
)


@lru_cache(maxsize=20_000)
def hand_of(text: str) -> tuple[Hand | None, bool]:
    """Return the hand a cell names (None if none), and whether `both` may be each or shared."""
    key = by_word("hands").get(fold(text)) or by_word("hands").get(fold(_BRACKETS.sub(" ", text)))
    if key == "both_open":
        return Hand.BOTH, True
    return (_HANDS[key], False) if key else (None, False)


def hand_in(folded: str) -> tuple[str, Hand | None]:
    """Split a folded heading into the words without the hand, and the hand."""
    match = _HEADING_HANDS.search(folded)
    if match is None:
        lone = re.search(r"(?:^|\s)(r|l)(?:\s|$)", folded) if len(folded) > 1 else None
        if lone is None:
            return folded, None
        rest = " ".join((folded[: lone.start()] + " " + folded[lone.end() :]).split())
        return rest, Hand.RIGHT if lone[1] == "r" else Hand.LEFT
    rest = " ".join((folded[: match.start()] + " " + folded[match.end() :]).split())
    return rest, _HANDS[str(match.lastgroup)]


def without_hands(folded: str) -> str:
    """Return a folded text without the words that name a hand."""
    return hand_in(folded)[0]


@lru_cache(maxsize=20_000)
def quality_of(text: str) -> Quality | None:
    """Return how a value is known where a whole cell, or its first clause, says so."""
    listed = _quality_words()
    for part in (text, *re.split(r"[;,.(]", text)[:1]):
        if (quality := listed.get(fold(part))) is not None:
            return quality
    return None


@cache
def _quality_words() -> dict[str, Quality]:
    return {fold(w): Quality(q) for q, ws in table("values")["quality"].items() for w in ws}


def quality_within(text: str) -> Quality | None:
    """Return how values are known where a sentence of a note says so in its midst."""
    folded = f" {fold(text)} "
    for word, quality in sorted(_quality_words().items(), key=lambda x: -len(x[0])):
        if f" {word} " in folded and len(word) > 4:
            return quality
    return None


@lru_cache(maxsize=20_000)
def tool_of(text: str) -> str | None:
    """Return the tool that is all a remark or a bracket names; None for any other remark."""
    folded = fold(text)
    if (
        0 < len(folded.split()) <= 4
        and folded.split()[-1] in words("values", "tools")
        and not re.search(r"[,;:.]", text)
    ):
        return text.strip()
    return None


@lru_cache(maxsize=20_000)
def tool_in_brackets(text: str) -> str | None:
    """Return the tool named in brackets after a demand: `Power grip (shears)`."""
    match = _BRACKETS.search(text)
    return tool_of(match[1]) if match else None


@cache
def _letters() -> dict[str, str]:
    return {fold(w): letter for letter, ws in table("values")["frequency"].items() for w in ws}


@lru_cache(maxsize=20_000)
def band_of(text: str) -> str | None:
    """Return the letter N, S, R, O, F, V or C that a word or letter of frequency stands for."""
    folded = fold(text)
    if folded in {"0", ""}:
        return None
    if folded in _letters():
        return _letters()[folded]
    near = near_word(folded, tuple(_letters()))
    return _letters()[near] if near else None
