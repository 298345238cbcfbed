"""What only the employer can tell, asked once for all tasks: the same figure of the same kind of demand."""

from collections.abc import Iterable
from dataclasses import dataclass

from job_profiles.kinds import DemandKind
from job_profiles.profile import JobProfile
from rtw.domain.asked_figure import AskedFigure
from rtw.domain.gap import JobMatch, Missing
from rtw.domain.matching import wording
from rtw.domain.matching.verdict import counting_gaps


@dataclass(frozen=True, slots=True)
class AskedPlace:
    """One demand the figure is asked of: its task, its place there, and how the two are called."""

    task: str
    index: int
    label: str


@dataclass(frozen=True, slots=True)
class EmployerQuestion:
    """One figure of one kind of demand, asked for every task that lacks it. `gaps` wait for the answers."""

    figure: AskedFigure
    kind: DemandKind
    places: tuple[AskedPlace, ...]
    gaps: int

    @property
    def sentence(self) -> str:
        """The question as it is put to the employer; the tasks stand beside it."""
        return self.figure.question(wording.kind(self.kind))

    @property
    def tasks(self) -> tuple[str, ...]:
        """How the places are called, each once, in the order of the job."""
        return tuple(dict.fromkeys(place.label for place in self.places))


def missing_of_employer(match: JobMatch) -> tuple[tuple[Missing, int], ...]:
    """List the employer's missing figures: what settles most first, then what settles no verdict.

    Work that exceeds a limit today may be within it once the limit ends; a figure nobody stated keeps its
    task shut all the same, so it is asked. No gap waits for it: its count is 0.
    """
    asked = {missing.subject for missing, _ in match.settles}
    open_ = {
        comparison.missing.subject: comparison.missing
        for task in match.tasks
        for gap in counting_gaps(task.gaps)
        for comparison in gap.comparisons
        if gap.override is None and comparison.missing is not None and comparison.missing.is_employers
    }
    return (*match.settles, *((missing, 0) for subject, missing in open_.items() if subject not in asked))


def employer_questions(
    settles: Iterable[tuple[Missing, int]], profile: JobProfile
) -> tuple[EmployerQuestion, ...]:
    """Group what the employer has to tell, in the order of what settles most."""
    groups: dict[tuple[AskedFigure, DemandKind], list[tuple[Missing, int]]] = {}
    for missing, gaps in settles:
        if missing.figure is not None and missing.kind is not None:
            groups.setdefault((missing.figure, missing.kind), []).append((missing, gaps))
    return tuple(_question(figure, kind, found, profile) for (figure, kind), found in groups.items())


def _question(
    figure: AskedFigure, kind: DemandKind, found: list[tuple[Missing, int]], profile: JobProfile
) -> EmployerQuestion:
    asked = {(missing.task, missing.index) for missing, _ in found}
    places = tuple(
        AskedPlace(task.name, index, _label(profile, task.name, index))
        for task in profile.tasks
        for index in range(len(task.demands))
        if (task.name, index) in asked
    )
    return EmployerQuestion(figure, kind, places, sum(gaps for _, gaps in found))


def _label(profile: JobProfile, name: str, index: int) -> str:
    """Name the task, and where it asks the same twice what tells the two apart: hand, tool or amount."""
    task = next(task for task in profile.tasks if task.name == name)
    demand = task.demands[index]
    alike = [other for other in task.demands if other.kind is demand.kind]
    if len(alike) == 1:
        return name
    marks = (demand.hand.label.lower() if demand.hand else None, demand.tool, demand.as_written)
    return f"{name} ({', '.join(mark for mark in marks if mark)})" if any(marks) else name
