"""How long pages take while 16 people work at once, on SQLite behind gunicorn's sync workers.

Twice: people who look at each page for a second, and 16 requests at once without any pause. The second
keeps every core busy all the time, so it measures how much work a page is: sixteen wait in line, and the
clients, on the same cores, work too. In both every worker has seen every page once before.
"""

import os
import random
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlencode

from bench.page_clinic import PAGES, fill
from rtw.demonstration.people import PASSWORD, THERAPIST
from rtw.web.config import today_here

ROOT = Path(__file__).resolve().parents[1]
USERS, PAUSE_S = 16, 1.0
LIMIT_MS = 100.0


def run() -> Iterator[dict[str, object]]:
    """Yield the 95th percentile over all pages, with a pause between clicks and without any."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/bench.sqlite3"
        fill(url, today_here())
        with _served(url) as port:
            cookie = _sign_in(port)
            _times_ms(port, cookie, rounds=1, pause_s=0.0)  # so that both workers know the cases
            reading = _times_ms(port, cookie, rounds=1, pause_s=PAUSE_S)
            clicking = _times_ms(port, cookie, rounds=2, pause_s=0.0)
    people = f"page p95 at {USERS} concurrent users on SQLite"
    yield _figure(f"{people}, {PAUSE_S:g} s between pages", reading, "as people read")
    yield _figure(f"{people}, no pause", clicking, f"{USERS} requests always waiting")


def _figure(name: str, times: list[float], manner: str) -> dict[str, object]:
    p95, median = quantiles(times, n=20)[-1], quantiles(times, n=2)[0]
    against = (
        f"limit of {LIMIT_MS:.0f} ms; {manner}: median {median:.0f} ms of {len(times)} requests for "
        f"{len(PAGES)} pages, {os.cpu_count()} workers and the clients on {os.cpu_count()} cores, warm"
    )
    return {
        "name": name,
        "value": round(p95, 1),
        "unit": "ms",
        "ratio": round(p95 / LIMIT_MS, 2),
        "against": against,
    }


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
    form = urlencode({"email": THERAPIST.email, "password": PASSWORD, "csrf_token": token[1]})
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


def _times_ms(port: int, cookie: str, *, rounds: int, pause_s: float) -> list[float]:
    """Let every user open all pages, each beginning with another one; return what each page took."""

    def work(user: int) -> list[float]:
        chance = random.Random(user)
        times = []
        for number in range(rounds * len(PAGES)):
            time.sleep(chance.uniform(0.5, 1.5) * pause_s)
            started = time.perf_counter()
            _ask(port, "GET", PAGES[(user + number) % len(PAGES)], cookie)
            times.append((time.perf_counter() - started) * 1000)
        return times

    with ThreadPoolExecutor(USERS) as users:
        return [each for times in users.map(work, range(USERS)) for each in times]
