"""Where figures come from."""

import re
from dataclasses import dataclass
from typing import Final

from rtw.domain.soundness import require

_DOI: Final = re.compile(r"10\.\d{4,9}/[^\s,;]+")
_URL: Final = re.compile(r"https?://[^\s/.]+(\.[^\s/.]+)+(/\S*)?")


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
        """Refuse a source that nobody could look up, and an address that leads nowhere."""
        if self.doi is None and self.document is None and self.url is None:
            raise ValueError(f"source {self.id!r} needs a doi, a document number or a url")
        message = f"{self.doi!r} is no DOI such as 10.1000/182"
        require("doi", message, holds=self.doi is None or _DOI.fullmatch(self.doi) is not None)
        message = f"{self.url!r} is no address such as https://example.org/page"
        require("url", message, holds=self.url is None or _URL.fullmatch(self.url) is not None)
