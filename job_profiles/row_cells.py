"""The cells of a row turned into facts about a demand: amounts, ticks, hand, tool, how it is known."""

from dataclasses import dataclass, field
from typing import Final

from job_profiles.answers import Answers
from job_profiles.blocks import Column
from job_profiles.by_unit import NOTHING, Complaint, Place, Reading
from job_profiles.column_roles import TEXTS, Measured, Roles
from job_profiles.draft import DemandDraft
from job_profiles.grid.cells import CellError, CellValue, column_letters
from job_profiles.headings import heading_of
from job_profiles.kinds import LOAD_KINDS, DemandKind, Hand
from job_profiles.measures import measure
from job_profiles.problem import Problem, Severity
from job_profiles.units import Unit, unit_of
from job_profiles.view import View, is_number, written
from job_profiles.vocabulary.kind_words import (
    hand_of,
    quality_of,
    tool_of,
)
from job_profiles.vocabulary.words import fold, words

SHARED: Final = LOAD_KINDS | {
    DemandKind.PUSHING,
    DemandKind.PULLING,
    DemandKind.TOOL_USE,
    DemandKind.HAND_ARM_VIBRATION,
    DemandKind.PERSON_HANDLING,
    DemandKind.DRIVING,
}
"""Kinds for which a bare `both` means that the hands share it; for the others each hand does it."""


UNSAID: Final = 99


RANKS: Final = {
    "force_n": 0,
    "load_kg": 0,
    "angle_deg": 0,
    "ahv_m_s2": 0,
    "torque_n_m": 0,
    "unread": 0,
    "percent_mvc": 1,
    "efforts_per_minute": 2,
    "per_shift": 2,
    "per_cycle": 2,
    "band": 3,
    "hours_per_day": 4,
    "hours_range": 4,
    "share": 4,
    "mark": 5,
    "seconds_per_effort": 6,
}


def _is_mark(value: CellValue) -> bool:
    if isinstance(value, str):
        return fold(value) in words("values", "marks") or value.strip().lower() == "x"
    return value is True or (value == 1 and isinstance(value, int | float))


@dataclass(slots=True)
class RowCells:
    """Reads the cells of a table's rows. `problems` gathers what is wrong in them."""

    roles: Roles
    answers: Answers
    problems: list[Problem] = field(default_factory=list)
    decimal_comma: bool = False
    text_file: bool = False
    aliases: tuple[tuple[str, str], ...] = ()
    legend: frozenset[str] = frozenset()
    row_kinds: dict[int, tuple[DemandKind, ...]] = field(default_factory=dict)
    title_kinds: tuple[DemandKind, ...] = ()
    _grouped: list[tuple[DemandKind, Hand | None, list[Measured]]] | None = None
    _read: dict[tuple[int, CellValue, type, DemandKind | None, str | None, str | None], Reading] = field(
        default_factory=dict
    )
    view: View = field(init=False)

    def __post_init__(self) -> None:
        self.view = self.roles.table.view

    def _fill(
        self,
        draft: DemandDraft,
        row: int,
        group: list[Measured],
        label: str,
        bands: list[Column] | None = None,
    ) -> DemandDraft:
        self._common(draft, row)
        unit_text = self._unit_text(row)
        label_unit = heading_of(label).unit if "(" in label else None
        values = self.view.rows[row]
        for measured in group:
            if values[measured.column.index] is None:
                continue
            if measured.role in TEXTS:
                self._words(draft, row, measured)
            else:
                self._apply(
                    draft, row, measured.column, self._cell(row, measured, draft.kind, unit_text, label_unit)
                )
        if self.roles.ticks_band or self.roles.ticks_hand:
            self._marks(draft, row, self.roles.ticks_band if bands is None else bands)
        for column in self.roles.ticks_span:
            if _is_mark(values[column.index]):
                self._span(draft, row, column)
        return draft

    def _unit_text(self, row: int) -> str | None:
        column = self.roles.context.get("unit")
        value = self.view.rows[row][column.index] if column else None
        return written(value).strip() if value is not None and not isinstance(value, CellError) else None

    def _cell(
        self, row: int, measured: Measured, kind: DemandKind, unit_text: str | None, label_unit: Unit | None
    ) -> Reading:
        value = self.view.rows[row][measured.column.index]
        key = (
            measured.column.index,
            value,
            type(value),
            kind,
            unit_text,
            label_unit.symbol if label_unit else None,
        )
        found = self._read.get(key)
        if found is None:
            found = self._read[key] = measure(value, self._place(row, measured, kind, unit_text, label_unit))
        return found

    def _place(
        self, row: int, measured: Measured, kind: DemandKind, unit_text: str | None, label_unit: Unit | None
    ) -> Place:
        role = measured.role
        amounts = role in {"amount", "kind"}
        unit = measured.column.heading.unit
        words_of_unit = ""
        if label_unit is not None and role in {"amount", "force", "load", "angle"}:
            unit = label_unit
        if (
            unit_text
            and (amounts or unit is None)
            and role in {"amount", "kind", "force", "load", "angle", "torque", "vibration", "tool_weight"}
        ):
            answered = dict(self.answers.units).get(f"{unit_text} {kind.value}")
            row_unit = unit_of(answered or unit_text)
            unit, words_of_unit = (row_unit, "") if row_unit else (unit, unit_text)
        unit = self._answered_unit(row, measured, kind, unit) or unit
        return Place(
            role,
            kind,
            unit,
            words_of_unit,
            measured.letters,
            measured.fractions,
            self.decimal_comma,
            self.text_file,
            self.aliases,
            self.legend,
            measured.wide or self.roles.is_wide,
            self.answers.zero,
        )

    def _answered_unit(
        self, row: int, measured: Measured, kind: DemandKind, unit: Unit | None
    ) -> Unit | None:
        units = dict(self.answers.units)
        if not units:
            return None
        column = column_letters(self.view.left + measured.column.index)
        keys = [
            f"{self.view.name}!{self.view.address(row, measured.column.index)}",
            f"{self.view.name}!{column}",
            f"{unit.symbol} {kind.value}" if unit else kind.value,
            measured.role if unit is None else "",
        ]
        return next((unit_of(units[k]) for k in keys if k in units), None)

    def _apply(self, draft: DemandDraft, row: int, column: Column, reading: Reading) -> None:
        if reading is NOTHING:
            return
        for complaint in reading.complaints:
            unit = self.roles.context.get("unit")
            self.say(row, unit.index if complaint.of_unit and unit else column.index, complaint)
        draft.view = self.view
        for name, value in reading.facts:
            self._note_fact(draft, row, column, name, value)

    def _note_fact(self, draft: DemandDraft, row: int, column: Column, name: str, value: object) -> None:
        if name == "force_n" and draft.kind is DemandKind.TOOL_USE and "force_n" in draft.facts:
            return
        if name not in draft.facts:
            draft.facts[name] = value
            draft.cols[name] = column.index
        rank = RANKS.get(name, 7)
        if rank < draft.rank:
            draft.rank = rank
            draft.cell = self.view.address(row, column.index)
            draft.as_written = written(self.view.rows[row][column.index])

    def _words(self, draft: DemandDraft, row: int, measured: Measured) -> None:
        value = self.view.rows[row][measured.column.index]
        if value is None or isinstance(value, CellError):
            return
        text = written(value).strip()
        unit = measured.column.heading.unit
        draft.facts[measured.role] = (
            f"{text} {unit.symbol}" if unit is not None and is_number(value) else text
        )

    def _common(self, draft: DemandDraft, row: int) -> None:
        """Hand, quality and tool of a row."""
        values, context = self.view.rows[row], self.roles.context
        if draft.hand is Hand.BOTH and not draft.hand_open and self.roles.is_wide:
            self._set_hand(draft, Hand.BOTH, open_both=True)
        if draft.hand is None and "hand" in context:
            self._hand(draft, row, context["hand"].index)
        for column in self.roles.kind_hands:
            if draft.hand is None and draft.kind in column.heading.kinds:
                self._hand(draft, row, column.index)
        if (
            draft.quality is None
            and "quality" in context
            and isinstance(values[context["quality"].index], str)
        ):
            draft.quality = quality_of(str(values[context["quality"].index]))
        for column in self.roles.remarks:
            text = values[column.index]
            if isinstance(text, str):
                draft.quality = draft.quality or quality_of(text)
                draft.tool = draft.tool or (tool_of(text) if draft.kind not in LOAD_KINDS else None)
        if (
            draft.tool is None
            and "tool" in context
            and isinstance(values[context["tool"].index], str)
            and self._takes_tool(draft)
        ):
            draft.tool = str(values[context["tool"].index]).strip()

    def _takes_tool(self, draft: DemandDraft) -> bool:
        return not self.roles.is_wide or draft.kind in {DemandKind.TOOL_USE, DemandKind.HAND_ARM_VIBRATION}

    def _hand(self, draft: DemandDraft, row: int, col: int) -> None:
        value = self.view.rows[row][col]
        if value is None:
            return
        answered = dict(self.answers.hands).get(f"{self.view.name}!{self.view.address(row, col)}")
        hand, is_open = hand_of(answered or written(value))
        if hand is not None:
            self._set_hand(draft, hand, open_both=is_open)
        elif fold(written(value)) not in words("not_demands", "not_applicable"):
            said = "error-cell" if isinstance(value, CellError) else "unknown-hand"
            self.say(
                row,
                col,
                Complaint(
                    Severity.ERROR,
                    said,
                    f"“{written(value)}” is no hand.",
                    "Write R, L, both, each, either, dominant or non-dominant.",
                ),
            )

    def _set_hand(self, draft: DemandDraft, hand: Hand, *, open_both: bool, ticked: bool = False) -> None:
        """Set the hand. Two ticks on a load leave open what the word `both` says: that the hands share it."""
        draft.hand, draft.hand_open = hand, open_both
        if open_both:
            answered = dict(self.answers.hands).get(draft.kind.value)
            draft.hand = (
                Hand(answered)
                if answered in {"each", "both"}
                else Hand.BOTH
                if draft.kind in SHARED
                else Hand.EACH
            )
            draft.hand_open = answered is None and (ticked or draft.kind not in SHARED)

    def _marks(self, draft: DemandDraft, row: int, bands: list[Column]) -> None:
        """Ticks under letters and under RT and LT."""
        values = self.view.rows[row]
        ticked = [c for c in bands if _is_mark(values[c.index])]
        for column in bands:
            value = values[column.index]
            if value is not None and not _is_mark(value):
                self._not_a_mark(draft, row, column)
        if ticked:
            self._note_fact(draft, row, ticked[-1], "band", ticked[-1].heading.band)
        if len(ticked) > 1:
            self.say(
                row,
                ticked[-1].index,
                Complaint(
                    Severity.WARNING,
                    "two-marks",
                    "More than one column is marked; the more frequent one was taken.",
                    "Leave one mark.",
                ),
            )
        hands = {c.heading.hand for c in self.roles.ticks_hand if _is_mark(values[c.index])}
        if {Hand.LEFT, Hand.RIGHT} <= hands or Hand.BOTH in hands:
            self._set_hand(draft, Hand.BOTH, open_both=True, ticked=True)
        elif hands:
            draft.hand = next(iter(hands))

    def _span(self, draft: DemandDraft, row: int, column: Column) -> None:
        """Note the range of hours that a tick stands under."""
        place = Place("hours", draft.kind)
        reading = measure(column.text, place)
        self._apply(draft, row, column, Reading(reading.facts))

    def _not_a_mark(self, draft: DemandDraft, row: int, column: Column) -> None:
        """Return an amount instead of a tick: the amount, and the letter of its column."""
        value = self.view.rows[row][column.index]
        reading = self._cell(row, Measured(column, "amount"), draft.kind, None, None)
        if any(
            name in RANKS and RANKS[name] < 6 for name, _ in reading.facts if name not in {"band", "mark"}
        ):
            self._apply(draft, row, column, reading)
            draft.facts.setdefault("band", column.heading.band)
        elif isinstance(value, CellError) or fold(written(value)) not in words(
            "not_demands", "not_applicable"
        ):
            self.say(
                row,
                column.index,
                Complaint(
                    Severity.WARNING,
                    "unclear-mark",
                    f"“{written(value)}” is neither a mark nor an amount.",
                    "Mark with X.",
                ),
            )

    def say(self, row: int, col: int, complaint: Complaint) -> None:
        """Keep a problem with its address."""
        value = self.view.rows[row][col] if col < self.view.width else None
        self.problems.append(
            Problem(
                complaint.severity,
                complaint.code,
                complaint.message,
                complaint.advice,
                self.view.name,
                self.view.address(row, col),
                written(value),
                complaint.asks,
                complaint.choices,
            )
        )
