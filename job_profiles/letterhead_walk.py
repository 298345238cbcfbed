"""What the letterhead of a sheet says of the job and its tasks, pair by pair and line by line."""

import re
from dataclasses import dataclass
from itertools import islice
from typing import Final

from job_profiles.by_unit import Place
from job_profiles.draft import DemandDraft
from job_profiles.hours_by_name import hours_of_named_jobs
from job_profiles.hours_of_week import names_working_time, week_hours_in
from job_profiles.job_blocks import hours_of_which_job
from job_profiles.kinds import DemandKind
from job_profiles.letterhead import Pair, names_firm, shift_in
from job_profiles.letterhead_names import LetterheadNames
from job_profiles.meant_kinds import meant_kind
from job_profiles.measures import measure
from job_profiles.problem import Problem, Severity
from job_profiles.units import clean
from job_profiles.view import written
from job_profiles.vocabulary.kind_words import quality_within
from job_profiles.vocabulary.words import fold
from job_profiles.weekdays import days_named
from job_profiles.workbook import is_title
from job_profiles.working_pattern import days_stated

_BREAKS: Final = {"breaks", "break", "pausen", "pause", "pauses", "pausas"}
_TASKS_ABOVE: Final = 200
_DEMANDS_ABOVE: Final = 200
"""How far up a key such as `Required grip force` looks for the demand that it completes."""


def _without_working_time(text: str) -> str:
    """Return the parts of a line that say nothing of hours and days: `Firm - job - shift: 10 h`."""
    parts = re.split(r"\s+[–—-]\s+|\s*\|\s*", text)
    kept = [p for p in parts if shift_in(p) == (None, None) and not any(c.isdigit() for c in p)]
    return " – ".join(kept) if len(parts) > 1 else ""


@dataclass(slots=True)
class LetterheadWalk(LetterheadNames):
    """Reads what stands around the tables."""

    def _pair(self, pair: Pair) -> None:
        role = pair.heading.role
        if is_title(pair, self.leaf):
            self._named(str(pair.value))
        elif role == "employer" and isinstance(pair.value, str):
            self._begin_if_used()
            self.job.employer = pair.value.strip()
        elif role in {"task", "german_job"} and isinstance(pair.value, str):
            self._task_pair(pair)
        elif role == "occupation_code":
            self.job.occupation_code = written(pair.value).strip()
        elif pair.heading.kinds:
            self._kind_pair(pair)
        elif pair.heading.has("cycle_time"):
            self._cycle(pair)
        elif role == "ignored" and set(fold(pair.key).split()[:1]) & _BREAKS:
            self._breaks(pair)
        elif role == "ignored" and isinstance(pair.value, str) and names_firm(pair.value):
            self.job.employer = self.job.employer or pair.value.strip()
        elif not self._by_name(written(pair.value), pair.row, pair.col):
            self._time_pair(pair)

    def _by_name(self, text: str, row: int, col: int) -> bool:
        """Give hours to the jobs that a note names; tell of a note that leaves open whose some are."""
        named = hours_of_named_jobs(text, self.book.titles)
        if named is None:
            self.book.problems.append(hours_of_which_job(self.leaf, row, col, text))
            return True
        address = self.leaf.page.view.address(row, col)
        for one in named:
            job = self.book.job(one.title)
            job.days_per_week = job.days_per_week or one.days
            job.sheet = job.sheet or self.leaf.name
            if one.of_week:
                job.week_hours, job.week_cell = one.hours, address
            else:
                job.shift_hours, job.shift_cell = one.hours, address
        return bool(named)

    def _kind_pair(self, pair: Pair) -> None:
        """Take `Required grip force: 25 lb`; a sentence after a kind tells how it is known."""
        kind = pair.heading.kinds[0]
        text = written(pair.value)
        if (
            isinstance(pair.value, str)
            and (quality := quality_within(text)) is not None
            and not any(c.isdigit() for c in text)
        ):
            self.book.notes.append((kind.value, quality.value))
            return
        reading = measure(
            pair.value, Place("amount", kind, pair.heading.unit, decimal_comma=self.book.decimal_comma)
        )
        if not reading.facts or any(c.severity is Severity.ERROR for c in reading.complaints):
            return
        kind, open_to = meant_kind(self.book.answers, kind, pair.heading.open_to)
        draft = self._same_kind(kind)
        address = self.leaf.page.view.address(pair.row, pair.col)
        if draft is None:
            draft = DemandDraft(kind, self.leaf.name, pair.row, open_to=open_to)
            draft.hand = pair.heading.hand
            self.whole_task().demands.append(draft)
        draft.facts.update({k: v for k, v in reading.facts if k not in draft.facts})
        draft.cell, draft.as_written, draft.rank, draft.hand_open = address, text, 0, draft.hand_open
        self.book.problems += [
            Problem(c.severity, c.code, c.message, c.advice, self.leaf.name, address, text, c.asks, c.choices)
            for c in reading.complaints
        ]

    def _same_kind(self, kind: DemandKind) -> DemandDraft | None:
        """Return the demand of that kind, not far above on this sheet, that still lacks an amount."""
        for task in islice(reversed(self.job.tasks.values()), _TASKS_ABOVE):
            for draft in reversed(task.demands[-_DEMANDS_ABOVE:]):
                same = draft.kind is kind and draft.sheet == self.leaf.name
                if same and not {"force_n", "load_kg"} & set(draft.facts):
                    return draft
        return None

    def _before(self, row: int, col: int, text: str) -> list[str]:
        """Return the texts that stand before one in its row."""
        found = (self.leaf.page.view.at(row, at) for at in range(col))
        return [one for one in found if isinstance(one, str) and one != text]

    def _speaks_of_job(self, row: int, col: int, text: str) -> bool:
        """Whether a text may tell the time of the job: behind the name of a task it tells the task's."""
        before = self._before(row, col, text)
        return not before or any(map(names_working_time, (text, *before)))

    def _times_of_the_clock(self, row: int, col: int, text: str) -> bool:
        """Take `Mon-Thu 8.30-5.30, Fri 8.30-1` beside words for working time, where no shift is known yet."""
        named = any(map(names_working_time, (text, *self._before(row, col, text))))
        if self.job.shift_hours is not None or not named or not days_named(clean(text)):
            return False
        return self._told_by_clock(text, self.leaf.page.view.address(row, col))

    def _line(self, row: int, col: int, text: str) -> None:
        if self._by_name(text, row, col):
            return
        speaks = len(text) < 200 and self._speaks_of_job(row, col, text)
        if speaks and self._times_of_the_clock(row, col, text):
            return
        hours, days = shift_in(text) if speaks else (None, None)
        if hours is not None and self.job.shift_hours is None:
            self.job.shift_hours, self.job.shift_cell, self.job.sheet = (
                hours,
                self.leaf.page.view.address(row, col),
                self.leaf.name,
            )
        of_week = week_hours_in(text) if speaks else None
        if days is None and (hours is not None or of_week is not None):
            days = days_stated(text, alone=True)
        self.job.days_per_week = self.job.days_per_week or days
        if of_week is not None:
            self._week(text, self.leaf.page.view.address(row, col))
            hours = hours or self.job.week_hours
        if len(text) > 120 or self.used or (not speaks and week_hours_in(text) is not None):
            return
        rest = _without_working_time(text) if hours or days else text
        if rest:
            self._letterhead(rest, row, col)
