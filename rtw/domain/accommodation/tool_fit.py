"""Whether the tool an accommodation is about is used in a task: as the sheet names tools and work."""

import re
from enum import StrEnum
from functools import lru_cache

from job_profiles.kinds import DemandKind
from job_profiles.profile import Demand, Task
from rtw.domain.accommodation.values import Tools

_ENDINGS = ("", "s", "es", "n", "en", "e")
"""Endings of plurals in the languages of the word lists."""

_SHORTEST_TAIL = 5
"""A word this long is also found at the end of another ("Akkuschrauber"); "pen" must not be in "open"."""


_OF_NO_TOOL_BESIDE = frozenset({DemandKind.PUSHING, DemandKind.PULLING, DemandKind.CONTACT_STRESS})
"""What is pushed or leaned on is not the tool that another demand of the task holds."""


class ToolFit(StrEnum):
    """What the sheet says of the tool."""

    USED = "used"
    NOT_SAID = "not_said"
    ANOTHER = "another"


def tool_fit(tools: Tools | None, demand: Demand, task: Task) -> ToolFit:
    """Hold an accommodation against the tools of a demand, or what is pushed, pulled or leaned on.

    The demand's own tool decides; where it names none, those of the task's other demands do. The name of the
    task, the site of the contact and the demand as it was written may say it too. Where nothing is named the
    tool may be used, or not.
    """
    if tools is None:
        return ToolFit.USED
    named = _named(demand, task)
    said = (*named, task.name, demand.contact_site or "", demand.as_written or "")
    if any(_mentions(tools.words, text) for text in said):
        return ToolFit.USED
    return ToolFit.ANOTHER if named else ToolFit.NOT_SAID


def _named(demand: Demand, task: Task) -> tuple[str, ...]:
    if demand.tool:
        return (demand.tool,)
    if demand.kind in _OF_NO_TOOL_BESIDE:
        return ()
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
