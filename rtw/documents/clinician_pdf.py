"""The clinician's PDF: everything behind a plan, each figure with its arithmetic, formula and source."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from job_profiles.kinds import DemandKind
from reports.document_data import Rows
from reports.limit_wording import LATE_REVIEW
from reports.typesetting.typeset import typeset
from reports.wording import day_text, limit_text, minutes_text, until_text
from rtw.documents.amounts import amount_text
from rtw.documents.clinician_match import match_tasks
from rtw.documents.clinician_measures import measures_section
from rtw.documents.clinician_panels import panel_sections
from rtw.documents.clinician_recovery import days_part, recovery_parts
from rtw.documents.clinician_schedule import bind_rows, schedule_parts
from rtw.documents.clinician_summary import BINDS_HEADING, summary_cards
from rtw.documents.marks import VERIFIED_KEY, Marks
from rtw.documents.pictures.demand import demand_bars, demand_svg, demand_words
from rtw.documents.values import CaseHead, ClinicianDocument
from rtw.domain.capacity import Limit
from rtw.domain.disclosure.vocabulary import rung_of
from rtw.domain.gap import JobMatch
from rtw.domain.hands import Side
from rtw.domain.plan import ChosenAccommodation, Plan, Restriction
from rtw.domain.schedule.values import Schedule

_TEMPLATE: Final = Path(__file__).with_name("clinician.typ")
KNOWLEDGE: Final = "the published figures of this product as they stood then: knowledge base, version"
"""The version is computed from the figures themselves, so that a record can be traced to them."""


def clinician_pdf(document: ClinicianDocument, today: date) -> bytes:
    """Set the clinical record of one plan version as PDF/UA-1. Clinical throughout: for the clinic only."""
    marks = Marks(document.sources)
    plan = document.version.plan
    data = {
        **_frame(document, today),
        "facts": list(_facts(document)),
        "cards": summary_cards(document, today),
        "strengths": _strengths(document, marks),
        "limits": _limits(document, marks),
        "measures": measures_section(document.measures, marks),
        "demand": _demand(document.match),
        "tasks": match_tasks(document.match, marks),
        "settles": [f"{m.what} (settles {n})" for m, n in document.match.settles],
        "schedule": schedule_parts(plan.schedule),
        "rhythm": [*_rhythm(plan.schedule, marks), *(f"Assumed: {words}" for words in plan.assumptions)],
        "binds_heading": BINDS_HEADING,
        "binds": bind_rows(plan.schedule, marks),
        "recovery": recovery_parts(document.recovery, marks),
        "days": days_part(document.days, marks),
        "restrictions": _restrictions(plan, document.capacity.limits),
        "late_review": LATE_REVIEW if any(r.ends_on is None for r in plan.restrictions) else "",
        "accommodations": _accommodations(plan),
        "withheld": _withheld(document),
        "sections": panel_sections(document.sections, marks),
        "formulas": [[f.name, f.formula, marks.of(f.source)] for f in document.formulas],
        "sources": sorted(map(marks.listed, document.sources), key=lambda row: row[0].casefold()),
        "verified_key": VERIFIED_KEY,
    }
    return typeset(_TEMPLATE, data, today)


def _demand(match: JobMatch) -> dict[str, str] | None:
    """Draw demand against capacity; its table is that of each task below."""
    bars = demand_bars(match)
    drawn = demand_svg(bars)
    return {"svg": drawn, "alt": demand_words(bars)} if drawn else None


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
    yield "Made from", f"{versions}, {KNOWLEDGE} {made.knowledge_version}"


def _name(head: CaseHead) -> str:
    return f"{head.patient} ({head.reference})"


def _withheld(document: ClinicianDocument) -> Rows:
    """Write what is held back by its rule: each rule once, with all that it holds back."""
    by_rule: dict[str, list[str]] = {}
    for held in document.withheld:
        by_rule.setdefault(held.rule, []).append(held.what)
    return [[rule, "; ".join(whats)] for rule, whats in by_rule.items()]


def side_label(side: Side | None) -> str:
    """Name the hand; None is both together."""
    return side.label if side else "Both"


def _strengths(document: ClinicianDocument, marks: Marks) -> Rows:
    return [
        [
            s.kind.label,
            s.side.label,
            f"{s.mean_n:.1f} N",
            f"± {s.error_n:.1f} N" if s.error_n else "–",
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


def _restrictions(plan: Plan, limits: tuple[Limit, ...]) -> Rows:
    return [
        [
            r.kind.label,
            side_label(r.side),
            amount_text(r.quantity, r.value),
            limit_text(rung_of(r.quantity, r.value)),
            day_text(r.since),
            until_text(r.ends_on, r.review_on),
            _origin(r, limits),
        ]
        for r in plan.restrictions
    ]


def _origin(restriction: Restriction, limits: tuple[Limit, ...]) -> str:
    """Say where a restriction comes from, and of each other limit that it names how far that one goes."""
    words = f"{restriction.basis.label}: {restriction.origin}"
    for limit in limits:
        is_alike = (limit.kind, limit.quantity) == (restriction.kind, restriction.quantity)
        is_here = limit.side in (restriction.side, None) and limit.origin != restriction.origin
        if is_alike and is_here and limit.value != restriction.value:
            amount = amount_text(limit.quantity, limit.value)
            words = words.replace(limit.origin, f"{limit.origin} ({amount})", 1)
    return words


def _change(chosen: ChosenAccommodation) -> str:
    """Write a change at work with the figure that was given for it."""
    if chosen.figure is None:
        return chosen.employer_text
    return f"{chosen.employer_text} Given: {amount_text(chosen.figure.quantity, chosen.figure.value)}."


def _accommodations(plan: Plan) -> Rows:
    return [
        [
            _change(a),
            ", ".join(a.tasks) or "Whole job",
            a.owner.label,
            day_text(a.due) if a.due else "–",
            a.status.label,
        ]
        for a in plan.accommodations
    ]
