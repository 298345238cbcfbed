"""Hand activity limits of the ACGIH: how much peak force is tolerable at a hand activity level.

Both editions are straight lines over the level. The edition of 2018 lowered the limit to where the action
limit of 2001 had been, after studies had found that action limit not to protect.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from rtw.domain.exposure.model import HEALTHY, ExposureModel, outside, values
from rtw.domain.exposure.quantity import ContradictionError, Quantity
from rtw.domain.exposure.tlv_hal_lines import Edition, TlvHalCoefficients, limit, limits
from rtw.domain.figure import Figure
from rtw.domain.published import Constants


class Zone(StrEnum):
    """Where a job lies between the two lines."""

    BELOW_ACTION_LIMIT = "below_action_limit"
    BETWEEN = "action_limit_to_tlv"
    ABOVE_TLV = "above_tlv"

    @property
    def label(self) -> str:
        """What the zone asks for."""
        return {
            "below_action_limit": "below the action limit",
            "action_limit_to_tlv": "between action limit and TLV: watch the workers, consider changes",
            "above_tlv": "above the TLV: change the work",
        }[self.value]


@dataclass(frozen=True, slots=True)
class TlvHalInputs:
    """The activity level of a hand; its peak force as NPF or in percent of strength, or neither."""

    hal: Annotated[float, Quantity("Hand activity level", "0 to 10", at_least=0, at_most=10)]
    npf: Annotated[float, Quantity("Normalised peak force", "0 to 10", at_least=0, at_most=10)] | None = None
    percent_mvc: (
        Annotated[
            float,
            Quantity("Peak force in percent of strength in that posture", "%", at_least=0, at_most=100),
        ]
        | None
    ) = None
    hours_per_day: Annotated[float, Quantity("Hours of this work a day", "h", above=0, at_most=24)] | None = (
        None
    )
    edition: Edition = Edition.OF_2018

    def __post_init__(self) -> None:
        """Refuse two statements of the same force."""
        if self.npf is not None and self.percent_mvc is not None:
            raise ContradictionError("npf", "give either npf or percent_mvc")


@dataclass(frozen=True, slots=True)
class EditionLimits:
    """The lines of one edition at a level, as normalised peak force, and the zone where force is given."""

    edition: Edition
    tlv_npf: float
    action_limit_npf: float
    zone: Zone | None


@dataclass(frozen=True, slots=True)
class TlvHalResult:
    """The lines of the chosen edition, where the job lies, and the same for both editions.

    `peak_force_index` is force over limit; None without force, and where the limit is 0.
    """

    edition: Edition
    tlv_npf: float
    action_limit_npf: float
    npf: float | None
    zone: Zone | None
    peak_force_index: float | None
    editions: tuple[EditionLimits, ...]


def compute(inputs: TlvHalInputs, c: TlvHalCoefficients) -> TlvHalResult:
    """Compute the lines, and the zone where a force is given."""
    npf = inputs.npf
    if inputs.percent_mvc is not None:
        npf = inputs.percent_mvc * c.npf_per_percent.value
    editions = {edition: _edition(edition, inputs.hal, npf, c) for edition in Edition}
    chosen = editions[inputs.edition]
    index = None if npf is None or chosen.tlv_npf <= 0.0 else npf / chosen.tlv_npf
    return TlvHalResult(
        chosen.edition,
        chosen.tlv_npf,
        chosen.action_limit_npf,
        npf,
        chosen.zone,
        index,
        tuple(editions.values()),
    )


def _edition(edition: Edition, hal: float, npf: float | None, c: TlvHalCoefficients) -> EditionLimits:
    tlv, action = (float(line[0]) for line in limits(values(hal), edition, c))
    return EditionLimits(edition, tlv, action, None if npf is None else _zone(npf, tlv, action))


def _zone(npf: float, tlv: float, action: float) -> Zone:
    if npf > tlv:
        return Zone.ABOVE_TLV
    return Zone.BETWEEN if npf >= action else Zone.BELOW_ACTION_LIMIT


def warnings(inputs: TlvHalInputs, c: TlvHalCoefficients) -> tuple[str, ...]:
    """Warn outside the hours and levels the limits were made for, of slight forces, of the old edition."""
    tlv, action = c.lines(inputs.edition)
    percent = None if inputs.npf is None else inputs.npf / c.npf_per_percent.value
    percent = inputs.percent_mvc if percent is None else percent
    slight = percent is not None and percent <= c.counts_above_percent.value
    hours = () if inputs.hours_per_day is None else _hours(inputs.hours_per_day, c.hours)
    return (
        *outside("hal", inputs.hal, tlv.low, tlv.high),
        *hours,
        *((f"Only exertions above {c.counts_above_percent.value:g} % of strength count.",) if slight else ()),
        *_without_action_limit(inputs.hal, action),
        *((_INDEX_QUOTED,) if percent is not None else ()),
        *((_OLD_EDITION,) if inputs.edition is Edition.OF_2001 else ()),
    )


_INDEX_QUOTED = "The peak force index is commonly quoted; its source was not read."
_OLD_EDITION = "The edition of 2001: its action limit was found not to protect, and in 2018 became the limit."


def _hours(given: float, scope: Figure) -> tuple[str, ...]:
    low, high = scope.low or 0.0, scope.high or 24.0
    if low <= given <= high:
        return ()
    return (f"hours_per_day {given:g}: the limits are for work of {low:g} to {high:g} h a day.",)


def _without_action_limit(hal: float, action: Constants) -> tuple[str, ...]:
    if float(limit(values(hal), action)[0]) > 0.0:
        return ()
    return ("At this activity level the action limit is 0: any force lies at or above it.",)


MODEL = ExposureModel(
    name="tlv_hal",
    title="Hand activity limits (ACGIH)",
    unit="normalised peak force, 0 to 10",
    inputs=TlvHalInputs,
    coefficients=TlvHalCoefficients,
    result=TlvHalResult,
    compute=compute,
    warnings=warnings,
    formula="2018: TLV = 5.6 − 0.56 HAL, action limit = 3.6 − 0.56 HAL; 2001: 0.78 and 0.56 × (10 − HAL)",
    validated_on=(
        "Cohorts of industrial workers; outcome: nerve conduction and symptoms of the carpal tunnel. "
        + HEALTHY
    ),
    not_for=(
        "For jobs of one task of 4 to 8 hours a day; how to weigh several tasks was not read in its source.",
        "The lines of 2018 were read in a copy.",
    ),
)
