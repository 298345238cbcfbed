"""What the text at the head of a column or row says: role, kind, hand, unit, letter of frequency."""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Final

from job_profiles.amounts import Amount, parse_amount
from job_profiles.kinds import DemandKind, Hand
from job_profiles.units import Dimension, Unit, clean, unit_of
from job_profiles.vocabulary.kind_words import (
    KindWord,
    band_of,
    exact_kind,
    hand_in,
    hand_of,
    misspelt_kind,
    near_word,
)
from job_profiles.vocabulary.words import fold, table, words


@dataclass(frozen=True, slots=True)
class Heading:
    """The parts of a heading. `roles`: what it may hold, best first. Empty: not understood."""

    text: str = ""
    roles: tuple[str, ...] = ()
    kinds: tuple[DemandKind, ...] = ()
    open_to: tuple[DemandKind, ...] = ()
    hand: Hand | None = None
    unit: Unit | None = None
    band: str | None = None
    foreign: bool = False
    as_spelt: str | None = None

    @property
    def known(self) -> bool:
        """Whether anything in it was understood."""
        return bool(self.roles or self.kinds or self.hand or self.unit or self.band or self.foreign)

    @property
    def role(self) -> str | None:
        """The likeliest role."""
        return self.roles[0] if self.roles else None

    def has(self, *roles: str) -> bool:
        """Whether it may hold one of `roles`."""
        return any(r in self.roles for r in roles)


_BRACKETED: Final = re.compile(r"\s*[(\[{]\s*([^)\]}]*?)\s*[)\]}]\s*")
_TRAILING: Final = (
    re.compile(r"^(?P<head>.+?),\s*(?P<unit>[^,]{1,16})$"),
    re.compile(r"^(?P<head>.+?)\s+(?:in|en)\s+(?P<unit>\S{1,16}(?: \S{1,8})?)$", re.IGNORECASE),
    re.compile(r"^(?P<head>.+?)\s*[/-]\s*(?P<unit>\S{1,12})$"),
    re.compile(
        r"^(?P<head>.+?)\s+(?P<unit>(?:per|a|an|/|je|pro|par|por|al|à)\s+\S{1,12}|%\s+\S+(?:\s\S+){0,2})$",
        re.IGNORECASE,
    ),
    re.compile(r"^(?P<head>.+?)\s+(?P<unit>\S{1,12})$"),
    re.compile(r"^(?P<head>.+?)\s*(?P<unit>%\s*(?:of|der|du|del)?.*|/\s*\S{1,12})$", re.IGNORECASE),
)
_FILLER: Final = frozenset(
    [
        "force",
        "strength",
        "required",
        "most",
        "needed",
        "max",
        "maximum",
        "peak",
        "heaviest",
        "largest",
        "greatest",
        "highest",
        "use",
        "used",
        "level",
        "effort",
        "efforts",
        "typical",
        "average",
        "mean",
        "usual",
        "value",
        "total",
        "the",
        "of",
        "in",
        "at",
        "for",
        "and",
        "de",
        "der",
        "la",
        "du",
        "maximale",
        "maximal",
        "max.",
        "kraft",
        "benotigt",
        "requis",
        "requise",
        "maximo",
        "maxima",
        "with",
        "to",
    ]
)


@lru_cache(maxsize=20_000)
def heading_of(text: str) -> Heading:
    """Return what a heading says. Nothing understood: a heading that is not `known`."""
    plain = clean(text).strip(" :")
    if not plain or len(plain) > 90:
        return Heading(text)
    whole = _unsplit(plain)
    if whole.roles or whole.kinds or whole.band or whole.foreign or whole.hand:
        return replace(_with_unit_inside(whole, plain), text=text)
    return replace(_split(plain), text=text)


def span_of(text: str) -> Amount | None:
    """Return the range of hours, or share of the day, that is all a heading says (`Up to 3 hrs`)."""
    amount = parse_amount(text)
    if amount is None or amount.unit is None or amount.rest or amount.unit_text:
        return None
    bounded = amount.single is None or amount.single == 0
    return amount if bounded and amount.unit.dimension in {Dimension.TIME, Dimension.SHARE} else None


def _with_unit_inside(heading: Heading, plain: str) -> Heading:
    """Return a heading known as a whole (`Hours per day`, `times per hour`) may still fix a unit."""
    if heading.unit is not None or heading.band:
        return heading
    unit, hand, _, _ = _brackets(plain) if _BRACKETED.search(plain) else (None, heading.hand, "", "")
    if (unit or hand) and not heading.has("essential", "modifiable"):
        return replace(heading, unit=unit, hand=heading.hand or hand)
    folded = fold(plain)
    rate = (
        _phrase_unit(folded)
        if heading.has(
            "rate",
            "hours",
            "shift_hours",
            "cycle_time",
            "seconds_per_effort",
            "longest_bout",
            "duty_cycle",
            "running",
            "percent_mvc",
        )
        else None
    )
    return replace(heading, unit=rate)


_PHRASE_UNITS: Final = (
    (
        r"\b(per|a|an|je|pro|par|por|al|in der) (minute|min|minuto)\b|\bmin\b.*\bper min|/ ?min$",
        "/min",
    ),
    (r"\b(per|an|a|je|pro|par|por) (hour|stunde|heure|hora|std)\b|/ ?h$", "/h"),
    (r"\btimes (a|per) day\b", "/day"),
    (r"\bpercent|\bshare\b|anteil|\bpart d|parte del|%", "%"),
    (r"\bminut\w*\b|\bmin\b", "min"),
    (r"\bseconds?\b|\bsekunden\b|\bsecondes\b|\bsegundos\b", "s"),
    (r"\bhours?\b|\bhrs\b|\bstunden\b|\bheures\b|\bhoras\b", "h"),
)


def _phrase_unit(folded: str) -> Unit | None:
    for pattern, unit in _PHRASE_UNITS:
        if re.search(pattern, folded):
            return unit_of(unit)
    return None


@cache
def _roles() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for role, listed in table("headings").items():
        for word in listed:
            folded = fold(word) or word
            found[folded] = (
                (*found.get(folded, ()), role) if role not in found.get(folded, ()) else found[folded]
            )
    return found


def roles_of(text: str) -> tuple[str, ...]:
    """Return the roles that a text is a word for; a slip of typing is forgiven in long words."""
    folded = fold(text)
    return _roles().get(folded) or _roles().get(folded.replace(" / ", " ")) or ()


def _unsplit(plain: str) -> Heading:
    """Return the whole text as one word for a role, a kind, a hand, a letter or a unit."""
    folded = fold(plain)
    if folded in words("not_demands", "foreign_headings"):
        return Heading(foreign=True)
    if span_of(plain) is not None:
        return Heading(roles=("span",))
    if plain.strip() == "0":
        return Heading(band="O")
    roles = roles_of(plain)
    kind = (
        exact_kind(plain)
        if not roles and not _BRACKETED.search(plain) and hand_in(folded)[1] is None
        else None
    )
    band = band_of(plain) if not roles or roles == ("rate",) else None
    if kind is not None:
        return Heading(kinds=kind.kinds, open_to=kind.open_to)
    if not roles and len(folded) > 2 and (hand := hand_of(plain)[0]) is not None:
        return Heading(hand=hand)
    return Heading(roles=roles, band=band)


def _split(plain: str) -> Heading:
    """Take brackets, unit and hand apart, then look at what is left."""
    unit, hand, rest, bracket_words = _brackets(plain)
    if unit is None:
        rest, unit = _trailing_unit(rest)
    folded, found = hand_in(fold(rest))
    hand = hand or found
    if found is not None and unit is None:
        folded, unit = _trailing_unit(folded) if folded else ("", None)
        folded = fold(folded)
    if not folded:
        return Heading(hand=hand, unit=unit)
    core = _core(folded, bracket_words)
    if core.has("essential", "modifiable"):
        return replace(core, hand=hand, unit=None)
    unit = unit or core.unit or (_phrase_unit(folded) if core.role in _TIMED else None)
    return replace(core, hand=hand, unit=unit)


_TIMED: Final = frozenset({"seconds_per_effort", "hours", "running", "longest_bout"})


def _brackets(plain: str) -> tuple[Unit | None, Hand | None, str, str]:
    unit: Unit | None = None
    hand: Hand | None = None
    others: list[str] = []
    for inner in _BRACKETED.findall(plain):
        unit, hand = unit or _measure(inner), hand or _heading_hand(inner)
        if unit_of(inner) is None and _heading_hand(inner) is None:
            others.append(inner)
            inside, inner_unit = _trailing_unit(inner)
            unit = unit or inner_unit
            hand = hand or hand_in(fold(inside))[1]
    rest = _BRACKETED.sub(" ", plain).strip(" :")
    if not rest and unit is None and hand is None:
        return None, None, plain.strip("()[] "), ""
    return unit, hand, rest, fold(" ".join(others))


def _measure(text: str) -> Unit | None:
    """Return a unit that can head a column; a bare count (`x`, `times`) cannot."""
    unit = unit_of(text)
    return None if unit is None or unit.dimension is Dimension.COUNT else unit


def _heading_hand(text: str) -> Hand | None:
    rest, hand = hand_in(fold(text))
    if hand is not None and not rest:
        return hand
    return hand_of(text)[0] if text.strip().upper() in {"R", "L"} else None


def _trailing_unit(text: str) -> tuple[str, Unit | None]:
    """Split `Kraft in N`, `Shift, h`, `Keyboard % of shift` into words and unit."""
    if (
        (unit := _measure(text)) is not None
        and fold(text) not in _roles()
        and not exact_kind(text.split()[0])
    ):
        return "", unit
    for pattern in _TRAILING:
        match = pattern.match(text)
        slash = match is not None and match[0][: match.start("unit")].rstrip().endswith("/")
        rate = _measure("/" + match["unit"]) if match and slash else None
        unit = rate or (_measure(match["unit"]) if match else None)
        if match and unit is not None:
            return _time_a_day(match["head"].strip(" ,:-"), unit)
    return text, None


def _time_a_day(head: str, unit: Unit) -> tuple[str, Unit]:
    """`Driving h per day` counts hours: what is counted stands before the day."""
    words_before, _, last = head.rpartition(" ")
    counted = _measure(last) if unit.dimension is Dimension.PER_SHIFT else None
    if counted is None or counted.dimension is not Dimension.TIME:
        return head, unit
    return words_before, counted


def _core(folded: str, bracket: str) -> Heading:
    """Return the words left once unit and hand are gone: a role, a kind, or a kind and a role together."""
    if folded in words("not_demands", "foreign_headings"):
        return Heading(foreign=True)
    if roles := roles_of(folded):
        return Heading(roles=roles)
    if kind := exact_kind(folded) or (exact_kind(f"{folded} {bracket}") if bracket else None):
        return Heading(kinds=kind.kinds, open_to=kind.open_to)
    if (band := band_of(folded)) is not None and len(folded) > 1:
        return Heading(band=band)
    return _kind_and_role(folded) or _plainer(folded) or _misspelt(folded) or Heading()


def _plainer(folded: str) -> Heading | None:
    """`Most force or weight` without the words that add nothing."""
    content = " ".join(w for w in folded.split() if w not in _FILLER or w in {"or", "in", "force"})
    roles = roles_of(content) if content != folded else ()
    return Heading(roles=roles) if roles else None


def _kind_and_role(folded: str) -> Heading | None:
    """Split `Mouse hand` or `Grips per cycle`: the longest run that is a kind, the rest a role."""
    tokens = folded.split()
    for length in range(len(tokens), 0, -1):
        for start in range(len(tokens) - length + 1):
            kind = exact_kind(" ".join(tokens[start : start + length]))
            left = tokens[:start] + tokens[start + length :]
            if kind is not None and (found := _with_rest(kind, left)) is not None:
                return found
    return None


def _with_rest(kind: KindWord, left: list[str]) -> Heading | None:
    if roles := roles_of(" ".join(left)):
        return Heading(roles=roles, kinds=kind.kinds, open_to=kind.open_to)
    content = [w for w in left if w not in _FILLER]
    if not content:
        return Heading(kinds=kind.kinds, open_to=kind.open_to)
    if (unit := unit_of(" ".join(left))) is not None:
        return Heading(kinds=kind.kinds, open_to=kind.open_to, unit=unit)
    if roles := roles_of(" ".join(content)):
        return Heading(roles=roles, kinds=kind.kinds, open_to=kind.open_to)
    return None


def _misspelt(folded: str) -> Heading | None:
    near = near_word(folded, tuple(_roles()))
    if near is not None:
        return Heading(roles=_roles()[near], as_spelt=near)
    kind = misspelt_kind(folded)
    return Heading(kinds=kind.kinds, open_to=kind.open_to, as_spelt=kind.as_spelt) if kind else None
