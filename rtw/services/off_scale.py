"""What of a visit counts: everything but entries that cannot be, by scales and filaments of the knowledge."""

from functools import lru_cache

from job_profiles.problem import Problem, Severity
from rtw.domain.assessment.assessment import Assessment
from rtw.domain.assessment.off_scale import ADVICE, OFF_THE_SCALE, Sieved, sieve
from rtw.knowledge.for_scores import score_rules
from rtw.knowledge.load import knowledge


# The signed visits of a case are asked for on every page of it, and never change.
@lru_cache(maxsize=256)
def sieved(value: Assessment) -> Sieved:
    """Part what of a visit counts from what cannot be."""
    known = knowledge()
    return sieve(value, tuple(row.size for row in known.filaments.rows), score_rules(known))


def unsignable(value: Assessment) -> Problem | None:
    """Say why a visit cannot be signed: it holds entries that cannot be. None where it holds none."""
    found = sieved(value).off_scale
    if not found:
        return None
    said = " ".join(each.problem.message for each in found)
    return Problem(Severity.ERROR, OFF_THE_SCALE, said, ADVICE)
