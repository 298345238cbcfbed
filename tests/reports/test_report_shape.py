"""The promise to patients, as a table: every field of every type that may leave, and what it can hold.

A new field fails here first. Adding its line is a decision about what employers learn.
"""

import dataclasses
import typing
from datetime import date, time
from enum import Enum
from types import UnionType

from reports import types
from reports.ladders import Rung

ALLOWED = {
    "EmployerReport": {
        "reference": "Identifier",
        "version": "int",
        "state": "ReleaseState",
        "language": "Language",
        "issued_on": "date",
        "letterhead": "Letterhead",
        "contact": "Contact",
        "released_by": "Identifier|None",
        "worker": "Identifier",
        "employer": "EmployersOwnWords|None",
        "job": "words",
        "review_on": "date",
        "full_duty": "FullDutyRange|None",
        "weeks": "ReportWeek*",
        "bouts": "BoutLimit*",
        "breaks": "Breaks|None",
        "restrictions": "ReportRestriction*",
        "accommodations": "ReportAccommodation*",
        "away": "TimeAway*",
        "statements": "ApprovedText|CatalogueSentence*",
        "closed": "ClosedTask*",
    },
    "Identifier": {"kind": "IdentifierKind", "text": "str"},
    "CatalogueSentence": {"id": "str", "text": "str"},
    "ApprovedText": {"text": "str", "approved_by": "str", "approved_on": "date"},
    "EmployersOwnWords": {"text": "str"},
    "Letterhead": {
        "clinic": "Identifier",
        "address": "Identifier*",
        "phone": "Identifier|None",
        "email": "Identifier|None",
    },
    "Contact": {"name": "Identifier", "phone": "Identifier|None", "email": "Identifier|None"},
    "FullDutyRange": {"earliest": "date", "latest": "date"},
    "ReportWeek": {"number": "int", "monday": "date", "days": "ReportDay*"},
    "ReportDay": {"on": "date", "tasks": "TaskTime*"},
    "TaskTime": {"task": "words", "time": "Rung"},
    "BoutLimit": {"task": "words", "at_most": "Rung"},
    "Breaks": {"after": "Rung", "rest": "Rung"},
    "ReportRestriction": {
        "activity": "Activity",
        "hands": "Hands",
        "limit": "Rung",
        "since": "date",
        "until": "date|None",
        "review_on": "date",
    },
    "ClosedTask": {
        "task": "words",
        "since": "date|None",
        "until": "date|None",
        "review_on": "date",
        "meanwhile": "Meanwhile",
    },
    "ReportAccommodation": {
        "what": "words",
        "tasks": "words*",
        "owner": "Actor",
        "due": "date|None",
        "progress": "Progress",
        "relied_on_by": "words*",
        "figure": "Rung|None",
    },
    "TimeAway": {
        "weekday": "Weekday",
        "starts": "time",
        "ends": "time",
        "since": "date",
        "until": "date|None",
    },
}
WORDS = {"EmployersOwnWords", "ApprovedText", "CatalogueSentence"}
CLOSED = (Enum, date, time, type(None))
TEXT_HOLDERS = {"Identifier", *WORDS}


def named(hint: object) -> str:
    """Name a type the way the table does."""
    if typing.get_origin(hint) is tuple:
        return f"{named(typing.get_args(hint)[0])}*"
    if typing.get_origin(hint) in (typing.Union, UnionType):
        names = {named(arg) for arg in typing.get_args(hint)}
        if names == WORDS:
            return "words"
        return "|".join([*sorted(names - {"None"}), *(["None"] if "None" in names else [])])
    return "None" if hint is type(None) else hint.__name__


def reached(kind: type, seen: dict[str, type]) -> dict[str, type]:
    """Collect every dataclass that a report can hold, through tuples and unions."""
    if dataclasses.is_dataclass(kind) and kind.__name__ not in seen:
        seen[kind.__name__] = kind
        for hint in typing.get_type_hints(kind).values():
            for part in parts(hint):
                reached(part, seen)
    return seen


def parts(hint: object) -> list[type]:
    args = typing.get_args(hint)
    return [p for a in args for p in parts(a)] if args else [hint] if isinstance(hint, type) else []


def test_every_field_that_may_leave_stands_in_the_table() -> None:
    kinds = reached(types.EmployerReport, {})
    kinds.pop(Rung.__name__)
    found = {
        name: {f: named(h) for f, h in typing.get_type_hints(kind).items()} for name, kind in kinds.items()
    }
    assert found == ALLOWED


def test_no_leaf_can_hold_a_free_number_or_free_text() -> None:
    for name, kind in reached(types.EmployerReport, {}).items():
        for field, hint in typing.get_type_hints(kind).items():
            for leaf in parts(hint):
                where = f"{name}.{field}: {leaf}"
                if leaf is float:
                    assert kind is Rung, where
                elif leaf is str:
                    assert name in TEXT_HOLDERS, where
                elif leaf is int:
                    assert (name, field) in {("EmployerReport", "version"), ("ReportWeek", "number")}, where
                else:
                    closed = dataclasses.is_dataclass(leaf) or issubclass(
                        leaf, Enum | date | time | type(None)
                    )
                    assert closed, where


def test_reports_are_frozen_and_without_hidden_attributes() -> None:
    for kind in reached(types.EmployerReport, {}).values():
        assert kind.__dataclass_params__.frozen
        assert not hasattr(kind, "__dict__") or "__slots__" in vars(kind)
