"""Find the cell that makes a small workbook enormous: one far below or far to the right of the rest.

Only looked for after a reader was stopped, so that a good file never pays for the search.
"""

import re
from collections.abc import Iterator
from typing import Final

from job_profiles.grid.archive import Archive, Book
from job_profiles.grid.cells import address, parse_address
from job_profiles.grid.refusal import Refused
from job_profiles.grid.xlsx_marks import sheet_parts

_CELL: Final = re.compile(rb"<(?:\w+:)?c\s[^>]*?\br=[\"']([A-Z]{1,3}[0-9]{1,7})[\"'][^>]*[^/]>")
_ROOM_PER_CELL: Final = 100
"""A rectangle with less than one cell in a hundred filled is not a table."""


def refuse_far_cells(archive: Archive) -> None:
    """Raise Refused naming sheet and cell when a sheet's cells stand absurdly far apart."""
    if archive.book is not Book.XLSX:
        return
    for sheet, part in sheet_parts(archive):
        places = list(_places(archive.part(part)))
        height = 1 + max((row for row, _ in places), default=0)
        width = 1 + max((col for _, col in places), default=0)
        if height * width > 1_000_000 and height * width > _ROOM_PER_CELL * len(places):
            far = max(places, key=lambda place: place[0] / height + place[1] / width)
            detail = f"{address(*far)} stands far from all other cells"
            raise Refused("sheet-too-large", detail, sheet=sheet, cell=address(*far))


def _places(xml: bytes) -> Iterator[tuple[int, int]]:
    for match in _CELL.finditer(xml):
        yield parse_address(match[1].decode("ascii"))
