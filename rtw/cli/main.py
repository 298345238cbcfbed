"""The command line: `python -m rtw COMMAND`."""

import argparse
from collections.abc import Sequence

from rtw.cli import add_user, check_knowledge, init_db, plan, read_job, schema, serve
from rtw.cli.command import Command

# A new command is a module with a `COMMAND`, and its line here.
COMMANDS: tuple[Command, ...] = (
    serve.COMMAND,
    init_db.COMMAND,
    add_user.COMMAND,
    read_job.COMMAND,
    plan.COMMAND,
    schema.COMMAND,
    check_knowledge.COMMAND,
)


def parser() -> argparse.ArgumentParser:
    """Build the parser of all commands."""
    top = argparse.ArgumentParser(prog="python -m rtw", description="Graded return to work.")
    chosen = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for command in COMMANDS:
        sub = chosen.add_parser(command.name, help=command.summary, description=command.summary)
        command.declare(sub)
        sub.set_defaults(run=command.run)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    chosen = parser().parse_args(arguments)
    code: int = chosen.run(chosen)
    return code
