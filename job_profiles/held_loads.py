"""Weights of objects beside forces: what the hand holds is a demand of its own, never the force of a grip."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from job_profiles.amounts import parse_amount
from job_profiles.by_unit import Complaint
from job_profiles.column_roles import Measured, Roles, column_key
from job_profiles.draft import DemandDraft
from job_profiles.kinds import FORCE_KINDS, LOAD_KINDS, DemandKind
from job_profiles.problem import Choice, Severity
from job_profiles.units import Dimension, unit_of
from job_profiles.view import written
from job_profiles.vocabulary.kind_words import kind_of
from job_profiles.wide_rows import WideRows

_HOLDING: Final = (
    DemandKind.LIFTING,
    DemandKind.CARRYING,
    DemandKind.TOOL_USE,
    DemandKind.GROSS_HANDLING,
)
"""Kinds that the weight of an object may belong to where the row itself names a grip."""

_NAMED_BY_TASK: Final = LOAD_KINDS | {DemandKind.TOOL_USE, DemandKind.PERSON_HANDLING}
_STRAINS: Final = frozenset({Dimension.FORCE, Dimension.WEIGHT, None})


def loads_of(roles: Roles) -> list[Measured]:
    """Return the columns of weights where other columns of the table hold forces."""
    loads = [m for m in roles.measured if m.role == "load"]
    return loads if loads and any(gives_force(m) for m in roles.measured) else []


def gives_force(measured: Measured) -> bool:
    """Whether a column may hold the force of a grip: headed so, or as an amount without another measure."""
    unit = measured.column.heading.unit
    amount = measured.role in {"amount", "kind"} and not measured.letters
    return measured.role == "force" or (amount and (unit.dimension if unit else None) in _STRAINS)


@dataclass(slots=True)
class HeldLoads(WideRows):
    """Reads rows of one labelled demand in which a weight stands beside a force."""

    def _loads(self) -> list[Measured]:
        """Return the columns of weights beside forces, found once for all rows."""
        if self._load_columns is None:
            self._load_columns = loads_of(self.roles)
        return self._load_columns

    def _columns_for(self, kind: DemandKind, row: int, group: list[Measured]) -> list[Measured]:
        """Return the columns that speak of a kind, the likelier one first where two hold amounts."""
        if not self._loads():
            return group
        loads = [m for m in self._loads() if m in group]
        if not loads:
            return group
        if kind not in FORCE_KINDS:
            return sorted(group, key=gives_force)
        kept = [m for m in group if m not in loads or not self._is_weight(row, m)]
        return sorted(kept, key=lambda m: m in loads)

    def _is_weight(self, row: int, measured: Measured) -> bool:
        """Whether a cell under *Load* holds a weight; `20 N` there is a force all the same."""
        value = self.view.rows[row][measured.column.index]
        amount = parse_amount(value, decimal_comma=self.decimal_comma) if isinstance(value, str) else None
        beside = unit_of(self._unit_text(row, measured) or "")
        unit = (amount.unit if amount else None) or measured.column.heading.unit or beside
        return unit is None or unit.dimension is not Dimension.FORCE

    def _held(self, row: int, kind: DemandKind | None) -> Iterator[DemandDraft]:
        """Yield a demand for each weight beside a grip, or in a row that names none; ask where it is open."""
        if kind is not None and kind not in FORCE_KINDS:
            return
        for measured in self._loads():
            value = self.view.rows[row][measured.column.index]
            if value is None or not self._is_weight(row, measured):
                continue
            holding = self._alone(row, measured) if kind is None else self._beside_grip(measured)
            if holding is not None:
                yield self._holding(row, holding, measured, alone=kind is None)
            elif "load_kg" in self._weighed(row, measured):
                self._ask_what_is_held(row, measured, alone=kind is None)

    def _beside_grip(self, measured: Measured) -> DemandKind | None:
        return self.roles.held_kinds.get(measured.column.index)

    def _alone(self, row: int, measured: Measured) -> DemandKind | None:
        """Return what is done with a weight whose row names no demand: as answered, or as its task says."""
        answered = dict(self.answers.kinds).get(self._key(row, measured))
        known = answered in DemandKind.__members__.values()
        return DemandKind(str(answered)) if known else self._named_by_task(row)

    def _key(self, row: int, measured: Measured) -> str:
        return f"{self.view.name}!{self.view.address(row, measured.column.index)}"

    def _weighed(self, row: int, measured: Measured) -> dict[str, object]:
        """Return what a cell says if it is the weight of something lifted."""
        unit_text = self._unit_text(row, measured)
        return dict(self._cell(row, measured, DemandKind.LIFTING, unit_text, None).facts)

    def _holding(self, row: int, kind: DemandKind, measured: Measured, *, alone: bool) -> DemandDraft:
        """Return the demand of a weight; `alone` in its row, it takes what the row says of how often."""
        others = [m for m in self.roles.measured if m.role != "load" and not gives_force(m)]
        draft = DemandDraft(kind, self.view.name, row)
        return self._fill(draft, row, [measured, *others] if alone else [measured], "")

    def _named_by_task(self, row: int) -> DemandKind | None:
        """Return what the name of the task says is done with the weight: `Carrying trays`."""
        column = self.roles.context.get("task")
        text = self.view.rows[row][column.index] if column else None
        word = kind_of(text) if isinstance(text, str) else None
        plain = word is not None and len(word.kinds) == 1 and not word.open_to and word.as_spelt is None
        return word.kind if word and plain and word.kind in _NAMED_BY_TASK else None

    def _ask_what_is_held(self, row: int, measured: Measured, *, alone: bool) -> None:
        column = measured.column
        shown = written(self.view.rows[row][column.index]).strip()
        asks = self._of_cell(row, measured, shown) if alone else self._of_column(measured)
        self.say(row, column.index, _not_read(shown, asks.advice))
        if all(problem.asks != asks.asks for problem in self.problems):
            self.say(row, column.index, asks)

    def _of_cell(self, row: int, measured: Measured, shown: str) -> Complaint:
        choices = tuple(Choice(kind.value, kind.label) for kind in _HOLDING)
        return Complaint(
            Severity.QUESTION,
            "what-is-held",
            f"What is done with the {shown} of this row?",
            "Say which demand the weight belongs to.",
            f"kinds/{self._key(row, measured)}",
            choices,
        )

    def _of_column(self, measured: Measured) -> Complaint:
        choices = tuple(Choice(kind.label, kind.label) for kind in _HOLDING)
        return Complaint(
            Severity.QUESTION,
            "what-is-held",
            f"Which demand do the weights under “{measured.column.text}” beside a grip belong to?",
            "Say which demand the weights of this column belong to; another column holds the forces.",
            f"columns/{column_key(self.roles.table, measured.column)}",
            choices,
        )


def _not_read(shown: str, advice: str) -> Complaint:
    message = f"“{shown}” is the weight of an object, not the force of a grip; it was not read."
    return Complaint(Severity.WARNING, "load-not-read", message, advice)
