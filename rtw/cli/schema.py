"""Print the published shape of a document."""

import argparse
from collections.abc import Callable
from typing import Any

from job_profiles.profile_json import PROFILE_SCHEMA
from rtw.cli.command import OK, Command, put_json
from rtw.services.case_file.schema import case_schema, plan_schema

SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "case": case_schema,
    "plan": plan_schema,
    "profile": lambda: PROFILE_SCHEMA,
}


def _declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("document", choices=sorted(SCHEMAS))


def _run(arguments: argparse.Namespace) -> int:
    put_json(SCHEMAS[arguments.document]())
    return OK


COMMAND = Command("schema", "Print the JSON Schema of a case, a plan or a profile.", _declare, _run)
