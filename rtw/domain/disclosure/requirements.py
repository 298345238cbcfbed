"""The acts without which nothing leaves: signature, consent for this recipient, physician, a review ahead."""

from datetime import date, timedelta

from job_profiles.problem import Problem
from rtw.domain.disclosure.profiles import DisclosureProfile, Item
from rtw.domain.disclosure.values import Disclosure, refusal
from rtw.domain.plan import Approvals, Consent, ConsentScope, PlanVersion


def wants_reason(profile: DisclosureProfile, consent: Consent | None) -> bool:
    """Whether a reason may be shown at all: the place allows it and the patient agreed to it."""
    scope = consent.scope if consent else None
    return profile.allows_reason and scope is ConsentScope.FUNCTIONAL_AND_REASON


def acts_missing(
    version: PlanVersion,
    profile: DisclosureProfile,
    disclosure: Disclosure,
    approvals: Approvals,
    consent: Consent | None,
    today: date,
) -> tuple[Problem, ...]:
    """List every act that is still missing before this version may go to this recipient."""
    found = (
        _signature(version),
        _consent(disclosure, consent, today),
        _physician(version, profile, approvals),
        _review(version, today),
        _work(version, today),
    )
    return tuple(problem for problem in found if problem)


def _signature(version: PlanVersion) -> Problem | None:
    if version.is_signed:
        return None
    return refusal("plan-not-signed", "The plan has not been signed.", "Sign the plan: that makes a version.")


def _consent(disclosure: Disclosure, consent: Consent | None, today: date) -> Problem | None:
    recipient = disclosure.recipient.label.lower()
    if consent is None or consent.recipient is not disclosure.recipient:
        message = f"The patient's consent for the {recipient} is not recorded."
        return refusal("no-consent", message, "Ask the patient, and record the answer with its date.")
    if not consent.holds_on(today):
        message = f"The patient's consent for the {recipient} is not in force today."
        return refusal("consent-not-in-force", message, "Ask the patient again, and record the new dates.")
    return None


def _physician(version: PlanVersion, profile: DisclosureProfile, approvals: Approvals) -> Problem | None:
    if not profile.needs_physician:
        return None
    approval = approvals.physician
    if approval is None:
        rule = profile.rule(Item.APPROVAL)
        advice = f"Get the physician's approval and record it. {rule.words} ({rule.source})"
        return refusal("no-physician-approval", "This place requires the physician's approval.", advice)
    if approval.plan_number != version.number:
        message = f"The physician approved version {approval.plan_number}, not version {version.number}."
        return refusal("physician-approved-other", message, "Get approval for this version.")
    return None


def _review(version: PlanVersion, today: date) -> Problem | None:
    if version.plan.review_on >= today:
        return None
    message = "The review date has passed, so every day of the plan would be a forecast."
    return refusal("review-passed", message, "Review the plan and set the next review date.")


def _work(version: PlanVersion, today: date) -> Problem | None:
    """Ask for a day of work ahead: a paper without one reads as if nothing were agreed."""
    worked = (
        week.monday + timedelta(days=day.weekday)
        for week in version.plan.schedule.weeks
        for day in week.days
        if day.tasks
    )
    if any(day >= today for day in worked):
        return None
    message = "The plan holds no day of work from today on."
    return refusal("no-work-ahead", message, "Make a schedule that fits the limits, or loosen what collides.")
