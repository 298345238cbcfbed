"""The published figures that hold for one case: for its place of work and for the person."""

from functools import cache, lru_cache

from rtw.domain.accommodation.fitting import circumstances_of
from rtw.domain.accommodation.kinds import Circumstance, Setting
from rtw.domain.assessed_capacity import CapacityCoefficients, capacity_of
from rtw.domain.assessment.assessment import Assessment
from rtw.domain.assessment.operation import Operation, PatientFacts
from rtw.domain.planning import Figures
from rtw.knowledge.for_domain import capacity_coefficients, match_coefficients, recovery_bands
from rtw.knowledge.for_recovery import recovery_model
from rtw.knowledge.load import knowledge
from rtw.services.case_record import CaseRecord
from rtw.services.operations import treated_sides


def figures_for(record: CaseRecord) -> Figures:
    """Return all published figures that match and plan take, for the place and the person of this case.

    What bears on the person is what the therapist ticked, and what the last signed visit found.
    """
    last = record.last_signed
    found = _found(last.assessment, record.patient, record.operations) if last else frozenset()
    return _figures(record.settings, record.circumstances | found)


# The knowledge of a process never changes, and there are few sets of settings and circumstances.
@lru_cache(maxsize=64)
def _figures(settings: frozenset[Setting], circumstances: frozenset[Circumstance]) -> Figures:
    return Figures(
        match=match_coefficients(knowledge(), settings, circumstances),
        capacity=_capacity_coefficients(),
        recovery=recovery_bands(knowledge()),
        expected=recovery_model(knowledge()),
    )


@cache
def _capacity_coefficients() -> CapacityCoefficients:
    return capacity_coefficients(knowledge())


# The same visit is looked at on every page of its case; equal findings speak for equal circumstances.
@lru_cache(maxsize=64)
def _found(
    assessment: Assessment, patient: PatientFacts, operations: tuple[Operation, ...]
) -> frozenset[Circumstance]:
    capacity = capacity_of((assessment,), patient, operations, (), _capacity_coefficients(), assessment.on)
    return circumstances_of(capacity, treated_sides(operations))
