"""Scores that contradict themselves are asked about, and never blocked.

An answer or total off its scale is no question: `assessment/off_scale` tells it, and the visit is not signed.
"""

from collections.abc import Iterable, Iterator

from job_profiles.problem import Problem, Severity
from rtw.domain.scores.definition import ScoreDefinition, ScoreRules
from rtw.domain.scores.entry import ScoreEntry
from rtw.domain.scores.scoring import scores_of
from rtw.domain.scores.why_score import score_words


def score_questions(entries: Iterable[ScoreEntry], rules: ScoreRules) -> tuple[Problem, ...]:
    """List what should be looked at again in the scores of a visit."""
    found = tuple(entries)
    single = (problem for entry in found for problem in _of_entry(rules.of(entry.score), entry))
    return (*single, *_contradictions(found, rules))


def rounding(total: float) -> float:
    """Half a step of the last digit a total was written with: what rounding on paper explains."""
    written = f"{total:.10g}"
    decimals = len(written.partition(".")[2])
    return float(0.5 * 10**-decimals) + 1e-9


def _of_entry(definition: ScoreDefinition, entry: ScoreEntry) -> Iterator[Problem]:
    items = definition.items
    if items is None and entry.answered:
        yield _ask("no-such-item", definition, str(entry.answered), "it is entered as a total, without items")
        return
    if items is not None and len(entry.items) > items.count:
        yield _ask("no-such-item", definition, f"item {len(entry.items)}", f"it has {items.count} items")


def _contradictions(entries: tuple[ScoreEntry, ...], rules: ScoreRules) -> Iterator[Problem]:
    """Ask where a total says something else than the items or parts it is made of."""
    for result in scores_of(entries, rules):
        total = result.entry.total
        if total is None or result.value is None or abs(result.value - total) <= rounding(total):
            continue
        definition = rules.of(result.score)
        made, what = score_words(definition, result.value), result.basis.value
        words = f"the {what} make {made}, the total says {total:g}; the {what} count"
        yield _ask("total-against-items", definition, f"{total:g}", words)


def _ask(code: str, definition: ScoreDefinition, found: str, message: str) -> Problem:
    advice = "Correct it, or keep it if it is what stands on the form."
    return Problem(Severity.QUESTION, code, f"{definition.name}: {message}.", advice, found=found)
