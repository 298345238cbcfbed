"""What is published behind the limits of match and plan, as coefficients of their why panels."""

from collections.abc import Iterator
from functools import cache

from job_profiles.kinds import DemandKind
from rtw.domain.capacity import Sensation
from rtw.domain.gap import Comparison
from rtw.domain.matching.wording import FEELING
from rtw.domain.measurement_property import MeasurementProperty
from rtw.domain.measures.detectable import STAND_IN
from rtw.domain.measures.followed import TEST_OF
from rtw.domain.schedule.settings import START_SHARE
from rtw.domain.why import Coefficient, coefficient
from rtw.knowledge.for_domain import strength_error
from rtw.knowledge.load import knowledge
from rtw.knowledge.types.coefficients import FeelingGate, SkinGate


@cache
def acceptable_effort(*, is_sparse: bool) -> tuple[Coefficient, ...]:
    """Give what maximum acceptable effort rests on; `is_sparse`: at a duty cycle with few data behind it."""
    figures = knowledge().mae
    used = (figures.exponent, figures.offset, figures.rms_error)
    return tuple(coefficient(each) for each in (*used, *((figures.sparse_above,) if is_sparse else ())))


@cache
def daily_vibration() -> tuple[Coefficient, ...]:
    """Give the daily values a tool's vibration is held against."""
    figures = knowledge().vibration
    return tuple(coefficient(each) for each in (figures.action_value, figures.limit_value))


@cache
def error_of(kind: DemandKind) -> tuple[Coefficient, ...]:
    """Give the published error of a strength test; empty where none is published, and trials stand in."""
    found = strength_error(knowledge(), kind)
    return () if found is None else (_error(found, kind),)


def _error(found: MeasurementProperty, kind: DemandKind) -> Coefficient:
    ends = (
        f"{found.low:g}"
        if found.low == found.high
        else f"{found.low:g} to {found.high:g}, the larger is used"
    )
    notes = (found.note, None if found.is_error else STAND_IN)
    return Coefficient(
        meaning=f"Error of measuring {kind.label.lower()}",
        value=f"{ends} {found.unit}",
        source=found.source,
        verified=found.verified,
        population=found.population,
        note=" ".join(each for each in notes if each) or None,
    )


def gate_rules(kind: DemandKind) -> tuple[Coefficient, ...]:
    """Give the rules by which a kind of work needs feeling or closed skin."""
    return tuple(_gate_rules(kind))


def _gate_rules(kind: DemandKind) -> Iterator[Coefficient]:
    gates = knowledge().gates
    yield from (_feeling(rule) for rule in gates.feeling if rule.kind is kind)
    yield from (_skin(rule) for rule in gates.skin if rule.kind is kind)


def _feeling(rule: FeelingGate) -> Coefficient:
    value = f"{_grade(rule.within_from)} or better; marginal from {_grade(rule.marginal_from)}"
    meaning = f"Feeling that {rule.kind.label.lower()} needs"
    return Coefficient(meaning, value, rule.source, rule.verified, note=rule.note)


def _skin(rule: SkinGate) -> Coefficient:
    meaning = f"Skin that {rule.kind.label.lower()} needs"
    return Coefficient(meaning, "closed", rule.source, rule.verified, note=rule.note)


def _grade(grade: Sensation) -> str:
    return FEELING[grade]


def rule_of(comparison: Comparison, kind: DemandKind) -> tuple[Coefficient, ...]:
    """Give the rule of feeling or skin that a comparison was made by."""
    wanted = "Skin" if comparison.limit_origin.startswith("skin") else "Feeling"
    return tuple(rule for rule in gate_rules(kind) if rule.meaning.startswith(wanted))


def behind_gate(source: str | None, words: str) -> tuple[Coefficient, ...]:
    """Give what is published behind a closed gate, by its source and the demand its words begin with."""
    if source is None:
        return ()
    about = (kind for kind in DemandKind if words.startswith(f"{kind.label},"))
    rules = (rule for kind in about for rule in gate_rules(kind))
    errors = (error for kind in TEST_OF for error in error_of(kind))
    published = (*rules, *errors, *daily_vibration(), *acceptable_effort(is_sparse=False))
    return tuple(each for each in published if each.source == source)


@cache
def half_hours() -> tuple[Coefficient, ...]:
    """Give what a first day of half the usual hours rests on."""
    rules = (rule for rule in knowledge().monitoring if rule.source == START_SHARE.ground.source)
    return tuple(coefficient(figure) for rule in rules for figure in rule.figures)


@cache
def breaks() -> tuple[Coefficient, ...]:
    """Give the breaks as the trial gave them."""
    figures = knowledge().breaks
    return coefficient(figures.minutes), coefficient(figures.after_minutes)


@cache
def costs() -> tuple[Coefficient, ...]:
    """Give what employers reported that accommodations cost."""
    return tuple(coefficient(figure) for figure in knowledge().costs.figures)
