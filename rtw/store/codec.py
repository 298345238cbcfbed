"""Values to JSON and back, one way for every frozen dataclass, and their fingerprint.

A page reads far more than it writes: `stored_text` selects what is kept as its bare text, and `read` turns
equal texts into one and the same value. It remembers by content alone, so it can neither grow stale nor
tell anybody what he has not been given; the values are frozen, so nobody can change them for another.
"""

import hashlib
import json
from collections.abc import Hashable
from functools import cache, lru_cache
from typing import Any, Final, TypeVar, cast

from pydantic import TypeAdapter
from sqlalchemy import Cast, Text
from sqlalchemy import cast as sql_cast
from sqlalchemy.orm import InstrumentedAttribute

T = TypeVar("T")

REMEMBERED: Final = 256
"""Values `read` holds in a process: what some thirty cases in work are made of, a few megabytes."""


@cache
def _adapter(type_: Hashable) -> TypeAdapter[Any]:
    return TypeAdapter(cast("type[Any]", type_))


def dump(value: object) -> Any:
    """Turn a value into what JSON can hold; dates become ISO text, enums their values."""
    return _adapter(cast("Hashable", type(value))).dump_python(value, mode="json")


def load(type_: type[T], data: Any) -> T:
    """Turn what `dump` made back into the value. Data that does not fit is a `ValidationError`."""
    return cast("T", _adapter(cast("Hashable", type_)).validate_python(data))


def stored_text(column: InstrumentedAttribute[Any]) -> Cast[str]:
    """Select a column that keeps a value as the text it is stored by, for `read`."""
    return sql_cast(column, Text)


def read(type_: type[T], text: str) -> T:
    """Turn stored text back into the value. Text that does not fit is a `ValidationError`."""
    return cast("T", _read(cast("Hashable", type_), text))


@lru_cache(maxsize=REMEMBERED)
def _read(type_: Hashable, text: str) -> Any:
    return _adapter(type_).validate_json(text)


def fingerprint(data: Any) -> str:
    """Return the SHA-256 of the canonical JSON of `data`: the same values, the same fingerprint."""
    text = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


@lru_cache(maxsize=REMEMBERED)
def stored_fingerprint(text: str) -> str:
    """Return the fingerprint of what a stored text holds."""
    return fingerprint(json.loads(text))
