"""Vague wording: phrases that get a report sent back, each with what to write instead.

An employer cannot apply "as tolerated": the worker is left to argue about every box. The list is
data (`vague_phrases.toml`), so that a new phrase needs no code.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

_DATA: Final = Path(__file__).with_name("vague_phrases.toml")


@dataclass(frozen=True, slots=True)
class VaguePhrase:
    """A phrase that is refused. `pattern` matches whole words, whatever the case; `instead` says better."""

    name: str
    pattern: str
    instead: str


@dataclass(frozen=True, slots=True)
class VagueFinding:
    """A refused phrase where it stands: the words found, from character `start`, and what to write."""

    found: str
    start: int
    instead: str


@cache
def vague_phrases() -> tuple[VaguePhrase, ...]:
    """Return all refused phrases, in the order of the data file."""
    data = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    return tuple(VaguePhrase(p["name"], p["pattern"], data["advice"][p["instead"]]) for p in data["phrase"])


@cache
def _compiled(phrase: VaguePhrase) -> re.Pattern[str]:
    """Compile a phrase so that it matches whole words only."""
    return re.compile(rf"(?<!\w)(?:{phrase.pattern})(?!\w)", re.IGNORECASE)


def vague_findings(text: str) -> tuple[VagueFinding, ...]:
    """Find every vague phrase in employer text, in reading order; words are reported once."""
    taken: set[int] = set()
    findings: list[VagueFinding] = []
    for phrase in vague_phrases():
        for match in _compiled(phrase).finditer(text):
            if taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                findings.append(VagueFinding(match.group(), match.start(), phrase.instead))
    return tuple(sorted(findings, key=lambda f: f.start))
