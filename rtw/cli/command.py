"""What every command shares: how it is declared and where it writes."""

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

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
