"""Running one exposure model: inputs in, result with sources and warnings out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rtw.domain.exposure.quantity import ContradictionError
from rtw.domain.figure import Verified
from rtw.knowledge.load import knowledge
from rtw.services.citations import citation
from rtw.services.exposure.models import Listed, published
from rtw.services.exposure.reading import InputProblem, read_inputs
from rtw.store.codec import dump


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model answers. `document` is the published JSON shape, `words` the same for a person."""

    document: dict[str, Any]
    words: str


def run(found: Listed, text: str) -> tuple[Answer | None, tuple[InputProblem, ...]]:
    """Run a model on inputs in JSON: its answer, or None and every problem with the inputs."""
    inputs, problems = read_inputs(found.model.inputs, text)
    if inputs is None:
        return None, problems
    try:
        result = found.model.compute(inputs, found.coefficients)
    except ContradictionError as contradiction:
        return None, (InputProblem(contradiction.field, "", str(contradiction)),)
    return Answer(_document(found, inputs, result), _words(found, result)), ()


def _document(found: Listed, inputs: Any, result: Any) -> dict[str, Any]:
    model = found.model
    return {
        "model": model.name,
        "inputs": dump(inputs),
        "result": dump(result),
        "formula": model.formula,
        "sources": source_documents(found),
        "warnings": [*model.warnings(inputs, found.coefficients), model.validated_on, *model.not_for],
    }


def source_documents(found: Listed) -> list[dict[str, Any]]:
    """Name each source once, with how well its figures are known: the worst of them."""
    worst: dict[str, Verified] = {}
    for value in published(found.coefficients):
        marks = (value.verified, worst.get(value.source, value.verified))
        worst[value.source] = max(marks, key=list(Verified).index)
    return [_source(source_id, verified) for source_id, verified in worst.items()]


def _source(source_id: str, verified: Verified) -> dict[str, Any]:
    found = knowledge().source(source_id)
    doi = found.doi if found else None
    return {"id": source_id, "citation": citation(source_id), "doi": doi, "verified": verified.value}


def _words(found: Listed, result: Any) -> str:
    return "\n".join((found.model.title, *_lines(dump(result), "")))


def _lines(part: dict[str, Any], indent: str) -> Iterator[str]:
    """Write a result line by line, what it is made of beneath it."""
    for name, value in part.items():
        inner = value if isinstance(value, list) else [value]
        if not inner or not all(isinstance(each, dict) for each in inner):
            yield f"{indent}{name}: {', '.join(map(_said, inner)) or 'none'}"
            continue
        for place, each in enumerate(inner, 1):
            yield f"{indent}{name}{f' {place}' if isinstance(value, list) else ''}:"
            yield from _lines(each, f"{indent}  ")


def _said(value: Any) -> str:
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.6g}" if isinstance(value, float) else str(value)
