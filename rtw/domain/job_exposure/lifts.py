"""The lifts of a job by the NIOSH equation: two-handed lifts whose geometry the sheet gives."""

from collections.abc import Iterator
from dataclasses import dataclass

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import JobProfile, LiftGeometry
from rtw.domain.exposure.quantity import ContradictionError
from rtw.domain.exposure.rnle import compute
from rtw.domain.exposure.rnle_inputs import RnleInputs
from rtw.domain.exposure.rnle_multipliers import Coupling, RnleCoefficients, Units
from rtw.domain.exposure.rnle_result import RnleResult
from rtw.domain.hands import Side
from rtw.domain.matching.asked import Asked, asked_of


@dataclass(frozen=True, slots=True)
class LiftExposure:
    """One lift. `result` None: `refused` says why the equation does not apply, or `missing` what to ask."""

    asked: Asked
    inputs: RnleInputs | None
    result: RnleResult | None
    refused: str | None = None
    missing: tuple[str, ...] = ()


def lift_exposures(profile: JobProfile, c: RnleCoefficients) -> tuple[LiftExposure, ...]:
    """Give every lift of a job, in the order of the sheet; carrying is no lift."""
    return tuple(
        _lift(asked_of(profile, task, index, Side.RIGHT), c)
        for task in profile.tasks
        for index, demand in enumerate(task.demands)
        if demand.kind is DemandKind.LIFTING and not asked_of(profile, task, index, Side.RIGHT).is_never()
    )


def _lift(asked: Asked, c: RnleCoefficients) -> LiftExposure:
    if asked.demand.hand not in (None, Hand.BOTH):
        words = (
            f"Lifted with one hand ({asked.demand.hand.label.lower()}): the equation is for two hands only."
        )
        return LiftExposure(asked, None, None, refused=words)
    missing = tuple(_missing(asked))
    if missing:
        return LiftExposure(asked, None, None, missing=missing)
    inputs = _inputs(asked, asked.demand.geometry or LiftGeometry())
    try:
        return LiftExposure(asked, inputs, compute(inputs, c))
    except ContradictionError as outside:
        return LiftExposure(asked, inputs, None, refused=str(outside))


def _inputs(asked: Asked, geometry: LiftGeometry) -> RnleInputs:
    """Take of every range the end that strains more: heavier load, longer time, no rest afterwards."""
    load, hours = asked.load(), asked.hours()[0]
    return RnleInputs(
        units=Units.METRIC,
        load=load[1] if load else None,
        horizontal=geometry.horizontal_cm or 0.0,
        vertical=geometry.vertical_cm or 0.0,
        travel=geometry.travel_cm or 0.0,
        asymmetry_deg=geometry.asymmetry_deg or 0.0,
        lifts_per_minute=asked.demand.efforts_per_minute,
        duration_hours=hours[1] if hours else None,
        recovery_hours=0.0,
        coupling=coupling_of(geometry.coupling),
    )


def coupling_of(words: str | None) -> Coupling | None:
    """Read how well a load can be held; None for words the equation does not know."""
    said = (words or "").strip().casefold()
    return next((coupling for coupling in Coupling if coupling.value == said), None)


def _missing(asked: Asked) -> Iterator[str]:
    """Name every figure of the equation that the sheet does not give."""
    geometry = asked.demand.geometry or LiftGeometry()
    named = (
        ("which hands lift it", asked.demand.hand),
        ("the weight", asked.load()),
        ("how far before the ankles the hands hold it", geometry.horizontal_cm),
        ("how high above the floor the hands begin", geometry.vertical_cm),
        ("how far up or down it travels", geometry.travel_cm),
        ("how far the trunk turns", geometry.asymmetry_deg),
        ("how well it can be held (good, fair or poor)", coupling_of(geometry.coupling)),
        ("how many lifts a minute", asked.demand.efforts_per_minute),
        ("how many hours a day", asked.hours()[0]),
    )
    yield from (words for words, known in named if known is None)
