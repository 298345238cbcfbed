from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from job_profiles.kinds import DemandKind
from rtw.domain.capacity import Basis, Quantity
from rtw.domain.hands import Side
from rtw.domain.plan import Restriction, TreatmentTime
from rtw.store.codec import dump, fingerprint, load

restrictions = st.builds(
    Restriction,
    kind=st.sampled_from(DemandKind),
    side=st.none() | st.sampled_from(Side),
    quantity=st.sampled_from(Quantity),
    value=st.floats(0, 1e6, allow_nan=False),
    since=st.dates(),
    until=st.none() | st.dates(),
    review_on=st.dates(),
    basis=st.sampled_from(Basis),
    origin=st.text(),
)


@settings(max_examples=50)
@given(restrictions)
def test_what_is_dumped_loads_as_the_same_value(restriction: Restriction) -> None:
    assert load(Restriction, dump(restriction)) == restriction


def test_dates_times_and_enums_are_readable_text() -> None:
    data = dump(TreatmentTime(1, time(8, 30), time(9), date(2026, 3, 9)))
    assert data["starts"] == "08:30:00"
    assert data["since"] == "2026-03-09"


def test_data_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValidationError):
        load(TreatmentTime, {"weekday": "Monday"})


def test_a_fingerprint_depends_on_values_not_on_order() -> None:
    assert fingerprint({"a": 1, "b": [2]}) == fingerprint({"b": [2], "a": 1})
    assert fingerprint({"a": 1}) != fingerprint({"a": 2})
