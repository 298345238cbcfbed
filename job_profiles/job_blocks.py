"""Several jobs on one sheet: to which of them hours belong that stand above, between or below tables."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from job_profiles.blocks import Table
from job_profiles.hours_by_name import hours_of_named_jobs
from job_profiles.hours_of_week import week_hours_in
from job_profiles.letterhead import Pair, shift_in
from job_profiles.problem import Problem, Severity
from job_profiles.view import written
from job_profiles.workbook import Leaf

Event = tuple[int, int, object]
"""Row, column, and a pair, a line (row, column, text) or a table with its roles."""

_TIMES: Final = frozenset({"shift_hours", "week_hours", "days"})


@dataclass(slots=True)
class JobBlocks:
    """The blocks of a sheet that names several jobs: a job's own lines, its tables, and blank rows between.

    `titles` are those of the whole file. `orphans`: hours that stand apart from every block, so that nothing
    says whose they are.
    """

    leaf: Leaf
    titles: tuple[str, ...]
    orphans: list[Event] = field(default_factory=list)

    def in_order(self, events: list[Event]) -> list[Event]:
        """Return the events with hours behind the title of the block they stand in, without the orphans."""
        begins = [e for e in events if _begins(e, self.leaf)]
        if sum(1 for e in begins if e[2] in self.leaf.titles) < 2:
            return events
        kept: list[Event] = []
        waiting: list[Event] = []
        last_table: int | None = None
        for at, event in enumerate(events):
            if last_table is not None and _tells_time(event) and not self._names_jobs(event):
                upcoming = next((e for e in events[at:] if _begins(e, self.leaf) or _is_table(e)), None)
                self._place(event, last_table, upcoming, kept, waiting)
                continue
            kept.append(event)
            if _is_table(event):
                last_table = _last_row(event[2][0])  # type: ignore[index]
            elif event[2] in self.leaf.titles:
                kept, waiting, last_table = [*kept, *waiting], [], None
        return [*kept, *waiting]

    def _names_jobs(self, event: Event) -> bool:
        """Whether an event tells by name, not by place, whose hours they are."""
        text = written(event[2].value) if isinstance(event[2], Pair) else str(event[2][2])  # type: ignore[index]
        return hours_of_named_jobs(text, self.titles) != ()

    def _place(
        self, event: Event, table: int, upcoming: Event | None, kept: list[Event], waiting: list[Event]
    ) -> None:
        below = self._joined(table, event[0])
        if upcoming is not None and _is_table(upcoming):
            kept.append(event)
            return
        above = upcoming is not None and self._joined(event[0], upcoming[0])
        (kept if below and not above else waiting if above and not below else self.orphans).append(event)

    def _joined(self, first: int, last: int) -> bool:
        """Whether no blank row stands between two rows."""
        return all(any(self.leaf.page.view.cells(row)) for row in range(first + 1, last))

    def above_all(self, events: list[Event]) -> int:
        """Return how many events stand above the block of the first job, and so hold for every job."""
        titles = [e for e in events if e[2] in self.leaf.titles]
        if len(titles) < 2:
            return 0
        return sum(1 for e in events if e[0] < titles[0][0] and not self._joined(e[0], titles[0][0]))

    def problems(self) -> Iterator[Problem]:
        """Yield what is to be said of hours that nobody can give to one job."""
        for row, col, event in self.orphans:
            text = event.key if isinstance(event, Pair) else str(event[2])  # type: ignore[index]
            yield hours_of_which_job(self.leaf, row, col, text)


def hours_of_which_job(leaf: Leaf, row: int, col: int, text: str) -> Problem:
    """Return that hours may be those of one job of the sheet or of another."""
    return Problem(
        Severity.NOTE,
        "hours-of-which-job",
        f"“{text.strip()}” may be meant for one job of the file or for all; it was not read.",
        "Write the hours right beside the title of each job.",
        leaf.name,
        leaf.page.view.address(row, col),
        text,
    )


def _begins(event: Event, leaf: Leaf) -> bool:
    """Whether an event begins the block of a job: its title, or its firm above the title."""
    return isinstance(event[2], Pair) and (event[2] in leaf.titles or event[2].heading.role == "employer")


def _is_table(event: Event) -> bool:
    return isinstance(event[2], tuple) and len(event[2]) == 2


def _tells_time(event: Event) -> bool:
    """Whether an event tells hours of a shift or a week, or working days."""
    if isinstance(event[2], Pair):
        return bool(_TIMES & set(event[2].heading.roles))
    if _is_table(event):
        return False
    text = str(event[2][2])  # type: ignore[index]
    return len(text) < 200 and (shift_in(text) != (None, None) or week_hours_in(text) is not None)


def _last_row(table: Table) -> int:
    """Return the last row of the sheet that a table reaches."""
    view = table.view
    if view.places:
        return max(row for places in view.places for row, _ in places)
    return view.top + view.width - 1 if view.swapped else max(table.header[1], *table.body, 0)
