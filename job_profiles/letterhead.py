"""What stands around the tables: names and values (`Job title: Packer`), lines of text, the firm's name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from job_profiles.amounts import duration_of, number_of, parse_amount
from job_profiles.grid.cells import CellError, CellValue, Percent
from job_profiles.headings import Heading, heading_of
from job_profiles.units import Dimension, clean
from job_profiles.vocabulary.words import fold, words

KEY_ROLES: Final = frozenset(
    {
        "job",
        "employer",
        "shift_hours",
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
    if heading is not None and following is not None and not _is_key(following[1]):
        found.pairs.append(Pair(row, following[0], value, heading, following[1]))
        return 2
    for part in _parts(value):
        inline = _inline(part)
        if inline is not None:
            found.pairs.append(Pair(row, col, inline[0], inline[1], inline[2]))
        else:
            found.lines.append((row, col, part))
    return 1


def _parts(text: str) -> list[str]:
    return [p.strip() for p in re.split(r"\s*\|\s*|\n|\s{4,}|\t", text) if p.strip()]


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
_SPAN_OF_DAYS: Final = re.compile(
    r"\b(?:mon?|monday|montag|lun|lundi|lunes)\b\.?"
    r"\s*(?:-|to|bis|à|a)\s*(fri|friday|fr|freitag|ven|vendredi|vie|viernes|sat|saturday|sa|samstag|sam|samedi|sáb|sábado)\b",
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
        r"\s*-?\s*(?:(?:per|a|/|je|pro|par|por)\s*)?-?(?:shift|schicht|quart|turno|jornada|work(?:ing)? day)",
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
    return (None if hours is None else _hours_number(hours)), days_in(plain)


def _hours_number(text: str) -> float | None:
    amount = parse_amount(text if ":" in text else text.replace(",", "."))
    return None if amount is None else amount.single


def days_in(text: str) -> float | None:
    """Return the working days a week that a text states."""
    if match := _DAYS.search(text):
        return number_of(match[1].replace(",", "."))
    if match := _SPAN_OF_DAYS.search(text):
        return 6.0 if match[1].lower().startswith("s") else 5.0
    return None


def hours_value(value: CellValue, unit_factor: float = 1.0) -> float | None:
    """Return the hours that the value of a shift or time key states; None if it states none."""
    if isinstance(value, bool) or value is None or isinstance(value, CellError | datetime | date | Percent):
        return None
    if isinstance(value, int | float):
        return float(value) * unit_factor
    if not isinstance(value, str):
        return duration_of(value).single
    amount = parse_amount(value, decimal_comma=bool(re.fullmatch(r"\s*\d+,\d+\s*\D*", value)))
    if amount is None or amount.single is None:
        return shift_in(value)[0]
    if amount.unit is None:
        return amount.single * unit_factor if not amount.unit_text else None
    if amount.unit.dimension is Dimension.TIME:
        return amount.single * amount.unit.factor
    return amount.single if amount.unit.dimension is Dimension.PER_SHIFT else None


def days_value(value: CellValue) -> float | None:
    """Return the days a week that the value of a key states."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, str):
        return None
    amount = parse_amount(value.replace(",", "."))
    return amount.single if amount is not None and amount.single is not None else days_in(value)


def title_parts(text: str) -> tuple[list[str], bool]:
    """Split a line of the letterhead at its dash; leave out, and tell of, a part that names the document."""
    parts = [_without_stop(p) for p in re.split(r"\s+[–—-]\s+|\s*\|\s*", text) if p.strip(" .")]
    kept = [p for p in parts if not names_document(p)]
    return kept, len(kept) < len(parts)


_ABBREVIATED: Final = re.compile(r"(?:\b\w\.\s?\w\.|\b(?:Inc|Ltd|Co|Corp|Bros|Cía|Cie)\.)$")


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
    return any(t in words("document_words", "company") for t in tokens)
