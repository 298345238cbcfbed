"""From gaps to the verdict of a task and of the job. `cannot_say` never hides behind `suitable`.

The rule, in this order:
1. a demand exceeds and neither fewer hours, pauses nor a known accommodation can lower it: not suitable;
2. else anything of a demand that cannot be said, also beside a part that exceeds: cannot say;
3. else a demand exceeds, or is within only on a condition: suitable with modification;
4. else suitable; `marginal` counts as suitable and stays visible, for the therapist to decide and document.
"""

from collections.abc import Iterable

from job_profiles.kinds import DemandKind
from job_profiles.profile import Task
from rtw.domain.gap import Comparison, Gap, Missing, TaskMatch
from rtw.domain.hands import Side
from rtw.domain.matching import wording
from rtw.domain.matching.gaps import either_hand
from rtw.domain.matching.judge import kindest, strictness
from rtw.domain.verdicts import TaskVerdict, Verdict


def task_match(task: Task, gaps: tuple[Gap, ...], accommodated: frozenset[DemandKind]) -> TaskMatch:
    """Judge one task from its gaps. A task without demands is not known, so it cannot be said."""
    counting = counting_gaps(gaps)
    verdict = _task_verdict(task, counting, accommodated)
    return TaskMatch(task, gaps, verdict, tuple(_reasons(counting)))


def counting_gaps(gaps: tuple[Gap, ...]) -> tuple[Gap, ...]:
    """Keep the gaps that count: of a demand for either hand only the better one."""
    return tuple(gap for gap in gaps if not either_hand(gap) or _is_better(gap, gaps))


def _is_better(gap: Gap, gaps: tuple[Gap, ...]) -> bool:
    """Whether this hand is the better one; between equals the first stands for both."""
    rivals = [other for other in gaps if other.index == gap.index]
    best = kindest(tuple(rival.verdict for rival in rivals))
    return gap.side is next(rival.side for rival in rivals if rival.verdict is best)


def _task_verdict(task: Task, gaps: tuple[Gap, ...], accommodated: frozenset[DemandKind]) -> TaskVerdict:
    over = [gap for gap in gaps if gap.verdict is Verdict.EXCEEDS]
    if not all(modifiable(gap, task, accommodated) for gap in over):
        return TaskVerdict.NOT_SUITABLE
    if not gaps or any(_is_open(gap) for gap in gaps):
        # What exceeds by its amount does so whatever the open figures are; a plan cuts hours by itself.
        return TaskVerdict.CANNOT_SAY if all(map(_only_by_hours, over)) else TaskVerdict.NOT_SUITABLE
    if over or any(conditions(gap) for gap in gaps):
        return TaskVerdict.SUITABLE_WITH_MODIFICATION
    return TaskVerdict.SUITABLE


def unsaid(match: TaskMatch) -> int:
    """Count the demands on a hand of which something cannot be said, beside what exceeds."""
    return sum(_is_open(gap) for gap in counting_gaps(match.gaps))


def _only_by_hours(gap: Gap) -> bool:
    """Whether what exceeds in a gap comes down with fewer hours or more pauses."""
    over = (c for c in gap.comparisons if c.verdict is Verdict.EXCEEDS)
    return gap.override is None and all(c.modifiable for c in over)


def _is_open(gap: Gap) -> bool:
    """Whether something of a gap cannot be said: also behind a part that exceeds and could be lowered."""
    if gap.override is not None or not gap.comparisons:
        return gap.verdict is Verdict.CANNOT_SAY
    return bool(_unknown(gap))


def _unknown(gap: Gap) -> tuple[Comparison, ...]:
    return tuple(c for c in gap.comparisons if c.verdict is Verdict.CANNOT_SAY)


def modifiable(gap: Gap, task: Task, accommodated: frozenset[DemandKind]) -> bool:
    """Whether a gap that exceeds could be brought within; a gap that does not exceed needs nothing.

    Hours and pauses lower what they bound; an accommodation lowers amounts of its kind. Neither lifts
    "not at all", and an employer who says the task cannot change is believed.
    """
    if gap.verdict is not Verdict.EXCEEDS:
        return True
    if task.modifiable is False:
        return False
    if gap.override is not None:
        return gap.kind in accommodated
    over = (c for c in gap.comparisons if c.verdict is Verdict.EXCEEDS)
    return all(c.modifiable or (gap.kind in accommodated and not _forbids(c)) for c in over)


def _forbids(comparison: Comparison) -> bool:
    return comparison.available == 0.0


def conditions(gap: Gap) -> tuple[str, ...]:
    """Give what must be kept for a gap to be within; an override by the therapist needs none."""
    if gap.override is not None:
        return ()
    return tuple(c.condition for c in gap.comparisons if c.condition is not None)


def _reasons(gaps: tuple[Gap, ...]) -> Iterable[str]:
    """Name what decided, strictest first: every gap that is not plainly within, equal hands in one line."""
    sides: dict[tuple[str, str], list[Side]] = {}
    for gap in sorted(gaps, key=lambda gap: strictness(gap.verdict)):
        for why in _why(gap):
            sides.setdefault((gap.kind.label, why), []).append(gap.side)
    for (kind, why), hands in sides.items():
        both = "both hands" if len(set(hands)) > 1 else wording.hand(hands[0])
        yield f"{kind}, {both}: {why}"


def _why(gap: Gap) -> Iterable[str]:
    if gap.override is not None:
        yield f"{gap.verdict.label.lower()} (therapist: {gap.override.reason})"
    elif gap.verdict is not Verdict.WITHIN and gap.governing is not None:
        missing = gap.governing.missing
        why = missing.what.rstrip(".") if missing else gap.governing.limit_origin
        yield f"{gap.verdict.label.lower()} ({why})"
        if gap.verdict is Verdict.EXCEEDS:
            yield from _unsaid(gap)
    else:
        yield from conditions(gap)


def _unsaid(gap: Gap) -> Iterable[str]:
    """Say what cannot be said beside a part of the gap that exceeds."""
    for comparison in _unknown(gap):
        lacks = comparison.missing
        why = lacks.what.rstrip(".") if lacks else comparison.limit_origin
        yield f"{comparison.verdict.label.lower()} ({why})"


def job_verdict(tasks: tuple[TaskMatch, ...]) -> TaskVerdict:
    """Judge the whole job. A task known not to be essential may be left out, which is a modification."""
    binding = {match.verdict for match in tasks if match.task.essential is not False}
    every = {match.verdict for match in tasks}
    if TaskVerdict.NOT_SUITABLE in binding:
        return TaskVerdict.NOT_SUITABLE
    if not tasks or TaskVerdict.CANNOT_SAY in every:
        return TaskVerdict.CANNOT_SAY
    if not binding and every == {TaskVerdict.NOT_SUITABLE}:
        return TaskVerdict.NOT_SUITABLE
    return TaskVerdict.SUITABLE if every == {TaskVerdict.SUITABLE} else TaskVerdict.SUITABLE_WITH_MODIFICATION


def settling(tasks: tuple[TaskMatch, ...]) -> tuple[tuple[Missing, int], ...]:
    """Rank the missing figures: how many undecided gaps each would settle alone, then how many wait for it.

    The count beside each is the number of gaps that wait for it.
    """
    alone: dict[str, int] = {}
    waiting: dict[str, tuple[Missing, int]] = {}
    for gap in (gap for match in tasks for gap in counting_gaps(match.gaps)):
        lacks = _lacks(gap)
        for subject, missing in lacks.items():
            waiting[subject] = (missing, waiting.get(subject, (missing, 0))[1] + 1)
            alone[subject] = alone.get(subject, 0) + (len(lacks) == 1)
    ranked = sorted(waiting, key=lambda subject: (-alone[subject], -waiting[subject][1], subject))
    return tuple(waiting[subject] for subject in ranked)


def _lacks(gap: Gap) -> dict[str, Missing]:
    """Name what would settle a gap; nothing settles one that exceeds and cannot be brought down by hours."""
    beyond = any(c.verdict is Verdict.EXCEEDS and not c.modifiable for c in gap.comparisons)
    if gap.override is not None or beyond:
        return {}
    return {c.missing.subject: c.missing for c in gap.comparisons if c.missing is not None}
