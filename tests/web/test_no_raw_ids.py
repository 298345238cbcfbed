"""No page shows an id of a program where a person expects a source: its citation stands there."""

import re
from html import unescape

import pytest
from figures_on_pages import texts_read
from flask import get_template_attribute
from flask.testing import FlaskClient
from pages_of_a_clinic import PAGES

from rtw.knowledge.load import knowledge

IDS = frozenset(source.id for source in knowledge().sources)
WORDS = re.compile(r"[A-Za-z0-9_]+")


def ids_read(html: str) -> list[str]:
    """Name every id of a source that is read on the page, with the words around it."""
    return [words for words in texts_read(html) if IDS & set(WORDS.findall(words))]


def test_an_id_between_words_is_found_and_an_address_is_not() -> None:
    some = min(id_ for id_ in IDS if "_" in id_)
    assert ids_read(f"<main><p>published, {some})</p></main>")
    assert not ids_read(f'<main><a href="/evidence/sources/{some}">Author 2001</a></main>')


def test_a_source_that_the_page_did_not_reckon_with_is_cited_all_the_same(reader: FlaskClient) -> None:
    source = knowledge().sources[0]
    with reader.application.test_request_context():
        shown = get_template_attribute("macros/cite.html", "cite")({}, source.id)
    assert texts_read(shown) == [unescape(source.citation)]
    assert f"/evidence/sources/{source.id}" in shown


def test_what_is_read_of_a_drawn_cohort_is_its_citation(reader: FlaskClient) -> None:
    html = re.sub(r'href="[^"]*"', "", reader.get("/cases/1/recovery").text)
    assert "n = " in html
    assert not IDS & set(WORDS.findall(html))


def test_a_plan_says_in_words_which_figures_it_rests_on(reader: FlaskClient) -> None:
    page = " ".join(texts_read(reader.get("/cases/1/plan/versions/1").text))
    assert "the knowledge base as it is today" in page


@pytest.mark.parametrize("path", PAGES)
def test_no_id_of_a_source_is_read(reader: FlaskClient, path: str) -> None:
    answer = reader.get(path)
    assert answer.status_code == 200
    assert not ids_read(answer.text)
