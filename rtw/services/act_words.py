"""Acts of the record in words: what changed, as the people who did it would say it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from rtw.domain.assessment.operation import Procedure
from rtw.domain.dates import with_days_in_words
from rtw.knowledge.load import knowledge
from rtw.services.audit import Act, Change

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
    "sha256": "fingerprint",
    "visit_on": "visit of",
}
_NAME_OF_PROGRAM: Final = re.compile(r"[a-z0-9]+(_[a-z0-9]+)+")
_OPERATIONS: Final = "operations"


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
    for change in map(_without_same, act.changes):
        what = _FIELDS.get(change.field, change.field.replace("_", " "))
        before, after = (_words(change.field, value, people) for value in (change.before, change.after))
        if before == after or change.field in _SAID_BY_SUBJECT:
            continue
        if change.field == "sha256":
            yield Said(what, before[:FINGERPRINT_SHOWN], after[:FINGERPRINT_SHOWN], after or before)
        else:
            yield Said(what, before, after)


def _without_same(change: Change) -> Change:
    """Leave out operations that stand before and after; where only their order changed, all stand."""
    if change.field != _OPERATIONS:
        return change
    before, after = change.before or [], change.after or []
    gone = [each for each in before if each not in after]
    new = [each for each in after if each not in before]
    return Change(change.field, gone, new) if gone or new else change


def _words(field: str, value: Any, people: Mapping[int, str]) -> str:
    if value is None or value in ("", [], {}):
        return ""
    if field == "case_manager_id":
        return people.get(value, "somebody whose account is gone")
    if field == "accommodation_id":
        names = {each.id: each.name for each in knowledge().catalogue.accommodations}
        return names.get(value, str(value).replace("_", " "))
    said = "; ".join(_operation(each) for each in value) if field == _OPERATIONS else _plain(value)
    return with_days_in_words(said)


def _operation(kept: Mapping[str, Any]) -> str:
    """Say an operation as a therapist would: what, which hand, when, how, and the surgeon's leave."""
    leave = kept.get("strength_test_from")
    parts = (
        Procedure(kept["procedure"]).label,
        f"{kept['side']} hand",
        kept.get("on") or "day not entered",
        _spaced(kept.get("nerve"), "nerve"),
        _spaced(kept.get("approach"), "approach"),
        f"strength tests allowed by the surgeon from {leave}" if leave else "",
    )
    return ", ".join(part for part in parts if part)


def _spaced(choice: str | None, noun: str) -> str:
    return f"{choice.replace('_', ' ')} {noun}" if choice else ""


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
    return text.replace("_", " ") if _NAME_OF_PROGRAM.fullmatch(text) else text
