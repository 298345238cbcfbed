"""Find in the XML of an .xlsx what calamine does not tell: errors, per cent, formulas never calculated.

Calamine turns `#N/A` into a blank without a sign. A byte search decides in milliseconds whether a
sheet needs a closer look; most do not.
"""

import posixpath
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from html import unescape
from typing import Final
from xml.parsers import expat

from job_profiles.grid.archive import Archive
from job_profiles.grid.cells import parse_address
from job_profiles.grid.marks import Marks, Place
from job_profiles.grid.refusal import Refused

_PERCENT_BUILT_IN: Final = frozenset({9, 10})
_LITERAL: Final = re.compile(r'"[^"]*"|\\.|_.|\*.')
_ERROR_HINTS: Final = (b't="e"', b"t='e'")
_LOST_HINT: Final = re.compile(rb"</(?:\w+:)?f>\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></|</(?:\w+:)?c>)")
_MAX_MARKS: Final = 2_000_000


def xlsx_marks(archive: Archive) -> dict[str, Marks]:
    """Return findings by sheet name. Raises Refused for broken or unsafe parts."""
    for name in archive.names():
        if name.endswith((".rels", "sharedStrings.xml")):
            archive.part(name)
    percent_styles = _percent_styles(archive)
    return {sheet: _sheet_marks(archive.part(part), percent_styles) for sheet, part in sheet_parts(archive)}


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _root(archive: Archive, part: str) -> ET.Element:
    try:
        return ET.fromstring(archive.part(part))  # noqa: S314
    except ET.ParseError as error:
        raise Refused("file-damaged") from error


def sheet_parts(archive: Archive) -> Iterator[tuple[str, str]]:
    """Yield (sheet name, member name) of each worksheet."""
    names = {name.lower(): name for name in archive.names()}
    workbook = names.get("xl/workbook.xml")
    if workbook is None:
        raise Refused("file-damaged")
    relations = names.get("xl/_rels/workbook.xml.rels")
    targets = _targets(_root(archive, relations)) if relations else {}
    for element in _root(archive, workbook).iter():
        if _local(element.tag) == "sheet":
            part = names.get(targets.get(_relation_id(element), "").lower())
            if part is not None:
                yield element.get("name", ""), part


def _targets(relations: ET.Element) -> dict[str, str]:
    found = {}
    for element in relations:
        target = element.get("Target", "")
        path = target[1:] if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        found[element.get("Id", "")] = path
    return found


def _relation_id(element: ET.Element) -> str:
    return next((value for key, value in element.attrib.items() if key.endswith("}id")), "")


def _percent_styles(archive: Archive) -> frozenset[int]:
    """Return the cell style numbers whose number format shows a per cent sign."""
    part = next((name for name in archive.names() if name.lower() == "xl/styles.xml"), None)
    if part is None:
        return frozenset()
    root = _root(archive, part)
    percent_formats = set(_PERCENT_BUILT_IN)
    for element in root.iter():
        if _local(element.tag) == "numFmt" and shows_percent(element.get("formatCode", "")):
            percent_formats.add(_number(element.get("numFmtId")))
    cell_styles = next((part for part in root if _local(part.tag) == "cellXfs"), ())
    return frozenset(
        index for index, style in enumerate(cell_styles) if _number(style.get("numFmtId")) in percent_formats
    )


def shows_percent(number_format: str) -> bool:
    """Tell whether a format scales to per cent; a quoted or escaped sign is decoration only."""
    return "%" in _LITERAL.sub("", number_format)


def _number(text: str | None) -> int:
    return int(text) if text is not None and text.isdecimal() else -1


def _sheet_marks(xml: bytes, percent_styles: frozenset[int]) -> Marks:
    styles = b"|".join(str(style).encode() for style in sorted(percent_styles))
    has_percent = bool(styles) and re.search(rb"\ss=[\"'](?:" + styles + rb")[\"']", xml) is not None
    has_error = any(hint in xml for hint in _ERROR_HINTS)
    has_formula = b"</f>" in xml or b":f>" in xml  # a plain search, before the slow one
    if not (has_percent or has_error or (has_formula and _LOST_HINT.search(xml))):
        return Marks()
    return _Scan(percent_styles).run(xml)


class _Scan:
    """One expat pass over a sheet that was found to need it."""

    def __init__(self, percent_styles: frozenset[int]):
        self.marks = Marks()
        self._percent_styles = {str(style) for style in percent_styles}
        self._row, self._col = -1, -1
        self._attributes: dict[str, str] = {}
        self._texts: dict[str, list[str]] = {}
        self._into: list[str] | None = None

    def run(self, xml: bytes) -> Marks:
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
