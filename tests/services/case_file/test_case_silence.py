"""A case file planned is silent towards an employer about everything clinical."""

import json
from itertools import count

from an_example_case import EMPLOYERS, OPENERS, TODAY, case_of, example
from opened import pdf_bytes

from rtw.services.case_file.run import files_of, plan_case
from rtw.services.case_file.schema import case_schema, plan_schema

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


def test_no_score_reaches_an_employer_file():
    data = example()
    data["assessments"][-1]["scores"] = [
        {"score": "quickdash", "items": [], "total": 83.71},
        {"score": "ompsq_short", "items": [], "total": 71.83},
    ]
    files = dict(files_of(plan_case(case_of(data), TODAY), TODAY))
    for name in EMPLOYERS:
        text = OPENERS[name.rsplit(".", 1)[1]](files[name]).lower()
        for clinical in (b"83.71", b"71.83", b"quickdash", b"mpsq", b"questionnaire"):
            assert clinical not in text, (name, clinical)


def test_every_field_of_plan_json_but_its_version_is_clinical():
    properties = plan_schema()["properties"]
    unmarked = {name for name, field in properties.items() if not field.get("x-clinical")}
    assert unmarked == {"schema_version"}
    inner = plan_schema()["$defs"]
    for kind, name in (("Plan", "reason"), ("Plan", "assumptions"), ("Week", "binds"), ("Rule", "words")):
        assert inner[kind]["properties"][name]["x-clinical"], (kind, name)
