"""Firm and job in the lines of a letterhead."""

from dataclasses import dataclass
from typing import Final

from job_profiles.amounts import parse_amount
from job_profiles.headings import heading_of
from job_profiles.letterhead import ends_abbreviated, names_firm, title_parts
from job_profiles.letterhead_times import LetterheadTimes
from job_profiles.problem import Problem, Severity
from job_profiles.vocabulary.kind_words import band_of, exact_kind, kind_of
from job_profiles.vocabulary.words import fold, words

_MOST_WORDS: Final = 6


def _reads_like_title(text: str) -> bool:
    """Whether a lone line beside a known firm may name the job: a few words, no figures, no stamp."""
    tokens = fold(text).split()
    plain = not any(c.isdigit() or c in ":;=@%" for c in text) and text[:1].isalpha()
    stamped = set(tokens) & words("document_words", "stamps")
    known = kind_of(text) is not None or heading_of(text).known
    return plain and 0 < len(tokens) <= _MOST_WORDS and not stamped and not known


def _band_line(text: str) -> bool:
    return any(band_of(p) for p in text.replace("/", " ").split()) or any(c.isdigit() for c in text)


@dataclass(slots=True)
class LetterheadNames(LetterheadTimes):
    """Takes the names of firm and job out of lines that no key marks."""

    def _letterhead(self, text: str, row: int, col: int) -> None:
        """Take firm and job out of a title line: `Firm – document`, `document – job`, `Firm – job`."""
        if (
            not any(c.isalpha() for c in text)
            or exact_kind(text)
            or (text.rstrip().endswith((".", "?")) and not ends_abbreviated(text))
            or (self.leaf.legend and _band_line(text))
        ):
            return
        parts, document = title_parts(text)
        parts = [
            p
            for p in parts
            if fold(p) != fold(self.leaf.name)
            and fold(p) not in words("document_words", "sections")
            and not heading_of(p).roles
            and parse_amount(p) is None
            and fold(p) != fold(self.task_name or "")
        ]
        if parts and self.task_draft is None:
            self._name_by(parts, self.leaf.page.view.address(row, col), document=document, at=(row, col))

    def _name_by(self, parts: list[str], address: str, *, document: bool, at: tuple[int, int]) -> None:
        """Take the parts of a line for firm and job; a lone line beside a known firm may be the job."""
        titled = self.job.title is not None or bool(self.leaf.titles)
        firm = next((p for p in parts if names_firm(p)), None)
        if document and firm is None and not titled:
            self._title(parts[0])
        elif len(parts) == 2 and not titled and not document:
            self.job.employer = self.job.employer or firm or parts[0]
            self._title(parts[1] if (firm or parts[0]) == parts[0] else parts[0])
        elif firm is None and self._stands_beside(*at):
            return
        elif firm and not titled and self.guessed_firm and self.job.employer == self.guessed_firm[0]:
            self._firm_after_all(firm, *self.guessed_firm)
        elif (
            self.job.employer is None
            and len(" – ".join(parts)) < 80
            and (firm or not self._has_employer_pair())
        ):
            self.job.employer = firm or parts[0]
            self.guessed_firm = None if firm else (parts[0], address)
        elif not (titled or document or firm) and len(parts) == 1 and _reads_like_title(parts[0]):
            self._title(parts[0])
            self._say_title(parts[0], address)

    def _firm_after_all(self, firm: str, guessed: str, address: str) -> None:
        """Take a line that was thought the firm for the job once the firm itself follows."""
        self.job.employer, self.guessed_firm = firm, None
        if _reads_like_title(guessed):
            self._title(guessed)
            self._say_title(guessed, address)

    def _stands_beside(self, row: int, col: int) -> bool:
        """Whether a text has a neighbour in its row, as an unknown key and its value have."""
        view = self.leaf.page.view
        return any(view.at(row, beside) not in {None, view.at(row, col)} for beside in (col - 1, col + 1))

    def _say_title(self, title: str, address: str) -> None:
        """Say that a line that nothing marks as a title was taken for one."""
        self.book.problems.append(
            Problem(
                Severity.NOTE,
                "title-taken",
                f"“{title}” was taken for the name of the job.",
                "Nothing needs doing if that is right.",
                self.leaf.name,
                address,
                title,
            )
        )

    def _has_employer_pair(self) -> bool:
        return self.leaf.names_employer
