"""A case file as a whole: what is no case, numbers and keys that JSON cannot mean, all problems at once."""

import json

import pytest
from an_example_case import cells, example, problems_of, put

from job_profiles.problem import Severity


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


@pytest.mark.parametrize("text", ["", "[]", "{", '"case"', "null", "[" * 100_000, "\ufeff{}"])
def test_what_is_no_case_is_refused_in_words(text):
    (problem,) = problems_of(text)
    assert problem.severity is Severity.ERROR
    assert problem.message


@pytest.mark.parametrize("written", ["NaN", "-Infinity", "1e999", "1e300", "9" * 400])
def test_a_number_that_is_none_is_named_beside_all_else(written):
    data = put("assessments.0.pain_work", "HERE") | {"refrence": 1, "review_on": "soon"}
    found = cells(json.dumps(data).replace('"HERE"', written))
    assert {"assessments.0.pain_work", "refrence", "review_on"} <= found


@pytest.mark.parametrize("path", ["worker", "job.tasks.3.name", "assessments.0.notes"])
def test_half_a_character_is_named_beside_all_else(path):
    data = put(path, "half \ud83d") | {"review_on": "soon"}
    assert {path, "review_on"} == cells(data)


def test_a_key_that_stands_twice_is_named():
    text = json.dumps(example()).replace('"value": 5', '"value": 50, "value": 5')
    assert cells(text) == {"surgeon_restrictions.0.value"}


def test_wrong_types_hide_no_other_problem():
    data = put("assessments.0.pain_work", 44) | {"worker": 5, "refrence": "x", "review_on": "soon"}
    data["surgeon_restrictions"][0]["until"] = "2020-01-01"
    data["job"]["tasks"][1]["name"] = data["job"]["tasks"][0]["name"]
    data["job"]["tasks"][0]["demands"][0]["force_n"] = -1
    expected = {
        "assessments.0.pain_work",
        "worker",
        "refrence",
        "review_on",
        "surgeon_restrictions.0.until",
        "job.tasks",
        "job.tasks.0.demands.0.force_n",
    }
    assert cells(data) == expected
