"""Which tasks are named with the verdict before and after the chosen changes."""

from itertools import product

import pytest

from rtw.domain.verdicts import TaskVerdict
from rtw.services.changed_tasks import ChangedTask


@pytest.mark.parametrize(("before", "after"), tuple(product(TaskVerdict, (*TaskVerdict, None))))
def test_a_verdict_that_stays_is_told_of_an_unfit_task_only(
    before: TaskVerdict, after: TaskVerdict | None
) -> None:
    one = ChangedTask("Pack", before, after, ("Slower pace",))
    assert one.is_told == (before is not after or before is TaskVerdict.NOT_SUITABLE)
    assert not ChangedTask("Pack", before, after, ()).is_told
