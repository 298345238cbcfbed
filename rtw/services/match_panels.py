"""Why panels of the match: every comparison of a demand with a limit, down to what is published."""

from collections.abc import Iterator
from typing import Final

from job_profiles.profile import Demand
from rtw.domain.capacity import Basis, Capacity, Quantity, Strength, error_words
from rtw.domain.exposure import hav_a8, mae
from rtw.domain.gap import Comparison, Gap
from rtw.domain.matching import wording
from rtw.domain.matching.strength import TESTED_BY
from rtw.domain.why import Coefficient, Input, Origin, Why, entry
from rtw.knowledge.load import knowledge
from rtw.services import limit_sources
from rtw.services.case_record import CaseRecord, KeptOverride
from rtw.services.demand_origin import whose_demand, whose_job

ORIGINS: Final = {
    Basis.MEASURED: Origin.MEASURED,
    Basis.DERIVED: Origin.COMPUTED,
    Basis.CLINICIAN: Origin.CLINICIAN,
    Basis.SURGEON: Origin.CLINICIAN,
    Basis.PATIENT: Origin.PATIENT,
    Basis.KNOWLEDGE: Origin.PUBLISHED,
}
"""Whose a limit is. A surgeon's restriction is entered by the therapist, and says whose it is."""

JUDGED: Final = "within up to the limit − its error, marginal up to the limit + its error, beyond it exceeds"
NOTHING_KNOWN: Final = "nothing known to divide by: what is not known is never called fit"
NEVER_ASKED: Final = "0 h, or “never”, in the sheet: nothing is asked, so it is within"


def gap_panels(gap: Gap, capacity: Capacity) -> tuple[Why, ...]:
    """Give the panel of every comparison of a gap, the one that decides first."""
    return tuple(comparison_panel(gap, each, capacity) for each in gap.comparisons)


def comparison_panel(gap: Gap, comparison: Comparison, capacity: Capacity) -> Why:
    """Say why a demand is within a limit, or is not."""
    own = own_strength(gap, comparison, capacity)
    return Why(
        subject=f"{wording.noun(comparison.quantity).capitalize()}: {comparison.limit_origin}",
        result=_result(comparison),
        formula=_formula(comparison, own),
        inputs=tuple(_inputs(gap, comparison, own)),
        steps=comparison.arithmetic,
        coefficients=_coefficients(gap, comparison, own),
        validated_on=_validated_on(comparison),
        cautions=mae.MODEL.not_for if is_sustained(comparison) else (),
    )


def override_panel(gap: Gap, kept: KeptOverride) -> Why:
    """Say of the therapist's own verdict that it is hers, and why she gave it."""
    own = kept.override.override
    where = f"{own.by}, {kept.made_on.day} {kept.made_on:%b %Y}: {own.reason}"
    inputs = (
        Input("Verdict that counts", own.verdict.label, Origin.CLINICIAN, where),
        Input("Computed verdict, kept beside it", gap.computed.label, Origin.COMPUTED),
    )
    return Why("The therapist's own verdict", own.verdict.label, inputs=inputs)


def own_strength(gap: Gap, comparison: Comparison, capacity: Capacity) -> Strength | None:
    """Find the measured strength a comparison was made with; None where it was another limit."""
    if comparison.quantity is not Quantity.FORCE_N or comparison.available is None:
        return None
    tested = TESTED_BY.get(gap.kind)
    own = capacity.strength(tested, gap.side) if tested else None
    if own is None or comparison.limit_basis is not Basis.MEASURED:
        return None
    return own if is_sustained(comparison) or comparison.source == own.source else None


def is_sustained(comparison: Comparison) -> bool:
    """Whether it was made by maximum acceptable effort."""
    return comparison.quantity is Quantity.FORCE_N and comparison.source == knowledge().mae.exponent.source


def place_of_demand(demand: Demand) -> str:
    """Name the cell a demand was read from, and say where a person completed it."""
    cell = f"{demand.sheet}, {demand.cell}" if demand.cell else "entered by hand, no sheet"
    return f"{cell}; completed by an answer" if demand.given and demand.cell else cell


def where_of(demand: Demand) -> str:
    """Name the place beside an origin, which already says of a demand entered by hand that it was."""
    return place_of_demand(demand) if demand.cell else ""


def _result(comparison: Comparison) -> str:
    if comparison.ratio is None:
        return comparison.verdict.label
    return f"{comparison.verdict.label}, {wording.ratio_in_words(comparison.ratio)} of what is available"


def _formula(comparison: Comparison, own: Strength | None) -> str | None:
    if comparison.quantity is Quantity.PERMITTED:
        stated = comparison.limit_basis in (Basis.CLINICIAN, Basis.SURGEON)
        return None if stated else "what was found of this hand, against what the work needs"
    if is_sustained(comparison):
        return f"force needed / (mean of the trials × MAE); {mae.MODEL.formula}"
    if own is not None:
        return "force needed once / mean of the trials"
    if comparison.limit_basis is Basis.KNOWLEDGE:
        return f"daily vibration / action value; {hav_a8.MODEL.formula}"
    if comparison.available is None:
        return NEVER_ASKED if comparison.limit_origin == "not asked" else NOTHING_KNOWN
    return "needed / limit"


def _inputs(gap: Gap, comparison: Comparison, own: Strength | None) -> Iterator[Input]:
    quantity = comparison.quantity
    if quantity is not Quantity.PERMITTED:
        needed = wording.amounts(comparison.required, quantity)
        yield Input("Needed", needed, whose_demand(gap.demand), where_of(gap.demand))
    if own is not None:
        taken = f"visit of {own.measured_on.day} {own.measured_on:%b %Y}"
        value = own.words
        yield Input(f"{own.kind.label}, mean of the trials", value, Origin.MEASURED, taken)
        if own.error_n and not limit_sources.error_of(own.kind):
            yield Input("Error of measuring", error_words(own.error_n), Origin.COMPUTED, own.source)
    elif comparison.available is not None and comparison.limit_basis is not None:
        origin = ORIGINS[comparison.limit_basis]
        yield Input("Available", _available(comparison), origin, comparison.limit_origin)


def _available(comparison: Comparison) -> str:
    low, high, quantity = comparison.available or 0.0, comparison.available_high, comparison.quantity
    words = wording.amounts((low, low if high is None else high), quantity)
    return f"{words} ± {wording.amount(comparison.error, quantity)}" if comparison.error else words


def _coefficients(gap: Gap, comparison: Comparison, own: Strength | None) -> tuple[Coefficient, ...]:
    if is_sustained(comparison):
        sparse = any(line.startswith("Few data") for line in comparison.arithmetic)
        return (*limit_sources.acceptable_effort(is_sparse=sparse), *(_error_of(own)))
    if own is not None:
        return _error_of(own)
    if comparison.quantity is Quantity.PERMITTED:
        return limit_sources.rule_of(comparison, gap.kind) if comparison.source else ()
    return limit_sources.daily_vibration() if comparison.limit_basis is Basis.KNOWLEDGE else ()


def _error_of(own: Strength | None) -> tuple[Coefficient, ...]:
    return () if own is None else limit_sources.error_of(own.kind)


def _validated_on(comparison: Comparison) -> str:
    if is_sustained(comparison):
        return mae.MODEL.validated_on
    return hav_a8.MODEL.validated_on if comparison.limit_basis is Basis.KNOWLEDGE else ""


def verdict_panel() -> Why:
    """Say how the demands of a task make its verdict, and the tasks that of the job."""
    return Why(
        subject="Ratios and verdicts of tasks and job",
        result="demand by demand, then task by task",
        formula="needed / available of the limit that decides; above 1 is too much "
        f"unless it lies within measurement error; {JUDGED}",
        steps=(
            "A demand exceeds, and no fewer hours, pauses or known accommodation lower it: not suitable.",
            "Else a demand cannot be said: cannot say.",
            "Else a demand exceeds, or is within only on a condition: suitable with modification.",
            "Else suitable; marginal counts as suitable and stays visible.",
        ),
        cautions=(
            "The figures of each demand open beside it, under its hand.",
            "The order of the verdicts is a rule of this product, not a published one.",
        ),
    )


def needed_panel(record: CaseRecord) -> Why:
    """Say whose the figures of the job are."""
    name = record.profile.title if record.profile else "Job"
    own = whose_job(record.profile) if record.profile else Origin.EMPLOYER
    cells = "; sheet and cell stand at each demand" if own is Origin.EMPLOYER else ""
    version = f"version {record.job_version_number} of the job{cells}"
    return Why(
        subject="What the job asks",
        result="as the employer states it",
        inputs=(Input(name, "forces, loads, times and angles as stated", own, version),),
        cautions=(
            "Amounts are shown in SI units; beside them stands what the sheet has where it reads otherwise.",
            "Where the sheet is silent, the hours of the task or shift bound the time; it is never guessed.",
        ),
    )


def perceived_panel(record: CaseRecord) -> Why | None:
    """Say whose estimate of difficulty it is; None while no signed visit holds one."""
    visit = record.last_signed
    if visit is None or not visit.assessment.difficulties:
        return None
    taken = f"visit of {visit.on.day} {visit.on:%b %Y}; it changes no verdict"
    result = "0 no difficulty, 10 impossible"
    return entry("How hard the patient expects it to be", result, Origin.PATIENT, taken)
