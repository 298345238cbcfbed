"""Strength classes of work: which class the loads of a job need, by how often they are handled.

A class of jobs, not of people: nothing here says what somebody who lifts a load at times could lift often.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Final

from rtw.domain.exposure.model import ExposureModel
from rtw.domain.exposure.quantity import ContradictionError, Quantity
from rtw.domain.measurement import AmountUnit
from rtw.domain.published import Lookup


class StrengthClass(StrEnum):
    """A strength class, lightest first."""

    SEDENTARY = "sedentary"
    LIGHT = "light"
    MEDIUM = "medium"
    HEAVY = "heavy"
    VERY_HEAVY = "very_heavy"

    @property
    def label(self) -> str:
        """The words shown."""
        return self.value.replace("_", " ")


class Frequency(StrEnum):
    """How much of the day a load is handled, seldomest first."""

    OCCASIONAL = "occasional"
    FREQUENT = "frequent"
    CONSTANT = "constant"

    @property
    def label(self) -> str:
        """The words shown, with the share of the day."""
        return {
            "occasional": "occasionally, up to a third of the day",
            "frequent": "frequently, one to two thirds of the day",
            "constant": "constantly, more than two thirds of the day",
        }[self.value]


@dataclass(frozen=True, slots=True)
class StrengthClassCoefficients:
    """Most pounds by class (rows, lightest first) and frequency (columns); 0: a negligible load at most."""

    most_lb: Lookup


Pounds = Annotated[float, Quantity("Heaviest load at that frequency", "lb", at_least=0)] | None
Kilograms = Annotated[float, Quantity("Heaviest load at that frequency", "kg", at_least=0)] | None


@dataclass(frozen=True, slots=True)
class StrengthClassInputs:
    """The heaviest load at each frequency, in pounds or kilograms; one is enough."""

    occasional_lb: Pounds = None
    frequent_lb: Pounds = None
    constant_lb: Pounds = None
    occasional_kg: Kilograms = None
    frequent_kg: Kilograms = None
    constant_kg: Kilograms = None

    def __post_init__(self) -> None:
        """Refuse an empty list of loads, and the same load in both units."""
        given = [(f, self._in(f, "lb"), self._in(f, "kg")) for f in Frequency]
        for frequency, pounds, kilograms in given:
            if pounds is not None and kilograms is not None:
                raise ContradictionError(f"{frequency}_lb", f"give either {frequency}_lb or {frequency}_kg")
        if all(pounds is None and kilograms is None for _, pounds, kilograms in given):
            raise ContradictionError("occasional_lb", "give the load of at least one frequency")

    def pounds(self, frequency: Frequency) -> float | None:
        """Give the load at a frequency in pounds."""
        kilograms = self._in(frequency, "kg")
        if kilograms is not None:
            return kilograms / AmountUnit.POUND.kilograms
        return self._in(frequency, "lb")

    def _in(self, frequency: Frequency, unit: str) -> float | None:
        found: float | None = getattr(self, f"{frequency.value}_{unit}")
        return found


@dataclass(frozen=True, slots=True)
class LoadClass:
    """What one load needs: its frequency, the load in pounds, and the class."""

    frequency: Frequency
    load_lb: float
    strength_class: StrengthClass


@dataclass(frozen=True, slots=True)
class StrengthClassResult:
    """The class that holds every load given, and what each load needs on its own."""

    strength_class: StrengthClass
    loads: tuple[LoadClass, ...]


def class_of(load_lb: float, frequency: Frequency, c: StrengthClassCoefficients) -> StrengthClass:
    """Give the lightest class that holds a load at a frequency."""
    most = c.most_lb.column(frequency.value)
    held = (cls for cls, pounds in zip(StrengthClass, most, strict=False) if load_lb <= pounds * _EXACT)
    return next(held, StrengthClass.VERY_HEAVY)


_EXACT: Final = 1.0 + 1e-12
"""A load stated in kilograms that is just the limit in pounds stays within it."""


def compute(inputs: StrengthClassInputs, c: StrengthClassCoefficients) -> StrengthClassResult:
    """Compute the class."""
    given = ((f, inputs.pounds(f)) for f in Frequency)
    loads = tuple(LoadClass(f, load, class_of(load, f, c)) for f, load in given if load is not None)
    return StrengthClassResult(max((each.strength_class for each in loads), key=_rank), loads)


def _rank(cls: StrengthClass) -> int:
    return list(StrengthClass).index(cls)


def warnings(inputs: StrengthClassInputs, c: StrengthClassCoefficients) -> tuple[str, ...]:
    """Say where a negligible load would have been held by a lighter class."""
    loads = compute(inputs, c).loads
    near = [each.frequency.value for each in loads if each.load_lb > 0.0 and _only_negligible(each, c)]
    named = " and ".join(near)
    text = f"Lighter classes hold a negligible {named} load; how much that is, the source leaves open."
    return (text,) if near else ()


def _only_negligible(load: LoadClass, c: StrengthClassCoefficients) -> bool:
    lighter = c.most_lb.column(load.frequency.value)[: _rank(load.strength_class)]
    return bool(lighter) and lighter[-1] == 0.0


MODEL = ExposureModel(
    name="strength_classes",
    title="Strength class of work",
    unit="class",
    inputs=StrengthClassInputs,
    coefficients=StrengthClassCoefficients,
    result=StrengthClassResult,
    compute=compute,
    warnings=warnings,
    formula="the lightest class whose limits (occasional, frequent, constant) hold every load",
    validated_on="Jobs, not people: a convention for describing work.",
    not_for=(
        "It does not turn an occasional load of a person into a frequent one: that is without validation.",
        "Some authorities end heavy work at 75 lb.",
    ),
)
