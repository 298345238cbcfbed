"""Places of a case file: paths such as `assessments.0.pain_work`, and what stands there, of any type.

The checks that look here run on a file as it was read, also where types are wrong: they pass over what
they cannot read, which is told elsewhere, so that every problem comes at once.
"""

from collections.abc import Iterator
from datetime import date, time

from job_profiles.problem import Problem, Severity


def error(code: str, path: str, found: str | None, message: str, advice: str) -> Problem:
    """Make the problem of one place."""
    return Problem(Severity.ERROR, code, f"{path}: {message}" if path else message, advice, None, path, found)


def join(path: str, key: str) -> str:
    """Lengthen a path by one step."""
    return f"{path}.{key}" if path else key


def places(data: object, pattern: str) -> Iterator[tuple[str, object]]:
    """Find what stands at a path, `*` being every entry of a list; nothing where it does not lead."""
    return _below(data, pattern.split("."), "") if pattern else iter((("", data),))


def _below(data: object, steps: list[str], path: str) -> Iterator[tuple[str, object]]:
    if not steps:
        yield path, data
    elif steps[0] == "*" and isinstance(data, list):
        for index, entry in enumerate(data):
            yield from _below(entry, steps[1:], join(path, str(index)))
    elif isinstance(data, list) and steps[0].isdigit() and int(steps[0]) < len(data):
        yield from _below(data[int(steps[0])], steps[1:], join(path, steps[0]))
    elif isinstance(data, dict) and steps[0] in data:
        yield from _below(data[steps[0]], steps[1:], join(path, steps[0]))


def number(value: object) -> float | None:
    """Return a number; None for anything else. True and false are no numbers."""
    try:
        return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
    except OverflowError:
        return None


def day(value: object) -> date | None:
    """Return a date as JSON writes it; None for anything else."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def clock(value: object) -> time | None:
    """Return a time of day as JSON writes it; None for anything else."""
    try:
        return time.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def texts(data: object, pattern: str) -> Iterator[tuple[str, str]]:
    """Find the texts at a path."""
    return ((path, value) for path, value in places(data, pattern) if isinstance(value, str))
