import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from rtw.cli.command import FAILED, OK, session_at
from rtw.cli.main import COMMANDS, main
from rtw.services import passwords
from rtw.store.people import Role, User

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


def test_every_command_says_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert all(command.name in told for command in COMMANDS)
    assert len({command.name for command in COMMANDS}) == len(COMMANDS)
