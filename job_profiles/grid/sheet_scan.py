"""Two ways through the XML of one worksheet: a quick search for single cells, or a full pass.

The search jumps from hit to hit and is many times quicker; it gives up on a cell without an address,
which only the full pass can place.
"""

import re
from html import unescape
from typing import Final
from xml.parsers import expat

from job_profiles.grid.cells import parse_address
from job_profiles.grid.marks import Marks, Place
from job_profiles.grid.refusal import Refused

_LONGEST_TAG: Final = 4_096
_MAX_MARKS: Final = 2_000_000
_CELL_TAG: Final = re.compile(rb"<(?:\w+:)?c\s([^<>]*)>")
_ADDRESS: Final = re.compile(rb'\br="([A-Z]{1,3}[0-9]{1,7})"')
_TYPE: Final = re.compile(rb'\bt="(\w+)"')
_VALUE: Final = re.compile(
    rb"\s*(?:<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>))?\s*<(?:\w+:)?v>([^<]*)<"
)


def marks_by_search(xml: bytes, percent_styles: frozenset[int]) -> Marks | None:
    """Return errors and per cent cells; None where a cell has no address of its own."""
    marks = Marks()
    for tag in _cell_tags(xml, percent_styles):
        found = _ADDRESS.search(tag[1])
        if found is None:
            return None
        place = parse_address(found[1].decode("ascii"))
        kind = _TYPE.search(tag[1])
        if kind is not None and kind[1] == b"e":
            marks.errors[place] = _error_text(xml, tag.end())
        elif (kind is None or kind[1] == b"n") and not tag[1].endswith(b"/"):
            marks.percents.append(place)
    return marks


def _cell_tags(xml: bytes, percent_styles: frozenset[int]) -> list[re.Match[bytes]]:
    """Find the opening tags of cells that hold an error or bear a per cent style, each once."""
    wanted = [rb't="e"']
    if percent_styles:
        wanted.append(rb's="(?:' + b"|".join(b"%d" % style for style in percent_styles) + rb')"')
    hits = (hit.start() for one in wanted for hit in re.finditer(one, xml))
    starts = {xml.rfind(b"<", max(0, at - _LONGEST_TAG), at) for at in hits}
    if len(starts) > _MAX_MARKS:
        raise Refused("sheet-too-large", "more than two million error or per cent cells")
    tags = (_CELL_TAG.match(xml, start) for start in sorted(starts) if start >= 0)
    return [tag for tag in tags if tag is not None]


def _error_text(xml: bytes, end_of_tag: int) -> str:
    value = _VALUE.match(xml, end_of_tag)
    return unescape(value[1].decode("utf-8", "replace")) if value is not None and value[1] else "#ERROR!"


class ExpatScan:
    """One expat pass over a sheet that was found to need it."""

    def __init__(self, percent_styles: frozenset[int]):
        self.marks = Marks()
        self._percent_styles = {str(style) for style in percent_styles}
        self._row, self._col = -1, -1
        self._attributes: dict[str, str] = {}
        self._texts: dict[str, list[str]] = {}
        self._into: list[str] | None = None

    def run(self, xml: bytes) -> Marks:
        """Return everything that is to be found. Raises Refused where the XML is broken."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        try:
            parser.Parse(xml, True)
        except (expat.ExpatError, ValueError) as error:
            raise Refused("file-damaged") from error
        return self.marks

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        local = tag.rpartition(":")[2]
        if local == "c":
            self._attributes, self._texts = attributes, {}
            self._row, self._col = self._place(attributes.get("r"))
        elif local in ("v", "f"):
            self._into = self._texts.setdefault(local, [])
        elif local == "row":
            self._row = int(attributes["r"]) - 1 if "r" in attributes else self._row + 1
            self._col = -1

    def _place(self, reference: str | None) -> Place:
        """Return the cell's place; one without an address stands right of the one before it."""
        return parse_address(reference) if reference else (self._row, self._col + 1)

    def _text(self, text: str) -> None:
        if self._into is not None:
            self._into.append(text)

    def _end(self, tag: str) -> None:
        local = tag.rpartition(":")[2]
        if local in ("v", "f"):
            self._into = None
        elif local == "c":
            self._note_cell()

    def _note_cell(self) -> None:
        place = (self._row, self._col)
        value = "".join(self._texts.get("v", ()))
        kind = self._attributes.get("t", "n")
        if kind == "e":
            self.marks.errors[place] = unescape(value) or "#ERROR!"
        elif not value and kind != "str" and "f" in self._texts:
            self.marks.lost_formulas[place] = "=" + "".join(self._texts["f"])
        elif self._attributes.get("s") in self._percent_styles and kind == "n":
            self.marks.percents.append(place)
        if len(self.marks.percents) > _MAX_MARKS:
            raise Refused("sheet-too-large", "more than two million per cent cells")
