"""A task that a colleague takes over is not to be done, in every paper and until a review says otherwise."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from opened import pdf_text

from bench.sample_release import MONDAY, REVIEW, TASKS, TODAY, sample_disclosure, sample_plan
from reports.enums import Meanwhile
from reports.same_day_note import same_day_note
from reports.types import EmployerReport
from rtw.documents.patient_pdf import patient_pdf
from rtw.documents.values import PatientDocument
from rtw.domain.accommodation.kinds import Change
from rtw.domain.disclosure.handed_over import HAND_OVER, handed_over
from rtw.domain.disclosure.patient_copy import patient_copy
from rtw.domain.disclosure.profiles import FUNCTIONAL_ONLY
from rtw.domain.disclosure.release import release_of
from rtw.domain.disclosure.values import CatalogueEntry, Disclosure
from rtw.domain.plan import (
    AccommodationStatus,
    Approvals,
    ChosenAccommodation,
    ClosedTask,
    Consent,
    ConsentScope,
    Owner,
    Plan,
    PlanVersion,
    Recipient,
)
from rtw.knowledge.load import knowledge
from tests.reports.test_closed_tasks_in_papers import papers

GIVEN = ("Load pallets", "Wrap, strap and label crates")
DUE = MONDAY + timedelta(days=4)


def _sentence() -> str:
    entry = knowledge().catalogue.find(HAND_OVER)
    assert entry is not None
    return entry.employer_text


def _plan(due: date | None = DUE, status: AccommodationStatus = AccommodationStatus.AGREED) -> Plan:
    chosen = ChosenAccommodation(HAND_OVER, GIVEN, Owner.EMPLOYER, due, status, _sentence())
    return replace(sample_plan(4), accommodations=(chosen,), employer_note=None)


def _disclosure() -> Disclosure:
    known = sample_disclosure()
    words = known.employers_words | set(GIVEN)
    return replace(known, employers_words=words, catalogue=(CatalogueEntry(HAND_OVER, _sentence()),))


def _report(plan: Plan) -> EmployerReport:
    consent = Consent(Recipient.EMPLOYER, ConsentScope.FUNCTIONAL, TODAY)
    version = PlanVersion(plan, 1, "Ines Halloran", TODAY)
    approvals = Approvals("Ines Halloran")
    draft = release_of(version, FUNCTIONAL_ONLY, _disclosure(), approvals, consent, TODAY)
    assert draft.releasable, draft.refusals
    return draft.report


def _all_papers(plan: Plan) -> dict[str, str]:
    version = PlanVersion(plan, 1, "Ines Halloran", TODAY)
    own = PatientDocument(patient_copy(version, _disclosure(), TODAY), None)
    return {**papers(_report(plan)), "patient": " ".join(pdf_text(patient_pdf(own, TODAY)).split())}


def test_the_accommodation_takes_every_demand_of_a_task_away() -> None:
    entry = knowledge().catalogue.find(HAND_OVER)
    assert entry is not None
    assert [(effect.change, effect.every_kind) for effect in entry.effects] == [(Change.REMOVE, True)]


@pytest.mark.parametrize("due", [DUE, None])
def test_every_paper_says_that_a_colleague_does_it_and_none_that_it_comes_back(due: date | None) -> None:
    found = _all_papers(_plan(due))
    for name in ("Summary", "Restrictions", "pdf", "note", "patient"):
        assert "Not to be done for now" in found[name], name
        assert "one by a colleague" in found[name], name
        assert all(task in found[name] for task in GIVEN), name
    for name, text in found.items():
        assert f"until {DUE:%a} {DUE.day} {DUE:%b}" not in text, name
        assert "until the review on" not in text, name
    for name in ("Accommodations", "pdf", "patient"):
        assert "until a review says otherwise" in " ".join(found[name].split()), name


def test_summaries_name_the_day_of_the_review_beside_the_tasks() -> None:
    found = _all_papers(_plan())
    said = f"(done by a colleague; to be reviewed on {REVIEW:%a} {REVIEW.day} {REVIEW:%b %Y})"
    for name in ("Summary", "pdf", "patient"):
        assert said in found[name], name


def test_only_what_is_not_worked_and_not_closed_already_is_handed_over() -> None:
    plan = _plan()
    assert handed_over(plan) == GIVEN
    also = replace(plan.accommodations[0], tasks=(*GIVEN, TASKS[0]))
    assert handed_over(replace(plan, accommodations=(also,))) == GIVEN
    closed = replace(plan, closed_tasks=(ClosedTask(GIVEN[0]), ClosedTask(GIVEN[1], None, REVIEW)))
    assert handed_over(closed) == GIVEN[1:]
    assert handed_over(_plan(status=AccommodationStatus.DECLINED)) == ()


def test_closed_and_handed_over_tasks_stand_apart() -> None:
    report = _report(replace(_plan(), closed_tasks=(ClosedTask(GIVEN[0]),)))
    assert [each.meanwhile for each in report.closed] == [Meanwhile.LEFT, Meanwhile.COLLEAGUE]


def test_the_note_of_a_plan_with_much_to_keep_is_one_page() -> None:
    names = [f"Carry crates of kind number {n} from the lorry to the store" for n in range(9)]
    plan = _plan()
    more = [
        replace(limit, side=side, since=MONDAY + timedelta(days=day), until=None)
        for limit in plan.restrictions
        for side in (*{r.side for r in plan.restrictions}, None)
        for day in (0, 1)
    ]
    shut = (
        *(ClosedTask(name) for name in names[:4]),
        *(ClosedTask(n, None, REVIEW + timedelta(days=9)) for n in names[4:]),
    )
    busy = replace(plan, restrictions=tuple(more), closed_tasks=shut)
    words = _disclosure().employers_words | set(names)
    consent = Consent(Recipient.EMPLOYER, ConsentScope.FUNCTIONAL, TODAY)
    version = PlanVersion(busy, 1, "Ines Halloran", TODAY)
    known = replace(_disclosure(), employers_words=words)
    report = release_of(version, FUNCTIONAL_ONLY, known, Approvals("Ines Halloran"), consent, TODAY).report
    assert len(report.restrictions) > 20
    text = " ".join(pdf_text(same_day_note(report, TODAY)).split())
    assert "Page 1 of 1" in text
    rows = [text.index(name) for name in names]
    assert all(before < after for before, after in pairwise(rows))
