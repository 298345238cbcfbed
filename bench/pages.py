"""How long pages take while 16 people work at once: gunicorn, SQLite, no pause between their clicks."""

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import date
from http.client import HTTPConnection
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlencode

from rtw.services.actor import actor_of
from rtw.services.cases import CaseDetails, NewCase, PatientDetails, open_case
from rtw.services.people import NewUser, add_user, clinic_named
from rtw.store.engine import make_engine, session_factory
from rtw.store.migrate import upgrade
from rtw.store.people import Role, User

ROOT = Path(__file__).resolve().parents[1]
USERS, PAGES_EACH, CASES = 16, 25, 60
LIMIT_MS = 100.0
EMAIL, PASSWORD = "bench@clinic.example", "three plain words"
PATHS = ("/cases", "/cases/1", "/cases?whose=clinic&page=2", "/cases/2/history", "/cases/3/edit")


def run() -> Iterator[dict[str, object]]:
    """Yield the 95th percentile over all pages, against the limit."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/bench.sqlite3"
        _fill(url)
        with _served(url) as port:
            cookie = _sign_in(port)
            _ask_all(port, cookie, 2)  # the first pages of a worker compile templates
            times = _ask_all(port, cookie, PAGES_EACH)
    p95 = quantiles(times, n=20)[-1]
    yield {
        "name": f"page p95 at {USERS} concurrent users on SQLite",
        "value": round(p95, 1),
        "unit": "ms",
        "ratio": round(p95 / LIMIT_MS, 2),
        "against": f"limit of {LIMIT_MS:.0f} ms",
    }


def _fill(url: str) -> None:
    engine = make_engine(url)
    upgrade(engine)
    with session_factory(engine).begin() as session:
        new = NewUser(EMAIL, "Bench", Role.THERAPIST, PASSWORD)
        user = add_user(session, None, clinic_named(session, "Hand clinic").id, new)
        assert isinstance(user, User)
        for number in range(CASES):
            details = CaseDetails("Clerk", "Carpal tunnel release", right_affected=True)
            case = NewCase(PatientDetails("Pat", f"Number{number}"), f"Employer {number % 9}", details)
            open_case(session, actor_of(user), case, date(2026, 3, 9))
    engine.dispose()


@contextmanager
def _served(url: str) -> Iterator[int]:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    environment = os.environ | {"DATABASE_URL": url, "RTW_SECRET_KEY": "bench"}
    command = [sys.executable, "-m", "rtw", "serve", "--port", str(port)]
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait(20)


def _wait_for(port: int) -> None:
    for _ in range(200):
        with closing(socket.socket()) as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("the server does not start")


def _sign_in(port: int) -> str:
    page, cookie = _ask(port, "GET", "/sign-in")
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    assert token is not None
    form = urlencode({"email": EMAIL, "password": PASSWORD, "csrf_token": token[1]})
    return _ask(port, "POST", "/sign-in", cookie, form)[1]


def _ask(port: int, method: str, path: str, cookie: str = "", form: str | None = None) -> tuple[str, str]:
    """Ask for one page on a connection of its own; return it and the session cookie."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
    connection.request(method, path, form, headers)
    answer = connection.getresponse()
    page = answer.read().decode()
    connection.close()
    assert answer.status in (200, 303), (path, answer.status)
    return page, (answer.getheader("Set-Cookie") or cookie).split(";")[0]


def _ask_all(port: int, cookie: str, pages_each: int) -> list[float]:
    """Let every user ask for page after page; return what each page took in milliseconds."""

    def click(number: int) -> float:
        started = time.perf_counter()
        _ask(port, "GET", PATHS[number % len(PATHS)], cookie)
        return (time.perf_counter() - started) * 1000

    with ThreadPoolExecutor(USERS) as users:
        return list(users.map(click, range(USERS * pages_each)))
