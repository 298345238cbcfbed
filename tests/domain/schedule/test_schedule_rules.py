from dataclasses import replace
from datetime import timedelta

import pytest
from pydantic import TypeAdapter
from small_briefs import FILING, GROUND, MONDAY, TYPING, brief, dose, growth, min_day

from rtw.domain.schedule.brief import Gate, GateKind, HoursCap, RestRule, ScheduleBrief, TimeAway
from rtw.domain.schedule.edits import blank_schedule
from rtw.domain.schedule.rules import rules_of, without
from rtw.domain.schedule.values import Bout, BreakRule, Schedule

LIMITED = brief(
    replace(TYPING, min_block=2),
    replace(FILING, offered_from=MONDAY),
    gates=(
        Gate("Typing", GateKind.PEAK, None, GROUND),
        Gate("Filing", GateKind.DATED, None, GROUND, until=MONDAY),
    ),
    doses=(dose("keys", {"Typing": 30}, (90,) * 4),),
    hours_caps=(HoursCap("surgeon", GROUND, daily=(8,) * 4),),
    growth=growth(6, 2),
    min_day=min_day(4),
    rests=(RestRule("rest", 1, 2, GROUND, max_days=3),),
    away=(TimeAway(2, weekday=1),),
    offer=replace(brief().offer, half_hours_per_day=8, closed_on=(MONDAY,)),
)


def test_every_limit_has_a_rule_of_its_own():
    rules = rules_of(LIMITED)
    assert len(rules) == 12
    assert len({(rule.kind, rule.key) for rule in rules}) == 12
    assert all(rule.words and rule.helps for rule in rules)


def test_leaving_out_every_rule_leaves_a_plain_brief():
    free = without(LIMITED, rules_of(LIMITED))
    assert rules_of(free) == rules_of(brief())
    assert free == brief()


@pytest.mark.parametrize("place", range(12))
def test_leaving_out_one_rule_leaves_the_others(place: int):
    rule = rules_of(LIMITED)[place]
    kept = rules_of(without(LIMITED, (rule,)))
    assert len(kept) == (12 if rule.kind == "offered_hours" else 11)


def test_values_go_through_a_type_adapter_and_back():
    for type_, value in ((ScheduleBrief, LIMITED), (Schedule, blank_schedule(LIMITED))):
        adapter = TypeAdapter(type_)
        assert adapter.validate_json(adapter.dump_json(value)) == value


def test_what_no_page_should_make_is_refused():
    with pytest.raises(ValueError, match="Monday"):
        replace(brief(), start=MONDAY + timedelta(days=1))
    with pytest.raises(ValueError, match="weeks"):
        brief(weeks=27)
    with pytest.raises(ValueError, match="same name"):
        brief(TYPING, TYPING)
    with pytest.raises(ValueError, match="minute"):
        Bout("Typing", 0)
    with pytest.raises(ValueError, match="minute"):
        BreakRule(0, 5, "convention")
