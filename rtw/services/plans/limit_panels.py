"""Why panels of what a plan must keep to: doses of the hands, closed gates, restrictions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from reports.wording import limit_text
from rtw.domain.capacity import Quantity
from rtw.domain.dates import day_in_words
from rtw.domain.disclosure.vocabulary import is_stepped, rung_of
from rtw.domain.exposure import hav_a8, mae
from rtw.domain.matching import wording
from rtw.domain.percent_words import percent
from rtw.domain.plan import Restriction
from rtw.domain.planning import courses_of, strength_forecast
from rtw.domain.recovery.prior import Scale
from rtw.domain.schedule.brief import MINUTES, Dose, Gate, GateKind, Ground
from rtw.domain.schedule.brief import Origin as Whose
from rtw.domain.schedule.doses_from_match import PARTS, StrengthForecast
from rtw.domain.why import Coefficient, Input, Origin, Why
from rtw.services import limit_sources
from rtw.services.case_record import CaseRecord
from rtw.services.match_panels import ORIGINS as BASES
from rtw.services.plans.ground import Ground as PlanGround
from rtw.services.recovery.of_case import case_recovery
from rtw.services.recovery.panels import expected_panel
from rtw.services.recovery.words import OPENS_NOTHING, VALIDATED

ORIGINS: Final = {
    Whose.CONVENTION: Origin.ASSUMED,
    Whose.KNOWLEDGE: Origin.PUBLISHED,
    Whose.MEASURED: Origin.MEASURED,
    Whose.PATIENT: Origin.PATIENT,
    Whose.THERAPIST: Origin.CLINICIAN,
    Whose.SURGEON: Origin.CLINICIAN,
    Whose.EMPLOYER: Origin.EMPLOYER,
    Whose.JOB: Origin.EMPLOYER,
    Whose.RESTRICTION: Origin.CLINICIAN,
}
"""Whose a limit is. A surgeon's restriction is entered by the therapist, and says whose it is."""

ROUNDED: Final = "Weights are rounded up and caps down: whole numbers never permit more than the limit does."

CAUTIOUS: Final = "the slower of: lower edge of this hand's own 80 % band, slower edge of published cohorts"

_WEEK: Final = timedelta(weeks=1)
_SHUT_WORDS: Final = {
    GateKind.DATED: "shut until the last day of the restriction has passed",
    GateKind.SUSTAINED: "asked > strength × acceptable share for its share of the time: shut until a signed "
    "reassessment",
    GateKind.RESTRICTED: "asked > the restriction as it is sent: shut on its days, until it is changed",
    GateKind.NOT_MEASURED: "shut while a figure of the hand is missing: not known is never called fit",
    GateKind.NOT_STATED: "shut while a figure of the job is missing: not known is never called fit",
}
_SHUT: Final = "asked > possible, and fewer hours would not change it: shut until a signed reassessment"


@dataclass(frozen=True, slots=True)
class Expectation:
    """What later weeks reckon with: the forecast of the plan, and the case the cohorts are shown of."""

    record: CaseRecord
    ground: PlanGround
    forecast: StrengthForecast | None


def expectation_of(ground: PlanGround) -> Expectation:
    """Give the forecast the brief was made with."""
    courses = courses_of(ground.findings, ground.figures, ground.done.capacity.on)
    forecast = strength_forecast(ground.findings.operations, ground.figures.recovery, courses)
    return Expectation(ground.record, ground, forecast)


def dose_panel(dose: Dose, expected: Expectation) -> Why:
    """Say what a dose counts, what it may come to in each week, and why."""
    if dose.unit == MINUTES:
        return _tolerance(dose, expected.ground)
    return _effort(dose, expected) if dose.kind is None else _vibration(dose)


def _tolerance(dose: Dose, ground: PlanGround) -> Why:
    step = ground.settings.tolerance_step
    grows = dose.daily[0] != dose.daily[-1]
    cap = f", after the review × (1 + {step.value:g} × (week − 1))" if grows else ", the same in every week"
    growth = (
        Input(
            "Growth a week", f"{step.value:.0%} of today's", ORIGINS[step.ground.origin], step.ground.words
        ),
    )
    today = _hours(dose.in_unit(dose.daily[0]))
    return Why(
        subject=dose.name,
        result=f"at most {today} on any day{' until the review' if grows else ''}",
        formula=f"Σ half hours × their minutes of it ≤ cap; cap = the limit{cap}",
        inputs=(_limit(dose.ground), *_weights(dose, " min", dose.per_minute), *(growth if grows else ())),
        steps=(_caps(dose),) if grows else (),
        cautions=(ROUNDED,),
    )


def _caps(dose: Dose) -> str:
    return "Cap by week, in hours a day: " + ", ".join(f"{dose.in_unit(cap) / 60:.3g}" for cap in dose.daily)


def _hours(minutes: float) -> str:
    return f"{minutes / 60:.3g} h"


def _limit(ground: Ground) -> Input:
    return Input("Limit", ground.words, ORIGINS[ground.origin], ground.origin.label)


def _weights(dose: Dose, unit: str, per: float = 1.0) -> Iterator[Input]:
    for weight in dose.weights:
        first, last = weight.per_half_hour[0] / per, weight.per_half_hour[-1] / per
        ends = [percent(end / 100, 3) if unit == " %" else f"{end:.3g}{unit}" for end in (first, last)]
        words = ends[0] if first == last else f"{ends[0]} in week 1, {ends[1]} in the last"
        yield Input(
            f"A half hour of “{weight.task}”", words, Origin.COMPUTED, "share of the task's time it takes"
        )


def _effort(dose: Dose, expected: Expectation) -> Why:
    cohorts = tuple(_cohorts(dose, expected))
    return Why(
        subject=dose.name,
        result="at most 100 % of a day's acceptable effort",
        formula=f"Σ effort time / (8 h × duty cycle its force allows) ≤ 1; {mae.MODEL.formula}",
        inputs=(*_strengths(dose, expected), *_weights(dose, " %", PARTS / 100)),
        coefficients=(*limit_sources.acceptable_effort(is_sparse=False), *cohorts),
        validated_on=f"{mae.MODEL.validated_on} {VALIDATED if cohorts else ''}".strip(),
        cautions=(*mae.MODEL.not_for, *((OPENS_NOTHING,) if cohorts else ()), ROUNDED),
    )


def _strengths(dose: Dose, expected: Expectation) -> Iterator[Input]:
    brief, forecast = expected.ground.brief, expected.forecast
    for own in expected.ground.done.capacity.strengths:
        if own.side is not dose.side:
            continue
        taken = f"visit of {own.measured_on.day} {own.measured_on:%b %Y}"
        yield Input(own.kind.label, own.words, Origin.MEASURED, taken)
        last = brief.start + (brief.weeks - 1) * _WEEK
        share = forecast.share(own.kind, own.side, own.measured_on, last) if forecast else 1.0
        if share != 1.0:
            words = f"{share:.0%} of what was measured"
            yield Input(f"{own.kind.label}, last week of the plan", words, Origin.COMPUTED, CAUTIOUS)


def _cohorts(dose: Dose, expected: Expectation) -> Iterator[Coefficient]:
    """Give the cohorts behind the growth of later weeks, where any strength of the hand is taken to grow."""
    grows = any(weight.per_half_hour[0] != weight.per_half_hour[-1] for weight in dose.weights)
    shown = case_recovery(expected.record, expected.ground.done.capacity.on) if grows else None
    strengths = [m for m in shown.drawn if m.picture.prior.scale is Scale.RATIO] if shown else []
    rested = [m for m in strengths if m.picture.bands and m.picture.prior.has_evidence]
    found = (each for m in rested for each in expected_panel(m, m.picture.bands[-1].band).coefficients)
    yield from dict.fromkeys(found)


def _vibration(dose: Dose) -> Why:
    published = dose.ground.origin is Whose.KNOWLEDGE
    return Why(
        subject=dose.name,
        result="at most 100 % of a day's allowed energy",
        formula=f"Σ (a / limit)² × hours / 8 h ≤ 1; {hav_a8.MODEL.formula}",
        inputs=(_limit(dose.ground), *_weights(dose, " %", PARTS / 100)),
        coefficients=limit_sources.daily_vibration() if published else (),
        validated_on=hav_a8.MODEL.validated_on,
        cautions=(ROUNDED,),
    )


def gate_panel(gate: Gate) -> Why:
    """Say what shuts a task, whose figure that is, and the rule."""
    dates = tuple(
        f"{words} {day.day} {day:%b %Y}"
        for words, day in (("from", gate.since), ("until", gate.until))
        if day
    )
    where = ", ".join((gate.ground.origin.label, *dates))
    shut = "stays shut" if gate.since is None else f"is shut from {day_in_words(gate.since)}"
    return Why(
        subject=f"“{gate.task}” {shut}: {gate.kind.label.lower()}",
        result=gate.ground.words,
        formula=_SHUT_WORDS.get(gate.kind, _SHUT),
        inputs=(Input(gate.kind.label, gate.ground.words, ORIGINS[gate.ground.origin], where),),
        coefficients=limit_sources.behind_gate(gate.ground.source, gate.ground.words),
        cautions=("The arithmetic stands in the match, at this task.", OPENS_NOTHING),
    )


def sent_words(restriction: Restriction) -> str | None:
    """Say how the employer reads a restriction that is stepped to a rung; None: it is sent as it is."""
    quantity, exact = restriction.quantity, restriction.value
    return limit_text(rung_of(quantity, exact)) if is_stepped(quantity, exact) else None


def restriction_panel(restriction: Restriction) -> Why:
    """Say where a restriction comes from, and to which rung it steps for the employer."""
    exact = wording.amount(restriction.value, restriction.quantity) if restriction.value else "not at all"
    rung = limit_text(rung_of(restriction.quantity, restriction.value))
    review = f"{restriction.review_on.day} {restriction.review_on:%b %Y}"
    at_review = f"Hours are those the schedule keeps at the review on {review}."
    return Why(
        subject=restriction.named,
        result=exact,
        formula="the exact limit, stepped to the next more protective rung for the employer",
        inputs=(Input("Limit", exact, BASES[restriction.basis], restriction.origin),),
        steps=(f"What the employer reads, and the schedule keeps: {rung}.",),
        cautions=(
            *((at_review,) if restriction.quantity is Quantity.HOURS_PER_DAY else ()),
            "Rungs are a convention of this product: what was measured cannot be read back from them.",
        ),
    )
