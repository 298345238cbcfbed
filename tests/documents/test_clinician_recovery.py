"""Recovery and days to work in the clinician's PDF: the same picture, with its table and its basis."""

import io
import re
from dataclasses import replace
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from a_plannable_case import CLERK, VISIT
from pypdf import PdfReader

from bench.sample_record import sample_record
from bench.sample_release import TODAY
from rtw.documents.clinician_pdf import clinician_pdf
from rtw.documents.recovery_svg import alternative_text, recovery_svg
from rtw.documents.values import ClinicianDocument, RecoverySection
from rtw.domain.assessment.operation import Operation, Procedure
from rtw.domain.hands import Side
from rtw.domain.recovery.prior import Scale
from rtw.services.recovery.days import days_of
from rtw.services.recovery.of_case import recovery_of
from rtw.services.recovery.papers import days_section, recovery_sections

OPEN = Operation(Side.RIGHT, Procedure.OPEN_CARPAL_TUNNEL_RELEASE, date(2026, 1, 19))
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def sections() -> tuple[RecoverySection, ...]:
    return recovery_sections(recovery_of((OPEN,), (VISIT,), VISIT.on + timedelta(days=3)))


@pytest.fixture(scope="module")
def text(sections: tuple[RecoverySection, ...]) -> str:
    record: ClinicianDocument = sample_record()
    days = days_section(days_of((OPEN,), CLERK, record.version.plan.schedule))
    pdf = clinician_pdf(replace(record, recovery=sections, days=days), TODAY)
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def test_the_picture_is_sound_svg_with_every_mark(sections: tuple[RecoverySection, ...]) -> None:
    grip = sections[0].picture
    drawn = ElementTree.fromstring(recovery_svg(grip))
    fills = [shape.get("fill") for shape in drawn.iter(f"{SVG}polygon")]
    assert fills.count("white") >= 2
    assert fills.count("#8a4b08") >= 5
    assert len(list(drawn.iter(f"{SVG}circle"))) == len(grip.measured) + 1
    words = {node.text for node in drawn.iter(f"{SVG}text")}
    assert {"Today", "kgf", "published cohort", "cohort not reckoned with"} <= words


def test_the_picture_is_told_in_words(sections: tuple[RecoverySection, ...]) -> None:
    words = alternative_text(sections[0].picture)
    assert "last measured 18.0 kgf" in words
    assert "four of five between" in words


def test_the_paper_holds_table_and_basis(sections: tuple[RecoverySection, ...], text: str) -> None:
    assert "Recovery expected" in text
    assert "A forecast opens no gate" in text
    for section in sections:
        assert section.picture.title in text
        assert all(row.figure in text for row in section.rows)
    assert "Gaussian process" in text
    assert "assumed, as the page says" in text


def test_what_several_measures_rest_on_is_said_once(sections: tuple[RecoverySection, ...]) -> None:
    lines = [line for section in sections for line in section.basis]
    assert len(lines) == len(set(lines)) > 5


def test_days_to_work_stand_in_the_paper(text: str) -> None:
    assert "Days to work, as published" in text
    assert "odds ratio 30.5" in text
    assert "newington_2018_survey" in text


def test_a_score_is_drawn_from_the_lower_end_of_its_scale(sections: tuple[RecoverySection, ...]) -> None:
    grip = sections[0].picture
    scored = replace(grip, prior=replace(grip.prior, low=grip.per_unit))
    lowest = {shown: _labels(recovery_svg(shown))[0] for shown in (grip, scored)}
    assert (float(lowest[grip]), float(lowest[scored])) == (0.0, 1.0)


def test_a_questionnaire_is_reported_and_not_measured(sections: tuple[RecoverySection, ...]) -> None:
    grip = sections[0].picture
    scored = replace(grip, prior=replace(grip.prior, scale=Scale.POINTS))
    for shown, said, unsaid in (
        (grip, "measured", "reported by the patient"),
        (scored, "reported by the patient", "measured"),
    ):
        words = recovery_svg(shown) + alternative_text(shown)
        assert f"{said}, with" in words
        assert f"last {said} 18.0" in words
        assert unsaid not in words


def _labels(svg: str) -> list[str]:
    """Read the figures beside the upright axis, from below."""
    nodes = ElementTree.fromstring(svg).iter(f"{SVG}text")
    return [node.text or "" for node in nodes if node.get("text-anchor") == "end"]


def test_one_study_is_not_told_as_several(sections: tuple[RecoverySection, ...]) -> None:
    said = " ".join(line for section in sections for line in section.says)
    assert "Rests on" in said
    assert not re.search(r"\b1 (studies|published figures)", said)
