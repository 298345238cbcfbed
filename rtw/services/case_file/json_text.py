"""A case file as JSON text: read so that nothing in it is lost or guessed on the way in."""

import json
from collections.abc import Iterator
from typing import Any, Final

from job_profiles.problem import Problem
from rtw.services.case_file.places import error, join

LARGEST: Final = 1e6
"""Far beyond anything a case states in its units: what is larger is a slip, and overflows a solver."""


class Fields(dict[str, Any]):
    """A JSON object that remembers which of its keys were given more than once."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        keys = [key for key, _ in pairs]
        self.twice = tuple(dict.fromkeys(key for key in keys if keys.count(key) > 1))


def read_json(text: str) -> tuple[Any, tuple[Problem, ...]]:
    """Read a JSON text: what it holds (None where it is no JSON), and every problem of the text itself."""
    try:
        data = json.loads(text, object_pairs_hook=Fields, parse_float=_number)
    except (ValueError, RecursionError) as broken:
        return None, (error("not-json", "", None, f"the file is not JSON: {broken}", "Correct the file."),)
    slips = tuple(_slips(data, ""))
    return (_writable(data) if slips else data), slips


def _writable(data: object) -> Any:
    """Put a question mark where half a character stands: the rest of the case can then be checked."""
    return json.loads(json.dumps(data, ensure_ascii=False).encode("utf-8", "replace"))


def _is_whole(text: str) -> bool:
    """Whether a text is of whole characters: JSON can escape half of one, which no document can hold."""
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _number(written: str) -> int | float:
    """Read 10.0 as the whole number it is: JSON knows one kind of number."""
    value = float(written)
    return int(value) if value.is_integer() else value


def _slips(data: object, path: str) -> Iterator[Problem]:
    """Name keys that stand twice and numbers that are none, wherever they stand."""
    if isinstance(data, Fields):
        for key in data.twice:
            message, advice = f"{key!r} is given more than once", "Give each field once."
            yield error("given-twice", join(path, key), None, message, advice)
        for key, value in data.items():
            yield from _slips(value, join(path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _slips(value, join(path, str(index)))
    elif isinstance(data, str) and not _is_whole(data):
        words = "half a character stands in this text"
        yield error("not-text", path, None, words, "Write the character anew.")
    elif isinstance(data, int | float) and not abs(data) <= LARGEST:  # not-a-number is below nothing
        found = str(data)[:20]
        words = f"{found} is not a number a case may hold"
        yield error("not-a-number", path, found, words, f"Give a number up to {LARGEST:,.0f}.")
