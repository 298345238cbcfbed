"""Rows of a table whose headings name the demands: one row, many demands."""

from dataclasses import dataclass
from typing import Final

from job_profiles.belonging import HOW_OFTEN
from job_profiles.by_unit import Complaint, Place
from job_profiles.checks import is_impossible
from job_profiles.column_roles import Measured
from job_profiles.demand_columns import demand_columns
from job_profiles.draft import DemandDraft
from job_profiles.kinds import DemandKind, Hand
from job_profiles.meant_kinds import meant_kind
from job_profiles.measures import measure
from job_profiles.problem import Severity
from job_profiles.ranks import RANKS
from job_profiles.row_sides import RowSides
from job_profiles.view import written

_AMOUNTS: Final = frozenset(
    {
        "force_n",
        "load_kg",
        "angle_deg",
        "ahv_m_s2",
        "torque_n_m",
        "efforts_per_minute",
        "hours_per_day",
    }
)


@dataclass(slots=True)
class WideRows(RowSides):
    """Reads rows that hold a demand in each group of columns."""

    def _across(self, row: int) -> list[DemandDraft]:
        if self._grouped is None:
            self._grouped = demand_columns(self.roles.measured)
        drafts, read = [], set()
        for kind, hand, group in self._grouped:
            if all(self._value(row, m) is None for m in group) or self._is_of_another(row, hand, group):
                continue
            read |= {m.column.index for m in group}
            meant, open_to = meant_kind(self.answers, kind, group[0].column.heading.open_to)
            draft = DemandDraft(meant, self.view.name, row, hand=hand, open_to=open_to)
            if _is_stated(self._fill(draft, row, group, "")):
                drafts.append(draft)
        for draft in drafts:
            self._common(draft, row)
        self._cycle(drafts, row)
        self._unjoined(row)
        self._uncounted(row, read)
        return [d for d in drafts if not _is_none(d)]

    def _is_of_another(self, row: int, hand: Hand | None, group: list[Measured]) -> bool:
        """Whether a row fills only columns that other demands or the other hand share with this one."""
        values = self.view.rows[row]
        own = [m for m in group if m.own and m.column.heading.kinds]
        if own and all(values[m.column.index] is None for m in own):
            return True
        if hand is None or any(m.hand is hand and values[m.column.index] is not None for m in group):
            return False
        kinds = {kind for m in group for kind in m.kinds}
        return any(
            m.hand not in {None, hand} and kinds & set(m.kinds) and values[m.column.index] is not None
            for m in self.roles.measured
        )

    def _cycle(self, drafts: list[DemandDraft], row: int) -> None:
        """Let the cycle time of the row's task hold for each of its demands."""
        for measured in self.roles.measured:
            value = self.view.rows[row][measured.column.index]
            if measured.role != "cycle_time" or measured.kinds or value is None:
                continue
            unit = measured.column.heading.unit
            place = Place(
                "cycle_time", None, unit, decimal_comma=self.decimal_comma, text_file=self.text_file
            )
            reading = measure(value, place)
            for complaint in reading.complaints:
                self.say(row, measured.column.index, complaint)
            for draft in drafts:
                draft.facts.update((k, v) for k, v in reading.facts if k == "cycle_s")

    def _unjoined(self, row: int) -> None:
        """Say what is wrong in a column whose demand is not known (`Duty cycle 130 %`, `Freqently`)."""
        for measured in self.roles.measured:
            column = measured.column.index
            if measured.kinds or measured.role not in HOW_OFTEN or self.view.rows[row][column] is None:
                continue
            reading = self._cell(row, measured, DemandKind.POWER_GRIP, None, None)
            for complaint in reading.complaints:
                if complaint.severity is Severity.ERROR:
                    self.say(row, column, complaint)
            for name, found in reading.facts:
                if _is_share_too_great(measured.role, found):
                    self.say(row, column, _impossible(name, float(str(found))))

    def _uncounted(self, row: int, read: set[int]) -> None:
        """Say of a column that no demand of the row took (`read`: those taken) that its value was not used.

        `Efforts per cycle` beside `Grip force (N)` counts nothing in a row that leaves the force open.
        """
        for measured in self.roles.measured:
            column = measured.column.index
            if not measured.kinds or measured.role not in HOW_OFTEN or column in read:
                continue
            value = self._value(row, measured)
            reading = self._cell(row, measured, measured.kinds[0], None, None)
            for complaint in reading.complaints:
                self.say(row, column, complaint)
            if any(found not in (0, "N") for _, found in reading.facts):
                self.say(row, column, _counts_nothing(written(value).strip(), measured.kinds))


def _counts_nothing(shown: str, kinds: tuple[DemandKind, ...]) -> Complaint:
    named = ", ".join(kind.label.lower() for kind in kinds)
    return Complaint(
        Severity.WARNING,
        "count-without-demand",
        f"“{shown}” speaks of {named}, of which the row says no more; it was not used.",
        "Fill in the cell of the demand too, or name the demand that is meant.",
    )


def _is_stated(draft: DemandDraft) -> bool:
    """Whether the cells say that the demand is asked for, with or without an amount."""
    return any(name in RANKS for name in draft.facts) and draft.facts.get("mark") is not False


def _is_none(draft: DemandDraft) -> bool:
    """Whether the cells say that the demand is not asked for: nothing but zeros, or never."""
    amounts = [draft.facts[name] for name in _AMOUNTS & set(draft.facts)]
    nothing_else = not set(draft.facts) - _AMOUNTS
    zero = bool(amounts) and nothing_else and all(a == 0 for a in amounts)
    return zero or draft.facts.get("band") == "N"


def _is_share_too_great(role: str, found: object) -> bool:
    of_shares = role in {"duty_cycle", "percent_mvc"}
    return of_shares and isinstance(found, float) and is_impossible(role, DemandKind.POWER_GRIP, found)


def _impossible(name: str, value: float) -> Complaint:
    what = name.replace("_", " ")
    return Complaint(
        Severity.ERROR,
        "impossible-value",
        f"A {what} of {value:.0%} cannot be.",
        "Check the number and its unit.",
    )
