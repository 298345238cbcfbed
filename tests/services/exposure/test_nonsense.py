"""Whatever is wrong with the inputs of a model is told by its field, and never ends in a traceback."""

import io
import json
import sys
from collections.abc import Callable
from typing import Any

import pytest
from any_exposure_inputs import (
    Route,
    described,
    dotted,
    fields_of,
    impossible,
    put_at,
    routes,
    routes_shown,
    sound_documents,
    value_at,
    without,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from rtw.cli.command import FAILED, OK
from rtw.cli.main import main
from rtw.domain.exposure.quantity import LARGEST
from rtw.services.exposure.models import LISTED, listed
from rtw.services.exposure.run import run

MODELS = [each.model.name for each in LISTED]
Ask = Callable[[str, str], tuple[int, Any]]


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Ask the command line for a model; give its exit code and the document it prints."""

    def asked(model: str, text: str) -> tuple[int, Any]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(text))
        code = main(["exposure", model, "--json"])
        return code, json.loads(capsys.readouterr().out)

    return asked


def fields_named(document: Any) -> list[str]:
    return [problem["field"] for problem in document["problems"]]


@pytest.mark.parametrize("model", MODELS)
def test_sound_documents_reach_every_input(model: str, ask: Ask) -> None:
    documents = sound_documents(model)
    assert set().union(*map(routes_shown, documents)) == set(fields_of(model))
    for document in documents:
        assert ask(model, json.dumps(document))[0] == OK


@pytest.mark.parametrize("model", MODELS)
def test_an_impossible_value_is_refused_by_its_field(model: str, ask: Ask) -> None:
    for document in sound_documents(model):
        for route in routes(document):
            if isinstance(route[-1], int):
                continue
            field, sound = described(model, route), value_at(document, route)
            for value in impossible(field, sound):
                code, told = ask(model, json.dumps(put_at(document, route, value)))
                assert code == FAILED, (dotted(route), value)
                assert dotted(route) in fields_named(told), (dotted(route), value, told)


@pytest.mark.parametrize("model", MODELS)
def test_a_missing_or_unknown_field_is_named(model: str, ask: Ask) -> None:
    for document in sound_documents(model):
        objects: list[Route] = [(), *(r for r in routes(document) if isinstance(value_at(document, r), dict))]
        for route in objects:
            code, told = ask(model, json.dumps(put_at(document, (*route, "colour"), 3)))
            assert code == FAILED
            assert dotted((*route, "colour")) in fields_named(told)
        required = [r for r in routes(document) if isinstance(r[-1], str) and described(model, r)["required"]]
        for route in required:
            code, told = ask(model, json.dumps(without(document, route)))
            assert code == FAILED
            assert dotted(route) in fields_named(told)


@pytest.mark.parametrize("model", MODELS)
def test_a_field_that_stands_twice_is_named(model: str, ask: Ask) -> None:
    for document in sound_documents(model):
        for name, value in document.items():
            text = json.dumps(document)[:-1] + f", {json.dumps(name)}: {json.dumps(value)}}}"
            code, told = ask(model, text)
            assert (code, fields_named(told)) == (FAILED, [name])


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize(
    "text",
    ["", "{", "nonsense", "[]", "null", "3", '"text"', "[{}]", "{} {}", "\udcff", "[" * 100_000, "1" * 5000],
)
def test_what_is_no_object_is_refused_in_words(model: str, text: str, ask: Ask) -> None:
    code, told = ask(model, text)
    assert code == FAILED
    assert told["problems"][0]["message"]


@pytest.mark.parametrize("model", MODELS)
def test_an_empty_object_names_what_is_missing(model: str, ask: Ask) -> None:
    code, told = ask(model, "{}")
    assert code == FAILED
    assert all(fields_named(told))


def test_an_unknown_model_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["exposure", "nonsense"]) not in (OK, FAILED)
    told = capsys.readouterr().err
    assert all(name in told for name in MODELS)


def test_the_list_names_every_model_and_its_inputs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["exposure", "--list", "--json"]) == OK
    models = json.loads(capsys.readouterr().out)["models"]
    assert [each["model"] for each in models] == MODELS
    assert all(each["inputs"] and each["result"] and each["sources"] for each in models)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=30, deadline=None)
@pytest.mark.parametrize("model", MODELS)
@given(data=st.data())
def test_anything_anywhere_gives_an_answer_or_problems(model: str, data: st.DataObject) -> None:
    document = data.draw(st.sampled_from(sound_documents(model)))
    route = data.draw(st.sampled_from(list(routes(document))))
    answer, problems = run(_listed(model), json.dumps(put_at(document, route, data.draw(ANYTHING))))
    assert (answer is None) == bool(problems)
    if answer is not None:
        json.dumps(answer.document, allow_nan=False)


@settings(max_examples=60, deadline=None)
@pytest.mark.parametrize("model", MODELS)
@given(data=st.data())
def test_every_possible_number_gives_numbers_or_problems(model: str, data: st.DataObject) -> None:
    document = data.draw(st.sampled_from(sound_documents(model)))
    for route in list(routes(document)):
        sound = value_at(document, route)
        if isinstance(sound, int | float) and not isinstance(sound, bool):
            document = put_at(document, route, data.draw(_within(described(model, route), sound)))
    answer, problems = run(_listed(model), json.dumps(document))
    assert (answer is None) == bool(problems)
    assert all(problem.field for problem in problems)
    if answer is not None:
        json.dumps(answer.document, allow_nan=False)


def _within(field: dict[str, Any], sound: float) -> st.SearchStrategy[float]:
    """Numbers a field allows, the very small and very large among them."""
    low, high = field.get("at_least", field.get("above", -LARGEST)), field.get("at_most", LARGEST)
    if isinstance(sound, int) and field.get("unit") == "points":
        return st.integers(int(low), int(high))
    if field["name"] == "intensity_rating":
        return st.integers(int(low), int(high))
    return st.floats(low, high, exclude_min="above" in field)


def _listed(model: str) -> Any:
    found = listed(model)
    assert found is not None
    return found
