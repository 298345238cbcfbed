"""Why no plan fits: a smallest set of limits that collide, found by leaving out one after another."""

from rtw.domain.optimise.feasible import is_impossible
from rtw.domain.optimise.outcome import Conflict
from rtw.domain.schedule.brief import ScheduleBrief
from rtw.domain.schedule.rules import Rule, RuleKind, demanded_of, rules_of, without

MOST_COLLISIONS = 3
"""How many separate collisions are named at once: enough to act on, few enough to read."""


def collisions(brief: ScheduleBrief) -> tuple[Conflict, ...]:
    """Name the collisions of a brief that admits no plan, each found with the limits before out of the way.

    What is demanded of the plan stays: every limit that it collides with is named.
    """
    found: list[Conflict] = []
    rest = brief
    while len(found) < MOST_COLLISIONS and is_impossible(rest):
        rules = smallest_collision(rest)
        if not rules:
            break
        frees = tuple(rule for rule in rules if not is_impossible(without(brief, (rule,))))
        found.append(Conflict(rules, frees))
        limits = tuple(rule for rule in rules if rule.kind is not RuleKind.FULL_DUTY)
        if not limits:
            break
        rest = without(rest, limits)
    return tuple(found)


def smallest_collision(brief: ScheduleBrief) -> tuple[Rule, ...]:
    """Find limits that collide, none of which can be missed for the collision; empty where none is to blame.

    Deletion: a limit is left out for good if the rest still collide without it.
    """
    needed = every_rule = (*rules_of(brief), *demanded_of(brief))
    left_out: tuple[Rule, ...] = ()
    for rule in every_rule:
        if is_impossible(without(brief, (*left_out, rule))):
            left_out = (*left_out, rule)
            needed = tuple(entry for entry in needed if entry != rule)
    return needed
