"""What stands behind a sheet that is being written: rows kept, rows typed, units and letters."""

from rtw.services.jobs.sheet import JobSheet, SheetRow
from rtw.services.jobs.writing_panel import writing_panel

KEPT = SheetRow("Pack", kind="power_grip", amount="20", unit="kgf", base="0.0")
TYPED = SheetRow("Pack", kind="lifting", amount="10", unit="lb", letter="F")


def test_kept_and_typed_rows_are_counted_apart() -> None:
    panel = writing_panel(JobSheet(rows=(KEPT, TYPED, TYPED, SheetRow("Sort"))), 3)
    assert [(each.name, each.value) for each in panel.inputs] == [
        ("Rows of version 3", "1"),
        ("Rows with figures written here", "2"),
    ]
    assert [each.value for each in writing_panel(JobSheet(rows=(KEPT, TYPED)), None).inputs] == ["2"]


def test_only_units_that_stand_there_are_explained() -> None:
    assert writing_panel(JobSheet(rows=(KEPT,)), None).steps == ("1 kgf = 9.80665 N by definition",)
    pounds, _ = writing_panel(JobSheet(rows=(TYPED,)), None).steps
    assert pounds.startswith("1 lb = 0.45359237 kg")
    assert writing_panel(JobSheet(rows=(SheetRow("Pack"),)), None).steps == ()


def test_letters_say_what_they_mean_or_that_they_mean_nothing_yet() -> None:
    rows = (SheetRow("Pack", letter="F"),)
    assert writing_panel(JobSheet(rows=rows), None).steps == (
        "Letters mean no hours until a scheme is chosen",
    )
    assert "version before" in writing_panel(JobSheet(rows=rows, scale="kept"), 2).steps[0]
