"""Rows of a list of tools: the tool, its vibration, and what it asks besides."""

from dataclasses import dataclass

from job_profiles.bare_rows import BareRows
from job_profiles.column_roles import Measured
from job_profiles.draft import DemandDraft
from job_profiles.kinds import DemandKind
from job_profiles.ranks import UNSAID
from job_profiles.vocabulary.words import fold, words


@dataclass(slots=True)
class ToolRows(BareRows):
    """Reads rows that each name a tool."""

    def _tool(self, row: int) -> list[DemandDraft]:
        name = self.view.rows[row][self.roles.context["tool"].index]
        if not isinstance(name, str) or fold(name) in words("not_demands", "totals"):
            return []
        vibration = [
            m
            for m in self.roles.measured
            if m.role in {"vibration", "running"} or DemandKind.HAND_ARM_VIBRATION in m.kinds
        ]
        others = [m for m in self.roles.measured if m not in vibration and not _of_another_kind(m)]
        col = self.roles.context["tool"].index
        made = []
        for kind, group in ((DemandKind.TOOL_USE, others), (DemandKind.HAND_ARM_VIBRATION, vibration)):
            draft = DemandDraft(
                kind, self.view.name, row, self.view.address(row, col), name, tool=name.strip()
            )
            draft.hand = next((m.hand for m in group if m.hand is not None), None)
            made.append(self._fill(draft, row, group, ""))
        told = [d for d in made[1:] if "ahv_m_s2" in d.facts or "hours_per_day" in d.facts]
        return [made[0], *told, *self._beside_tool(row, name.strip())]

    def _beside_tool(self, row: int, name: str) -> list[DemandDraft]:
        """Return what a list of tools asks besides, in columns headed by a kind (`Grip force (N)`)."""
        made = []
        for measured in self.roles.measured:
            if _of_another_kind(measured) and self.view.rows[row][measured.column.index] is not None:
                for kind in measured.kinds:
                    draft = DemandDraft(kind, self.view.name, row, hand=measured.hand, tool=name)
                    draft = self._fill(draft, row, [measured], "")
                    made += [draft] if draft.rank != UNSAID else []
        return made


def _of_another_kind(measured: Measured) -> bool:
    """Whether a column of a list of tools speaks of a demand other than the tool and its vibration."""
    return bool(set(measured.kinds) - {DemandKind.TOOL_USE, DemandKind.HAND_ARM_VIBRATION})
