"""Models in the evidence: each is listed, opens, and stands on the pages of its sources."""

import pytest

from rtw.knowledge.load import knowledge
from rtw.services.actor import Actor
from rtw.services.evidence import lookup
from rtw.services.evidence.models import model_page, models, models_on
from rtw.services.exposure.models import LISTED
from rtw.services.permission import NotAllowedError, NotFoundError
from rtw.store.people import Role

THERAPIST = Actor(1, "Anna", Role.THERAPIST, 1)


def test_every_model_is_listed_and_opens_to_formula_and_coefficients() -> None:
    assert [page.name for page in models(THERAPIST)] == [each.model.name for each in LISTED]
    for page in models(THERAPIST):
        opened = model_page(THERAPIST, page.name)
        assert opened.formula
        assert opened.coefficients
        assert all(knowledge().source(c.source) for c in opened.coefficients)


def test_words_narrow_the_list() -> None:
    assert "duet" in {page.name for page in models(THERAPIST, "tendon")}
    assert models(THERAPIST, "no such model") == ()


def test_a_source_names_the_models_that_rest_on_it() -> None:
    assert {page.name for page in models_on("garg_rsi_2017")} >= {"rsi", "cosi", "cusi"}
    assert lookup.source_page(THERAPIST, "gallagher_2018").models


def test_an_unknown_model_and_an_employer_are_refused() -> None:
    with pytest.raises(NotFoundError):
        model_page(THERAPIST, "unknown")
    with pytest.raises(NotAllowedError):
        models(Actor(2, "Ben", Role.EMPLOYER, 1))
