"""From a case file to its plan and papers: what `plan` on the command line does."""

from dataclasses import dataclass
from datetime import date

from rtw.documents.values import CaseHead
from rtw.domain.accommodation.effects import ChosenEffect
from rtw.domain.accommodation.fitting import circumstances_of
from rtw.domain.accommodation.given_figures import figure_given
from rtw.domain.assessed_capacity import capacity_of
from rtw.domain.assessment.operation import Operation
from rtw.domain.closed_tasks import closed_tasks
from rtw.domain.dates import day_in_words
from rtw.domain.disclosure.profiles import PROFILES
from rtw.domain.disclosure.release import release_of
from rtw.domain.disclosure.values import CatalogueEntry, Disclosure, ReleaseDraft
from rtw.domain.gap import Override
from rtw.domain.matching.gaps import GapOverride
from rtw.domain.plan import (
    Approvals,
    ChosenAccommodation,
    Consent,
    MadeFrom,
    Plan,
    PlanVersion,
    Recipient,
    TextApproval,
)
from rtw.domain.planning import (
    CaseFindings,
    Figures,
    Matched,
    Planned,
    brief_for,
    contradictions,
    matched,
    planned,
    restrictions_for,
)
from rtw.domain.relying import Planning, with_relying_tasks
from rtw.domain.schedule.values import Schedule
from rtw.domain.schedule.wishes import next_review, settings_of
from rtw.knowledge.for_domain import (
    break_rule,
    capacity_coefficients,
    match_coefficients,
    recovery_bands,
)
from rtw.knowledge.for_recovery import recovery_model
from rtw.knowledge.load import knowledge
from rtw.services.case_file.values import SCHEMA_VERSION, CaseFile, ChosenInCase, PlanDocument
from rtw.services.measures.build import measures_of
from rtw.services.plan_documents import File, PlanPapers, clinic_files, employer_files
from rtw.services.recovery.days import days_of
from rtw.services.recovery.of_case import recovery_of


@dataclass(frozen=True, slots=True)
class CasePlan:
    """A case with its plan: what was matched, what was solved, and what may leave."""

    case: CaseFile
    done: Matched
    solved: Planned
    version: PlanVersion
    draft: ReleaseDraft
    disclosure: Disclosure


def plan_case(case: CaseFile, today: date) -> CasePlan:
    """Match, solve and filter one case, as of `today`."""
    findings = findings_of(case)
    figures = figures_for(case, findings, today)
    settings = settings_of(case.wishes, case.treatment_times, break_rule(knowledge()), today, case.review_on)
    done = matched(findings, figures, today)
    solved = planned(brief_for(findings, done, figures, settings))
    version = _version(case, Planning(findings, figures, settings, today), done, solved)
    disclosure = disclosure_of(case)
    profile = PROFILES[case.disclosure_profile]
    draft = release_of(version, profile, disclosure, _approvals(case, today), _consent(case), today)
    return CasePlan(case, done, solved, version, draft, disclosure)


def _consent(case: CaseFile) -> Consent | None:
    """Take the newest consent for the employer: it stands in the place of older ones, even of wider."""
    given = [consent for consent in case.consents if consent.recipient is Recipient.EMPLOYER]
    return max(given, key=lambda consent: consent.given_on, default=None)


def findings_of(case: CaseFile) -> CaseFindings:
    """Take from the file what matching and planning read."""
    live = [chosen for chosen in case.accommodations if chosen.status.is_live]
    return CaseFindings(
        profile=case.job,
        patient=case.patient,
        operations=case.operations,
        assessments=case.assessments,
        restrictions=case.surgeon_restrictions,
        chosen=tuple(_effect(chosen) for chosen in live),
        overrides=tuple(
            GapOverride(o.task, o.index, o.kind, o.side, Override(o.verdict, o.reason, o.by))
            for o in case.overrides
        ),
    )


def figures_for(case: CaseFile, findings: CaseFindings, today: date) -> Figures:
    """Load the figures; which accommodations count depends on this place and this person."""
    coefficients = capacity_coefficients(knowledge())
    capacity = capacity_of(
        findings.assessments,
        findings.patient,
        findings.operations,
        findings.restrictions,
        coefficients,
        today,
    )
    sides = {operation.side for operation in case.operations}
    circumstances = {*case.circumstances, *circumstances_of(capacity, sides)}
    return Figures(
        match=match_coefficients(knowledge(), frozenset(case.workplace), frozenset(circumstances)),
        capacity=coefficients,
        recovery=recovery_bands(knowledge()),
        expected=recovery_model(knowledge()),
    )


def _version(case: CaseFile, made: Planning, done: Matched, solved: Planned) -> PlanVersion:
    review_on = case.review_on or next_review(solved.brief.start, made.on)
    plan = Plan(
        schedule=solved.outcome.schedule or Schedule((), None, (), solved.brief.breaks),
        restrictions=restrictions_for(made.case, done, solved.brief, made.figures, review_on),
        accommodations=tuple(_chosen(case)),
        review_on=review_on,
        made_from=MadeFrom(1, len(case.assessments), knowledge().version),
        treatment_times=case.treatment_times,
        expected_full_duty=case.expected_full_duty,
        employer_note=case.employer_note,
        reason=case.reason,
        assumptions=tuple(assumption.words for assumption in solved.brief.assumptions),
        closed_tasks=closed_tasks(solved.brief, review_on, solved.outcome.schedule),
    )
    plan = with_relying_tasks(plan, made)
    if case.release is None:
        return PlanVersion(plan, 0, None, None)
    return PlanVersion(plan, 1, case.release.approved_by, made.on)


def _chosen(case: CaseFile) -> list[ChosenAccommodation]:
    return [
        ChosenAccommodation(
            c.accommodation_id,
            c.tasks,
            c.owner,
            c.due,
            c.status,
            c.employer_text or _effect(c).accommodation.employer_text,
            figure=figure_given(_effect(c)),
        )
        for c in case.accommodations
    ]


def _effect(chosen: ChosenInCase) -> ChosenEffect:
    catalogue = {entry.id: entry for entry in knowledge().catalogue.accommodations}
    given = tuple((figure.name, figure.value) for figure in chosen.given)
    return ChosenEffect(catalogue[chosen.accommodation_id], chosen.tasks, given)


def disclosure_of(case: CaseFile) -> Disclosure:
    """Say to whom the plan goes and which names are the employer's own."""
    names = {case.job.title, *(task.name for task in case.job.tasks)}
    return Disclosure(
        recipient=Recipient.EMPLOYER,
        reference=case.reference,
        worker=case.worker,
        employer=case.job.employer,
        job_title=case.job.title,
        employers_words=frozenset(names if case.job_from_employer else ()),
        clinic=case.clinic,
        contact=case.contact,
        catalogue=tuple(
            CatalogueEntry(entry.id, entry.employer_text) for entry in knowledge().catalogue.accommodations
        ),
    )


def _approvals(case: CaseFile, today: date) -> Approvals:
    if case.release is None:
        return Approvals(physician=case.physician_approval)
    by = case.release.approved_by
    texts = tuple(TextApproval(text, by, today) for text in case.release.approved_texts)
    return Approvals(by, texts, case.physician_approval)


def files_of(plan: CasePlan, today: date) -> tuple[File, ...]:
    """Make every document of a planned case, `plan.json` not among them."""
    case = plan.case
    papers = PlanPapers(
        _head(case),
        plan.version,
        plan.done,
        plan.draft,
        plan.disclosure,
        plan.solved.outcome,
        measures_of(case.patient, case.operations, case.assessments, {}),
        patient=case.patient,
        recovery=recovery_of(case.operations, case.assessments, today),
        days=days_of(case.operations, case.job, plan.version.plan.schedule),
    )
    return (*employer_files(plan.draft, today), *clinic_files(papers, today))


def _head(case: CaseFile) -> CaseHead:
    clinic = case.clinic
    lines = (*clinic.address, *(line for line in (clinic.phone, clinic.email) if line))
    operations = "; ".join(_operation(entry) for entry in case.operations) or "none recorded"
    about = [
        ("Treatment", operations),
        ("Job", case.job.title),
        ("Employer", case.job.employer or "not stated"),
    ]
    texts = (("Diagnosis", case.diagnosis), ("Medication", case.medication), ("Notes", case.clinical_notes))
    about += [(label, text) for label, text in texts if text]
    return CaseHead(clinic.name, lines, case.reference, case.worker, case.contact.name, tuple(about))


def _operation(operation: Operation) -> str:
    day = f", {day_in_words(operation.on)}" if operation.on else ""
    return f"{operation.procedure.label}, {operation.side.label.lower()}{day}"


def plan_document(plan: CasePlan) -> PlanDocument:
    """Give the plan as a document: clinical, for the clinic."""
    return PlanDocument(
        schema_version=SCHEMA_VERSION,
        status=plan.solved.outcome.status,
        version=plan.version,
        outcome=plan.solved.outcome,
        violations=(*plan.solved.violations, *contradictions(plan.version.plan, plan.done)),
        capacity=plan.done.capacity,
        match=plan.done.as_it_stands,
        adapted_match=plan.done.adapted,
        releasable=plan.draft.releasable,
        withheld=plan.draft.withheld,
        refusals=plan.draft.refusals,
    )
