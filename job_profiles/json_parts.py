"""Parts that the JSON of a profile, of its tasks and of their demands share, and their schema."""

from typing import Any, Final


def given(names: tuple[str, ...]) -> dict[str, Any]:
    """Return the fields that a person answered; most profiles have none, and then no key either."""
    return {"given": list(names)} if names else {}


def nullable(kind: str) -> dict[str, Any]:
    """Return the schema of a value of one type, or null."""
    return {"type": [kind, "null"]}


def range_schema() -> dict[str, Any]:
    """Return the schema of [low, high], or null."""
    return {"type": ["array", "null"], "items": {"type": "number"}, "minItems": 2, "maxItems": 2}


def one_of(closed: Any, *, null: bool) -> dict[str, Any]:
    """Return the schema of a value of a closed set; with `null`, or null."""
    return {"enum": [*(m.value for m in closed), *([None] if null else [])]}


GIVEN: Final = {"type": "array", "items": {"type": "string"}}
"""Names of fields that a person answered."""
