"""Cards: one demand each, as keys and values, down or across the sheet, in two cells or in one."""

import pytest

from job_profiles.answers import Answers
from job_profiles.grid.cells import Sheet
from job_profiles.read import Reading, read_sheets

ABOVE = (("Job title:", "Packer"), ("Shift:", "8 h"), ())
GRIP = ("Power grip", "20 N", "right", "4 per min", "3 h")
LIFT = ("Lifting", "8 kg", "both", "20 per hour", "1 h")
KEYS = ("Demand", "Force", "Hand", "How often", "Duration")
OF_LIFT = ("Demand", "Weight", "Hand", "How often", "Duration")


def reading_of(*rows, answers=None) -> Reading:
    rows = [tuple(row) for row in rows]
    width = max(len(row) for row in rows)
    sheet = Sheet("Job", tuple((*row, *[None] * (width - len(row))) for row in rows))
    return read_sheets([sheet], answers) if answers else read_sheets([sheet])


def told(reading: Reading) -> list[tuple]:
    return [
        (
            task.name,
            d.kind.value,
            d.hand and d.hand.value,
            d.force_n or d.load_kg,
            d.hours_per_day,
            d.efforts_per_minute and round(d.efforts_per_minute, 3),
            d.cell,
        )
        for job in reading.profiles
        for task in job.tasks
        for d in task.demands
    ]


def joined(keys, values, between) -> str:
    return between.join(f"{key}: {value}" for key, value in zip(keys, values, strict=True))


def lines(keys, values):
    return [(line,) for line in joined(keys, values, "#").split("#")]


def below(keys, values, colon=":"):
    return [(key + colon, value) for key, value in zip(keys, values, strict=True)]


LAYOUTS = {
    "two cells": ((*below(KEYS, GRIP), (), *below(OF_LIFT, LIFT)), "B5", "B11"),
    "without colons": ((*below(KEYS, GRIP, ""), (), *below(OF_LIFT, LIFT, "")), "B5", "B11"),
    "without blank rows": ((*below(KEYS, GRIP), *below(OF_LIFT, LIFT)), "B5", "B10"),
    "one cell a line": (
        (*lines(KEYS, GRIP), (), *lines(OF_LIFT, LIFT)),
        "A5",
        "A11",
    ),
    "one cell a card, strokes": (((joined(KEYS, GRIP, " / "),), (joined(OF_LIFT, LIFT, " / "),)), "A4", "A5"),
    "one cell a card, signs": (((joined(KEYS, GRIP, "; "),), (), (joined(OF_LIFT, LIFT, "; "),)), "A4", "A6"),
    "one cell a card, side by side": (((joined(KEYS, GRIP, "\n"), joined(OF_LIFT, LIFT, "\n")),), "A4", "B4"),
    "side by side": (
        tuple((*a, None, *b) for a, b in zip(below(KEYS, GRIP), below(OF_LIFT, LIFT), strict=True)),
        "B5",
        "E5",
    ),
    "titled by the demand": (
        (("POWER GRIP",), *below(KEYS, GRIP)[1:], (), ("LIFTING",), *below(OF_LIFT, LIFT)[1:]),
        "B5",
        "B11",
    ),
    "keys once": (
        tuple(zip(("Demand", "Amount", "Hand", "How often", "Duration"), GRIP, LIFT, strict=True)),
        "B5",
        "C5",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "of_grip", "of_lift"), LAYOUTS.values(), ids=LAYOUTS)
def test_every_layout_of_cards_reads_alike(rows, of_grip, of_lift):
    reading = reading_of(*ABOVE, *rows)
    assert told(reading) == [
        ("Whole job", "power_grip", "right", 20, 3, 4, of_grip),
        ("Whole job", "lifting", "both", 8, 1, 0.333, of_lift),
    ]
    assert reading.profiles[0].title == "Packer"
    assert [p.code for p in reading.problems] == ["no-tasks"]
    written = {d.cell: d.as_written for d in reading.profiles[0].tasks[0].demands}
    cells = {f"{'ABCDE'[c]}{r + 4}": text for r, row in enumerate(rows) for c, text in enumerate(row)}
    assert all(text == cells[cell] for cell, text in written.items())


OTHER_LANGUAGES = {
    "Packer": ("Stelle: Packer", "Anforderung: Greifen", "Kraft: 20 N", "Hand: rechts",
               "Häufigkeit: 4 pro Minute", "Dauer: 3 Std."),
    "Emballeur": ("Poste : Emballeur", "Exigence : Préhension", "Force : 20 N", "Main : droite",
                  "Fréquence : 4 par minute", "Durée : 3 h"),
    "Empacador": ("Puesto: Empacador", "Exigencia: Agarre", "Fuerza: 20 N", "Mano: derecha",
                  "Frecuencia: 4 por minuto", "Duración: 3 h"),
}  # fmt: skip


@pytest.mark.parametrize(("title", "cells"), OTHER_LANGUAGES.items())
def test_cards_are_read_in_other_languages(title, cells):
    inline = reading_of(*((cell,) for cell in cells))
    apart = reading_of(*((part.strip() for part in cell.split(":")) for cell in cells))
    for reading in (inline, apart):
        assert [line[1:6] for line in told(reading)] == [("power_grip", "right", 20, 3, 4)]
        assert reading.profiles[0].title == title


def test_pairs_beside_each_other_are_one_card():
    rows = (
        ("Demand:", "Power grip", "Hand:", "right"),
        ("Force:", "20 N", "How often:", "4 per min"),
        ("Duration:", "3 h", "How known:", "measured"),
    )
    reading = reading_of(*ABOVE, *rows)
    assert told(reading) == [("Whole job", "power_grip", "right", 20, 3, 4, "B5")]
    assert reading.profiles[0].tasks[0].demands[0].quality == "measured"


def test_a_task_stands_above_its_cards_or_in_them():
    apart = (("Task: Pack",), ("Hours per day: 3",), (), *below(KEYS[:2], GRIP[:2]), (),
             *below(("Demand", "Force"), ("Tip pinch", "10 N")), (), ("Task: Seal",), (),
             *below(("Demand", "Force"), ("Power grip", "30 N")))  # fmt: skip
    within = (("Task:", "Pack"), ("Hours per day:", 3), ("Demand:", "Power grip"), ("Force:", "20 N"),
              ("Duration:", "1 h"), ("Task:", "Seal"), ("Demand:", "Power grip"),
              ("Force:", "30 N"))  # fmt: skip
    assert [(line[0], line[3]) for line in told(reading_of(*ABOVE, *apart))] == [
        ("Pack", 20),
        ("Pack", 10),
        ("Seal", 30),
    ]
    reading = reading_of(*ABOVE, *within)
    assert [(line[0], line[3], line[4]) for line in told(reading)] == [("Pack", 20, 1), ("Seal", 30, None)]
    assert reading.profiles[0].tasks[0].hours_per_day == 3


def test_of_cards_side_by_side_each_keeps_the_task_of_its_column():
    rows = (
        ("Task:", "Pack", None, "Task:", "Seal"),
        ("Demand:", "Power grip", None, "Demand:", "Key pinch"),
        ("Force:", "20 N", None, "Force:", "9 N"),
        (),
        ("Demand:", "Lifting", None, "Demand:", "Tip pinch"),
        ("Weight:", "5 kg", None, "Force:", "4 N"),
    )
    assert [line[:2] for line in told(reading_of(*ABOVE, *rows))] == [
        ("Pack", "power_grip"),
        ("Pack", "lifting"),
        ("Seal", "key_pinch"),
        ("Seal", "tip_pinch"),
    ]


def test_each_job_keeps_its_own_cards():
    rows = (("Job title:", "Packer"), (), *below(KEYS[:2], GRIP[:2]), (), ("Job title:", "Loader"), (),
            *below(OF_LIFT[:2], LIFT[:2]))  # fmt: skip
    reading = reading_of(*rows)
    assert [(job.title, len(job.tasks[0].demands)) for job in reading.profiles] == [
        ("Packer", 1),
        ("Loader", 1),
    ]


def test_what_is_wrong_or_unknown_in_a_card_is_told_at_its_cell():
    rows = (
        *below(("Demand", "Force"), ("Thumb press", "20 N")),
        (),
        *below(("Demand", "Force", "Wibble", "Hand"), ("Power grip", "20 lbz", 5, "rihgt")),
        (),
        *below(("Demand", "Force"), ("Key pinch", 15)),
    )
    reading = reading_of(*ABOVE, *rows)
    found = {(p.code, p.cell) for p in reading.problems}
    wanted = {("unknown-demand", "B4"), ("unknown-unit", "B8"), ("unknown-heading", "A9"),
              ("unknown-hand", "B10"), ("unit-missing", "B13")}  # fmt: skip
    assert wanted <= found
    (asked,) = {p.asks for p in reading.problems if p.code == "unknown-heading"}
    answered = reading_of(
        *ABOVE, *rows, answers=Answers(columns=((asked.removeprefix("columns/"), "Times per minute"),))
    )
    assert answered.profiles[0].tasks[0].demands[0].efforts_per_minute == 5


def test_what_was_meant_in_a_cell_with_its_key_keeps_the_key():
    rows = [("Demand: Power grip",), ("Force: 20 lbz",), ("Hand: right",)]
    answered = reading_of(*ABOVE, *rows, answers=Answers(meant=(("Job!A5", "20 lbf"),)))
    (demand,) = answered.profiles[0].tasks[0].demands
    assert demand.force_n == pytest.approx(88.96, abs=0.01)
    whole = [("Demand: Power grip; Force: 20 lbz; Hand: right",)]
    kept = reading_of(*ABOVE, *whole, answers=Answers(meant=(("Job!A4", "20 lbf"),)))
    assert "unknown-unit" in {p.code for p in kept.problems}
    corrected = reading_of(
        *ABOVE, *whole, answers=Answers(meant=(("Job!A4", "Demand: Power grip; Force: 20 lbf; Hand: right"),))
    )
    assert corrected.profiles[0].tasks[0].demands[0].force_n == pytest.approx(88.96, abs=0.01)


def test_a_table_beside_cards_reads_as_before():
    table = (("Task", "Demand", "Hand", "Force"), ("Pack", "Power grip", "R", "20 N"))
    cards = below(("Demand", "Weight"), ("Lifting", "8 kg"))
    for rows in ((*table, (), *cards), (*cards, (), *table)):
        assert {line[1:4] for line in told(reading_of(*ABOVE, *rows))} == {
            ("power_grip", "right", 20),
            ("lifting", None, 8),
        }


def test_a_card_left_blank_is_no_demand():
    rows = (*below(("Demand", "Weight"), ("Lifting", "8 kg")), (), ("Demand:",), ("Weight:",), ("Hand:",))
    assert [line[1] for line in told(reading_of(*ABOVE, *rows))] == ["lifting"]
