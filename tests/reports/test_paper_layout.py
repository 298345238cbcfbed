"""How papers lie on the page: room to sign under any name, no row of a table alone, no text on another."""

import io
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PageObject, PdfReader

from bench.sample_release import REVIEW, sample_report
from reports.employer_pdf import employer_pdf
from reports.enums import IdentifierKind
from reports.types import ClosedTask, EmployerReport, EmployersOwnWords, Identifier

LONG = "Wilhelmina-Charlotte Anastasia Featherstonehaugh-Cholmondeley van der Merwe-Oppenheimer"
FOOT = 60.0
"""Above this height, in points, a page holds what is told; below it its foot."""
ROOM_TO_SIGN = 34.0
"""Points: 1.2 cm."""


def pages_of(report: EmployerReport) -> list[PageObject]:
    return list(PdfReader(io.BytesIO(employer_pdf(report))).pages)


def heights_of(page: PageObject, word: str) -> list[float]:
    """Where each text with `word` stands, in points from below."""
    found: list[float] = []

    def visit(text: str, cm: list[float], tm: list[float], _font: Any, _size: float) -> None:
        if word in text:
            found.append(cm[3] * tm[5] + cm[5])

    page.extract_text(visitor_text=visit)
    return found


def lowest_rule(page: PageObject) -> float:
    """The lowest line that is drawn above the foot of a page."""
    found: list[float] = []

    def visit(operator: bytes, operands: list[Any], cm: list[float], _tm: list[float]) -> None:
        if operator in (b"m", b"l"):
            found.append(cm[1] * float(operands[0]) + cm[3] * float(operands[1]) + cm[5])

    page.extract_text(visitor_operand_before=visit)
    return min(height for height in found if height > FOOT)


@pytest.mark.parametrize("name", ["Maren Ostwald", LONG])
def test_there_is_room_to_sign_under_any_name(name: str) -> None:
    report = replace(sample_report(8), worker=Identifier(IdentifierKind.WORKER, name))
    last = pages_of(report)[-1]
    name_ends = min(heights_of(last, name.split()[-1].split("-")[-1]))
    assert name_ends - lowest_rule(last) > ROOM_TO_SIGN


def closed(number: int) -> tuple[ClosedTask, ...]:
    """Tasks that take room on the first page, so that the schedule ends at another row."""
    names = (f"Lift crates of kind number {n} from the lorry to the store" for n in range(number))
    return tuple(ClosedTask(EmployersOwnWords(name), None, None, REVIEW) for name in names)


@pytest.mark.parametrize("number", [0, 2, 21, 22])
def test_no_week_of_the_schedule_stands_alone_on_a_page(number: int) -> None:
    report = replace(sample_report(12), closed=closed(number))
    monday = [f"{week.number}, {week.monday.day} {week.monday:%b}" for week in report.weeks]
    held = [sum(name in page.extract_text() for name in monday) for page in pages_of(report)]
    assert sum(held) >= 12
    assert 1 not in held


def test_a_long_name_does_not_lie_on_the_mark_of_a_draft() -> None:
    draft = replace(
        sample_report(8, released=False), worker=Identifier(IdentifierKind.WORKER, LONG + " and her crew")
    )
    page = pages_of(draft)[0]
    (height,) = [h for h in heights_of(page, "Do not act on this document.") if h > 780]
    assert height < 842 - 15
    assert "DRAFT: not released. Do not act on this document." in page.extract_text().split("\n")
