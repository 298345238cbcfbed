"""Hours in a file with several jobs: given to the job in whose block or beside whose name they stand."""

from job_profiles.grid.cells import Sheet
from job_profiles.read import read_sheets


def table(task, force="20 N"):
    return [("Task", "Hours", "Demand", "Hand", "Force"), (task, 4, "Power grip", "R", force)]


def sheet(name, *rows):
    return Sheet(name, tuple((*row, *[None] * (6 - len(row))) for row in rows))


def shifts(*sheets):
    reading = read_sheets(sheets)
    told = {p.cell for p in reading.problems if p.code == "hours-of-which-job"}
    return {j.title: (j.shift.hours_per_day, j.shift.days_per_week) for j in reading.profiles}, told


PACKER, LOADER = ("Job:", "Packer"), ("Job:", "Loader")


def test_hours_below_a_table_belong_to_its_job_and_those_above_a_title_to_the_next():
    rows = (PACKER, *table("Pack"), ("Hours per week:", 36), ("Days per week:", 4), (), LOADER,
            ("40 hours per week, 5 days",), *table("Load"))  # fmt: skip
    assert shifts(sheet("Jobs", *rows)) == ({"Packer": (9, 4), "Loader": (8, 5)}, set())
    before = (("Shift: 8 h",), PACKER, *table("Pack"), (), ("Shift: 10 h",), LOADER, *table("Load"))
    assert shifts(sheet("Jobs", *before)) == ({"Packer": (8, None), "Loader": (10, None)}, set())


def test_a_lone_line_of_hours_below_a_table_is_no_task():
    rows = (PACKER, ("Days per week:", 5), *table("Pack"), ("38 hours per week",), (), LOADER, *table("Load"))
    reading = read_sheets([sheet("Jobs", *rows)])
    assert [task.name for task in reading.profiles[0].tasks] == ["Pack"]
    assert reading.profiles[0].shift.hours_per_day == 7.6


def test_hours_above_all_jobs_hold_for_each():
    rows = (("Acme Ltd",), ("40 hours per week, 5 days a week",), (), PACKER, (), *table("Pack"), (),
            LOADER, (), *table("Load"))  # fmt: skip
    assert shifts(sheet("Jobs", *rows)) == ({"Packer": (8, 5), "Loader": (8, 5)}, set())


def test_hours_that_stand_apart_from_every_job_are_told_and_given_to_none():
    between = (PACKER, *table("Pack"), (), ("36 hours per week, 4 days",), (), LOADER, *table("Load"))
    assert shifts(sheet("Jobs", *between)) == ({"Packer": (None, None), "Loader": (None, None)}, {"A5"})
    last = (PACKER, ("Days per week:", 5), *table("Pack"), (), LOADER, ("Days per week:", 4), *table("Load"),
            (), ("38 hours per week",))  # fmt: skip
    assert shifts(sheet("Jobs", *last)) == ({"Packer": (None, 5), "Loader": (None, 4)}, {"A11"})


def test_a_note_gives_hours_to_the_jobs_it_names():
    packer = sheet("One", PACKER, ("Days per week: 5",), *table("Pack"))
    loader = sheet("Two", LOADER, ("Days per week: 4",), *table("Load"))
    note = sheet("Notes", ("Notes",), ("Packer 38 h per week, Loader 36 h per week",))
    assert shifts(packer, loader, note) == ({"Packer": (7.6, 5), "Loader": (9, 4)}, set())
    one = sheet("Notes", ("Notes",), ("Loader: 36 h per week",))
    assert shifts(packer, loader, one) == ({"Packer": (None, 5), "Loader": (9, 4)}, set())
    both = sheet("Notes", ("Notes",), ("Both jobs: 40 hours per week",))
    assert shifts(packer, loader, both) == ({"Packer": (8, 5), "Loader": (10, 4)}, set())


def test_a_note_that_names_only_some_is_told():
    rows = (
        PACKER,
        *table("Pack"),
        (),
        LOADER,
        *table("Load"),
        (),
        ("Loader 36 h per week, others 38 h per week",),
    )
    assert shifts(sheet("Jobs", *rows)) == ({"Packer": (None, None), "Loader": (None, None)}, {"A9"})


def test_hours_of_two_weeks_in_one_note_without_the_names_are_given_to_nobody():
    note = sheet("Notes", ("Note: day crew 37.5 h/week over 3 shifts; night crew 35 h/week over 5 days.",))
    told = shifts(sheet("One", PACKER, *table("Pack")), sheet("Two", LOADER, *table("Load")), note)
    assert told == ({"Packer": (None, None), "Loader": (None, None)}, {"A1"})
