"""The demonstration must load whole: a refusal by a service is a bug here, not a mistake of a person."""

from collections.abc import Iterable
from typing import TypeVar

from job_profiles.problem import Problem

T = TypeVar("T")


def done(result: T | Problem | tuple[Problem, ...]) -> T:
    """Return what a service did. Raises RuntimeError with its words where it refused."""
    if isinstance(result, Problem):
        granted((result,))
    if isinstance(result, tuple):
        granted(result)
    return result  # type: ignore[return-value]


def granted(refusals: Iterable[Problem | None]) -> None:
    """Raise RuntimeError where a service refused."""
    words = [f"{problem.message} {problem.advice}" for problem in refusals if problem is not None]
    if words:
        raise RuntimeError("the demonstration clinic cannot be loaded: " + " ".join(words))
