"""Why panels of the catalogue: what stands behind the sizes and shares that its names and texts say."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from rtw.domain.accommodation.values import Accommodation, NotRecommended, Outcome
from rtw.domain.accommodation.wording import effect_words
from rtw.domain.why import Coefficient, Input, Origin, Why, coefficient
from rtw.services.limit_sources import costs

_FIGURE: Final = re.compile(r"\d")


def names_panel(entries: Iterable[Accommodation]) -> Why | None:
    """Give the findings behind sizes in names (`Light pen, 10 mm thick`); None where no name says one."""
    sized = [entry for entry in entries if _FIGURE.search(entry.name)]
    if not sized:
        return None
    found = tuple(each for entry in sized for each in _published(entry))
    return Why("Sizes in names", "as studied", _TAKEN_OVER, coefficients=found)


def entry_panel(entry: Accommodation) -> Why:
    """Give what every figure on the page of an accommodation rests on."""
    return Why(
        subject=f"Figures of {entry.name}",
        result=entry.evidence.label.lower(),
        formula=f"{_TAKEN_OVER}; a band of cost is set by the kind of thing, not for a case",
        inputs=tuple(_effects(entry)),
        coefficients=(*_published(entry), *costs()),
        cautions=(entry.note,) if entry.note else (),
    )


def advice_panel(advice: NotRecommended, instead: Iterable[Accommodation]) -> Why:
    """Give what the figures in advice against something rest on, and in what to look at instead."""
    found = (_finding(advice.name, one) for one in advice.findings)
    others = (each for entry in instead for each in _published(entry))
    return Why(
        subject=f"Figures of {advice.name}",
        result="as studied",
        formula=f"{_TAKEN_OVER}; a band of cost is set by the kind of thing, not for a case",
        coefficients=(*found, *others, *costs()),
    )


_TAKEN_OVER: Final = "taken over from what the studies below found"


def _effects(entry: Accommodation) -> Iterator[Input]:
    for effect in entry.effects:
        where = ", ".join(filter(None, (effect.basis.label, effect.explanation)))
        yield Input(
            "Effect", effect_words(effect), Origin.PUBLISHED if effect.figure else Origin.ASSUMED, where
        )
        if effect.asks is not None:
            allowed = f"{effect.asks.lowest:g} to {effect.asks.highest:g}"
            yield Input(
                effect.asks.question, allowed, Origin.ASSUMED, "beyond it a figure is taken for a slip"
            )


def _published(entry: Accommodation) -> Iterator[Coefficient]:
    yield from (coefficient(effect.figure) for effect in entry.effects if effect.figure)
    yield from (_finding(entry.name, one) for one in entry.outcomes)


def _finding(name: str, one: Outcome) -> Coefficient:
    return Coefficient(name, one.finding, one.source, one.verified, population=one.design)
