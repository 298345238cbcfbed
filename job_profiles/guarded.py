"""Read a stranger's workbook in a process of its own, so that no sheet can hold up or swell the server.

The bytes are parsed one process further down (`grid`); here the whole way to profiles runs under limits.
"""

import gc
import io
import json
import pickle
import sys
from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import Any, Final

from job_profiles.answers import NO_ANSWERS, Answers, answers_from_json, answers_to_json
from job_profiles.grid.limits import set_limits
from job_profiles.grid.process import ProcessStopped, run_guarded
from job_profiles.grid.refusal import Refused, refusal_problem
from job_profiles.problem import Problem
from job_profiles.profile import Demand, JobProfile, Task
from job_profiles.read import Reading, collector_paused, read_workbook

CPU_S: Final = 40
"""Processor time for one workbook: five times what 100,000 rows need."""

WAIT_S: Final = 55.0
"""Wall time: a request that waits longer is ended by the server itself."""

MEMORY_BYTES: Final = 3_000_000_000
"""Address space: three times what 100,000 rows need."""


_Parts = Callable[[Any], tuple[Callable[..., Any], tuple[Any, ...]]]


def _by_its_fields(cls: type[Any]) -> _Parts:
    """Return what rebuilds a value from its fields: half the work of the way pickle takes by itself."""
    values_of = attrgetter(*(one.name for one in fields(cls)))
    return lambda value: (cls, values_of(value))


_BY_FIELDS: Final[dict[type, _Parts]] = {
    cls: _by_its_fields(cls) for cls in (Demand, Task, JobProfile, Problem)
}
"""The values of which a reading holds many thousands."""


def packed(reading: Reading) -> bytes:
    """Return a reading as bytes that `pickle` loads."""
    parcel = io.BytesIO()
    packer = pickle.Pickler(parcel, pickle.HIGHEST_PROTOCOL)
    packer.dispatch_table = _BY_FIELDS
    packer.dump(reading)
    return parcel.getvalue()


def read_guarded(
    data: bytes, filename: str, answers: Answers | None = None, sheet: str | None = None
) -> Reading:
    """Read like `read_workbook`, at most for the limits; a reading that was stopped is not `readable`."""
    wishes = {"filename": filename, "sheet": sheet, "answers": answers_to_json(answers or NO_ANSWERS)}
    try:
        parcel = run_guarded("job_profiles.guarded", (json.dumps(wishes),), data, wait_s=WAIT_S)
    except ProcessStopped:
        return Reading((), (refusal_problem(Refused("reading-stopped")),), readable=False, layout="")
    with collector_paused():
        # The parcel was packed by this module in a process that parses no bytes of the file itself.
        reading: Reading = pickle.loads(parcel)  # noqa: S301
    return reading


def main() -> None:
    """Read the workbook on standard input and write the packed reading to standard output."""
    gc.disable()
    wishes = json.loads(sys.argv[1])
    data = sys.stdin.buffer.read()
    set_limits(MEMORY_BYTES, CPU_S)
    answers = answers_from_json(wishes["answers"])
    reading = read_workbook(data, wishes["filename"], answers, wishes["sheet"])
    sys.stdout.buffer.write(packed(reading))
