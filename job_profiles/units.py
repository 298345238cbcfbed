"""Units of force, mass, torque, time and rate, as employers spell them, and what each is in SI.

One line in `_SPELLED` is one new spelling. `kg` and `lb` are of the dimension *weight*: whether a mass or
a force is meant is decided by the demand, never here.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

STANDARD_GRAVITY_M_S2: Final = 9.80665
POUND_KG: Final = 0.45359237
INCH_M: Final = 0.0254


class Dimension(StrEnum):
    """What a unit measures."""

    FORCE = "force"
    WEIGHT = "weight"
    TORQUE = "torque"
    ACCELERATION = "acceleration"
    ANGLE = "angle"
    LENGTH = "length"
    TIME = "time"
    SHARE = "share"
    MVC = "mvc"
    RATE = "rate"
    PER_SHIFT = "per_shift"
    PER_CYCLE = "per_cycle"
    COUNT = "count"
    TEMPERATURE = "temperature"
    SPEED = "speed"


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: `factor` turns a number into N, kg, N·m, m/s², degrees, cm, hours, a share or 1/min."""

    symbol: str
    dimension: Dimension
    factor: float

    @property
    def force_factor(self) -> float:
        """Newtons in one of it; a weight is taken as the force it exerts at rest."""
        return self.factor * STANDARD_GRAVITY_M_S2 if self.dimension is Dimension.WEIGHT else self.factor


_D = Dimension
_POUND_FORCE_N: Final = POUND_KG * STANDARD_GRAVITY_M_S2

_SPELLED: Final[tuple[tuple[str, Dimension, float, str], ...]] = (
    ("N", _D.FORCE, 1.0, "n newton newtons niuton newtonios"),
    ("daN", _D.FORCE, 10.0, "dan"),
    ("kN", _D.FORCE, 1000.0, "kn"),
    ("kgf", _D.FORCE, STANDARD_GRAVITY_M_S2, "kgf kp kilopond kg-f kg-force kilogram-force kgforce kg(f)"),
    ("gf", _D.FORCE, STANDARD_GRAVITY_M_S2 / 1000, "gf gram-force"),
    (
        "lbf",
        _D.FORCE,
        _POUND_FORCE_N,
        "lbf lbsf lb-f lb-force lbforce pound-force pounds-force lbs-force lb(f)",
    ),
    ("ozf", _D.FORCE, _POUND_FORCE_N / 16, "ozf ounce-force"),
    (
        "kg",
        _D.WEIGHT,
        1.0,
        "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes kilogramm kilogramo kilogramos",
    ),
    ("g", _D.WEIGHT, 0.001, "g gr gram grams gramm gramme grammes gramo gramos"),
    ("lb", _D.WEIGHT, POUND_KG, "lb lbs pound pounds # livre livres libra libras pfund"),
    ("oz", _D.WEIGHT, POUND_KG / 16, "oz ounce ounces unze unzen once onces onza onzas"),
    ("st", _D.WEIGHT, POUND_KG * 14, "stone stones"),
    (
        "N·m",
        _D.TORQUE,
        1.0,
        "nm n·m n*m n.m n-m newtonmeter newton-meter newton-metre newtonmetre newton-metres",
    ),
    ("cN·m", _D.TORQUE, 0.01, "cnm cn·m ncm n·cm"),
    ("kgf·m", _D.TORQUE, STANDARD_GRAVITY_M_S2, "kgfm kgf·m kgf-m kpm"),
    (
        "in-lb",
        _D.TORQUE,
        _POUND_FORCE_N * INCH_M,
        "in-lb in-lbs inlb inlbs in·lb in·lbs inch-pound inch-pounds in-lbf inlbf lb-in lb·in lbf-in lbin",
    ),
    (
        "ft-lb",
        _D.TORQUE,
        _POUND_FORCE_N * INCH_M * 12,
        "ft-lb ft-lbs ftlb ftlbs ft·lb ft·lbs foot-pound foot-pounds ft-lbf ftlbf lb-ft lb·ft lbf-ft lbft",
    ),
    ("in-oz", _D.TORQUE, _POUND_FORCE_N / 16 * INCH_M, "in-oz oz-in ozin inoz ozf-in oz·in"),
    ("m/s²", _D.ACCELERATION, 1.0, "m/s2 m/s^2 m/sec2 ms-2 m·s-2 m/s/s m/sec^2"),
    ("g (acceleration)", _D.ACCELERATION, STANDARD_GRAVITY_M_S2, "grms"),
    ("°", _D.ANGLE, 1.0, "° deg degs degree degrees grad winkelgrad degré degrés grado grados"),
    ("rad", _D.ANGLE, 57.29577951308232, "rad radian radians"),
    (
        "cm",
        _D.LENGTH,
        1.0,
        "cm centimeter centimeters centimetre centimetres zentimeter centimètres centímetros",
    ),
    ("mm", _D.LENGTH, 0.1, "mm millimeter millimeters millimetre millimetres"),
    ("m", _D.LENGTH, 100.0, "m meter meters metre metres mètres metros"),
    ("in", _D.LENGTH, 2.54, 'in inch inches zoll pouce pouces pulgada pulgadas "'),
    ("ft", _D.LENGTH, 30.48, "ft foot feet"),
    (
        "h",
        _D.TIME,
        1.0,
        "h hr hrs hour hours std stunde stunden heure heures hora horas hs h:mm hh:mm h:min [h]:mm",
    ),
    ("min", _D.TIME, 1 / 60, "min mins minute minutes minuten minuto minutos mn ′"),
    (
        "s",
        _D.TIME,
        1 / 3600,
        "s sec secs second seconds sek sekunde sekunden seconde secondes segundo segundos seg",
    ),
    ("ms", _D.TIME, 1 / 3_600_000, "ms millisecond milliseconds"),
    ("%", _D.SHARE, 0.01, "% percent pct prozent pourcent porcentaje por_ciento"),
    ("% MVC", _D.MVC, 0.01, "%mvc %max %maximum %mvic"),
    ("°C", _D.TEMPERATURE, 1.0, "°c °f celsius fahrenheit"),
    ("m/s", _D.SPEED, 1.0, "m/s km/h mph kmh"),
    ("×", _D.COUNT, 1.0, "x × times time mal fois vez veces reps rep repetitions efforts wiederholungen"),
)

UNITS: Final[dict[str, Unit]] = {s: Unit(s, d, f) for s, d, f, _ in _SPELLED}
"""Every unit by its symbol."""

_BY_SPELLING: Final[dict[str, Unit]] = {
    word.replace("_", ""): UNITS[symbol] for symbol, _, _, words in _SPELLED for word in words.split()
}

_PER: Final = r"(?:per|a|an|each|every|/|je|pro|par|por|al|à l'|in der|in a|in an|p\.?|à la|a la|la|l'|einer)"
_SHIFT_WORDS: Final = (
    r"(?:shift|day|workday|working day|tag|schicht|arbeitstag|jour|poste|quart|journée|"
    r"día|dia|turno|jornada|d|j)"
)
_THE_SHIFT: Final = re.compile(
    rf"\s*(?:(?:of|der|du|del|de la|of the|vom|von der|d'un|d')\s*(?:the\s*)?{_SHIFT_WORDS}"
    rf"|(?:/\s*|\b{_PER}\s+){_SHIFT_WORDS}|\b{_SHIFT_WORDS}|daily|täglich)\.?$"
)
_RATE: Final = re.compile(
    rf"^(?P<what>[^\d/]*?)\s*{_PER}\s*(?P<count>\d+(?:[.,]\d+)?)?\s*"
    rf"(?P<base>min|mins|minute|minutes|minuten|minuto|mn|h|hr|hrs|hour|hours|std|stunde|heure|hora|"
    rf"s|sec|second|sekunde|seconde|segundo|cycle|cycles|takt|zyklus|ciclo|piece|part|unit|week|woche|semaine|semana|"
    rf"{_SHIFT_WORDS[3:-1]})\.?$"
)
_PER_MINUTE: Final = {"m": 1.0, "h": 1 / 60, "s": 60.0}


def clean(text: str) -> str:
    """Return the text with one kind of blank, dash and digit: what later steps compare."""
    text = re.sub(r"([½¼¾⅓⅔⅛⅕⅙])", r" \1", text.replace("º", "°").replace("˚", "°").replace("¨", "¨"))
    text = unicodedata.normalize("NFKC", text).replace("⁄", "/").replace("−", "-").replace("–", "-")
    text = text.replace("—", "-").replace("⋅", "·").replace("∙", "·").replace("•", "·").replace("’", "'")
    return " ".join(text.split())


@lru_cache(maxsize=20_000)
def unit_of(text: str) -> Unit | None:
    """Return the unit that a text spells (`lbs`, `N·m`, `% of shift`, `per hour`); None if it spells none."""
    plain = clean(text).casefold().strip(" ()[].:;,") if text.strip() != "." else ""
    if not plain:
        return None
    return _spelled(plain) or _of_the_shift(plain) or _rate_unit(plain)


def _spelled(plain: str) -> Unit | None:
    tight = plain.replace(" ", "")
    return (
        _BY_SPELLING.get(tight)
        or _BY_SPELLING.get(plain.replace(" ", "-"))
        or _BY_SPELLING.get(tight.replace(".", ""))
    )


def _of_the_shift(plain: str) -> Unit | None:
    """`h/day` is hours, `% of shift` is a share: the day that all is counted in is no part of the unit."""
    base = _THE_SHIFT.sub("", plain).strip(" .")
    unit = _spelled(base) if base and base != plain else None
    return unit if unit is not None and unit.dimension in {Dimension.TIME, Dimension.SHARE} else None


def _rate_unit(plain: str) -> Unit | None:
    match = _RATE.match(plain)
    if match is None or not _counts(match["what"].strip(" .")):
        return None
    base, count = match["base"], float((match["count"] or "1").replace(",", "."))
    if base in {"cycle", "cycles", "takt", "zyklus", "ciclo", "piece", "part", "unit"}:
        return Unit("per cycle", Dimension.PER_CYCLE, 1 / count)
    if base in {"week", "woche", "semaine", "semana"}:
        return Unit("per week", Dimension.COUNT, 1.0)
    first = (
        "h"
        if base.startswith(("std", "stunde"))
        else "s"
        if base.startswith("s") and "shift" not in base
        else base[0]
    )
    if base in {"min", "mins", "minute", "minutes", "minuten", "minuto", "mn"}:
        return Unit("/min", Dimension.RATE, 1.0 / count)
    if first in {"h", "s"} and not re.fullmatch(_SHIFT_WORDS, base):
        return Unit(f"/{first}", Dimension.RATE, _PER_MINUTE[first] / count)
    return Unit("per shift", Dimension.PER_SHIFT, 1.0 / count)


_COUNTED: Final = re.compile(
    r"^(?:|x|×|mal|times?|fois|ve(?:z|ces)|reps?|repetitions?|efforts?|grips?|pinches|lifts?|cycles?|actions?|strokes?|"
    r"pieces|pcs?|parts|units|boxes|bags|cases|crates|trays|items|stück|stk|pièces|piezas|sacs|cajas|caisses|cartons?|presses|keystrokes?|clicks?|turns|moves|exertions?|hübe|griffe|wiederholungen|wdh|"
    r"répétitions|repeticiones|movements?|motions?|anzahl|strk|no|number|count|freq|frequency|#)$"
)


def _counts(what: str) -> bool:
    return _COUNTED.match(what) is not None
