"""Layouts with a column for each demand, or a row for each demand and a column for each task."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from drawn_pages import Page, Rendering
from layout_columns import IMPERIAL, SI_UNITS, amount_of, in_unit
from layout_words import CHATTY, GERMAN, PLAIN, SPANISH, Words
from letterheads import bare_pairs, in_a_sentence, legend_line, legend_table, spread_pairs, stacked_pairs

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand, JobProfile, Task

ONE_HAND: Final = (Hand.RIGHT, Hand.LEFT)
TIME_UNIT: Final = "h/day"


@dataclass(frozen=True, slots=True)
class Slot:
    """One column of amounts: a kind, a hand where the heading tells it, a field and its unit."""

    kind: DemandKind
    hand: Hand | None
    field: str
    unit: str


def sided(demand: Demand) -> tuple[Demand, ...]:
    """The demand as columns for right, left and both hold it: each hand its own, `either` as right."""
    if demand.hand is Hand.EACH:
        return tuple(replace(demand, hand=h) for h in ONE_HAND)
    return (demand if demand.hand in {*ONE_HAND, Hand.BOTH} else replace(demand, hand=Hand.RIGHT),)


def fit_for_columns(job: JobProfile) -> JobProfile:
    """The job without what columns per demand cannot hold."""
    made = (replace(t, demands=tuple(part for d in t.demands for part in sided(d))) for t in job.tasks)
    return replace(job, tasks=tuple(made))


def main_field(demand: Demand) -> str:
    held = amount_of(demand)
    return held[0] if held else "hours_per_day"


def slots_of(job: JobProfile, units: dict[str, str]) -> list[Slot]:
    """The columns a job needs, kinds together, right before left."""
    found: dict[tuple[DemandKind, Hand | None], Slot] = {}
    for task in job.tasks:
        for demand in task.demands:
            field = main_field(demand)
            slot = Slot(demand.kind, demand.hand, field, units.get(field, TIME_UNIT))
            found[demand.kind, demand.hand] = slot
    order = {Hand.RIGHT: 0, Hand.LEFT: 1, Hand.BOTH: 2, None: 3}
    kinds = list(DemandKind)
    return sorted(found.values(), key=lambda s: (kinds.index(s.kind), order[s.hand]))


def told(demand: Demand, page: Page, cell: str, field: str) -> Demand:
    """The demand with its main field only, and its address."""
    amount: dict[str, Any] = {field: getattr(demand, field)}
    return Demand(demand.kind, demand.hand, sheet=page.name, cell=cell, **amount)


def written(demand: Demand, slot: Slot) -> float:
    value = getattr(demand, slot.field)
    return float(value) if slot.unit == TIME_UNIT else in_unit(value, slot.unit)


@dataclass(frozen=True, slots=True)
class WideLayout:
    """One row per task under one or two header rows."""

    words: Words = PLAIN
    units: dict[str, str] = None  # type: ignore[assignment]
    letterhead: Callable[[Page, JobProfile, Words], int] = stacked_pairs
    filename: str = "demands.xlsx"
    left: int = 0
    two_rows: bool = True
    right_left: tuple[str, str] = ("RT", "LT")
    gap_after_task: bool = False
    total_row: bool = False
    essential_last: bool = False
    note: str | None = None

    def __call__(self, job: JobProfile) -> Rendering:
        fit = fit_for_columns(job)
        page = Page("Job")
        top = self.letterhead(page, job, self.words)
        slots = slots_of(fit, self.units or SI_UNITS)
        first = self.left + 2 + (not self.essential_last) + self.gap_after_task
        body = self._headings(page, top, first, slots)
        tasks = tuple(self._task(page, body + i, first, slots, task) for i, task in enumerate(fit.tasks))
        self._below(page, body + len(tasks), fit)
        expected = replace(fit, tasks=tasks, frequency_scale=None)
        return Rendering((page,), (expected,), self.filename)

    def _own_columns(self, first: int, slots: list[Slot]) -> tuple[int, int, int]:
        """Columns of task name, hours and essential."""
        essential = first + len(slots) if self.essential_last else self.left + 2
        return self.left, self.left + 1, essential

    def _headings(self, page: Page, top: int, first: int, slots: list[Slot]) -> int:
        body = top + (2 if self.two_rows else 1)
        headings = (self.words.task, self.words.hours, self.words.essential)
        for column, heading in zip(self._own_columns(first, slots), headings, strict=True):
            page.put(top, column, heading)
            page.merge(top, column, body - 1, column)
        for i, slot in enumerate(slots):
            self._heading(page, top, first + i, slot, new=i == 0 or slots[i - 1].kind is not slot.kind)
        if self.two_rows:
            _merge_kinds(page, top, first, slots)
        return body

    def _heading(self, page: Page, top: int, column: int, slot: Slot, *, new: bool) -> None:
        kind = f"{self.words.kinds[slot.kind]} ({slot.unit})"
        right, left = self.right_left
        words = {Hand.RIGHT: right, Hand.LEFT: left, Hand.BOTH: self.words.hands[Hand.BOTH]}
        side = words[slot.hand] if slot.hand else None
        if self.two_rows:
            page.put(top, column, kind if new else None)
            page.put(top + 1, column, side)
        else:
            page.put(top, column, f"{self.words.kinds[slot.kind]} {side}, {slot.unit}" if side else kind)

    def _task(self, page: Page, row: int, first: int, slots: list[Slot], task: Task) -> Task:
        yes_no = self.words.yes_no[0 if task.essential else 1]
        values = (task.name, task.hours_per_day, yes_no)
        for column, value in zip(self._own_columns(first, slots), values, strict=True):
            page.put(row, column, value)
        demands = []
        for i, slot in enumerate(slots):
            for demand in task.demands:
                if (demand.kind, demand.hand) == (slot.kind, slot.hand):
                    cell = page.put(row, first + i, written(demand, slot))
                    demands.append(told(demand, page, cell, slot.field))
        return Task(task.name, task.essential, task.hours_per_day, demands=tuple(demands))

    def _below(self, page: Page, row: int, job: JobProfile) -> None:
        if self.total_row:
            page.put(row, self.left, self.words.total)
            page.put(row, self.left + 1, sum(t.hours_per_day or 0 for t in job.tasks))
        if self.note:
            page.put(row + 2, 0, self.note)


def _merge_kinds(page: Page, top: int, first: int, slots: list[Slot]) -> None:
    for i, slot in enumerate(slots):
        same = [j for j, other in enumerate(slots) if other.kind is slot.kind]
        if i == same[0]:
            page.merge(top, first + same[0], top, first + same[-1])


@dataclass(frozen=True, slots=True)
class TransposedLayout:
    """One row per demand and hand, one column per task; hours and essential stand in rows too."""

    words: Words = PLAIN
    units: dict[str, str] = None  # type: ignore[assignment]
    letterhead: Callable[[Page, JobProfile, Words], int] = stacked_pairs
    unit_column: bool = True

    def __call__(self, job: JobProfile) -> Rendering:
        fit = fit_for_columns(job)
        page = Page("Demands by task")
        top = self.letterhead(page, job, self.words)
        slots = slots_of(fit, self.units or SI_UNITS)
        lead = 3 if self.unit_column else 2
        self._labels(page, top, slots)
        for i, slot in enumerate(slots):
            self._slot_label(page, top + 3 + i, slot)
        tasks = tuple(self._task(page, top, lead + i, slots, t) for i, t in enumerate(fit.tasks))
        return Rendering((page,), (replace(fit, tasks=tasks, frequency_scale=None),))

    def _labels(self, page: Page, top: int, slots: list[Slot]) -> None:
        del slots
        page.put_row(top, (self.words.demand, self.words.hand, "Unit" if self.unit_column else None))
        page.put(top + 1, 0, self.words.hours)
        page.put(top + 2, 0, self.words.essential)

    def _slot_label(self, page: Page, row: int, slot: Slot) -> None:
        label = self.words.kinds[slot.kind]
        page.put(row, 0, label if self.unit_column else f"{label} [{slot.unit}]")
        page.put(row, 1, self.words.hands[slot.hand] if slot.hand else None)
        page.put(row, 2, slot.unit if self.unit_column else None)

    def _task(self, page: Page, top: int, column: int, slots: list[Slot], task: Task) -> Task:
        page.put(top, column, task.name)
        page.put(top + 1, column, task.hours_per_day)
        page.put(top + 2, column, self.words.yes_no[0 if task.essential else 1])
        demands = []
        for i, slot in enumerate(slots):
            for demand in task.demands:
                if (demand.kind, demand.hand) == (slot.kind, slot.hand):
                    cell = page.put(top + 3 + i, column, written(demand, slot))
                    demands.append(told(demand, page, cell, slot.field))
        return Task(task.name, task.essential, task.hours_per_day, demands=tuple(demands))


def letter_matrix(job: JobProfile) -> Rendering:
    """Tasks down, demands across, a frequency letter in each cell; the legend above."""
    page = Page("Matrix")
    top = legend_line(page, bare_pairs(page, job, PLAIN))
    kinds = [k for k in DemandKind if any(d.kind is k for t in job.tasks for d in t.demands)]
    page.put_row(top, (PLAIN.task, PLAIN.hours, *(PLAIN.kinds[k] for k in kinds)))
    tasks = []
    for row, task in enumerate(job.tasks, top + 1):
        page.put_row(row, (task.name, task.hours_per_day))
        asked = []
        for demand in task.demands:
            cell = page.put(row, 2 + kinds.index(demand.kind), demand.frequency_band)
            asked.append(_lettered(demand, page, cell))
        tasks.append(Task(task.name, None, task.hours_per_day, demands=tuple(asked)))
    return Rendering((page,), (replace(job, tasks=tuple(tasks)),))


def _lettered(demand: Demand, page: Page, cell: str, hand: Hand | None = None) -> Demand:
    return Demand(
        demand.kind,
        hand,
        frequency_band=demand.frequency_band,
        hours_range=demand.hours_range,
        sheet=page.name,
        cell=cell,
    )


def _ticks(page: Page, row: int, demand: Demand, bands: dict[str, int], hands: tuple[int, int]) -> str:
    tick = page.put(row, bands[demand.frequency_band or ""], "X")
    for hand, column in zip(ONE_HAND, hands, strict=True):
        if demand.hand in {hand, Hand.EACH, Hand.BOTH}:
            page.put(row, column, "x")
    return tick


def tick_form(job: JobProfile) -> Rendering:
    """The whole job as one form: X under N, O, F, C and under RT, LT; one task without a name."""
    page = Page("Form")
    top = legend_table(page, spread_pairs(page, job, PLAIN), 1)
    one = _first_of_each_kind(job)
    page.put_row(top, ("Activity", "N", "O", "F", "C", "RT", "LT", "Most force or weight", "Notes"))
    asked = []
    for row, demand in enumerate(one, top + 1):
        asked.append(_form_row(page, row, demand, {"N": 1, "O": 2, "F": 3, "C": 4}, (5, 6), 7))
    page.put(top + len(one) + 2, 0, "Signed:")
    return Rendering((page,), (replace(job, tasks=(Task("", demands=tuple(asked)),)),))


def _first_of_each_kind(job: JobProfile) -> list[Demand]:
    seen: dict[DemandKind, Demand] = {}
    for task in job.tasks:
        for demand in task.demands:
            ticked = demand.hand if demand.hand in {*ONE_HAND, Hand.BOTH} else Hand.EACH
            seen.setdefault(demand.kind, replace(demand, hand=ticked))
    return list(seen.values())


def _form_row(
    page: Page, row: int, demand: Demand, bands: dict[str, int], hands: tuple[int, int], amount_column: int
) -> Demand:
    page.put(row, 0, CHATTY.kinds[demand.kind])
    tick = _ticks(page, row, demand, bands, hands)
    made = _lettered(demand, page, tick, demand.hand)
    held = amount_of(demand)
    if held is None:
        return made
    shown = f"{in_unit(held[1], IMPERIAL[held[0]]):g} {IMPERIAL[held[0]]}"
    cell = page.put(row, amount_column, shown)
    return replace(made, cell=cell, **{held[0]: held[1]})  # type: ignore[arg-type]


def forms_side_by_side(job: JobProfile) -> Rendering:
    """Two tick tables in the same rows, a gap between them, the legend at the foot."""
    page = Page("Form")
    top = in_a_sentence(page, job, PLAIN)
    one = _first_of_each_kind(job)
    half = (len(one) + 1) // 2
    asked = []
    for left, part in ((0, one[:half]), (8, one[half:])):
        if not part:
            continue
        page.put_row(top, ("Demand", "O", "F", "C", "N", "RT", "LT"), left)
        for row, demand in enumerate(part, top + 1):
            page.put(row, left, PLAIN.kinds[demand.kind])
            bands = {"O": left + 1, "F": left + 2, "C": left + 3, "N": left + 4}
            tick = _ticks(page, row, demand, bands, (left + 5, left + 6))
            asked.append(_lettered(demand, page, tick, demand.hand))
    legend_table(page, top + half + 2)
    return Rendering((page,), (replace(job, tasks=(Task("", demands=tuple(asked)),)),))


WIDE_LAYOUTS: Final[dict[str, Callable[[JobProfile], Rendering]]] = {
    "wide, two header rows, RT and LT": WideLayout(),
    "wide, two header rows, right and left, lb, total row": WideLayout(
        CHATTY, IMPERIAL, spread_pairs, left=1, right_left=("Right", "Left"), total_row=True
    ),
    "wide, one header row, side in heading": WideLayout(
        PLAIN,
        SI_UNITS,
        in_a_sentence,
        two_rows=False,
        right_left=("right", "left"),
        note="Blank: not asked for.",
    ),
    "wide, essential last, blank column, xls": WideLayout(
        PLAIN, SI_UNITS, bare_pairs, "demands.xls", gap_after_task=True, essential_last=True
    ),
    "wide, ods": WideLayout(PLAIN, IMPERIAL, bare_pairs, "demands.ods"),
    "wide, German": WideLayout(GERMAN, SI_UNITS, stacked_pairs, right_left=("rechts", "links")),
    "wide, Spanish, one header row": WideLayout(
        SPANISH, SI_UNITS, bare_pairs, two_rows=False, right_left=("derecha", "izquierda")
    ),
    "transposed, unit column": TransposedLayout(),
    "transposed, unit in label, imperial": TransposedLayout(CHATTY, IMPERIAL, bare_pairs, unit_column=False),
    "letters in a matrix": letter_matrix,
    "tick form": tick_form,
    "tick forms side by side": forms_side_by_side,
}
