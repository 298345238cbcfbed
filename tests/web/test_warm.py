"""What a worker does before its first request."""

import gc
from collections.abc import Iterator

import pytest
from flask import Flask
from jinja2 import Environment

from rtw.knowledge.load import knowledge
from rtw.web.app import create_app
from rtw.web.config import Config
from rtw.web.warm import YOUNG_OBJECTS, warm_up


@pytest.fixture
def warm() -> Iterator[Flask]:
    app, usual = create_app(Config("sqlite://", "test", testing=True)), gc.get_threshold()
    warm_up(app)
    yield app
    gc.unfreeze()
    gc.set_threshold(*usual)


def test_no_page_is_compiled_while_a_person_waits(warm: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a template is compiled anew")

    monkeypatch.setattr(Environment, "compile", refuse)
    names = warm.jinja_env.list_templates()
    assert "cases/overview.html" in names
    assert all(warm.jinja_env.get_template(name).name == name for name in names)


def test_the_collector_passes_over_what_stays(warm: Flask) -> None:
    assert gc.get_freeze_count() > 10_000
    assert gc.get_threshold()[0] == YOUNG_OBJECTS
    assert knowledge.cache_info().currsize == 1
