"""The frozen snapshot of a report: its types to JSON and back, byte for byte.

The bytes are canonical (keys sorted, no spaces, UTF-8), so that equal reports have equal digests
and a stored snapshot can be shown to be the one that was released.
"""

import dataclasses
import hashlib
import json
from datetime import date, time
from enum import Enum
from types import UnionType
from typing import Any, Final, Union, cast, get_args, get_origin, get_type_hints

from reports.types import (
    ApprovedText,
    CatalogueSentence,
    EmployerReport,
    EmployersOwnWords,
)

SCHEMA_VERSION: Final = 1
"""Rises when the shape of the JSON changes."""

_TAGGED: Final = {c.__name__: c for c in (ApprovedText, CatalogueSentence, EmployersOwnWords)}


class SnapshotError(ValueError):
    """A stored snapshot that is not one of ours: other schema, other shape, or a value off its ladder."""


def snapshot_bytes(report: EmployerReport) -> bytes:
    """Write the report as canonical JSON bytes."""
    document = {"schema": SCHEMA_VERSION, "report": _plain(report)}
    text = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return text.encode()


def digest(snapshot: bytes) -> str:
    """Return the SHA-256 of a snapshot, in hexadecimal."""
    return hashlib.sha256(snapshot).hexdigest()


def report_of(snapshot: bytes) -> EmployerReport:
    """Read a snapshot back. Raises SnapshotError when it is not exactly one that was written here."""
    try:
        document = json.loads(snapshot)
        if set(document) != {"schema", "report"} or document["schema"] != SCHEMA_VERSION:
            raise SnapshotError("not a snapshot of this schema")
        return cast("EmployerReport", _typed(EmployerReport, document["report"]))
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise SnapshotError(f"not a readable snapshot: {error}") from error


def _plain(value: object) -> object:
    """Turn a value of the report types into what JSON knows."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
        return {"is": type(value).__name__, **fields} if type(value).__name__ in _TAGGED else fields
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date | time) else value


def _typed(kind: Any, data: Any) -> object:
    """Turn JSON back into `kind`; raises ValueError or TypeError where it does not fit."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _either(get_args(kind), data)
    if origin is tuple:
        return tuple(_typed(get_args(kind)[0], item) for item in data)
    if dataclasses.is_dataclass(kind):
        return _instance(cast("type", kind), data)
    if issubclass(kind, date | time):
        return kind.fromisoformat(data)
    if issubclass(kind, Enum):
        return kind(data)
    return _scalar(kind, data)


def _either(kinds: tuple[Any, ...], data: Any) -> object:
    """Read one of several types: null where None is allowed, text by its tag, else the one other type."""
    if data is None and type(None) in kinds:
        return None
    if isinstance(data, dict) and "is" in data:
        kind = _TAGGED[data["is"]]
        if kind not in kinds:
            raise SnapshotError(f"{data['is']} has no place here")
        return _instance(kind, data)
    (only,) = (k for k in kinds if k is not type(None))
    return _typed(only, data)


def _instance(kind: type, data: dict[str, Any]) -> object:
    """Make one dataclass from its own fields and no others."""
    hints = get_type_hints(kind)
    named = set(data) - {"is"}
    if not named <= set(hints) or set(hints) - named - _added_later(kind):
        raise SnapshotError(f"{kind.__name__} has other fields")
    return kind(**{name: _typed(hint, data[name]) for name, hint in hints.items() if name in named})


def _added_later(kind: type) -> set[str]:
    """Name the fields an older snapshot may lack: those with a default."""
    fields = dataclasses.fields(cast("Any", kind))
    return {field.name for field in fields if field.default is not dataclasses.MISSING}


def _scalar(kind: type, data: object) -> object:
    """Take a string or number only as the type it was written as."""
    if kind is float and type(data) is int:
        return float(data)
    if type(data) is not kind:
        raise SnapshotError(f"expected {kind.__name__}")
    return data
