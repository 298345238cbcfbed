"""Days to work: what is published for the operation and the job, beside the schedule's own dates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from job_profiles.profile import JobProfile
from rtw.domain.assessment.operation import Operation
from rtw.domain.recovery.days_to_work import Against, PlannedDays, PublishedDays, against
from rtw.domain.recovery.job_class import ClassOfJob, JobClass, class_of_job
from rtw.domain.schedule.values import Schedule
from rtw.domain.why import Why
from rtw.knowledge.for_days_to_work import published_days
from rtw.knowledge.load import knowledge
from rtw.knowledge.types.recovery import ReturnPredictor
from rtw.services.case_record import CaseRecord
from rtw.services.recovery.days_panels import rule_of_classes, why_class, why_date, why_row
from rtw.services.recovery.followed import followed_operation, following_words

LATER = (
    "The plan is later than a published range. Perhaps it was begun late, a limit here is stricter than "
    "it need be, a figure is still missing, the job is heavier than those studied, or this hand heals more "
    "slowly. What binds the first weeks of the plan says which."
)
EARLIER = (
    "The plan is earlier than a published range. Perhaps the tasks planned first are lighter than those "
    "in the studies, or people were advised to wait. Ask what the surgeon advised before the plan is signed."
)


@dataclass(frozen=True, slots=True)
class DaysRow:
    """One published range, how the plan lies against it, and why."""

    published: PublishedDays
    against: Against
    why: Why


@dataclass(frozen=True, slots=True)
class PlannedDates:
    """The dates of a schedule and their days since operation. `full_duty` None: not within its weeks."""

    first_day: date
    full_duty: date | None
    days: PlannedDays
    why_first: Why
    why_full: Why | None


@dataclass(frozen=True, slots=True)
class DaysToWorkShown:
    """All that stands on the page. `meaning` says what a difference may mean, one sentence for each kind.

    `following`: of several treatments, which one this is and why, and what of the others is not used.
    """

    operation: Operation
    planned: PlannedDates | None
    job: ClassOfJob
    why_job: Why | None
    is_chosen: bool
    rows: tuple[DaysRow, ...]
    meaning: tuple[str, ...]
    predictors: tuple[ReturnPredictor, ...]
    following: tuple[str, ...] = ()

    @property
    def ranges(self) -> tuple[DaysRow, ...]:
        """The rows that say how far people, advisers, studies or a mean differ."""
        return tuple(row for row in self.rows if row.published.has_range)

    @property
    def singles(self) -> tuple[DaysRow, ...]:
        """The rows that are one figure without a range: nothing can lie outside of them."""
        return tuple(row for row in self.rows if not row.published.has_range)

    @property
    def strongest(self) -> ReturnPredictor | None:
        """What delays most, by the largest published odds ratio; None where none is published."""
        known = (each for each in self.predictors if each.odds_ratio is not None)
        return max(known, key=lambda each: each.odds_ratio or 0.0, default=None)

    @property
    def other_predictors(self) -> tuple[ReturnPredictor, ...]:
        """What else hastens or delays, in the order of the table."""
        return tuple(each for each in self.predictors if each is not self.strongest)


def case_days(
    record: CaseRecord, schedule: Schedule | None, chosen: JobClass | None = None
) -> DaysToWorkShown | None:
    """Set published days beside a schedule; None without the day of a treatment."""
    return days_of(record.operations, record.profile, schedule, chosen)


def days_of(
    operations: Sequence[Operation],
    profile: JobProfile | None,
    schedule: Schedule | None,
    chosen: JobClass | None = None,
) -> DaysToWorkShown | None:
    """Do the same from the values themselves, as papers need it."""
    operation = followed_operation(operations)
    if operation is None or operation.on is None:
        return None
    planned = _planned(schedule, operation.on) if schedule else None
    job = ClassOfJob(chosen, "Chosen on this page.") if chosen else _class(profile)
    rows = tuple(
        _row(published, planned)
        for published in published_days(knowledge(), operation.procedure)
        if published.jobs.covers(job.job_class)
    )
    return DaysToWorkShown(
        operation=operation,
        planned=planned,
        job=job,
        why_job=why_class(job, profile) if job.job_class and profile and not chosen else None,
        is_chosen=chosen is not None,
        rows=rows,
        meaning=_meaning(rows),
        predictors=knowledge().predictors.rows,
        following=following_words(operations),
    )


def _class(profile: JobProfile | None) -> ClassOfJob:
    rule = rule_of_classes()
    if profile is None or rule is None:
        return ClassOfJob(None, "No job is attached yet.")
    return class_of_job(profile, rule)


def _planned(schedule: Schedule, operated_on: date) -> PlannedDates | None:
    """Read the first day of work and the first day of the week of full duty."""
    worked = [(w.monday + timedelta(days=d.weekday)) for w in schedule.weeks for d in w.days if d.tasks]
    if not worked:
        return None
    week = schedule.week(schedule.full_duty_week) if schedule.full_duty_week else None
    first, full = min(worked), week.monday if week else None
    last = schedule.weeks[-1].monday + timedelta(days=6)
    days = PlannedDays(
        first_day=(first - operated_on).days,
        full_duty=(full - operated_on).days if full else None,
        last_day=(last - operated_on).days,
    )
    why_full = why_date("Full duty in the plan", full, operated_on) if full else None
    return PlannedDates(
        first, full, days, why_date("First day back in the plan", first, operated_on), why_full
    )


def _row(published: PublishedDays, planned: PlannedDates | None) -> DaysRow:
    found = against(planned.days, published) if planned else Against.NOT_COMPARED
    return DaysRow(published, found, why_row(published))


def _meaning(rows: tuple[DaysRow, ...]) -> tuple[str, ...]:
    found = {row.against for row in rows}
    said = ((Against.LATER, LATER), (Against.EARLIER, EARLIER))
    return tuple(words for which, words in said if which in found)
