"""Inputs of an exposure model from JSON: every problem at once, each naming its field."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from rtw.domain.exposure.quantity import ContradictionError


@dataclass(frozen=True, slots=True)
class InputProblem:
    """One thing wrong with the inputs: the field ("subtasks.0.intensity"), what was found, what to do."""

    field: str
    found: str
    message: str

    def __str__(self) -> str:
        """Write it in a line."""
        place = f"{self.field}: " if self.field else ""
        return f"{place}{self.message}" + (f" (found {self.found})" if self.found else "")


class TwiceError(ValueError):
    """A field stands twice in one object."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


@cache
def _adapter(kind: type) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def read_inputs(kind: type, text: str) -> tuple[Any | None, tuple[InputProblem, ...]]:
    """Read a JSON object as the inputs of a model: the inputs, or None and all problems."""
    text = text.removeprefix("\ufeff")  # the mark some editors put before a file
    try:
        text.encode()  # half characters, which no document holds
        document = json.loads(text, object_pairs_hook=_object)
    except UnicodeError:
        return None, (InputProblem("", "", "this is not a text in UTF-8"),)
    except TwiceError as twice:
        return None, (InputProblem(twice.field, "", "this field stands twice"),)
    except ValueError as broken:
        return None, (InputProblem("", "", f"this is not a JSON document: {broken}"),)
    except RecursionError:
        return None, (InputProblem("", "", "this JSON document is nested too deeply"),)
    if not isinstance(document, Mapping):
        return None, (InputProblem("", _short(document), "a JSON object with named fields is expected"),)
    try:
        return _adapter(kind).validate_json(text, strict=True, extra="forbid"), ()
    except ValidationError as wrong:
        return None, tuple(_problem(e) for e in wrong.errors(include_url=False) if not _follows(e))


def _follows(error: Any) -> bool:
    """Whether an error only follows from another: a list whose items were refused counts as too short."""
    return error["type"] == "too_short" and bool(error["input"])


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a field that stands twice: which one was meant, nobody can say."""
    names = [name for name, _ in pairs]
    twice = [name for name in dict.fromkeys(names) if names.count(name) > 1]
    if twice:
        raise TwiceError(twice[0])
    return dict(pairs)


_MESSAGES = {
    "missing": "this field is missing",
    "unexpected_keyword_argument": "this field is not known here",
    "float_type": "a number is expected",
    "int_type": "a whole number is expected",
    "string_type": "a text is expected",
    "bool_type": "true or false is expected",
    "finite_number": "a finite number is expected",
    "predicate_failed": "a number smaller than 1,000,000,000 (one thousand million) is expected",
    "json_invalid": "this is not a JSON document",
    "enum": "must be one of {expected}",
    "dataclass_type": "a JSON object with named fields is expected",
    "tuple_type": "a list is expected",
    "greater_than_equal": "must be at least {ge:g}",
    "greater_than": "must be more than {gt:g}",
    "less_than_equal": "must be at most {le:g}",
    "too_short": "at least {min_length} needed",
}


def _problem(error: Any) -> InputProblem:
    field = ".".join(str(part) for part in error["loc"])
    context = error.get("ctx", {})
    if error["type"] == "value_error":
        return _contradiction(field, context["error"])
    template = _MESSAGES.get(error["type"])
    message = template.format(**context) if template else str(error["msg"])
    return InputProblem(field, "" if error["type"] == "missing" else _short(error["input"]), message)


def _contradiction(place: str, error: ValueError) -> InputProblem:
    inner = error.field if isinstance(error, ContradictionError) else ""
    return InputProblem(".".join(part for part in (place, inner) if part), "", str(error))


def _short(value: Any) -> str:
    text = json.dumps(value, default=str, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:57]}…"
