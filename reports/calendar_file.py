"""A calendar file for one recipient: weeks of work, times away, the review. No word says what for.

Entries have stable identities, so that a newer version of a plan replaces the older one in the
recipient's calendar instead of standing beside it. Times are local to the reader ("floating").
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Final

from icalendar import Calendar, Event, vRecur

from reports.types import EmployerReport, ReportWeek, TimeAway
from reports.wording import DRAFT_RULE, PLANNED, PROVISIONAL_RULE, hours_text, standing_text, week_text

_PRODUCT: Final = "-//Return to Work//Plan calendar//EN"
_DOMAIN: Final = "return-to-work.invalid"
_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Reader(StrEnum):
    """Whose calendar it is."""

    EMPLOYER = "employer"
    PATIENT = "patient"


def calendar_file(report: EmployerReport, reader: Reader, today: date) -> bytes:
    """Write the calendar of a report as RFC 5545 bytes; equal input gives equal bytes."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    stamp = datetime.combine(today, time(), tzinfo=UTC)
    for event in _events(report, reader):
        event.add("dtstamp", stamp)
        event.add("sequence", report.version)
        if report.is_draft or "status" not in event:
            event["status"] = "TENTATIVE" if report.is_draft else "CONFIRMED"
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(report: EmployerReport, reader: Reader) -> Iterator[Event]:
    """Make all entries, oldest kind first; the draft says so in every title."""
    whose = "My work" if reader is Reader.PATIENT else report.worker.text
    mark = "DRAFT, " if report.is_draft else ""
    for week in report.weeks:
        yield _week(report, week, reader, f"{mark}{whose}: ")
    for number, away in enumerate(report.away, start=1):
        title = "My appointment" if reader is Reader.PATIENT else f"{whose}: away from work"
        yield _away(report, away, number, reader, mark + title)
    yield _review(report, reader, f"{mark}{whose}: review of the plan")


def _week(report: EmployerReport, week: ReportWeek, reader: Reader, lead: str) -> Event:
    standing = standing_text(report, week)
    event = _entry(report, reader, f"week-{week.monday:%Y%m%d}")
    said = f"{standing[0].lower()}{standing[1:]}"
    event.add("summary", f"{lead}week {week.number}, {hours_text(week.hours)} ({said})")
    rules = (DRAFT_RULE if report.is_draft else "", PROVISIONAL_RULE if standing != PLANNED else "")
    event.add("description", " ".join((f"{week_text(week)}.", *filter(None, rules))))
    event.add("dtstart", week.monday)
    event.add("dtend", max(week.last_day, week.monday + timedelta(days=4)) + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("status", "CONFIRMED" if standing == PLANNED else "TENTATIVE")
    return event


def _away(report: EmployerReport, away: TimeAway, number: int, reader: Reader, title: str) -> Event:
    """Repeat a time away every week, from its first day on."""
    first = away.since + timedelta(days=(away.weekday - away.since.weekday()) % 7)
    event = _entry(report, reader, f"away-{number}")
    event.add("summary", title)
    event.add("dtstart", datetime.combine(first, away.starts))
    event.add("dtend", datetime.combine(first, away.ends))
    rule: dict[str, object] = {"freq": "weekly", "byday": _WEEKDAYS[away.weekday]}
    if away.until:
        rule["until"] = datetime.combine(away.until, time.max.replace(microsecond=0))
    event.add("rrule", vRecur(rule))
    return event


def _review(report: EmployerReport, reader: Reader, title: str) -> Event:
    event = _entry(report, reader, "review")
    event.add("summary", title)
    event.add("dtstart", report.review_on)
    event.add("dtend", report.review_on + timedelta(days=1))
    return event


def _entry(report: EmployerReport, reader: Reader, name: str) -> Event:
    """Begin an entry whose identity outlives versions of the plan."""
    key = sha256(f"{report.reference.text}/{reader}/{name}".encode()).hexdigest()[:32]
    event = Event()
    event.add("uid", f"{key}@{_DOMAIN}")
    return event
