"""The exposure models by name, each with its coefficients from the knowledge base."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from rtw.domain.exposure import (
    cosi,
    cusi,
    duet,
    hal,
    hav_a8,
    mae,
    rnle,
    rnle_composite,
    rosa,
    rsi,
    strain_index_1995,
    strength_classes,
    tlv_hal,
)
from rtw.domain.exposure.model import ExposureModel
from rtw.domain.figure import Figure
from rtw.domain.published import Constants, Lookup
from rtw.knowledge.for_exposure import strength_class_coefficients
from rtw.knowledge.load import Knowledge, knowledge, records

AnyModel = ExposureModel[Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Listed:
    """A model, and where its coefficients stand in the knowledge."""

    model: AnyModel
    figures_of: Callable[[Knowledge], Any]

    @property
    def coefficients(self) -> Any:
        """The coefficients as shipped."""
        return self.figures_of(knowledge())


LISTED: Final = (
    Listed(rsi.MODEL, lambda known: known.rsi),
    Listed(cosi.MODEL, lambda known: known.rsi),
    Listed(cusi.MODEL, lambda known: known.rsi),
    Listed(strain_index_1995.MODEL, lambda known: known.strain_index_1995),
    Listed(hal.MODEL, lambda known: known.hal),
    Listed(tlv_hal.MODEL, lambda known: known.tlv_hal),
    Listed(duet.MODEL, lambda known: known.duet),
    Listed(mae.MODEL, lambda known: known.mae),
    Listed(rnle.MODEL, lambda known: known.rnle),
    Listed(rnle_composite.MODEL, lambda known: known.rnle),
    Listed(rosa.MODEL, lambda known: known.rosa),
    Listed(strength_classes.MODEL, strength_class_coefficients),
    Listed(hav_a8.MODEL, lambda known: known.vibration),
)
"""A new model is a module of `rtw.domain.exposure` with a `MODEL`, its coefficients, and its line here."""


def listed(name: str) -> Listed | None:
    """Find a model by its name, or None."""
    return next((each for each in LISTED if each.model.name == name), None)


def published(coefficients: Any) -> Iterator[Figure | Constants | Lookup]:
    """Walk every published value among coefficients."""
    for record in records(coefficients):
        if isinstance(record, Figure | Constants | Lookup):
            yield record
