"""What stands behind a verdict of the match says whose each figure is, and tells the truth of it."""

from dataclasses import replace

import pytest
from a_clinic import TODAY
from a_measured_hand import SECOND_VISIT, give_job, measure, sign_one, visit_value
from sqlalchemy.orm import Session

from job_profiles.kinds import DemandKind
from rtw.domain.capacity import Basis, Quantity
from rtw.domain.exposure.mae import mae
from rtw.domain.gap import Comparison, Gap
from rtw.domain.hands import Side
from rtw.domain.verdicts import Verdict
from rtw.domain.why import Origin, Why
from rtw.knowledge.load import knowledge
from rtw.services import limit_sources
from rtw.services.actor import Actor
from rtw.services.case_record import case_record
from rtw.services.match_panels import (
    comparison_panel,
    gap_panels,
    is_sustained,
    needed_panel,
    override_panel,
    own_strength,
    perceived_panel,
)
from rtw.services.matches import CaseMatch, GapPlace, case_match, override_gap
from rtw.store.cases import Case

GRIP = GapPlace("Staple and punch", 0, DemandKind.POWER_GRIP, Side.RIGHT)
PINCH = GapPlace("Staple and punch", 1, DemandKind.TIP_PINCH, Side.RIGHT)
TYPING = GapPlace("Type claims", 0, DemandKind.KEYBOARDING, Side.RIGHT)


def test_an_estimate_nobody_was_asked_for_comes_from_nobody(
    session: Session, therapist: Actor, case: Case
) -> None:
    give_job(session, case)
    sign_one(session, therapist, case, replace(visit_value(SECOND_VISIT), difficulties=()))
    assert perceived_panel(case_record(session, therapist, case.id)) is None


@pytest.fixture
def found(session: Session, therapist: Actor, case: Case) -> CaseMatch:
    measure(session, therapist, case)
    found = case_match(case_record(session, therapist, case.id), TODAY)
    assert found is not None
    return found


def _gap(found: CaseMatch, place: GapPlace) -> Gap:
    gap = found.gap(place)
    assert gap is not None
    return gap


def _panel(found: CaseMatch, place: GapPlace, *, sustained: bool) -> tuple[Comparison, Why]:
    gap = _gap(found, place)
    comparison = next(
        c for c in gap.comparisons if c.quantity is Quantity.FORCE_N and is_sustained(c) is sustained
    )
    return comparison, comparison_panel(gap, comparison, found.result.capacity)


def test_every_comparison_has_a_panel_with_its_arithmetic(found: CaseMatch) -> None:
    for task in found.as_it_stands.tasks:
        for gap in task.gaps:
            panels = gap_panels(gap, found.result.capacity)
            assert [panel.steps for panel in panels] == [each.arithmetic for each in gap.comparisons]
            for comparison, panel in zip(gap.comparisons, panels, strict=True):
                assert panel.result.startswith(comparison.verdict.label)
                assert panel.formula is not None or comparison.limit_basis in (Basis.CLINICIAN, Basis.SURGEON)


def test_a_sustained_force_names_strength_visit_and_every_coefficient(found: CaseMatch) -> None:
    comparison, panel = _panel(found, GRIP, sustained=True)
    strength = own_strength(_gap(found, GRIP), comparison, found.result.capacity)
    assert strength is not None
    measured = next(line for line in panel.inputs if line.origin is Origin.MEASURED)
    assert measured.value == f"{strength.mean_n:.0f} N ± {strength.error_n:.0f} N"
    assert measured.where == f"visit of {SECOND_VISIT.day} Mar 2026"
    figures = knowledge().mae
    assert {figures.exponent.source, figures.rms_error.source} <= set(panel.sources)
    assert panel.is_marked
    assert panel.validated_on
    # The ratio shown is what formula, inputs and coefficients give.
    share = mae(3.0 * 1.0 / 60.0, figures.plain)
    assert f"{140.0 / (strength.mean_n * share):.2f} of what is available" in panel.result


def test_the_error_of_grip_is_cited_and_that_of_a_pinch_nobody_tested_is_not(found: CaseMatch) -> None:
    _, panel = _panel(found, GRIP, sustained=False)
    assert panel.coefficients == limit_sources.error_of(DemandKind.POWER_GRIP)
    assert panel.coefficients[0].population
    assert limit_sources.error_of(DemandKind.TIP_PINCH) == ()
    unknown = gap_panels(_gap(found, PINCH), found.result.capacity)[0]
    assert unknown.result == Verdict.CANNOT_SAY.label
    assert not any(line.origin is Origin.MEASURED for line in unknown.inputs)


def test_the_error_of_key_pinch_says_that_it_only_stands_in() -> None:
    (error,) = limit_sources.error_of(DemandKind.KEY_PINCH)
    assert error.note is not None
    assert "stands in" in error.note


def test_what_the_patient_tolerates_is_told_as_the_patients(found: CaseMatch) -> None:
    panel = gap_panels(_gap(found, TYPING), found.result.capacity)[0]
    assert [line.origin for line in panel.inputs] == [Origin.TYPED, Origin.PATIENT]
    assert (panel.inputs[0].origin.label, panel.inputs[0].where) == ("entered by hand", "")
    assert panel.coefficients == ()


def test_the_therapists_verdict_is_told_as_hers(
    session: Session, therapist: Actor, case: Case, found: CaseMatch
) -> None:
    record = case_record(session, therapist, case.id)
    override_gap(session, therapist, record, GRIP, Verdict.WITHIN, "A lighter punch is used.", TODAY)
    again = case_match(case_record(session, therapist, case.id), TODAY)
    assert again is not None
    gap = _gap(again, GRIP)
    kept = again.kept_override(gap)
    assert kept is not None
    panel = override_panel(gap, kept)
    assert panel.formula is None
    assert panel.inputs[0].origin is Origin.CLINICIAN
    assert "A lighter punch is used." in panel.inputs[0].where
    assert panel.inputs[1].value == gap.computed.label


def test_job_and_expectation_name_version_and_visit(session: Session, therapist: Actor, case: Case) -> None:
    measure(session, therapist, case)
    record = case_record(session, therapist, case.id)
    assert "version 1" in needed_panel(record).inputs[0].where
    expected = perceived_panel(record)
    assert expected is not None
    assert expected.inputs[0].origin is Origin.PATIENT
    assert "2 Mar 2026" in expected.inputs[0].where


def test_a_closed_gate_leads_to_the_rule_of_its_demand_alone() -> None:
    rule = knowledge().gates.feeling[0]
    words = f"{rule.kind.label}, right hand: feeling of the right hand"
    (found,) = limit_sources.behind_gate(rule.source, words)
    assert found.source == rule.source
    assert found.verified is rule.verified
    assert limit_sources.behind_gate(None, words) == ()
    assert limit_sources.behind_gate(rule.source, "Keyboard use, right hand: not permitted") == ()
