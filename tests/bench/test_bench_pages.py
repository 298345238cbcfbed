"""The benches measure what they say, on a small scale."""

from datetime import date
from pathlib import Path

import pytest

from bench import page_queries
from bench.page_clinic import PAGES, fill
from bench.reading import demands_read, rows_by_calamine, rows_by_pandas, workbook
from rtw.demonstration.people import PASSWORD, THERAPIST
from rtw.web.app import create_app
from rtw.web.config import Config

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize("reader", [demands_read, rows_by_calamine, rows_by_pandas])
def test_every_reader_reads_every_row(reader: object) -> None:
    assert callable(reader)
    assert reader(workbook(500)) == 500


def test_no_page_of_a_full_clinic_takes_more_than_twelve_queries(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/pages.sqlite3"
    fill(url, TODAY)
    app = create_app(Config(url, "test", limit_sign_in=False, testing=True, today=lambda: TODAY))
    app.config["WTF_CSRF_ENABLED"] = False
    client = app.test_client()
    assert client.post("/sign-in", data={"email": THERAPIST.email, "password": PASSWORD}).status_code == 303
    counts = page_queries.queries_by_page(client)
    assert set(counts) == set(PAGES)
    assert {page: count for page, count in counts.items() if not 0 < count <= page_queries.MOST} == {}
