"""The cells of a row turned into facts about a demand: amounts, ticks, hand, tool, how it is known."""

from dataclasses import dataclass

from job_profiles.blocks import Column
from job_profiles.column_roles import Measured
from job_profiles.draft import DemandDraft
from job_profiles.grid.cells import CellError
from job_profiles.headings import heading_of
from job_profiles.role_names import TEXTS
from job_profiles.row_marks import RowMarks, is_mark
from job_profiles.view import is_number, written


@dataclass(slots=True)
class RowCells(RowMarks):
    """Fills a demand with what the cells of its row say."""

    def _fill(
        self,
        draft: DemandDraft,
        row: int,
        group: list[Measured],
        label: str,
        bands: list[Column] | None = None,
    ) -> DemandDraft:
        self._common(draft, row)
        label_unit = heading_of(label).unit if "(" in label else None
        values = self.view.rows[row]
        for measured in group:
            if values[measured.column.index] is None:
                continue
            if measured.part is not None and self._value(row, measured) is None:
                continue
            if measured.role in TEXTS:
                self._words(draft, row, measured)
            else:
                unit_text = self._unit_text(row, measured) if self._has_unit_beside(measured) else None
                reading = self._cell(row, measured, draft.kind, unit_text, label_unit)
                self._apply(draft, row, measured.column, reading)
        if "asked" in self.roles.context:
            self._asked(draft, row)
        if self.roles.ticks_band or self.roles.ticks_hand:
            self._marks(draft, row, self.roles.ticks_band if bands is None else bands)
        for column in self.roles.ticks_span:
            if is_mark(values[column.index]):
                self._span(draft, row, column)
        return draft

    def _words(self, draft: DemandDraft, row: int, measured: Measured) -> None:
        value = self.view.rows[row][measured.column.index]
        if value is None or isinstance(value, CellError):
            return
        text = written(value).strip()
        unit = measured.column.heading.unit
        draft.facts[measured.role] = (
            f"{text} {unit.symbol}" if unit is not None and is_number(value) else text
        )
