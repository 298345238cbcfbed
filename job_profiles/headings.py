"""What the text at the head of a column or row says: role, kind, hand, unit, letter of frequency."""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Final

from job_profiles.amounts import Amount, parse_amount
from job_profiles.kinds import DemandKind, Hand
from job_profiles.paired import Sides, sides_of
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
from job_profiles.vocabulary.words import fold, speaks_of_week, table, words


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
    sides: Sides | None = None

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


@lru_cache(maxsize=20_000)
def heading_of(text: str) -> Heading:
    """Return what a heading says. Nothing understood: a heading that is not `known`."""
    plain = clean(text).strip(" :")
    if not plain or len(plain) > 90:
        return Heading(text)
    if (pair := _of_both_hands(plain)) is not None:
        return replace(pair, text=text)
    if (apart := _interval(plain)) is not None:
        return replace(apart, text=text)
    whole = _unsplit(plain)
    known = whole.roles or whole.kinds or whole.band or whole.foreign or whole.hand
    made = _of_task_time(_with_unit_inside(whole, plain) if known else _split(plain), plain)
    if made.has("hours", "shift_hours", "task_hours") and speaks_of_week(plain):
        return Heading(text, ("week_hours",))
    return replace(made, text=text)


def _of_both_hands(plain: str) -> Heading | None:
    """Return what `Force R / L (N)` heads: amounts of both hands in one cell; None for a column of hands."""
    paired = sides_of(plain)
    if paired is None or not any(c.isalpha() for c in paired[0]):
        return None
    made = heading_of(paired[0])
    if not made.known or made.hand is not None or made.has("hand") or roles_of(plain):
        return None
    measured = made.kinds or made.unit or made.has("force", "load", "amount", "angle", "torque", "rate")
    return replace(made, sides=paired[1]) if measured else None


_INTERVAL: Final = re.compile(
    r"^(?:once |one |1 ?x? |einmal |une fois |una vez )?(?:every|alle|toutes? les|tous les|cada)"
    r"[\s.…_\-nxyNXY]*\(?\s*(?P<unit>s|secs?|seconds?|sek(?:unden)?|secondes|seg(?:undos)?|mins?|minutes?|minuten|"
    r"minutos)\.?\s*\)?$",
    re.IGNORECASE,
)


_OUT_OF: Final = re.compile(
    r"^(?:hours?|hrs?|h|std|stunden|heures|horas)\s*(?:out\s*)?(?:of|von|sur|de)\s*(?:an?\s*)?\d{1,2}\b",
    re.IGNORECASE,
)


def _interval(plain: str) -> Heading | None:
    """Return what `Every … s` heads: how far apart the efforts are; `Hours out of 8` counts hours."""
    if _OUT_OF.match(plain):
        return Heading(roles=("hours",), unit=unit_of("h"))
    match = _INTERVAL.match(plain)
    return Heading(roles=("interval",), unit=unit_of(match["unit"])) if match else None


def _of_task_time(heading: Heading, plain: str) -> Heading:
    """`Keyboarding (% of task)` counts within the task, not within the shift."""
    if not heading.kinds or heading.roles or heading.unit is not None:
        return heading
    of_task = any("duty_cycle" in roles_of(inner) for inner in _BRACKETED.findall(plain))
    return replace(heading, roles=("duty_cycle",), unit=unit_of("%")) if of_task else heading


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
    if not heading.has(*_WITH_PHRASES):
        return heading
    return replace(heading, unit=_phrase_unit(fold(plain), counts=heading.role == "rate"))


_WITH_PHRASES: Final = (
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


_PER: Final = re.compile(r"(?:/ ?|\b(?:per|an?|je|pro|par|por|al|in der) )(?P<base>\w+)$")
_PHRASE_UNITS: Final = (
    (r"\bmin\b.*\bper min", "/min"),
    (r"\btimes (a|per) day\b", "/day"),
    (r"\bpercent|\bshare\b|anteil|\bpart d|parte del|%", "%"),
    (r"\bminut\w*\b|\bmin\b", "min"),
    (r"\bseconds?\b|\bsecs?\b|\bsek\b|\bsekunden\b|\bsecondes\b|\bsegundos\b", "s"),
    (r"\bhours?\b|\bhrs?\b|\bh\b|\bstd\b|\bstunden\b|\bheures?\b|\bhoras?\b", "h"),
)
_COUNTED: Final = frozenset({Dimension.RATE, Dimension.PER_SHIFT})


def _phrase_unit(folded: str, *, counts: bool = False) -> Unit | None:
    """Return the unit that the words of a heading name; `counts`: of how often, so that `/ h` is a rate."""
    per = _PER.search(folded)
    rate = unit_of("/" + per["base"]) if per else None
    if rate is not None and (rate.dimension is Dimension.RATE or (counts and rate.dimension in _COUNTED)):
        return rate
    return next((unit_of(unit) for pattern, unit in _PHRASE_UNITS if re.search(pattern, folded)), None)


def _fillers() -> frozenset[str]:
    return words("fillers", "heading")


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
    if unit is not None and found is None and folded in {"r", "l"}:
        folded, found = "", Hand.RIGHT if folded == "r" else Hand.LEFT
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
        if _offers(inner):
            continue
        unit, hand = unit or _measure(inner), hand or _heading_hand(inner)
        if unit_of(inner) is None and _heading_hand(inner) is None:
            others.append(inner)
            inside, inner_unit = _trailing_unit(inner)
            unit = unit or inner_unit
            hand = hand or hand_in(fold(inside))[1]
    rest = _BRACKETED.sub(" ", plain).strip(" :")
    if not rest and all(_offers(inner) for inner in _BRACKETED.findall(plain)):
        return None, None, "", ""
    if not rest and unit is None and hand is None:
        return None, None, plain.strip("()[] "), ""
    return unit, hand, rest, fold(" ".join(others))


_YES_OR_NO: Final = re.compile(r"[yjosx](?:es|a|ui|[ií])?\s*/\s*n(?:o|ein|on)?", re.IGNORECASE)


def _offers(text: str) -> bool:
    """Whether brackets list what may be written below: `(Y/N)`, `(R/L/B)`, `(re/li/bds.)`."""
    parts = [p for p in re.split(r"\s*(?:[/|,;]|\bor\b|\boder\b|\bou\b|\bo\b)\s*", text) if p]
    hands = {hand_of(p)[0] for p in parts}
    return _YES_OR_NO.fullmatch(text.strip()) is not None or (len(parts) > 2 and None not in hands)


def _measure(text: str) -> Unit | None:
    """Return a unit that can head a column; a bare count (`x`, `times`) cannot."""
    unit = unit_of(text)
    lasts = fold(text).startswith("time ")  # `Time per shift` is a length of time, `times per shift` a count
    return None if unit is None or unit.dimension is Dimension.COUNT or lasts else unit


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
        counted = (
            match is not None and match["head"].rstrip()[-1:].isdigit()
        )  # `Lifting 10-25 lb` heads no pounds
        if match and unit is not None and not counted:
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
    kept = {"or", "in", "force", "kraft"}
    content = " ".join(w for w in folded.split() if w not in _fillers() or w in kept)
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
    content = [w for w in left if w not in _fillers()]
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
