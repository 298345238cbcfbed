"""A case file is planned, with all its papers: what the employer's files say and whose consent counts."""

import json

import pytest
from an_example_case import EMPLOYERS, OPENERS, TODAY, case_of, example
from opened import pdf_bytes

from rtw.domain.optimise.outcome import SolveStatus
from rtw.services.case_file.reading import read_case
from rtw.services.case_file.run import files_of, plan_case, plan_document
from rtw.services.case_file.schema import case_schema
from rtw.services.case_file.values import PlanDocument
from rtw.store.codec import dump, load


@pytest.fixture(scope="module")
def planned_example():
    return plan_case(case_of(example()), TODAY)


def test_the_example_of_the_schema_is_a_valid_case():
    case, problems = read_case(json.dumps(case_schema()["examples"][0]))
    assert case is not None
    assert problems == ()


def test_the_example_is_planned_checked_and_releasable(planned_example):
    assert planned_example.solved.outcome.status is SolveStatus.PROVEN_OPTIMAL
    assert plan_document(planned_example).violations == ()
    assert planned_example.draft.releasable


def test_without_a_release_every_employer_file_says_draft():
    data = example() | {"release": None}
    plan = plan_case(case_of(data), TODAY)
    files = dict(files_of(plan, TODAY))
    for name in EMPLOYERS:
        assert b"DRAFT" in OPENERS[name.rsplit(".", 1)[1]](files[name]), name


def test_plan_json_reads_back_as_the_same_plan(planned_example):
    document = plan_document(planned_example)
    assert load(PlanDocument, json.loads(json.dumps(dump(document)))) == document


def test_a_restriction_never_tells_the_day_of_the_operation(planned_example):
    start = planned_example.solved.brief.start
    assert all(restriction.since >= start for restriction in planned_example.version.plan.restrictions)


def test_the_newest_consent_counts_even_where_an_older_one_was_wider():
    wide = {"recipient": "employer", "scope": "functional_and_reason", "given_on": "2026-10-01"}
    narrow = {"recipient": "employer", "scope": "functional", "given_on": "2026-11-20"}
    data = example() | {"consents": [wide, narrow], "reason": "An agreed reason in MARKED words"}
    data |= {"disclosure_profile": "uk_with_agreed_reason"}
    data["release"]["approved_texts"] = [data["reason"]]
    files = dict(files_of(plan_case(case_of(data), TODAY), TODAY))
    assert b"MARKED" not in pdf_bytes(files["employer.pdf"])
    files = dict(files_of(plan_case(case_of(data | {"consents": [wide]}), TODAY), TODAY))
    assert b"MARKED" in pdf_bytes(files["employer.pdf"])
