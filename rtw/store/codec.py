"""Values to JSON and back, one way for every frozen dataclass, and their fingerprint."""

import hashlib
import json
from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter

T = TypeVar("T")


@cache
def _adapter(type_: Hashable) -> TypeAdapter[Any]:
    return TypeAdapter(cast("type[Any]", type_))


def dump(value: object) -> Any:
    """Turn a value into what JSON can hold; dates become ISO text, enums their values."""
    return _adapter(cast("Hashable", type(value))).dump_python(value, mode="json")


def load(type_: type[T], data: Any) -> T:
    """Turn what `dump` made back into the value. Data that does not fit is a `ValidationError`."""
    return cast("T", _adapter(cast("Hashable", type_)).validate_json(json.dumps(data)))


def fingerprint(data: Any) -> str:
    """Return the SHA-256 of the canonical JSON of `data`: the same values, the same fingerprint."""
    text = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
