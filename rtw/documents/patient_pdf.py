"""The patient's PDF: plain words in large type, the weeks ahead, and what to do when it hurts."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

from reports.change_wording import change_with_tasks
from reports.conditions import conditions_of, due_of
from reports.document_data import Rows, contact_text, frame_data, worked_bouts
from reports.limit_wording import limit_end_text, restriction_text
from reports.types import EmployerReport, ReportAccommodation, ReportRestriction, ReportWeek
from reports.typesetting.typeset import typeset
from reports.wording import (
    away_text,
    breaks_text,
    closed_names,
    day_text,
    hours_text,
    minutes_text,
    standing_text,
    week_text,
)
from rtw.documents.values import PatientDocument, TrafficLight

_TEMPLATE: Final = Path(__file__).with_name("patient.typ")
_SIGNS: Final = {"Green": "●", "Amber": "▲", "Red": "■"}
_WEEKS_IN_DETAIL: Final = 2


def patient_pdf(document: PatientDocument, today: date) -> bytes:
    """Set the patient's document as PDF/UA-1, in type of 14 pt and more."""
    copy = document.copy
    light = document.traffic_light
    data = {
        **frame_data(copy, "My plan for going back to work"),
        "greeting": _greeting(copy),
        "contact": contact_text(copy),
        "weeks": [_week(copy, week) for week in copy.weeks],
        "provisional": _PROVISIONAL if any(w.last_day > copy.review_on for w in copy.weeks) else "",
        "days": _days(copy, today),
        "closed": closed_names(copy.closed),
        "rhythm": list(_rhythm(copy)),
        "limits": [*map(_limit, copy.restrictions), *(each.line(copy) for each in conditions_of(copy))],
        "changes": [_change(change, copy) for change in copy.accommodations],
        "lights": _lights(light) if light else [],
        "stop": list(light.stop) if light else [],
        "caveat": light.caveat if light else "",
        "exercises": [[e.name, e.how, e.dose] for e in document.exercises],
        "appointments": list(_appointments(copy)),
    }
    return typeset(_TEMPLATE, data, today)


_PROVISIONAL: Final = (
    "“Provisional” means: this is what we expect. Wait for the review before you work these hours."
)


def _greeting(copy: EmployerReport) -> str:
    return (
        f"{copy.worker.text}, this is your plan for the job “{copy.job.text}”. "
        f"We look at it together again on {day_text(copy.review_on)}."
    )


def _week(copy: EmployerReport, week: ReportWeek) -> list[str]:
    name = f"{week.number}, {day_text(week.monday)}"
    return [name, week_text(week), hours_text(week.hours), standing_text(copy, week)]


def _days(copy: EmployerReport, today: date) -> list[dict[str, Any]]:
    """Write the next weeks day by day; later ones may change."""
    ahead = [week for week in copy.weeks if week.last_day >= today][:_WEEKS_IN_DETAIL]
    return [{"name": f"Week {w.number}, from {day_text(w.monday)}", "rows": _day_rows(w)} for w in ahead]


def _day_rows(week: ReportWeek) -> Rows:
    return [
        [
            day.weekday.label,
            ", ".join(f"{entry.task.text} {hours_text(entry.time.value)}" for entry in day.tasks),
            hours_text(day.hours),
        ]
        for day in week.days
        if day.tasks
    ]


def _rhythm(copy: EmployerReport) -> Iterator[str]:
    if copy.breaks:
        yield breaks_text(copy.breaks)
    for bout in worked_bouts(copy):
        yield f"{bout.task.text}: at most {minutes_text(bout.at_most.value)} at a stretch"


def _limit(restriction: ReportRestriction) -> str:
    return f"{restriction_text(restriction)}, {limit_end_text(restriction)}"


def _change(change: ReportAccommodation, copy: EmployerReport) -> str:
    """Write a change at work: what, for which tasks, who sees to it by when, and how far it is."""
    who = f"{change.owner.label}, in place by {due_of(change, copy)}"
    return f"{change_with_tasks(change, copy).removesuffix('.')}. {who}: {change.progress.label.lower()}"


def _lights(light: TrafficLight) -> Rows:
    """Give each light a shape as well as its word."""
    return [[f"{_SIGNS[step.light]} {step.light}", step.when, step.what_to_do] for step in light.steps]


def _appointments(copy: EmployerReport) -> Iterator[str]:
    for away in copy.away:
        yield away_text(away)
    yield f"Review of the plan: {day_text(copy.review_on)}"
