"""Create the database, or bring it up to date."""

import argparse

from rtw.cli.command import OK, Command, say
from rtw.store.engine import make_engine
from rtw.store.location import database_url
from rtw.store.migrate import upgrade


def _declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--database", default=database_url(), help="database URL; default: $DATABASE_URL")


def _run(arguments: argparse.Namespace) -> int:
    engine = make_engine(arguments.database)
    upgrade(engine)
    engine.dispose()
    say("The database is up to date.")
    return OK


COMMAND = Command("init-db", "Create the database, or bring it up to date.", _declare, _run)
