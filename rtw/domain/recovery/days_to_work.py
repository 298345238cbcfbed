"""Days to work as published, beside those of a computed schedule: ranges with their source."""

from dataclasses import dataclass
from enum import StrEnum

from rtw.domain.figure import SourceId, Verified
from rtw.domain.recovery.job_class import JobClass


class ForJobs(StrEnum):
    """Which classes a published figure speaks of."""

    ANY = "any"
    DESK = "desk"
    LIGHT = "light"
    HEAVY = "heavy"
    MANUAL = "manual"

    def covers(self, job_class: JobClass | None) -> bool:
        """Whether it speaks of a class; of a class that is not known every figure may speak."""
        if job_class is None or self is ForJobs.ANY:
            return True
        if self is ForJobs.MANUAL:
            return job_class is not JobClass.DESK
        return self.value == job_class.value


class Milestone(StrEnum):
    """What was reached on the day counted."""

    RETURN = "return"
    FIRST_DAY = "first_day"
    FULL_DUTY = "full_duty"
    NOT_WORK = "not_work"

    @property
    def label(self) -> str:
        """The milestone as a person reads it."""
        return {
            "return": "return to work, part or full not said",
            "first_day": "first day back",
            "full_duty": "full duty",
            "not_work": "not of work itself",
        }[self.value]


class SpreadOf(StrEnum):
    """What lowest and highest of a row are. Only of people, advisers and studies can a plan lie outside."""

    PEOPLE = "people"
    ADVICE = "advice"
    STUDIES = "studies"
    MEAN = "mean"
    NONE = "none"

    @property
    def label(self) -> str:
        """The spread as a person reads it."""
        return {
            "people": "range of people",
            "advice": "range of advice",
            "studies": "range of studies",
            "mean": "95 % interval of the mean, not of people",
            "none": "no range given",
        }[self.value]


class Against(StrEnum):
    """Where the computed schedule lies against one published range."""

    WITHIN = "within"
    EARLIER = "earlier"
    LATER = "later"
    NOT_COMPARED = "not_compared"

    @property
    def label(self) -> str:
        """The words shown."""
        return {
            "within": "the plan lies within",
            "earlier": "the plan is earlier",
            "later": "the plan is later",
            "not_compared": "not compared",
        }[self.value]

    @property
    def sign(self) -> str:
        """A sign beside the words."""
        return {"within": "✓", "earlier": "◀", "later": "▶", "not_compared": "–"}[self.value]


@dataclass(frozen=True, slots=True)
class PublishedDays:
    """Days from operation to a milestone, as one source gives them: its middle and both ends."""

    about: str
    kind: str
    days: float | None
    low: float | None
    high: float | None
    n: int | None
    jobs: ForJobs
    milestone: Milestone
    spread: SpreadOf
    source: SourceId
    verified: Verified

    @property
    def has_range(self) -> bool:
        """Whether both ends are given; a single figure says nothing of how far people differ."""
        return self.low is not None and self.high is not None

    @property
    def is_comparable(self) -> bool:
        """Whether it gives a range a plan can lie outside of."""
        return self.has_range and self.spread in (SpreadOf.PEOPLE, SpreadOf.ADVICE, SpreadOf.STUDIES)


@dataclass(frozen=True, slots=True)
class PlannedDays:
    """Days from operation to the first day back, to full duty and to the last day of a schedule.

    `full_duty` None: not within its weeks, so not before the day after `last_day`.
    """

    first_day: int
    full_duty: int | None
    last_day: int

    @property
    def full_duty_earliest(self) -> int:
        """The first day on which full duty can be, as far as the schedule tells."""
        return self.last_day + 1 if self.full_duty is None else self.full_duty


def against(planned: PlannedDays, published: PublishedDays) -> Against:
    """Compare a schedule with one range: first day, full duty, or either where the source does not say."""
    if not published.is_comparable or published.low is None or published.high is None:
        return Against.NOT_COMPARED
    if published.milestone is Milestone.NOT_WORK:
        return Against.NOT_COMPARED
    begin, end = planned.first_day, planned.full_duty
    if published.milestone is Milestone.FIRST_DAY:
        end = begin
    if published.milestone is Milestone.FULL_DUTY:
        begin = planned.full_duty_earliest
    if begin > published.high:
        return Against.LATER
    if published.milestone is Milestone.FULL_DUTY and end is None:
        return Against.NOT_COMPARED
    return Against.EARLIER if end is not None and end < published.low else Against.WITHIN
