"""What stands behind an accommodation: every source of its entry, every figure given, and no claim beyond."""

import pytest

from rtw.domain.accommodation.values import Accommodation
from rtw.domain.plan import AccommodationStatus, ChosenAccommodation, Owner
from rtw.domain.why import Origin
from rtw.knowledge.load import knowledge
from rtw.services.accommodations.panels import accommodation_panel, effects_panel
from rtw.services.accommodations.trying import asked_figures

ENTRIES = knowledge().catalogue.accommodations


@pytest.mark.parametrize("found", ENTRIES, ids=lambda found: found.id)
def test_an_entry_leads_to_all_its_sources_or_says_there_is_none(found: Accommodation) -> None:
    panel = effects_panel(found)
    assert set(panel.sources) == set(found.sources)
    says_none = any(caution.startswith("No study stands behind it") for caution in panel.cautions)
    assert says_none is not bool(found.sources)
    assert panel.formula
    assert len(panel.inputs) == len(asked_figures(found))


def test_a_figure_that_was_given_is_the_therapists_and_one_that_was_not_is_said_to_be_open() -> None:
    found = next(each for each in ENTRIES if asked_figures(each))
    ask, _ = asked_figures(found)[0]
    given = effects_panel(found, ((ask.name, ask.highest),)).inputs[0]
    assert given.origin is Origin.CLINICIAN
    assert given.value.startswith(f"{ask.highest:g}")
    assert "not given yet" in effects_panel(found).inputs[0].value


def test_a_signed_entry_the_catalogue_lost_is_told_as_it_was_signed() -> None:
    lost = ChosenAccommodation(
        "gone", (), Owner.EMPLOYER, None, AccommodationStatus.AGREED, "Provide a stool."
    )
    panel = accommodation_panel(lost)
    assert panel.formula is None
    assert panel.result == "Provide a stool."
    assert panel.inputs[0].origin is Origin.CLINICIAN
