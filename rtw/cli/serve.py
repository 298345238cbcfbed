"""Serve the web."""

import argparse
import os
import sys
from pathlib import Path

from rtw.cli.command import Command, say

ROOT = Path(__file__).resolve().parents[2]


def _declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)


def _run(arguments: argparse.Namespace) -> int:
    """Become gunicorn: sync workers, one per core. Threads with keep-alive let one take every request."""
    where = f"{arguments.host}:{arguments.port}"
    say(f"Serving on http://{where}. Stop with Ctrl-C.")
    os.chdir(ROOT)
    server = [sys.executable, "-m", "gunicorn", "wsgi:app", "--bind", where, "--worker-class", "sync"]
    # Preloading shares the memory of the libraries; a request that runs long is a bug, not a wait.
    os.execv(  # noqa: S606
        sys.executable, [*server, "--workers", str(arguments.workers), "--timeout", "60", "--log-level", "warning"]
    )


COMMAND = Command("serve", "Serve the web on http://127.0.0.1:8000.", _declare, _run)
