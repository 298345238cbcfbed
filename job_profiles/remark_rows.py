"""Rows of a table whose remarks alone name demands: what task, tool and amounts say comes first."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from job_profiles.amounts import parse_amount
from job_profiles.blocks import Column
from job_profiles.by_unit import Complaint
from job_profiles.column_roles import Measured
from job_profiles.doers import denies, is_done_by_others, names_in_midst
from job_profiles.draft import DemandDraft
from job_profiles.kinds import DemandKind
from job_profiles.labelled_rows import LabelledRows
from job_profiles.labels import AMOUNTS, amount_in
from job_profiles.meant_kinds import meant_kind
from job_profiles.problem import Severity
from job_profiles.ranks import UNSAID
from job_profiles.remarks import kinds_named, remark_in
from job_profiles.unlabelled_rows import not_read
from job_profiles.vocabulary.kind_words import KindWord, exact_kind, kind_of
from job_profiles.vocabulary.words import fold

_AMOUNTS: Final = frozenset({"amount", "force", "load"})
Named = list[tuple[Column, KindWord]]


@dataclass(slots=True)
class RemarkRows(LabelledRows):
    """Reads rows in which nothing but a remark stands where others name the demand."""

    def _by_label(self, row: int, label: Column) -> list[DemandDraft]:
        """Return the demands of a row with a column of labels, or of remarks that stand in for one."""
        text = self.view.rows[row][label.index]
        if label.heading.role != "remark" or not (text is None or isinstance(text, str)):
            return self._down(row, label)
        if text is not None and not self._is_done_here(row, label, text):
            text = None
        own = self._own_words(row)
        if text is not None and self._names_all(row, label, text, own):
            return self._down(row, label)
        made = [draft for column, word in own for draft in self._of_word(row, column, word)]
        if not own and (amounts := self._amounts(row)):
            made += self._asked_for(row, amounts[0].column)
        self._amount_of_remark(row, label, text or "", made)
        return [*made, *self._of_remark(row, label, text or "", {draft.kind for draft in made})]

    def _amount_of_remark(self, row: int, label: Column, text: str, made: list[DemandDraft]) -> None:
        """Give a demand that task or tool name the amount that the remark states of it: `Lifting 20 kg`."""
        word = kind_of(text)
        for draft in made:
            if word is not None and draft.kind in word.kinds and not AMOUNTS & set(draft.facts):
                self._apply(draft, row, label, amount_in(text, draft.kind))

    def _is_done_here(self, row: int, label: Column, text: str) -> bool:
        """Whether the worker does what a remark names; say so where an animal or a machine does."""
        if self.answers.kinds and self._answered_kind(row, label.index, text):
            return True
        if kind_of(text) is None or not (denies(text) or is_done_by_others(text)):
            return True
        if not denies(text):
            self.say(row, label.index, _done_by_others(text))
        elif any(sign in text for sign in ";,\n"):
            self.say(row, label.index, not_read((text.strip(),)))
        return False

    def _names_all(self, row: int, label: Column, text: str, own: Named) -> bool:
        """Whether a remark names the demand that the amounts of its row are of, as a label does."""
        if self.answers.kinds and self._answered_kind(row, label.index, text):
            return True
        word, amounts = kind_of(text), self._amounts(row)
        fits = word is not None and (
            not amounts or any(self._fits(row, m, k) for m in amounts for k in word.kinds)
        )
        return fits and (not own or bool(kinds_named(text)))

    def _fits(self, row: int, measured: Measured, kind: DemandKind) -> bool:
        reading = self._cell(row, measured, kind, self._unit_text(row, measured), None)
        return bool(reading.facts) and all(c.severity is not Severity.ERROR for c in reading.complaints)

    def _amounts(self, row: int) -> list[Measured]:
        return [m for m in self.roles.measured if m.role in _AMOUNTS and self._is_filled(row, m)]

    def _own_words(self, row: int) -> Named:
        """Return what amounts (`2 lb pinch`) and the tool name outright; else what the task names."""
        told = [(m.column, _behind_amount(self.view.rows[row][m.column.index])) for m in self._amounts(row)]
        told += [(c, _outright(self._text_at(row, c))) for c in self._columns("tool")]
        found = {word.kinds: (column, word) for column, word in reversed(told) if word is not None}
        if not found:
            tasks = [(c, kind_of(self._text_at(row, c))) for c in self._columns("task")]
            found = {w.kinds: (c, w) for c, w in tasks if w is not None and w.as_spelt is None}
        return list(found.values())

    def _columns(self, role: str) -> list[Column]:
        return [self.roles.context[role]] if role in self.roles.context else []

    def _text_at(self, row: int, column: Column) -> str:
        value = self.view.rows[row][column.index]
        return value if isinstance(value, str) else ""

    def _of_word(self, row: int, column: Column, word: KindWord) -> Iterator[DemandDraft]:
        for kind in word.kinds:
            meant, open_to = meant_kind(
                self.answers, kind, word.open_to if word.opens in {None, kind} else ()
            )
            for part in self._by_hand(row, None):
                draft = self._named_in(row, column, meant, *part)
                draft.open_to = open_to
                yield draft

    def _of_remark(self, row: int, label: Column, text: str, known: set[DemandKind]) -> Iterator[DemandDraft]:
        """Yield what a remark names besides, with its own figure: the amounts of the row are of another."""
        word = kind_of(text)
        unread = remark_in(text).unread or ((text.strip(),) if names_in_midst(text) else ())
        if word is None and unread:
            self.say(row, label.index, not_read(unread))
        others = [m for m in self.roles.measured if m.role not in _AMOUNTS]
        for kind in word.kinds if word is not None else ():
            if kind not in known:
                draft = self._fill(DemandDraft(kind, self.view.name, row), row, others, "")
                self._apply(draft, row, label, amount_in(text, kind))
                if draft.rank == UNSAID:
                    draft.cell, draft.as_written = self.view.address(row, label.index), text
                yield draft


def _done_by_others(text: str) -> Complaint:
    return Complaint(
        Severity.WARNING,
        "done-by-others",
        f"“{text.strip()}” names what something else does, not the worker; it was not read as a demand.",
        "If the worker must hold against it, name that as a demand, with its force.",
        f"kinds/{fold(text)}",
    )


def _behind_amount(value: object) -> KindWord | None:
    amount = parse_amount(value) if isinstance(value, str) else None
    behind = f"{amount.unit_text} {amount.rest}".strip() if amount is not None else ""
    return exact_kind(behind) if behind else None


def _outright(text: str) -> KindWord | None:
    return kind_of(text) if kinds_named(text) else None
