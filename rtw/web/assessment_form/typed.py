"""What was typed, turned into values; what cannot be read is noted beside its field."""

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from math import isfinite
from typing import TypeVar

from rtw.web.typed_days import typed_day

E = TypeVar("E", bound=StrEnum)


class Typed:
    """The texts of a form and, as they are read, what is wrong with them: name of the field → words."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts
        self.errors: dict[str, str] = {}

    def text(self, name: str) -> str:
        """Return what stands in a field, without blanks around it."""
        return self.texts.get(name, "").strip()

    def number(self, name: str, what: str) -> float | None:
        """Read a number; a decimal comma is as good as a point. Empty: None."""
        written = self.text(name)
        if not written:
            return None
        try:
            value = float(written.replace(",", "."))
        except ValueError:
            value = float("nan")
        if isfinite(value):
            return value
        self.errors[name] = f"{what}: “{written}” is not a number. Write it like 23.5 or 23,5."
        return None

    def minutes(self, name: str, what: str) -> float | None:
        """Read minutes, also as `10 min`, `1 h`, `1.5 h`, `1 h 30` or `0:45`. Empty: None."""
        minutes = minutes_in(self.text(name))
        return self.number(name, f"{what}, in minutes") if minutes is None else minutes

    def whole(self, name: str, what: str) -> int | None:
        """Read a whole number. Empty: None."""
        value = self.number(name, what)
        if value is None or value == int(value):
            return None if value is None else int(value)
        self.errors[name] = f"{what}: “{self.text(name)}” is not a whole number."
        return None

    def numbers(self, names: tuple[str, ...], what: str) -> tuple[float, ...]:
        """Read several fields of one measurement; empty ones are left out."""
        found = (self.number(name, f"{what}, trial {n}") for n, name in enumerate(names, 1))
        return tuple(value for value in found if value is not None)

    def day(self, name: str, what: str) -> date | None:
        """Read a date as the browser's own control sends it, or as a person types it. Empty: None."""
        written = self.text(name)
        if not written:
            return None
        try:
            return typed_day(written)
        except ValueError as wrong:
            self.errors[name] = f"{what}: {wrong}"
            return None

    def choice(self, name: str, values: type[E]) -> E | None:
        """Read one of a closed set; anything else counts as not chosen."""
        written = self.text(name)
        return values(written) if written in {member.value for member in values} else None

    def ticked(self, name: str) -> bool:
        """Whether a box is ticked."""
        return bool(self.text(name))


_MINUTES = re.compile(r"(\d+(?:[.,]\d+)?) ?(?:m|min|mins|minutes?|minuten|minutos|['′])\.?", re.IGNORECASE)
_HOURS = re.compile(
    r"(\d+(?:[.,]\d+)?) ?(?:h|hrs?|hours?|std|stunden?|heures?|horas?)\.?(?: ?(\d{1,2})(?: ?m(?:in)?\.?)?)?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)(?: ?h)?", re.IGNORECASE)


def minutes_in(written: str) -> float | None:
    """Read a time that says its unit, or stands as on a clock, in minutes; None where it does neither."""
    if found := _MINUTES.fullmatch(written):
        return _amount(found[1])
    if found := _HOURS.fullmatch(written) or _CLOCK.fullmatch(written):
        return _amount(found[1]) * 60.0 + float(found[2] or 0)
    return None


def _amount(written: str) -> float:
    return float(written.replace(",", "."))


def shown(value: float | None, digits: int = 1) -> str:
    """Write a number into a field; nothing known stays empty, and zeros that say nothing are dropped."""
    if value is None:
        return ""
    return f"{value:.{digits}f}".rstrip("0").rstrip(".") if digits else f"{value:.0f}"
