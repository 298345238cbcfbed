"""Where figures come from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A publication. `document` is a number other than a DOI: a directive, a PMID, a report."""

    id: str
    citation: str
    doi: str | None = None
    document: str | None = None
    url: str | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        """Refuse a source that nobody could look up."""
        if self.doi is None and self.document is None and self.url is None:
            raise ValueError(f"source {self.id!r} needs a doi, a document number or a url")
