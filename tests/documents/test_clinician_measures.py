"""Measures in the clinician's record: the page's pictures with their words, each with its table."""

import io
from dataclasses import replace
from datetime import date, timedelta

from a_measured_hand import visit_value
from pypdf import PdfReader

from bench.sample_record import sample_record
from bench.sample_release import TODAY
from rtw.documents.clinician_measures import measures_section
from rtw.documents.clinician_pdf import clinician_pdf
from rtw.documents.marks import Marks
from rtw.documents.pictures.demand import DemandBar, demand_bars, demand_svg, demand_words, percent_words
from rtw.domain.assessment.operation import Operation, PatientFacts, Procedure, Sex
from rtw.domain.hands import Side
from rtw.domain.measures.shown import CaseMeasures
from rtw.domain.verdicts import Verdict
from rtw.services.measures.build import measures_of

DAY = date(2026, 3, 2)


def measures() -> CaseMeasures:
    operation = Operation(Side.RIGHT, Procedure.OPEN_CARPAL_TUNNEL_RELEASE, DAY - timedelta(30))
    person = PatientFacts(Side.RIGHT, Sex.FEMALE, date(1980, 1, 1))
    visits = (
        visit_value(DAY, 12.0),
        visit_value(DAY + timedelta(28), 14.0),
        visit_value(DAY + timedelta(56)),
    )
    return measures_of(person, (operation,), visits, {})


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def test_the_record_holds_every_measure_with_its_arithmetic() -> None:
    found = measures()
    text = text_of(clinician_pdf(replace(sample_record(), measures=found), TODAY))
    assert "Measures over time" in text
    for course in found.courses:
        for hand in course.hands:
            for row in hand.rows:
                assert row.value.words in text
            for step in hand.rows[-1].value.why.steps:
                assert step in text
    for caution in found.cautions:
        assert " ".join(caution.rule.split()[:2]) in text
    assert "since the first visit" in text


def test_a_record_without_measures_has_no_such_part() -> None:
    assert "Measures over time" not in text_of(clinician_pdf(sample_record(), TODAY))
    assert measures_section(measures_of(PatientFacts(), (), (), {}), Marks(())) is None


def test_every_bar_of_the_match_says_its_figure_and_verdict() -> None:
    bars = demand_bars(sample_record().match)
    drawn = demand_svg(bars)
    assert bars
    assert drawn is not None
    for bar in bars:
        assert f"{percent_words(bar)} {bar.verdict.sign} {bar.verdict.label.lower()}".strip() in drawn


def test_what_cannot_be_said_is_written_and_never_drawn() -> None:
    known = DemandBar("Type: keyboarding", Side.RIGHT, 140.0, Verdict.EXCEEDS)
    unknown = DemandBar("Type: mousing", Side.RIGHT, None, Verdict.CANNOT_SAY)
    drawn, alone = demand_svg((known, unknown)), demand_svg((known,))
    assert drawn is not None
    assert alone is not None
    assert "cannot say" in drawn
    assert drawn.count("<rect") == alone.count("<rect")
    assert demand_svg((unknown,)) is None
    assert demand_words((unknown,)).endswith("Type: mousing, right hand: cannot say.")
