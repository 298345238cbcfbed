"""Where the data of this installation is."""

import os
from pathlib import Path

INSTANCE = Path(__file__).resolve().parents[2] / "instance"


def database_url() -> str:
    """Return `DATABASE_URL`, or the SQLite file beside the program."""
    return os.environ.get("DATABASE_URL") or f"sqlite:///{INSTANCE / 'rtw.sqlite3'}"
