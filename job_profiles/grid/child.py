"""The reading process: file bytes in, parcel out, under limits it sets on itself before it looks."""

import gc
import sys
import traceback
from collections.abc import Callable
from typing import Final

from job_profiles.grid.archive import open_archive
from job_profiles.grid.books import archive_sheets, old_excel_sheets
from job_profiles.grid.cells import UNNAMED_SHEET
from job_profiles.grid.errand import Errand
from job_profiles.grid.far_cells import refuse_far_cells
from job_profiles.grid.limits import set_limits
from job_profiles.grid.parcel import PackedSheet, pack_refusal, pack_sheets
from job_profiles.grid.refusal import Refused
from job_profiles.grid.text_table import decoded, text_rows

BASE_MEMORY_BYTES: Final = 200_000_000
"""Address space of the interpreter and the reader library, with room for a small workbook."""

MEMORY_PER_BYTE: Final = 14
"""Address space per byte of content: cells cost about ten times their XML while they are read."""

TEXT_COSTS_MORE: Final = 4
"""A cell of a text table may be two bytes of content."""

MAX_MEMORY_BYTES: Final = 1_500_000_000

BYTES_PER_CPU_SECOND: Final = 5_000_000
"""A tenth of the speed measured on a slow core."""


def main() -> None:
    """Read a file from standard input and write the parcel to standard output."""
    gc.disable()
    errand, data = Errand(sys.argv[1]), sys.stdin.buffer.read()
    limit(0)
    sys.stdout.buffer.write(_parcel(errand, data))


def _parcel(errand: Errand, data: bytes) -> bytes:
    try:
        return pack_sheets(_READERS[errand](data))
    except Refused as refused:
        return pack_refusal(refused)
    except MemoryError:
        return pack_refusal(Refused("reading-stopped"))
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:
        traceback.print_exc()
        return pack_refusal(Refused("file-damaged"))


def limit(content_bytes: int) -> None:
    """Bound this process's memory and processor time by how much there is to read."""
    memory = min(BASE_MEMORY_BYTES + MEMORY_PER_BYTE * content_bytes, MAX_MEMORY_BYTES)
    seconds = 2 + content_bytes // BYTES_PER_CPU_SECOND
    set_limits(memory, seconds)


def _archive(data: bytes) -> list[PackedSheet]:
    archive = open_archive(data)
    limit(archive.unpacked_bytes + len(data))
    return archive_sheets(data, archive)


def _old_excel(data: bytes) -> list[PackedSheet]:
    limit(len(data))
    return old_excel_sheets(data)


def _text(data: bytes) -> list[PackedSheet]:
    limit(TEXT_COSTS_MORE * len(data))
    return [(UNNAMED_SHEET, False, [tuple(row) for row in text_rows(decoded(data))], [], [], [], [])]


def _why_stopped(data: bytes) -> list[PackedSheet]:
    archive = open_archive(data)
    limit(archive.unpacked_bytes + len(data))
    refuse_far_cells(archive)
    raise Refused("reading-stopped")


_READERS: Final[dict[Errand, Callable[[bytes], list[PackedSheet]]]] = {
    Errand.ZIP: _archive,
    Errand.OLE: _old_excel,
    Errand.TEXT: _text,
    Errand.WHY_STOPPED: _why_stopped,
}
