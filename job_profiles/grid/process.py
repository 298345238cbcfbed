"""Run the reading process, so that a crafted file can at worst kill its own reader."""

import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from job_profiles.grid.errand import Errand
from job_profiles.grid.parcel import unpack
from job_profiles.grid.refusal import Refused
from job_profiles.grid.sniff import Container

_ROOT: Final = Path(__file__).resolve().parents[2]
_START: Final = (
    "import sys; sys.path.insert(0, sys.argv.pop(1)); from job_profiles.grid.child import main; main()"
)
_ENVIRONMENT: Final = {"MALLOC_ARENA_MAX": "1"}
"""One arena: a second thread would else reserve address space that counts against the limit."""

_BASE_WAIT_S: Final = 10.0
_BYTES_PER_WAIT_S: Final = 500_000


def read_in_process(data: bytes, container: Container) -> list[Any]:
    """Return the packed sheets. Raises Refused when the file is refused or its reader was stopped."""
    try:
        return _run(data, Errand(container.value))
    except Refused as refused:
        if refused.code == "reading-stopped" and container is Container.ZIP:
            return _run(data, Errand.WHY_STOPPED)
        raise


def _run(data: bytes, errand: Errand) -> list[Any]:
    """Send the reading process on one errand.

    It inherits no environment: whatever a file might make the reader do, no secret is there.
    """
    command = [sys.executable, "-I", "-X", "utf8", "-c", _START, str(_ROOT), errand.value]
    wait_s = _BASE_WAIT_S + len(data) / _BYTES_PER_WAIT_S
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter, our own code, bytes on standard input
            command, input=data, capture_output=True, timeout=wait_s, env=_ENVIRONMENT, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Refused("reading-stopped") from error
    if done.returncode > 0 and b"MemoryError" not in done.stderr:
        raise RuntimeError(f"the reading process failed: {done.stderr.decode('utf-8', 'replace')[-2000:]}")
    if done.returncode != 0:
        raise Refused("reading-stopped")
    return _sheets(done.stdout)


def _sheets(parcel: bytes) -> list[Any]:
    kind, content = unpack(parcel)
    if kind == "refused":
        code, detail, sheet, cell = content
        raise Refused(str(code), str(detail), sheet=sheet, cell=cell)
    return list(content)
