"""What a therapist may set before a schedule is solved; every default says where it comes from."""

from dataclasses import dataclass
from datetime import date, timedelta

from rtw.domain.schedule.brief import Ground, OpenedGate, Origin, RestRule, TimeAway
from rtw.domain.schedule.values import BreakRule


@dataclass(frozen=True, slots=True)
class Chosen:
    """A whole number and why it is that."""

    value: int
    ground: Ground


@dataclass(frozen=True, slots=True)
class ChosenShare:
    """A share (0 to 1) and why it is that."""

    value: float
    ground: Ground


START_SHARE = ChosenShare(
    0.5,
    Ground(
        Origin.KNOWLEDGE,
        "a first day of half the usual hours",
        "viikari_juntura_2012",
        "Let the therapist set a longer first day",
    ),
)
DAY_STEP = Chosen(
    2,
    Ground(
        Origin.CONVENTION,
        "a day grows by at most 1 h from week to week",
        None,
        "Let the therapist allow a larger weekly step",
    ),
)
TOLERANCE_STEP = ChosenShare(
    0.1,
    Ground(Origin.CONVENTION, "tolerances grow by a tenth of today's figure a week", None, "Measure again"),
)
MIN_DAY = Chosen(
    4, Ground(Origin.CONVENTION, "a working day has at least 2 h", None, "Allow a shorter working day")
)
BREAKS = BreakRule(60, 5, "published rule", "galinsky_2000")


@dataclass(frozen=True, slots=True)
class EmployerOffer:
    """What the employer can offer; None: as the job's own shift. `workdays` are weekdays, 0 Monday."""

    hours_per_day: float | None = None
    workdays: tuple[int, ...] | None = None
    closed_on: tuple[date, ...] = ()
    tasks_from: tuple[tuple[str, date], ...] = ()
    tasks_until: tuple[tuple[str, date], ...] = ()


@dataclass(frozen=True, slots=True)
class HoursLimit:
    """Most hours of all work, as the surgeon or therapist set it: a day, a week, within dates."""

    origin: Origin
    words: str
    hours_per_day: float | None = None
    hours_per_week: float | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class SignedOpening:
    """A signed reassessment that opens the gates of a task from a date on."""

    task: str
    opened: OpenedGate


@dataclass(frozen=True, slots=True)
class PlanSettings:
    """The therapist's settings. Amounts in half-hours where they count blocks.

    `essential_if_not_said`: a task the sheet does not mark counts as essential. `default_shift_h` serves
    only where neither sheet nor offer names the hours of a day. `first_day` goes before `start_share`, which
    is a share of the job's own whole day. `task_hours` are hours a day of tasks as the therapist has them,
    in place of the sheet's. `review_on` is the next review: up to it what was measured and reported holds,
    and only after it may tolerances be expected to have grown. None: nothing grows.
    """

    start: date
    weeks: int = 12
    offer: EmployerOffer = EmployerOffer()
    start_share: ChosenShare = START_SHARE
    day_step: Chosen = DAY_STEP
    tolerance_step: ChosenShare = TOLERANCE_STEP
    min_day: Chosen | None = MIN_DAY
    min_block: int = 1
    breaks: BreakRule = BREAKS
    rests: tuple[RestRule, ...] = ()
    away: tuple[TimeAway, ...] = ()
    hours_limits: tuple[HoursLimit, ...] = ()
    openings: tuple[SignedOpening, ...] = ()
    begin_by_week: int | None = None
    full_duty_by_week: int | None = None
    essential_if_not_said: bool = True
    default_shift_h: float = 8.0
    task_hours: tuple[tuple[str, float], ...] = ()
    first_day: Chosen | None = None
    review_on: date | None = None

    def is_after_review(self, week: int) -> bool:
        """Whether a week (counted from 0) lies wholly after the next review: all of it is provisional."""
        return self.review_on is not None and self.start + timedelta(weeks=week) > self.review_on
