"""Each shipped file, damaged in each way a slip or an editor damages one, is named with file and line.

All files are damaged at once, so that one problem never hides another; where in the file is drawn by seed.
"""

import random
from collections.abc import Iterable
from pathlib import Path

import pytest
from damages import IN_CSV, IN_YAML, Damage, Damaged, cells_of

from rtw.knowledge.folder import data_files
from rtw.knowledge.load import SHIPPED, check
from rtw.knowledge.problem import KnowledgeProblem

NAMES = tuple(data_files(SHIPPED))
YAMLS = tuple(name for name in NAMES if name.endswith(".yaml"))
CSVS = tuple(name for name in NAMES if name.endswith(".csv"))
SEEDS = (1, 2)
SIDECARS = tuple(name.replace(".csv", ".yaml") for name in CSVS)
KEEPERS = ("sources.yaml", "units.yaml")
"""Without its list of sources or units the loader cannot tell a wrong one; they are damaged by themselves."""


@pytest.fixture
def tables(folder: Path) -> Path:
    """Tables, sidecars and the two lists: where only tables are damaged, reading the rest tells nothing."""
    for name in set(YAMLS) - {*SIDECARS, *KEEPERS}:
        (folder / name).unlink()
    return folder


def named(problems: Iterable[KnowledgeProblem], file: str, damaged: Damaged) -> bool:
    own = [problem for problem in problems if problem.file == file and problem.line in damaged.lines]
    return any(not damaged.codes or problem.code in damaged.codes for problem in own)


def assert_all_named(folder: Path, names: Iterable[str], damage: Damage, seed: int) -> None:
    """Damage every file that can be damaged so; every one of them is named at its line."""
    rng, done = random.Random(seed), {}
    for name in names:
        path = folder / name
        damaged = damage(path.read_bytes().decode(), rng)
        if damaged is not None:
            done[name] = damaged
            path.write_bytes(damaged.text.encode())
    problems = check(folder)
    assert done
    silent = [
        f"{name}:{damaged.lines.start}: {damaged.text.splitlines()[damaged.lines.start - 1 :][:1]}"
        for name, damaged in done.items()
        if not named(problems, name, damaged)
    ]
    assert silent == []


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kind", IN_YAML)
def test_damage_to_any_yaml_file_is_named(folder: Path, kind: str, seed: int) -> None:
    assert_all_named(folder, [name for name in YAMLS if name not in KEEPERS], IN_YAML[kind], seed)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kind", IN_CSV)
def test_damage_to_any_table_is_named(tables: Path, kind: str, seed: int) -> None:
    assert_all_named(tables, CSVS, IN_CSV[kind], seed)


@pytest.mark.parametrize("name", KEEPERS)
@pytest.mark.parametrize("kind", ["tab", "empty", "byte order mark", "CRLF", "bracket left open"])
def test_damage_to_the_lists_themselves_is_named(folder: Path, kind: str, name: str) -> None:
    assert_all_named(folder, [name], IN_YAML[kind], 1)


def test_a_table_without_its_sidecar_is_named(folder: Path) -> None:
    for name in SIDECARS:
        (folder / name).unlink()
    assert {p.file for p in check(folder) if (p.line, p.code) == (1, "no_file")} == set(SIDECARS)


NORMS = tuple(
    name for name in CSVS if name.startswith("norms/") and "age_from" in (SHIPPED / name).read_text("utf-8")
)


@pytest.mark.parametrize(("by", "words"), [(-1, "overlap"), (1, "gap")])
def test_ages_that_overlap_or_leave_a_gap_are_named(tables: Path, by: int, words: str) -> None:
    """Shift where one band of every table begins; the row before it is of the same people."""
    expected = set()
    for name in NORMS:
        header, rows = cells_of((tables / name).read_text("utf-8"))
        ages, same = header.index("age_from"), [header.index(c) for c in ("sex", "hand") if c in header]
        people = [[row[i] for i in same] if len(row) == len(header) else [] for row in rows]
        number = next(n for n in range(2, len(rows)) if people[n] and people[n] in people[:n])
        rows[number][ages] = str(int(rows[number][ages]) + by)
        (tables / name).write_text("\n".join(map(",".join, [header, *rows])) + "\n", "utf-8")
        expected.add((name, number + 2))
    found = {(p.file, p.line) for p in check(tables) if p.code == "disorder" and words in p.message}
    assert found >= expected


def test_percentiles_that_fall_and_columns_out_of_order_are_named(tables: Path) -> None:
    path = tables / "norms/percentiles/grip_international.csv"
    header, rows = cells_of(path.read_text("utf-8"))
    tenth, fifth = header.index("p10"), header.index("p5")
    rows[4][tenth], rows[4][fifth] = rows[4][fifth], rows[4][tenth]
    path.write_text("\n".join(map(",".join, [header, *rows])) + "\n", "utf-8")
    assert ("norms/percentiles/grip_international.csv", 6, "contradiction") in {
        (p.file, p.line, p.code) for p in check(tables)
    }
    header[tenth], header[fifth] = header[fifth], header[tenth]
    path.write_text("\n".join(map(",".join, [header, *rows])) + "\n", "utf-8")
    assert ("norms/percentiles/grip_international.csv", 1, "wrong_columns") in {
        (p.file, p.line, p.code) for p in check(tables)
    }


def test_rows_out_of_order_are_named(tables: Path) -> None:
    names = {"norms/touch/filaments.csv", "norms/touch/categories.csv", "rehabilitation/putty.csv"}
    for name in names:
        lines = (tables / name).read_text("utf-8").split("\n")
        lines[2], lines[3] = lines[3], lines[2]
        (tables / name).write_text("\n".join(lines), "utf-8")
    assert {(p.file, p.line) for p in check(tables) if p.code == "disorder"} >= {(name, 4) for name in names}


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (
            "measurement/properties.csv",
            "minimal detectable change,5.0,6.5",
            "minimal detectable change,-5.0,6.5",
        ),
        (
            "measurement/properties.csv",
            "minimal detectable change,5.0,6.5",
            "minimal detectable change,6.5,5.0",
        ),
        ("measurement/strength_classes.csv", "medium,50,25,10", "medium,25,50,10"),
        ("norms/touch/two_point.csv", "fair,6,10", "fair,10,6"),
        ("norms/motion/range_of_motion.csv", "elbow,flexion,150", "elbow,flexion,-150"),
        ("recovery/days_to_work.csv", ",7,0,30,310", ",7,30,0,310"),
        ("protocols/phases.csv", "late,6,12,progressive", "late,12,6,progressive"),
        ("norms/grip_mathiowetz.csv", "54.9,9.3", "54.9,-9.3"),
    ],
)
def test_a_row_that_contradicts_itself_is_named(tables: Path, name: str, old: str, new: str) -> None:
    path = tables / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    line = text[: text.index(old)].count("\n") + 1
    assert (name, line, "contradiction") in {(p.file, p.line, p.code) for p in check(tables)}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('{column: unit, value: "kg"}', '{column: unit, value: "lb"}', "disorder"),
        ('{column: unit, value: "kg"}', '{column: unit, value: "kgg"}', "unknown_unit"),
        ('{column: source, value: "mathiowetz_1985"}', '{column: source, value: "nobody"}', "unknown_source"),
        ('{column: source, value: "mathiowetz_1985"}', '{column: sauce, value: "x"}', "wrong_columns"),
    ],
)
def test_a_wrong_constant_is_named_once_in_the_sidecar(tables: Path, old: str, new: str, code: str) -> None:
    path = tables / "norms/grip_mathiowetz.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    line = text[: text.index(old)].count("\n") + 1
    found = [(p.file, p.line) for p in check(tables) if p.code == code and p.file.endswith(".yaml")]
    assert found == [("norms/grip_mathiowetz.yaml", line)]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (
            "statistic: minimal detectable change, population: systematic review",
            "statistic: MDC, population: x",
            "unknown_property",
        ),
        (
            "judged_by: {statistic: minimal detectable change, population: thumb base osteoarthritis",
            "judged_by: {statistic: MCID, population: thumb base osteoarthritis",
            "not_the_error",
        ),
        (
            "judged_by: {statistic: minimal detectable change, population: thumb base osteoarthritis",
            "judged_by: {statistic: minimal detectable change, population: wrist and hand",
            "not_the_error",
        ),
        ("- id: prwe_function", "- id: prwe_pain", "duplicate_id"),
        ("constants: [1, 25]", "constants: [1, 20]", "contradiction"),
        ("constants: [1, 25]", "constants: [1, 25, 3]", "contradiction"),
        ("min_answered: 10,", "min_answered: 12,", "contradiction"),
        ("reversed: [3, 4, 8]", "reversed: [3, 4, 18]", "contradiction"),
    ],
)
def test_a_score_that_cannot_be_is_named(folder: Path, old: str, new: str, code: str) -> None:
    path = folder / "measurement/scores.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    line = text[: text.index(old)].count("\n") + 1
    lines = [p.line for p in check(folder) if p.code == code and p.file == "measurement/scores.yaml"]
    assert any(0 <= line - found < 20 for found in lines)


RUBBISH = {
    "not UTF-8": b"\xff\xfe",
    "zeros": b"\x00" * 40,
    "nested list": b"- " * 5000,
    "open brackets": b"[" * 5000,
    "open braces": b"{a: " * 2000,
    "UTF-16": "gr\u00fc\u00df".encode("utf-16"),
    "two colons": b"a: b: c",
}


@pytest.mark.parametrize("names", [YAMLS, CSVS], ids=["yaml", "tables"])
@pytest.mark.parametrize("rubbish", RUBBISH)
def test_rubbish_in_place_of_files_is_named(folder: Path, rubbish: str, names: tuple[str, ...]) -> None:
    """Tables are filled with rubbish by themselves: without its sidecar no table is read at all."""
    damaged = {name for name in names if name not in KEEPERS}
    for name in damaged:
        (folder / name).write_bytes(RUBBISH[rubbish])
    assert {problem.file for problem in check(folder)} >= damaged


def test_a_folder_in_place_of_a_file_is_named(folder: Path) -> None:
    (folder / "rules/pain.yaml").unlink()
    (folder / "rules/pain.yaml").mkdir()
    assert ("rules/pain.yaml", 1, "no_file") in {(p.file, p.line, p.code) for p in check(folder)}


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("rules/pain.yaml", "unit: points (0-10)", "unit: points (0-100)"),
        ("rules/pain.yaml", "unit: min", "unit: s"),
        ("coefficients/breaks.yaml", "unit: min", "unit: h"),
        (
            "measurement/properties.csv",
            "minimal detectable change,5.0,6.5,kg",
            "minimal detectable change,5.0,6.5,lb",
        ),
        ("norms/overall/all_ages.csv", "47.3,12.8,kg", "47.3,12.8,lb"),
    ],
)
def test_a_unit_that_exists_and_is_the_wrong_one_is_named(
    folder: Path, name: str, old: str, new: str
) -> None:
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    line = text[: text.index(old)].count("\n") + 1
    assert {(p.file, p.line) for p in check(folder) if p.code in ("wrong_unit", "disorder")} >= {(name, line)}


def test_a_score_judged_in_another_unit_is_named(folder: Path) -> None:
    path = folder / "measurement/scores.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("unit: points (1-5)", "unit: points (0-10)", 1), "utf-8")
    assert "wrong_unit" in {p.code for p in check(folder) if p.file == "measurement/scores.yaml"}
