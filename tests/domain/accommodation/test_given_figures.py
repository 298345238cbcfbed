"""Figures given with an accommodation are printed as limits, and shorten stretches."""

from datetime import date

import pytest
from a_plannable_case import CLERK

from job_profiles.kinds import DemandKind
from rtw.domain.accommodation.effects import ChosenEffect
from rtw.domain.accommodation.given_figures import given_restrictions, with_given_bouts
from rtw.domain.capacity import Basis, Quantity
from rtw.domain.schedule.brief import Ground, Offer, Origin, Requirement, ScheduleBrief, TaskNeed
from rtw.domain.schedule.settings import BREAKS
from rtw.knowledge.load import knowledge

MONDAY, REVIEW = date(2026, 3, 16), date(2026, 3, 30)
GROUND = Ground(Origin.JOB, "the job")


def _chosen(id_: str, tasks: tuple[str, ...] = (), **given: float) -> ChosenEffect:
    entry = knowledge().catalogue.find(id_)
    assert entry is not None
    return ChosenEffect(entry, tasks, tuple(given.items()))


def _brief(bout: int | None) -> ScheduleBrief:
    needs = (TaskNeed("Enter claims", True, 8, longest_bout_minutes=bout), TaskNeed("Sort post", False, 1))
    offer = Offer((0, 1, 2, 3, 4), 9, GROUND)
    return ScheduleBrief(MONDAY, 4, needs, offer, Requirement(GROUND, 4), BREAKS)


def test_a_given_load_becomes_a_restriction_on_what_the_job_asks() -> None:
    lighter = next(a.id for a in knowledge().catalogue.accommodations if _asks(a.id) == "load")
    (limit,) = given_restrictions(CLERK, (_chosen(lighter, load=3.0),), MONDAY, REVIEW)
    assert (limit.kind, limit.quantity, limit.value) == (DemandKind.LIFTING, Quantity.LOAD_KG, 3.0)
    assert (limit.since, limit.until, limit.basis) == (MONDAY, REVIEW, Basis.CLINICIAN)


def _asks(id_: str) -> str | None:
    entry = knowledge().catalogue.find(id_)
    assert entry is not None
    return next((effect.asks.name for effect in entry.effects if effect.asks), None)


def test_without_its_figure_or_its_task_nothing_is_printed() -> None:
    lighter = next(a.id for a in knowledge().catalogue.accommodations if _asks(a.id) == "load")
    for chosen in (
        _chosen(lighter),
        _chosen(lighter, load=900.0),
        _chosen(lighter, ("Telephone",), load=3.0),
    ):
        assert given_restrictions(CLERK, (chosen,), MONDAY, REVIEW) == ()


def test_every_sentence_that_promises_a_figure_has_one_that_is_printed() -> None:
    promising = [a for a in knowledge().catalogue.accommodations if "agreed for it" in a.employer_text]
    assert len(promising) >= 5
    for entry in promising:
        asked = [effect for effect in entry.effects if effect.asks is not None]
        assert asked, f"{entry.id} promises a figure nobody is asked for"


@pytest.mark.parametrize(("known", "hours", "expected"), [(None, 0.5, 30), (20, 0.5, 20), (45, 0.25, 15)])
def test_a_given_stretch_shortens_and_never_lengthens(known: int | None, hours: float, expected: int) -> None:
    changed = with_given_bouts(_brief(known), (_chosen("bout_limit", ("Enter claims",), bout_hours=hours),))
    assert [need.longest_bout_minutes for need in changed.tasks] == [expected, None]


def test_the_given_stretch_names_its_ground() -> None:
    changed = with_given_bouts(_brief(None), (_chosen("bout_limit", bout_hours=1.0),))
    assert [need.longest_bout_minutes for need in changed.tasks] == [60, 60]
    assert changed.tasks[0].bout_ground is not None
    assert "Longest stretch by agreement" in changed.tasks[0].bout_ground.words
