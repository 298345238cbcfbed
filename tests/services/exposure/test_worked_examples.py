"""Every shared worked example reproduces within its tolerance, the way the command line computes it."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import SHARED

from rtw.services.exposure.models import LISTED, listed
from rtw.services.exposure.run import run

EXAMPLES = SHARED / "evidence" / "worked_examples.json"


def examples() -> list[Any]:
    """One parameter per example; one that skips where the folder is missing."""
    if not EXAMPLES.is_file():
        return [pytest.param(None, marks=pytest.mark.skip("the folder of shared evidence is missing"))]
    return [pytest.param(each, id=each["id"]) for each in json.loads(EXAMPLES.read_text("utf-8"))]


@pytest.mark.parametrize("example", examples())
def test_a_worked_example_reproduces(example: dict[str, Any]) -> None:
    found = listed(example["model"])
    assert found is not None
    answer, problems = run(found, json.dumps(example["inputs"]))
    assert answer is not None, problems
    expected = {
        name: pytest.approx(value, abs=example["tolerance"][name], rel=0)
        for name, value in example["expected"].items()
    }
    assert {name: answer.document["result"][name] for name in expected} == expected
    assert answer.document["sources"]
    assert answer.document["warnings"]


def test_each_example_is_of_a_listed_model(shared: Path) -> None:
    named = {each["model"] for each in json.loads((shared / "evidence/worked_examples.json").read_text())}
    assert named <= {each.model.name for each in LISTED}
    assert len(named) == 10
