"""What the match page shows: tasks, their demands, and both hands beside each other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from job_profiles.kinds import DemandKind
from job_profiles.profile import Demand, Range
from rtw.domain.capacity import Quantity
from rtw.domain.gap import Gap, Missing, TaskMatch
from rtw.domain.hands import Side
from rtw.domain.matching.verdict import conditions, unsaid
from rtw.domain.matching.wording import OPEN_RATIO, amount, amounts, figure, noun
from rtw.domain.verdicts import TaskVerdict, Verdict
from rtw.domain.why import Why
from rtw.services.case_record import KeptOverride
from rtw.services.changed_tasks import ChangedTask
from rtw.services.match_panels import gap_panels, override_panel, own_strength, place_of_demand
from rtw.services.matches import CaseMatch

_SPEAKS_FOR_ITSELF = (Quantity.HOURS_PER_DAY, Quantity.EFFORTS_PER_MINUTE, Quantity.ANGLE_DEG)


@dataclass(frozen=True, slots=True)
class GapCell:
    """One demand on one hand. `adapted`: the verdict with the chosen accommodations, where it differs.

    `panels` say why, comparison by comparison, the one that decides first; `own` why the therapist says
    otherwise. `by_strength`: a strength decides, which the page of the exposure shows as a share.
    `is_gone`: with the accommodations the demand is no longer asked of this hand.
    """

    gap: Gap
    anchor: str
    ratio: str
    panels: tuple[Why, ...]
    own: Why | None
    by_strength: bool
    conditions: tuple[str, ...]
    kept: KeptOverride | None
    adapted: Verdict | None
    is_gone: bool

    @property
    def missing(self) -> Missing | None:
        """The one figure that settles it."""
        governing = self.gap.governing
        return governing.missing if governing else None


@dataclass(frozen=True, slots=True)
class DemandRow:
    """One demand of a task: what is needed and where that stands, what the patient expects, both hands."""

    demand: Demand
    needed: str
    where: str
    perceived: float | None
    cells: tuple[tuple[Side, GapCell | None], ...]


@dataclass(frozen=True, slots=True)
class TaskBlock:
    """One task with its demands. `changed`: with the chosen changes that serve it, if there are any.

    `unsaid`: on how many hands something cannot be said, beside what decides.
    """

    match: TaskMatch
    anchor: str
    rows: tuple[DemandRow, ...]
    changed: ChangedTask | None
    unsaid: int

    @property
    def beside(self) -> str:
        """What stands beside the verdict: what cannot be said is not hidden behind what exceeds."""
        if self.match.verdict is not TaskVerdict.NOT_SUITABLE or not self.unsaid:
            return ""
        return f"and {self.unsaid} cannot be said"

    def cells_of(self, kind: DemandKind) -> tuple[GapCell, ...]:
        """List the cells of one kind, demand by demand, left before right."""
        rows = (row for row in self.rows if row.demand.kind is kind)
        return tuple(cell for row in rows for _, cell in row.cells if cell is not None)


@dataclass(frozen=True, slots=True)
class MatchPage:
    """The whole match. `kinds` are the columns of the overview, in the order the job names them."""

    match: CaseMatch
    blocks: tuple[TaskBlock, ...]
    kinds: tuple[DemandKind, ...]

    @property
    def adapted(self) -> TaskVerdict | None:
        """The job's verdict with the chosen accommodations, where it differs."""
        now, then = self.match.as_it_stands.verdict, self.match.adapted.verdict
        return then if then is not now else None

    @property
    def beside(self) -> str:
        """What stands beside the verdict on the whole job."""
        tasks = self.match.as_it_stands.tasks
        open_ = sum(task.verdict is TaskVerdict.CANNOT_SAY for task in tasks)
        if self.match.as_it_stands.verdict is not TaskVerdict.NOT_SUITABLE or not open_:
            return ""
        return f"and {open_} {'task' if open_ == 1 else 'tasks'} cannot be said"


def match_page(match: CaseMatch) -> MatchPage:
    """Put the page together."""
    tasks = match.as_it_stands.tasks
    blocks = tuple(_block(match, task, number) for number, task in enumerate(tasks))
    kinds = dict.fromkeys(demand.kind for task in tasks for demand in task.task.demands)
    return MatchPage(match, blocks, tuple(kinds))


def _block(match: CaseMatch, task: TaskMatch, number: int) -> TaskBlock:
    changed = next((one for one in match.changed if one.task == task.task.name), None)
    rows = tuple(_row(match, task, number, index) for index in range(len(task.task.demands)))
    return TaskBlock(task, f"task-{number}", rows, changed, unsaid(task))


def _row(match: CaseMatch, task: TaskMatch, number: int, index: int) -> DemandRow:
    gaps = {gap.side: gap for gap in task.gaps if gap.index == index}
    cells = tuple((side, _cell(match, gaps[side], number) if side in gaps else None) for side in Side)
    perceived = next((gap.perceived for gap in gaps.values() if gap.perceived is not None), None)
    demand = task.task.demands[index]
    needed = needed_words(demand, tuple(gaps.values()))
    return DemandRow(demand, needed, place_of_demand(demand), perceived, cells)


def needed_words(demand: Demand, gaps: tuple[Gap, ...]) -> str:
    """Say what the demand asks, with units, and beside it what the sheet has where that reads otherwise."""
    compared = {c.quantity: c.required for gap in gaps for c in gap.comparisons if c.required is not None}
    compared.pop(Quantity.PERMITTED, None)
    if not compared and demand.hours_per_day is not None:
        compared[Quantity.HOURS_PER_DAY] = (demand.hours_per_day, demand.hours_per_day)
    amounts_read = (_needed(quantity, required) for quantity, required in compared.items())
    read = ", ".join((*amounts_read, *_how_often(demand, compared)))
    written = demand.as_written or ""
    if not read:
        return f"“{written}”" if written else "amount not stated"
    stands = "in the sheet" if demand.cell else "entered as"
    return f"{read}; {stands} “{written}”" if written and written not in read else read


def _how_often(demand: Demand, compared: Mapping[Quantity, Range]) -> Iterator[str]:
    """Say pace, length and share of an effort, which no limit is compared with by themselves."""
    if demand.efforts_per_minute is not None and Quantity.EFFORTS_PER_MINUTE not in compared:
        yield amount(demand.efforts_per_minute, Quantity.EFFORTS_PER_MINUTE)
    if demand.seconds_per_effort is not None:
        yield f"{figure(demand.seconds_per_effort)} s each"
    if demand.duty_cycle is not None:
        yield f"{figure(100 * demand.duty_cycle)} % of the time"


def _needed(quantity: Quantity, required: Range) -> str:
    words = amounts(required, quantity)
    return words if quantity in _SPEAKS_FOR_ITSELF else f"{noun(quantity)} {words}"


def _cell(match: CaseMatch, gap: Gap, number: int) -> GapCell:
    after, kept, capacity = match.with_accommodations(gap), match.kept_override(gap), match.result.capacity
    return GapCell(
        gap=gap,
        anchor=f"gap-{number}-{gap.index}-{gap.side.value}",
        ratio=ratio_words(gap),
        panels=gap_panels(gap, capacity),
        own=override_panel(gap, kept) if kept else None,
        by_strength=any(own_strength(gap, each, capacity) for each in gap.comparisons),
        conditions=conditions(gap),
        kept=kept,
        adapted=after.verdict if after and after.verdict is not gap.verdict else None,
        is_gone=after is None,
    )


def shown_ratio(gap: Gap) -> tuple[float, float] | None:
    """Give needed over available of the limit that decided; None where there is none.

    A limit that is kept by a condition ("in bouts of at most 20 min") has no ratio of its own: the stretch
    is open, and "within 0 to 3" would read as a contradiction. The condition stands beside instead.
    """
    governing = next((c for c in gap.comparisons if c.condition is None), None)
    return None if governing is None else governing.ratio


def ratio_words(gap: Gap) -> str:
    """Write the ratio that is shown; empty where there is none."""
    ratio = shown_ratio(gap)
    if ratio is None:
        return ""
    low, high = ratio
    if high > OPEN_RATIO:
        return f"{low:.2f} or more" if low >= 0.005 else ""
    return f"{high:.2f}" if high - low < 0.005 else f"{low:.2f}–{high:.2f}"
