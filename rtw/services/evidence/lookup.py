"""Looking things up: by words, by group, by source."""

from dataclasses import dataclass, replace
from functools import cache

from rtw.domain.accommodation.values import Accommodation, NotRecommended
from rtw.domain.figure import SourceId, Verified
from rtw.knowledge.load import knowledge
from rtw.knowledge.types.sources import Source
from rtw.services.actor import Actor
from rtw.services.evidence.groups import groups
from rtw.services.evidence.line import Group, Line
from rtw.services.evidence.models import ModelPage, models_on
from rtw.services.permission import NotFoundError, Permission, require


@dataclass(frozen=True, slots=True)
class EvidenceOverview:
    """All groups that hold the words, with only the lines that do. `version` is that of the knowledge."""

    groups: tuple[Group, ...]
    sources: tuple[Source, ...]
    version: str
    by_mark: tuple[tuple[Verified, int], ...]

    @property
    def differing(self) -> int:
        """On how many matters sources disagree."""
        return sum(len(group.differing) for group in self.groups)


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A source, and everything that rests on it."""

    source: Source
    groups: tuple[Group, ...]
    accommodations: tuple[Accommodation, ...]
    advice: tuple[NotRecommended, ...]
    models: tuple[ModelPage, ...] = ()


def overview(actor: Actor, words: str = "") -> EvidenceOverview:
    """Return everything in which each of the words occurs; without words, everything."""
    require(actor, Permission.SEE_KNOWLEDGE)
    found = tuple(part for group in groups() if (part := _narrowed(group, words)).lines)
    lines = [line for group in found for line in group.lines]
    marks = tuple((mark, sum(line.verified is mark for line in lines)) for mark in Verified)
    return EvidenceOverview(found, sources(actor, words), knowledge().version, marks)


def group_page(actor: Actor, key: str, words: str = "", *, differing: bool = False) -> Group:
    """Return one group, narrowed to words, and to where sources disagree. Raises NotFoundError."""
    require(actor, Permission.SEE_KNOWLEDGE)
    found = next((group for group in groups() if group.key == key), None)
    if found is None:
        raise NotFoundError(f"evidence {key}")
    narrowed = _narrowed(found, words)
    if not differing:
        return narrowed
    lines = (line for matter in narrowed.differing for line in matter.lines)
    return replace(narrowed, lines=tuple(lines))


def sources(actor: Actor, words: str = "") -> tuple[Source, ...]:
    """List sources in whose citation, number or note every word occurs, by citation."""
    require(actor, Permission.SEE_KNOWLEDGE)
    wanted = words.casefold().split()
    found = (s for s in knowledge().sources if _holds(_source_text(s), wanted))
    return tuple(sorted(found, key=lambda source: source.citation.casefold()))


def source_page(actor: Actor, source_id: str) -> SourcePage:
    """Return one source with what rests on it. Raises NotFoundError for an unknown one."""
    require(actor, Permission.SEE_KNOWLEDGE)
    source = knowledge().source(source_id)
    if source is None:
        raise NotFoundError(f"source {source_id}")
    resting = (replace(g, lines=tuple(x for x in g.lines if x.source == source_id)) for g in groups())
    catalogue = knowledge().catalogue
    return SourcePage(
        source,
        tuple(group for group in resting if group.lines),
        tuple(entry for entry in catalogue.accommodations if source_id in entry.sources),
        tuple(a for a in catalogue.not_recommended if any(f.source == source_id for f in a.findings)),
        models_on(source_id),
    )


@cache
def citations() -> dict[SourceId, str]:
    """Return the citation of every source."""
    return {SourceId(source.id): source.citation for source in knowledge().sources}


def _narrowed(group: Group, words: str) -> Group:
    wanted = words.casefold().split()
    if not wanted:
        return group
    return replace(group, lines=tuple(line for line in group.lines if _holds(_text(group, line), wanted)))


def _text(group: Group, line: Line) -> str:
    about = citations().get(line.source, "")
    parts = (group.title, line.subject, line.value, line.unit, line.population, line.note or "", about)
    return " ".join(parts).casefold()


def _source_text(source: Source) -> str:
    parts = (source.citation, source.doi, source.document, source.url, source.note, source.id)
    return " ".join(part for part in parts if part).casefold()


def _holds(text: str, wanted: list[str]) -> bool:
    return all(word in text for word in wanted)
