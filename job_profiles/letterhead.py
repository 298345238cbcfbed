"""What stands around the tables: names and values (`Job title: Packer`), lines of text, the firm's name."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from job_profiles.amounts import duration_of, number_of, parse_amount
from job_profiles.clock_times import is_round_the_clock
from job_profiles.grid.cells import CellError, CellValue, Percent
from job_profiles.headings import Heading, heading_of
from job_profiles.hours_of_week import without_week_hours
from job_profiles.units import Dimension, clean
from job_profiles.view import is_number
from job_profiles.vocabulary.words import fold, words
from job_profiles.working_pattern import clock_hours, days_stated, hours_stated, worked

KEY_ROLES: Final = frozenset(
    {
        "job",
        "employer",
        "shift_hours",
        "week_hours",
        "days",
        "occupation_code",
        "ignored",
        "task",
        "essential",
        "hours",
        "german_job",
        "modifiable",
        "cycle_time",
    }
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A key and its value: `row`, `col` is where the value stands."""

    row: int
    col: int
    key: str
    heading: Heading
    value: CellValue


@dataclass(slots=True)
class Around:
    """Pairs and lines of text of a sheet, in reading order."""

    pairs: list[Pair] = field(default_factory=list)
    lines: list[tuple[int, int, str]] = field(default_factory=list)


def around(rows: Iterator[tuple[int, list[tuple[int, CellValue]]]]) -> Around:
    """Sort loose cells into pairs and lines."""
    found = Around()
    for row, cells in rows:
        i = 0
        while i < len(cells):
            i += _take(found, row, cells, i)
    return found


def _take(found: Around, row: int, cells: list[tuple[int, CellValue]], i: int) -> int:
    """Take one cell, or a key with the value beside it; return how many cells were taken."""
    col, value = cells[i]
    if not isinstance(value, str):
        return 1
    following = cells[i + 1] if i + 1 < len(cells) else None
    heading = _key_heading(value)
    if heading is not None and heading.kinds and _behind_text(found, row, value):
        return 1
    if heading is not None and following is not None and not _is_key(following[1]):
        found.pairs.append(Pair(row, following[0], value, heading, following[1]))
        return 2
    if following is not None and is_number(following[1]) and _inline(value) is None:
        found.pairs.append(Pair(row, following[0], value, heading or Heading(value), following[1]))
        return 2
    for part in _parts(value):
        inline = _inline(part)
        if inline is not None:
            found.pairs.append(Pair(row, col, inline[0], inline[1], inline[2]))
        else:
            found.lines.append((row, col, part))
    return 1


def _behind_text(found: Around, row: int, text: str) -> bool:
    """Whether a kind without a colon stands behind a plain text: no key, but a row without headings."""
    return bool(found.lines) and found.lines[-1][0] == row and not text.rstrip().endswith(":")


_BETWEEN_PAIRS: Final = re.compile(r"\s*[;,]\s+(?=(?P<key>[^:;,]{2,30}):\s)")


def _parts(text: str) -> list[str]:
    """Part a cell that holds several things: `Firm | Job`, `Company: Acme; Job: Packer; Shift 8 h`."""
    parts = re.split(r"\s*\|\s*|\n|\s{3,}|\t", text)
    if text.count(":") > 1:
        parts = [part for held in parts for part in _pairs_within(held)]
    return [p.strip() for p in parts if p.strip()]


def _pairs_within(text: str) -> list[str]:
    """Part a text before each key that is known; at every semicolon where there are such keys."""
    known = [m for m in _BETWEEN_PAIRS.finditer(text) if set(heading_of(m["key"]).roles) & KEY_ROLES]
    if not known:
        return [text]
    ends = [0, *(m.end() for m in known), len(text)]
    parts = [text[a:b].rstrip(" ;,") for a, b in itertools.pairwise(ends)]
    return [piece for part in parts for piece in part.split(";")]


def _key_heading(text: str) -> Heading | None:
    """Return the heading of a cell that names a value beside it."""
    if len(text) > 60:
        return None
    heading = heading_of(text.rstrip(" :"))
    if text.rstrip().endswith(":"):
        return heading
    if heading.roles and set(heading.roles) & KEY_ROLES:
        return heading
    return heading if heading.kinds else None


def _is_key(value: CellValue) -> bool:
    return isinstance(value, str) and (value.rstrip().endswith(":") and len(value) < 60)


def _inline(text: str) -> tuple[str, Heading, str] | None:
    """`POSITION: Checkout cashier` in one cell."""
    match = re.match(r"^([^:]{2,40}):\s*(\S.*)$", text)
    if match is None:
        return None
    heading = heading_of(match[1])
    if (heading.roles and set(heading.roles) & KEY_ROLES) or heading.kinds:
        return match[1], heading, match[2]
    return None


_WEEK: Final = r"(?:per|a|/|in der|je|pro|par|por|a la|à la)\s*(?:week|wk|woche|semaine|semana)"
_DAYS: Final = re.compile(
    rf"(\d+(?:[.,]\d+)?)\s*(?:working |work )?"
    rf"(?:days?|shifts?|tage?|arbeitstage|schichten|jours|postes|días|dias|turnos)\s*{_WEEK}",
    re.IGNORECASE,
)
_NUM: Final = r"(\d+(?:[.,:]\d+)?(?:\s*[½¼¾])?)"
_SHIFT: Final = (
    re.compile(
        rf"\b(?:shift|schicht|quart|turno|jornada|poste|arbeitszeit|working day)\b"
        rf"[^\d;.]{{0,14}}?{_NUM}\s*-?\s*(?:h\b|hours?|hrs?|std|stunden|heures|horas)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_NUM}\s*-?\s*(?:h|hours?|hrs?|std\.?|stunden|heures|horas)"
        r"\s*-?\s*(?:(?:per|a|/|je|pro|par|por|rotating|day|night|fixed)\s*)?-?"
        r"(?:shift|schicht|quart|turno|jornada|work(?:ing)? day)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:hours|stunden|heures|horas)\D{{0,4}}{_NUM}"
        r"\s*(?:per|a|/|je|pro|par|por)\s*(?:shift|schicht|quart|turno)",
        re.IGNORECASE,
    ),
)


def shift_in(text: str) -> tuple[float | None, float | None]:
    """Return hours of the shift and days of the week that a sentence states."""
    plain = clean(text)
    hours = next((m[1] for p in _SHIFT if (m := p.search(plain))), None)
    stated = hours_stated(plain, with_days=True) if hours is None else _hours_number(hours)
    return (None if stated is None else worked(stated, plain)), days_in(plain)


def _hours_number(text: str) -> float | None:
    amount = parse_amount(text if ":" in text else text.replace(",", "."))
    return None if amount is None else amount.single


def days_in(text: str) -> float | None:
    """Return the working days a week that a text states."""
    if match := _DAYS.search(text):
        return number_of(match[1].replace(",", "."))
    return days_stated(text)


def hours_value(value: CellValue, unit_factor: float = 1.0) -> float | None:
    """Return the hours that the value of a shift or time key states; None if it states none."""
    if isinstance(value, bool) or value is None or isinstance(value, CellError | datetime | date | Percent):
        return None
    if isinstance(value, int | float):
        return float(value) * unit_factor
    if not isinstance(value, str):
        return duration_of(value).single
    if (clock := clock_hours(value)) is not None:
        return worked(clock, value)
    if is_round_the_clock(value):
        return None
    told, value = value, without_week_hours(value)
    amount = parse_amount(value, decimal_comma=bool(re.fullmatch(r"\s*\d+,\d+\s*\D*", value)))
    if amount is None or amount.single is None:
        return hours_stated(value) or shift_in(value)[0]
    if (stated := hours_stated(value)) is not None:
        return worked(stated, told)
    if amount.unit is None:
        return amount.single * unit_factor if not amount.unit_text else None
    if amount.unit.dimension is Dimension.TIME:
        return worked(amount.single * amount.unit.factor, told)
    return amount.single if amount.unit.dimension is Dimension.PER_SHIFT else None


def days_value(value: CellValue) -> float | None:
    """Return the days a week that the value of a key states."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, str):
        return None
    if (days := days_in(value)) is not None:
        return days
    amount = parse_amount(value.replace(",", "."))
    return amount.single if amount is not None else None


def title_parts(text: str) -> tuple[list[str], bool]:
    """Split a line of the letterhead at its dash; leave out, and tell of, a part that names the document."""
    before, colon, behind = text.partition(":")
    if colon and names_document(before):
        text = f"{before} – {behind.strip()}"
    parts = [_without_stop(p) for p in re.split(r"\s+[–—-]\s+|\s*\|\s*", text) if p.strip(" .")]
    kept = [p for p in parts if not names_document(p)]
    return kept, len(kept) < len(parts)


_ABBREVIATED: Final = re.compile(
    r"(?:\b\w\.\s?\w\.|\b(?:Inc|Ltd|Ltée|Co|Corp|Bros|Cía|Cie|GmbH|Assoc|Mfg)\.)$", re.IGNORECASE
)


def ends_abbreviated(text: str) -> bool:
    """Whether the dot at the end belongs to the last word (`Ltd.`), not to a sentence."""
    return _ABBREVIATED.search(text.strip()) is not None


def _without_stop(part: str) -> str:
    """Return a part of a line without its full stop; the dot of `S.A.` and `Ltd.` belongs to the name."""
    part = part.strip()
    return part if ends_abbreviated(part) else part.strip(" .")


def names_document(text: str) -> bool:
    """Whether a line names the kind of document (`Physical demands of the job`)."""
    folded = f" {fold(text)} "
    return any(f" {w} " in folded for w in words("document_words", "titles"))


def names_firm(text: str) -> bool:
    """Whether a line ends or reads like a firm."""
    tokens = fold(text).split()
    listed, endings = words("document_words", "company"), tuple(words("document_words", "company_endings"))
    return any(t in listed or (t.endswith(endings) and t not in endings) for t in tokens)
