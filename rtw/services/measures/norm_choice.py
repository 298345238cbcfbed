"""Whose norms count in a case: chosen by the therapist for each test, and remembered."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from rtw.documents.citing import short_name
from rtw.domain.figure import SourceId
from rtw.domain.measures.followed import Followed
from rtw.domain.measures.norm import NormBand
from rtw.knowledge.for_measures import norm_bands, normal_motions
from rtw.knowledge.load import knowledge
from rtw.services import audit
from rtw.services.actor import Actor
from rtw.services.citations import citation
from rtw.services.permission import Permission, case_for
from rtw.store.norm_choices import NormChoiceRow

MOTION: Final = "motion"
"""The test under which the authority for normal motion is kept."""

_FIRST: Final = {
    Followed.GRIP.value: "mathiowetz_1985",
    Followed.NINE_HOLE_PEG.value: "oxford_grice_2003",
    MOTION: "AAOS",
}
"""Who counts until a therapist chooses: for grip the one that has both hands and every pinch
too, for the peg test the one whose table holds most ages of both sexes."""


@dataclass(frozen=True, slots=True)
class AuthorityChoice:
    """The authorities of one test, each with its short name, and the one that counts."""

    test: str
    label: str
    authorities: tuple[tuple[str, str], ...]
    chosen: str


@cache
def bands_of(measure: Followed) -> Mapping[SourceId, tuple[NormBand, ...]]:
    """Give the norms of a test by authority."""
    return norm_bands(knowledge(), measure)


@cache
def authorities() -> Mapping[str, tuple[str, ...]]:
    """Name the authorities of every test, the one that counts unless another is chosen first."""
    named: dict[str, tuple[str, ...]] = {each.value: tuple(bands_of(each)) for each in Followed}
    named[MOTION] = tuple(dict.fromkeys(normal.authority for normal in normal_motions(knowledge())))
    return {test: _first_first(test, names) for test, names in named.items() if names}


def _first_first(test: str, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: name != _FIRST.get(test)))


def norm_choices(session: Session, case_id: int) -> dict[str, str]:
    """Read what was chosen for a case; an authority the knowledge base no longer has is passed over."""
    rows = session.scalars(select(NormChoiceRow).where(NormChoiceRow.case_id == case_id))
    return {row.test: row.authority for row in rows if row.authority in authorities().get(row.test, ())}


def authority_choices(chosen: Mapping[str, str]) -> tuple[AuthorityChoice, ...]:
    """List the tests for which there is a choice."""
    return tuple(
        AuthorityChoice(
            test, _label(test), tuple((n, short_name(citation(n))) for n in names), chosen.get(test, names[0])
        )
        for test, names in authorities().items()
        if len(names) > 1
    )


def _label(test: str) -> str:
    return "Motion" if test == MOTION else Followed(test).label


def choose_norms(session: Session, actor: Actor, case_id: int, chosen: Mapping[str, str]) -> None:
    """Remember for a case whose norms count; what names no authority of its test is left out."""
    case_for(session, actor, Permission.ASSESS, case_id)
    known = {test: name for test, name in chosen.items() if name in authorities().get(test, ())}
    before = norm_choices(session, case_id)
    if known == before:
        return
    session.execute(delete(NormChoiceRow).where(NormChoiceRow.case_id == case_id))
    session.add_all(NormChoiceRow(case_id=case_id, test=t, authority=a) for t, a in known.items())
    session.flush()
    audit.record(session, actor, "chose", "norms", case_id=case_id, before=before, after=known)
