"""From the rows of a table to demands: what row and column say, put together by kind and hand."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from job_profiles.blocks import Column
from job_profiles.by_unit import Complaint
from job_profiles.column_roles import Measured
from job_profiles.conditions import surroundings_in
from job_profiles.draft import DemandDraft
from job_profiles.kinds import DemandKind
from job_profiles.labels import amount_in
from job_profiles.postures import is_neutral, posture_in
from job_profiles.problem import Severity
from job_profiles.ranks import RANKS
from job_profiles.tool_rows import ToolRows
from job_profiles.view import written


@dataclass(slots=True)
class TableReader(ToolRows):
    """Reads the rows of one table. `problems` gathers what is wrong in its cells."""

    def demands(self, row: int) -> list[DemandDraft]:
        """Return the demands that one row states, in its columns and in its remarks."""
        made = self._stated_in_columns(row)
        for column in self.roles.postures:
            made += self._posture(row, column)
        if self.roles.remarks:
            self._vibration_in_remarks(row, made)
            made += self._stated_in_remarks(row, made)
        return made

    def _posture(self, row: int, column: Column) -> list[DemandDraft]:
        """Return the posture that a cell names in words, with its angle; say what could not be read."""
        text = self.view.rows[row][column.index]
        if not isinstance(text, str) or is_neutral(text):
            return []
        kind = posture_in(text, column.text)
        if kind is None:
            self.say(row, column.index, _NO_POSTURE)
            return []
        draft = DemandDraft(kind, self.view.name, row, self.view.address(row, column.index), text)
        self._common(draft, row)
        self._apply(draft, row, column, amount_in(text, kind))
        return [draft]

    def _stated_in_columns(self, row: int) -> list[DemandDraft]:
        if self.roles.is_tool_list:
            return self._tool(row)
        if self.roles.band_labels is not None:
            return self._load_band(row)
        label = self.roles.context.get("demand")
        if label is None:
            across = self._across(row) if self.roles.tells_of_tools or not self.roles.bare else []
            return [*across, *self._bare(row)] if self.roles.bare else across
        return self._by_label(row, label)

    def surroundings(self, row: int, known: Iterable[DemandDraft]) -> list[DemandDraft]:
        """Return the demands that the surroundings of a row make on the hands, without those `known`."""
        column = self.roles.context.get("environment")
        text = self.view.rows[row][column.index] if column else None
        if column is None or not isinstance(text, str):
            return []
        said = surroundings_in(text)
        if said.unread:
            self.say(row, column.index, _not_read_of(said.unread))
        there = {draft.kind for draft in known if draft.rank == RANKS["mark"]}
        made = []
        for kind in said.kinds:
            if kind not in there:
                draft = DemandDraft(kind, self.view.name, row)
                self._note_fact(draft, row, column, "mark", value=True)
                made.append(draft)
        return made

    def _load_band(self, row: int) -> list[DemandDraft]:
        column = self.roles.band_labels
        value = self.view.rows[row][column.index] if column else None
        if column is None or value is None:
            return []
        made = []
        for kind in (
            self.row_kinds.get(row) or column.heading.kinds or self.title_kinds or (DemandKind.LIFTING,)
        ):
            draft = DemandDraft(
                kind, self.view.name, row, self.view.address(row, column.index), written(value), rank=0
            )
            self._apply(draft, row, column, self._cell(row, Measured(column, "load"), kind, None, None))
            self._common(draft, row)
            self._marks(draft, row, self.roles.ticks_band)
            if draft.facts.get("band") not in {None, "N"}:
                made.append(draft)
        return made


_NO_POSTURE: Final = Complaint(
    Severity.WARNING,
    "posture-not-read",
    "The cell names no posture that is known; it was not read.",
    "Write flexion, extension, ulnar or radial deviation, with its angle.",
)


def _not_read_of(parts: Iterable[str]) -> Complaint:
    return Complaint(
        Severity.NOTE,
        "surroundings-not-read",
        f"Of the surroundings, “{', '.join(parts)}” was not read as a demand on the hands.",
        "Nothing needs doing unless it bears on the hands: then name it as a demand.",
    )
