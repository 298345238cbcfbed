"""A demand sheet written in the browser: rows, what they mean, and what they keep."""

from dataclasses import replace
from pathlib import Path

import pytest
from a_clinic import TODAY
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from job_profiles.kinds import DemandKind, Hand, Quality
from job_profiles.problem import Severity
from job_profiles.profile import Demand, FrequencyScale, JobProfile, ScaleBasis, Shift, Task
from job_profiles.read import read_workbook
from job_profiles.template_workbook import COLUMNS
from job_profiles.units import POUND_KG, STANDARD_GRAVITY_M_S2
from rtw.services import drafts
from rtw.services.actor import Actor
from rtw.services.jobs import catalogue, writing
from rtw.services.jobs.comparison import ChangeSign, compare
from rtw.services.jobs.pasted import read_pasted
from rtw.services.jobs.sheet import (
    MAX_ROWS,
    JobSheet,
    SheetRow,
    filled_down,
    filled_from_above,
    sheet_from_data,
    sheet_to_data,
    with_row,
    with_rows,
    without_row,
)
from rtw.services.jobs.sheet_profile import read_sheet, sheet_of
from rtw.services.jobs.template_jobs import template_jobs, template_sheet
from rtw.services.jobs.writing import Target
from rtw.services.permission import NotFoundError
from rtw.store.cases import Case
from rtw.store.jobs import JobVersion

WORKBOOKS = Path(__file__).resolve().parents[2] / "rtw" / "demonstration" / "workbooks"


def _sheet(*rows: SheetRow, **head: str) -> JobSheet:
    return JobSheet(**({"title": "Packer", "shift_hours": "8"} | head), rows=rows)


def _one(row: SheetRow, **head: str) -> Demand:
    reading = read_sheet(_sheet(replace(row, task=row.task or "Pack"), **head))
    assert not reading.blocks, reading.problems
    return reading.profile.tasks[0].demands[0]


def _codes(sheet: JobSheet, base: JobProfile | None = None) -> set[tuple[int | None, str, str]]:
    return {(p.row, p.column, p.problem.code) for p in read_sheet(sheet, base).problems}


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
    demand = _one(SheetRow(kind=kind.value, amount=amount, unit=unit))
    assert getattr(demand, field) == pytest.approx(value)
    assert demand.as_written == f"{amount} {unit}"
    assert demand.quality is Quality.STATED
    assert (demand.sheet, demand.cell) == (None, None)


def test_what_is_not_written_is_unknown_and_never_zero() -> None:
    demand = _one(SheetRow(kind="power_grip"))
    assert demand == Demand(DemandKind.POWER_GRIP, quality=Quality.STATED)


def test_a_weight_that_could_be_a_force_is_asked_about() -> None:
    row = SheetRow(task="Pack", kind="gross_handling", amount="4", unit="kg")
    assert _codes(_sheet(row)) == {(0, "unit", "force-or-weight")}
    assert _codes(_sheet(replace(row, unit=""))) == {(0, "unit", "unit-missing")}


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
    reading = read_sheet(_sheet(other, replace(row, task="Pack")))
    assert reading.blocks
    assert (1, column, code) in {(p.row, p.column, p.problem.code) for p in reading.problems}


def test_what_is_unusual_asks_and_does_not_block() -> None:
    reading = read_sheet(_sheet(SheetRow(task="Pack", kind="key_pinch", amount="200", unit="N")))
    assert [p.problem.code for p in reading.problems] == ["implausible-value"]
    assert not reading.blocks
    over = _sheet(*(SheetRow(task=t, task_hours="5", kind="mousing", hours="5.5") for t in "AB"))
    assert {code for *_, code in _codes(over)} == {"tasks-over-shift", "hours-over-task"}


def test_a_sheet_needs_a_title_a_task_and_a_demand() -> None:
    assert _codes(JobSheet()) == {(None, "title", "title-missing"), (None, "rows", "no-demands")}
    assert (0, "task", "task-name-missing") in _codes(_sheet(SheetRow(kind="mousing")))
    assert (None, "shift_hours", "impossible-shift") in _codes(_sheet(shift_hours="30"))


def test_rows_of_one_task_belong_together_and_contradictions_are_told() -> None:
    rows = (
        SheetRow(task="Pack", essential="yes", task_hours="3", kind="power_grip"),
        SheetRow(kind="lifting"),
        SheetRow(task="Rest"),
        SheetRow(task="Pack", kind="mousing"),
    )
    profile = read_sheet(_sheet(*rows)).profile
    assert [(t.name, len(t.demands)) for t in profile.tasks] == [("Pack", 3), ("Rest", 0)]
    assert (profile.tasks[0].essential, profile.tasks[0].hours_per_day) == (True, 3)
    other = replace(rows[3], essential="no", task_hours="2")
    codes = {code for *_, code in _codes(_sheet(*rows[:3], other))}
    assert codes == {"essential-contradicts", "task-hours-contradict"}


def test_a_letter_stands_for_its_hours_in_the_scale_and_shift_of_now() -> None:
    row = SheetRow(task="Pack", kind="power_grip", letter="F")
    demand = _one(row, scale="us_dot", shift_hours="6")
    assert demand.hours_range == pytest.approx((2, 4))
    assert {code for *_, code in _codes(_sheet(row))} == {"letter-without-scale"}
    assert _one(replace(row, hours="2-3"), scale="us_dot").hours_range == (2, 3)


BASE = JobProfile(
    title="Packer",
    employer="Mill",
    shift=Shift(8, 5),
    frequency_scale=FrequencyScale(ScaleBasis.SHARE_OF_SHIFT, (("O", (0.0, 0.25)),)),
    tasks=(
        Task(
            "Pack",
            essential=True,
            hours_per_day=4,
            modifiable=True,
            demands=(
                Demand(
                    DemandKind.POWER_GRIP,
                    Hand.RIGHT,
                    force_n=30,
                    duty_cycle=0.4,
                    machine_paced=True,
                    quality=Quality.MEASURED,
                    as_written="30",
                    sheet="PDA",
                    cell="E5",
                ),
                Demand(
                    DemandKind.LIFTING, frequency_band="O", hours_range=(0.0, 2.0), quality=Quality.OBSERVED
                ),
            ),
        ),
    ),
)


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
    assert read_sheet(_sheet(other), BASE).profile.tasks[0].demands[0].duty_cycle is None
    emptied = replace(sheet.rows[0], amount="", unit="")
    assert read_sheet(_sheet(emptied), BASE).profile.tasks[0].demands[0].force_n is None


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
    first = read_sheet(_sheet(replace(rows[0], task="Pack"), *rows[1:])).profile
    again = sheet_of(first)
    assert read_sheet(again, first).profile == first
    fresh = replace(again, rows=tuple(replace(row, base="") for row in again.rows))
    assert read_sheet(fresh).profile == first


# What is done to rows


A, B = SheetRow(task="Pack", task_hours="3", kind="lifting", hand="left"), SheetRow(kind="carrying")


def test_rows_are_added_filled_and_removed() -> None:
    sheet = _sheet(A, B)
    assert with_row(sheet, 0).rows == (A, SheetRow(), B)
    assert with_row(_sheet(), -1).rows == (SheetRow(),)
    assert filled_from_above(sheet, 1).rows[1] == replace(A, kind="carrying")
    assert filled_down(_sheet(A, B, B), "hand").rows[2].hand == "left"
    assert filled_down(sheet, "base") == sheet
    assert without_row(sheet, 5) == sheet
    assert with_rows(_sheet(SheetRow(), A), (B,)).rows == (A, B)


def test_a_sheet_does_not_grow_without_end_and_loses_nothing_silently(
    session: Session, therapist: Actor
) -> None:
    full = _sheet(*(A for _ in range(MAX_ROWS)))
    assert with_row(full, 3) == full
    assert with_rows(full, (B,)) == full
    data = sheet_to_data(full) | {"pasted": "Stamp\tyes\t1\tPower grip\tRight\t30\tN"}
    writing.change(session, therapist, "job-sheet:full", data, "paste")
    shown = writing.written(session, therapist, "job-sheet:full", JobSheet())
    assert [problem.code for problem in shown.pasted_problems] == ["too-many-rows"]
    assert shown.pasted


def test_removing_the_first_row_of_a_task_leaves_its_name_and_hours_to_the_next() -> None:
    assert without_row(_sheet(A, B), 0).rows == (replace(B, task="Pack", task_hours="3"),)


def test_rows_pasted_with_or_without_headings_are_read_alike() -> None:
    row = "Stamp\tyes\t1\tPower grip\tRight\t30\tN\t0.5\t10\t2"
    heading = "\t".join(column.heading for column in COLUMNS[:10])
    plain, headed = read_pasted(row), read_pasted(f"{heading}\n{row}")
    assert plain.rows == headed.rows
    made = plain.rows[0]
    assert (made.task, made.kind, made.amount, made.unit, made.quality) == (
        "Stamp",
        "power_grip",
        "30",
        "N",
        "stated",
    )


def test_what_cannot_be_read_in_pasted_rows_names_the_row_as_pasted() -> None:
    pasted = read_pasted("Stamp\tyes\t1\tPower grip\tRight\theavy\tN")
    assert [(p.cell, p.severity) for p in pasted.problems] == [("F1", Severity.ERROR)]
    assert read_pasted(" \n").problems[0].code == "nothing-pasted"
    assert read_pasted("just words").rows == ()


def test_a_formula_that_is_pasted_stays_text() -> None:
    pasted = read_pasted("=cmd()\tyes\t1\tPower grip\tRight\t30\tN")
    assert pasted.rows[0].task == "=cmd()"


# Templates


def test_templates_bring_questions_and_no_figures() -> None:
    assert len(template_jobs()) >= 10
    for template in template_jobs():
        for row in template.rows:
            figures = (
                row.amount,
                row.unit,
                row.hours,
                row.rate,
                row.seconds,
                row.bout,
                row.task_hours,
                row.letter,
            )
            assert not any(figures), template.id
            assert row.ask.endswith("?")
        profile = read_sheet(template.sheet()).profile
        qualities = {d.quality for t in profile.tasks for d in t.demands}
        assert qualities == {Quality.OCCUPATION_DATA, Quality.STATED} or qualities == {
            Quality.OCCUPATION_DATA
        }


def test_a_figure_the_patient_told_makes_a_template_row_stated() -> None:
    sheet = template_sheet("cook")
    told = replace(sheet, rows=(replace(sheet.rows[0], hours="2"), *sheet.rows[1:]))
    demands = read_sheet(told).profile.tasks[0].demands
    assert (demands[0].hours_per_day, demands[0].quality) == (2, Quality.STATED)
    with pytest.raises(NotFoundError):
        template_sheet("../cook")


# Keeping and saving


def test_a_sheet_is_kept_undone_and_saved_as_the_next_version(
    session: Session, therapist: Actor, case: Case
) -> None:
    key, begin = "job-sheet:test", template_sheet("office_clerk")
    data = sheet_to_data(begin) | {"shift_hours": "8"}
    writing.change(session, therapist, key, data, "remove-0")
    shown = writing.written(session, therapist, key, begin)
    assert (len(shown.sheet.rows), shown.undo) == (len(begin.rows) - 1, 1)
    writing.change(session, therapist, key, sheet_to_data(shown.sheet), "undo")
    back = writing.written(session, therapist, key, begin)
    assert (back.sheet, back.undo) == (replace(begin, shift_hours="8"), 0)
    target = Target(case.employer_id, case_id=case.id)
    made = writing.save(session, therapist, key, back.sheet, target, TODAY)
    assert isinstance(made, JobVersion)
    assert case.job_version_id == made.id
    assert drafts.saved_draft(session, therapist, key) is None
    changed = replace(back.sheet, shift_hours="7")
    again = Target(case.employer_id, made.job_profile_id, 1)
    second = writing.save(session, therapist, key, changed, again, TODAY)
    assert isinstance(second, JobVersion)
    assert (second.number, second.copied_from_id, case.job_version_id) == (2, made.id, made.id)
    contents = [catalogue.version_content(session, therapist, made.job_profile_id, n).profile for n in (1, 2)]
    assert [(d.sign, d.what, d.old, d.new) for d in compare(*contents)] == [
        (ChangeSign.CHANGED, "hours per day", 8, 7)
    ]


def test_pasted_rows_join_the_sheet_and_what_failed_stays_to_be_seen(
    session: Session, therapist: Actor, case: Case
) -> None:
    key = "job-sheet:paste"
    data = sheet_to_data(_sheet(A)) | {"pasted": "Stamp\tyes\t1\tPower grip\tRight\t30\tN"}
    writing.change(session, therapist, key, data, "paste")
    shown = writing.written(session, therapist, key, JobSheet())
    assert [row.task for row in shown.sheet.rows] == ["Pack", "Stamp"]
    assert (shown.pasted, shown.pasted_problems) == ("", ())
    writing.change(session, therapist, key, data | {"pasted": "just words"}, "paste")
    failed = writing.written(session, therapist, key, JobSheet())
    assert failed.pasted == "just words"
    assert failed.pasted_problems
    assert [row.task for row in failed.sheet.rows] == ["Pack"]


def test_changes_of_tasks_and_demands_are_told_apart() -> None:
    grip, lift = BASE.tasks[0].demands
    task = replace(
        BASE.tasks[0], hours_per_day=3, demands=(replace(grip, force_n=40), Demand(DemandKind.COLD))
    )
    new = replace(BASE, tasks=(task, Task("Tape")))
    found = {(d.sign.value, d.what, d.task) for d in compare(BASE, new)}
    assert found == {
        ("changed", "hours per day", "Pack"),
        ("changed", "Power grip", "Pack"),
        ("removed", "Lifting", "Pack"),
        ("added", "Cold", "Pack"),
        ("added", "Task", "Tape"),
    }
    moved = replace(BASE, tasks=(replace(BASE.tasks[0], demands=(lift, replace(grip, cell="Z9"))),))
    assert compare(BASE, moved) == ()
