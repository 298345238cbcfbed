"""The hand-worked cases of match_cases.yaml, which a therapist can read and correct."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from clinic_samples import COEFFICIENTS, TODAY, gaps

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand
from rtw.domain.capacity import Basis, Capacity, HandState, Limit, Quantity, Sensation, Strength, Wound
from rtw.domain.hands import Side
from rtw.domain.verdicts import Verdict

CASES = yaml.safe_load(Path(__file__).with_name("match_cases.yaml").read_text(encoding="utf-8"))


def _demand(given: dict[str, Any]) -> Demand:
    fields = dict(given)
    hand = fields.pop("hand", None)
    fields["load_range_kg"] = tuple(fields["load_range_kg"]) if "load_range_kg" in fields else None
    fields["hours_range"] = tuple(fields["hours_range"]) if "hours_range" in fields else None
    return Demand(DemandKind(fields.pop("kind")), Hand(hand) if hand else None, **fields)


def _limit(given: dict[str, Any]) -> Limit:
    return Limit(
        DemandKind(given["kind"]),
        Side(given["side"]) if given["side"] else None,
        Quantity(given["quantity"]),
        given["value"],
        Basis(given.get("basis", "clinician")),
        "as given",
        error=given.get("error", 0.0),
        value_high=given.get("value_high"),
    )


def _hand(given: dict[str, Any]) -> HandState:
    feeling = Sensation(given["sensation"]) if "sensation" in given else None
    return HandState(Side(given["side"]), feeling, Wound(given["wound"]) if "wound" in given else None)


def _capacity(case: dict[str, Any]) -> Capacity:
    strengths = tuple(
        Strength(DemandKind(s["kind"]), Side(s["side"]), s["mean_n"], s.get("error_n", 0.0), TODAY, None, "x")
        for s in case.get("strengths", ())
    )
    limits = tuple(_limit(entry) for entry in case.get("limits", ()))
    return Capacity(TODAY, Side.RIGHT, strengths, limits, tuple(_hand(h) for h in case.get("hands", ())))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_hand_worked_case(case: dict[str, Any]) -> None:
    found = gaps(_demand(case["demand"]), _capacity(case), COEFFICIENTS, task_h=case.get("task_hours"))
    assert {gap.side.value: gap.computed.value for gap in found} == case["verdicts"]
    decided = next((gap for gap in found if gap.computed is Verdict.CANNOT_SAY), found[-1]).comparisons
    if "ratio" in case:
        assert decided[0].ratio is not None
        assert decided[0].ratio[1] == pytest.approx(case["ratio"], abs=0.001)
    if "missing" in case:
        assert decided[0].missing is not None
        assert decided[0].missing.subject.startswith(case["missing"])
    if "condition" in case:
        assert case["condition"] in {comparison.condition for comparison in decided}


def test_every_verdict_has_arithmetic_that_ends_in_it() -> None:
    for case in CASES:
        for gap in gaps(_demand(case["demand"]), _capacity(case), task_h=case.get("task_hours")):
            for comparison in gap.comparisons:
                assert comparison.verdict.label.lower() in comparison.arithmetic[-1]
                assert (comparison.missing is not None) == (comparison.verdict is Verdict.CANNOT_SAY)
