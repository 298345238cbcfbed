"""Names of figures' sources with their marks wherever they stand: no unread figure passes for a read one.

One source may give a figure that was read in it and another that was only quoted: a figure has its own mark.
A source named without a figure has that of its least known one.
"""

from typing import Final

from rtw.documents.citing import short_name, short_names
from rtw.documents.values import SourceLine
from rtw.domain.figure import Verified
from rtw.domain.why import Coefficient

_MARKS: Final = {"yes": "", "secondary": " †", "no": " ‡"}

VERIFIED_KEY: Final = (
    "† read in a second-hand copy. ‡ commonly quoted, source not read. Beside a figure the mark is that of "
    "the figure; in lists of sources it is that of the source's least known figure. "
    "Every model named here was made on healthy workers: results hold within these limits only."
)


class Marks:
    """Names sources by authors and year, with marks; one that is not listed counts as not read."""

    def __init__(self, sources: tuple[SourceLine, ...]) -> None:
        self._verified = {source.id: source.verified for source in sources}
        self._names = short_names((source.id, source.citation) for source in sources)

    def of(self, source: str | None) -> str:
        """Return authors and year with the mark; nothing is a dash, other words stay as they are."""
        if source is None:
            return "–"
        if " " in source:  # words such as "spread of the trials": an id has no space
            return source
        return f"{self._name(source)}{_MARKS[self._verified.get(source, 'no')]}"

    def of_figure(self, figure: Coefficient) -> str:
        """Return authors and year of a published figure with the figure's own mark."""
        return f"{self._name(figure.source)}{_MARKS[figure.verified.value]}"

    def listed(self, source: SourceLine) -> list[str]:
        """Return a row of the list: name, the rest of the citation, locator, how well it is known."""
        rest = source.citation.removeprefix(short_name(source.citation))
        known = f"{Verified(source.verified).label}{_MARKS[source.verified]}"
        return [self._name(source.id), rest, source.locator, known]

    def _name(self, source: str) -> str:
        return self._names.get(source, source)
