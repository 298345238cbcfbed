"""Why panels of days to work: dates of the plan, published rows, and the class of the job."""

from datetime import date
from functools import cache

from job_profiles.profile import JobProfile
from rtw.domain.dates import day_in_words
from rtw.domain.recovery.days_to_work import PublishedDays
from rtw.domain.recovery.job_class import ClassOfJob, ClassRule
from rtw.domain.why import Coefficient, Input, Origin, Why
from rtw.knowledge.for_days_to_work import class_rule
from rtw.knowledge.load import knowledge
from rtw.services.demand_origin import part_by_hand, whose_job


@cache
def rule_of_classes() -> ClassRule | None:
    """Say where light work ends and desk work begins, by the shipped knowledge."""
    return class_rule(knowledge())


def why_date(subject: str, on: date, operated_on: date) -> Why:
    """Say from which two days the days of a plan are counted."""
    return Why(
        subject,
        f"{(on - operated_on).days} days",
        formula="date in the plan − day of treatment",
        inputs=(
            Input("Date in the plan", day_in_words(on), Origin.COMPUTED, "the schedule"),
            Input("Day of treatment", day_in_words(operated_on), Origin.CLINICIAN),
        ),
    )


def days_words(published: PublishedDays) -> str:
    """Write the middle and the range, as far as the source gives them."""
    span = (
        "" if published.low is None or published.high is None else f"{published.low:g} to {published.high:g}"
    )
    if published.days is None:
        return f"{span} days"
    return f"{published.days:g} days ({span})" if span else f"{published.days:g} days"


def why_row(published: PublishedDays) -> Why:
    """Say where published days to work come from."""
    coefficient = Coefficient(
        meaning=f"{published.about}; {published.kind}; {published.milestone.label}",
        value=f"{days_words(published)}, {published.spread.label}",
        source=published.source,
        verified=published.verified,
        population=f"{published.n} people" if published.n else "number of people not given",
    )
    return Why(f"Days to work, {published.about}", days_words(published), coefficients=(coefficient,))


def why_class(job: ClassOfJob, profile: JobProfile) -> Why:
    """Say by which loads and hours a job is of its class, and whose figures they are."""
    rule, said = rule_of_classes(), knowledge().recovery_assumptions.desk_share
    light = next(row for row in knowledge().strength_classes.rows if row.name == "light")
    demanded = Input("What the job demands", job.reason, whose_job(profile), part_by_hand(profile))
    return Why(
        "Class of the job",
        job.job_class.label if job.job_class else "",
        formula="heaviest load against light work; then hours at keyboard, mouse, screen or pen",
        inputs=(demanded, said.as_input),
        coefficients=(
            Coefficient(
                "Most that light work lifts, now and then",
                f"{light.occasional_lb:g} lb ({rule.light_kg:.1f} kg)" if rule else "",
                light.source,
                light.verified,
            ),
        ),
        cautions=("A class is a coarse word for a job: what binds the plan are its own demands.",),
    )
