"""What the clinic's own documents are made from, beside the values of the domain."""

from dataclasses import dataclass
from typing import Literal

from reports.types import EmployerReport
from rtw.documents.panel_section import PanelSection
from rtw.domain.capacity import Capacity
from rtw.domain.disclosure.values import Withheld
from rtw.domain.gap import JobMatch
from rtw.domain.measures.shown import CaseMeasures
from rtw.domain.plan import PlanVersion
from rtw.domain.recovery.picture import RecoveryPicture

Verified = Literal["yes", "secondary", "no"]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A published source: its id, citation, DOI or document number, and how well it is known."""

    id: str
    citation: str
    locator: str
    verified: Verified


@dataclass(frozen=True, slots=True)
class FormulaLine:
    """A formula that was used: what it gives, how it is written, and the id of its source."""

    name: str
    formula: str
    source: str | None


@dataclass(frozen=True, slots=True)
class CaseHead:
    """Whom a clinical document is about. `about` are pairs of label and text (operation, week since, job)."""

    clinic: str
    clinic_lines: tuple[str, ...]
    reference: str
    patient: str
    therapist: str
    about: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RecoveryLine:
    """One figure of a picture in words; `source` where a publication stands behind it."""

    what: str
    day: str
    figure: str
    source: str | None = None


@dataclass(frozen=True, slots=True)
class RecoverySection:
    """One measure: its picture, what it says, its table, and the formula with all that is assumed."""

    picture: RecoveryPicture
    says: tuple[str, ...]
    rows: tuple[RecoveryLine, ...]
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DaysLine:
    """One published range of days to work, and where the plan lies against it."""

    about: str
    kind: str
    days: str
    people: str
    against: str
    source: str


@dataclass(frozen=True, slots=True)
class DaysSection:
    """Days to work: the plan's own, what a difference may mean, published ranges and figures without one."""

    lines: tuple[str, ...]
    rows: tuple[DaysLine, ...]
    strongest: str | None = None
    strongest_source: str | None = None
    singles: tuple[DaysLine, ...] = ()


@dataclass(frozen=True, slots=True)
class ClinicianDocument:
    """Everything behind one plan version. `proof` is the solver's statement within its limits.

    `measures` None: whoever made the record did not look at measures over time.
    """

    head: CaseHead
    version: PlanVersion
    capacity: Capacity
    match: JobMatch
    formulas: tuple[FormulaLine, ...] = ()
    sources: tuple[SourceLine, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    proof: str | None = None
    measures: CaseMeasures | None = None
    sections: tuple[PanelSection, ...] = ()
    recovery: tuple[RecoverySection, ...] = ()
    days: DaysSection | None = None


@dataclass(frozen=True, slots=True)
class ExerciseLine:
    """One exercise in plain words: what, how, how often."""

    name: str
    how: str
    dose: str


@dataclass(frozen=True, slots=True)
class TrafficStep:
    """One light of the rule for when it hurts: its colour word, when it applies, what to do."""

    light: Literal["Green", "Amber", "Red"]
    when: str
    what_to_do: str


@dataclass(frozen=True, slots=True)
class TrafficLight:
    """The whole rule. `caveat` says how well it is founded; `stop` are signs that mean stop and call."""

    steps: tuple[TrafficStep, ...]
    caveat: str
    stop: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PatientDocument:
    """What the patient takes home. `copy` is her own copy of the plan (`patient_copy`)."""

    copy: EmployerReport
    traffic_light: TrafficLight | None = None
    exercises: tuple[ExerciseLine, ...] = ()
