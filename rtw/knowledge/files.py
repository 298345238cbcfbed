"""Which file of the knowledge folder holds what: documents and tables by the name they have in Knowledge."""

from dataclasses import dataclass
from typing import Final

from rtw.domain.accommodation.values import Accommodation, NotRecommended
from rtw.domain.exposure.duet import DuetCoefficients
from rtw.domain.exposure.hal import HalCoefficients
from rtw.domain.exposure.hav_a8 import HavCoefficients
from rtw.domain.exposure.mae import MaeFigures
from rtw.domain.exposure.rnle_multipliers import RnleCoefficients
from rtw.domain.exposure.rosa_coefficients import RosaCoefficients
from rtw.domain.exposure.rsi import RsiCoefficients
from rtw.domain.exposure.strain_index_1995 import StrainIndexCoefficients
from rtw.domain.exposure.tlv_hal_lines import TlvHalCoefficients
from rtw.domain.job_exposure.effort_scale import EffortScale
from rtw.domain.job_exposure.modifiers import StrengthModifiers
from rtw.domain.measurement_property import MeasurementProperty
from rtw.domain.recovery.assumption import RecoveryAssumptions
from rtw.domain.scores.definition import ScoreDefinition
from rtw.knowledge.types.coefficients import (
    BreakFigures,
    CostContext,
    GateRules,
    MonitoringRule,
    PainFigures,
)
from rtw.knowledge.types.measurement import EffortCaution, StrengthClass
from rtw.knowledge.types.norms import (
    Filament,
    MotionNorm,
    OverallNorm,
    TouchCategory,
    TwoPointBand,
)
from rtw.knowledge.types.recovery import (
    DaysToWork,
    ProtocolPhase,
    RecoveryFigure,
    ReturnPredictor,
    StrengthGate,
)
from rtw.knowledge.types.rehabilitation import Exercise, PuttyColour
from rtw.knowledge.types.sources import Source


@dataclass(frozen=True, slots=True)
class SourceList:
    """The file of sources."""

    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class UnitList:
    """The file of units."""

    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleList:
    """A file of monitoring rules."""

    rules: tuple[MonitoringRule, ...]


@dataclass(frozen=True, slots=True)
class ScoreList:
    """The file of scores."""

    scores: tuple[ScoreDefinition, ...]


@dataclass(frozen=True, slots=True)
class ExerciseList:
    """The file of exercises."""

    exercises: tuple[Exercise, ...]


@dataclass(frozen=True, slots=True)
class AccommodationFile:
    """One file of the catalogue: what to offer, or what to advise against."""

    accommodations: tuple[Accommodation, ...] = ()
    not_recommended: tuple[NotRecommended, ...] = ()


DOCUMENTS: Final[dict[str, tuple[str, type]]] = {
    "mae": ("coefficients/mae.yaml", MaeFigures),
    "rsi": ("coefficients/rsi.yaml", RsiCoefficients),
    "hal": ("coefficients/hal.yaml", HalCoefficients),
    "strain_index_1995": ("coefficients/strain_index_1995.yaml", StrainIndexCoefficients),
    "rnle": ("coefficients/rnle.yaml", RnleCoefficients),
    "rosa": ("coefficients/rosa.yaml", RosaCoefficients),
    "tlv_hal": ("coefficients/tlv_hal.yaml", TlvHalCoefficients),
    "duet": ("coefficients/duet.yaml", DuetCoefficients),
    "effort_scale": ("coefficients/effort_scale.yaml", EffortScale),
    "strength_modifiers": ("coefficients/strength_modifiers.yaml", StrengthModifiers),
    "vibration": ("coefficients/vibration.yaml", HavCoefficients),
    "breaks": ("coefficients/breaks.yaml", BreakFigures),
    "pain": ("rules/pain.yaml", PainFigures),
    "costs": ("rules/costs.yaml", CostContext),
    "gates": ("rules/gates.yaml", GateRules),
    "recovery_assumptions": ("recovery/assumptions.yaml", RecoveryAssumptions),
}
TABLES: Final[dict[str, tuple[str, type]]] = {
    "overall": ("norms/overall/all_ages", OverallNorm),
    "putty": ("rehabilitation/putty", PuttyColour),
    "motion": ("norms/motion/range_of_motion", MotionNorm),
    "filaments": ("norms/touch/filaments", Filament),
    "touch": ("norms/touch/categories", TouchCategory),
    "two_point": ("norms/touch/two_point", TwoPointBand),
    "measurement": ("measurement/properties", MeasurementProperty),
    "effort": ("measurement/effort", EffortCaution),
    "strength_classes": ("measurement/strength_classes", StrengthClass),
    "strength_gates": ("protocols/strength_gates", StrengthGate),
    "phases": ("protocols/phases", ProtocolPhase),
    "recovery": ("recovery/trajectories", RecoveryFigure),
    "days_to_work": ("recovery/days_to_work", DaysToWork),
    "predictors": ("recovery/predictors", ReturnPredictor),
}
