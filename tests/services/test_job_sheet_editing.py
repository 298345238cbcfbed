"""What is done to a demand sheet in the browser: rows, templates, keeping and saving."""

from dataclasses import replace

import pytest
from a_clinic import TODAY
from a_job_sheet import BASE, sheet_with
from sqlalchemy.orm import Session

from job_profiles.kinds import DemandKind, Quality
from job_profiles.problem import Severity
from job_profiles.profile import Demand, Task
from job_profiles.template_workbook import COLUMNS
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
    sheet_to_data,
    with_row,
    with_rows,
    without_row,
)
from rtw.services.jobs.sheet_profile import SheetReading, read_sheet
from rtw.services.jobs.template_jobs import template_jobs, template_sheet
from rtw.services.jobs.writing import Overtaken, Seen, Target
from rtw.services.permission import NotFoundError
from rtw.store.cases import Case
from rtw.store.jobs import JobVersion

A, B = SheetRow(task="Pack", task_hours="3", kind="lifting", hand="left"), SheetRow(kind="carrying")


def test_rows_are_added_filled_and_removed() -> None:
    sheet = sheet_with(A, B)
    assert with_row(sheet, 0).rows == (A, SheetRow(), B)
    assert with_row(sheet_with(), -1).rows == (SheetRow(),)
    assert filled_from_above(sheet, 1).rows[1] == replace(A, kind="carrying")
    assert filled_down(sheet_with(A, B, B), "hand").rows[2].hand == "left"
    assert filled_down(sheet, "base") == sheet
    assert without_row(sheet, 5) == sheet
    assert with_rows(sheet_with(SheetRow(), A), (B,)).rows == (A, B)


def test_a_sheet_does_not_grow_without_end_and_loses_nothing_silently(
    session: Session, therapist: Actor
) -> None:
    full = sheet_with(*(A for _ in range(MAX_ROWS)))
    assert with_row(full, 3) == full
    assert with_rows(full, (B,)) == full
    data = sheet_to_data(full) | {"pasted": "Stamp\tyes\t1\tPower grip\tRight\t30\tN"}
    writing.change(session, therapist, "job-sheet:full", data, "paste")
    shown = writing.written(session, therapist, "job-sheet:full", JobSheet())
    assert [problem.code for problem in shown.pasted_problems] == ["too-many-rows"]
    assert shown.pasted


def test_removing_the_first_row_of_a_task_leaves_its_name_and_hours_to_the_next() -> None:
    assert without_row(sheet_with(A, B), 0).rows == (replace(B, task="Pack", task_hours="3"),)


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
    asked = writing.save(session, therapist, key, back.sheet, target, TODAY)
    assert isinstance(asked, SheetReading)
    assert {found.problem.code for found in asked.asked} == {"task-hours-missing"}
    made = writing.save(session, therapist, key, back.sheet, target, TODAY, Seen(all_the_same=True))
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
    data = sheet_to_data(sheet_with(A)) | {"pasted": "Stamp\tyes\t1\tPower grip\tRight\t30\tN"}
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


def test_a_version_saved_meanwhile_and_a_job_of_the_same_name_come_back(
    session: Session, therapist: Actor, case: Case
) -> None:
    sheet = sheet_with(SheetRow(task="Pack", kind="power_grip", task_hours="2"))
    target = Target(case.employer_id)
    made = writing.save(session, therapist, "k", sheet, target, TODAY)
    assert isinstance(made, JobVersion)
    twin = writing.save(session, therapist, "k", sheet, target, TODAY)
    assert isinstance(twin, Overtaken)
    assert (twin.is_other_job, twin.by, twin.number) == (True, therapist.name, 1)
    next_one = Target(case.employer_id, made.job_profile_id, 1)
    second = writing.save(session, therapist, "k", sheet, next_one, TODAY, Seen(newest=1))
    assert isinstance(second, JobVersion)
    late = writing.save(session, therapist, "k", sheet, next_one, TODAY, Seen(newest=1))
    assert isinstance(late, Overtaken)
    assert (late.is_other_job, late.number) == (False, 2)
    third = writing.save(session, therapist, "k", sheet, next_one, TODAY, Seen(newest=2))
    assert isinstance(third, JobVersion)
    assert third.number == 3
