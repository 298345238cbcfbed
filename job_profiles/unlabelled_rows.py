"""Rows whose demand no label names: told by a weight, by a remark, or left open; and what remarks add."""

from dataclasses import dataclass

from job_profiles.belonging import HOW_OFTEN
from job_profiles.blocks import Column
from job_profiles.by_unit import NOTHING, Complaint
from job_profiles.column_roles import Measured
from job_profiles.conditions import CONDITIONS
from job_profiles.draft import DemandDraft
from job_profiles.held_loads import HeldLoads
from job_profiles.kinds import DemandKind, Hand
from job_profiles.problem import Severity
from job_profiles.ranks import UNSAID
from job_profiles.remarks import Remark, acceleration_in, counted_kind, kinds_named, remark_in, strain_in
from job_profiles.view import written


@dataclass(slots=True)
class UnlabelledRows(HeldLoads):
    """Reads what stands in a row beside, or without, the name of its demand."""

    def _unnamed(self, row: int, label: Column) -> list[DemandDraft]:
        """Return what a row demands that names no demand; say what of it was not read."""
        loads = self._loads()
        amounts = [m for m in self.roles.measured if m.role in {"amount", "force", "load"} and m not in loads]
        if any(self.view.rows[row][m.column.index] is not None for m in amounts):
            return [*self._asked_for(row, label), *self._held(row, None)]
        made = list(self._held(row, None)) or self._by_remark(row)
        if not made:
            self._say_how_often(row)
        return made

    def _asked_for(self, row: int, column: Column) -> list[DemandDraft]:
        """Return the demand that a person named for a row that names none; ask for it at a cell."""
        place = f"{self.view.name}!{self.view.address(row, column.index)}"
        answered = dict(self.answers.kinds).get(place)
        if answered not in DemandKind.__members__.values():
            self.say(row, column.index, _no_demand(f"kinds/{place}"))
            return []
        kind = DemandKind(str(answered))
        made = [self._named_in(row, column, kind, *part) for part in self._by_hand(row, None)]
        for draft in made:
            draft.given.append("kind")
        return made

    def _by_remark(self, row: int) -> list[DemandDraft]:
        """Return the demands that a remark or the column of tools names outright: `keyboard + mouse`."""
        for column in self._told_columns():
            text = self.view.rows[row][column.index]
            if isinstance(text, str) and (kinds := kinds_named(text)) and not CONDITIONS & set(kinds):
                return [
                    self._named_in(row, column, kind, *part)
                    for kind in kinds
                    for part in self._by_hand(row, None)
                ]
        return []

    def _told_columns(self) -> list[Column]:
        tool = self.roles.context.get("tool")
        return [*self.roles.remarks, *([tool] if tool is not None else [])]

    def _named_in(
        self, row: int, column: Column, kind: DemandKind, hand: Hand | None, measured: list[Measured]
    ) -> DemandDraft:
        group = [m for m in measured if self._counts(row, m, kind)]
        draft = self._fill(DemandDraft(kind, self.view.name, row, hand=hand), row, group, "")
        if draft.rank == UNSAID:
            draft.cell = self.view.address(row, column.index)
            draft.as_written = written(self.view.rows[row][column.index])
        return draft

    def _counts(self, row: int, measured: Measured, kind: DemandKind) -> bool:
        """Whether a cell speaks of a kind: keystrokes count the keys, not the mouse."""
        value = self.view.rows[row][measured.column.index]
        counted = counted_kind(value) if isinstance(value, str) else None
        return measured.role != "load" and counted in {None, kind}

    def _say_how_often(self, row: int) -> None:
        """Say that how often something is done was not read, where the row does not name what."""
        for measured in self.roles.measured:
            value = self.view.rows[row][measured.column.index]
            if measured.role not in HOW_OFTEN or value is None or measured.letters:
                continue
            message = f"The row names no demand that “{written(value).strip()}” counts; it was not read."
            complaint = Complaint(Severity.WARNING, "count-without-demand", message, "Name the demand.")
            self.say(row, measured.column.index, complaint)

    def _stated_in_remarks(self, row: int, made: list[DemandDraft]) -> list[DemandDraft]:
        """Return the vibration that remarks give a figure for; say which strains of theirs were not read."""
        found: list[DemandDraft] = []
        for column in self.roles.remarks:
            text = self.view.rows[row][column.index]
            if not isinstance(text, str):
                continue
            kinds = kinds_named(text)
            if kinds and set(kinds) <= {d.kind for d in made}:
                continue
            said = Remark(unread=(text.strip(),)) if kinds else remark_in(text)
            known = any(d.kind is DemandKind.HAND_ARM_VIBRATION for d in (*made, *found))
            if said.vibration is not NOTHING and not known:
                found.append(self._vibrating(row, column, said))
            if said.unread:
                self.say(row, column.index, not_read(said.unread))
        return found

    def _amount_in_remarks(self, draft: DemandDraft, row: int) -> None:
        """Take the force or weight that only a remark states (`levers, 40 N`); what may be either is told."""
        for column in self.roles.remarks:
            text = self.view.rows[row][column.index]
            told = strain_in(text, draft.kind) if isinstance(text, str) else NOTHING
            self._apply(draft, row, column, told)

    def _vibration_in_remarks(self, row: int, made: list[DemandDraft]) -> None:
        """Give a row of vibration the figure that only a remark beside it states (`0.9 m/s²`)."""
        for draft in made:
            if draft.kind is not DemandKind.HAND_ARM_VIBRATION or "ahv_m_s2" in draft.facts:
                continue
            for column in self.roles.remarks:
                text = self.view.rows[row][column.index]
                told = acceleration_in(text) if isinstance(text, str) else NOTHING
                self._apply(draft, row, column, told)

    def _vibrating(self, row: int, column: Column, said: Remark) -> DemandDraft:
        draft = DemandDraft(DemandKind.HAND_ARM_VIBRATION, self.view.name, row)
        self._common(draft, row)
        self._apply(draft, row, column, said.vibration)
        return draft


def _no_demand(asks: str) -> Complaint:
    message = "The row has an amount but names no demand."
    return Complaint(Severity.ERROR, "demand-missing", message, "Name the demand.", asks)


def not_read(clauses: tuple[str, ...]) -> Complaint:
    """Return the note that clauses of a remark name a strain and were not read."""
    return Complaint(
        Severity.NOTE,
        "remark-not-read",
        f"“{', '.join(clauses)}” among the remarks was not read as a demand on the hands.",
        "Name it as a demand, with its amount, if the job asks for it.",
    )
