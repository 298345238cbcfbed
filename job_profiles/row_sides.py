"""Amounts under *Right* and *Left*: a demand of each hand, whatever the column of hands says beside them."""

from dataclasses import dataclass

from job_profiles.by_unit import Complaint
from job_profiles.column_roles import Measured
from job_profiles.kinds import Hand
from job_profiles.problem import Severity
from job_profiles.row_cells import RowCells
from job_profiles.row_hands import no_hand
from job_profiles.view import written
from job_profiles.vocabulary.kind_words import is_not_applicable

Parts = list[tuple[Hand | None, list[Measured]]]


@dataclass(slots=True)
class RowSides(RowCells):
    """Parts the columns of a row by the hand that they speak of."""

    def _by_hand(self, row: int, side: Hand | None) -> Parts:
        """Part the columns by hand where some speak of the right and some of the left: a demand for each."""
        measured, sides = self.roles.measured, self._sides()
        if not sides or side is not None:
            return [(side, measured)]
        filled = [s for s in sides if any(m.hand is s and self._is_filled(row, m) for m in measured)]
        parts: Parts = [(s, [m for m in measured if m.hand in {None, s}]) for s in filled]
        if "hand" in self.roles.context and filled:
            return self._beside_hand(row, self.roles.context["hand"].index, filled, parts)
        return parts or [(None, measured)]

    def _sides(self) -> tuple[Hand, ...]:
        """Return the hands that columns speak of, found once for all rows."""
        if self._hands_headed is None:
            named = (m.hand for m in self.roles.measured if m.hand is not None)
            self._hands_headed = tuple(dict.fromkeys(named))
        return self._hands_headed

    def _beside_hand(self, row: int, col: int, filled: list[Hand], parts: Parts) -> Parts:
        """Return the parts of a row that also has a cell for the hand; say where the two do not agree."""
        if self._is_one_amount(row, filled):
            return [(None, self.roles.measured)]
        said, is_open = self._hand_said(row, col)
        if said is None:
            self._not_a_hand(row, col)
        elif len(filled) == 1 and said in {filled[0], Hand.EITHER, Hand.DOMINANT, Hand.NON_DOMINANT}:
            return [(None, group) for _, group in parts]
        elif said in filled and all(hand is said or self._is_zero(row, hand) for hand in filled):
            return [(None, group) for hand, group in parts if hand is said]
        elif len(filled) == 1 or not (is_open or said is Hand.EACH):
            self.say(row, col, _other_hand(written(self.view.rows[row][col]), filled))
        return parts

    def _not_a_hand(self, row: int, col: int) -> None:
        value = self.view.rows[row][col]
        if value is not None and not is_not_applicable(written(value)):
            self.say(row, col, no_hand(value))

    def _is_one_amount(self, row: int, filled: list[Hand]) -> bool:
        """Whether one cell of `Force R / L` gives one amount: the cell of the hand says whose it is."""
        values = {self._value(row, m) for m in self.roles.measured if m.hand in filled}
        cells = {m.column.index for m in self.roles.measured if m.hand in filled}
        return len(filled) > 1 and len(cells) == len(values) == 1

    def _is_zero(self, row: int, hand: Hand) -> bool:
        return all(self._value(row, m) in {None, 0, "0"} for m in self.roles.measured if m.hand is hand)

    def _is_filled(self, row: int, measured: Measured) -> bool:
        """Whether a cell says something: a dash under one hand makes no demand of it."""
        value = self._value(row, measured)
        return value is not None and not (isinstance(value, str) and is_not_applicable(value))


def _other_hand(said: str, filled: list[Hand]) -> Complaint:
    under = " and ".join(hand.label.lower() for hand in filled)
    return Complaint(
        Severity.WARNING,
        "hand-differs",
        f"The hand here is “{said}”, but amounts stand under {under}: each was read as that hand's.",
        "Write each amount under its hand, and the hand to match.",
    )
