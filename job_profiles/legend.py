"""The sheet's own legend: what its letters and words of frequency count."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from job_profiles.amounts import Amount, parse_amount
from job_profiles.grid.cells import CellValue
from job_profiles.profile import FrequencyScale, Range, ScaleBasis
from job_profiles.units import Dimension, clean
from job_profiles.view import written
from job_profiles.vocabulary.kind_words import band_of
from job_profiles.vocabulary.words import fold, table

ORDER: Final = "NSROFVC"


@dataclass(frozen=True, slots=True)
class Legend:
    """A scale, and letters of the sheet's own for words it explains (`G` for *gelegentlich*)."""

    scale: FrequencyScale
    aliases: tuple[tuple[str, str], ...] = ()
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Meaning:
    letter: str
    low: float
    high: float | None
    basis: ScaleBasis | None


@cache
def _token() -> re.Pattern[str]:
    """Return a letter standing alone, or a word of frequency."""
    listed = {w for ws in table("values")["frequency"].values() for w in ws if len(w) > 1}
    names = "|".join(re.escape(w) for w in sorted(listed, key=len, reverse=True))
    return re.compile(
        rf"(?<![\w°/-])(?:(?P<letter>[A-Z])(?=\s*[=:(/-]|\s+(?=[^\W\d]{{3,}}|\d|<|>))"
        rf"|(?P<word>(?i:{names}))(?![\w-]))"
    )


def legend_of(rows: Iterable[tuple[int, list[tuple[int, CellValue]]]]) -> Legend | None:
    """Return the legend among the rows that no table took; None if there is none."""
    meanings: dict[str, _Meaning] = {}
    aliases: dict[str, str] = {}
    found: list[int] = []
    kept = list(rows)
    context = " ".join(written(v) for _, cells in kept for _, v in cells if isinstance(v, str))
    for row, cells in kept:
        got = _from_cells(cells, aliases) or _from_sentences(cells, aliases)
        if got:
            found.append(row)
            for meaning in got:
                meanings.setdefault(meaning.letter, meaning)
    return _legend(meanings, aliases, tuple(found), context)


def legend_in_headings(texts: Iterable[str]) -> Legend | None:
    """Return the legend that the headings of the letter columns themselves give: `Occasional (1-33 %)`."""
    meanings = {}
    for text in texts:
        letter = _letter_of(re.split(r"[(\d<>≤]", text)[0], {})
        amount = _amount_within(text)
        if letter and amount is not None:
            meanings[letter] = _meaning(letter, amount)
    return _legend(meanings, {}, (), " ".join(texts))


def _legend(
    meanings: dict[str, _Meaning], aliases: dict[str, str], rows: tuple[int, ...], context: str
) -> Legend | None:
    ranged = [m for m in meanings.values() if m.letter != "N"]
    if len(ranged) < 2:
        return None
    basis = next((m.basis for m in ranged if m.basis), None) or _basis_of(context, ranged)
    bands = tuple(
        (m.letter, _range(m, basis)) for m in sorted(meanings.values(), key=lambda m: ORDER.find(m.letter))
    )
    of_task = basis is ScaleBasis.SHARE_OF_SHIFT and _OF_TASK.search(context) is not None
    return Legend(FrequencyScale(basis, bands, of_task), tuple(aliases.items()), rows)


_OF_TASK: Final = re.compile(
    r"(?:%|share|percent|per cent|Prozent|Anteil|part|pourcent\w*|por ciento|parte)\s*"
    r"(?:of|der|an der|de la|du temps de la|del tiempo de la)\s*(?:the |each |this )?"
    r"(?:task|Aufgabe|Teilaufgabe|Tätigkeit|tâche|tarea)\b|\btask time\b|\btime on task\b",
    re.IGNORECASE,
)


def _basis_of(context: str, ranged: list[_Meaning]) -> ScaleBasis:
    """Numbers without a unit: shares where they stay below 1 or the text speaks of per cent, else hours."""
    if all((m.high or m.low) <= 1 for m in ranged) or re.search(r"%|per ?cent|share|Anteil|Prozent", context):
        return ScaleBasis.SHARE_OF_SHIFT
    return ScaleBasis.HOURS_PER_DAY


def _range(meaning: _Meaning, basis: ScaleBasis) -> Range:
    top = 1.0 if basis is ScaleBasis.SHARE_OF_SHIFT else 24.0
    low, high = meaning.low, meaning.high
    if basis is ScaleBasis.SHARE_OF_SHIFT and max(low, high or 0) > 1:
        low, high = low / 100, None if high is None else high / 100
    return (low, min(top, high) if high is not None else top)


def _from_cells(cells: list[tuple[int, CellValue]], aliases: dict[str, str]) -> list[_Meaning]:
    """`O / OCCAS` in one cell, `11-33 % of the shift` in a later one."""
    texts = [written(v) for _, v in cells]
    found = []
    for i, text in enumerate(texts):
        if (own := _whole_entry(text, aliases)) is not None:
            found.append(own)
            continue
        letter = _letter_of(text, aliases)
        if letter is None or i + 1 == len(texts):
            continue
        if i + 2 < len(texts) and (second := band_of(texts[i + 1])) is not None:
            if second != letter:
                aliases[text.strip().upper()] = second
            letter = second
        meaning = next((m for t in texts[i + 1 : i + 4] if (m := _explained(letter, t)) is not None), None)
        if meaning is not None:
            found.append(meaning)
    return found


def _whole_entry(text: str, aliases: dict[str, str]) -> _Meaning | None:
    """Return the entry that one cell holds whole: `O = Occasional 0-33 %`."""
    found = _segments(clean(text), aliases) if any(c.isdigit() for c in text) and len(text) < 80 else []
    return found[0] if len(found) == 1 else None


def _letter_of(text: str, aliases: dict[str, str]) -> str | None:
    """Return the letter that a short cell names: `O`, `O / OCCAS`, `Occasional (O)`."""
    parts = [p for p in re.split(r"[/=(),:-]", text) if p.strip()]
    letters = [band_of(p) for p in parts if len(parts) <= 3]
    known = [x for x in letters if x]
    if not known:
        return None
    word = next((x for x, p in zip(letters, parts, strict=True) if x and len(p.strip()) > 1), known[0])
    short = next((p.strip() for p in parts if len(p.strip()) == 1), None)
    if short and short != word:
        aliases[short.upper()] = word
    return word


def _explained(letter: str, text: str) -> _Meaning | None:
    amount = _amount_within(text)
    if amount is not None:
        return _meaning(letter, amount)
    if letter == "N" and (
        band_of(text) == "N" or fold(text) in {"0", "no", "none"} or "not" in fold(text).split()
    ):
        return _Meaning("N", 0.0, 0.0, None)
    return None


def _from_sentences(cells: list[tuple[int, CellValue]], aliases: dict[str, str]) -> list[_Meaning]:
    """`O = up to 1/3, F = 1/3 to 2/3` within one cell."""
    for _, value in cells:
        if isinstance(value, str) and len(value) < 2000:
            found = _segments(clean(value), aliases)
            if len([m for m in found if m.letter != "N"]) >= 2:
                return found
    return []


def _segments(text: str, aliases: dict[str, str]) -> list[_Meaning]:
    marks = list(_token().finditer(text))
    found: dict[str, _Meaning] = {}
    open_letters: list[str] = []
    for mark, following in zip(marks, [*marks[1:], None], strict=False):
        open_letters.append(mark["letter"] or mark["word"])
        between = text[mark.end() : following.start() if following else len(text)]
        amount = _amount_within(between)
        letter = _settle(open_letters, aliases)
        if amount is not None and letter:
            found.setdefault(letter, _meaning(letter, amount))
            open_letters = []
        elif letter == "N":
            found.setdefault("N", _Meaning("N", 0.0, 0.0, None))
            open_letters = [] if mark["word"] else open_letters
    return list(found.values())


def _settle(names: list[str], aliases: dict[str, str]) -> str | None:
    """Words say what a letter means; a lone letter is itself."""
    words = [band_of(n) for n in names if len(n) > 1]
    letters = [n for n in names if len(n) == 1]
    if words and words[-1]:
        if letters and letters[-1] != words[-1]:
            aliases[letters[-1]] = words[-1]
        return words[-1]
    return band_of(letters[-1]) if letters else None


def _amount_within(text: str) -> Amount | None:
    """Return the first range of a text, with the word before it (`up to`, `over`).

    A legend has nothing below zero: a dash before a figure joins it to what it explains.
    """
    plain = clean(text).strip(" =:;,()-–—−.")
    if not re.search(r"\d", plain):
        return None
    for start in re.finditer(r"(?<![\w.,/])[^\s–—−-]", plain):
        amount = parse_amount(plain[start.start() :].replace("(", " ").replace(")", " "))
        if amount is not None:
            return amount
    return None


def _meaning(letter: str, amount: Amount) -> _Meaning:
    unit = amount.unit
    low = amount.low or 0.0
    if unit is not None and unit.dimension is Dimension.SHARE:
        return _Meaning(
            letter, low * 0.01, None if amount.high is None else amount.high * 0.01, ScaleBasis.SHARE_OF_SHIFT
        )
    if unit is not None and unit.dimension is Dimension.TIME:
        high = None if amount.high is None else amount.high * unit.factor
        return _Meaning(letter, low * unit.factor, high, ScaleBasis.HOURS_PER_DAY)
    fraction = (amount.high is not None and amount.high < 1) or (amount.high is None and low < 1)
    return _Meaning(letter, low, amount.high, ScaleBasis.SHARE_OF_SHIFT if fraction else None)
