"""What the web needs to know about the place it runs in."""

import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from rtw.store.location import INSTANCE, database_url

ROOT = Path(__file__).resolve().parents[2]
MAX_UPLOAD_BYTES = 20 * 1024 * 1024  # larger than any demand sheet; the reader has its own limits


def today_here() -> date:
    """Return the date on the clinic's own calendar."""
    return datetime.now(UTC).astimezone().date()


@dataclass(frozen=True, slots=True)
class Config:
    """How to run: where the data is, what signs the cookies, and which day it is."""

    database_url: str
    secret_key: str
    secure_cookies: bool = False
    limit_sign_in: bool = True
    testing: bool = False
    today: Callable[[], date] = today_here


def config_from_environment() -> Config:
    """Read `DATABASE_URL`, `RTW_SECRET_KEY` and `RTW_SECURE_COOKIES` (1 behind https)."""
    return Config(
        database_url=database_url(),
        secret_key=os.environ.get("RTW_SECRET_KEY") or _kept_secret(INSTANCE / "secret_key"),
        secure_cookies=os.environ.get("RTW_SECURE_COOKIES") == "1",
    )


def _kept_secret(path: Path) -> str:
    """Return the key of this installation; the first start makes it, readable by its owner only."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_hex(32))
    return path.read_text().strip()
