"""How a command opens the database; apart, so that reading a sheet loads no database library."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session

from rtw.store.engine import make_engine, session_factory


@contextmanager
def session_at(database_url: str) -> Iterator[Session]:
    """Open a session that commits when the block ends well, and rolls back when it does not."""
    engine = make_engine(database_url)
    try:
        with session_factory(engine).begin() as session:
            yield session
    finally:
        engine.dispose()
