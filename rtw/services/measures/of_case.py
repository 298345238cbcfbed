"""The measures of a case as recorded: its signed visits, and the norms chosen for it."""

from collections.abc import Mapping

from rtw.domain.measures.shown import CaseMeasures
from rtw.services.case_record import CaseRecord
from rtw.services.measures.build import measures_of


def case_measures(record: CaseRecord, chosen: Mapping[str, str]) -> CaseMeasures:
    """Work out the measures of a case; a visit that is not signed does not count yet."""
    visits = tuple(visit.assessment for visit in record.signed_visits)
    return measures_of(record.patient, record.operations, visits, chosen)
