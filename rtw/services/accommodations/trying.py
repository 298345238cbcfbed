"""What a few accommodations would change, before anything is chosen; and options beside each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from job_profiles.problem import Problem, Severity
from rtw.domain.accommodation.compare import MOST_OPTIONS, Option, compare
from rtw.domain.accommodation.effects import ChosenEffect
from rtw.domain.accommodation.kinds import Change
from rtw.domain.accommodation.reach import asking_gaps, served_tasks, touched_gaps
from rtw.domain.accommodation.values import Accommodation, Asks, Effect
from rtw.domain.gap import JobMatch
from rtw.domain.matching.compare_change import MatchChange, changes
from rtw.services.accommodations.catalogue import entry_of
from rtw.services.accommodations.standing import OpenGap, Standing
from rtw.services.permission import NotFoundError

Given = tuple[tuple[str, float], ...]
"""Figures the catalogue asks for: name and number."""


@dataclass(frozen=True, slots=True)
class Tried:
    """An accommodation somebody ticked, with the figures typed beside it."""

    accommodation_id: str
    given: Given = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """What would read differently. `unanswered` are figures without which an entry changes nothing."""

    tried: tuple[Accommodation, ...]
    change: MatchChange
    unanswered: tuple[tuple[Accommodation, Asks], ...]

    @property
    def is_empty(self) -> bool:
        """Whether every verdict stays as it is."""
        return not (self.change.gaps or self.change.tasks or self.change.job)


@dataclass(frozen=True, slots=True)
class Comparing:
    """One gap with up to three options beside each other; `effects` are what each alone would change."""

    gap: OpenGap
    options: tuple[Option, ...]
    effects: tuple[MatchChange, ...]


def asked_figures(entry: Accommodation) -> tuple[tuple[Asks, str], ...]:
    """List what an entry asks for, each once, with the unit it is given in; a share has none."""
    asked = {
        effect.asks.name: (effect.asks, _unit(effect)) for effect in entry.effects if effect.asks is not None
    }
    return tuple(asked.values())


def _unit(effect: Effect) -> str:
    return effect.aspect.unit if effect.aspect and effect.change is not Change.MULTIPLY else ""


def figure_problems(entry: Accommodation, given: Given) -> tuple[Problem, ...]:
    """Refuse figures that cannot be; one that is missing is no mistake, it only changes nothing yet."""
    figures = dict(given)
    return tuple(
        Problem(
            Severity.ERROR,
            "figure-out-of-bounds",
            f"{entry.name}: {figures[ask.name]:g} cannot be.",
            f"Give a figure from {ask.lowest:g} to {ask.highest:g}.",
            asks=ask.name,
        )
        for ask, _ in asked_figures(entry)
        if ask.name in figures and not ask.allows(figures[ask.name])
    )


def effect_of(standing: Standing, tried: Tried) -> ChosenEffect:
    """Put an entry in place for the tasks it helps."""
    entry = entry_of(tried.accommodation_id)
    return ChosenEffect(entry, helped_tasks(entry, standing.done.as_it_stands), tried.given)


def helped_tasks(entry: Accommodation, match: JobMatch) -> tuple[str, ...]:
    """Name the tasks whose gaps an entry surely acts on; none: it serves the whole job."""
    return served_tasks(touched_gaps(entry, asking_gaps(match)))


def preview(standing: Standing, tried: Iterable[Tried]) -> Preview:
    """Say which verdicts change when these are put in place beside what is chosen."""
    wanted = [one for one in tried if one.accommodation_id not in standing.chosen_ids]
    added = tuple(effect_of(standing, one) for one in wanted)
    unanswered = tuple((one.accommodation, ask) for one in added for ask in _asked_once(one))
    return Preview(tuple(one.accommodation for one in added), change_by(standing, added), unanswered)


def change_by(standing: Standing, added: Sequence[ChosenEffect]) -> MatchChange:
    """Compare the match of now with the one that has `added` in place as well."""
    if not added:
        return MatchChange((), (), None)
    return changes(standing.adapted(), standing.with_chosen((*standing.findings.chosen, *added)))


def comparing(standing: Standing, key: str, wanted: Sequence[Tried] = ()) -> Comparing:
    """Set options for one gap side by side; without `wanted` the first three that help.

    A figure that is not given anew is taken from what was chosen. An option that does not help with this
    gap is not found; more than three raise ValueError.
    """
    gap = gap_with(standing, key)
    helping = tuple(one.accommodation.id for one in gap.helped_by)
    options = tuple(wanted) or tuple(Tried(name) for name in helping[:MOST_OPTIONS])
    if not {one.accommodation_id for one in options} <= set(helping):
        raise NotFoundError("an option for this gap")
    kept = {entry.accommodation.id: entry.effect.given for entry in standing.record.accommodations}
    chosen = tuple(
        ChosenEffect(entry_of(one.accommodation_id), (), one.given or kept.get(one.accommodation_id, ()))
        for one in options
    )
    alone = tuple(_alone(standing, one) for one in chosen)
    return Comparing(gap, compare(chosen, gap.gap, gap.task), alone)


def gap_with(standing: Standing, key: str) -> OpenGap:
    """Find an open gap by its key. Raises NotFoundError where it is not, or no longer, open."""
    found = next((gap for gap in standing.open_gaps(standing.suggestions()) if gap.key == key), None)
    if found is None:
        raise NotFoundError(f"gap {key}")
    return found


def _alone(standing: Standing, option: ChosenEffect) -> MatchChange:
    """Compare the job as it stands with the job that has this one option, and nothing else."""
    tasks = helped_tasks(option.accommodation, standing.done.as_it_stands)
    only = (ChosenEffect(option.accommodation, tasks, option.given),)
    return changes(standing.done.as_it_stands, standing.with_chosen(only))


def _asked_once(chosen: ChosenEffect) -> tuple[Asks, ...]:
    return tuple({ask.name: ask for ask in chosen.unanswered}.values())
