"""A total below the tasks is held against their hours; where it cannot be, that is said."""

import pytest

from job_profiles.grid.cells import Sheet
from job_profiles.read import read_sheets

OF_TASK = ("Task", "Hours", "Demand", "Hand", "Force (N)")
OF_DEMAND = ("Task", "Demand", "Hand", "Force (N)", "How long a day")


def totals_in(*body, head=OF_TASK):
    rows = (("Job title", "Luthier"), ("Shift", "8 h"), (), head, *body)
    reading = read_sheets([Sheet("Job", tuple((*r, *[None] * (5 - len(r))) for r in rows))])
    return [(p.code, p.cell) for p in reading.problems if p.code.startswith("total-")]


def task(name, hours):
    return (name, hours, "Push", "Right", 60)


@pytest.mark.parametrize(
    ("hours", "total", "told"),
    [
        (("3 h", "2 h"), "8¼ hrs", [("total-disagrees", "B7")]),
        (("3 h", "2 h"), "5 h", []),
        (("40 min", "20 min"), "1 h", []),
        (("3 h", "2-3 h"), "5.5 h", []),
        (("3 h", "2-3 h"), "7 h", [("total-disagrees", "B7")]),
        (("3 h", None), "5 h", [("total-open", "B7")]),
        (("6 h", None), "5 h", [("total-disagrees", "B7")]),
    ],
)
def test_a_total_against_the_tasks_above_it(hours, total, told):
    names = ("Planing", "Carving")
    assert totals_in(*(task(*one) for one in zip(names, hours, strict=True)), ("TOTAL", total)) == told


def test_subtotals_count_the_tasks_since_the_one_before():
    body = (
        task("Planing", "3 h"),
        ("Subtotal", "3 h"),
        task("Carving", "2 h"),
        ("Subtotal", "2 h"),
        ("Total", "5 h"),
    )
    assert totals_in(*body) == []


def test_hours_of_the_demands_stand_for_those_of_a_task_that_has_none():
    body = (("Planing", "Push", "R", 60, "3 h"), (None, "Key pinch", "R", 20, "1 h"))
    more = ("Carving", "Push", "R", 60, "2 h")
    assert totals_in(*body, more, ("TOTAL", None, None, None, "5 h"), head=OF_DEMAND) == []
    wrong = ("TOTAL", None, None, None, "7 h")
    assert totals_in(*body, more, wrong, head=OF_DEMAND) == [("total-disagrees", "E8")]


def test_an_average_is_no_total():
    assert totals_in(task("Planing", "3 h"), task("Carving", "2 h"), ("Average", "2.5 h")) == []
