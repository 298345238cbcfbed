"""What was chosen in a preview is kept when the sheet is read again, though its rows may have moved."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from job_profiles.profile import JobProfile
from rtw.services.jobs.confirming import RowId

RowKey = tuple[str | None, str, str, int]
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Carried:
    """Ticked rows where they stand now, how many could not be found again, and each job's new index."""

    rows: tuple[RowId, ...]
    lost: int
    jobs: dict[int, int]


def carried(before: tuple[JobProfile, ...], after: tuple[JobProfile, ...], rows: Iterable[RowId]) -> Carried:
    """Find ticked rows and jobs of one reading again in the next.

    A row is the same when it stands in the same row of its sheet and asks for the same; a job when it has
    the same title, or the same place where as many were found.
    """
    old = {row_id: key for key, row_id in _keys(before)}
    new = dict(_keys(after))
    wanted = [old[row_id] for row_id in rows if row_id in old]
    found = tuple(new[key] for key in wanted if key in new)
    return Carried(found, len(wanted) - len(found), _jobs(before, after))


def _keys(profiles: tuple[JobProfile, ...]) -> Iterator[tuple[RowKey, RowId]]:
    count: Counter[tuple[str | None, str, str]] = Counter()
    for p, profile in enumerate(profiles):
        for t, task in enumerate(profile.tasks):
            for d, demand in enumerate(task.demands):
                place = (demand.sheet, (demand.cell or "").lstrip(_LETTERS), demand.kind.value)
                count[place] += 1
                yield (*place, count[place]), (p, t, d)


def _jobs(before: tuple[JobProfile, ...], after: tuple[JobProfile, ...]) -> dict[int, int]:
    titles = {profile.title: index for index, profile in enumerate(after)}
    same_number = len(before) == len(after)
    found = {i: titles.get(p.title, i if same_number else None) for i, p in enumerate(before)}
    return {old: new for old, new in found.items() if new is not None}
