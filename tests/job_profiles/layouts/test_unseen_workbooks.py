"""Hand-made workbooks that the reader was never told about, against what a careful person reads."""

from collections.abc import Callable

import pytest
from unseen_bad import butcher, grip_test, nursery_assistant, rota
from unseen_good import dental_hygienist, gardener, hairdresser, seamstress
from unseen_law import Unseen, departures
from unseen_office import call_centre, mechanic, violin_teacher

from job_profiles.read import read_workbook

WORKBOOKS = (
    hairdresser,
    dental_hygienist,
    seamstress,
    gardener,
    mechanic,
    violin_teacher,
    call_centre,
    butcher,
    nursery_assistant,
    grip_test,
    rota,
)


@pytest.mark.parametrize("make", WORKBOOKS, ids=lambda make: make.__name__)
def test_a_workbook_is_read_as_a_careful_person_reads_it(make: Callable[[], Unseen]) -> None:
    unseen = make()
    reading = read_workbook(unseen.drawn.data, unseen.drawn.filename)
    found = departures(unseen, reading)
    assert not found, "\n".join(found)
