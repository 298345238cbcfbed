"""The knowledge base: everything the product knows from the literature, checked and frozen.

What lies where: `sources.yaml`; `coefficients/` and `rules/` one YAML each; `norms/`, `measurement/`,
`protocols/` and `recovery/` tables (CSV and sidecar); `accommodations/` the catalogue.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

from rtw.domain.accommodation.values import Accommodation, Catalogue, NotRecommended
from rtw.knowledge.folder import Folder, version_of
from rtw.knowledge.problem import Findings, KnowledgeError, KnowledgeProblem
from rtw.knowledge.table import Table
from rtw.knowledge.types.coefficients import (
    BreakFigures,
    CostContext,
    GateRules,
    MaeFigures,
    MonitoringRule,
    PainFigures,
    VibrationFigures,
)
from rtw.knowledge.types.measurement import EffortCaution, MeasurementProperty, StrengthClass
from rtw.knowledge.types.norms import Filament, GripPercentiles, MotionNorm, Norm, TouchCategory, TwoPointBand
from rtw.knowledge.types.recovery import (
    DaysToWork,
    ProtocolPhase,
    RecoveryFigure,
    ReturnPredictor,
    StrengthGate,
)
from rtw.knowledge.types.sources import Source

T = TypeVar("T")

SHIPPED: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class SourceList:
    """The file of sources."""

    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class RuleList:
    """A file of monitoring rules."""

    rules: tuple[MonitoringRule, ...]


@dataclass(frozen=True, slots=True)
class AccommodationFile:
    """One file of the catalogue: what to offer, or what to advise against."""

    accommodations: tuple[Accommodation, ...] = ()
    not_recommended: tuple[NotRecommended, ...] = ()


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All of it. `version` is a short hash of the data, stamped on every plan."""

    version: str
    sources: tuple[Source, ...]
    mae: MaeFigures
    vibration: VibrationFigures
    breaks: BreakFigures
    pain: PainFigures
    costs: CostContext
    gates: GateRules
    monitoring: tuple[MonitoringRule, ...]
    norms: tuple[Table[Norm], ...]
    percentiles: tuple[Table[GripPercentiles], ...]
    motion: Table[MotionNorm]
    filaments: Table[Filament]
    touch: Table[TouchCategory]
    two_point: Table[TwoPointBand]
    measurement: Table[MeasurementProperty]
    effort: Table[EffortCaution]
    strength_classes: Table[StrengthClass]
    strength_gates: Table[StrengthGate]
    phases: Table[ProtocolPhase]
    recovery: Table[RecoveryFigure]
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
    listed = folder.document("sources.yaml", SourceList)
    sources = listed.sources if listed else ()
    findings.source_ids = frozenset(source.id for source in sources) if listed else None
    parts: dict[str, Any] = {"version": version_of(path), "sources": sources, "catalogue": _catalogue(folder)}
    parts |= {name: folder.document(file, kind) for name, (file, kind) in _DOCUMENTS.items()}
    parts |= {name: folder.table(stem, kind) for name, (stem, kind) in _TABLES.items()}
    parts |= _grouped(folder)
    folder.note_unread()
    problems = tuple(sorted(set(findings.problems)))
    return (None if problems else Knowledge(**parts)), problems


_DOCUMENTS: Final[dict[str, tuple[str, type]]] = {
    "mae": ("coefficients/mae.yaml", MaeFigures),
    "vibration": ("coefficients/vibration.yaml", VibrationFigures),
    "breaks": ("coefficients/breaks.yaml", BreakFigures),
    "pain": ("rules/pain.yaml", PainFigures),
    "costs": ("rules/costs.yaml", CostContext),
    "gates": ("rules/gates.yaml", GateRules),
}

_TABLES: Final[dict[str, tuple[str, type]]] = {
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


def _grouped(folder: Folder) -> dict[str, Any]:
    """Read what may come in any number of files: a new norm table is a file, not a line of code."""
    rules = folder.document("rules/monitoring.yaml", RuleList)
    return {
        "monitoring": rules.rules if rules else (),
        "norms": folder.tables("norms", Norm),
        "percentiles": folder.tables("norms/percentiles", GripPercentiles),
    }


def _catalogue(folder: Folder) -> Catalogue:
    files = folder.documents("accommodations", AccommodationFile)
    offered = tuple(entry for file in files for entry in file.accommodations)
    advised_against = tuple(entry for file in files for entry in file.not_recommended)
    _note_broken_links(offered, advised_against, folder.findings)
    return Catalogue(offered, advised_against)


def _note_broken_links(
    offered: tuple[Accommodation, ...], advised_against: tuple[NotRecommended, ...], findings: Findings
) -> None:
    known = {entry.id for entry in offered}
    for entry in advised_against:
        for name in set(entry.instead) - known:
            file, line = findings.place(NotRecommended, entry.id)
            findings.add(file, line, "unknown_accommodation", f"{entry.id!r} points to {name!r}, unknown")


def records(value: object) -> Iterator[object]:
    """Walk all dataclass values inside a value, itself first: how a check reaches every figure."""
    if isinstance(value, tuple):
        for item in value:
            yield from records(item)
    elif is_dataclass(value):
        yield value
        for field in fields(value):
            yield from records(getattr(value, field.name))
