"""Opening the database: SQLite by default, PostgreSQL where a URL says so."""

from pathlib import Path
from typing import Any

from pydantic_core import from_json
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.orm import Session, sessionmaker

from rtw.store.frozen import guard

BUSY_TIMEOUT_MS = 10_000  # a writer waits this long for another before it gives up


def database_url(text: str) -> URL:
    """Read a database URL; `postgres://` and `postgresql://` both mean PostgreSQL through psycopg 3."""
    url = make_url(text)
    if url.drivername in ("postgres", "postgresql"):
        return url.set(drivername="postgresql+psycopg")
    return url


def make_engine(text: str, **options: Any) -> Engine:
    """Open the database at `text`. A SQLite file's folder is made when it is missing."""
    url = database_url(text)
    guard()
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, json_deserializer=from_json, **options)
    if url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, json_deserializer=from_json, **options)
    event.listen(engine, "connect", _set_pragmas)
    return engine


def _set_pragmas(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")  # safe with WAL: a crash loses no committed row order
    cursor.close()


def session_factory(engine: Engine) -> sessionmaker[Session]:
    """Return what makes sessions for commands and tests; the web has its own, bound to a request."""
    return sessionmaker(engine, expire_on_commit=False)
