"""What the employer does not see, said to the therapist with the rule behind it."""

from collections.abc import Iterator

from reports.types import EmployerReport
from reports.wording import limit_text, number_text
from rtw.domain.disclosure.profiles import DisclosureProfile, Item, Rule
from rtw.domain.disclosure.values import Withheld
from rtw.domain.disclosure.vocabulary import ladder_amount, rung_of
from rtw.domain.plan import Approvals, Plan, Restriction

NEVER = (
    "Diagnosis, procedure and medication",
    "Scores, raw strength, norms and consistency of effort",
    "Exercises, check-ins, mood and notes",
    "Date of birth and other conditions",
)
"""What no report can hold, whatever the profile."""


def withheld_of(
    plan: Plan,
    report: EmployerReport,
    profile: DisclosureProfile,
    approvals: Approvals,
    *,
    reason_shown: bool,
) -> tuple[Withheld, ...]:
    """List all that is held back of this plan, with the rule for each."""
    pairs = (
        *((what, profile.rule(Item.CLINICAL)) for what in NEVER),
        *_origins(plan, profile),
        *_steps(plan, profile),
        *_reason(plan, profile, shown=reason_shown),
        *_times(plan, report, profile),
        *_acts(plan, approvals, profile),
    )
    return tuple(Withheld(what, rule.words) for what, rule in dict.fromkeys(pairs))


def _origins(plan: Plan, profile: DisclosureProfile) -> Iterator[tuple[str, Rule]]:
    rule = profile.rule(Item.ORIGIN)
    for r in plan.restrictions:
        yield f"{r.kind.label}: limit from {r.basis.label}, {r.origin}", rule
    if any(week.binds for week in plan.schedule.weeks):
        yield "Why each week holds no more work", rule


def _steps(plan: Plan, profile: DisclosureProfile) -> Iterator[tuple[str, Rule]]:
    """Tell which figures stepped to a more protective rung."""
    for restriction in plan.restrictions:
        rung = rung_of(restriction.quantity, restriction.value)
        if ladder_amount(restriction.quantity, restriction.value) != rung.value:
            yield _step(restriction, limit_text(rung)), profile.rule(Item.EXACT_FIGURES)


def _step(restriction: Restriction, shown: str) -> str:
    exact = number_text(ladder_amount(restriction.quantity, restriction.value))
    return f"{restriction.kind.label}: exact figure {exact}, shown as “{shown}”"


def _reason(plan: Plan, profile: DisclosureProfile, *, shown: bool) -> Iterator[tuple[str, Rule]]:
    if plan.reason and not shown:
        yield f"Reason: “{plan.reason}”", profile.rule(Item.REASON)


def _times(plan: Plan, report: EmployerReport, profile: DisclosureProfile) -> Iterator[tuple[str, Rule]]:
    if plan.treatment_times:
        what = "What the times away are for" if report.away else "Times away for treatment"
        yield what, profile.rule(Item.TREATMENT_TIMES)


def _acts(plan: Plan, approvals: Approvals, profile: DisclosureProfile) -> Iterator[tuple[str, Rule]]:
    if approvals.physician:
        yield "Physician's name and date of approval", profile.rule(Item.APPROVAL)
    what = f"Assessment version {plan.made_from.assessment_version} and the version of the knowledge base"
    yield what, profile.rule(Item.CLINICAL)
