"""The corrected workbook: an employer's own file, handed back with what is wrong marked in place."""

import dataclasses
import logging
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Final

from job_profiles.correction.conversion import MAX_MERGED_CELLS, as_workbook, sheet_titles
from job_profiles.correction.found_cells import with_found_texts
from job_profiles.correction.large_copy import is_large, large_copy
from job_profiles.correction.question_rows import remarks_of
from job_profiles.correction.remarks import Remark, remarks_to_json
from job_profiles.grid.process import ProcessStopped, run_guarded
from job_profiles.grid.read import GridReading, read_grid
from job_profiles.problem import Problem

_ZIP_START: Final = b"PK"
_log = logging.getLogger(__name__)


def corrected_workbook(data: bytes, filename: str, problems: Sequence[Problem]) -> tuple[bytes, str]:
    """Return (an .xlsx, its file name): the file as it was, with `problems` marked and listed in front.

    An .xlsx keeps its formulas and looks, without macros. Any other format, and an .xlsx that is too
    large to be marked as it is, becomes an .xlsx with the same cells at the same addresses. A file
    that is not readable becomes the list alone.
    """
    grid = read_grid(data, filename)
    remarks = with_found_texts(remarks_of(problems), grid.sheets)
    if is_large(grid.sheets):
        return large_copy(grid.sheets, remarks), _name(filename)
    for workbook, fitted in _candidates(data, grid, remarks):
        try:
            return _marked(workbook, fitted), _name(filename)
        except (ProcessStopped, RuntimeError) as error:
            _log.warning("marking went on with a plainer copy: %r", error)
    raise RuntimeError("even an empty workbook could not be marked")


def _candidates(
    data: bytes, grid: GridReading, remarks: tuple[Remark, ...]
) -> Iterator[tuple[bytes, tuple[Remark, ...]]]:
    """Yield (workbook, remarks with the names its sheets have there), the truest to the original first."""
    if grid.readable and _can_be_marked(data, grid):
        yield data, remarks
    if grid.readable:
        names = [sheet.name for sheet in grid.sheets]
        titles = dict(zip(names, sheet_titles(names), strict=True))
        yield as_workbook(grid.sheets), tuple(_renamed(remark, titles) for remark in remarks)
    yield as_workbook(()), remarks


def _can_be_marked(data: bytes, grid: GridReading) -> bool:
    """Tell whether this is an .xlsx without areas so large that openpyxl would choke on them.

    An .ods is a zip too, but names its kind in its first, uncompressed member.
    """
    largest = max((merge.area for sheet in grid.sheets for merge in sheet.merges), default=0)
    is_xlsx = data.startswith(_ZIP_START) and b"opendocument" not in data[:200]
    return is_xlsx and largest <= MAX_MERGED_CELLS


def _renamed(remark: Remark, titles: dict[str, str]) -> Remark:
    return dataclasses.replace(remark, sheet=titles.get(remark.sheet or "", remark.sheet))


def _marked(workbook: bytes, remarks: tuple[Remark, ...]) -> bytes:
    listed = remarks_to_json(remarks).encode()
    return run_guarded("job_profiles.correction.marking", (str(len(listed)),), listed + workbook)


def _name(filename: str) -> str:
    stem = PurePath(filename.replace("\\", "/")).stem or "workbook"
    return f"{stem}-corrections.xlsx"
