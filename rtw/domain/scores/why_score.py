"""What stands behind a score and its change: answers, arithmetic, the rule for missing ones, the sources."""

from collections.abc import Iterator, Sequence
from datetime import date

from rtw.domain.figure import HigherIs
from rtw.domain.measurement_property import MeasurementProperty
from rtw.domain.measures.detectable import STAND_IN
from rtw.domain.scores.change import ScoreChange
from rtw.domain.scores.definition import ItemScale, ScoreDefinition, ScoreRules
from rtw.domain.scores.scoring import ScoreBasis, ScoreResult, counted_answers
from rtw.domain.why import Coefficient, Input, Origin, Why, coefficient

_MISSING_SIGN = "–"


def score_words(definition: ScoreDefinition, value: float | None) -> str:
    """Write a value as finely as its scale is read: hundredths of a mean of items, else tenths."""
    if value is None:
        return "no score"
    text = f"{value:.{2 if definition.high <= 5 else 1}f}"
    return text.rstrip("0").rstrip(".")


def signed(difference: float) -> str:
    """Write a difference with its sign, to three digits."""
    sign = "+" if difference > 0 else "−" if difference < 0 else "±"
    return f"{sign}{abs(difference):.3g}"


def why_score(result: ScoreResult, all_results: Sequence[ScoreResult], rules: ScoreRules, on: date) -> Why:
    """Say how a score came about; `on` is the day of its visit."""
    definition = rules.of(result.score)
    is_worked_out = result.basis is not ScoreBasis.TOTAL
    return Why(
        subject=definition.name,
        result=_result_words(definition, result),
        formula=definition.scoring.formula if is_worked_out else None,
        inputs=tuple(_inputs(definition, result, all_results, rules, on)),
        steps=tuple(_steps(definition, result)),
        coefficients=tuple(_coefficients(definition)),
        validated_on=definition.scoring.population,
        cautions=tuple(_cautions(definition, result)),
    )


def why_change(change: ScoreChange, rules: ScoreRules) -> Why:
    """Say why a change counts or does not, with everything published, disagreements kept."""
    definition = rules.of(change.score)
    before, now = (score_words(definition, point.value) for point in (change.before, change.now))
    threshold = change.threshold
    steps = [f"{now} − {before} = {signed(change.difference)}"]
    if threshold is not None:
        sign = "is more than" if change.is_real else "is not more than"
        steps.append(f"{abs(change.difference):.3g} {sign} {threshold.amount:g}: {change.words}")
    return Why(
        subject=f"Change of {definition.name}",
        result=f"{signed(change.difference)}: {change.words}",
        formula="now − before; a change counts when it is more than the threshold",
        inputs=(
            Input(f"before, {_day(change.before.on)}", before, Origin.COMPUTED),
            Input(f"now, {_day(change.now.on)}", now, Origin.COMPUTED),
        ),
        steps=tuple(steps),
        coefficients=tuple(_property(p, used=p is threshold) for p in rules.properties_of(change.score)),
        validated_on=threshold.population if threshold else "",
        cautions=tuple(_change_cautions(definition, change)),
    )


def _day(on: date) -> str:
    return f"{on.day} {on:%B %Y}"


def _result_words(definition: ScoreDefinition, result: ScoreResult) -> str:
    if result.value is None:
        return f"no score: {result.why_not}"
    worse = "worse" if definition.higher_is is HigherIs.WORSE else "better"
    span = f"{definition.low:g} to {definition.high:g}"
    return f"{score_words(definition, result.value)} on a scale of {span}, higher is {worse}"


def _inputs(
    definition: ScoreDefinition,
    result: ScoreResult,
    all_results: Sequence[ScoreResult],
    rules: ScoreRules,
    on: date,
) -> Iterator[Input]:
    where, entry = f"visit of {_day(on)}", result.entry
    if entry.answered:
        given = " ".join(_MISSING_SIGN if answer is None else str(answer) for answer in entry.items)
        yield Input(f"items 1 to {len(entry.items)}", given, Origin.PATIENT, where)
    if entry.total is not None:
        yield Input("total as entered", f"{entry.total:g}", Origin.PATIENT, where)
    if result.basis is ScoreBasis.PARTS:
        found = {each.score: each for each in all_results}
        for part in definition.parts:
            made = found.get(part.score)
            of_part = rules.of(part.score)
            yield Input(
                of_part.name, score_words(of_part, made.value if made else None), Origin.COMPUTED, where
            )


def _steps(definition: ScoreDefinition, result: ScoreResult) -> Iterator[str]:
    items = definition.items
    if result.basis is not ScoreBasis.ITEMS or result.value is None or items is None:
        return
    if items.reversed:
        numbers = ", ".join(map(str, items.reversed))
        yield f"Items {numbers} are turned round: {items.low + items.high} − answer"
    answers, (offset, factor) = counted_answers(items, result.entry), definition.scoring.constants
    yield f"{sum(answers)} over {len(answers)} answered items: mean {sum(answers) / len(answers):.3f}"
    shown = score_words(definition, result.value)
    yield f"({sum(answers) / len(answers):.3f} − {offset:g}) × {factor:g} = {shown}"


def _coefficients(definition: ScoreDefinition) -> Iterator[Coefficient]:
    yield coefficient(definition.scoring)
    items, missing = definition.items, definition.missing
    if items is not None:
        yield Coefficient("Items", _item_words(items), items.source, items.verified, note=items.note)
    yield Coefficient("Missing answers", missing.rule, missing.source, missing.verified, note=missing.note)


def _item_words(items: ItemScale) -> str:
    turned = f", {', '.join(map(str, items.reversed))} turned round" if items.reversed else ""
    return f"{items.count}, each {items.low} to {items.high}{turned}"


def _cautions(definition: ScoreDefinition, result: ScoreResult) -> Iterator[str]:
    if result.filled_in and result.value is not None:
        plural = "answers are" if result.filled_in > 1 else "answer is"
        yield f"{result.filled_in} {plural} missing; the mean of the others stands in."
        if definition.missing.min_answered is None:
            yield "No official least number of answers was found: the fewer there are, the less this says."
    if definition.note:
        yield definition.note
    yield f"Rights: {definition.rights}"


def _property(found: MeasurementProperty, *, used: bool) -> Coefficient:
    span = f"{found.low:g}" if found.low == found.high else f"{found.low:g} to {found.high:g}"
    value = span if found.value is None else f"{found.value:g} ({span})"
    unit = "" if found.unit == "1" else f" {found.unit}"
    meaning = f"{found.statistic}{', used here' if used else ''}"
    population, note = found.population, found.note
    return Coefficient(
        meaning, f"{value}{unit}", found.source, found.verified, population=population, note=note
    )


def _change_cautions(definition: ScoreDefinition, change: ScoreChange) -> Iterator[str]:
    if change.threshold is None:
        yield "No error of measuring was found for this score, so nobody can say what change is real."
        return
    if change.is_stand_in:
        yield STAND_IN
    else:
        yield f"The error was found in: {change.threshold.population}."
    if definition.judged_by is not None and definition.judged_by.note:
        yield definition.judged_by.note
