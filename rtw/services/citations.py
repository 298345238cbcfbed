"""Where the figures behind visits and match come from, and how well each is known."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache

from rtw.domain.assessment.operation import Procedure
from rtw.domain.figure import Figure, Verified
from rtw.knowledge.for_domain import DETECTABLE, measurement_error, strength_gate
from rtw.knowledge.load import Knowledge, knowledge


@dataclass(frozen=True, slots=True)
class Citation:
    """A source as it is shown beside a figure. `verified` is the worst of the figures used from it."""

    source_id: str
    words: str
    verified: Verified


@cache
def citations() -> dict[str, Citation]:
    """Return the sources that visits and match rest on, by id."""
    known = knowledge()
    worst: dict[str, Verified] = {}
    for source_id, verified in _used(known):
        marks = (verified, worst.get(source_id, verified))
        worst[source_id] = max(marks, key=list(Verified).index)
    named = ((source_id, known.source(source_id), mark) for source_id, mark in worst.items())
    return {id_: Citation(id_, source.citation, mark) for id_, source, mark in named if source is not None}


def _used(known: Knowledge) -> Iterator[tuple[str, Verified]]:
    for group in (known.mae, known.vibration):
        figures: list[Figure] = [getattr(group, field.name) for field in fields(group)]
        yield from ((figure.source, figure.verified) for figure in figures)
    yield from ((rule.source, rule.verified) for rule in known.gates.feeling)
    yield from ((rule.source, rule.verified) for rule in known.gates.skin)
    for measure, statistic in (("grip", DETECTABLE), ("key_pinch", "MCID")):
        error = measurement_error(known, measure, statistic)
        if error is not None:
            yield error.source, error.verified
    gates = (strength_gate(known, procedure) for procedure in Procedure)
    yield from ((gate.source, gate.verified) for gate in gates if gate is not None)
