"""Bytes of workbooks, good and crafted, made on the spot."""

import io
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl

SHEET_PART = "xl/worksheets/sheet1.xml"
_HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_TAIL = b"</sheetData></worksheet>"


def xlsx(cells: Mapping[str, Any], change: Callable[[openpyxl.Workbook], None] | None = None) -> bytes:
    workbook = openpyxl.Workbook()
    for place, value in cells.items():
        workbook.active[place] = value
    if change is not None:
        change(workbook)
    return saved(workbook)


def saved(workbook: openpyxl.Workbook) -> bytes:
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def sheet_xml(rows: bytes, before: bytes = b"") -> bytes:
    return before + _HEAD + rows + _TAIL


def with_part(data: bytes, part: str, content: bytes) -> bytes:
    """The same archive with one member's content replaced or added."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as copy,
    ):
        for name in source.namelist():
            if name != part:
                copy.writestr(name, source.read(name))
        copy.writestr(part, content)
    return target.getvalue()


def zip_bomb(tmp: Path, unpacked_bytes: int) -> bytes:
    """A workbook of about a megabyte whose sheet unpacks to `unpacked_bytes` of blanks."""
    path = tmp / "bomb.xlsx"
    path.write_bytes(with_part(xlsx({"A1": 1}), SHEET_PART, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        with zipfile.ZipFile(io.BytesIO(xlsx({"A1": 1}))) as source:
            for name in source.namelist():
                if name != SHEET_PART:
                    archive.writestr(name, source.read(name))
        with archive.open(SHEET_PART, "w", force_zip64=True) as sheet:
            sheet.write(_HEAD)
            blanks = b" " * 10_000_000
            for _ in range(unpacked_bytes // len(blanks)):
                sheet.write(blanks)
            sheet.write(_TAIL)
    return path.read_bytes()


def with_false_size(data: bytes, part: str, claimed: int) -> bytes:
    """The archive with a member that claims to unpack to `claimed` bytes."""
    patched = bytearray(data)
    entry = patched.rfind(b"PK\x01\x02", 0, patched.rfind(part.encode()))
    (local,) = struct.unpack_from("<I", patched, entry + 42)
    struct.pack_into("<I", patched, entry + 24, claimed)
    struct.pack_into("<I", patched, local + 22, claimed)
    return bytes(patched)


def entity_bomb() -> bytes:
    doubling = b"".join(b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 10))
    doctype = b'<!DOCTYPE x [<!ENTITY e0 "aaaaaaaaaa">' + doubling + b"]>"
    cell = b'<row r="1"><c r="A1" t="inlineStr"><is><t>&e9;</t></is></c></row>'
    return with_part(xlsx({"A1": 1}), SHEET_PART, sheet_xml(cell, before=doctype))
