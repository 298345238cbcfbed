"""Find in the records of an .xls (BIFF) what calamine does not tell: errors, per cent formats, comments.

Of a comment only its place is found: its text stands in a drawing.
"""

import struct
from collections.abc import Iterator
from typing import Final

from job_profiles.grid.cells import Comment
from job_profiles.grid.compound_file import CompoundFile
from job_profiles.grid.marks import MOST_COMMENTS, Marks
from job_profiles.grid.refusal import Refused
from job_profiles.grid.xlsx_marks import shows_percent

_BOF, _EOF, _SHEET, _FORMAT, _STYLE, _PASSWORD = 0x0809, 0x000A, 0x0085, 0x041E, 0x00E0, 0x002F
_NUMBER, _SMALL, _SMALLS, _FORMULA, _BOOL_OR_ERROR = 0x0203, 0x027E, 0x00BD, 0x0006, 0x0205
_NOTE: Final = 0x001C
_OF_WORKBOOK: Final = frozenset({_SHEET, _FORMAT, _STYLE, _PASSWORD})
_OF_ERRORS: Final = frozenset({_FORMULA, _BOOL_OR_ERROR})
_OF_NUMBERS: Final = frozenset({_NUMBER, _SMALL, _SMALLS})
_HEAD: Final = struct.Struct("<HH")
_PERCENT_BUILT_IN: Final = frozenset({9, 10})
_ERROR_TEXTS: Final = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
Record = tuple[int, bytes]


def xls_marks(data: bytes) -> tuple[Marks, ...]:
    """Return findings of each worksheet in workbook order. Raises Refused."""
    compound = CompoundFile(data)
    if "EncryptedPackage" in compound.names():
        raise Refused("file-encrypted")
    stream = compound.stream("Workbook", "Book")
    if stream is None:
        raise Refused("not-a-spreadsheet", "another kind of Office file (a letter, message or slides)")
    try:
        return _marks_of_sheets(stream)
    except (struct.error, IndexError) as error:
        raise Refused("file-damaged") from error


def _records(stream: bytes, start: int, wanted: frozenset[int]) -> Iterator[Record]:
    """Yield (record number, content) of the wanted records up to the end of the substream."""
    at, last, depth, head = start, len(stream) - 4, 0, _HEAD.unpack_from
    while at <= last:
        number, size = head(stream, at)
        if number in wanted:
            yield number, stream[at + 4 : at + 4 + size]
        elif number == _BOF:
            depth += 1
        elif number == _EOF:
            depth -= 1
            if depth <= 0:
                return
        at += 4 + size


def _marks_of_sheets(stream: bytes) -> tuple[Marks, ...]:
    starts: list[int] = []
    percent_formats = set(_PERCENT_BUILT_IN)
    format_of_style: list[int] = []
    for number, content in _records(stream, 0, _OF_WORKBOOK):
        if number == _PASSWORD:
            raise Refused("file-encrypted")
        if number == _SHEET and content[5] == 0:
            starts.append(struct.unpack_from("<I", content)[0])
        elif number == _FORMAT and shows_percent(_format_text(content)):
            percent_formats.add(struct.unpack_from("<H", content)[0])
        elif number == _STYLE:
            format_of_style.append(struct.unpack_from("<H", content, 2)[0])
    percent = frozenset(i for i, code in enumerate(format_of_style) if code in percent_formats)
    return tuple(_sheet_marks(stream, start, percent) for start in starts)


def _format_text(content: bytes) -> str:
    """Return a number format's text; only its ASCII signs matter, so one decoding serves all versions."""
    return content[2:].replace(b"\x00", b"").decode("latin-1")


def _sheet_marks(stream: bytes, start: int, percent_styles: frozenset[int]) -> Marks:
    marks = Marks()
    wanted = (_OF_NUMBERS | _OF_ERRORS if percent_styles else _OF_ERRORS) | {_NOTE}
    for number, content in _records(stream, start, wanted):
        if number in (_NUMBER, _SMALL):
            row, col, style = struct.unpack_from("<HHH", content)
            if style in percent_styles:
                marks.percents.append((row, col))
        elif number == _SMALLS:
            _mark_small_numbers(content, percent_styles, marks)
        elif number == _FORMULA:
            _mark_formula(content, percent_styles, marks)
        elif number == _NOTE and len(content) >= 4 and len(marks.comments) < MOST_COMMENTS:
            row, col = struct.unpack_from("<HH", content)
            marks.comments.append(Comment(row, col, "", ""))
        elif number == _BOOL_OR_ERROR:
            row, col, _style, value, is_error = struct.unpack_from("<HHHBB", content)
            if is_error:
                marks.errors[row, col] = _ERROR_TEXTS.get(value, "#ERROR!")
    return marks


def _mark_small_numbers(content: bytes, percent_styles: frozenset[int], marks: Marks) -> None:
    """Read one record that holds several short numbers of a row: (style, number) six bytes each."""
    row, first = struct.unpack_from("<HH", content)
    for index, at in enumerate(range(4, len(content) - 2, 6)):
        if struct.unpack_from("<H", content, at)[0] in percent_styles:
            marks.percents.append((row, first + index))


def _mark_formula(content: bytes, percent_styles: frozenset[int], marks: Marks) -> None:
    """Read a formula's result: a number, or by two end bytes of ones a text, boolean, error or blank."""
    row, col, style = struct.unpack_from("<HHH", content)
    kind, value, is_special = content[6], content[8], content[12:14] == b"\xff\xff"
    if is_special and kind == 2:
        marks.errors[row, col] = _ERROR_TEXTS.get(value, "#ERROR!")
    elif not is_special and style in percent_styles:
        marks.percents.append((row, col))
