"""The amounts in the cells of a row: with the unit of heading, label or unit column, noted on a demand."""

from dataclasses import dataclass, replace
from typing import Final

from job_profiles.blocks import Column
from job_profiles.by_unit import NOTHING, Complaint, Place, Reading
from job_profiles.column_roles import Measured
from job_profiles.draft import DemandDraft
from job_profiles.grid.cells import CellError, CellValue
from job_profiles.kinds import DemandKind
from job_profiles.measures import measure
from job_profiles.paired import part_of
from job_profiles.problem import Severity
from job_profiles.ranks import ONE_VALUE, RANKS
from job_profiles.role_by_unit import role_of_cell
from job_profiles.row_reader import RowReader
from job_profiles.units import Unit, unit_of
from job_profiles.view import written

_WITH_UNIT: Final = frozenset(
    {"amount", "kind", "force", "load", "angle", "torque", "vibration", "tool_weight"}
)
"""Roles of columns whose unit a column of units gives, row by row."""


@dataclass(slots=True)
class RowAmounts(RowReader):
    """Reads the cells of a row that hold amounts."""

    def _has_unit_beside(self, measured: Measured) -> bool:
        """Whether a column of units may speak of this one; of how often and how long it never does."""
        return measured.role in _WITH_UNIT or measured.column.index in self.roles.hour_units

    def _unit_column(self, measured: Measured) -> Column | None:
        """Return the column of units; of several, the one right of an amount before the next amount."""
        if len(self.roles.units) < 2:
            return self.roles.context.get("unit")
        at = measured.column.index
        if at in self.roles.hour_units:
            return next(c for c in self.roles.units if c.index == self.roles.hour_units[at])
        others = (m.column.index for m in self.roles.measured if m.role in _WITH_UNIT and m.column.index > at)
        end = min(others, default=self.view.width)
        return next((c for c in self.roles.units if at < c.index < end), None)

    def _unit_text(self, row: int, measured: Measured) -> str | None:
        column = self._unit_column(measured)
        value = self.view.rows[row][column.index] if column else None
        return written(value).strip() if value is not None and not isinstance(value, CellError) else None

    def _value(self, row: int, measured: Measured) -> CellValue:
        """Return the cell of a column, or the part of it that speaks of one hand."""
        value = self.view.rows[row][measured.column.index]
        if measured.part is None or not isinstance(value, str):
            return value
        return part_of(value, measured.part)

    def _cell(
        self, row: int, measured: Measured, kind: DemandKind, unit_text: str | None, label_unit: Unit | None
    ) -> Reading:
        value = self.view.rows[row][measured.column.index]
        if measured.part is not None:
            value = self._value(row, measured)
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
            place = self._place(row, measured, kind, unit_text, label_unit)
            if measured.role == "hours":
                place = replace(place, role=role_of_cell(measured.role, measured.column, value))
            found = self._read[key] = measure(value, place)
        return found

    def _place(
        self, row: int, measured: Measured, kind: DemandKind, unit_text: str | None, label_unit: Unit | None
    ) -> Place:
        unit, words_of_unit = self._unit_beside(measured, kind, unit_text, label_unit)
        unit = self._answered_unit(row, measured, kind, unit) or unit
        return Place(
            measured.role,
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
            self.answers.units,
        )

    def _unit_beside(
        self, measured: Measured, kind: DemandKind, unit_text: str | None, label_unit: Unit | None
    ) -> tuple[Unit | None, str]:
        """Return the unit of heading, label or unit column, and what stands in that column if it is none."""
        role, unit = measured.role, measured.column.heading.unit
        if label_unit is not None and role in {"amount", "force", "load", "angle"}:
            unit = label_unit
        if role == "hours" and measured.column.index in self.roles.hour_units and unit_text:
            return unit_of(unit_text), "" if unit_of(unit_text) else unit_text
        if not unit_text or role not in _WITH_UNIT or not (role in {"amount", "kind"} or unit is None):
            return unit, ""
        answered = dict(self.answers.units).get(f"{unit_text} {kind.value}")
        row_unit = unit_of(answered or unit_text)
        return (row_unit, "") if row_unit else (unit, unit_text)

    def _answered_unit(
        self, row: int, measured: Measured, kind: DemandKind, unit: Unit | None
    ) -> Unit | None:
        units = dict(self.answers.units)
        if not units:
            return None
        column = self.view.line(measured.column.index)
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
        if name in draft.facts:
            if draft.cols.get(name) != column.index and name in ONE_VALUE:
                self._say_not_used(draft, row, column, name, value)
            if name == "force_n" and draft.kind is DemandKind.TOOL_USE:
                return
        else:
            draft.facts[name] = value
            draft.cols[name] = column.index
        rank = RANKS.get(name, 7)
        if rank < draft.rank:
            draft.rank = rank
            draft.cell = self.view.address(row, column.index)
            draft.as_written = self.view.said(row, column.index)

    def _say_not_used(self, draft: DemandDraft, row: int, column: Column, name: str, value: object) -> None:
        """Say that a second column fills a field that is filled already, with another value."""
        if value == draft.facts[name]:
            return
        first = self.view.address(row, draft.cols[name]) if name in draft.cols else draft.cell
        complaint = Complaint(
            Severity.WARNING,
            "value-not-used",
            f"{draft.kind.label} has this amount at {first} already; what stands here was not used.",
            "Keep the amount that is meant, or say what the other column holds.",
        )
        self.say(row, column.index, complaint)
