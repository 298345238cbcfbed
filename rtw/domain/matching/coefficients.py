"""The published figures and rules that matching needs, handed in by the caller."""

from dataclasses import dataclass

from job_profiles.kinds import DemandKind
from rtw.domain.capacity import Sensation
from rtw.domain.exposure.mae import MaeCoefficients


@dataclass(frozen=True, slots=True)
class VibrationLimits:
    """Daily A(8) values for healthy workers, m/s². Above is too much; below is no permission."""

    action_m_s2: float
    limit_m_s2: float
    source: str


@dataclass(frozen=True, slots=True)
class SensationGate:
    """Work that needs feeling: `within` from one grade on, `marginal` from another, else `exceeds`."""

    kind: DemandKind
    within_from: Sensation
    marginal_from: Sensation
    source: str


@dataclass(frozen=True, slots=True)
class WoundGate:
    """Work that needs closed skin. `sufficient`: with closed skin nothing more has to be known."""

    kind: DemandKind
    sufficient: bool
    source: str


GATES_CONVENTION = "product_convention"

SENSATION_GATES = tuple(
    SensationGate(kind, Sensation.DIMINISHED_LIGHT_TOUCH, Sensation.DIMINISHED_PROTECTIVE, GATES_CONVENTION)
    for kind in (DemandKind.SHARP_OR_MOVING, DemandKind.HEAT, DemandKind.TOUCH_DISCRIMINATION)
)
"""What protective feeling is for: no knives, moving parts or heat for a hand that cannot feel them.

The grades are those of the monofilament test; which grade opens which work is this product's rule.
"""

WOUND_GATES = (
    WoundGate(DemandKind.WET_OR_SOILED, sufficient=True, source=GATES_CONVENTION),
    WoundGate(DemandKind.CONTACT_STRESS, sufficient=False, source=GATES_CONVENTION),
    WoundGate(DemandKind.PALM_WEIGHT_BEARING, sufficient=False, source=GATES_CONVENTION),
    WoundGate(DemandKind.HAND_IMPACT, sufficient=False, source=GATES_CONVENTION),
)
"""What open skin forbids. Closed skin lets a hand be wet; it does not yet let it be pressed or struck."""


@dataclass(frozen=True, slots=True)
class MatchCoefficients:
    """Everything matching takes from the literature.

    `accommodated` are the kinds of demand an accommodation is known to lower: a task that exceeds
    only there is suitable with modification. The caller leaves out what does not fit the setting.
    """

    mae: MaeCoefficients
    vibration: VibrationLimits
    sensation_gates: tuple[SensationGate, ...] = SENSATION_GATES
    wound_gates: tuple[WoundGate, ...] = WOUND_GATES
    accommodated: frozenset[DemandKind] = frozenset()
