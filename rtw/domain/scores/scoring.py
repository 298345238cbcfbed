"""From answers to a score: the published arithmetic, the rule for missing answers, and never a guess.

Where both answers and a total are given the answers count: they can be added up again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rtw.domain.scores.definition import Combination, ItemScale, ScoreDefinition, ScoreId, ScoreRules
from rtw.domain.scores.entry import ScoreEntry


class ScoreBasis(StrEnum):
    """What a score was made from."""

    ITEMS = "items"
    TOTAL = "total"
    PARTS = "parts"

    @property
    def label(self) -> str:
        """The words shown beside a score."""
        return {"items": "from the items", "total": "as entered", "parts": "from its parts"}[self.value]


@dataclass(frozen=True, slots=True)
class ScoreResult:
    """One score of one visit. `value` None: there is none, and `why_not` says why in plain words.

    `filled_in` counts missing answers the published rule replaced by the mean of the others.
    """

    score: ScoreId
    basis: ScoreBasis
    value: float | None
    entry: ScoreEntry
    why_not: str | None = None
    filled_in: int = 0


def scores_of(entries: Iterable[ScoreEntry], rules: ScoreRules) -> tuple[ScoreResult, ...]:
    """Work out every score something was entered for, and those made of parts, in the order of the rules."""
    given = {entry.score: entry for entry in entries if not entry.is_empty}
    found: dict[ScoreId, ScoreResult] = {}
    for definition in rules.definitions:
        entry = given.get(definition.id, ScoreEntry(definition.id))
        result = _whole(definition, entry, found, rules) if definition.parts else _single(definition, entry)
        if result is not None:
            found[definition.id] = result
    return tuple(found.values())


def score_of(definition: ScoreDefinition, entry: ScoreEntry) -> ScoreResult:
    """Work out one score from its answers, else take its total as it was entered."""
    if definition.items is not None and entry.answered:
        return _of_items(definition, definition.items, entry)
    if entry.total is None:
        why_not = f"{definition.name} is entered as a total"
        return ScoreResult(definition.id, ScoreBasis.TOTAL, None, entry, why_not)
    if not definition.is_on_scale(entry.total):
        why_not = (
            f"{entry.total:g} is off the scale, which runs from {definition.low:g} to {definition.high:g}"
        )
        return ScoreResult(definition.id, ScoreBasis.TOTAL, None, entry, why_not)
    return ScoreResult(definition.id, ScoreBasis.TOTAL, entry.total, entry)


def counted_answers(items: ItemScale, entry: ScoreEntry) -> tuple[int, ...]:
    """List what each answer counts, reversed items turned; items without an answer are left out."""
    return tuple(items.scored(n, a) for n, a in enumerate(entry.items, 1) if a is not None)


def off_scale(items: ItemScale, entry: ScoreEntry) -> tuple[int, ...]:
    """List the numbers of the items whose answer is not on the scale, or that do not exist."""
    pairs = [(number, answer) for number, answer in enumerate(entry.items, 1) if answer is not None]
    return tuple(n for n, answer in pairs if n > items.count or not items.low <= answer <= items.high)


def _of_items(definition: ScoreDefinition, items: ItemScale, entry: ScoreEntry) -> ScoreResult:
    why_not = _why_not(definition, items, entry)
    if why_not is not None:
        return ScoreResult(definition.id, ScoreBasis.ITEMS, None, entry, why_not)
    answers = counted_answers(items, entry)
    value = definition.of_mean(sum(answers) / len(answers))
    return ScoreResult(definition.id, ScoreBasis.ITEMS, value, entry, filled_in=items.count - len(answers))


def _why_not(definition: ScoreDefinition, items: ItemScale, entry: ScoreEntry) -> str | None:
    wrong = off_scale(items, entry)
    if wrong:
        numbers = ", ".join(str(number) for number in wrong)
        return f"item {numbers} is off the scale, which runs from {items.low} to {items.high}"
    least = definition.missing.min_answered
    if least is not None and entry.answered < least:
        needed = f"all {items.count}" if least == items.count else f"at least {least} of {items.count}"
        return f"{entry.answered} answered, {needed} are needed"
    return None


def _single(definition: ScoreDefinition, entry: ScoreEntry) -> ScoreResult | None:
    return None if entry.is_empty else score_of(definition, entry)


def _whole(
    definition: ScoreDefinition,
    entry: ScoreEntry,
    found: Mapping[ScoreId, ScoreResult],
    rules: ScoreRules,
) -> ScoreResult | None:
    """Put a score together from its parts, else take its total; None where neither was entered."""
    if all(found.get(part.score) is None for part in definition.parts):
        return _single(definition, entry)
    made = _of_parts(definition, entry, found, rules)
    return made if made.value is not None or entry.is_empty else score_of(definition, entry)


def _of_parts(
    definition: ScoreDefinition,
    entry: ScoreEntry,
    found: Mapping[ScoreId, ScoreResult],
    rules: ScoreRules,
) -> ScoreResult:
    parts = [(part, rules.of(part.score), found.get(part.score)) for part in definition.parts]
    values = [
        part.turned(of_part, made.value)
        for part, of_part, made in parts
        if made is not None and made.value is not None
    ]
    if len(values) < len(parts):
        lacking = [of_part.name for _, of_part, made in parts if made is None or made.value is None]
        why_not = f"without {', '.join(lacking)} there is no whole"
        return ScoreResult(definition.id, ScoreBasis.PARTS, None, entry, why_not)
    total = sum(values) / (len(values) if definition.combination is Combination.MEAN else 1)
    return ScoreResult(definition.id, ScoreBasis.PARTS, total, entry)
