import io
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from sqlalchemy import select

from rtw.cli.command import FAILED, OK
from rtw.cli.database import session_at
from rtw.cli.main import COMMANDS, command, main
from rtw.services import passwords
from rtw.store.people import Role, User

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "three plain words"


@pytest.fixture
def database(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'new folder' / 'rtw.sqlite3'}"
    assert main(["init-db", "--database", url]) == OK
    return url


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let a person type at the prompt."""
    return lambda text: monkeypatch.setattr(sys, "stdin", io.StringIO(text + "\n"))


def test_init_db_can_run_again(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init-db", "--database", database]) == OK
    assert capsys.readouterr().out == ""


def test_a_user_added_at_the_prompt_has_a_hash_and_a_role(
    database: str, typed: Callable[[str], None]
) -> None:
    typed(PASSWORD)
    arguments = ["add-user", "A@clinic.example", "--name", "Anna", "--database", database]
    assert main([*arguments, "--role", "administrator"]) == OK
    with session_at(database) as session:
        user = session.scalars(select(User)).one()
        assert (user.email, user.role) == ("a@clinic.example", Role.ADMINISTRATOR)
        assert user.password_hash.startswith("$argon2id$")
        assert passwords.matches(user.password_hash, PASSWORD)


@pytest.mark.parametrize(("email", "password"), [("a@clinic.example", "short"), ("nowhere", PASSWORD)])
def test_a_user_that_will_not_do_is_refused_and_nothing_kept(
    database: str, typed: Callable[[str], None], email: str, password: str
) -> None:
    typed(password)
    assert main(["add-user", email, "--name", "Anna", "--database", database]) == FAILED
    with session_at(database) as session:
        assert session.scalars(select(User)).all() == []


def test_the_shipped_knowledge_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-knowledge"]) == OK, capsys.readouterr().err


def test_nothing_is_served_from_a_database_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'empty.sqlite3'}")
    assert main(["serve"]) == FAILED
    assert "init-db" in capsys.readouterr().err


def test_a_served_clinic_answers(database: str, tmp_path: Path) -> None:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "rtw", "serve", "--port", str(port), "--workers", "1"]
    environment = os.environ | {"DATABASE_URL": database, "RTW_SECRET_KEY": "test"}
    server = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        assert _answer(f"http://127.0.0.1:{port}/sign-in").count("Sign in")
    finally:
        server.terminate()
        server.wait(20)


def _answer(address: str) -> str:
    """Ask until the server is up; it imports a good deal before it answers."""
    for _ in range(150):
        try:
            with urlopen(address, timeout=60) as answer:
                return answer.read().decode()
        except (URLError, TimeoutError):
            time.sleep(0.2)
    pytest.fail("the server does not answer")


def test_every_command_says_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert all(name in told for name in COMMANDS)
    assert [command(name).name for name in COMMANDS] == list(COMMANDS)
