"""Keep the results of formulas: openpyxl saves a formula without what it last came to.

Without them a marked workbook would show blanks in a previewer and read as blanks until a
spreadsheet program had calculated and saved it again.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Final
from xml.sax.saxutils import escape

from openpyxl import load_workbook
from openpyxl.utils.datetime import to_excel
from openpyxl.workbook import Workbook

Results = Mapping[str, str]
"""Attribute and value as XML (` t="str"><v>…`) by cell address."""

_FORMULA_CELL: Final = re.compile(
    rb'<c r="([A-Z]+[0-9]+)"((?: s="[0-9]+")?)(?: t="[a-zA-Z]+")?>(<f\b[^>]*>[^<]*</f>)<v\s*(?:/>|></v>)</c>'
)


def has_formulas(workbook: Workbook) -> bool:
    """Tell whether any cell holds a formula."""
    return any(
        cell.data_type == "f" for sheet in workbook.worksheets for row in sheet.iter_rows() for cell in row
    )


def stored_results(data: bytes) -> dict[str, Results]:
    """Return the results stored in a workbook, by sheet name."""
    workbook = load_workbook(io.BytesIO(data), data_only=True)
    return {
        sheet.title: {
            cell.coordinate: _as_xml(cell.value, cell.data_type, workbook)
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        }
        for sheet in workbook.worksheets
    }


def _as_xml(value: object, data_type: str, workbook: Workbook) -> str:
    match value:
        case bool():
            return f' t="b"><v>{int(value)}'
        case int() | float():
            return f"><v>{value!r}"
        case date() | time() | timedelta():
            return f"><v>{to_excel(value, workbook.epoch)!r}"  # type: ignore[no-untyped-call]
    kind = "e" if data_type == "e" else "str"
    return f' t="{kind}"><v>{escape(str(value))}'


def with_results(saved: bytes, results: Mapping[str, Results], titles: list[str]) -> bytes:
    """Return the saved workbook with results laid in; `titles` are its worksheets in order."""
    parts = {
        f"xl/worksheets/sheet{at}.xml": results.get(title, {}) for at, title in enumerate(titles, start=1)
    }
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(saved)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for name in source.namelist():
            content = source.read(name)
            copy.writestr(name, _filled(content, parts[name]) if parts.get(name) else content)
    return target.getvalue()


def _filled(xml: bytes, results: Results) -> bytes:
    def fill(match: re.Match[bytes]) -> bytes:
        result = results.get(match[1].decode("ascii"))
        if result is None:
            return match[0]
        attribute, _, value = result.partition(">")
        start = b'<c r="' + match[1] + b'"' + match[2] + attribute.encode() + b">"
        return start + match[3] + value.encode() + b"</v></c>"

    return _FORMULA_CELL.sub(fill, xml)
