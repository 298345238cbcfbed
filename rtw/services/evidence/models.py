"""The exposure models as evidence: formula, inputs, what they were made on, what rests on which source."""

from dataclasses import dataclass
from typing import Any

from rtw.domain.figure import SourceId
from rtw.domain.why import Coefficient, coefficient
from rtw.services.actor import Actor
from rtw.services.exposure.models import LISTED, Listed, listed, published
from rtw.services.exposure.shape import inputs_document
from rtw.services.permission import NotFoundError, Permission, require


@dataclass(frozen=True, slots=True)
class ModelPage:
    """One model as it is shown. `inputs` as the command line describes them."""

    name: str
    title: str
    formula: str
    unit: str
    validated_on: str
    not_for: tuple[str, ...]
    inputs: tuple[dict[str, Any], ...]
    coefficients: tuple[Coefficient, ...]


def models(actor: Actor, words: str = "") -> tuple[ModelPage, ...]:
    """List the models in which each of the words occurs; without words, all."""
    require(actor, Permission.SEE_KNOWLEDGE)
    wanted = words.casefold().split()
    return tuple(page for each in LISTED if _holds(page := _page(each), wanted))


def model_page(actor: Actor, name: str) -> ModelPage:
    """Return one model. Raises NotFoundError for an unknown name."""
    require(actor, Permission.SEE_KNOWLEDGE)
    found = listed(name)
    if found is None:
        raise NotFoundError(f"model {name}")
    return _page(found)


def models_on(source_id: str) -> tuple[ModelPage, ...]:
    """Return the models that rest on a source: every figure they give does."""
    pages = (_page(each) for each in LISTED)
    return tuple(page for page in pages if any(c.source == SourceId(source_id) for c in page.coefficients))


def _page(each: Listed) -> ModelPage:
    model = each.model
    return ModelPage(
        model.name,
        model.title,
        model.formula,
        model.unit,
        model.validated_on,
        model.not_for,
        tuple(inputs_document(model.inputs)),
        tuple(coefficient(value) for value in published(each.coefficients)),
    )


def _holds(page: ModelPage, wanted: list[str]) -> bool:
    text = " ".join((page.name, page.title, page.formula, page.validated_on, *page.not_for)).casefold()
    return all(word in text for word in wanted)
