"""The exposure of a case as the records hold it, and the panels behind its figures."""

from datetime import date

import pytest
from a_clinic import TODAY
from a_measured_hand import give_job, measure
from sqlalchemy.orm import Session

from job_profiles.kinds import DemandKind
from rtw.domain.assessment.operation import PatientFacts, Sex
from rtw.domain.hands import Side
from rtw.domain.job_exposure.job import Span
from rtw.domain.why import Origin
from rtw.knowledge.load import knowledge
from rtw.services.actor import Actor
from rtw.services.case_record import case_record
from rtw.services.exposure.of_case import CaseExposure, case_exposure, healthy_strengths
from rtw.services.exposure.panels.effort import effort_panel
from rtw.services.exposure.panels.words import against, span_words
from rtw.store.cases import Case

KGF = 9.80665


def _found(session: Session, actor: Actor, case: Case) -> CaseExposure:
    found = case_exposure(case_record(session, actor, case.id), TODAY)
    assert found is not None
    return found


def test_without_a_job_there_is_no_exposure(session: Session, therapist: Actor, case: Case) -> None:
    assert case_exposure(case_record(session, therapist, case.id), TODAY) is None


def test_without_a_visit_the_strength_is_what_is_missing(
    session: Session, therapist: Actor, case: Case
) -> None:
    give_job(session, case)
    found = _found(session, therapist, case)
    assert any("grip" in missing.what.lower() for missing in found.exposure.of_hand(Side.RIGHT).missing)
    assert found.exposure.efforts[0].rsi is None


def test_the_share_is_of_the_patients_own_strength(session: Session, therapist: Actor, case: Case) -> None:
    measure(session, therapist, case)
    grip, pinch = _found(session, therapist, case).exposure.efforts
    assert grip.effort.plain_share == pytest.approx(140.0 / (18.0 * KGF))
    assert grip.rsi is not None
    assert pinch.effort.strength is None


def test_a_panel_names_cell_visit_formula_sources_and_what_is_missing(
    session: Session, therapist: Actor, case: Case
) -> None:
    measure(session, therapist, case)
    grip = _found(session, therapist, case).exposure.efforts[0]
    panel = effort_panel(grip, knowledge().rsi)
    origins = {each.name: each.origin for each in panel.inputs}
    assert origins["Force"] is Origin.TYPED
    assert origins["Strength"] is Origin.MEASURED
    assert panel.formula
    assert "garg_rsi_2017" in panel.sources
    assert panel.is_marked


def test_healthy_strengths_need_sex_and_birth_and_an_age_with_norms() -> None:
    known = knowledge()
    found, why_not = healthy_strengths(known, PatientFacts(Side.RIGHT, Sex.FEMALE, date(1980, 1, 1)), TODAY)
    assert why_not is None
    assert {(each.side, each.kind) for each in found} >= {(side, DemandKind.POWER_GRIP) for side in Side}
    assert healthy_strengths(known, PatientFacts(Side.RIGHT), TODAY)[1] is not None
    child = PatientFacts(Side.RIGHT, Sex.FEMALE, date(2020, 1, 1))
    assert healthy_strengths(known, child, TODAY) == ((), "No norm is held for this sex at 6 years.")


def test_age_counts_whole_years_on_the_day() -> None:
    born = PatientFacts(Side.RIGHT, Sex.MALE, date(1990, 6, 15))
    before, after = (
        healthy_strengths(knowledge(), born, day)[0] for day in (date(2025, 6, 14), date(2025, 6, 15))
    )
    assert before[0].norm.age_to == 34
    assert after[0].norm.age_from == 35


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (None, "cannot say"),
        (Span(0.0, None), "cannot say"),
        (Span(3.14159, None), "at least 3.14"),
        (Span(3.0, 3.0), "3"),
        (Span(1.0, 2.5), "1 to 2.5"),
        (Span(1.0, float("inf")), "1 or more; at worst beyond this hand's strength"),
        (Span(float("inf"), None), "beyond this hand's strength"),
    ],
)
def test_a_span_reads_as_what_is_known(span: Span | None, words: str) -> None:
    assert span_words(span) == words


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (Span(11.0, None), "above"),
        (Span(2.0, 9.0), "not above"),
        (Span(2.0, 11.0), "cannot say"),
        (None, "cannot say"),
    ],
)
def test_a_threshold_is_judged_only_by_the_whole_span(span: Span | None, words: str) -> None:
    assert against(span, 10.0) == words
