"""Load the demonstration clinic, and say who to sign in as."""

import argparse
from datetime import date

from rtw.cli.command import OK, Command, put, say
from rtw.cli.database import session_at
from rtw.demonstration.load import load_clinic
from rtw.demonstration.people import ACCOUNTS, PASSWORD
from rtw.store.engine import make_engine
from rtw.store.location import database_url
from rtw.store.migrate import upgrade


def _declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--today", type=date.fromisoformat, default=date.today(), help="YYYY-MM-DD")  # noqa: DTZ011
    parser.add_argument("--database", default=database_url(), help="database URL; default: $DATABASE_URL")


def _run(arguments: argparse.Namespace) -> int:
    _create(arguments.database)
    with session_at(arguments.database) as session:
        loaded = load_clinic(session, arguments.today)
    say("The demonstration clinic is loaded." if loaded else "The demonstration clinic is there already.")
    put(sign_in_words())
    return OK


def _create(database: str) -> None:
    engine = make_engine(database)
    upgrade(engine)
    engine.dispose()


def sign_in_words() -> str:
    """Say who to sign in as. Everybody in the demonstration is invented."""
    wide = max(len(account.email) for account in ACCOUNTS)
    lines = [f"  {each.email:<{wide}}  {each.role.label}, {each.does}" for each in ACCOUNTS]
    return "\n".join(["Sign in as (everybody is invented):", *lines, f"Password of each: {PASSWORD}"])


COMMAND = Command("demo", "Load the demonstration clinic; says who to sign in as.", _declare, _run)
