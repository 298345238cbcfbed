"""Addresses and panels are kept once made: they read as if made anew each time."""

from dataclasses import replace

import pytest
from conftest import Clinic
from flask import Flask, render_template_string, url_for
from werkzeug.routing import BuildError

from rtw.domain.figure import Verified
from rtw.domain.why import Coefficient, Input, Origin, Why

PANEL = Why(
    "Grip <right>",
    "12 N",
    "mean of trials",
    inputs=(Input("Trial 1", "11 N", Origin.MEASURED), Input("Trial 2", "13 N", Origin.MEASURED)),
    coefficients=(Coefficient("Error of measuring", "6.5 kg", "product_convention", Verified.YES),),
    cautions=("One visit only.",),
)
DRAW = '{% from "macros/why.html" import why %}{{ why(panel) }}'


@pytest.fixture
def app(clinic: Clinic) -> Flask:
    return clinic.app


@pytest.mark.parametrize(
    ("endpoint", "values"),
    [
        ("cases.overview", {"case_id": 3}),
        ("jobs.index", {"page": 2, "q": "a b&c"}),
        ("jobs.index", {"page": None}),
        ("jobs.index", {"page": True}),
        ("jobs.index", {"page": 1}),
        ("jobs.index", {"page": 1.0}),
        ("matches.of_case", {"case_id": 3, "_anchor": "questions"}),
        ("static", {"filename": "rtw.css"}),
    ],
)
def test_an_address_reads_as_flask_builds_it_the_second_time_too(
    app: Flask, endpoint: str, values: dict[str, object]
) -> None:
    address = app.jinja_env.globals["url_for"]
    for root in ("", "/clinic", ""):
        with app.test_request_context("/cases", environ_overrides={"SCRIPT_NAME": root}):
            assert [address(endpoint, **values) for _ in range(2)] == [url_for(endpoint, **values)] * 2


def test_a_page_that_does_not_exist_has_no_address(app: Flask) -> None:
    with app.test_request_context("/cases"):
        assert app.jinja_env.globals["url_if_any"]("nowhere.at_all", case_id=1) is None
        with pytest.raises(BuildError):
            app.jinja_env.globals["url_for"]("nowhere.at_all", case_id=1)


def _drawn(app: Flask, panel: Why, root: str = "") -> str:
    with app.test_request_context("/cases", environ_overrides={"SCRIPT_NAME": root}):
        return render_template_string(DRAW, panel=panel)


def test_a_panel_that_differs_anywhere_is_drawn_anew(app: Flask) -> None:
    others = (
        replace(PANEL, result="13 N"),
        replace(PANEL, cautions=()),
        replace(PANEL, inputs=PANEL.inputs[::-1]),
        replace(PANEL, coefficients=(replace(PANEL.coefficients[0], value="7 kg"),)),
    )
    drawn = {_drawn(app, panel) for panel in (PANEL, *others, PANEL)}
    assert len(drawn) == 1 + len(others)
    assert all("Grip &lt;right&gt;" in each for each in drawn)


def test_a_panel_leads_to_its_source_wherever_the_clinic_stands(app: Flask) -> None:
    assert 'href="/evidence/' in _drawn(app, PANEL)
    assert 'href="/clinic/evidence/' in _drawn(app, PANEL, "/clinic")
    assert 'href="/evidence/' in _drawn(app, PANEL)
