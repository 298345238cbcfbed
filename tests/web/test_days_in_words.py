"""No page shows a day as programs keep it: 2026-11-21 is read in words everywhere, on paper too."""

import pytest
from figures_on_pages import days_as_kept
from flask.testing import FlaskClient
from pages_of_a_clinic import PAGES

FORMS = [
    "/cases/new",
    "/cases/1/edit",
    "/cases/1/status",
    "/cases/1/plan/throw-away",
    "/jobs/1/compare",
    "/jobs/write",
    "/jobs/previews/new",
    "/employers",
]


@pytest.mark.parametrize("path", [*PAGES, *FORMS])
def test_no_page_shows_a_day_as_it_is_kept(reader: FlaskClient, path: str) -> None:
    answer = reader.get(path)
    assert answer.status_code == 200
    assert days_as_kept(answer.text) == []


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>Signed 2026-11-21</p>", 1),
        ('<p>Signed <time datetime="2026-11-21">21 November 2026</time></p>', 0),
        ('<input value="2026-11-21" type="date">', 0),
        ('<a aria-label="Visit of 2026-11-21">Visit</a>', 1),
        ("<svg><text>tested 2026-11-21</text></svg>", 1),
        ('<style>@page { @bottom-left { content: "2026-11-21" } }</style>', 1),
        ('<script>let day = "2026-11-21"</script>', 0),
    ],
)
def test_what_counts_as_shown(html: str, shown: int) -> None:
    assert len(days_as_kept(html)) == shown
