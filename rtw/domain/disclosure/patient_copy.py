"""The patient's own copy of a plan: the same facts an employer gets, with nothing to ask leave for."""

from dataclasses import replace
from datetime import date

from reports.types import EmployerReport
from rtw.domain.disclosure.profiles import FUNCTIONAL_ONLY
from rtw.domain.disclosure.release import release_of
from rtw.domain.disclosure.values import CatalogueEntry, Disclosure
from rtw.domain.plan import Approvals, Consent, ConsentScope, Plan, PlanVersion, Recipient


def patient_copy(version: PlanVersion, disclosure: Disclosure, today: date) -> EmployerReport:
    """Make the patient's copy: every name as the plan has it, no note to the employer.

    The rungs are the employer's, so that patient and supervisor read the same figures. A plan that
    nobody signed is a DRAFT.
    """
    plan = version.plan
    own = replace(
        disclosure,
        recipient=Recipient.PATIENT,
        employers_words=frozenset({disclosure.job_title, *_names(plan)}),
        catalogue=tuple(CatalogueEntry(a.accommodation_id, a.employer_text) for a in plan.accommodations),
    )
    signed = replace(version, plan=replace(plan, employer_note=None, reason=None))
    consent = Consent(Recipient.PATIENT, ConsentScope.FUNCTIONAL, today)
    approvals = Approvals(released_by=version.signed_by)
    return release_of(signed, FUNCTIONAL_ONLY, own, approvals, consent, today).report


def _names(plan: Plan) -> set[str]:
    """Collect every task the plan speaks of."""
    worked = {entry.task for week in plan.schedule.weeks for day in week.days for entry in day.tasks}
    served = {task for chosen in plan.accommodations for task in chosen.tasks}
    closed = {each.task for each in plan.closed_tasks}
    return worked | served | closed | {bout.task for bout in plan.schedule.bouts}
