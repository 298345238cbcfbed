"""What the label of a row names, and whether the row asks for it at all."""

from dataclasses import dataclass
from typing import Final

from job_profiles.by_unit import Complaint
from job_profiles.doers import denies
from job_profiles.draft import DemandDraft
from job_profiles.kinds import DemandKind
from job_profiles.problem import Choice, Severity
from job_profiles.unlabelled_rows import UnlabelledRows
from job_profiles.vocabulary.kind_words import KindWord, is_not_applicable, is_other_activity, kind_of
from job_profiles.vocabulary.words import fold, words

_NO_MARK: Final = Complaint(
    Severity.NOTE,
    "no-mark",
    "No column is marked: whether this is asked for is not known; that is not never.",
    "Mark a column, or write that it is not required.",
)


@dataclass(slots=True)
class RowLabels(UnlabelledRows):
    """Reads the kind of demand that the label of a row names."""

    def _kind(self, row: int, col: int, text: str) -> KindWord | None:
        answered = self._answered_kind(row, col, text) if self.answers.kinds else None
        if answered and answered in DemandKind.__members__.values():
            return KindWord((DemandKind(str(answered)),))
        if answered or is_other_activity(text) or fold(text) in words("not_demands", "totals"):
            return None
        word = kind_of(text)
        if word is None and is_not_applicable(text):
            return None
        if word is not None and denies(text):
            self.say(row, col, _denied(text))
            return None
        if word is None:
            self._unknown_kind(row, col, text)
        elif word.listed:
            self.say(row, col, _several(text, word))
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
        if draft.facts.get("band") == "N" or self._lasts_nothing(draft):
            return False
        if not self.roles.ticks_band or draft.facts:
            return True
        if all(column.heading.band == "N" for column in self.roles.ticks_band):
            return True
        if draft.hand is not None:
            return True
        col = self.roles.context["demand"].index
        answer = dict(self.answers.unmarked).get(draft.kind.value)
        if answer in {"required", "not_required"}:
            draft.given += ["kind"] if answer == "required" else []
            return answer == "required"
        self.say(row, col, _NO_MARK)
        self.say(row, col, _no_mark_meant(draft.kind))
        return False

    def _lasts_nothing(self, draft: DemandDraft) -> bool:
        """Whether a row says no more than its label and hours of zero."""
        if draft.facts.get("hours_per_day") != 0.0:
            return False
        label = self.roles.context["demand"].index
        return all(draft.cols.get(name, label) == label for name in draft.facts if name != "hours_per_day")


def _no_mark_meant(kind: DemandKind) -> Complaint:
    return Complaint(
        Severity.QUESTION,
        "no-mark-meant",
        f"{kind.label} has no mark: not required, or forgotten?",
        "Ask the employer.",
        f"unmarked/{kind.value}",
        (
            Choice("not_required", "the job does not ask for it"),
            Choice("required", "it was forgotten: the job asks for it, how much is not known"),
        ),
    )


def _denied(text: str) -> Complaint:
    return Complaint(
        Severity.WARNING,
        "demand-denied",
        f"“{text.strip()}” says that the job does not ask for it; the row was left out.",
        "Nothing needs doing unless the job does ask for it: then name the demand alone.",
        f"kinds/{fold(text)}",
    )


def _several(text: str, word: KindWord) -> Complaint:
    named = ", ".join(kind.label.lower() for kind in word.kinds)
    return Complaint(
        Severity.WARNING,
        "several-demands",
        f"The row names several demands ({named}); each was given all that the row says.",
        "Give each demand a row of its own where they differ.",
        f"kinds/{fold(text)}",
    )
