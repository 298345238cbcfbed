"""From the rows of a table to demands: what row and column say, put together by kind and hand."""

from dataclasses import dataclass

from job_profiles.amounts import parse_amount
from job_profiles.blocks import Column
from job_profiles.by_unit import Complaint, Place
from job_profiles.checks import is_impossible
from job_profiles.column_roles import Measured
from job_profiles.draft import DemandDraft
from job_profiles.grid.cells import CellError, CellValue
from job_profiles.kinds import DemandKind, Hand
from job_profiles.labels import AMOUNTS, amount_in, both_in, side_in
from job_profiles.measures import measure
from job_profiles.problem import Severity
from job_profiles.row_cells import RANKS, UNSAID, RowCells
from job_profiles.view import is_number, written
from job_profiles.vocabulary.kind_words import (
    KindWord,
    is_other_activity,
    kind_of,
    tool_in_brackets,
)
from job_profiles.vocabulary.words import fold, words


@dataclass(slots=True)
class TableReader(RowCells):
    """Reads the rows of one table. `problems` gathers what is wrong in its cells."""

    def demands(self, row: int) -> list[DemandDraft]:
        """Return the demands that one row states."""
        if self.roles.is_tool_list:
            return self._tool(row)
        if self.roles.band_labels is not None:
            return self._load_band(row)
        label = self.roles.context.get("demand")
        if label is None:
            return self._across(row)
        return self._down(row, label)

    def _down(self, row: int, label: Column) -> list[DemandDraft]:
        text = self.view.rows[row][label.index]
        if text is None or isinstance(text, CellError) or is_number(text):
            if any(
                self.view.rows[row][m.column.index] is not None
                for m in self.roles.measured
                if m.role in {"amount", "force", "load"}
            ):
                self.say(
                    row,
                    label.index,
                    Complaint(
                        Severity.ERROR,
                        "demand-missing",
                        "The row has an amount but names no demand.",
                        "Name the demand.",
                    ),
                )
            return []
        text = text if isinstance(text, str) else written(text)
        word = self._kind(row, label.index, text)
        if word is None:
            return []
        side = side_in(text)
        made = [
            self._labelled(row, label, text, DemandDraft(kind, self.view.name, row, hand=hand), group, bands)
            for kind in word.kinds
            for hand, group in self._by_hand(row, side)
            for bands in self._by_band(row)
        ]
        for draft in made:
            draft.open_to = word.open_to
        return [d for d in made if self._stated(d, row)]

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
        if draft.hand is None and "hand" not in self.roles.context and both_in(text):
            self._set_hand(draft, Hand.BOTH, open_both=True)
        self._fill(draft, row, group, text, bands)
        if not AMOUNTS & set(draft.facts):
            self._apply(draft, row, label, amount_in(text, draft.kind))
        if draft.rank == UNSAID:
            draft.cell, draft.as_written = self.view.address(row, label.index), text
        return draft

    def _by_hand(self, row: int, side: Hand | None) -> list[tuple[Hand | None, list[Measured]]]:
        """Part the columns by hand where some speak of the right and some of the left: a demand for each."""
        measured = self.roles.measured
        sides = dict.fromkeys(m.hand for m in measured if m.hand is not None)
        if not sides or side is not None or "hand" in self.roles.context:
            return [(side, measured)]
        values = self.view.rows[row]
        filled = [
            s for s in sides if any(m.hand is s and values[m.column.index] is not None for m in measured)
        ]
        return [(s, [m for m in measured if m.hand in {None, s}]) for s in filled] or [(None, measured)]

    def _by_band(self, row: int) -> list[list[Column]]:
        """Part the letter columns where several hold amounts: the greatest weight at each frequency."""
        values = self.view.rows[row]
        told = [c for c in self.roles.ticks_band if _is_amount(values[c.index])]
        return [[c] for c in told] if len(told) > 1 else [self.roles.ticks_band]

    def _kind(self, row: int, col: int, text: str) -> KindWord | None:
        answered = self._answered_kind(row, col, text) if self.answers.kinds else None
        if answered in DemandKind.__members__.values():
            return KindWord((DemandKind(str(answered)),))
        if answered or is_other_activity(text) or fold(text) in words("not_demands", "totals"):
            return None
        word = kind_of(text)
        if word is None:
            self._unknown_kind(row, col, text)
        elif word.as_spelt:
            self.say(
                row,
                col,
                Complaint(
                    Severity.NOTE,
                    "spelling",
                    f"Read as “{word.as_spelt}”.",
                    "Nothing needs doing if that is right.",
                ),
            )
        return word

    def _answered_kind(self, row: int, col: int, text: str) -> str | None:
        kinds = dict(self.answers.kinds)
        word = kind_of(text)
        place = f"{self.view.name}!{self.view.address(row, col)}"
        return (
            kinds.get(fold(text))
            or kinds.get(place)
            or (kinds.get(word.kind.value) if word and word.open_to else None)
        )

    def _meant(
        self, kind: DemandKind, open_to: tuple[DemandKind, ...]
    ) -> tuple[DemandKind, tuple[DemandKind, ...]]:
        """Return the kind that was answered for a heading that leaves it open; else the heading's own."""
        answered = dict(self.answers.kinds).get(kind.value) if open_to else None
        if answered not in {one.value for one in (kind, *open_to)}:
            return kind, open_to
        return DemandKind(str(answered)), ()

    def _unknown_kind(self, row: int, col: int, text: str) -> None:
        others = [
            v
            for c, v in self.view.cells(row, self.roles.table.first_col, self.roles.table.last_col)
            if c != col
        ]
        if not others:
            return
        form = bool(self.roles.ticks_band)
        severity = Severity.WARNING if form else Severity.ERROR
        self.say(
            row,
            col,
            Complaint(
                severity,
                "unknown-demand",
                f"“{text.strip()}” is not a known demand; the row was left out.",
                "Name the demand in other words, or say which kind it is.",
                f"kinds/{fold(text)}",
            ),
        )

    def _stated(self, draft: DemandDraft, row: int) -> bool:
        """Whether a form row is asked for at all: a row without any mark is unknown, not never."""
        if draft.facts.get("band") == "N" or draft.facts == {"hours_per_day": 0.0}:
            return False
        if not self.roles.ticks_band or draft.facts:
            return True
        if draft.hand is not None:
            return True
        col = self.roles.context["demand"].index
        self.say(
            row,
            col,
            Complaint(
                Severity.NOTE,
                "no-mark",
                "No column is marked: whether this is asked for is not known; that is not never.",
                "Mark a column, or write that it is not required.",
            ),
        )
        self.say(
            row,
            col,
            Complaint(
                Severity.QUESTION,
                "no-mark-meant",
                "No mark: not required, or forgotten?",
                "Ask the employer.",
                f"settled/no-mark {draft.kind.value}",
            ),
        )
        return False

    def _across(self, row: int) -> list[DemandDraft]:
        drafts: dict[tuple[DemandKind, Hand | None], DemandDraft] = {}
        values = self.view.rows[row]
        if self._grouped is None:
            self._grouped = self._groups()
        for kind, hand, group in self._grouped:
            if all(values[m.column.index] is None for m in group):
                continue
            meant, open_to = self._meant(kind, group[0].column.heading.open_to)
            draft = self._fill(
                DemandDraft(meant, self.view.name, row, hand=hand, open_to=open_to), row, group, ""
            )
            if draft.facts and any(k in RANKS for k in draft.facts) and draft.facts.get("mark") is not False:
                drafts[kind, hand] = draft
        self._shared_columns(drafts, row)
        self._cycle(drafts, row)
        self._unjoined(row)
        return [d for d in drafts.values() if not self._is_none(d)]

    def _unjoined(self, row: int) -> None:
        """Say what cannot be in a column of no kind of its own (`Duty cycle 130 %`)."""
        for measured in self.roles.measured:
            value = self.view.rows[row][measured.column.index]
            if measured.kinds or measured.role not in {"duty_cycle", "percent_mvc"} or value is None:
                continue
            reading = self._cell(row, measured, DemandKind.POWER_GRIP, None, None)
            for name, found in reading.facts:
                if isinstance(found, float) and is_impossible(measured.role, DemandKind.POWER_GRIP, found):
                    self.say(row, measured.column.index, _impossible(name, found))

    def _is_none(self, draft: DemandDraft) -> bool:
        amounts = [
            draft.facts[f]
            for f in (
                "force_n",
                "load_kg",
                "angle_deg",
                "ahv_m_s2",
                "torque_n_m",
                "efforts_per_minute",
                "hours_per_day",
            )
            if f in draft.facts
        ]
        rest = set(draft.facts) - {
            "force_n",
            "load_kg",
            "angle_deg",
            "ahv_m_s2",
            "torque_n_m",
            "efforts_per_minute",
            "hours_per_day",
        }
        return (bool(amounts) and not rest and all(a == 0 for a in amounts)) or draft.facts.get("band") == "N"

    def _groups(self) -> list[tuple[DemandKind, Hand | None, list[Measured]]]:
        found: dict[tuple[DemandKind, Hand | None], list[Measured]] = {}
        vibrates = any(
            m.role == "vibration" or DemandKind.HAND_ARM_VIBRATION in m.kinds for m in self.roles.measured
        )
        for measured in self.roles.measured:
            for kind in measured.kinds or _implied(measured, vibrates=vibrates):
                found.setdefault((kind, measured.hand), []).append(measured)
        for key in [k for k in found if k[1] is None and not self._leads(found[k])]:
            sided = [k for k in found if k[0] is key[0] and k[1] is not None]
            if sided:
                for other in sided:
                    found[other] = found[other] + found[key]
                del found[key]
        return [(kind, hand, group) for (kind, hand), group in found.items()]

    def _leads(self, group: list[Measured]) -> bool:
        """Whether columns without a hand hold an amount of their own, not just how often."""
        return any(
            m.role in {"amount", "kind", "force", "load", "angle", "torque", "vibration"} for m in group
        )

    def _shared_columns(self, drafts: dict[tuple[DemandKind, Hand | None], DemandDraft], row: int) -> None:
        """Columns for tool, remark and hand of the whole row."""
        for draft in drafts.values():
            self._common(draft, row)

    def _cycle(self, drafts: dict[tuple[DemandKind, Hand | None], DemandDraft], row: int) -> None:
        """Return the cycle time of the row's task holds for each of its demands."""
        for measured in self.roles.measured:
            if (
                measured.role != "cycle_time"
                or measured.kinds
                or self.view.rows[row][measured.column.index] is None
            ):
                continue
            reading = measure(
                self.view.rows[row][measured.column.index],
                Place(
                    "cycle_time",
                    None,
                    measured.column.heading.unit,
                    decimal_comma=self.decimal_comma,
                    text_file=self.text_file,
                ),
            )
            for complaint in reading.complaints:
                self.say(row, measured.column.index, complaint)
            for draft in drafts.values():
                draft.facts.update((k, v) for k, v in reading.facts if k == "cycle_s")

    def _tool(self, row: int) -> list[DemandDraft]:
        name = self.view.rows[row][self.roles.context["tool"].index]
        if not isinstance(name, str) or fold(name) in words("not_demands", "totals"):
            return []
        vibration = [
            m
            for m in self.roles.measured
            if m.role in {"vibration", "running"} or DemandKind.HAND_ARM_VIBRATION in m.kinds
        ]
        others = [m for m in self.roles.measured if m not in vibration]
        col = self.roles.context["tool"].index
        made = []
        for kind, group in ((DemandKind.TOOL_USE, others), (DemandKind.HAND_ARM_VIBRATION, vibration)):
            draft = DemandDraft(
                kind, self.view.name, row, self.view.address(row, col), name, tool=name.strip()
            )
            draft.hand = next((m.hand for m in group if m.hand is not None), None)
            made.append(self._fill(draft, row, group, ""))
        return [made[0]] + [d for d in made[1:] if "ahv_m_s2" in d.facts or "hours_per_day" in d.facts]

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


def _implied(measured: Measured, *, vibrates: bool) -> tuple[DemandKind, ...]:
    """Return what a column without a kind speaks of: a tool by its torque, weight or trigger; vibration."""
    if measured.role in {"torque", "tool_weight", "trigger"}:
        return (DemandKind.TOOL_USE,)
    if measured.role == "vibration" or (vibrates and measured.role == "running"):
        return (DemandKind.HAND_ARM_VIBRATION,)
    return ()


def _is_amount(value: CellValue) -> bool:
    """Whether a cell under a letter of frequency holds an amount, not a tick."""
    if isinstance(value, str):
        return parse_amount(value) is not None
    return is_number(value) and value not in {0, 1}


def _impossible(name: str, value: float) -> Complaint:
    what = name.replace("_", " ")
    return Complaint(
        Severity.ERROR,
        "impossible-value",
        f"A {what} of {value:.0%} cannot be.",
        "Check the number and its unit.",
    )
