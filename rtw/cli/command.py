"""What every command shares: how it is declared, where it writes, how it opens the database."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from rtw.store.engine import make_engine, session_factory

OK, FAILED, UNUSABLE = 0, 1, 2
"""Exit codes: done; done but with errors in the content; nothing could be done with what was given."""


@dataclass(frozen=True, slots=True)
class Command:
    """A subcommand. `declare` adds its arguments, `run` does it and returns the exit code."""

    name: str
    summary: str
    declare: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def say(text: str) -> None:
    """Write a message for the person; documents alone go to stdout."""
    sys.stderr.write(f"{text}\n")


def put(text: str) -> None:
    """Write a line of the answer to stdout."""
    sys.stdout.write(f"{text}\n")


def put_json(document: Any) -> None:
    """Write one JSON document to stdout."""
    put(json.dumps(document, ensure_ascii=False, indent=2))


@contextmanager
def session_at(database_url: str) -> Iterator[Session]:
    """Open a session that commits when the block ends well, and rolls back when it does not."""
    engine = make_engine(database_url)
    try:
        with session_factory(engine).begin() as session:
            yield session
    finally:
        engine.dispose()
