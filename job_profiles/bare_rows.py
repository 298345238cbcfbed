"""Rows of tasks with amounts of which no heading names the demand: words tell the kind, else it is asked."""

from dataclasses import dataclass
from typing import Final

from job_profiles.amounts import parse_amount
from job_profiles.bare_amounts import kind_beside_amount, kind_told
from job_profiles.blocks import Column
from job_profiles.by_unit import NOTHING, Complaint, Reading
from job_profiles.column_roles import Measured
from job_profiles.draft import DemandDraft
from job_profiles.kinds import DemandKind
from job_profiles.labels import amount_in
from job_profiles.meant_kinds import meant_kind
from job_profiles.problem import Severity
from job_profiles.ranks import UNSAID
from job_profiles.remark_rows import RemarkRows
from job_profiles.view import written
from job_profiles.vocabulary.kind_words import KindWord

_OF_ANOTHER_KIND: Final = frozenset({"unit-does-not-fit", "force-or-weight"})
"""What is wrong with an amount when the kind that its task names is not its own."""


@dataclass(slots=True)
class BareRows(RemarkRows):
    """Reads rows whose amounts bear no heading of a demand."""

    def _bare(self, row: int) -> list[DemandDraft]:
        """Return a demand for each amount of a row whose kind words tell; ask for the others."""
        filled = [m for m in self.roles.bare if self._is_filled(row, m)]
        if not filled:
            made = self._by_remark(row)
            if not made:
                self._say_how_often(row)
            return made
        others = self._counting(row, filled)
        made = [draft for m in filled for draft in self._of_amount(row, m, others)]
        if not made and others and not self.roles.bare_open:
            self._say_how_often(row)
        return made

    def _counting(self, row: int, filled: list[Measured]) -> list[Measured]:
        """Return the columns of how often and how long; of several demands in a row they may count any."""
        if len({m.column.index for m in filled}) > 1 and any(m.hand is None for m in filled):
            self._say_how_often(row)
            return []
        bare = {m.column.index for m in self.roles.bare}
        return [m for m in self.roles.measured if m.column.index not in bare and not m.kinds]

    def _of_amount(self, row: int, measured: Measured, others: list[Measured]) -> list[DemandDraft]:
        place = f"{self.view.name}!{self.view.address(row, measured.column.index)}"
        answered = dict(self.answers.kinds).get(place) if self.answers.kinds else None
        if answered in DemandKind.__members__.values():
            draft = self._of_kind(row, measured, DemandKind(str(answered)), others)
            draft.given.append("kind")
            return [draft]
        told = None if answered else kind_told(self.roles, row, measured)
        if told is None or not (made := self._told(row, measured, told[0], others, told[1])):
            if not answered:
                self._ask_kind(row, measured, place)
            return []
        return made

    def _told(
        self, row: int, measured: Measured, word: KindWord, others: list[Measured], where: Column
    ) -> list[DemandDraft]:
        """Return the demands of a word; what tool or task name must fit the amount."""
        own = where.index == measured.column.index
        kinds = [
            k
            for k in word.kinds
            if own or not self._has_figure(row, measured) or self._suits(row, measured, k)
        ]
        if kinds and not own:
            self.say(
                row, measured.column.index, _named_elsewhere(kinds, written(self.view.rows[row][where.index]))
            )
        made = []
        for kind in kinds:
            open_to = word.open_to if word.opens in {None, kind} else ()
            meant, still_open = meant_kind(self.answers, kind, open_to)
            draft = self._of_kind(row, measured, meant, others)
            draft.open_to = still_open
            made.append(draft)
        return made

    def _of_kind(self, row: int, measured: Measured, kind: DemandKind, others: list[Measured]) -> DemandDraft:
        draft = DemandDraft(kind, self.view.name, row, hand=measured.hand)
        self._fill(draft, row, others, "")
        self._apply(draft, row, measured.column, self._amount_of(row, measured, kind))
        if draft.rank == UNSAID:
            draft.cell = self.view.address(row, measured.column.index)
            draft.as_written = self.view.said(row, measured.column.index)
        return draft

    def _has_figure(self, row: int, measured: Measured) -> bool:
        value = self._value(row, measured)
        return not isinstance(value, str) or any(c.isdigit() for c in value)

    def _suits(self, row: int, measured: Measured, kind: DemandKind) -> bool:
        complaints = self._amount_of(row, measured, kind).complaints
        return not any(complaint.code in _OF_ANOTHER_KIND for complaint in complaints)

    def _amount_of(self, row: int, measured: Measured, kind: DemandKind) -> Reading:
        """Return what a cell says of a kind, its own words before the figure aside: `grip 20 lb`."""
        value = self._value(row, measured)
        if isinstance(value, str) and parse_amount(value, decimal_comma=self.decimal_comma) is None:
            told = amount_in(value, kind)
            if told is not NOTHING:
                return told
            if not self._has_figure(row, measured) and kind_beside_amount(value) is not None:
                return NOTHING
        return self._cell(row, measured, kind, self._unit_text(row, measured), None)

    def _ask_kind(self, row: int, measured: Measured, place: str) -> None:
        """Ask for the kind of an amount; once for its column where no row of it names one."""
        value = self._value(row, measured)
        if isinstance(value, str) and not self._has_figure(row, measured):
            reading = self._cell(row, measured, DemandKind.POWER_GRIP, None, None)
            for complaint in reading.complaints:
                self.say(row, measured.column.index, complaint)
            if reading.complaints:
                return
        if measured.column not in self.roles.bare_open:
            task = self.roles.context["task"]
            name = written(self.view.rows[row][task.index]).strip()
            self.say(row, measured.column.index, _which_kind(written(value).strip(), name, place))


def _which_kind(shown: str, task: str, place: str) -> Complaint:
    of_task = f" of “{task}”" if task else ""
    return Complaint(
        Severity.ERROR,
        "kind-of-amount",
        f"Nothing in row or heading says what kind of demand “{shown}”{of_task} is; it was not read.",
        "Say what kind of demand it is.",
        f"kinds/{place}",
    )


def _named_elsewhere(kinds: list[DemandKind], name: str) -> Complaint:
    named = ", ".join(kind.label.lower() for kind in kinds)
    return Complaint(
        Severity.NOTE,
        "kind-of-task",
        f"It was read as {named}, which “{name.strip()}” names.",
        "Nothing needs doing if that is right.",
    )
