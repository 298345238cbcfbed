"""A case file: read strictly, planned, and silent towards an employer about everything clinical."""

import json
from datetime import date
from itertools import count

import pytest
from opened import calendar_bytes, pdf_bytes, workbook_bytes

from job_profiles.problem import Severity
from rtw.domain.optimise.outcome import SolveStatus
from rtw.services.case_file.reading import read_case
from rtw.services.case_file.run import files_of, plan_case, plan_document
from rtw.services.case_file.schema import EXAMPLE, case_schema, plan_schema
from rtw.services.case_file.values import PlanDocument
from rtw.store.codec import dump, load

TODAY = date(2026, 11, 21)
EMPLOYERS = ("employer.xlsx", "employer.pdf", "note.pdf", "employer.ics")
OPENERS = {"xlsx": workbook_bytes, "pdf": pdf_bytes, "ics": calendar_bytes}


def example() -> dict:
    return json.loads(EXAMPLE.read_text(encoding="utf-8"))


def case_of(data: dict):
    case, problems = read_case(json.dumps(data))
    assert case is not None, problems
    return case


def problems_of(data: dict | str):
    return read_case(data if isinstance(data, str) else json.dumps(data))[1]


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


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"refrence": "EX"}, "refrence"),
        ({"patient": {"dominant": "middle"}}, "patient.dominant"),
        (
            {"operations": [{"side": "left", "procedure": "open_carpal_tunnel_release", "day": "x"}]},
            "operations.0.day",
        ),
        ({"wishes": {"start": "2026-11-24"}}, "wishes.start"),
        ({"accommodations": [{"accommodation_id": "magic_wand"}]}, "accommodations.0.accommodation_id"),
        ({"disclosure_profile": "tell_all"}, "disclosure_profile"),
        ({"schema_version": "0"}, "schema_version"),
    ],
)
def test_a_wrong_field_is_named_with_its_path(change, path):
    found = problems_of(example() | change)
    assert path in [problem.cell for problem in found if problem.severity is Severity.ERROR]


def test_all_problems_come_at_once():
    data = example() | {
        "patient": {"sex": "x"},
        "review_on": "soon",
        "job": {"title": "A", "tasks": [{"name": 3}]},
    }
    cells = {problem.cell for problem in problems_of(data)}
    assert {"patient.sex", "review_on"} <= cells
    assert any(cell.startswith("job") for cell in cells)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a": NaN}', '"case"'])
def test_what_is_no_case_is_refused_in_words(text):
    (problem,) = problems_of(text)
    assert problem.severity is Severity.ERROR
    assert problem.message


# Canary: every clinical text bears a marker, and none of it may stand in what an employer gets.


def marked(data, schema, root, numbers, clinical=False):
    """Put a marker into every clinical text of a case, also where the example leaves it open."""
    shape = resolved(schema, root)
    clinical = clinical or schema.get("x-clinical", False) or shape.get("x-clinical", False)
    if isinstance(data, dict) and "properties" in shape:
        fields = {
            name: marked(data.get(name), part, root, numbers, clinical)
            for name, part in shape["properties"].items()
        }
        return {name: value for name, value in fields.items() if name in data or value is not None}
    if isinstance(data, list):
        items = shape.get("items", {})
        return [marked(entry, items, root, numbers, clinical) for entry in data]
    if clinical and takes_text(schema, root) and (data is None or isinstance(data, str)):
        return f"CANARY{next(numbers):05d}"
    return data


def resolved(schema, root):
    for option in (schema, *schema.get("anyOf", ())):
        if "$ref" in option:
            return root["$defs"][option["$ref"].removeprefix("#/$defs/")]
        if option.get("type") in ("array", "object"):
            return option
    return schema


def takes_text(schema, root):
    options = schema.get("anyOf", [schema])
    plain = [option for option in options if option.get("type") == "string"]
    return any(not ({"enum", "format", "const"} & option.keys()) for option in plain)


def with_more_clinical_texts() -> dict:
    limit = {"kind": "pulling", "quantity": "force_n", "value": 50.0, "side": "right", "reason": "x"}
    visits = example()["assessments"]
    visits[-1]["therapist_limits"] = [limit]
    override = {"task": "Enter claims", "index": 0, "kind": "keyboarding", "side": "right"}
    return {
        "assessments": visits,
        "overrides": [override | {"verdict": "marginal", "reason": "x", "by": "x"}],
        "physician_approval": {"approved_by": "x", "approved_on": "2026-11-20", "plan_number": 1},
    }


def test_no_clinical_text_reaches_an_employer_file():
    schema, numbers = case_schema(), count(1)
    data = marked(example() | with_more_clinical_texts(), schema, schema, numbers)
    assert json.dumps(data).count("CANARY") >= 15
    plan = plan_case(case_of(data), TODAY)
    files = dict(files_of(plan, TODAY))
    for name in EMPLOYERS:
        assert b"CANARY" not in OPENERS[name.rsplit(".", 1)[1]](files[name]), name
    assert b"CANARY" in pdf_bytes(files["clinician.pdf"])


def test_every_field_of_plan_json_but_its_version_is_clinical():
    properties = plan_schema()["properties"]
    unmarked = {name for name, field in properties.items() if not field.get("x-clinical")}
    assert unmarked == {"schema_version"}
