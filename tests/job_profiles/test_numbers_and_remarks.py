"""Running numbers name no task; words in remarks are read where they say enough, and told where not."""

import pytest
from test_load_beside_force import HEAD, demands, reading_of, said

from job_profiles.kinds import DemandKind, Hand


@pytest.mark.parametrize(
    ("group", "number", "words"),
    [
        ("Task", "No.", "Activity"),
        ("Task", "#", "Description"),
        ("Task", "No.", "Operation"),
        ("Aufgabe", "Nr.", "Tätigkeit"),
        ("Aufgabe", "Nr.", "Beschreibung"),
        ("Tâche", "No", "Opération"),
        ("Tarea", "Num", "Actividad"),
    ],
)
def test_words_beside_running_numbers_name_the_tasks(group, number, words):
    reading = reading_of(
        (group, None, "Demand", None, None),
        (number, words, "Kind", "Hand", "Force (N)"),
        (1, "Sawing rings", "Power grip", "R", 25),
        (2, "Polishing rims", "Key pinch", "R", 12),
    )
    assert [t.name for t in reading.profiles[0].tasks] == ["Sawing rings", "Polishing rims"]
    assert not said(reading, "text-column-not-read")


def test_numbers_are_kept_as_names_where_no_words_stand_beside_them():
    reading = reading_of(
        ("Task", "Demand", "Hand", "Force (N)"), (1, "Power grip", "R", 25), (2, "Key pinch", "R", 12)
    )
    assert [t.name for t in reading.profiles[0].tasks] == ["1", "2"]


def test_a_column_of_words_that_nothing_is_made_of_is_told():
    reading = reading_of(
        ("Task", "Activity", "Demand", "Hand", "Force (N)"),
        ("Rings", "Sawing by the bench", "Power grip", "R", 25),
        ("Rims", "Polishing by the door", "Key pinch", "R", 12),
    )
    (note,) = said(reading, "text-column-not-read")
    assert note.cell == "B1"
    assert "Column B “Activity” was not read" in note.message


def test_keyboard_and_mouse_among_the_remarks_are_demands_and_keystrokes_count_the_keys():
    reading = reading_of(
        HEAD,
        ("Crank", 20, 30, None, "180 N", "R", "Power grip", None),
        ("Order entry", 45, "4000 keystrokes/hour", None, None, "both", None, "keyboard + mouse"),
    )
    _, keys, mouse = demands(reading)
    assert (keys.kind, keys.hand, keys.cell) == (DemandKind.KEYBOARDING, Hand.EACH, "C3")
    assert keys.efforts_per_minute == pytest.approx(4000 / 60)
    assert (mouse.kind, mouse.efforts_per_minute, mouse.cell) == (DemandKind.MOUSING, None, "H3")


def test_a_count_of_nothing_named_is_told_at_its_cell():
    reading = reading_of(
        HEAD,
        ("Crank", 20, 30, None, "180 N", "R", "Power grip", None),
        ("Order entry", 45, "4000 keystrokes/hour", None, None, "both", None, None),
    )
    assert len(demands(reading)) == 1
    assert [p.cell for p in said(reading, "count-without-demand")] == ["C3"]


@pytest.mark.parametrize("figure", ["3.2 m/s²", "3,2 m/s2"])
def test_vibration_with_its_figure_among_the_remarks_is_a_demand(figure):
    reading = reading_of(
        HEAD,
        ("Polish", 90, None, None, "20 N", "R", "Key pinch", f"vibration {figure}, gloves not allowed"),
    )
    _, vibration = demands(reading)
    assert (vibration.kind, vibration.hand, vibration.ahv_m_s2, vibration.cell) == (
        DemandKind.HAND_ARM_VIBRATION, Hand.RIGHT, 3.2, "H2",
    )  # fmt: skip
    (note,) = said(reading, "remark-not-read")
    assert (note.cell, "gloves not allowed" in note.message) == ("H2", True)


@pytest.mark.parametrize("remark", ["wrist bent", "hot", "impact, some vibration", "Handgelenk gebeugt"])
def test_a_strain_in_words_is_told_and_never_a_demand(remark):
    reading = reading_of(HEAD, ("File", 90, 60, None, "20 N", "R", "Key pinch", remark))
    assert len(demands(reading)) == 1
    assert [p.cell for p in said(reading, "remark-not-read")] == ["H2"]


def test_a_remark_about_something_else_is_left_alone():
    reading = reading_of(HEAD, ("File", 90, 60, None, "20 N", "R", "Key pinch", "fine work under loupe"))
    assert not said(reading, "remark-not-read")
