"""Limits read whole: which hand, until when, and that a late review ends nothing."""

from dataclasses import replace
from datetime import date

import pytest
from opened import pdf_text

from bench.sample_record import sample_patient_document
from bench.sample_release import REVIEW, TODAY, sample_report
from reports.enums import Activity, Hands
from reports.ladders import Ladder, Rung
from reports.limit_wording import LATE_REVIEW, hands_text, late_review_text, limit_end_text
from reports.types import EmployerReport, ReportRestriction
from rtw.documents.patient_pdf import patient_pdf
from tests.reports.test_closed_tasks_in_papers import papers

REPORT = sample_report(4)
OWN_END = date(2026, 12, 11)


def limit(activity: Activity, ladder: Ladder, hands: Hands = Hands.TOGETHER) -> ReportRestriction:
    return ReportRestriction(activity, hands, Rung(ladder, 5.0), TODAY, None, REVIEW)


@pytest.mark.parametrize(
    ("told", "hands"),
    [
        (limit(Activity.HANDWRITING, Ladder.BOUT_MIN), "Either hand"),
        (limit(Activity.HANDWRITING, Ladder.BOUT_MIN, Hands.RIGHT), "Right hand"),
        (limit(Activity.PALMAR_PINCH, Ladder.EFFORTS_PER_MINUTE), "Either hand"),
        (limit(Activity.POWER_GRIP, Ladder.FORCE_N), "Both hands together"),
        (limit(Activity.LIFTING, Ladder.LOAD_KG), "Both hands together"),
        (limit(Activity.KEYBOARDING, Ladder.HOURS_PER_DAY), "Both hands together"),
    ],
)
def test_what_one_hand_does_is_not_told_as_done_by_both(told: ReportRestriction, hands: str) -> None:
    assert hands_text(told) == hands


def test_an_end_is_a_day_of_its_own_or_the_review_whenever_it_is() -> None:
    waits = limit(Activity.LIFTING, Ladder.LOAD_KG)
    assert limit_end_text(waits) == "until reviewed (planned Wed 16 Dec 2026)"
    assert limit_end_text(replace(waits, until=OWN_END)) == "until Fri 11 Dec 2026"


def waiting(*ends: date | None) -> EmployerReport:
    waits = limit(Activity.LIFTING, Ladder.LOAD_KG)
    return replace(REPORT, restrictions=tuple(replace(waits, until=end) for end in ends), closed=())


def test_every_paper_says_that_a_late_review_ends_nothing() -> None:
    report = waiting(None, OWN_END)
    own = replace(sample_patient_document(), copy=report)
    found = {**papers(report), "patient": " ".join(pdf_text(patient_pdf(own, TODAY)).split())}
    for name in ("Summary", "Restrictions", "pdf", "note", "patient"):
        text = " ".join(found[name].split())
        assert LATE_REVIEW in text, name
        assert "ntil reviewed (planned Wed 16 Dec 2026)" in text, name
        assert "Fri 11 Dec 2026" in text, name


def test_where_nothing_waits_for_the_review_nothing_is_said_of_it() -> None:
    assert late_review_text(waiting(OWN_END)) == ""
    assert late_review_text(waiting(None)) == LATE_REVIEW
