"""Run the reading process, so that a crafted file can at worst kill its own reader."""

import logging
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
    "import sys; sys.path.insert(0, sys.argv.pop(1)); "
    "from importlib import import_module; import_module(sys.argv.pop(1)).main(); "
    "sys.stdout.flush(); from os import _exit; _exit(0)"
)
"""Once `main()` did its work the process ends at once: to free a million cells one by one takes a tenth of a
second and helps nobody. So a `main()` must leave nothing to be done at exit.
"""

_ENVIRONMENT: Final = {"MALLOC_ARENA_MAX": "1"}
"""One arena: a second thread would else reserve address space that counts against the limit."""

_BASE_WAIT_S: Final = 10.0
_BYTES_PER_WAIT_S: Final = 500_000
_log = logging.getLogger(__name__)


class ProcessStopped(Exception):  # noqa: N818 - a limit that did its work, not a fault
    """A process of ours was ended by one of its limits."""


def run_guarded(module: str, arguments: tuple[str, ...], data: bytes, wait_s: float | None = None) -> bytes:
    """Run `main()` of one of our modules with `data` on standard input; return its standard output.

    It may take `wait_s` of wall time; None allows by the size of the data.

    The process inherits no environment: whatever a file might make it do, no secret is there.
    Raises ProcessStopped when it was killed or took too long, RuntimeError when it failed by itself.
    """
    command = [sys.executable, "-I", "-X", "utf8", "-c", _START, str(_ROOT), module, *arguments]
    wait_s = wait_s or _BASE_WAIT_S + len(data) / _BYTES_PER_WAIT_S
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter, our own code, bytes on standard input
            command, input=data, capture_output=True, timeout=wait_s, env=_ENVIRONMENT, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise ProcessStopped from error
    said = done.stderr.decode("utf-8", "replace")[-2000:]
    if done.returncode < 0 or "MemoryError" in said:
        raise ProcessStopped
    if done.returncode > 0:
        raise RuntimeError(f"{module} failed: {said}")
    if said:
        _log.warning("%s: %s", module, said)
    return done.stdout


def read_in_process(data: bytes, container: Container) -> list[Any]:
    """Return the packed sheets. Raises Refused when the file is refused or its reader was stopped."""
    try:
        return _sheets(_errand(data, Errand(container.value)))
    except ProcessStopped:
        pass
    if container is not Container.ZIP:
        raise Refused("reading-stopped")
    try:
        return _sheets(_errand(data, Errand.WHY_STOPPED))
    except ProcessStopped as stopped:
        raise Refused("reading-stopped") from stopped


def _errand(data: bytes, errand: Errand) -> bytes:
    return run_guarded("job_profiles.grid.child", (errand.value,), data)


def _sheets(parcel: bytes) -> list[Any]:
    kind, content = unpack(parcel)
    if kind == "refused":
        code, detail, sheet, cell = content
        raise Refused(str(code), str(detail), sheet=sheet, cell=cell)
    return list(content)
