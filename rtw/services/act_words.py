"""Acts of the record in words: what changed, as the people who did it would say it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from rtw.domain.assessment.operation import Procedure
from rtw.domain.dates import with_days_in_words
from rtw.knowledge.load import knowledge
from rtw.services.audit import Act

FINGERPRINT_SHOWN: Final = 12
"""Letters of a fingerprint that are shown; all of them stand in its title."""

_SAID_BY_SUBJECT: Final = frozenset({"job_version_id"})
"""Numbers of rows that the act itself already names in words."""

_FIELDS: Final = {
    "accommodation_id": "accommodation",
    "allowed_early": "allowed by the surgeon",
    "beyond limits": "beyond limits, because",
    "case_manager_id": "case manager",
    "employer_text": "words for the employer",
    "given": "figures given",
    "on": "since",
    "sha256": "fingerprint",
    "strength_test_from": "strength tests from",
    "visit_on": "visit of",
}
_NAME_OF_PROGRAM: Final = re.compile(r"[a-z0-9]+(_[a-z0-9]+)+")
_PROCEDURES: Final = {each.value: each.label for each in Procedure}


@dataclass(frozen=True, slots=True)
class Said:
    """One change in words. `before` or `after` empty: nothing stood there. `whole`: what was shortened."""

    what: str
    before: str
    after: str
    whole: str = ""


def said_of(act: Act, people: Mapping[int, str]) -> tuple[Said, ...]:
    """Say what an act changed; where nothing was and nothing is, nothing is said. `people`: names by id."""
    return tuple(_said(act, people))


def _said(act: Act, people: Mapping[int, str]) -> Iterator[Said]:
    for change in act.changes:
        what = _FIELDS.get(change.field, change.field.replace("_", " "))
        before, after = (_words(change.field, value, people) for value in (change.before, change.after))
        if before == after or change.field in _SAID_BY_SUBJECT:
            continue
        if change.field == "sha256":
            yield Said(what, before[:FINGERPRINT_SHOWN], after[:FINGERPRINT_SHOWN], after or before)
        else:
            yield Said(what, before, after)


def _words(field: str, value: Any, people: Mapping[int, str]) -> str:
    if value is None or value in ("", [], {}):
        return ""
    if field == "case_manager_id":
        return people.get(value, "somebody whose account is gone")
    if field == "accommodation_id":
        names = {each.id: each.name for each in knowledge().catalogue.accommodations}
        return names.get(value, str(value).replace("_", " "))
    return with_days_in_words(_plain(value))


def _plain(value: Any) -> str:
    """Write lists, figures and names of choices as a person would."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, dict):
        parts = ((name, _plain(each)) for name, each in value.items() if each not in (None, "", [], {}))
        return ", ".join(f"{_FIELDS.get(name, name.replace('_', ' '))} {said}" for name, said in parts)
    if isinstance(value, list):
        return "; ".join(_plain(each) for each in value)
    text = str(value)
    if text in _PROCEDURES:
        return _PROCEDURES[text]
    return text.replace("_", " ") if _NAME_OF_PROGRAM.fullmatch(text) else text
