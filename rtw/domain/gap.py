"""The result of matching: demand against capacity, with the arithmetic that led to each verdict."""

from dataclasses import dataclass
from datetime import date

from job_profiles.kinds import DemandKind
from job_profiles.profile import Demand, Task
from rtw.domain.asked_figure import AskedFigure
from rtw.domain.capacity import Basis, Quantity
from rtw.domain.hands import Side
from rtw.domain.verdicts import TaskVerdict, Verdict


@dataclass(frozen=True, slots=True)
class Missing:
    """The one figure that would settle a `cannot_say`.

    `what` is the sentence shown ("Measure key pinch of the right hand"); `where` says who can give
    it: the clinic (a measurement) or the employer (a demand). `subject` groups equal measurements.
    `kind` and `side` say what is to be measured where `where` is the clinic. `strength_test` marks a
    maximal grip or pinch, and `not_before` the first day it may be taken. Where it is the employer's,
    `figure`, `task` and `index` (the demand's place in its task) say which figure of which demand.
    """

    subject: str
    what: str
    where: str  # "clinic" | "employer"
    kind: DemandKind | None = None
    side: Side | None = None
    strength_test: bool = False
    not_before: date | None = None
    figure: AskedFigure | None = None
    task: str | None = None
    index: int | None = None

    @property
    def is_employers(self) -> bool:
        """Whether the employer knows it, and no measurement of the hand would help."""
        return self.where == "employer"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One amount of a demand against one limit.

    `required` is (low, high): equal where the demand is fully known. `available` is None where
    nothing is known. `ratio` is required / available. `arithmetic` are lines a person can follow,
    ending in the verdict. `source` is a knowledge id or None for the therapist's own entry.
    `available` is the lowest where what is open in the demand leaves a range, `available_high` then
    the highest. `condition` is what must be kept for the verdict to hold ("in bouts of at most 30 min").
    `modifiable`: a change of hours, pace or bouts alone could bring it within.
    """

    quantity: Quantity
    required: tuple[float, float] | None
    available: float | None
    error: float
    ratio: tuple[float, float] | None
    verdict: Verdict
    limit_basis: Basis | None
    limit_origin: str
    arithmetic: tuple[str, ...]
    source: str | None = None
    missing: Missing | None = None
    available_high: float | None = None
    condition: str | None = None
    modifiable: bool = False


@dataclass(frozen=True, slots=True)
class Override:
    """A therapist's own verdict, with the reason that is kept beside the computed one."""

    verdict: Verdict
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Gap:
    """One demand of one task on one hand. `comparisons` are all that apply, strictest first.

    `perceived` is the patient's own estimate of difficulty, 0 to 10; it never changes a verdict.
    """

    task: str
    index: int
    demand: Demand
    side: Side
    comparisons: tuple[Comparison, ...]
    computed: Verdict
    override: Override | None = None
    perceived: float | None = None

    @property
    def kind(self) -> DemandKind:
        """The kind of the demand."""
        return self.demand.kind

    @property
    def verdict(self) -> Verdict:
        """The verdict that counts: the therapist's where there is one."""
        return self.override.verdict if self.override else self.computed

    @property
    def governing(self) -> Comparison | None:
        """The comparison that decided."""
        return self.comparisons[0] if self.comparisons else None


@dataclass(frozen=True, slots=True)
class TaskMatch:
    """All gaps of a task and what they come to. `reasons` say in a line each what decided the verdict."""

    task: Task
    gaps: tuple[Gap, ...]
    verdict: TaskVerdict
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JobMatch:
    """All tasks, the whole job's verdict, and what would settle most, most first."""

    tasks: tuple[TaskMatch, ...]
    verdict: TaskVerdict
    settles: tuple[tuple[Missing, int], ...]
