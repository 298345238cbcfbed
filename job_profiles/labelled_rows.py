"""Rows whose label names the demand: one for each kind, hand and letter with an amount."""

from dataclasses import dataclass
from typing import Final

from job_profiles.amounts import parse_amount
from job_profiles.blocks import Column
from job_profiles.column_roles import Measured
from job_profiles.draft import DemandDraft
from job_profiles.grid.cells import CellError, CellValue
from job_profiles.kinds import DemandKind, Hand
from job_profiles.labels import AMOUNTS, amount_in, both_in, side_in, side_of
from job_profiles.ranks import UNSAID
from job_profiles.row_labels import RowLabels
from job_profiles.view import is_number, written
from job_profiles.vocabulary.kind_words import tool_in_brackets
from job_profiles.vocabulary.words import fold, words

_ONE: Final = frozenset({Hand.RIGHT, Hand.LEFT})


@dataclass(slots=True)
class LabelledRows(RowLabels):
    """Reads rows whose label names the demand."""

    def _down(self, row: int, label: Column) -> list[DemandDraft]:
        text = self.view.rows[row][label.index]
        if text is None or isinstance(text, CellError) or is_number(text):
            return self._unnamed(row, label)
        text = text if isinstance(text, str) else written(text)
        word = self._kind(row, label.index, text)
        if word is None:
            return []
        told = len(self.problems)
        made = [
            self._labelled(row, label, text, DemandDraft(kind, self.view.name, row, hand=hand), group, bands)
            for kind in word.kinds
            for hand, group in self._by_hand(row, side_of(text, kind) if word.listed else side_in(text))
            for bands in self._by_band(row)
        ]
        if word.listed:
            self._parted(made, row, told)
        if word.open_to:
            for draft in made:
                draft.open_to = word.open_to if word.opens in {None, draft.kind} else ()
        held = list(self._held(row, word.kinds[0])) if word.kinds and self._loads() else []
        return [d for d in made if self._stated(d, row)] + held

    def _parted(self, made: list[DemandDraft], row: int, told: int) -> None:
        """Leave the torque of a row with several demands to the one that turns.

        An amount that fits one of them is no misfit of the others. `told`: problems known before the row.
        """
        if any(d.kind is DemandKind.FOREARM_ROTATION and "torque_n_m" in d.facts for d in made):
            for draft in made:
                if draft.kind is not DemandKind.FOREARM_ROTATION:
                    draft.facts.pop("torque_n_m", None)
        fitting = {self.view.address(row, col) for d in made for n, col in d.cols.items() if n in AMOUNTS}
        self.problems[told:] = [
            p for p in self.problems[told:] if p.code != "unit-does-not-fit" or p.cell not in fitting
        ]

    def _labelled(
        self,
        row: int,
        label: Column,
        text: str,
        draft: DemandDraft,
        group: list[Measured],
        bands: list[Column],
    ) -> DemandDraft:
        """Fill a demand of a row whose label names the kind."""
        draft.tool = tool_in_brackets(text)
        if draft.hand is None and bands:
            draft.hand = bands[0].heading.hand
        if draft.hand is None and "hand" not in self.roles.context and both_in(text):
            self._set_hand(draft, Hand.BOTH, open_both=True)
        self._fill(draft, row, self._columns_for(draft.kind, row, group), text, bands)
        if draft.hand in _ONE and "hand" not in self.roles.context:
            self._both_after_all(draft, row, group)
        if AMOUNTS.isdisjoint(draft.facts) and draft.facts.get("band") != "N":
            self._apply(draft, row, label, amount_in(text, draft.kind))
        if self.roles.remarks and AMOUNTS.isdisjoint(draft.facts) and draft.facts.get("band") != "N":
            self._amount_in_remarks(draft, row)
        if draft.rank == UNSAID:
            draft.cell, draft.as_written = (
                self.view.address(row, label.index),
                self.view.said(row, label.index),
            )
        return draft

    def _both_after_all(self, draft: DemandDraft, row: int, group: list[Measured]) -> None:
        """Give a demand to both hands where the amount in the column of one says so: `22 kg together`."""
        texts = [self.view.rows[row][m.column.index] for m in group if m.hand is draft.hand]
        folded = [fold(text) for text in texts if isinstance(text, str)]
        if any(set(text.split()) & words("values", "together") for text in folded):
            self._set_hand(draft, Hand.BOTH, open_both=False)
        elif any(both_in(text) for text in folded):
            self._set_hand(draft, Hand.BOTH, open_both=True)

    def _by_band(self, row: int) -> list[list[Column]]:
        """Part the letter columns that stand under each hand, or of which several hold amounts.

        Amounts under letters are the greatest weight at each frequency.
        """
        if not self.roles.ticks_band:
            return [[]]
        values = self.view.rows[row]
        hands = dict.fromkeys(c.heading.hand for c in self.roles.ticks_band)
        if len(hands) > 1:
            parts = [[c for c in self.roles.ticks_band if c.heading.hand is hand] for hand in hands]
            return [p for p in parts if any(values[c.index] is not None for c in p)] or [parts[0]]
        told = [c for c in self.roles.ticks_band if _is_amount(values[c.index])]
        return [[c] for c in told] if len(told) > 1 else [self.roles.ticks_band]


def _is_amount(value: CellValue) -> bool:
    """Whether a cell under a letter of frequency holds an amount, not a tick."""
    if isinstance(value, str):
        return parse_amount(value) is not None
    return is_number(value) and value not in {0, 1}
