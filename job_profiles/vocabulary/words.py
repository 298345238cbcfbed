"""The vocabulary files, read once: lists of words by what they stand for."""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

import yaml

from job_profiles.units import clean

_PUNCTUATION: Final = re.compile(r"[^0-9a-z#%+&/'*✓✔☒☑■●√×?]+")
_SIGNS: Final = re.compile(r"([/+&#])")


_LOADER: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """Return what two spellings of a word share: no case, accents, hyphens or punctuation."""
    decomposed = unicodedata.normalize("NFKD", clean(text).casefold())
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    plain = _SIGNS.sub(r" \1 ", _PUNCTUATION.sub(" ", plain))
    return " ".join(plain.replace("?", " ").split())


@cache
def table(name: str) -> Any:
    """Return one vocabulary file. Every scalar is text: YAML's own `no` and `1` stay as written."""
    text = files("job_profiles.vocabulary").joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=_LOADER)  # noqa: S506  (a base loader builds nothing but text)


@cache
def words(name: str, key: str) -> frozenset[str]:
    """Return the folded words under `key` of a file."""
    return frozenset(fold(w) or w for w in table(name)[key])


@cache
def by_word(name: str) -> dict[str, str]:
    """Return folded word → key of a file; the first key that lists a word keeps it."""
    found: dict[str, str] = {}
    for key, listed in table(name).items():
        for word in listed:
            found.setdefault(fold(word) or word, key)
    return found


_BY_WEEK: Final = re.compile(
    r"(?:(?:h|hrs?|hours?|std|stunden|heures?|horas?) )?(?:(?:/|per|an?|each|je|pro|par|por|a la|in der) )?"
    r"(?:week|weekly|wk|woche|wochentlich|semaine|sem|hebdomadaires?|semana|semanales)\b"
)
_WEEK: Final = re.compile(
    r"\b(?:week|weekly|weeks|wk|woche|wochen|wochentlich|semaine|semaines|hebdomadaires?|sem|semana|semanas|"
    r"semanal|semanales)\b"
)


def speaks_of_week(text: str) -> bool:
    """Tell whether a text counts by the week (`h/week`, `Wochenstunden pro Woche`)."""
    return _WEEK.search(fold(text)) is not None


def counts_weeks(words_after: str) -> bool:
    """Tell whether the words right after a number count it by the week (`h/week`, `per week`)."""
    return _BY_WEEK.match(fold(words_after)) is not None
