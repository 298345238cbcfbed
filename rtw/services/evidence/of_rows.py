"""Rows of the tables of knowledge as lines: what they speak of, and what they say."""

from functools import singledispatch

from rtw.domain.measurement_property import MeasurementProperty
from rtw.knowledge.table import TableInfo
from rtw.knowledge.types.measurement import EffortCaution, StrengthClass
from rtw.knowledge.types.norms import (
    Filament,
    GripPercentiles,
    MotionNorm,
    Norm,
    OverallNorm,
    TouchCategory,
    TwoPointBand,
)
from rtw.knowledge.types.recovery import (
    DaysToWork,
    ProtocolPhase,
    RecoveryFigure,
    ReturnPredictor,
    StrengthGate,
)
from rtw.knowledge.types.rehabilitation import PuttyColour
from rtw.services.evidence.line import Line, in_words, measure_words, ranged, words


@singledispatch
def line_of(row: object, _info: TableInfo) -> Line:
    """Make the line of a row; a new kind of row needs its own way of being read."""
    raise TypeError(f"no line for {type(row).__name__}")


@line_of.register
def _norm(row: Norm, info: TableInfo) -> Line:
    """Name a norm by its decade: tables cut ages differently, and are to stand side by side all the same."""
    ages = f"{row.age_from} and older" if row.age_to is None else f"{row.age_from} to {row.age_to} years"
    count = f"{row.n} people" if row.n else None
    return Line(
        subject=words(row.sex.label, f"{row.hand.value} hand", f"{row.age_from // 10}0s"),
        value=f"{row.mean:g} (SD {row.sd:g})",
        unit=row.unit,
        population=words(ages, info.population, count),
        source=row.source,
        verified=row.verified,
        where=info.where,
        note=f"{_extremes(row)}{row.note or info.note or ''}" or None,
    )


def _extremes(row: Norm) -> str:
    if row.lowest is None or row.highest is None:
        return ""
    return f"Between {row.lowest:g} and {row.highest:g} in those measured. "


@line_of.register
def _overall(row: OverallNorm, info: TableInfo) -> Line:
    return Line(
        subject=words(row.test, row.sex.label, f"{row.hand.value} hand"),
        value=f"{row.mean:g} (SD {row.sd:g})",
        unit=row.unit,
        population=info.population,
        source=row.source,
        verified=row.verified,
        where=info.where,
        note=info.note,
    )


@line_of.register
def _putty(row: PuttyColour, info: TableInfo) -> Line:
    value = f"{row.resistance.label} (step {row.step})"
    subject = words(row.brand, row.colour)
    return Line(subject, value, "", row.brand, row.source, row.verified, note=info.note)


@line_of.register
def _percentiles(row: GripPercentiles, info: TableInfo) -> Line:
    value = "; ".join(f"{rank}th {amount:g}" for rank, amount in row.points if rank in (5, 20, 50, 80, 95))
    subject = words(row.sex.label, f"{row.age_from} to {row.age_to} years", "percentiles")
    return Line(
        subject, value, row.unit, info.population, row.source, row.verified, info.where, note=info.note
    )


@line_of.register
def _motion(row: MotionNorm, info: TableInfo) -> Line:
    span = f" ({ranged(row.low, row.high)})" if row.low is not None or row.high is not None else ""
    return Line(
        subject=words(row.joint, row.motion),
        value=f"{row.degrees:g}{span}",
        unit="°",
        population=words(info.population, row.authority),
        source=row.source,
        verified=row.verified,
        where=info.where,
        note=info.note,
    )


@line_of.register
def _filament(row: Filament, info: TableInfo) -> Line:
    return Line(
        f"Filament {row.size:g}",
        f"{row.force_gf:g}",
        "gf",
        info.population,
        row.source,
        row.verified,
        info.where,
        info.note,
    )


@line_of.register
def _touch(row: TouchCategory, info: TableInfo) -> Line:
    sizes = ranged(row.from_size, row.to_size)
    value = f"filaments {sizes}, usually {row.usual_colour}" if sizes != "–" else "no filament is felt"
    return Line(words(row.name), value, "", info.population, row.source, row.verified, info.where, info.note)


@line_of.register
def _two_point(row: TwoPointBand, info: TableInfo) -> Line:
    span = ranged(row.from_mm, row.to_mm)
    value, note = in_words(span, row.note)
    unit = "mm" if value == span else ""
    return Line(words(row.name), value, unit, info.population, row.source, row.verified, info.where, note)


@line_of.register
def _property(row: MeasurementProperty, info: TableInfo) -> Line:
    return Line(
        subject=words(measure_words(row.measure), row.statistic),
        value=ranged(row.low, row.high),
        unit=row.unit,
        population=row.population,
        source=row.source,
        verified=row.verified,
        where=info.where,
        note=row.note,
    )


@line_of.register
def _caution(row: EffortCaution, info: TableInfo) -> Line:
    return Line(
        words(row.test),
        row.criticism,
        "",
        info.population,
        row.source,
        row.verified,
        note=f"The rule: {row.rule}",
    )


@line_of.register
def _strength_class(row: StrengthClass, info: TableInfo) -> Line:
    pairs = (
        ("occasionally", row.occasional_lb),
        ("frequently", row.frequent_lb),
        ("constantly", row.constant_lb),
    )
    value = ", ".join(
        f"{often} {'next to nothing' if load is None else f'{load:g}'}" for often, load in pairs
    )
    return Line(words(row.name), value, "lb", row.authority, row.source, row.verified, info.where, row.note)


@line_of.register
def _gate(row: StrengthGate, info: TableInfo) -> Line:
    value = "no published week was found" if row.weeks is None else f"week {row.weeks:g}"
    return Line(
        row.procedure.label,
        f"{value}: {row.what}",
        "",
        info.population,
        row.source,
        row.verified,
        note=row.note,
    )


@line_of.register
def _phase(row: ProtocolPhase, info: TableInfo) -> Line:
    weeks = ranged(row.from_week, row.to_week)
    when = f"week {weeks}: " if weeks != "–" else ""
    subject = words(row.procedure.label, row.phase)
    return Line(subject, f"{when}{row.content}", "", info.population, row.source, row.verified, note=row.note)


@line_of.register
def _recovery(row: RecoveryFigure, info: TableInfo) -> Line:
    amount = f"{row.value:g} {row.unit or ''}".strip() if row.value is not None else ""
    share = f"{row.percent_of_preop:g} % of the strength before operation" if row.percent_of_preop else ""
    value, note = in_words("; ".join(part for part in (amount, share) if part), row.note)
    return Line(
        subject=words(row.cohort.label, measure_words(row.measure), f"week {row.week:g}"),
        value=value,
        unit="",
        population=words(row.cohort.label, f"{row.n} people" if row.n else ""),
        source=row.source,
        verified=row.verified,
        where=info.where,
        note=note,
    )


@line_of.register
def _days(row: DaysToWork, _info: TableInfo) -> Line:
    span = ranged(row.low, row.high)
    spread = f" ({span})" if row.days is not None and span != "–" else ""
    count = f"{row.n} people" if row.n else ""
    return Line(
        subject=words(row.cohort.label, row.job_class),
        value=f"{row.days:g}{spread} days" if row.days is not None else f"{span} days",
        unit=f"({row.kind.replace('_', ' ')})",
        population=words(row.cohort.label, count),
        source=row.source,
        verified=row.verified,
        note=row.note,
    )


@line_of.register
def _predictor(row: ReturnPredictor, info: TableInfo) -> Line:
    return Line(words(row.factor), row.effect, "", info.population, row.source, row.verified)
