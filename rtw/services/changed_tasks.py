"""A task as it is, and as it is with the changes chosen for it: two verdicts that are read side by side."""

from collections.abc import Iterator
from dataclasses import dataclass

from rtw.domain.gap import JobMatch
from rtw.domain.verdicts import TaskVerdict
from rtw.services.case_record import CaseRecord


@dataclass(frozen=True, slots=True)
class ChangedTask:
    """A task that chosen changes serve; `after` None: with them it is no part of the job any more."""

    task: str
    before: TaskVerdict
    after: TaskVerdict | None
    changes: tuple[str, ...]

    @property
    def named(self) -> str:
        """The changes by their names, within a sentence."""
        return ", ".join(self.changes)

    @property
    def is_same(self) -> bool:
        """Whether the changes leave the verdict as it was."""
        return self.after is self.before

    @property
    def is_told(self) -> bool:
        """Whether there is something to say: a verdict that stays is told of an unfit task only."""
        return bool(self.changes) and (not self.is_same or self.before is TaskVerdict.NOT_SUITABLE)


def changed_tasks(record: CaseRecord, before: JobMatch, after: JobMatch) -> tuple[ChangedTask, ...]:
    """List the tasks whose verdict chosen changes alter, and those that stay unfit in spite of them."""
    then = {match.task.name: match.verdict for match in after.tasks}
    found = (
        ChangedTask(
            match.task.name,
            match.verdict,
            then.get(match.task.name),
            tuple(_serving(record, match.task.name)),
        )
        for match in before.tasks
    )
    return tuple(one for one in found if one.is_told)


def _serving(record: CaseRecord, task: str) -> Iterator[str]:
    """Name the chosen changes that act in a task; one that waits for its figure changes nothing yet."""
    for entry in record.accommodations:
        tasks = entry.effect.tasks
        if entry.counts and not entry.effect.unanswered and (not tasks or task in tasks):
            yield entry.accommodation.name
