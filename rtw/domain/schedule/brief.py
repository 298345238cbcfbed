"""What a schedule must respect, ready for solving and checking: whole numbers, every limit with its ground.

A brief holds data and no arithmetic, so that the solver and the checker read it each in their own way.
Amounts of a dose are whole units (minutes, or ten-thousandths of a day's allowance): weights rounded up
and caps rounded down when the brief is made, so that rounding never permits more than the limit does.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from job_profiles.kinds import DemandKind
from rtw.domain.hands import Side
from rtw.domain.schedule.assumption import Assumption
from rtw.domain.schedule.values import BLOCK_H, BreakRule

MAX_WEEKS = 26
"""Longest horizon of one schedule (convention): beyond half a year a forecast is not a plan."""


MINUTES = "min"
"""Unit of a dose that counts minutes; any other unit counts parts of an allowance."""


class Origin(StrEnum):
    """Who or what stands behind a limit."""

    CONVENTION = "convention"
    KNOWLEDGE = "knowledge"
    MEASURED = "measured"
    PATIENT = "patient"
    THERAPIST = "therapist"
    SURGEON = "surgeon"
    EMPLOYER = "employer"
    JOB = "job"
    RESTRICTION = "restriction"

    @property
    def label(self) -> str:
        """The origin as a person reads it."""
        return _ORIGIN_LABELS[self]


_ORIGIN_LABELS = {
    Origin.CONVENTION: "convention",
    Origin.KNOWLEDGE: "published rule",
    Origin.MEASURED: "measured",
    Origin.PATIENT: "patient's report",
    Origin.THERAPIST: "therapist's decision",
    Origin.SURGEON: "surgeon's restriction",
    Origin.EMPLOYER: "employer's offer",
    Origin.JOB: "the job itself",
    Origin.RESTRICTION: "restriction of the plan",
}


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a limit stands: where it came from, the sentence shown, its source id, and what would loosen it."""

    origin: Origin
    words: str
    source: str | None = None
    helps: str | None = None


class GateKind(StrEnum):
    """What keeps a task shut: dated or the plan's own for its days, any other until a reassessment."""

    PEAK = "peak"
    SUSTAINED = "sustained"
    POSTURE = "posture"
    NOT_PERMITTED = "not_permitted"
    SENSATION = "sensation"
    WOUND = "wound"
    NOT_MEASURED = "not_measured"
    NOT_STATED = "not_stated"
    DATED = "dated"
    RESTRICTED = "restricted"

    @property
    def label(self) -> str:
        """The gate as a person reads it."""
        return _GATE_LABELS[self]


_GATE_LABELS = {
    GateKind.PEAK: "Peak force",
    GateKind.SUSTAINED: "Force over time",
    GateKind.POSTURE: "Joint position",
    GateKind.NOT_PERMITTED: "Not permitted",
    GateKind.SENSATION: "Feeling",
    GateKind.WOUND: "Wound",
    GateKind.NOT_MEASURED: "Not measured",
    GateKind.NOT_STATED: "Not stated by the employer",
    GateKind.DATED: "Restriction with an end date",
    GateKind.RESTRICTED: "Restriction of the plan",
}


@dataclass(frozen=True, slots=True)
class OpenedGate:
    """A gate opened by a signed reassessment: from `on`, signed by `by`."""

    on: date
    by: str


@dataclass(frozen=True, slots=True)
class Gate:
    """While closed, `task` is not scheduled. `until` is the last closed day of a restriction."""

    task: str
    kind: GateKind
    side: Side | None
    ground: Ground
    since: date | None = None
    until: date | None = None
    opened: OpenedGate | None = None

    def __post_init__(self) -> None:
        """Refuse an end date where only a signature may open: a forecast is never a permission."""
        if self.until is not None and self.kind not in (GateKind.DATED, GateKind.RESTRICTED):
            raise ValueError("Only a dated restriction lifts by date")


@dataclass(frozen=True, slots=True)
class TaskNeed:
    """A task as the schedule sees it; amounts in half-hour blocks.

    `full` is the whole day's amount at full duty, `asked_h` the hours the job asks where it states them.
    `min_block` is the least that is worth starting.
    `longest_bout_minutes` None: no limit on a stretch. Offered from `offered_from` to `offered_until`,
    both included, None open.
    """

    name: str
    essential: bool
    full: int
    min_block: int = 1
    longest_bout_minutes: int | None = None
    offered_from: date | None = None
    offered_until: date | None = None
    bout_ground: Ground | None = None
    asked_h: float | None = None

    @property
    def is_rounded(self) -> bool:
        """Whether whole half hours come to more or less than the job asks, by a minute or longer."""
        return self.asked_h is not None and abs(self.full * BLOCK_H - self.asked_h) > 1 / 60


@dataclass(frozen=True, slots=True)
class TaskWeight:
    """Units of a dose that one half hour of `task` uses, week by week."""

    task: str
    per_half_hour: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Dose:
    """What a hand may take: `daily` units on any day and `weekly` units in the week, one entry per week.

    `since` and `until` bound the days on which it holds (both included). Where `unit` is minutes, a unit is
    one of `per_minute` parts of a minute: whole numbers that still say a third of a half hour exactly.
    """

    id: str
    name: str
    kind: DemandKind | None
    side: Side | None
    unit: str
    weights: tuple[TaskWeight, ...]
    daily: tuple[int, ...]
    ground: Ground
    weekly: tuple[int, ...] | None = None
    since: date | None = None
    until: date | None = None
    per_minute: int = 1

    def in_unit(self, parts: Fraction | int) -> float:
        """Give a weight, a use or a cap of this dose in its `unit`."""
        return float(Fraction(parts) / self.per_minute)


@dataclass(frozen=True, slots=True)
class HoursCap:
    """Most half-hours of all work together, on a day and in a week; one entry per week."""

    id: str
    ground: Ground
    daily: tuple[int, ...] | None = None
    weekly: tuple[int, ...] | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Growth:
    """How fast work may grow, in half-hours.

    A day is at most `start_day`, or `day_step` more than the longest day of any earlier week. The
    reference is the longest day so far, so that a holiday or a treatment does not set anyone back.
    How many days a week are worked grows by rest rules.
    """

    start_day: int
    day_step: int
    ground: Ground


@dataclass(frozen=True, slots=True)
class MinDay:
    """Least half-hours that are worth the way to work."""

    half_hours: int
    ground: Ground


@dataclass(frozen=True, slots=True)
class RestRule:
    """From week `first` to week `last`: at most `max_days` a week, at most `max_in_a_row` days running."""

    id: str
    first: int
    last: int
    ground: Ground
    max_days: int | None = None
    max_in_a_row: int | None = None


@dataclass(frozen=True, slots=True)
class TimeAway:
    """Treatment: `half_hours` out of working time, on one date or on every such weekday (0 Monday)."""

    half_hours: int
    on: date | None = None
    weekday: int | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """What the employer can offer: weekdays (0 Monday), half-hours a day, and dates closed."""

    workdays: tuple[int, ...]
    half_hours_per_day: int
    ground: Ground
    closed_on: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Requirement:
    """What a plan must achieve to be one: some work by a week, full duty by a week (None: not asked)."""

    ground: Ground
    begin_by_week: int
    full_duty_by_week: int | None = None


@dataclass(frozen=True, slots=True)
class ScheduleBrief:
    """All that a schedule must respect. `start` is the Monday of week 1.

    `assumptions` are no limits: they say which of the hours nobody stated. `unplaced_gates` shut tasks
    without time of their own, which no schedule places: the employer is told of them all the same.
    `handed_over` are essential tasks that an accommodation takes out: without them nothing is full duty.
    """

    start: date
    weeks: int
    tasks: tuple[TaskNeed, ...]
    offer: Offer
    requirement: Requirement
    breaks: BreakRule
    gates: tuple[Gate, ...] = ()
    doses: tuple[Dose, ...] = ()
    hours_caps: tuple[HoursCap, ...] = ()
    growth: Growth | None = None
    min_day: MinDay | None = None
    rests: tuple[RestRule, ...] = ()
    away: tuple[TimeAway, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    unplaced_gates: tuple[Gate, ...] = ()
    handed_over: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a brief that no page or service should have made."""
        if self.start.weekday() != 0:
            raise ValueError("A schedule starts on a Monday")
        if not 1 <= self.weeks <= MAX_WEEKS:
            raise ValueError(f"A schedule has 1 to {MAX_WEEKS} weeks")
        if len({task.name for task in self.tasks}) != len(self.tasks):
            raise ValueError("Two tasks of a schedule bear the same name")
