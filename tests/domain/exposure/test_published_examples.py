"""Examples of the literature and of independent software reproduce; known misprints do not."""

import json
from pathlib import Path
from typing import Any

import pytest

from rtw.services.exposure.models import LISTED, listed
from rtw.services.exposure.run import run

PUBLISHED = json.loads(Path(__file__).with_name("published_examples.json").read_text("utf-8"))


def result(example: dict[str, Any]) -> dict[str, Any]:
    found = listed(example["model"])
    assert found is not None
    answer, problems = run(found, json.dumps(example["inputs"]))
    assert answer is not None, problems
    return dict(answer.document["result"])


def within(example: dict[str, Any], name: str, value: Any) -> Any:
    """The value with its tolerance; one tolerance may hold for all numbers of an example."""
    if isinstance(value, str | bool):
        return value
    given = example["tolerance"]
    return pytest.approx(value, abs=given[name] if isinstance(given, dict) else given, rel=0)


def named(examples: list[dict[str, Any]]) -> list[Any]:
    return [pytest.param(each, id=each["id"]) for each in examples]


@pytest.mark.parametrize("example", named(PUBLISHED["examples"]))
def test_a_published_example_reproduces(example: dict[str, Any]) -> None:
    found = result(example)
    expected = {name: within(example, name, value) for name, value in example["expected"].items()}
    assert {name: found[name] for name in expected} == expected


@pytest.mark.parametrize("example", named(PUBLISHED["misprints"]))
def test_a_known_misprint_does_not_reproduce(example: dict[str, Any]) -> None:
    found = result(example)
    for name, printed in example["printed"].items():
        assert found[name] != within(example, name, printed)
        assert found[name] == within(example, name, example["expected"][name])


def test_every_model_has_an_example_with_its_source() -> None:
    assert {each["model"] for each in PUBLISHED["examples"]} == {each.model.name for each in LISTED}
    assert all(each["source"] for each in (*PUBLISHED["examples"], *PUBLISHED["misprints"]))
