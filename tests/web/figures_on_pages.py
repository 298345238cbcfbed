"""Which figures of a rendered page lead nowhere.

A figure leads somewhere when it stands inside a why panel or its summary, in a part of the page that names
one panel for all its figures (`data-figures` holds the panel's id), or in a row or line with a link to the
evidence. Dates, times, versions, references and the like are no figures: they state what is, and nothing was
computed or measured to get them. A count that is plainly of what stands beneath is marked `data-no-figures`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_UNSEEN = {
    "script",
    "style",
    "title",
    "option",
    "textarea",
    "template",
    "svg",
    "nav",
    "button",
    "label",
    "legend",
}
_OPENING = {"why", "why-panel", "visually-hidden"}
_ROWS = {"tr", "li", "p", "dd"}
"""Parts that lead somewhere as a whole when a link to the evidence stands in them."""

_SPOKEN = ("aria-label", "title", "alt", "placeholder")
_DAY_AS_KEPT = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_COUNTED = (
    r"[Vv]ersions?|[Vv]isits?|[Ww]eeks?|[Pp]age|[Ss]tep|[Pp]osition|[Rr]ung|[Nn]umber|No\.|[Ll]ine|[Pp]lan"
)
_NO_FIGURE = re.compile(
    rf"""\d{{1,2}}\s+(?:{_MONTHS})[a-z]*\.?(?:\s+\d{{4}})?      # 3 Nov 2026
    | \b\d{{4}}-\d{{2}}-\d{{2}}\b | \b\d{{1,2}}:\d{{2}}\b     # 2026-11-03, 14:30
    | \b(?:{_MONTHS})[a-z]*\s+\d{{4}}\b
    | \b(?:{_COUNTED})\s+\d+(?:\s*(?:to|of|and|–|-)\s*\d+)?
    | \b[CP]-\d+\b | \b\d+\s+(?:weeks?|days?|years?)\s+(?:since|ago|after|old)\b
    | \b0\s*(?:to|–|-)\s*10\b                                  # a scale, not a figure
    | \b[\w-]+\.(?:pdf|xlsx|ics)\b                             # names of files
    | \b[A-Za-z]+\d+\b | \bA\(8\)                              # cell addresses, names
    """,
    re.VERBOSE,
)
_FIGURE = re.compile(r"(?<![\w.])[−-]?\d+(?:[.,]\d+)?\s*(?:%|×|[A-Za-z°/²]+)?")


@dataclass(eq=False)
class _Element:
    """An element, what surrounds it, and whether a link to a source stands somewhere within."""

    tag: str
    attrs: dict[str, str]
    parent: "_Element | None"
    names_source: bool = False

    def around(self) -> Iterator["_Element"]:
        element: _Element | None = self
        while element is not None:
            yield element
            element = element.parent


class _Page(HTMLParser):
    """Walks the page and keeps every text with the element it stands in."""

    def __init__(self) -> None:
        super().__init__()
        self.here: _Element | None = None
        self.texts: list[tuple[str, _Element]] = []
        self.ids: set[str] = set()
        self.spoken: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        self.ids |= {known["id"]} if "id" in known else set()
        self.spoken += [known[name] for name in _SPOKEN if name in known]
        if tag in _VOID:
            return
        self.here = _Element(tag, known, self.here)
        if tag == "a" and "/evidence/" in known.get("href", ""):
            for element in self.here.around():
                element.names_source = True

    def handle_endtag(self, tag: str) -> None:
        around = list(self.here.around()) if self.here else []
        closed = next((element for element in around if element.tag == tag), None)
        if closed is not None:
            self.here = closed.parent

    def handle_data(self, data: str) -> None:
        if data.strip() and self.here is not None:
            self.texts.append((data, self.here))


def loose_figures(html: str) -> list[str]:
    """Name every figure inside `main` that leads nowhere, with the words around it."""
    page = _Page()
    page.feed(html)
    found = []
    for text, element in page.texts:
        around = tuple(element.around())
        if any(each.tag == "main" for each in around) and not _leads_somewhere(around, page.ids):
            plain = _NO_FIGURE.sub(" ", text)
            words = " ".join(text.split())[:90]
            found += [f"{match.group().strip()} in “{words}”" for match in _FIGURE.finditer(plain)]
    return found


def texts_read(html: str) -> list[str]:
    """List every piece of text that a person reads on the page, or hears."""
    page = _Page()
    page.feed(html)
    read = [text for text, element in page.texts if not _is_for_programs(element)]
    return [" ".join(text.split()) for text in (*read, *page.spoken)]


def days_as_kept(html: str) -> list[str]:
    """Name every day that a person reads on the page, or hears, as a program keeps it (2026-11-21)."""
    return [text[:90] for text in texts_read(html) if _DAY_AS_KEPT.search(text)]


def _is_for_programs(element: _Element) -> bool:
    """Whether a text is a script, or the value of a field: pages print what a style sheet holds."""
    return any(each.tag in {"script", "template", "textarea"} for each in element.around())


def _leads_somewhere(around: tuple[_Element, ...], ids: set[str]) -> bool:
    return any(
        element.tag in _UNSEEN
        or _OPENING & set(element.attrs.get("class", "").split())
        or element.attrs.get("data-figures") in ids
        or "data-no-figures" in element.attrs
        or (element.tag in _ROWS and element.names_source)
        for element in around
    )
