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


@dataclass(frozen=True, slots=True)
class MatchCoefficients:
    """Everything matching takes from the literature.

    `accommodated` are the kinds of demand an accommodation is known to lower: a task that exceeds
    only there is suitable with modification. The caller leaves out what does not fit the setting.
    """

    mae: MaeCoefficients
    vibration: VibrationLimits
    sensation_gates: tuple[SensationGate, ...] = ()
    wound_gates: tuple[WoundGate, ...] = ()
    accommodated: frozenset[DemandKind] = frozenset()
