"""What a model takes and gives, for those who call it from outside."""

from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from typing import Any, get_args, get_type_hints

from rtw.domain.exposure.quantity import Quantity
from rtw.services.exposure.models import Listed
from rtw.services.exposure.run import source_documents


def model_document(found: Listed) -> dict[str, Any]:
    """Describe a model: its formula, inputs with unit and bounds, results and sources."""
    model = found.model
    return {
        "model": model.name,
        "title": model.title,
        "formula": model.formula,
        "unit": model.unit,
        "inputs": inputs_document(model.inputs),
        "result": [field.name for field in fields(model.result)],
        "validated_on": model.validated_on,
        "not_for": list(model.not_for),
        "sources": source_documents(found),
    }


def inputs_document(kind: type) -> list[dict[str, Any]]:
    """Describe each input of a model, those of its parts beneath it."""
    hints = get_type_hints(kind, include_extras=True)
    return [_input(field, hints[field.name]) for field in fields(kind)]


def _input(field: "Field[Any]", hint: Any) -> dict[str, Any]:
    known: dict[str, Any] = {"name": field.name, "required": _is_required(field)}
    quantity = next((each for each in _within(hint) if isinstance(each, Quantity)), None)
    if quantity is not None:
        known |= {"meaning": quantity.meaning, "unit": quantity.unit, **_bounds(quantity)}
    kinds = [each for each in _within(hint) if isinstance(each, type)]
    choice = next((each for each in kinds if issubclass(each, StrEnum)), None)
    if choice is not None:
        known["choices"] = [member.value for member in choice]
    part = next((each for each in kinds if is_dataclass(each)), None)
    return known | ({"fields": inputs_document(part)} if part else {})


def _within(hint: Any) -> list[Any]:
    """All parts of a type hint, itself first."""
    return [hint, *(inner for part in get_args(hint) for inner in _within(part))]


def _bounds(quantity: Quantity) -> dict[str, float]:
    named = {"at_least": quantity.at_least, "above": quantity.above, "at_most": quantity.at_most}
    return {name: bound for name, bound in named.items() if bound is not None}


def _is_required(field: "Field[Any]") -> bool:
    return field.default is MISSING and field.default_factory is MISSING
