"""The chart of an invented patient as text: a line for each finding, a column for each visit.

    right hand
      grip                       |          | 21.5 22.5 22
      wrist flexion              | 48       | 66
    patient
      pain at work               | 5        | 3
      tolerates mousing          | 10 of 30 | 20 of 75
      handles pulling, right     |          | 70
      expects mousing: Dictation | 7        | 5

One column alone holds at every visit; what is empty was not taken. Strengths are in kilogram-force, the peg
test in seconds, motion in degrees, muscles by MRC, tenderness and difficulty 0 to 10. Filaments are the
thinnest felt from thumb to little finger and in the palm; minutes tolerated those at a stretch of those in a
day; what is handled is in kg lifted or carried, in N pushed or pulled. A paper form is a digit an item, and a
dash where none was marked. A line that nobody can read raises KeyError or ValueError.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from job_profiles.kinds import LOAD_KINDS, DemandKind
from rtw.domain.assessment.assessment import (
    Assessment,
    PerceivedDifficulty,
    SafeLoad,
    Tolerance,
)
from rtw.domain.assessment.findings import (
    GripAtRung,
    HandFindings,
    Motion,
    MotionFinding,
    Swelling,
    Zone,
    ZoneSensation,
)
from rtw.domain.capacity import Wound
from rtw.domain.hands import BOTH_SIDES, Side
from rtw.domain.measurement import AmountUnit, Trials
from rtw.domain.scores.definition import ScoreId
from rtw.domain.scores.entry import ScoreEntry

PATIENT: Final = "patient"

Found = tuple[str, Any]
"""The field a line fills, and its value; values that are tuples are put after each other."""


def visits_of(
    chart: str, days: Sequence[date], treated: Side, said: Sequence[str] = ()
) -> tuple[Assessment, ...]:
    """Read a chart as the visits of these days; `treated` is the hand tried at work, `said` their notes."""
    _refuse_unread(chart, len(days))
    visits = tuple(_visit(chart, column, on, treated) for column, on in enumerate(days))
    return tuple(replace(v, notes=n) for v, n in zip(visits, said, strict=True)) if said else visits


def _refuse_unread(chart: str, visits: int) -> None:
    """Raise ValueError for a section or a column that no visit reads: it would be lost without a word."""
    for line in chart.strip().splitlines():
        columns = line.count("|")
        if columns == 0 and line.strip() not in _SECTIONS:
            raise ValueError(f"{line!r} is no section of a chart")
        if columns not in (0, 1, visits):
            raise ValueError(f"{line!r} has {columns} columns for {visits} visits")


def _visit(chart: str, column: int, on: date, treated: Side) -> Assessment:
    hands = tuple(
        HandFindings(side, **_fields(_lines(chart, side.label.lower(), column), _of_hand))
        for side in BOTH_SIDES
    )
    patient = _fields(_lines(chart, PATIENT, column), lambda name, text: _of_patient(name, text, treated))
    return Assessment(on, assessor="", hands=hands, **patient)


def _lines(chart: str, wanted: str, column: int) -> Iterator[tuple[str, str]]:
    """Give name and entry of every line of a section that has one in this column."""
    section = ""
    for line in chart.strip().splitlines():
        name, *entries = (part.strip() for part in line.split("|"))
        if not entries:
            section = name
        elif section == wanted and (text := entries[column if len(entries) > 1 else 0]):
            yield name, text


def _fields(lines: Iterator[tuple[str, str]], read: Callable[[str, str], Found]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name, text in lines:
        field, value = read(name, text)
        fields[field] = (*fields.get(field, ()), *value) if isinstance(value, tuple) else value
    return fields


def _of_hand(name: str, text: str) -> Found:
    if _id(name) in _MOTIONS:
        return "motion", (MotionFinding(Motion(_id(name)), float(text)),)
    field, read = _HAND[name]
    return field, read(text)


def _of_patient(name: str, text: str, treated: Side) -> Found:
    verb, _, about = name.partition(" ")
    match verb:
        case "tolerates":
            return "tolerances", (_tolerance(about, text, treated),)
        case "handles":
            return "safe_loads", (_safe(about, float(text)),)
        case "expects":
            kind, _, task = about.partition(": ")
            return "difficulties", (PerceivedDifficulty(_kind(kind), float(text), treated, task or None),)
    if _id(name) in _SCORES:
        return "scores", (ScoreEntry(ScoreId(_id(name)), tuple(_mark(mark) for mark in text)),)
    return _PATIENT[name], float(text)


def _id(words: str) -> str:
    return words.replace(" ", "_")


def _kind(words: str) -> DemandKind:
    return DemandKind(_id(words))


def _numbers(text: str) -> tuple[float, ...]:
    return tuple(float(number) for number in text.split())


def _trials(text: str) -> Trials:
    return Trials(_numbers(text), AmountUnit.KILOGRAM_FORCE)


def _grip(text: str) -> tuple[GripAtRung, ...]:
    return (GripAtRung(_trials(text), 2),)


def _other_rungs(text: str) -> tuple[GripAtRung, ...]:
    return tuple(GripAtRung(_trials(one), rung) for rung, one in zip((1, 3, 4, 5), text.split(), strict=True))


def _filaments(text: str) -> tuple[ZoneSensation, ...]:
    return tuple(ZoneSensation(zone, monofilament=n) for zone, n in zip(Zone, _numbers(text), strict=False))


def _tolerance(about: str, text: str, treated: Side) -> Tolerance:
    bout, _, day = text.rpartition(" of ")
    return Tolerance(_kind(about), treated, float(bout) if bout else None, float(day))


def _safe(about: str, amount: float) -> SafeLoad:
    words, _, side = about.partition(", ")
    kind = _kind(words)
    unit = AmountUnit.KILOGRAM if kind in LOAD_KINDS else AmountUnit.NEWTON
    return SafeLoad(kind, amount, unit, Side(side) if side else None)


def _mark(mark: str) -> int | None:
    return None if mark == "–" else int(mark)


_SECTIONS: Final = (*(side.label.lower() for side in BOTH_SIDES), PATIENT)
_MOTIONS: Final = frozenset(Motion)
_SCORES: Final = frozenset(ScoreId)
_HAND: Final[Mapping[str, tuple[str, Callable[[str], Any]]]] = {
    "grip": ("grip", _grip),
    "grip at rungs 1 3 4 5": ("grip", _other_rungs),
    "tip pinch": ("tip_pinch", _trials),
    "key pinch": ("key_pinch", _trials),
    "palmar pinch": ("palmar_pinch", _trials),
    "nine hole peg": ("nine_hole_peg_s", float),
    "thumb abductor": ("thumb_abductor_mrc", int),
    "first interosseous": ("first_interosseous_mrc", int),
    "filaments": ("sensation", _filaments),
    "swelling": ("swelling", Swelling),
    "wrist circumference": ("wrist_circumference_cm", float),
    "wound": ("wound", Wound),
    "scar tenderness": ("scar_tenderness", float),
    "pillar tenderness": ("pillar_tenderness", float),
    "unaffected": ("unaffected", lambda text: {"yes": True}[text]),
}
_PATIENT: Final = {
    "nights woken a week": "night_waking_per_week",
    "pain at rest": "pain_rest",
    "pain at work": "pain_work",
}
