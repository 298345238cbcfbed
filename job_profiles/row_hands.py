"""What a row says of all it demands: the hand, how it is known, the tool."""

from dataclasses import dataclass
from typing import Final

from job_profiles.by_unit import Complaint
from job_profiles.draft import DemandDraft
from job_profiles.grid.cells import CellError, CellValue
from job_profiles.kinds import LOAD_KINDS, DemandKind, Hand
from job_profiles.problem import Severity
from job_profiles.row_amounts import RowAmounts
from job_profiles.view import written
from job_profiles.vocabulary.kind_words import (
    hand_of,
    is_not_applicable,
    meaning_of_d,
    near_hand,
    quality_of,
    tool_of,
)
from job_profiles.vocabulary.words import fold

SHARED: Final = LOAD_KINDS | {
    DemandKind.PUSHING,
    DemandKind.PULLING,
    DemandKind.TOOL_USE,
    DemandKind.HAND_ARM_VIBRATION,
    DemandKind.PERSON_HANDLING,
    DemandKind.DRIVING,
}
"""Kinds for which a bare `both` means that the hands share it; for the others each hand does it."""


def no_hand(value: CellValue) -> Complaint:
    """Return the problem of a cell that should name a hand and names none."""
    code = "error-cell" if isinstance(value, CellError) else "unknown-hand"
    near = near_hand(written(value))
    advice = "Write R, L, both, each, either, dominant or non-dominant."
    advice = f"Did you mean “{near}”? {advice}" if near else advice
    return Complaint(Severity.ERROR, code, f"“{written(value)}” is no hand.", advice)


@dataclass(slots=True)
class RowHands(RowAmounts):
    """Reads the cells of a row that name the hand, the tool, or how a demand is known."""

    def _common(self, draft: DemandDraft, row: int) -> None:
        """Hand, quality and tool of a row."""
        values, context = self.view.rows[row], self.roles.context
        if draft.hand is Hand.BOTH and not draft.hand_open and self.roles.is_wide:
            self._set_hand(draft, Hand.BOTH, open_both=True)
        if draft.hand is None and "hand" in context:
            self._hand(draft, row, context["hand"].index)
        if draft.hand is None and self.section_hand is not None:
            draft.hand = self.section_hand
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
        hand, is_open = self._hand_said(row, col)
        if hand is not None:
            self._set_hand(draft, hand, open_both=is_open)
        elif not is_not_applicable(written(value)):
            self.say(row, col, no_hand(value))

    def _hand_said(self, row: int, col: int) -> tuple[Hand | None, bool]:
        """Return the hand that a cell names, and whether it leaves open if `both` is shared or each."""
        value = self.view.rows[row][col]
        if value is None:
            return None, False
        text, answered = written(value), None
        if self.answers.hands:
            answered = dict(self.answers.hands).get(f"{self.view.name}!{self.view.address(row, col)}")
        hand, is_open = hand_of(answered or text)
        if answered is None and hand is not None and fold(text) == "d":
            hand = self._hand_d(col)
        return hand, is_open

    def _hand_d(self, col: int) -> Hand | None:
        """Tell what `D` means in a column: right beside G or I, dominant beside ND, else it is open."""
        if col not in self._letter_d:
            texts = {fold(v) for r in self.roles.table.body if isinstance(v := self.view.rows[r][col], str)}
            column = next((c for c in self.roles.table.columns if c.index == col), None)
            texts |= set(fold(column.text).split()) if column else set()
            self._letter_d[col] = meaning_of_d(texts)
        return self._letter_d[col]

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
