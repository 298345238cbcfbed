"""The knowledge base: everything the product knows from the literature, checked and frozen.

What lies where: `sources.yaml`; `coefficients/` and `rules/` one YAML each; `norms/`, `measurement/`,
`protocols/` and `recovery/` tables (CSV and sidecar); `accommodations/` the catalogue.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

from rtw.domain.accommodation.values import Catalogue
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
from rtw.knowledge.files import (
    DOCUMENTS,
    TABLES,
    AccommodationFile,
    ExerciseList,
    RuleList,
    ScoreList,
    SourceList,
    UnitList,
)
from rtw.knowledge.folder import Folder, version_of
from rtw.knowledge.links import (
    SCORES,
    note_incomplete_scores,
    note_unjudgeable_scores,
    note_unknown_accommodations,
)
from rtw.knowledge.problem import Findings, KnowledgeError, KnowledgeProblem
from rtw.knowledge.table import Table
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
    GripPercentiles,
    MotionNorm,
    Norm,
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

T = TypeVar("T")

SHIPPED: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All of it. `version` is a short hash of the data, stamped on every plan."""

    version: str
    sources: tuple[Source, ...]
    mae: MaeFigures
    rsi: RsiCoefficients
    strain_index_1995: StrainIndexCoefficients
    rnle: RnleCoefficients
    rosa: RosaCoefficients
    hal: HalCoefficients
    tlv_hal: TlvHalCoefficients
    duet: DuetCoefficients
    effort_scale: EffortScale
    strength_modifiers: StrengthModifiers
    vibration: HavCoefficients
    breaks: BreakFigures
    pain: PainFigures
    costs: CostContext
    gates: GateRules
    monitoring: tuple[MonitoringRule, ...]
    exercises: tuple[Exercise, ...]
    putty: Table[PuttyColour]
    overall: Table[OverallNorm]
    norms: tuple[Table[Norm], ...]
    percentiles: tuple[Table[GripPercentiles], ...]
    motion: Table[MotionNorm]
    filaments: Table[Filament]
    touch: Table[TouchCategory]
    two_point: Table[TwoPointBand]
    measurement: Table[MeasurementProperty]
    scores: tuple[ScoreDefinition, ...]
    effort: Table[EffortCaution]
    strength_classes: Table[StrengthClass]
    strength_gates: Table[StrengthGate]
    phases: Table[ProtocolPhase]
    recovery: Table[RecoveryFigure]
    recovery_assumptions: RecoveryAssumptions
    days_to_work: Table[DaysToWork]
    predictors: Table[ReturnPredictor]
    catalogue: Catalogue

    def source(self, source_id: str) -> Source | None:
        """Find a source by its id, or None."""
        return next((source for source in self.sources if source.id == source_id), None)


@cache
def knowledge() -> Knowledge:
    """Load the shipped knowledge once. Raises KnowledgeError, with every problem, if it is damaged."""
    loaded, problems = read_folder(SHIPPED)
    if loaded is None:
        raise KnowledgeError(problems)
    return loaded


def check(folder: Path = SHIPPED) -> tuple[KnowledgeProblem, ...]:
    """Find every problem of a knowledge folder at once, each with file and line, sorted."""
    return read_folder(folder)[1]


def read_folder(path: Path) -> tuple[Knowledge | None, tuple[KnowledgeProblem, ...]]:
    """Read a whole knowledge folder: the knowledge, or None and what is wrong."""
    findings = Findings()
    folder = Folder(path, findings, set())
    units = folder.document("units.yaml", UnitList)
    findings.units = frozenset(units.units) if units else None
    listed = folder.document("sources.yaml", SourceList)
    sources = listed.sources if listed else ()
    findings.source_ids = frozenset(source.id for source in sources) if listed else None
    parts: dict[str, Any] = {"version": version_of(path), "sources": sources, "catalogue": _catalogue(folder)}
    parts |= {name: folder.document(file, kind) for name, (file, kind) in DOCUMENTS.items()}
    parts |= {name: folder.table(stem, kind) for name, (stem, kind) in TABLES.items()}
    parts |= _grouped(folder)
    _note_links(parts, findings)
    folder.note_unread()
    problems = tuple(sorted(set(findings.problems)))
    return (None if problems else Knowledge(**parts)), problems


def _note_links(parts: dict[str, Any], findings: Findings) -> None:
    """Check what points from file to file; a list with problems of its own is checked once it has none."""
    if not any(problem.file == SCORES for problem in findings.problems):
        note_incomplete_scores(parts["scores"], findings)
        note_unjudgeable_scores(parts["scores"], parts["measurement"], findings)


def _grouped(folder: Folder) -> dict[str, Any]:
    """Read what may come in any number of files: a new norm table is a file, not a line of code."""
    rules = folder.document("rules/monitoring.yaml", RuleList)
    scores = folder.document(SCORES, ScoreList)
    exercises = folder.document("rehabilitation/exercises.yaml", ExerciseList)
    return {
        "exercises": exercises.exercises if exercises else (),
        "scores": scores.scores if scores else (),
        "monitoring": rules.rules if rules else (),
        "norms": folder.tables("norms", Norm),
        "percentiles": folder.tables("norms/percentiles", GripPercentiles),
    }


def _catalogue(folder: Folder) -> Catalogue:
    files = folder.documents("accommodations", AccommodationFile)
    offered = tuple(entry for file in files for entry in file.accommodations)
    advised_against = tuple(entry for file in files for entry in file.not_recommended)
    note_unknown_accommodations(offered, advised_against, folder.findings)
    return Catalogue(offered, advised_against)


def records(value: object) -> Iterator[object]:
    """Walk all dataclass values inside a value, itself first: how a check reaches every figure."""
    if isinstance(value, tuple):
        for item in value:
            yield from records(item)
    elif is_dataclass(value):
        yield value
        for field in fields(value):
            yield from records(getattr(value, field.name))
