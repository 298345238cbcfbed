"""Marks that go with a source wherever it is named, so that no unread figure passes for a read one."""

from typing import Final

from rtw.documents.values import SourceLine

_MARKS: Final = {"yes": "", "secondary": " †", "no": " ‡"}

VERIFIED_KEY: Final = (
    "† read in a second-hand copy. ‡ commonly quoted, source not read. "
    "Every model named here was made on healthy workers: results hold within these limits only."
)


class Marks:
    """Names sources with their marks; a source that is not listed is marked as not verified."""

    def __init__(self, sources: tuple[SourceLine, ...]) -> None:
        self._verified = {source.id: source.verified for source in sources}

    def of(self, source: str | None) -> str:
        """Return the id with its mark; no source is a dash."""
        if source is None:
            return "–"
        return f"{source}{_MARKS[self._verified.get(source, 'no')]}"
