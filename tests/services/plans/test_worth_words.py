"""The worth of a change in words: a task that a colleague takes over is left out, never opened."""

import pytest

from rtw.domain.optimise.worth import Earliest, Worth
from rtw.services.plans.worth_panel import WHOLE_JOB, worth_panel, worth_words


@pytest.mark.parametrize(
    ("days", "opens", "left", "words"),
    [
        (None, (), ("Cast", "Hammer"), "Leaves out Cast, Hammer"),
        (14, ("Solder",), ("Cast",), "14 days sooner, opens Solder; leaves out Cast"),
        (0, (), (), "Full duty no sooner"),
    ],
)
def test_left_out_is_not_opened(
    days: int | None, opens: tuple[str, ...], left: tuple[str, ...], words: str
) -> None:
    found = Worth("x", Earliest(3, (), proven=True), days, at_least=False, opens=opens, leaves_out=left)
    assert worth_words(found) == words


@pytest.mark.parametrize(
    ("week", "rest"),
    [(2, "the rest at full hours from week 2"), (None, "the rest not at full hours in these weeks")],
)
def test_essential_work_that_is_handed_over_is_named_and_no_days_are(week: int | None, rest: str) -> None:
    cast = ("Cast",)
    with_it = Earliest(week, (), proven=True)
    found = Worth("x", with_it, None, at_least=False, opens=(), leaves_out=cast, gives_away=cast)
    assert worth_words(found) == f"No full duty of this job: hands over essential work (Cast); {rest}"
    panel = worth_panel("x", found)
    assert panel.inputs[0].value == f"no full duty of this job; {rest}"
    assert WHOLE_JOB in panel.cautions


def test_days_that_come_of_shorter_essential_work_say_so() -> None:
    found = Worth("x", Earliest(3, (), proven=True), 14, at_least=False, opens=(), shortens=("Cast",))
    assert worth_words(found) == "14 days sooner, with fewer full hours of Cast"
