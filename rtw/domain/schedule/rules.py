"""Every limit of a brief by name, and the brief without it: for naming collisions and pricing relaxations."""

from dataclasses import dataclass, replace
from enum import StrEnum

from rtw.domain.schedule.brief import MINUTES, Dose, Gate, Ground, ScheduleBrief


class RuleKind(StrEnum):
    """Which part of a brief a rule stands in."""

    GATE = "gate"
    DOSE = "dose"
    HOURS = "hours"
    GROWTH = "growth"
    MIN_DAY = "min_day"
    MIN_BLOCK = "min_block"
    REST = "rest"
    AWAY = "away"
    OFFERED_HOURS = "offered_hours"
    OFFERED_TASK = "offered_task"
    CLOSED_DATES = "closed_dates"
    FULL_DUTY = "full_duty"


@dataclass(frozen=True, slots=True)
class Rule:
    """One limit: `key` tells it from others of its kind, `words` state it, `helps` says what loosens it."""

    kind: RuleKind
    key: str
    words: str
    helps: str
    source: str | None = None


def rules_of(brief: ScheduleBrief) -> tuple[Rule, ...]:
    """All limits that could be loosened, one rule each."""
    return (
        *(_gate_rule(index, gate) for index, gate in enumerate(brief.gates)),
        *(_dose_rule(dose) for dose in brief.doses),
        *(_rule(RuleKind.HOURS, cap.id, cap.ground) for cap in brief.hours_caps),
        *((_rule(RuleKind.GROWTH, "growth", brief.growth.ground),) if brief.growth else ()),
        *((_rule(RuleKind.MIN_DAY, "min-day", brief.min_day.ground),) if brief.min_day else ()),
        *(_rule(RuleKind.REST, rest.id, rest.ground) for rest in brief.rests),
        *_task_rules(brief),
        *_offer_rules(brief),
    )


def demanded_of(brief: ScheduleBrief) -> tuple[Rule, ...]:
    """Give what a plan must achieve beyond keeping its limits: no limit, and yet it may collide with them."""
    by_week = brief.requirement.full_duty_by_week
    if by_week is None:
        return ()
    words, helps = f"full duty by week {by_week}", "Ask for full duty in a later week, or in none"
    return (Rule(RuleKind.FULL_DUTY, "full-duty", words, helps),)


def without(brief: ScheduleBrief, rules: tuple[Rule, ...]) -> ScheduleBrief:
    """Leave these limits out of the brief. Gates go together: their keys count places in the brief."""
    shut = {rule.key for rule in rules if rule.kind is RuleKind.GATE}
    brief = replace(brief, gates=tuple(g for i, g in enumerate(brief.gates) if _gate_key(i) not in shut))
    for rule in rules:
        brief = _without(brief, rule)
    return brief


def _gate_key(index: int) -> str:
    return f"gate-{index}"


def _rule(kind: RuleKind, key: str, ground: Ground) -> Rule:
    return Rule(kind, key, ground.words, ground.helps or f"Loosen: {ground.words}", ground.source)


def _dose_rule(dose: Dose) -> Rule:
    rule = _rule(RuleKind.DOSE, dose.id, dose.ground)
    first = (
        f" at most {dose.in_unit(dose.daily[0]) / 60:.3g} h a day in week 1," if dose.unit == MINUTES else ""
    )
    return replace(rule, words=f"{dose.name}:{first} {dose.ground.words}")


def _gate_rule(index: int, gate: Gate) -> Rule:
    words = f"{gate.task}: {gate.ground.words}"
    helps = gate.ground.helps or "Reassess and sign the gate open"
    return Rule(RuleKind.GATE, _gate_key(index), words, helps, gate.ground.source)


def _task_rules(brief: ScheduleBrief) -> list[Rule]:
    blocks = [
        Rule(
            RuleKind.MIN_BLOCK,
            task.name,
            f"{task.name}: at least {task.min_block / 2:g} h on a day",
            f"Allow a shorter block of {task.name}",
        )
        for task in brief.tasks
        if task.min_block > 1
    ]
    windows = [
        Rule(
            RuleKind.OFFERED_TASK,
            task.name,
            f"{task.name}: offered by the employer only for a time",
            f"Ask the employer to offer {task.name} throughout",
        )
        for task in brief.tasks
        if task.offered_from or task.offered_until
    ]
    return [*blocks, *windows]


def _offer_rules(brief: ScheduleBrief) -> list[Rule]:
    hours = f"the employer offers {brief.offer.half_hours_per_day / 2:g} h a day"
    rules = [Rule(RuleKind.OFFERED_HOURS, "offer", hours, "Ask the employer for longer days")]
    if brief.offer.closed_on:
        rules.append(
            Rule(RuleKind.CLOSED_DATES, "closed", "days on which work is closed", "Work on those days")
        )
    if brief.away:
        rules.append(Rule(RuleKind.AWAY, "away", "treatment in working time", "Move treatment out of work"))
    return rules


def _without(brief: ScheduleBrief, rule: Rule) -> ScheduleBrief:
    match rule.kind:
        case RuleKind.GATE:
            return brief
        case RuleKind.DOSE:
            return replace(brief, doses=tuple(d for d in brief.doses if d.id != rule.key))
        case RuleKind.HOURS:
            return replace(brief, hours_caps=tuple(c for c in brief.hours_caps if c.id != rule.key))
        case RuleKind.GROWTH:
            return replace(brief, growth=None)
        case RuleKind.MIN_DAY:
            return replace(brief, min_day=None)
        case RuleKind.REST:
            return replace(brief, rests=tuple(r for r in brief.rests if r.id != rule.key))
        case RuleKind.AWAY:
            return replace(brief, away=())
        case RuleKind.FULL_DUTY:
            return replace(brief, requirement=replace(brief.requirement, full_duty_by_week=None))
        case _:
            return _without_offered(brief, rule)


def _without_offered(brief: ScheduleBrief, rule: Rule) -> ScheduleBrief:
    match rule.kind:
        case RuleKind.MIN_BLOCK:
            tasks = (replace(t, min_block=1) if t.name == rule.key else t for t in brief.tasks)
            return replace(brief, tasks=tuple(tasks))
        case RuleKind.OFFERED_TASK:
            tasks = (
                replace(t, offered_from=None, offered_until=None) if t.name == rule.key else t
                for t in brief.tasks
            )
            return replace(brief, tasks=tuple(tasks))
        case RuleKind.CLOSED_DATES:
            return replace(brief, offer=replace(brief.offer, closed_on=()))
        case _:
            whole_day = sum(task.full for task in brief.tasks)
            longer = max(brief.offer.half_hours_per_day, whole_day)
            return replace(brief, offer=replace(brief.offer, half_hours_per_day=longer))
