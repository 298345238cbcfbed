"""The reading process: file bytes in, parcel out, under limits it sets on itself before it looks."""

import gc
import resource
import sys
from collections.abc import Callable
from typing import Final

from job_profiles.grid.archive import open_archive
from job_profiles.grid.books import archive_sheets, old_excel_sheets
from job_profiles.grid.errand import Errand
from job_profiles.grid.far_cells import refuse_far_cells
from job_profiles.grid.parcel import PackedSheet, pack_refusal, pack_sheets
from job_profiles.grid.refusal import Refused
from job_profiles.grid.text_table import decoded, text_rows

BASE_MEMORY_BYTES: Final = 200_000_000
"""Address space of the interpreter and the reader library, with room for a small workbook."""

MEMORY_PER_BYTE: Final = 14
"""Address space per byte of content: cells cost about ten times their XML while they are read."""

BYTES_PER_CPU_SECOND: Final = 5_000_000
"""A tenth of the speed measured on a slow core."""


def main() -> None:
    """Read a file from standard input and write the parcel to standard output."""
    gc.disable()
    errand, data = Errand(sys.argv[1]), sys.stdin.buffer.read()
    limit(0)
    try:
        parcel = pack_sheets(_READERS[errand](data))
    except Refused as refused:
        parcel = pack_refusal(refused)
    except MemoryError:
        parcel = pack_refusal(Refused("reading-stopped"))
    sys.stdout.buffer.write(parcel)


def limit(content_bytes: int) -> None:
    """Bound this process's memory and processor time by how much there is to read."""
    memory = BASE_MEMORY_BYTES + MEMORY_PER_BYTE * content_bytes
    seconds = 2 + content_bytes // BYTES_PER_CPU_SECOND
    for what, wanted in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds)):
        _, hard = resource.getrlimit(what)
        allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(what, (allowed, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _archive(data: bytes) -> list[PackedSheet]:
    archive = open_archive(data)
    limit(archive.unpacked_bytes + len(data))
    return archive_sheets(data, archive)


def _old_excel(data: bytes) -> list[PackedSheet]:
    limit(len(data))
    return old_excel_sheets(data)


def _text(data: bytes) -> list[PackedSheet]:
    limit(len(data))
    return [("(csv)", False, [tuple(row) for row in text_rows(decoded(data))], [], [], [])]


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
