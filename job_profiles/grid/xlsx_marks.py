"""Find in the XML of an .xlsx what calamine does not tell: errors, per cent, formulas never calculated.

Calamine turns `#N/A` into a blank without a sign. A byte search decides in milliseconds whether a
sheet needs a closer look; most do not.
"""

import posixpath
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Final

from job_profiles.grid.archive import Archive
from job_profiles.grid.marks import Marks
from job_profiles.grid.refusal import Refused
from job_profiles.grid.sheet_scan import ExpatScan, marks_by_search
from job_profiles.grid.xlsx_comments import comments_of

_PERCENT_BUILT_IN: Final = frozenset({9, 10})
_LITERAL: Final = re.compile(r'"[^"]*"|\\.|_.|\*.')
_LOST_HINT: Final = re.compile(rb"</f>\s*(?:<v\s*/>|<v></v>|</c>)")
_LOST_HINT_PREFIXED: Final = re.compile(rb"</\w+:f>\s*(?:<\w+:v\s*/>|<\w+:v></|</\w+:c>)")


def xlsx_marks(archive: Archive) -> dict[str, Marks]:
    """Return findings by sheet name. Raises Refused for broken or unsafe parts."""
    for name in archive.names():
        if name.endswith((".rels", "sharedStrings.xml")):
            archive.part(name)
    percent_styles = _percent_styles(archive)
    found = {}
    for sheet, part in sheet_parts(archive):
        found[sheet] = _sheet_marks(archive.part(part), percent_styles)
        found[sheet].comments = comments_of(archive, part)
    return found


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
    if b" t='" in xml or b" s='" in xml:
        return ExpatScan(percent_styles).run(xml)  # quotes that no common program writes
    if _LOST_HINT.search(xml) or (b":f>" in xml and _LOST_HINT_PREFIXED.search(xml)):
        return ExpatScan(percent_styles).run(xml)
    marks = marks_by_search(xml, percent_styles)
    return ExpatScan(percent_styles).run(xml) if marks is None else marks
