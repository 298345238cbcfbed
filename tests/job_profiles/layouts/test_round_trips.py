"""Random profiles through every layout and back."""

from collections.abc import Callable
from typing import Any

import pytest
from drawn_pages import Rendering
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from job_layouts import ONE_JOB_ON_SHEETS, SEVERAL_JOBS
from long_layouts import LONG_LAYOUTS
from other_long_layouts import OTHER_LONG_LAYOUTS
from plausible_profiles import job_profiles, several_jobs
from round_trip_law import differences
from wide_layouts import WIDE_LAYOUTS

from job_profiles.read import read_workbook

Layout = Callable[[Any], Rendering]
ONE_JOB: dict[str, Layout] = {**LONG_LAYOUTS, **OTHER_LONG_LAYOUTS, **WIDE_LAYOUTS, **ONE_JOB_ON_SHEETS}

few = settings(
    max_examples=4,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def check(drawn: Rendering) -> None:
    reading = read_workbook(drawn.data, drawn.filename)
    found = differences(drawn, reading)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", ONE_JOB)
@given(data=st.data())
@few
def test_one_job_comes_back_as_it_was_written(name: str, data: st.DataObject) -> None:
    check(ONE_JOB[name](data.draw(job_profiles())))


@pytest.mark.parametrize("name", SEVERAL_JOBS)
@given(data=st.data())
@few
def test_several_jobs_come_back_as_they_were_written(name: str, data: st.DataObject) -> None:
    check(SEVERAL_JOBS[name](data.draw(several_jobs())))
