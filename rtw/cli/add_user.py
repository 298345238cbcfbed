"""Give a person an account."""

import argparse
import getpass
import sys

from job_profiles.problem import Problem
from rtw.cli.command import FAILED, OK, Command, say
from rtw.cli.database import session_at
from rtw.services.people import NewUser, add_user, clinic_named
from rtw.store.location import database_url
from rtw.store.people import Role


def _declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("email")
    parser.add_argument("--name", required=True)
    parser.add_argument("--role", choices=[role.value for role in Role], default=Role.THERAPIST.value)
    parser.add_argument("--credentials", default="", help='printed after the name, as "OTR/L, CHT"')
    parser.add_argument("--clinic", default="Hand clinic", help="founded when there is none of that name")
    parser.add_argument("--database", default=database_url(), help="database URL; default: $DATABASE_URL")


def _password() -> str:
    """Ask for the password, or read it from standard input when that is no terminal."""
    return getpass.getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")


def _run(arguments: argparse.Namespace) -> int:
    new = NewUser(arguments.email, arguments.name, Role(arguments.role), _password(), arguments.credentials)
    with session_at(arguments.database) as session:
        added = add_user(session, None, clinic_named(session, arguments.clinic).id, new)
        if isinstance(added, Problem):
            session.rollback()
            say(f"{added.message} {added.advice}")
            return FAILED
        say(f"{added.name} ({added.role.label.lower()}) can sign in as {added.email}.")
    return OK


COMMAND = Command("add-user", "Give a person an account; asks for the password.", _declare, _run)
