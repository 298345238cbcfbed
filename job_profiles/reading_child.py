"""The process that turns a stranger's workbook into profiles: file bytes in, parcel out, under limits."""

import gc
import json
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from job_profiles.grid.limits import set_limits
from job_profiles.grid.read import read_grid

CPU_S: Final = 40
"""Processor time for one workbook: five times what 100,000 rows need."""

MEMORY_BYTES: Final = 3_000_000_000
"""Address space: three times what 100,000 rows need."""


def main() -> None:
    """Read the workbook on standard input and write the packed reading to standard output."""
    gc.disable()
    wishes = json.loads(sys.argv[1])
    data = sys.stdin.buffer.read()
    set_limits(MEMORY_BYTES, CPU_S)
    with ThreadPoolExecutor(max_workers=1) as beside:
        cells = beside.submit(read_grid, data, wishes["filename"])
        # Imported here, while the cells are read one process further down: a small file waits for no more.
        from job_profiles.answers import answers_from_json
        from job_profiles.read import read_cells
        from job_profiles.reading_parcel import pack_reading

        reading = read_cells(cells.result(), answers_from_json(wishes["answers"]), wishes["sheet"])
    sys.stdout.buffer.write(pack_reading(reading))
