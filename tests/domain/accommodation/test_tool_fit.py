"""An accommodation about certain tools is offered where they are used, and else says what must be used."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand, Task
from rtw.domain.accommodation.tool_fit import ToolFit, tool_fit
from rtw.domain.accommodation.values import Tools
from rtw.domain.accommodation.wording import name_in_sentence
from rtw.knowledge.load import knowledge

CATALOGUE = knowledge().catalogue
DRIVER = Tools("a screwdriver", ("screwdriver", "driver", "schrauber", "pen"))


def _demand(tool: str | None = None) -> Demand:
    return Demand(DemandKind.POWER_GRIP, Hand.RIGHT, force_n=50.0, tool=tool)


def _fit(tool: str | None, name: str = "Work", *others: str) -> ToolFit:
    demand = _demand(tool)
    return tool_fit(DRIVER, demand, Task(name, demands=(demand, *(_demand(other) for other in others))))


@pytest.mark.parametrize(
    "tool", ["Screwdriver", "cordless screwdrivers", "Akkuschrauber", "Bit driver, size 2"]
)
def test_the_tool_of_the_demand_is_found_in_any_language(tool: str) -> None:
    assert _fit(tool) is ToolFit.USED


def test_another_tool_rules_it_out_and_none_leaves_it_open() -> None:
    assert _fit("Scouring pad") is ToolFit.ANOTHER
    assert _fit(None) is ToolFit.NOT_SAID
    assert _fit(None, "Work", "brush") is ToolFit.ANOTHER
    assert _fit(None, "Work", "brush", "screwdriver") is ToolFit.USED
    assert _fit("brush", "Work", "screwdriver") is ToolFit.ANOTHER


def test_the_name_of_the_task_may_name_the_tool() -> None:
    assert _fit(None, "Screwdriver work") is ToolFit.USED
    assert _fit(None, "Open and sort post") is ToolFit.NOT_SAID  # no pen in "open"


CASTORS = next(e for e in CATALOGUE.accommodations if e.id == "low_rolling_castors").tools
DESK_EDGE = next(e for e in CATALOGUE.accommodations if e.id == "desk_edge_padding").tools


def _pushed(
    name: str, tool: str | None = None, written: str | None = None, beside: str | None = None
) -> ToolFit:
    demand = Demand(DemandKind.PUSHING, Hand.EACH, force_n=60.0, tool=tool, as_written=written)
    others = (_demand(beside),) if beside else ()
    return tool_fit(CASTORS, demand, Task(name, demands=(demand, *others)))


@pytest.mark.parametrize(
    "name",
    [
        "Push linen carts",
        "Betten schieben",
        "Hubwagen ziehen",
        "Pousser le chariot",
        "Empujar la camilla",
        "Take bins out",
    ],
)
def test_castors_are_for_what_rolls(name: str) -> None:
    assert _pushed(name) is ToolFit.USED


def test_castors_are_not_for_a_plane_and_open_where_nothing_is_named() -> None:
    assert _pushed("Planing tops") is ToolFit.NOT_SAID
    assert _pushed("Planing tops", "Hand plane") is ToolFit.ANOTHER
    assert _pushed("Cutting", "Bandsaw") is ToolFit.ANOTHER
    assert _pushed("Deliver", written="push loaded trolley 12 kg") is ToolFit.USED
    assert _pushed("Deliver", beside="knife") is ToolFit.NOT_SAID  # what is cut with is not what is pushed


def test_a_padded_edge_is_for_what_is_leaned_on() -> None:
    def leaned(site: str | None, tool: str | None = None) -> ToolFit:
        demand = Demand(DemandKind.CONTACT_STRESS, Hand.RIGHT, contact_site=site, tool=tool)
        return tool_fit(DESK_EDGE, demand, Task("Work", demands=(demand,)))

    assert leaned("wrist on the desk edge") is ToolFit.USED
    assert leaned("palm", "Chisel") is ToolFit.ANOTHER
    assert leaned("palm") is ToolFit.NOT_SAID


def test_what_is_about_no_tool_fits_everywhere() -> None:
    demand = _demand("brush")
    assert tool_fit(None, demand, Task("Work", demands=(demand,))) is ToolFit.USED


@given(st.sampled_from([entry for entry in CATALOGUE.accommodations if entry.tools]), st.data())
def test_every_word_of_the_catalogue_finds_its_entry(entry: object, data: st.DataObject) -> None:
    tools = entry.tools  # type: ignore[attr-defined]
    word = data.draw(st.sampled_from(tools.words))
    wrapped = data.draw(st.sampled_from(["{}", "The {} (old)", "2 × {}"])).format(word.upper())
    demand = _demand(wrapped)
    assert tool_fit(tools, demand, Task("Work", demands=(demand,))) is ToolFit.USED


@pytest.mark.parametrize("entry", [e for e in CATALOGUE.accommodations if e.tools], ids=lambda e: e.id)
def test_tools_are_named_as_they_stand_in_a_sentence(entry: object) -> None:
    tools = entry.tools  # type: ignore[attr-defined]
    assert tools.named.startswith(("a ", "an "))
    assert len(tools.words) == len({word.casefold() for word in tools.words})


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("D-shaped handle", "D-shaped handle"),
        ("USB keyboard", "USB keyboard"),
        ("A colleague takes over", "a colleague takes over"),
        ("Thick stylus for Touchscreens", "thick stylus for Touchscreens"),
    ],
)
def test_a_name_within_a_sentence_keeps_its_capitals(name: str, within: str) -> None:
    assert name_in_sentence(name) == within
