"""A demand sheet written in the browser: rows, what they mean, and what they keep."""

from dataclasses import replace
from pathlib import Path

import pytest
from a_job_sheet import BASE, WORKBOOKS, codes_of, one_demand, sheet_with
from hypothesis import given, settings
from hypothesis import strategies as st

from job_profiles.kinds import DemandKind, Hand, Quality
from job_profiles.profile import Demand, JobProfile, Shift, Task
from job_profiles.read import read_workbook
from job_profiles.units import POUND_KG, STANDARD_GRAVITY_M_S2
from rtw.services.jobs.sheet import (
    JobSheet,
    SheetRow,
    sheet_from_data,
    sheet_to_data,
)
from rtw.services.jobs.sheet_from_profile import sheet_of
from rtw.services.jobs.sheet_profile import read_sheet


@pytest.mark.parametrize(
    ("kind", "amount", "unit", "field", "value"),
    [
        (DemandKind.POWER_GRIP, "3", "kgf", "force_n", 3 * STANDARD_GRAVITY_M_S2),
        (DemandKind.POWER_GRIP, "3", "kg", "force_n", 3 * STANDARD_GRAVITY_M_S2),
        (DemandKind.KEY_PINCH, "2,5", "lb", "force_n", 2.5 * POUND_KG * STANDARD_GRAVITY_M_S2),
        (DemandKind.LIFTING, "10", "lb", "load_kg", 10 * POUND_KG),
        (DemandKind.HAND_ARM_VIBRATION, "4.5", "m/s²", "ahv_m_s2", 4.5),
        (DemandKind.WRIST_FLEXION, "40", "deg", "angle_deg", 40.0),
        (DemandKind.TOOL_USE, "2", "N·m", "torque_n_m", 2.0),
        (DemandKind.POWER_GRIP, "30", "% MVC", "percent_mvc", 0.3),
    ],
)
def test_an_amount_with_its_unit_becomes_the_si_figure_and_is_kept_as_typed(
    kind: DemandKind, amount: str, unit: str, field: str, value: float
) -> None:
    demand = one_demand(SheetRow(kind=kind.value, amount=amount, unit=unit))
    assert getattr(demand, field) == pytest.approx(value)
    assert demand.as_written == f"{amount} {unit}"
    assert demand.quality is Quality.STATED
    assert (demand.sheet, demand.cell) == (None, None)


def test_what_is_not_written_is_unknown_and_never_zero() -> None:
    demand = one_demand(SheetRow(kind="power_grip"))
    assert demand == Demand(DemandKind.POWER_GRIP, quality=Quality.STATED)


def test_a_weight_that_could_be_a_force_is_asked_about() -> None:
    row = SheetRow(task="Pack", kind="gross_handling", amount="4", unit="kg")
    assert codes_of(sheet_with(row)) == {(0, "unit", "force-or-weight")}
    assert codes_of(sheet_with(replace(row, unit=""))) == {(0, "unit", "unit-missing")}


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        (SheetRow(kind="power_grip", amount="-4", unit="N"), "amount", "not-a-number"),
        (SheetRow(kind="power_grip", amount="inf", unit="N"), "amount", "not-a-number"),
        (SheetRow(kind="key_pinch", amount="900", unit="N"), "amount", "impossible-value"),
        (SheetRow(kind="keyboarding", hours="many"), "hours", "not-a-number"),
        (SheetRow(kind="keyboarding", hours="25"), "hours", "impossible-value"),
        (SheetRow(kind="keyboarding", hours="4-2"), "hours", "range-backwards"),
        (SheetRow(kind="", hours="2"), "kind", "demand-missing"),
        (SheetRow(kind="keyboarding", task_hours="9"), "task_hours", "task-longer-than-shift"),
    ],
)
def test_what_cannot_be_stops_the_sheet_at_its_cell(row: SheetRow, column: str, code: str) -> None:
    other = SheetRow(task="Other", kind="mousing")
    reading = read_sheet(sheet_with(other, replace(row, task="Pack")))
    assert reading.blocks
    assert (1, column, code) in {(p.row, p.column, p.problem.code) for p in reading.problems}


def test_what_is_unusual_asks_and_does_not_block() -> None:
    reading = read_sheet(sheet_with(SheetRow(task="Pack", kind="key_pinch", amount="200", unit="N")))
    assert [p.problem.code for p in reading.problems] == ["implausible-value"]
    assert not reading.blocks
    over = sheet_with(*(SheetRow(task=t, task_hours="5", kind="mousing", hours="5.5") for t in "AB"))
    assert {code for *_, code in codes_of(over)} == {"tasks-over-shift", "hours-over-task"}


def test_a_sheet_needs_a_title_a_task_and_a_demand() -> None:
    assert codes_of(JobSheet()) == {(None, "title", "title-missing"), (None, "rows", "no-demands")}
    assert (0, "task", "task-name-missing") in codes_of(sheet_with(SheetRow(kind="mousing")))
    assert (None, "shift_hours", "impossible-shift") in codes_of(sheet_with(shift_hours="30"))


def test_rows_of_one_task_belong_together_and_contradictions_are_told() -> None:
    rows = (
        SheetRow(task="Pack", essential="yes", task_hours="3", kind="power_grip"),
        SheetRow(kind="lifting"),
        SheetRow(task="Rest"),
        SheetRow(task="Pack", kind="mousing"),
    )
    profile = read_sheet(sheet_with(*rows)).profile
    assert [(t.name, len(t.demands)) for t in profile.tasks] == [("Pack", 3), ("Rest", 0)]
    assert (profile.tasks[0].essential, profile.tasks[0].hours_per_day) == (True, 3)
    other = replace(rows[3], essential="no", task_hours="2")
    codes = {code for *_, code in codes_of(sheet_with(*rows[:3], other))}
    assert codes == {"essential-contradicts", "task-hours-contradict"}


def test_a_letter_stands_for_its_hours_in_the_scale_and_shift_of_now() -> None:
    row = SheetRow(task="Pack", kind="power_grip", letter="F")
    demand = one_demand(row, scale="us_dot", shift_hours="6")
    assert demand.hours_range == pytest.approx((2, 4))
    assert {code for *_, code in codes_of(sheet_with(row))} == {"letter-without-scale"}
    assert one_demand(replace(row, hours="2-3"), scale="us_dot").hours_range == (2, 3)


def test_untouched_rows_stay_exactly_and_changed_ones_keep_what_has_no_column() -> None:
    sheet = sheet_of(BASE)
    assert read_sheet(sheet, BASE).profile == BASE
    row = replace(sheet.rows[0], hours="2.5")
    demand = read_sheet(replace(sheet, rows=(row, *sheet.rows[1:])), BASE).profile.tasks[0].demands[0]
    assert demand.hours_per_day == 2.5
    assert (demand.force_n, demand.duty_cycle, demand.machine_paced) == (30, 0.4, True)
    assert (demand.quality, demand.cell) == (Quality.STATED, None)


def test_another_kind_or_amount_keeps_nothing_of_the_old_figure() -> None:
    sheet = sheet_of(BASE)
    other = replace(sheet.rows[0], kind="key_pinch", amount="", unit="")
    assert read_sheet(sheet_with(other), BASE).profile.tasks[0].demands[0].duty_cycle is None
    emptied = replace(sheet.rows[0], amount="", unit="")
    assert read_sheet(sheet_with(emptied), BASE).profile.tasks[0].demands[0].force_n is None


def test_another_shift_moves_the_hours_of_letters_only() -> None:
    demands = read_sheet(replace(sheet_of(BASE), shift_hours="4"), BASE).profile.tasks[0].demands
    assert demands[0] == BASE.tasks[0].demands[0]
    assert demands[1].hours_range == (0, 1)
    assert demands[1].quality is Quality.OBSERVED


@pytest.mark.parametrize("path", sorted(WORKBOOKS.glob("*.xlsx")), ids=lambda path: path.stem)
def test_a_workbook_opened_and_saved_is_the_same_job(path: Path) -> None:
    for profile in read_workbook(path.read_bytes(), path.name).profiles:
        sheet = sheet_of(profile)
        assert sheet_from_data(sheet_to_data(sheet)) == sheet
        if all(t.hours_per_day is None or t.hours_per_day <= 8 for t in profile.tasks):
            assert read_sheet(sheet, profile).profile == profile


_amounts = st.floats(0.1, 90).map(lambda x: round(x, 3))


_rows = st.lists(
    st.builds(
        SheetRow,
        task=st.sampled_from(["Pack", "Tape", ""]),
        kind=st.sampled_from([k.value for k in DemandKind]),
        hand=st.sampled_from(["", *(h.value for h in Hand)]),
        amount=_amounts.map(str),
        unit=st.sampled_from(["N", "kgf", "lbf", "deg"]),
        hours=st.sampled_from(["", "1", "0.5-2"]),
        rate=st.sampled_from(["", "12"]),
        bout=st.sampled_from(["", "30", "7"]),
        tool=st.sampled_from(["", "=1+1", "Knife"]),
    ),
    min_size=1,
    max_size=6,
)


@given(_rows)
@settings(max_examples=60, deadline=None)
def test_what_was_written_comes_back_as_it_was_written(rows: list[SheetRow]) -> None:
    first = read_sheet(sheet_with(replace(rows[0], task="Pack"), *rows[1:])).profile
    again = sheet_of(first)
    assert read_sheet(again, first).profile == first
    fresh = replace(again, rows=tuple(replace(row, base="") for row in again.rows))
    assert read_sheet(fresh).profile == first


@pytest.mark.parametrize(
    ("column", "typed", "field", "value"),
    [
        ("hours", "7.5h", "hours_per_day", 7.5),
        ("hours", "7:30", "hours_per_day", 7.5),
        ("hours", "450 min", "hours_per_day", 7.5),
        ("hours", "2-3 h", "hours_range", (2, 3)),
        ("rate", "360/h", "efforts_per_minute", 6),
        ("seconds", "2 s", "seconds_per_effort", 2),
        ("seconds", "0.5 min", "seconds_per_effort", 30),
        ("bout", "20 min", "longest_bout_h", 20 / 60),
        ("bout", "0.5 h", "longest_bout_h", 0.5),
    ],
)
def test_a_unit_typed_behind_a_figure_is_read(column: str, typed: str, field: str, value: object) -> None:
    demand = one_demand(SheetRow(kind="power_grip", **{column: typed}))
    assert getattr(demand, field) == pytest.approx(value)


@pytest.mark.parametrize(
    ("column", "typed", "told"),
    [
        ("hours", "7 kg", "“7 kg” is not a number of hours. Write for example 2.5"),
        ("rate", "often", "“often” is not how often a minute. Write for example 6"),
        ("seconds", "3-2", "“3-2” goes downwards."),
        ("rate", "2-3", "“2-3” is a range; one number is needed."),
    ],
)
def test_a_figure_that_is_none_says_what_would_be_one(column: str, typed: str, told: str) -> None:
    row = SheetRow(task="Pack", kind="power_grip", **{column: typed})
    (found,) = read_sheet(sheet_with(row)).problems
    assert found.column == column
    assert told in f"{found.problem.message} {found.problem.advice}"


def test_an_amount_may_carry_its_unit_unless_another_one_is_chosen() -> None:
    assert one_demand(SheetRow(kind="power_grip", amount="3 kgf")).force_n == pytest.approx(
        3 * STANDARD_GRAVITY_M_S2
    )
    assert one_demand(SheetRow(kind="lifting", amount="5-10 lb")).load_kg == pytest.approx(10 * POUND_KG)
    twice = SheetRow(task="Pack", kind="power_grip", amount="3 kgf", unit="N")
    assert codes_of(sheet_with(twice)) == {(0, "unit", "unit-twice")}


def test_hours_left_blank_are_asked_for_and_not_again_in_the_next_version() -> None:
    sheet = sheet_with(SheetRow(task="Pack", kind="power_grip"), shift_hours="")
    first = read_sheet(sheet)
    assert [(f.row, f.column, f.problem.code) for f in first.asked] == [
        (None, "shift_hours", "shift-missing"),
        (0, "task_hours", "task-hours-missing"),
    ]
    assert read_sheet(sheet, first.profile).asked == ()
    more = replace(sheet, rows=(*sheet.rows, SheetRow(task="Tape", kind="lifting", task_hours="")))
    assert [f.row for f in read_sheet(more, first.profile).asked] == [1]


def test_tasks_longer_than_the_shift_together_are_asked_about() -> None:
    rows = (SheetRow(task=name, kind="power_grip", task_hours="5") for name in ("Pack", "Tape"))
    reading = read_sheet(sheet_with(*rows))
    assert not reading.blocks
    assert [found.problem.code for found in reading.asked] == ["tasks-over-shift"]


def test_what_was_given_stays_marked_until_it_is_changed() -> None:
    given = Task("Pack", None, 2.0, None, None, (Demand(DemandKind.POWER_GRIP),), ("hours_per_day",))
    base = JobProfile("Packer", shift=Shift(8), tasks=(given,))
    sheet = sheet_of(base)
    assert read_sheet(sheet, base).profile.tasks[0].given == ("hours_per_day",)
    changed = replace(sheet, rows=(replace(sheet.rows[0], task_hours="3"),))
    assert read_sheet(changed, base).profile.tasks[0].given == ()


@pytest.mark.parametrize(
    ("demand", "shown"),
    [
        (Demand(DemandKind.PUSHING, Hand.RIGHT, force_n=3 * STANDARD_GRAVITY_M_S2), ("3", "kgf", "")),
        (Demand(DemandKind.PUSHING, Hand.RIGHT, force_n=61.8), ("61.8", "N", "")),
        (Demand(DemandKind.LIFTING, load_kg=25 * POUND_KG), ("25", "lb", "")),
        (Demand(DemandKind.LIFTING, load_kg=11.337), ("11.337", "kg", "")),
        (Demand(DemandKind.KEYBOARDING, hours_per_day=2 / 3), ("", "", "40 min")),
        (Demand(DemandKind.KEYBOARDING, hours_per_day=4 / 3), ("", "", "1 h 20 min")),
        (Demand(DemandKind.KEYBOARDING, hours_per_day=1.0), ("", "", "1")),
        (Demand(DemandKind.KEYBOARDING, hours_per_day=0.1234), ("", "", "0.1234")),
    ],
)
def test_figures_are_shown_in_the_unit_they_are_round_in(demand: Demand, shown: tuple[str, str, str]) -> None:
    profile = replace(BASE, tasks=(Task("Pack", demands=(demand,)),))
    row = sheet_of(profile).rows[0]
    assert (row.amount, row.unit, row.hours) == shown


@given(st.floats(0.02, 10.0))
def test_hours_shown_read_as_the_same(hours: float) -> None:
    demand = Demand(DemandKind.KEYBOARDING, hours_per_day=hours)
    profile = replace(BASE, tasks=(Task("Pack", demands=(demand,)),))
    row = replace(sheet_of(profile).rows[0], base="")
    assert one_demand(row, shift_hours="12").hours_per_day == pytest.approx(hours, abs=1e-5)
