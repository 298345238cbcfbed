"""Profiles: the default is the strictest, and every rule says where it comes from."""

import pytest

from rtw.domain.disclosure.profiles import (
    FUNCTIONAL_ONLY,
    HOUSE_RULES,
    PROFILES,
    UK_AGREED_REASON,
    DisclosureProfile,
    Item,
    profile_named,
)


def test_an_unknown_name_gives_the_strictest() -> None:
    assert profile_named("strict") is profile_named("") is FUNCTIONAL_ONLY
    assert profile_named("uk_with_agreed_reason") is UK_AGREED_REASON


def test_the_default_opens_nothing_that_another_keeps_shut() -> None:
    assert not FUNCTIONAL_ONLY.allows_reason
    assert all(FUNCTIONAL_ONLY.full_duty_spread_weeks >= p.full_duty_spread_weeks for p in PROFILES.values())


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda p: p.name)
def test_every_item_has_a_rule_with_words_and_source(profile: DisclosureProfile) -> None:
    for item in Item:
        rule = profile.rule(item)
        assert rule.words.endswith(".")
        assert rule.source
    assert all(rule.verified != "yes" for rule in profile.rules), "statutes were read second-hand only"


def test_the_house_has_a_rule_for_everything() -> None:
    assert set(HOUSE_RULES) == set(Item)
