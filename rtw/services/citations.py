"""Where the figures behind visits and match come from, and how well each is known."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache

from rtw.domain.assessment.operation import Procedure
from rtw.domain.figure import Figure, Verified
from rtw.domain.measures.followed import TEST_OF
from rtw.domain.plan import MadeFrom
from rtw.knowledge.for_domain import strength_error, strength_gate
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


def citation(source_id: str) -> str:
    """Return the citation of any source; its id where it is unknown."""
    found = knowledge().source(source_id)
    return found.citation if found else source_id


def knowledge_words(made_from: MadeFrom) -> str:
    """Say whether a plan rests on the published figures of today; the record names their version."""
    is_today = made_from.knowledge_version == knowledge().version
    return f"the knowledge base {'as it is today' if is_today else 'as it was then, which has changed since'}"


def _used(known: Knowledge) -> Iterator[tuple[str, Verified]]:
    for group in (known.mae, known.vibration):
        figures: list[Figure] = [getattr(group, field.name) for field in fields(group)]
        yield from ((figure.source, figure.verified) for figure in figures)
    yield from ((rule.source, rule.verified) for rule in known.gates.feeling)
    yield from ((rule.source, rule.verified) for rule in known.monitoring)
    yield from ((rule.source, rule.verified) for rule in known.gates.skin)
    errors = (strength_error(known, kind) for kind in TEST_OF)
    yield from ((error.source, error.verified) for error in errors if error is not None)
    gates = (strength_gate(known, procedure) for procedure in Procedure)
    yield from ((gate.source, gate.verified) for gate in gates if gate is not None)
