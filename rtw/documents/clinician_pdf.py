"""The clinician's PDF: everything behind a plan, each figure with its arithmetic, formula and source."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from job_profiles.kinds import DemandKind
from reports.document_data import Rows
from reports.typesetting.typeset import typeset
from reports.wording import day_text, hours_text, limit_text, minutes_text, until_text
from rtw.documents.amounts import amount_text
from rtw.documents.clinician_match import match_tasks
from rtw.documents.clinician_schedule import bind_rows, schedule_parts
from rtw.documents.marks import VERIFIED_KEY, Marks
from rtw.documents.values import CaseHead, ClinicianDocument
from rtw.domain.capacity import Limit
from rtw.domain.disclosure.vocabulary import rung_of
from rtw.domain.gap import JobMatch
from rtw.domain.hands import Side
from rtw.domain.plan import Plan
from rtw.domain.schedule.values import Schedule

_TEMPLATE: Final = Path(__file__).with_name("clinician.typ")


def clinician_pdf(document: ClinicianDocument, today: date) -> bytes:
    """Set the clinical record of one plan version as PDF/UA-1. Clinical throughout: for the clinic only."""
    marks = Marks(document.sources)
    plan = document.version.plan
    data = {
        **_frame(document, today),
        "facts": list(_facts(document)),
        "cards": _cards(document, today),
        "strengths": _strengths(document, marks),
        "limits": _limits(document, marks),
        "tasks": match_tasks(document.match, marks),
        "settles": [f"{m.what} (settles {n})" for m, n in document.match.settles],
        "schedule": schedule_parts(plan.schedule),
        "rhythm": list(_rhythm(plan.schedule, marks)),
        "binds": bind_rows(plan.schedule, marks),
        "restrictions": _restrictions(plan),
        "accommodations": _accommodations(plan),
        "withheld": [[w.what, w.rule] for w in document.withheld],
        "formulas": [[f.name, f.formula, marks.of(f.source)] for f in document.formulas],
        "sources": [[marks.of(s.id), s.citation, s.locator, s.verified] for s in document.sources],
        "verified_key": VERIFIED_KEY,
    }
    return typeset(_TEMPLATE, data, today)


def _frame(document: ClinicianDocument, today: date) -> dict[str, Any]:
    """Return head, foot and marks; patient and reference stand on every page."""
    head, version = document.head, document.version
    return {
        "title": f"Clinical record of plan {head.reference}, version {version.number}",
        "heading": "Clinical record of the plan",
        "lang": "en",
        "draft": not version.is_signed,
        "draft-text": "DRAFT: not signed.",
        "running": f"{head.patient}, {head.reference}: confidential, for the clinic only",
        "foot": f"{head.reference}, version {version.number}",
        "issued": f"Printed {day_text(today)}",
        "letterhead": {"clinic": head.clinic, "lines": list(head.clinic_lines)},
    }


def _facts(document: ClinicianDocument) -> Iterator[tuple[str, str]]:
    head, version = document.head, document.version
    yield "Patient", _name(head)
    yield from head.about
    yield "Therapist", head.therapist
    signed = f"{version.signed_by}, {day_text(version.signed_on)}" if version.signed_on else "not signed"
    yield "Signed", signed
    yield "Next review", day_text(version.plan.review_on)
    made = version.plan.made_from
    versions = f"job version {made.job_version}, assessment version {made.assessment_version}"
    yield "Made from", f"{versions}, knowledge {made.knowledge_version}"


def _name(head: CaseHead) -> str:
    return f"{head.patient} ({head.reference})"


def _cards(document: ClinicianDocument, today: date) -> list[dict[str, Any]]:
    """Answer the three questions first."""
    schedule = document.version.plan.schedule
    return [
        {"question": "Can they work?", "lines": list(_can_work(document.match))},
        {"question": "How much?", "lines": list(_how_much(document, today))},
        {"question": "What stops more?", "lines": list(_stops(schedule, today))},
    ]


def _can_work(match: JobMatch) -> Iterator[str]:
    yield f"The job as it stands: {match.verdict.sign} {match.verdict.label}"
    for verdict, number in Counter(task.verdict for task in match.tasks).items():
        yield f"{verdict.sign} {verdict.label}: {number} of {len(match.tasks)} tasks"


def _how_much(document: ClinicianDocument, today: date) -> Iterator[str]:
    schedule = document.version.plan.schedule
    ahead = [w for w in schedule.weeks if (w.monday - today).days > -7]
    if ahead:
        yield f"Week {ahead[0].index}, from {day_text(ahead[0].monday)}: {hours_text(ahead[0].hours)}"
    week = schedule.week(schedule.full_duty_week) if schedule.full_duty_week else None
    yield f"Full duty: from {day_text(week.monday)}" if week else "Full duty: not within these weeks"
    if document.proof:
        yield document.proof


def _stops(schedule: Schedule, today: date) -> Iterator[str]:
    """Name what binds the present or the next week."""
    ahead = [w for w in schedule.weeks if (w.monday - today).days > -7]
    binds = ahead[0].binds if ahead else ()
    for bind in binds:
        yield f"{bind.limit}. {bind.helps}" if bind.helps else bind.limit
    if not binds:
        yield "Nothing named"


def side_label(side: Side | None) -> str:
    """Name the hand; None is both together."""
    return side.label if side else "Both"


def _strengths(document: ClinicianDocument, marks: Marks) -> Rows:
    return [
        [
            s.kind.label,
            s.side.label,
            f"{s.mean_n:.1f} N",
            f"± {s.error_n:.1f} N",
            day_text(s.measured_on),
            day_text(s.until) if s.until else "–",
            marks.of(s.source),
        ]
        for s in document.capacity.strengths
    ]


def _limits(document: ClinicianDocument, marks: Marks) -> Rows:
    """List the limits, alike ones in one row: "unaffected" permits some thirty kinds at once."""
    kinds: dict[Limit, list[str]] = {}
    for limit in document.capacity.limits:
        kinds.setdefault(replace(limit, kind=DemandKind.GROSS_HANDLING), []).append(limit.kind.label)
    return [
        [
            "; ".join(labels),
            side_label(limit.side),
            amount_text(limit.quantity, limit.value, limit.error),
            limit.basis.label,
            limit.origin,
            until_text(limit.until),
            marks.of(limit.source),
        ]
        for limit, labels in kinds.items()
    ]


def _rhythm(schedule: Schedule, marks: Marks) -> Iterator[str]:
    for bout in schedule.bouts:
        yield f"{bout.task}: at most {minutes_text(bout.max_minutes)} at a stretch"
    rule = schedule.breaks
    origin = f"{rule.origin} {marks.of(rule.source)}" if rule.source else rule.origin
    yield f"Break of {rule.minutes} min after at most {rule.after_minutes} min ({origin})"


def _restrictions(plan: Plan) -> Rows:
    return [
        [
            r.kind.label,
            side_label(r.side),
            amount_text(r.quantity, r.value),
            limit_text(rung_of(r.quantity, r.value)),
            day_text(r.since),
            until_text(r.until),
            f"{r.basis.label}: {r.origin}",
        ]
        for r in plan.restrictions
    ]


def _accommodations(plan: Plan) -> Rows:
    return [
        [
            a.employer_text,
            ", ".join(a.tasks) or "Whole job",
            a.owner.label,
            day_text(a.due) if a.due else "–",
            a.status.label,
        ]
        for a in plan.accommodations
    ]
