"""The command line: `python -m rtw COMMAND`."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Final

from rtw.cli.command import Command

COMMANDS: Final = (
    "serve",
    "init-db",
    "add-user",
    "read-job",
    "plan",
    "exposure",
    "schema",
    "check-knowledge",
    "demo",
)
"""A new command is a module of `rtw.cli` with a `COMMAND`, and its name here.

Only the module of the command that was chosen is imported: reading a sheet must not wait for the solver.
"""


def command(name: str) -> Command:
    """Import the command of that name."""
    found: Command = import_module(f"rtw.cli.{name.replace('-', '_')}").COMMAND
    return found


def parser(names: Sequence[str] = COMMANDS) -> argparse.ArgumentParser:
    """Build the parser of these commands."""
    top = argparse.ArgumentParser(prog="python -m rtw", description="Graded return to work.")
    chosen = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for each in map(command, names):
        sub = chosen.add_parser(each.name, help=each.summary, description=each.summary)
        each.declare(sub)
        sub.set_defaults(run=each.run)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    names = given[:1] if given and given[0] in COMMANDS else COMMANDS
    chosen = parser(names).parse_args(given)
    code: int = chosen.run(chosen)
    return code
