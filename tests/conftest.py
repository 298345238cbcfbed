"""What tests stand on: databases, a clinic, a running server, a browser.

Where a browser, a database server or the shared workbooks are missing, the tests that need them skip
and say so; with CI set they fail (`no_skips.py`).
"""

import os
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shutil import copyfile, copytree, ignore_patterns, which

import pytest
from a_clinic import PASSWORD, TODAY, new_case, new_user, sign_in_page
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings
from jinja2 import FileSystemBytecodeCache
from no_skips import pytest_make_collect_report, pytest_runtest_makereport
from playwright.sync_api import Browser, Page, StorageState, expect, sync_playwright
from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session
from werkzeug.serving import make_server

from rtw.knowledge.load import SHIPPED
from rtw.services import passwords
from rtw.services.actor import Actor, actor_of
from rtw.store.cases import Case
from rtw.store.engine import database_url, make_engine, session_factory
from rtw.store.migrate import upgrade
from rtw.store.people import Role
from rtw.web.app import create_app
from rtw.web.config import Config

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
"""A law that holds slowly on a busy machine still holds."""

__all__ = ["pytest_make_collect_report", "pytest_runtest_makereport"]  # hooks pytest finds here

POSTGRES = os.environ.get("RTW_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")
SHARED = Path(os.environ.get("RTW_SHARED", Path(__file__).resolve().parents[2] / "shared"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of workbooks and evidence that lies beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("the folder of shared workbooks is missing")
    return SHARED


@pytest.fixture(scope="session")
def pda_folder(shared: Path) -> Path:
    """Demand sheets with the answers a careful reader gives."""
    return shared / "spreadsheets" / "pda"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped knowledge that a test may damage."""
    copy = tmp_path / "knowledge"
    copytree(SHIPPED, copy, ignore=ignore_patterns("*.py", "__pycache__"))
    return copy


# Databases


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """An empty database of its own on the PostgreSQL server, dropped at the end."""
    name = f"rtw_test_{uuid.uuid4().hex[:12]}"
    server = make_engine(POSTGRES, isolation_level="AUTOCOMMIT")
    try:
        with server.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
    except OperationalError:
        pytest.skip("no PostgreSQL server answers")
    yield database_url(POSTGRES).set(database=name).render_as_string(hide_password=False)
    with server.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    engine = make_engine(f"sqlite:///{tmp_path_factory.mktemp('store') / 'rtw.sqlite3'}")
    upgrade(engine)
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def migrated_postgres(postgres_url: str) -> Iterator[Engine]:
    engine = make_engine(postgres_url)
    upgrade(engine)
    yield engine
    engine.dispose()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def engine(request: pytest.FixtureRequest) -> Engine:
    """The migrated database, once on each kind of server."""
    return request.getfixturevalue(f"migrated_{request.param}")


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A session whose work is undone after the test."""
    with engine.connect() as connection, connection.begin() as outer:
        with Session(connection, join_transaction_mode="create_savepoint", expire_on_commit=False) as session:
            yield session
        outer.rollback()


# A clinic


@pytest.fixture(scope="session", autouse=True)
def quick_hashes() -> Iterator[None]:
    """Hash passwords as cheaply as argon2 can: hundreds of tests sign in. The true cost has its own test."""
    with pytest.MonkeyPatch.context() as patch:
        quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
        patch.setattr(passwords, "_hasher", quick)
        patch.setattr(passwords, "_DECOY", quick.hash("nobody has this password"))
        yield


@pytest.fixture
def therapist(session: Session) -> Actor:
    return actor_of(new_user(session, Role.THERAPIST))


@pytest.fixture
def case(session: Session, therapist: Actor) -> Case:
    return new_case(session, therapist)


# The web


@dataclass(frozen=True, slots=True)
class Clinic:
    """An application over a database with one person of each role and one case of hers."""

    app: Flask
    case_id: int
    employer_id: int


@pytest.fixture(scope="session")
def clinic_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with the clinic in it, made once and copied for each test."""
    path = tmp_path_factory.mktemp("clinic") / "clinic.sqlite3"
    engine = make_engine(f"sqlite:///{path}")
    upgrade(engine)
    with session_factory(engine).begin() as session:
        people = {role: actor_of(new_user(session, role)) for role in Role}
        new_case(session, people[Role.THERAPIST])
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def pages_compiled(tmp_path_factory: pytest.TempPathFactory) -> FileSystemBytecodeCache:
    """Templates compiled once for all the applications of a run."""
    folder = tmp_path_factory.getbasetemp().parent / "templates"
    folder.mkdir(exist_ok=True)
    return FileSystemBytecodeCache(str(folder))


def _clinic_at(path: Path, pages_compiled: FileSystemBytecodeCache, *, csrf: bool) -> Clinic:
    url = f"sqlite:///{path}"
    app = create_app(Config(url, "test", limit_sign_in=False, testing=True, today=lambda: TODAY))
    app.config["WTF_CSRF_ENABLED"] = csrf
    app.jinja_env.bytecode_cache = pages_compiled
    return Clinic(app, case_id=1, employer_id=1)


@pytest.fixture
def clinic(clinic_file: Path, pages_compiled: FileSystemBytecodeCache, tmp_path: Path) -> Clinic:
    """A fresh clinic whose forms need no token."""
    return _clinic_at(copyfile(clinic_file, tmp_path / "web.sqlite3"), pages_compiled, csrf=False)


@pytest.fixture
def sign_in(clinic: Clinic) -> Callable[[Role], FlaskClient]:
    """Sign somebody of a role in, and hand out her browser without pictures."""

    def signed_in(role: Role) -> FlaskClient:
        client = clinic.app.test_client()
        answer = client.post("/sign-in", data={"email": f"{role.value}@clinic.example", "password": PASSWORD})
        assert answer.status_code == 303
        return client

    return signed_in


@pytest.fixture(scope="session")
def reader(pages_compiled: FileSystemBytecodeCache, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """The therapist of the demonstration clinic, signed in; for tests that only read."""
    from rtw.demonstration import people  # imported here: most tests need none of it
    from rtw.demonstration.load import load_clinic

    url, day = f"sqlite:///{tmp_path_factory.mktemp('demonstration')}/clinic.sqlite3", date(2026, 3, 2)
    engine = make_engine(url)
    upgrade(engine)
    with session_factory(engine).begin() as session:
        load_clinic(session, day)
    engine.dispose()
    app = create_app(Config(url, "test", limit_sign_in=False, testing=True, today=lambda: day))
    app.config["WTF_CSRF_ENABLED"] = False
    app.jinja_env.bytecode_cache = pages_compiled
    client = app.test_client()
    sent = {"email": people.THERAPIST.email, "password": people.PASSWORD}
    assert client.post("/sign-in", data=sent).status_code == 303
    return client


# The browser


@dataclass(frozen=True, slots=True)
class Live:
    """A clinic that is being served."""

    url: str
    clinic: Clinic


@contextmanager
def _served(clinic: Clinic) -> Iterator[Live]:
    """Serve a clinic at a port of its own while the block runs."""
    server = make_server("127.0.0.1", 0, clinic.app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield Live(f"http://127.0.0.1:{server.port}", clinic)
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def live(clinic_file: Path, pages_compiled: FileSystemBytecodeCache, tmp_path: Path) -> Iterator[Live]:
    """Serve a fresh clinic, with every guard on, to real browsers: no test finds what another one left."""
    path = copyfile(clinic_file, tmp_path / "live.sqlite3")
    with _served(_clinic_at(path, pages_compiled, csrf=True)) as live:
        yield live


PATIENCE_MS = 30_000
"""How long a page may take to show what is expected: as long as Playwright waits before it acts."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("RTW_CHROMIUM") or which("chromium") or which("chromium-browser")
    if path is None:
        pytest.skip("Chromium is missing")
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def _page_of(browser: Browser, live: Live, signed_in: StorageState | None = None) -> Iterator[Page]:
    """Open a page of its own at the live clinic; a script error on it fails the test."""
    context = browser.new_context(
        base_url=live.url, viewport={"width": 1280, "height": 860}, storage_state=signed_in
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert not errors


@pytest.fixture
def page(browser: Browser, live: Live) -> Iterator[Page]:
    """A page of somebody who has not signed in."""
    with _page_of(browser, live) as page:
        yield page


@pytest.fixture(scope="session")
def signed_in(
    browser: Browser,
    clinic_file: Path,
    pages_compiled: FileSystemBytecodeCache,
    tmp_path_factory: pytest.TempPathFactory,
) -> StorageState:
    """What the therapist's browser keeps once she has signed in as a person does; every copy knows her."""
    path = copyfile(clinic_file, tmp_path_factory.mktemp("signed_in") / "web.sqlite3")
    with _served(_clinic_at(path, pages_compiled, csrf=True)) as live, _page_of(browser, live) as page:
        sign_in_page(page)
        return page.context.storage_state()


@pytest.fixture
def therapist_page(browser: Browser, live: Live, signed_in: StorageState) -> Iterator[Page]:
    """The therapist's browser, signed in."""
    with _page_of(browser, live, signed_in) as page:
        yield page


@pytest.fixture
def live_without_scripts(browser: Browser, live: Live) -> Iterator[Page]:
    """The therapist's browser with scripts switched off; she has signed in without them."""
    context = browser.new_context(base_url=live.url, java_script_enabled=False)
    page = context.new_page()
    sign_in_page(page)
    yield page
    context.close()
