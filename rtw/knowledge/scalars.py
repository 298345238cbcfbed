"""Text to value by the declared type, never by how the text looks.

YAML 1.1 reads a bare NO as false and 012 as ten. Here a field says what it is, and text that
another reader of the same file would take for something else must stand in quotes.
"""

import math
import re
from datetime import date
from enum import IntEnum, StrEnum
from fractions import Fraction
from typing import Any, Final

import yaml

_NUMBER: Final = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?")
_FRACTION: Final = re.compile(r"-?[1-9]\d*/[1-9]\d*")
_INTEGER: Final = re.compile(r"-?(0|[1-9]\d*)")
_RESOLVER: Final = yaml.SafeLoader("")


class UnreadableTextError(ValueError):
    """The text is not a value of the declared type; the message says what is expected."""


def value_of(kind: Any, text: str, *, is_plain: bool) -> Any:
    """Read `text` as a value of `kind`. `is_plain`: it stands in YAML without quotes."""
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _member(kind, text)
    if isinstance(kind, type) and issubclass(kind, IntEnum):
        return _graded(kind, text)
    if kind is str:
        return _words(text, is_plain=is_plain)
    return _READERS[kind](text)


def _member(kind: type[StrEnum], text: str) -> StrEnum:
    try:
        return kind(text)
    except ValueError:
        raise UnreadableTextError(f"{text!r} is not one of {', '.join(kind)}") from None


def _graded(kind: type[IntEnum], text: str) -> IntEnum:
    try:
        return kind(_integer(text))
    except ValueError:
        raise UnreadableTextError(f"{text!r} is not one of {', '.join(str(int(m)) for m in kind)}") from None


def _words(text: str, *, is_plain: bool) -> str:
    if not text.strip():
        raise UnreadableTextError("a text is expected; leave the key out where there is none")
    if is_plain and _looks_otherwise(text):
        raise UnreadableTextError(f"{text} reads as something other than text: put it in quotes")
    return text.strip()


def _looks_otherwise(text: str) -> bool:
    """Whether an ordinary YAML reader would make something other than text of it."""
    tag: str = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return tag != "tag:yaml.org,2002:str"


def _number(text: str) -> float:
    if _FRACTION.fullmatch(text):
        return float(Fraction(text))
    if not _NUMBER.fullmatch(text):
        raise UnreadableTextError(f"{text!r} is not a number such as 12 or 0.5 or 1/28800")
    number = float(text)
    if not math.isfinite(number):
        raise UnreadableTextError(f"{text!r} is too large")
    return number


def _integer(text: str) -> int:
    if not _INTEGER.fullmatch(text):
        raise UnreadableTextError(f"{text!r} is not a whole number without leading zeros")
    return int(text)


def _truth(text: str) -> bool:
    if text not in ("true", "false"):
        raise UnreadableTextError(f"{text!r} is neither true nor false")
    return text == "true"


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UnreadableTextError(f"{text!r} is not a date such as 2026-03-02") from None


_READERS: Final = {float: _number, int: _integer, bool: _truth, date: _day}
