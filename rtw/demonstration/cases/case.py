"""What an invented case consists of, and how its days hang together."""

from dataclasses import dataclass, field
from datetime import date, time, timedelta

from rtw.domain.accommodation.kinds import Circumstance, Setting
from rtw.domain.assessment.assessment import Assessment
from rtw.domain.assessment.operation import Operation, PatientFacts
from rtw.domain.plan import TreatmentTime
from rtw.services.accommodations.choosing import Choice
from rtw.services.cases import PatientDetails
from rtw.services.plans.acts import PlanSetup, PlanWords


@dataclass(frozen=True, slots=True)
class DemoPlan:
    """The plan of a case: what was chosen (catalogue id → choice), how it was set up, and who agreed."""

    accommodations: tuple[tuple[str, Choice], ...]
    setup: PlanSetup
    consent_on: date
    words: PlanWords = field(default_factory=PlanWords)


@dataclass(frozen=True, slots=True)
class DemoCase:
    """An invented patient and the way back to one job. Any likeness to a person is chance.

    `workbook` is a file of this package; `answers` settle what its preview asks (key → answer). The plan is
    made on the day of the last visit. Without a `plan` the case is one that waits for the therapist: its
    sheet is read but not confirmed, and the last visit is begun but not signed.
    """

    name: tuple[str, str]
    facts: PatientFacts
    employer: str
    job_title: str
    workbook: str
    opened_on: date
    physician: str
    operations: tuple[Operation, ...]
    visits: tuple[Assessment, ...]
    answers: tuple[tuple[str, str], ...] = ()
    settings: tuple[Setting, ...] = ()
    circumstances: tuple[Circumstance, ...] = ()
    plan: DemoPlan | None = None

    @property
    def patient(self) -> PatientDetails:
        """The patient as the case is opened."""
        return PatientDetails(*self.name, born_on=self.facts.born, dominant_side=self.facts.dominant)

    @property
    def last_visit_on(self) -> date:
        """The day the newest visit took place; the plan is made on that day."""
        return self.visits[-1].on


def workday(day: date) -> date:
    """Return the day, or the Friday before where it falls on a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def before(today: date, *, weeks: int = 0, days: int = 0) -> date:
    """Return the working day so long before today."""
    return workday(today - timedelta(weeks=weeks, days=days))


def next_monday(day: date) -> date:
    """Return the first Monday after a day."""
    return day + timedelta(days=7 - day.weekday())


def hour_a_week(weekday: int, starts: int, since: date, until: date) -> TreatmentTime:
    """Return an hour of treatment in each week (Monday is 0) from one day through another."""
    return TreatmentTime(weekday, time(starts), time(starts + 1), since, until)
