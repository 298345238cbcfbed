"""What an invented case consists of, and short ways to write one down."""

from dataclasses import dataclass
from datetime import date, timedelta

from job_profiles.kinds import DemandKind
from rtw.domain.accommodation.kinds import Circumstance, Setting
from rtw.domain.assessment.assessment import Assessment, PerceivedDifficulty, SafeLoad, Tolerance
from rtw.domain.assessment.findings import GripAtRung, Motion, MotionFinding, Zone, ZoneSensation
from rtw.domain.assessment.operation import Operation, PatientFacts
from rtw.domain.hands import Side
from rtw.domain.measurement import AmountUnit, Trials
from rtw.services.accommodations.choosing import Choice
from rtw.services.cases import PatientDetails
from rtw.services.plans.acts import PlanSetup, PlanWords


@dataclass(frozen=True, slots=True)
class DemoPlan:
    """The plan of a case: what was chosen (catalogue id → choice), how it was set up, and who agreed."""

    accommodations: tuple[tuple[str, Choice], ...]
    setup: PlanSetup
    words: PlanWords
    consent_on: date


@dataclass(frozen=True, slots=True)
class DemoCase:
    """An invented patient and the way back to one job. Any likeness to a person is chance.

    `workbook` is a file of this package; `answers` settle what its preview asks (key → answer). The plan is
    made on the day of the last visit. Without a `plan` the case is one that waits for the therapist: its
    sheet is read but not confirmed, and the last visit is begun but not signed.
    """

    patient: PatientDetails
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


def kgf(*trials: float) -> Trials:
    """Write down the trials of a dynamometer or pinch gauge."""
    return Trials(trials, AmountUnit.KILOGRAM_FORCE)


def grip(*trials: float) -> tuple[GripAtRung, ...]:
    """Write down a grip test at the second rung."""
    return (GripAtRung(kgf(*trials), 2),)


def motions(**degrees: float) -> tuple[MotionFinding, ...]:
    """Write down active motion: `wrist_flexion=60`."""
    return tuple(MotionFinding(Motion(name), value) for name, value in degrees.items())


def filaments(**numbers: float) -> tuple[ZoneSensation, ...]:
    """Write down the thinnest filament felt in each zone: `thumb=3.22`."""
    return tuple(ZoneSensation(Zone(name), monofilament=number) for name, number in numbers.items())


def tolerated(kind: DemandKind, side: Side, day_min: float, bout_min: float | None = None) -> Tolerance:
    """Write down minutes tolerated in a day, and at a stretch."""
    return Tolerance(kind, side, bout_min, day_min)


def safe(kind: DemandKind, amount: float, side: Side | None = None) -> SafeLoad:
    """Write down what was handled safely: kilograms lifted or carried, newtons pushed or pulled."""
    loads = {DemandKind.LIFTING, DemandKind.CARRYING}
    unit = AmountUnit.KILOGRAM if kind in loads else AmountUnit.NEWTON
    return SafeLoad(kind, amount, unit, side)


def expects(kind: DemandKind, difficulty: float, side: Side, task: str | None = None) -> PerceivedDifficulty:
    """Write down how hard the patient expects a demand to be, 0 to 10."""
    return PerceivedDifficulty(kind, difficulty, side, task)
