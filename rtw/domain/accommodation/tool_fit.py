"""Whether the tool an accommodation is about is used in a task: as the sheet names tools and work."""

import re
from enum import StrEnum
from functools import lru_cache

from job_profiles.profile import Demand, Task
from rtw.domain.accommodation.values import Tools

_ENDINGS = ("", "s", "es", "n", "en", "e")
"""Endings of plurals in the languages of the word lists."""

_SHORTEST_TAIL = 5
"""A word this long is also found at the end of another ("Akkuschrauber"); "pen" must not be in "open"."""


class ToolFit(StrEnum):
    """What the sheet says of the tool."""

    USED = "used"
    NOT_SAID = "not_said"
    ANOTHER = "another"


def tool_fit(tools: Tools | None, demand: Demand, task: Task) -> ToolFit:
    """Hold an accommodation against the tools of a demand.

    The demand's own tool decides; where it names none, those of the task's other demands do. The name of the
    task may say it too. Where nothing is named the tool may be used, or not.
    """
    if tools is None:
        return ToolFit.USED
    named = _named(demand, task)
    if any(_mentions(tools.words, text) for text in (*named, task.name)):
        return ToolFit.USED
    return ToolFit.ANOTHER if named else ToolFit.NOT_SAID


def _named(demand: Demand, task: Task) -> tuple[str, ...]:
    if demand.tool:
        return (demand.tool,)
    return tuple(other.tool for other in task.demands if other.tool)


@lru_cache(maxsize=4096)
def _mentions(words: tuple[str, ...], text: str) -> bool:
    found = re.findall(r"\w+", text.casefold())
    line = f" {' '.join(found)} "
    return any(_is_in(" ".join(re.findall(r"\w+", word.casefold())), found, line) for word in words)


def _is_in(word: str, found: list[str], line: str) -> bool:
    """Look for a word, its plural, or a compound that ends with it; several words only as they stand."""
    if " " in word:
        return any(f" {word}{ending} " in line for ending in _ENDINGS)
    forms = tuple(word + ending for ending in _ENDINGS)
    return any(one in forms or (len(word) >= _SHORTEST_TAIL and one.endswith(forms)) for one in found)
