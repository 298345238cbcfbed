"""Hand-made workbooks that the reader was never told about, against what a careful person reads."""

from collections.abc import Callable

import pytest
from unseen_bad import butcher, grip_test, nursery_assistant, press_operator, rota
from unseen_forms import cheese_maker, home_carer
from unseen_good import chef, dental_hygienist, gardener, hairdresser, seamstress, warehouse_picker
from unseen_law import Unseen, departures
from unseen_office import call_centre, mechanic, medical_secretary, violin_teacher

from job_profiles.read import read_workbook

WORKBOOKS = (
    hairdresser,
    dental_hygienist,
    chef,
    warehouse_picker,
    seamstress,
    gardener,
    mechanic,
    violin_teacher,
    call_centre,
    medical_secretary,
    home_carer,
    cheese_maker,
    butcher,
    nursery_assistant,
    press_operator,
    grip_test,
    rota,
)


@pytest.mark.parametrize("make", WORKBOOKS, ids=lambda make: make.__name__)
def test_a_workbook_is_read_as_a_careful_person_reads_it(make: Callable[[], Unseen]) -> None:
    unseen = make()
    reading = read_workbook(unseen.drawn.data, unseen.drawn.filename)
    found = departures(unseen, reading)
    assert not found, "\n".join(found)
