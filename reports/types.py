"""What an employer may be told, as types: no field here can hold anything clinical.

Every field is an enum, a date, a ladder rung, a catalogue sentence, text a named person approved,
the employer's own words, or an identifier. A new field is a new promise to patients: it needs a
line in the allow-list of the shape test.
"""

from dataclasses import dataclass
from datetime import date, time, timedelta

from reports.enums import (
    Activity,
    Actor,
    Hands,
    IdentifierKind,
    Language,
    Meanwhile,
    Progress,
    ReleaseState,
    Weekday,
    WorkStatus,
)
from reports.ladders import Rung

LONGEST_IDENTIFIER = 200
"""Characters. An identifier is a name, never a note."""


@dataclass(frozen=True, slots=True)
class Identifier:
    """A name, number or address that says who or where; one line, never a sentence about a person."""

    kind: IdentifierKind
    text: str

    def __post_init__(self) -> None:
        if len(self.text) > LONGEST_IDENTIFIER or not self.text.isprintable():
            raise ValueError(f"{self.kind} is not a single short line")


@dataclass(frozen=True, slots=True)
class CatalogueSentence:
    """A sentence that stands in a published catalogue, the same for every patient."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class ApprovedText:
    """Free text that a named person allowed to leave, on a day."""

    text: str
    approved_by: str
    approved_on: date


@dataclass(frozen=True, slots=True)
class EmployersOwnWords:
    """A title or task name as it stands in the employer's own sheet."""

    text: str


Words = EmployersOwnWords | ApprovedText | CatalogueSentence


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The clinic a document comes from."""

    clinic: Identifier
    address: tuple[Identifier, ...]
    phone: Identifier | None
    email: Identifier | None


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to call with a question."""

    name: Identifier
    phone: Identifier | None
    email: Identifier | None


@dataclass(frozen=True, slots=True)
class TaskTime:
    """Time for one task in one day, on the hours ladder."""

    task: Words
    time: Rung


@dataclass(frozen=True, slots=True)
class ReportDay:
    """One working day. No tasks: a day off."""

    on: date
    tasks: tuple[TaskTime, ...]

    @property
    def weekday(self) -> Weekday:
        """The day of the week."""
        return Weekday(self.on.weekday())

    @property
    def hours(self) -> float:
        """Hours of work that day."""
        return sum(task.time.value for task in self.tasks)


@dataclass(frozen=True, slots=True)
class ReportWeek:
    """Week `number` (from 1), which begins on the Monday `monday`."""

    number: int
    monday: date
    days: tuple[ReportDay, ...]

    @property
    def hours(self) -> float:
        """Hours of work that week."""
        return sum(day.hours for day in self.days)

    @property
    def last_day(self) -> date:
        """The last working day, or the Monday of a week without work."""
        return max((day.on for day in self.days if day.tasks), default=self.monday)

    @property
    def tasks(self) -> tuple[Words, ...]:
        """The tasks of the week, in the order they first appear."""
        return tuple(dict.fromkeys(entry.task for day in self.days for entry in day.tasks))


@dataclass(frozen=True, slots=True)
class BoutLimit:
    """The longest stretch of a task before a change of task or a break."""

    task: Words
    at_most: Rung


@dataclass(frozen=True, slots=True)
class Breaks:
    """A break of `rest` after at most `after` at work, within working time."""

    after: Rung
    rest: Rung


@dataclass(frozen=True, slots=True)
class ReportRestriction:
    """At most `limit` of an activity, between two days (both included; None: until reviewed)."""

    activity: Activity
    hands: Hands
    limit: Rung
    since: date
    until: date | None
    review_on: date

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on `day`."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class ClosedTask:
    """A task not to be done: until it is reviewed (`until` None), or between two days, both included.

    `meanwhile` says whether a colleague does it.
    """

    task: Words
    since: date | None
    until: date | None
    review_on: date
    meanwhile: Meanwhile = Meanwhile.LEFT


@dataclass(frozen=True, slots=True)
class ReportAccommodation:
    """A change at work, who brings it about, and by when. No tasks: it serves the whole job.

    `due` is the day it must be arranged by, never its end. `relied_on_by` are the tasks whose hours hold only
    with it, while it is not in place. `figure` is the limit given with it (a weight, hours, a pace).
    """

    what: Words
    tasks: tuple[Words, ...]
    owner: Actor
    due: date | None
    progress: Progress
    relied_on_by: tuple[Words, ...] = ()
    figure: Rung | None = None


@dataclass(frozen=True, slots=True)
class TimeAway:
    """A weekly time away from work; what for is not the employer's to know."""

    weekday: Weekday
    starts: time
    ends: time
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class FullDutyRange:
    """When full duty is expected: a range that a review may move, never one day."""

    earliest: date
    latest: date


@dataclass(frozen=True, slots=True)
class EmployerReport:
    """Everything an employer gets. Days after `review_on` are provisional: a forecast, not a permission."""

    reference: Identifier
    version: int
    state: ReleaseState
    language: Language
    issued_on: date
    letterhead: Letterhead
    contact: Contact
    released_by: Identifier | None
    worker: Identifier
    employer: EmployersOwnWords | None
    job: Words
    review_on: date
    full_duty: FullDutyRange | None
    weeks: tuple[ReportWeek, ...]
    bouts: tuple[BoutLimit, ...]
    breaks: Breaks | None
    restrictions: tuple[ReportRestriction, ...]
    accommodations: tuple[ReportAccommodation, ...]
    away: tuple[TimeAway, ...]
    statements: tuple[CatalogueSentence | ApprovedText, ...]
    closed: tuple[ClosedTask, ...] = ()

    @property
    def is_draft(self) -> bool:
        """Whether it must carry the mark of a draft."""
        return self.state is ReleaseState.DRAFT

    def is_provisional(self, day: date) -> bool:
        """Whether `day` lies after the next review, so that it is a forecast only."""
        return day > self.review_on

    def week_of(self, day: date) -> ReportWeek | None:
        """Return the planned week that `day` falls in, or None."""
        return next((w for w in self.weeks if w.monday <= day < w.monday + timedelta(days=7)), None)

    def status_on(self, day: date) -> WorkStatus:
        """Say what the plan has the person do on `day`, days off between two of work included.

        Only a review declares full duty. Before the first day of work it is RETURNING.
        """
        first = self.first_day
        if first is not None and day < first:
            return WorkStatus.RETURNING
        week = self.week_of(day)
        return WorkStatus.MODIFIED if week and week.hours else WorkStatus.NOT_SCHEDULED

    @property
    def first_day(self) -> date | None:
        """The first day of work that the report holds, or None."""
        return min((day.on for week in self.weeks for day in week.days if day.tasks), default=None)
