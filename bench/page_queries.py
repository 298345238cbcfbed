"""How many queries each page takes: the most may be twelve."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from flask.testing import FlaskClient
from sqlalchemy import Engine, event

from bench.page_clinic import PAGES, fill
from rtw.demonstration.people import PASSWORD, THERAPIST
from rtw.web.app import create_app
from rtw.web.config import Config, today_here

MOST = 12


def run() -> list[dict[str, object]]:
    """Count the queries of every page, and report the page that takes most."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/bench.sqlite3"
        fill(url, today_here())
        counts = queries_by_page(_signed_in(url))
    page, most = max(counts.items(), key=lambda each: each[1])
    return [
        {
            "name": f"most queries of a page ({page})",
            "value": most,
            "unit": "queries",
            "ratio": round(most / MOST, 2),
            "against": f"limit of {MOST}, over {len(counts)} pages",
        }
    ]


def queries_by_page(client: FlaskClient) -> dict[str, int]:
    """Ask for each page once and count. AssertionError where a page does not come."""
    counts = {}
    for page in PAGES:
        with counted() as statements:
            answer = client.get(page)
        assert answer.status_code == 200, (page, answer.status_code)
        counts[page] = len(statements)
    return counts


@contextmanager
def counted() -> Iterator[list[str]]:
    """Collect the SQL statements of everything inside."""
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        statements.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def _signed_in(url: str) -> FlaskClient:
    app = create_app(Config(url, "bench", limit_sign_in=False, testing=True))
    app.config["WTF_CSRF_ENABLED"] = False
    client = app.test_client()
    client.post("/sign-in", data={"email": THERAPIST.email, "password": PASSWORD})
    return client


if __name__ == "__main__":
    print(run())
