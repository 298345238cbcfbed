"""Row by row through a table: its job, its task, what it says of the task, and its demands."""

import re
from dataclasses import dataclass
from typing import Final

from job_profiles.draft import TaskDraft
from job_profiles.letterhead import days_value, hours_value
from job_profiles.section_rows import section_rows, titles_group
from job_profiles.task_rows import TaskRows
from job_profiles.totals import adds_up
from job_profiles.view import written
from job_profiles.vocabulary.kind_words import is_other_activity, kind_of, side_named
from job_profiles.vocabulary.words import fold, words

_TASK_BAND: Final = re.compile(
    r"^\s*(?:task|duty|aufgabe|teilaufgabe|tätigkeit|tâche|tarea)\s*(?:no\.?\s*)?[\w.]{0,4}\s*[:.–-]\s*(.+)$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class TableWalk(TaskRows):
    """Walks one table on behalf of its sheet."""

    def walk(self) -> None:
        """Read every row."""
        if self.sheet.beside_ticks(self.table, self.roles):
            return
        if self.roles.asks_demands or "task" in self.roles.context or "job" in self.roles.context:
            banded = "demand" in self.roles.context and "task" not in self.roles.context
            sections = section_rows(self.roles)
            for row in self.table.body:
                if row in sections:
                    self._section(row)
                elif not self._total(row) and not (banded and self._band(row)):
                    self._row(row)

    def _section(self, row: int) -> None:
        """Tell of a row that titles a group of tasks; `LEFT HAND` says whose the rows below are."""
        col, name = next(self.table.view.cells(row, self.table.first_col, self.table.last_col))
        if (side := side_named(written(name))) is not None:
            self.reader.section_hand = side
        self.reader.say(row, col, titles_group(written(name)))

    def _band(self, row: int) -> bool:
        """Take a lone text between rows of demands as the task of those below (`Task 2: Close bags`)."""
        cells = list(self.table.view.cells(row, self.table.first_col, self.table.last_col))
        if (
            len(cells) != 1
            or not isinstance(cells[0][1], str)
            or kind_of(cells[0][1])
            or is_other_activity(cells[0][1])
        ):
            return False
        if (side := side_named(cells[0][1])) is not None:
            self.reader.section_hand = side
            return True
        numbered = _TASK_BAND.match(cells[0][1])
        if numbered is None and (
            self.roles.ticks_band or fold(cells[0][1]) in words("document_words", "sections")
        ):
            return True
        name = (numbered[1] if numbered else cells[0][1]).strip()
        self.task = self.job.task(name)
        self.task.named_at(self.table.view.name, self.table.view.address(row, cells[0][0]))
        return True

    def _total(self, row: int) -> bool:
        """Whether a row holds totals, which are no task."""
        for value in self.table.view.rows[row][self.table.first_col : self.table.last_col + 1]:
            if value is not None:
                found = isinstance(value, str) and fold(value) in words("not_demands", "totals")
                if found and adds_up(written(value)):
                    self._keep_total(row)
                return found
        return False

    def _row(self, row: int) -> None:
        if not self._says_the_same(row):
            known = len(self.reader.problems)
            if "job" in self.roles.context:
                self._job(row)
            if "task" in self.roles.context:
                self._task(row)
            if len(self.reader.problems) != known:
                self.frame_before = None  # what is wrong is told at each of its rows
        demands = self.reader.demands(row) if self.roles.asks_demands else []
        if "environment" in self.roles.context:
            demands += self.reader.surroundings(row, self.task.demands if self.task else ())
        if demands:
            (self.task or self._whole()).demands += demands

    def _says_the_same(self, row: int) -> bool:
        """Whether a row says of its job and task just what the row above it says, as most rows do."""
        values = self.table.view.rows[row]
        frame = [values[col] for col in self.frame]
        same = frame == self.frame_before
        self.frame_before = frame
        return same

    def _whole(self) -> TaskDraft:
        held = self.sheet.job
        self.sheet.job = self.job
        task = self.sheet.whole_task()
        self.sheet.job = held
        return task

    def _job(self, row: int) -> None:
        value = self._at(row, "job")
        if isinstance(value, str) and fold(value):
            job = self.sheet.book.job(value)
            if job is not self.job:
                self.job, self.task, self.task_text = job, None, None
                job.sheet = job.sheet or self.table.view.name
                job.scale = job.scale or self.sheet.job.scale
        self._job_facts(row)

    def _job_facts(self, row: int) -> None:
        shift, days, employer = self._at(row, "shift_hours"), self._at(row, "days"), self._at(row, "employer")
        if shift is not None and (hours := hours_value(shift)) is not None:
            self.job.shift_hours = hours
            self.job.shift_cell = self.job.shift_cell or self._address(row, "shift_hours")
        if days is not None:
            self.job.days_per_week = days_value(days) or self.job.days_per_week
        if isinstance(employer, str):
            self.job.employer = employer.strip()
        if (code := self._at(row, "occupation_code")) is not None:
            self.job.occupation_code = written(code).strip()
