"""All lines of the knowledge base in their groups."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from functools import cache
from typing import Any, Final, TypeVar

from rtw.domain.accommodation.values import Accommodation, NotRecommended, Outcome
from rtw.knowledge.load import Knowledge, knowledge
from rtw.knowledge.table import Table
from rtw.knowledge.types.coefficients import FeelingGate, MonitoringRule, SkinGate
from rtw.knowledge.types.norms import Norm
from rtw.services.evidence.line import Group, Line, measure_words, words
from rtw.services.evidence.of_exercises import exercise_group
from rtw.services.evidence.of_published import line_of_published, published_group, published_in
from rtw.services.evidence.of_recovery import recovery_group
from rtw.services.evidence.of_rows import line_of
from rtw.services.evidence.of_scores import score_group

T = TypeVar("T")


@cache
def groups() -> tuple[Group, ...]:
    """Return every group of the shipped knowledge, in the order they are listed."""
    known = knowledge()
    return (*_rules(known), *_norms(known), *_tables(known), *_accommodations(known))


def _rules(known: Knowledge) -> Iterator[Group]:
    yield from _coefficients(known)
    yield Group(
        "watching",
        "Watching symptoms",
        "Rules for raising hours, and for stopping",
        tuple(_rule_lines(known.monitoring)),
    )
    gates: tuple[FeelingGate | SkinGate, ...] = (*known.gates.feeling, *known.gates.skin)
    lines = tuple(_gate_line(gate) for gate in gates)
    yield Group("gates", "What needs feeling or closed skin", "Not a matter of amount", lines)
    yield score_group(known.scores)
    yield exercise_group(known.exercises)
    yield recovery_group(known.recovery_assumptions)


_COEFFICIENTS: Final = {
    "mae": ("effort", "Acceptable effort", "How much of one's strength work may take"),
    "vibration": ("vibration", "Hand-arm vibration", "Daily values, and the hours they hold for"),
    "breaks": ("breaks", "Breaks", "Short breaks beside the usual ones"),
    "pain": ("pain", "Pain", "Bounds on the scale from 0 to 10"),
}
"""Documents of coefficients that have a name of their own here: field → key, title, meaning."""

_ELSEWHERE: Final = frozenset({"costs", "gates", "scores", "exercises", "monitoring", "catalogue", "sources"})
"""What is listed in groups of its own."""


def _coefficients(known: Knowledge) -> Iterator[Group]:
    """Make one group of every document with published values, so that a new one is never left out."""
    for field in fields(known):
        holder = getattr(known, field.name)
        if field.name in _ELSEWHERE or isinstance(holder, Table) or not any(published_in(holder)):
            continue
        own = (
            field.name.replace("_", "-"),
            words(measure_words(field.name)),
            "Coefficients of a published model",
        )
        yield published_group(*_COEFFICIENTS.get(field.name, own), holder)


def _norms(known: Knowledge) -> Iterator[Group]:
    """Put norms of the same test together, whichever table they stand in: so disagreement shows."""
    rows = [(row, table) for table in known.norms for row in table.rows]
    for test in dict.fromkeys(row.test for row, _ in rows):
        own = sorted((pair for pair in rows if pair[0].test == test), key=lambda pair: _place(pair[0]))
        lines = [line_of(row, table.info) for row, table in own]
        title = words("healthy people", test)
        yield Group(f"norm-{test.replace('_', '-')}", title, _meaning(known.norms, test), tuple(lines))
    percentiles = known.percentiles
    yield _table_group("grip-percentiles", "Grip, percentiles", percentiles)


def _place(row: Norm) -> tuple[str, str, int]:
    return row.sex.value, row.hand.value, row.age_from


def _meaning(tables: tuple[Table[Norm], ...], test: str) -> str:
    named = (table.info.meaning for table in tables if any(row.test == test for row in table.rows))
    return "; ".join(dict.fromkeys(named))


def _tables(known: Knowledge) -> Iterator[Group]:
    recovery = _sorted(known.recovery, lambda row: (row.cohort, row.measure, row.week))
    days = _sorted(known.days_to_work, lambda row: (row.cohort, row.job_class))
    named = (
        ("all-ages", "Healthy people of all ages", known.overall),
        ("motion", "Range of motion", known.motion),
        ("filaments", "Monofilaments", known.filaments),
        ("touch", "Grades of touch", known.touch),
        ("two-point", "Two-point discrimination", known.two_point),
        ("measurement-error", "Measurement error and change that matters", known.measurement),
        ("effort-tests", "What speaks against judging effort", known.effort),
        ("strength-classes", "Strength classes of work", known.strength_classes),
        ("strength-gates", "When strength may first be tested", known.strength_gates),
        ("protocols", "Protocols after operation", known.phases),
        ("recovery", "Recovery over the weeks", recovery),
        ("days-to-work", "Days to work", days),
        ("putty", "Therapy putty", known.putty),
        ("predictors", "What hastens or delays the return", known.predictors),
    )
    for key, title, table in named:
        yield _table_group(key, title, (table,), in_words=table is known.effort)


def _sorted(table: Table[T], key: Callable[[T], Any]) -> Table[T]:
    """Put rows in order, so that what different studies say of the same stands together."""
    return replace(table, rows=tuple(sorted(table.rows, key=key)))


def _table_group(key: str, title: str, tables: Iterable[Table[Any]], *, in_words: bool = False) -> Group:
    found = tuple(tables)
    lines = tuple(line_of(row, table.info) for table in found for row in table.rows)
    meaning = "; ".join(dict.fromkeys(table.info.meaning for table in found))
    return Group(key, title, meaning, lines, in_words)


def _rule_lines(rules: tuple[MonitoringRule, ...]) -> Iterator[Line]:
    for rule in rules:
        yield Line(rule.name, rule.text, "", "", rule.source, rule.verified, note=rule.note)
        yield from (line_of_published(figure, rule.name) for figure in rule.figures)


def _gate_line(gate: FeelingGate | SkinGate) -> Line:
    if isinstance(gate, FeelingGate):
        within, marginal = _grade(gate.within_from), _grade(gate.marginal_from)
        value = f"fit from “{within}” on, doubtful from “{marginal}” on, else not at all"
    else:
        value = "needs closed skin" + ("; then nothing more has to be known" if gate.sufficient else "")
    return Line(gate.kind.label, value, "", "", gate.source, gate.verified, note=gate.note)


def _grade(grade: Any) -> str:
    return str(grade.name).replace("_", " ").lower()


def _accommodations(known: Knowledge) -> Iterator[Group]:
    costs = published_group("costs", "What accommodations cost", known.costs.text, known.costs)
    catalogue = known.catalogue
    effects = (line for entry in catalogue.accommodations for line in _effect_lines(entry))
    findings = (line for entry in catalogue.accommodations for line in _findings(entry, entry.outcomes))
    against = (line for entry in catalogue.not_recommended for line in _findings(entry, entry.findings))
    yield costs
    yield Group("effects", "Effects of accommodations", "By how much a demand changes", tuple(effects))
    titles = ("What studies of accommodations found", "What is not recommended")
    yield Group("outcomes", titles[0], "Comfort, pain, work done", tuple(findings), in_words=True)
    yield Group("not-recommended", titles[1], "Known not to help, or to harm", tuple(against), in_words=True)


def _effect_lines(entry: Accommodation) -> Iterator[Line]:
    for effect in entry.effects:
        if effect.figure is not None:
            yield line_of_published(effect.figure, entry.name)


def _findings(entry: Accommodation | NotRecommended, outcomes: tuple[Outcome, ...]) -> Iterator[Line]:
    for outcome in outcomes:
        yield Line(entry.name, outcome.finding, "", outcome.design, outcome.source, outcome.verified)
