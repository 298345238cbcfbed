"""Read a stranger's workbook in a process of its own, so that no sheet can hold up or swell the server.

The bytes are parsed one process further down (`grid`); the whole way to profiles runs under limits too
(`reading_child`). What comes back is plain values, and nothing that is unpickled.
"""

import json
from typing import Final

from job_profiles.answers import NO_ANSWERS, Answers, answers_to_json
from job_profiles.grid.process import ProcessStopped, run_guarded
from job_profiles.grid.refusal import Refused, refusal_problem
from job_profiles.read import Reading, collector_paused
from job_profiles.reading_parcel import unpack_reading

WAIT_S: Final = 55.0
"""Wall time: a request that waits longer is ended by the server itself."""


def read_guarded(
    data: bytes, filename: str, answers: Answers | None = None, sheet: str | None = None
) -> Reading:
    """Read like `read_workbook`, at most for the limits; a reading that was stopped is not `readable`."""
    wishes = {"filename": filename, "sheet": sheet, "answers": answers_to_json(answers or NO_ANSWERS)}
    try:
        parcel = run_guarded("job_profiles.reading_child", (json.dumps(wishes),), data, wait_s=WAIT_S)
    except ProcessStopped:
        return Reading((), (refusal_problem(Refused("reading-stopped")),), readable=False, layout="")
    with collector_paused():
        return unpack_reading(parcel)
