"""The documents of a plan as bytes, by file name: what a person prints, sends or files."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Final

from reports.calendar_file import Reader, calendar_file
from reports.employer_pdf import employer_pdf
from reports.employer_workbook import employer_workbook
from reports.same_day_note import same_day_note
from rtw.documents.clinician_pdf import clinician_pdf
from rtw.documents.panel_section import PanelSection
from rtw.documents.patient_pdf import patient_pdf
from rtw.documents.values import (
    CaseHead,
    ClinicianDocument,
    FormulaLine,
    PatientDocument,
    SourceLine,
    TrafficLight,
    TrafficStep,
)
from rtw.domain.assessment.operation import PatientFacts
from rtw.domain.disclosure.patient_copy import patient_copy
from rtw.domain.disclosure.values import Disclosure, ReleaseDraft
from rtw.domain.figure import Verified
from rtw.domain.measures.shown import CaseMeasures
from rtw.domain.optimise.outcome import Outcome, SolveStatus
from rtw.domain.plan import PlanVersion
from rtw.domain.planning import Matched
from rtw.knowledge.load import Knowledge, knowledge, records
from rtw.services.exposure.case_panels import printed_panels
from rtw.services.exposure.of_case import exposure_of
from rtw.services.recovery.days import DaysToWorkShown
from rtw.services.recovery.of_case import CaseRecovery
from rtw.services.recovery.papers import days_section, recovery_sections

File = tuple[str, bytes]
NOTHING_KNOWN: Final = PatientFacts()


@dataclass(frozen=True, slots=True)
class PlanPapers:
    """All that the documents of one plan are made from."""

    head: CaseHead
    version: PlanVersion
    done: Matched
    draft: ReleaseDraft
    disclosure: Disclosure
    outcome: Outcome | None = None
    measures: CaseMeasures | None = None
    recovery: CaseRecovery | None = None
    days: DaysToWorkShown | None = None
    patient: PatientFacts = NOTHING_KNOWN


def employer_files(draft: ReleaseDraft, today: date) -> tuple[File, ...]:
    """Make what an employer gets: workbook, report, same-day note and calendar."""
    report = draft.report
    return (
        ("employer.xlsx", employer_workbook(report)),
        ("employer.pdf", employer_pdf(report)),
        ("note.pdf", same_day_note(report, today)),
        ("employer.ics", calendar_file(report, Reader.EMPLOYER, today)),
    )


def clinic_files(papers: PlanPapers, today: date) -> tuple[File, ...]:
    """Make what stays with clinic and patient: the clinical record, the patient's plan and calendar."""
    copy = patient_copy(papers.version, papers.disclosure, today)
    leaflet = PatientDocument(copy, traffic_light(knowledge()))
    return (
        ("clinician.pdf", clinician_pdf(clinician_document(papers), today)),
        ("patient.pdf", patient_pdf(leaflet, today)),
        ("patient.ics", calendar_file(copy, Reader.PATIENT, today)),
    )


def clinician_document(papers: PlanPapers) -> ClinicianDocument:
    """Gather everything behind a plan, with every source that is named in it."""
    sections = tuple(_sections(papers))
    recovery, days = recovery_sections(papers.recovery), days_section(papers.days)
    used = formulas(knowledge())
    named = _source_ids((papers.done, papers.version, papers.measures, sections, recovery, days, used))
    if days and days.strongest_source:
        named.add(days.strongest_source)
    return ClinicianDocument(
        head=papers.head,
        version=papers.version,
        capacity=papers.done.capacity,
        match=papers.done.adapted,
        formulas=used,
        sources=source_lines(knowledge(), named),
        withheld=papers.draft.withheld,
        proof=proof_words(papers.outcome) if papers.outcome else None,
        measures=papers.measures,
        sections=sections,
        recovery=recovery,
        days=days,
    )


def _sections(papers: PlanPapers) -> Iterator[PanelSection]:
    """Give the parts that hold figures with what stands behind each."""
    exposure = exposure_of(papers.done.profile, papers.done.capacity, papers.patient)
    yield PanelSection(EXPOSURE_HEADING, EXPOSURE_INTRO, printed_panels(exposure))


EXPOSURE_HEADING = "How hard the job is for these hands"
EXPOSURE_INTRO = (
    "By published models, with this patient's own strength and the accommodations chosen. Every model was "
    "made on healthy workers: no figure here opens a gate or sets a limit."
)


def formulas(figures: Knowledge) -> tuple[FormulaLine, ...]:
    """Write out the formulas behind the verdicts, with their coefficients."""
    mae, vibration = figures.mae, figures.vibration
    return (
        FormulaLine(
            "Acceptable share of strength at a duty cycle DC",
            f"1 − (DC − 1/{1 / mae.offset.value:.0f})^{mae.exponent.value:g}",
            mae.exponent.source,
        ),
        FormulaLine(
            "Daily vibration A(8) from magnitude a over T hours",
            f"a × √(T / {vibration.reference_hours.value:g} h)",
            vibration.action_value.source,
        ),
        FormulaLine("Ratio of a gap", "needed / available; marginal within measurement error of 1", None),
    )


def source_lines(figures: Knowledge, ids: Iterable[str]) -> tuple[SourceLine, ...]:
    """Give the sources with these ids, by id; a mark that names no publication is left out."""
    worst = worst_verified(figures)
    found = (figures.source(id_) for id_ in sorted(set(ids)))
    return tuple(
        SourceLine(
            source.id,
            source.citation,
            source.doi or source.document or source.url or "",
            worst.get(source.id, Verified.NO).value,
        )
        for source in found
        if source is not None
    )


@cache
def worst_verified(figures: Knowledge) -> dict[str, Verified]:
    """Say of every source how well the least known figure from it is known."""
    ranks = list(Verified)
    worst: dict[str, Verified] = {}
    for name in (field.name for field in fields(figures)):
        for record in records(getattr(figures, name)):
            source, verified = getattr(record, "source", None), getattr(record, "verified", None)
            if isinstance(source, str) and isinstance(verified, Verified):
                worst[source] = max(worst.get(source, verified), verified, key=ranks.index)
    return worst


def _source_ids(value: object) -> set[str]:
    """Collect every source id that stands anywhere in a value."""
    found: set[str] = set()
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, tuple):
            waiting.extend(part)
        elif is_dataclass(part):
            source = getattr(part, "source", None)
            if isinstance(source, str):
                found.add(source)
            waiting.extend(getattr(part, field.name) for field in fields(part))
    return found


def proof_words(outcome: Outcome) -> str:
    """Say what was proven, within its limits, and never more; without a plan, what collides and frees."""
    if outcome.schedule is None:
        collide = (words for each in outcome.conflicts for words in (each.sentence, each.advice))
        return " ".join((f"{outcome.status.label}.", *collide))
    earliest = outcome.earliest_full_duty_week
    if outcome.closed_tasks:
        shut = ", ".join(outcome.closed_tasks)
        return f"Full duty stays out of reach while these tasks are shut: {shut}. {outcome.status.label}."
    if outcome.schedule.full_duty_week is None:
        return f"Within these limits none reaches full duty within these weeks. {outcome.status.label}."
    proof = (
        f"Within these limits none reaches full duty before week {earliest}."
        if outcome.status is SolveStatus.PROVEN_OPTIMAL
        else "Not proven to be the earliest."
    )
    return f"Full duty in week {outcome.schedule.full_duty_week}. {proof}"


def traffic_light(figures: Knowledge) -> TrafficLight:
    """Build the rule for when it hurts from its figures, with what is said against it."""
    safe, most = figures.pain.safe.value, figures.pain.acceptable.value
    steps = (
        TrafficStep(
            "Green",
            f"Pain 0 to {safe:g} out of 10, and no worse the next morning",
            "Carry on as planned.",
        ),
        TrafficStep(
            "Amber",
            f"Pain more than {safe:g} and up to {most:g}, or worse the next morning",
            "Stay at this step. Do not add hours. Take your breaks.",
        ),
        TrafficStep("Red", f"Pain above {most:g}", "Stop this task today and call your therapist."),
    )
    signs = ("New waking at night", "Numbness that spreads or stays", "New weakness")
    caveat = (
        "This rule was made for tendons and is used here with care. "
        "The nerve signs come first, whatever the number."
    )
    return TrafficLight(steps, caveat, signs)
