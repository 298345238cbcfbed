"""Everything the product knows from the literature, to be looked up: sources, and what rests on them."""

from rtw.knowledge.load import knowledge
from rtw.knowledge.types.sources import Source
from rtw.services.actor import Actor
from rtw.services.permission import Permission, require


def sources(actor: Actor, words: str = "") -> tuple[Source, ...]:
    """List sources in which every word occurs, by citation."""
    require(actor, Permission.SEE_KNOWLEDGE)
    wanted = words.casefold().split()
    found = (s for s in knowledge().sources if all(word in s.citation.casefold() for word in wanted))
    return tuple(sorted(found, key=lambda source: source.citation.casefold()))
