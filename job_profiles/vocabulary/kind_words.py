"""Which kind of demand, which hand, how known, how often: the words of a cell turned into closed sets."""

import re
from collections.abc import Iterable
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
_SHORT_HAND: Final = 3


@dataclass(frozen=True, slots=True)
class KindWord:
    """The kinds a text names.

    `open_to`: other kinds it may mean. `as_spelt`: the word it was taken for. `listed`: it names several
    demands side by side (`Gripping / pinching`), of which only `opens` is open.
    """

    kinds: tuple[DemandKind, ...]
    open_to: tuple[DemandKind, ...] = ()
    as_spelt: str | None = None
    phrase: str = ""
    listed: bool = False
    opens: DemandKind | None = None

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
    if not folded or folded in _not_demands() or _shakes_the_body(folded):
        return None
    bare = fold(_BRACKETS.sub(" ", text))
    unslashed = folded.replace(" / ", " ")
    for candidate in (folded, bare, unslashed, " ".join(_stems(folded)), without_hands(bare)):
        if candidate in _kinds():
            return _kinds()[candidate]
    return None


@lru_cache(maxsize=50_000)
def kind_of(text: str) -> KindWord | None:
    """Return the kind that a label among demands names, however wordy or misspelt; None if none."""
    folded = fold(text)
    bare = fold(_BRACKETS.sub(" ", text))
    if not folded or folded in _not_demands() or bare in _not_demands() or _shakes_the_body(folded):
        return None
    exact, listed = exact_kind(text), _listed(text)
    if listed is not None and listed.listed and not _is_one_phrase(folded):
        return listed
    if exact is not None and "(" in text and (more := _within(text)) is not None and _says_more(more, exact):
        return more
    if exact is not None and exact.open_to and (closer := _within(text)) is not None and not closer.open_to:
        return closer
    return exact or listed or _in_brackets(text) or _within(text) or misspelt_kind(text)


def _in_brackets(text: str) -> KindWord | None:
    """Return the kind that brackets alone name outright: `Schere drücken (Kraftgriff)`."""
    named = [word for inner in _BRACKETS.findall(text) if (word := exact_kind(inner)) is not None]
    return named[0] if len(named) == 1 else None


def _says_more(word: KindWord, other: KindWord) -> bool:
    """Whether brackets make a kind another one: `Reaching (overhead shelves)`."""
    longer = len(word.phrase.split()) > len(other.phrase.split())
    return longer and word.kinds != other.kinds and set(_stems(other.phrase)) < set(_stems(word.phrase))


def _is_one_phrase(folded: str) -> bool:
    """Whether a text with a stroke or an `and` in it is a word of ours as it stands (`Push / pull`)."""
    return folded in _kinds() or folded.replace(" / ", " ") in _kinds()


_LISTED: Final = re.compile(r"\s*(?:[/,;&+\n]|\b(?:and|or|und|oder|et|ou|y|o)\b)\s*", re.IGNORECASE)


def listed_parts(text: str) -> list[str]:
    """Return the parts of a label between its strokes, commas and its `and`."""
    return [part for part in _LISTED.split(re.sub(r"[()\[\]{}]", " ", text)) if part.strip()]


def _listed(text: str) -> KindWord | None:
    """Return the kinds of a label that lists several (`Wrist flexion / extension`, `Handling; fingering`)."""
    parts = listed_parts(text)
    if len(parts) < 2:
        return None
    first = parts[0].split()[0]
    words_of = [_plain_kind(p) or exact_kind(f"{first} {p}") for p in parts]
    if None in words_of and len({word.kinds for word in words_of if word}) < 2:
        return None
    told = [word or _within(p) for word, p in zip(words_of, parts, strict=True)]
    named = [word for word in told if word]
    kinds = tuple(dict.fromkeys(kind for word in named for kind in word.kinds))
    left_open = next((word for word in named if word.open_to), None)
    opens = left_open.kind if left_open else None
    return KindWord(kinds, left_open.open_to if left_open else (), None, fold(text), len(kinds) > 1, opens)


def _plain_kind(part: str) -> KindWord | None:
    """Return the kind that a part of a list names, also with words that add nothing (`mouse use with`)."""
    found = exact_kind(part)
    if found is not None:
        return found
    content = [w for w in without_hands(fold(part)).split() if w not in _FILLERS]
    return exact_kind(" ".join(content)) if content else None


@cache
def _not_demands() -> frozenset[str]:
    return words("not_demands", "activities")


def _shakes_the_body(folded: str) -> bool:
    """Whether a label speaks of vibration of the whole body: no demand on the hand."""
    shakes = "vibr" in folded or "schwing" in folded or folded == "wbv"
    return shakes and any(f" {w}" in f" {folded}" for w in words("not_demands", "whole_body"))


@lru_cache(maxsize=20_000)
def is_other_activity(text: str) -> bool:
    """Whether a label names something a job asks that is no demand on the hand (`Standing / walking`)."""
    listed = _not_demands()
    bare = fold(_BRACKETS.sub(" ", text))
    if bare in listed or fold(text) in listed or _shakes_the_body(fold(text)):
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


def side_named(text: str) -> Hand | None:
    """Return the right or left hand where that is all a heading of a section says: `LEFT HAND`."""
    hand = hand_of(text)[0] if len(text.strip()) > 1 else None
    return hand if hand in {Hand.RIGHT, Hand.LEFT} else None


_BESIDE_DROITE: Final = frozenset(
    {"g", "i", "gauche", "izq", "izquierda", "main", "mains", "cote", "mano", "manos", "lado", "utilisee"}
)
_BESIDE_DOMINANT: Final = frozenset({"nd", "dom", "dominant", "non dominant", "nondominant", "non"})


def meaning_of_d(texts: Iterable[str]) -> Hand | None:
    """Return the hand that `D` names among these folded texts: *droite*, *derecha*, or *dominant*."""
    found = set(texts)
    if found & _BESIDE_DROITE and not found & _BESIDE_DOMINANT:
        return Hand.RIGHT
    return Hand.DOMINANT if found & _BESIDE_DOMINANT and not found & _BESIDE_DROITE else None


def near_hand(text: str) -> str | None:
    """Return the word for a hand that a text most likely misspells (`Rigth`); None if it is like none."""
    folded = fold(text)
    listed = [w for w in by_word("hands") if len(w) > _SHORT_HAND and w[:1] == folded[:1]]
    match = process.extractOne(folded, listed, scorer=OSA.distance, score_cutoff=1 if len(folded) < 8 else 2)
    return match[0] if match and len(folded) > _SHORT_HAND else None


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


def is_not_applicable(text: str) -> bool:
    """Whether a cell says that nothing is stated: `n/a`, `keine`, a lone dash."""
    return (fold(text) or text.strip()) in words("not_demands", "not_applicable")


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
