"""Compute an exposure model from inputs on the command line."""

import argparse
import sys
from typing import Any

from rtw.cli.command import FAILED, OK, UNUSABLE, Command, put, put_json, say
from rtw.services.exposure.models import LISTED, Listed, listed
from rtw.services.exposure.run import Answer, run
from rtw.services.exposure.shape import model_document


def _declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("model", nargs="?", help="which model; `--list` names them")
    parser.add_argument(
        "--list", action="store_true", dest="wants_list", help="list the models and their inputs"
    )
    parser.add_argument(
        "--json", action="store_true", help="print one JSON document; inputs are read from stdin"
    )


def _run(arguments: argparse.Namespace) -> int:
    if arguments.wants_list:
        return _list(as_json=arguments.json)
    found = listed(arguments.model or "")
    if found is None:
        say(f"No model {arguments.model!r}. Known are {', '.join(each.model.name for each in LISTED)}.")
        return UNUSABLE
    answer, problems = run(found, _text())
    if answer is None:
        return _refuse(found, problems, as_json=arguments.json)
    _show(answer, as_json=arguments.json)
    return OK


def _text() -> str:
    """Read stdin; bytes that are no UTF-8 stay in it as marks that no JSON document holds."""
    raw = getattr(sys.stdin, "buffer", None)
    return raw.read().decode(errors="surrogateescape") if raw else sys.stdin.read()


def _refuse(found: Listed, problems: tuple[Any, ...], *, as_json: bool) -> int:
    if as_json:
        told = [{"field": p.field, "found": p.found, "message": p.message} for p in problems]
        put_json({"model": found.model.name, "problems": told})
    for problem in problems:
        say(str(problem))
    return FAILED


def _show(answer: Answer, *, as_json: bool) -> None:
    if as_json:
        put_json(answer.document)
    else:
        put(answer.words)
    for warning in answer.document["warnings"]:
        say(warning)


def _list(*, as_json: bool) -> int:
    if as_json:
        put_json({"models": [model_document(each) for each in LISTED]})
    for each in () if as_json else LISTED:
        put(f"{each.model.name:20} {each.model.title}")
    return OK


COMMAND = Command("exposure", "Compute an exposure model; inputs as JSON on stdin.", _declare, _run)
