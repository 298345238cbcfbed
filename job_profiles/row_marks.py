"""Ticks in a row: under letters, under the right and the left hand, under yes, under a range of hours."""

from dataclasses import dataclass

from job_profiles.blocks import Column
from job_profiles.by_unit import Complaint, Place, Reading
from job_profiles.column_roles import Measured
from job_profiles.draft import DemandDraft
from job_profiles.grid.cells import CellError, CellValue
from job_profiles.kinds import Hand
from job_profiles.measures import measure
from job_profiles.problem import Severity
from job_profiles.ranks import RANKS
from job_profiles.row_hands import RowHands
from job_profiles.view import written
from job_profiles.vocabulary.kind_words import is_not_applicable
from job_profiles.vocabulary.words import fold, words


def is_mark(value: CellValue) -> bool:
    """Whether a cell is ticked: X, a tick, yes as a truth value, or 1."""
    if isinstance(value, str):
        return fold(value) in words("values", "marks") or value.strip().lower() == "x"
    return value is True or (value == 1 and isinstance(value, int | float))


@dataclass(slots=True)
class RowMarks(RowHands):
    """Reads the cells of a row that are ticked."""

    def _asked(self, draft: DemandDraft, row: int) -> None:
        """Note a tick or a yes under *Yes*; a no there says that the demand is none."""
        column = self.roles.context.get("asked")
        value = self.view.rows[row][column.index] if column else None
        if column is None or value is None:
            return
        if is_mark(value) or fold(written(value)) in words("values", "yes"):
            self._note_fact(draft, row, column, "mark", value=True)
        elif value is False or fold(written(value)) in words("values", "no"):
            self._note_fact(draft, row, column, "band", "N")

    def _marks(self, draft: DemandDraft, row: int, bands: list[Column]) -> None:
        """Ticks under letters and under RT and LT."""
        values = self.view.rows[row]
        ticked = [c for c in bands if is_mark(values[c.index])]
        for column in bands:
            value = values[column.index]
            if value is not None and not is_mark(value):
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
        hands = {c.heading.hand for c in self.roles.ticks_hand if is_mark(values[c.index])}
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
        """Take an amount in the place of a tick: the amount, and the letter of its column."""
        value = self.view.rows[row][column.index]
        reading = self._cell(row, Measured(column, "amount"), draft.kind, None, None)
        if any(
            name in RANKS and RANKS[name] < 6 for name, _ in reading.facts if name not in {"band", "mark"}
        ):
            self._apply(draft, row, column, reading)
            draft.facts.setdefault("band", column.heading.band)
        elif isinstance(value, CellError) or not is_not_applicable(written(value)):
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
