"""Check the knowledge files."""

import argparse

from rtw.cli.command import FAILED, OK, Command, put_json, say
from rtw.knowledge.load import check


def _declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print the problems as one JSON document")


def _run(arguments: argparse.Namespace) -> int:
    problems = check()
    if arguments.json:
        found = [{"file": p.file, "line": p.line, "code": p.code, "message": p.message} for p in problems]
        put_json({"problems": found})
    for problem in problems:
        say(str(problem))
    say(f"{len(problems)} problems." if problems else "The knowledge loads; every number has its source.")
    return FAILED if problems else OK


COMMAND = Command("check-knowledge", "Check every knowledge file, all problems at once.", _declare, _run)
