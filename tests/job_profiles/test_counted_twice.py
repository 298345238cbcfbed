"""A tool that stands on two sheets with the same vibration is told at both cells."""

from job_profiles.grid.cells import Sheet
from job_profiles.read import read_sheets

WORK = Sheet("Work", (("Task", "Hours per day", "Demand", "Amount", "Hand", "Tool"),
                      ("Sanding", 1, "Vibration", "5.5 m/s²", "both", "orbital sander"),
                      ("Routing", 1, "Vibration", "3.8 m/s²", "both", "trim router")))  # fmt: skip


def tools(*rows):
    return Sheet("Tools", (("Tool", "Vibration (m/s²)", "Trigger time per day"), *rows))


def told(reading):
    return {(p.sheet, p.cell) for p in reading.problems if p.code == "tool-on-two-sheets"}


def test_a_tool_with_the_same_vibration_on_two_sheets_is_told_at_both_cells():
    reading = read_sheets([WORK, tools(("Orbital sander", 5.5, "50 min"), ("Trim router", 2.5, "30 min"))])
    assert told(reading) == {("Work", "D2"), ("Tools", "B2")}


def test_a_tool_for_two_tasks_of_one_sheet_is_not_told():
    assert told(read_sheets([WORK, tools(("Drill", 5.5, "50 min"))])) == set()
