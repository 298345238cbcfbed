"""Why panels of a schedule: what the solver was asked, what it proved, and what a change is worth."""

from collections.abc import Iterator
from typing import Final

from rtw.domain.dates import day_in_words
from rtw.domain.optimise.outcome import Outcome
from rtw.domain.plan import MadeFrom
from rtw.domain.schedule.assumption import Assumption
from rtw.domain.schedule.brief import Gate, Ground, ScheduleBrief
from rtw.domain.schedule.rules import rules_of
from rtw.domain.schedule.settings import BREAKS, DAY_STEP, MIN_DAY, START_SHARE
from rtw.domain.schedule.values import BreakRule
from rtw.domain.schedule.wishes import ScheduleWishes
from rtw.domain.why import Coefficient, Input, Origin, Why
from rtw.services import limit_sources
from rtw.services.citations import knowledge_words
from rtw.services.plans.limit_panels import ORIGINS
from rtw.services.plans.page import PlanPage

GOALS: Final = (
    "every limit is kept on every day; then, in this order: earliest full duty, most essential work, "
    "least load on the hands, fewest changes"
)
FULL: Final = "first week from which every task stands at its full hours"
BY_HAND: Final = "hours as the therapist set them, every limit read once more by an independent check"
NOT_SAFETY: Final = "Models behind limits were made on healthy workers: proof within limits, not of safety."
FORECAST: Final = "Weeks after the review are a forecast, never a permission."


def hours_panel(page: PlanPage) -> Why:
    """Say where the hours of the week grid come from: the goals, every limit, and what was proven."""
    outcome = page.ground.plan.outcome if page.is_computed else None
    brief = page.ground.brief
    return Why(
        subject="Hours of the weeks",
        result=outcome.status.label if outcome else "set by hand, and checked against every limit",
        formula=GOALS if outcome else BY_HAND,
        inputs=(*limit_inputs(brief), *_stands_on(page.plan.made_from)),
        steps=proof_steps(outcome),
        coefficients=_published(brief.growth.ground if brief.growth else None, brief.breaks),
        cautions=(NOT_SAFETY, FORECAST),
    )


def full_duty_panel(page: PlanPage) -> Why:
    """Say why full duty comes no sooner: how far the solver came, and within how many limits."""
    outcome, brief = page.ground.plan.outcome if page.is_computed else None, page.ground.brief
    week = page.schedule.full_duty_week if page.schedule else None
    result = f"week {week}" if week else f"not within {brief.weeks} weeks"
    whose = Origin.ASSUMED if brief.weeks == ScheduleWishes().weeks else Origin.CLINICIAN
    said = outcome.sentence if outcome else "Counted from hours set by hand; not proven best."
    return Why(
        subject="Full duty",
        result=result,
        formula=f"{FULL}; {GOALS}" if outcome else FULL,
        inputs=(
            Input("Proof", outcome.status.label if outcome else "none", Origin.COMPUTED, "CP-SAT solver"),
            Input(
                "Limits kept", str(len(rules_of(brief))), Origin.COMPUTED, "each in the panel of the hours"
            ),
            Input(
                "Weeks planned",
                str(brief.weeks),
                whose,
                "settings, or what is left of them",
            ),
        ),
        steps=(said, *proof_steps(outcome)),
        cautions=(NOT_SAFETY, FORECAST),
    )


def limits_panel(brief: ScheduleBrief) -> Why:
    """Say which limits a schedule will be asked to keep."""
    return Why(
        subject="Limits of this plan",
        result=f"{len(rules_of(brief))} limits over {brief.weeks} weeks",
        formula="counted: closed gates, doses of the hands, hours, growth, rest, what the employer offers",
        inputs=limit_inputs(brief),
        coefficients=_published(brief.growth.ground if brief.growth else None, brief.breaks),
    )


def signed_hours_panel(outcome: Outcome | None, breaks: BreakRule, made_from: MadeFrom) -> Why:
    """Say where the hours of a signed plan come from, as they were when it was signed."""
    return Why(
        subject="Hours of the weeks",
        result=outcome.status.label if outcome else "set by hand, and checked against every limit",
        formula=GOALS if outcome else BY_HAND,
        inputs=(_breaks(breaks), *_stands_on(made_from)),
        steps=proof_steps(outcome),
        coefficients=limit_sources.breaks() if breaks.source else (),
        cautions=("What stops more stands beside each week, as it was signed.", NOT_SAFETY, FORECAST),
    )


def proof_steps(outcome: Outcome | None) -> tuple[str, ...]:
    """Say what was reached of each goal, and whether it is proven."""
    if outcome is None:
        return ()
    return tuple(
        f"{each.goal.label}: {each.value}, {'proven best' if each.proven else 'not proven best'}"
        for each in outcome.reached
    )


def limit_inputs(brief: ScheduleBrief) -> tuple[Input, ...]:
    """List the limits of a brief, each with whose it is."""
    return tuple(_limit_inputs(brief))


def _limit_inputs(brief: ScheduleBrief) -> Iterator[Input]:
    yield from (
        _of(_shut(gate, brief), gate.ground, f"{gate.task}: ") for gate in brief.gates if not gate.opened
    )
    yield from (_of(dose.name, dose.ground) for dose in brief.doses)
    yield from (_of("Hours of all work", cap.ground) for cap in brief.hours_caps)
    yield from (_of(f"Stretch of {t.name}", t.bout_ground) for t in brief.tasks if t.bout_ground is not None)
    if brief.growth is not None:
        yield _of("Growth", brief.growth.ground)
    if brief.min_day is not None:
        yield _of("Shortest day", brief.min_day.ground)
    yield from (_of("Rest", rest.ground) for rest in brief.rests)
    offered = f"{brief.offer.half_hours_per_day / 2:g} h a day, {len(brief.offer.workdays)} days a week"
    yield Input("Working day", offered, ORIGINS[brief.offer.ground.origin], brief.offer.ground.words)
    yield _breaks(brief.breaks)


def _shut(gate: Gate, brief: ScheduleBrief) -> str:
    later = gate.since is not None and gate.since > brief.start
    return f"Task is shut from {day_in_words(gate.since)}" if gate.since and later else "Task stays shut"


def _of(name: str, ground: Ground, before: str = "") -> Input:
    return Input(name, f"{before}{ground.words}", ORIGINS[ground.origin], ground.origin.label)


def _breaks(rule: BreakRule) -> Input:
    origin = Origin.PUBLISHED if rule.source else Origin.CLINICIAN
    return Input("Breaks", f"{rule.minutes} min after {rule.after_minutes} min", origin, rule.origin)


def _stands_on(made_from: MadeFrom) -> tuple[Input, ...]:
    visit = f"version {made_from.job_version} of the job, visit {made_from.assessment_version}"
    return (Input("Made from", f"{visit}, {knowledge_words(made_from)}", Origin.COMPUTED),)


def _published(growth: Ground | None, rule: BreakRule) -> tuple[Coefficient, ...]:
    half = growth is not None and growth.source == START_SHARE.ground.source
    return (*(limit_sources.half_hours() if half else ()), *(limit_sources.breaks() if rule.source else ()))


def assumed_panel(brief: ScheduleBrief) -> Why:
    """Say which hours nobody stated, and what settles them."""
    inputs = tuple(
        Input(", ".join(each.tasks), each.words, Origin.ASSUMED, _to_ask(each)) for each in brief.assumptions
    )
    full = (
        Input(need.name, f"{need.full / 2:g} h a day", Origin.COMPUTED, "planned at full duty")
        for need in brief.tasks
    )
    return Why(
        subject="Hours of the tasks",
        result=f"{sum(need.full for need in brief.tasks) / 2:g} h a day at full duty",
        formula="hours of the sheet, or the therapist's where she set them; what is open is shared equally",
        inputs=(*inputs, *full),
        cautions=("Hours are rounded to half hours, their sum kept.",),
    )


def _to_ask(each: Assumption) -> str:
    return f"to ask: {each.question}" if each.question else "blocks of half an hour are a convention"


def usual_panel() -> Why:
    """Say whose the settings are that count where a field is left empty."""
    grounds = (START_SHARE.ground, DAY_STEP.ground, MIN_DAY.ground)
    names = ("First day", "Growth", "Shortest day")
    weeks = Input("Weeks", f"{ScheduleWishes().weeks}", Origin.ASSUMED, "convention")
    return Why(
        subject="Settings where a field is empty",
        result="as each field says",
        formula="what you enter counts; an empty field takes the usual setting",
        inputs=(*map(_of, names, grounds), _breaks(BREAKS), weeks),
        coefficients=(*limit_sources.half_hours(), *limit_sources.breaks()),
        cautions=("Conventions are this product's, with no study behind them; each can be changed.",),
    )
