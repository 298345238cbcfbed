"""Serve the web."""

import argparse
import os
import sys
from pathlib import Path
from typing import NoReturn

from rtw.cli.command import FAILED, Command, say
from rtw.store.engine import make_engine
from rtw.store.location import database_url
from rtw.store.migrate import is_current

ROOT = Path(__file__).resolve().parents[2]


def _declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)


def _is_ready() -> bool:
    engine = make_engine(database_url())
    try:
        return is_current(engine)
    finally:
        engine.dispose()


def _run(arguments: argparse.Namespace) -> int:
    if _is_ready():
        _become_server(f"{arguments.host}:{arguments.port}", arguments.workers)
    say("The database is missing or older than the program. Run: python -m rtw init-db")
    return FAILED


def _become_server(where: str, workers: int) -> NoReturn:
    """Become gunicorn: sync workers, one per core. Threads with keep-alive let one take every request."""
    say(f"Serving on http://{where}. Stop with Ctrl-C.")
    os.chdir(ROOT)
    server = [sys.executable, "-m", "gunicorn", "wsgi:app", "--bind", where, "--worker-class", "sync"]
    options = ["--workers", str(workers), "--timeout", "60", "--log-level", "warning"]
    os.execv(sys.executable, [*server, *options])  # noqa: S606


COMMAND = Command("serve", "Serve the web on http://127.0.0.1:8000.", _declare, _run)
