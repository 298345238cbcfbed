"""Every damage to a knowledge file is named with its file and line, all of them at once."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rtw.domain.accommodation.values import Accommodation
from rtw.knowledge.build import Place, build
from rtw.knowledge.files import AccommodationFile
from rtw.knowledge.load import SHIPPED, check, read_folder
from rtw.knowledge.nodes import node_of
from rtw.knowledge.problem import Findings
from rtw.knowledge.table import TableInfo, rows_of
from rtw.knowledge.types.measurement import EffortCaution


def replace_once(path: Path, old: str, new: str) -> int:
    """Damage a file; give the line (from 1) where the damage stands."""
    text = path.read_text("utf-8")
    assert old in text, f"{old!r} is not in {path.name}"
    path.write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def places(folder: Path) -> list[tuple[str, int, str]]:
    return [(problem.file, problem.line, problem.code) for problem in check(folder)]


def test_the_shipped_knowledge_has_no_problem(folder: Path) -> None:
    assert check(folder) == ()
    assert check(SHIPPED) == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("coefficients/mae.yaml", "verified: secondary", "verified: NO", "wrong_type"),
        ("coefficients/mae.yaml", "value: 0.24", "value: 012", "wrong_type"),
        ("coefficients/mae.yaml", "value: 0.24", "value: about a quarter", "wrong_type"),
        ("coefficients/mae.yaml", "value: 0.24", "value: [0.24]", "wrong_type"),
        ("coefficients/mae.yaml", "value: 0.24", "value: .inf", "wrong_type"),
        ("coefficients/mae.yaml", "value: 0.24", "value: 0.24\n  value: 0.25", "duplicate_key"),
        ("coefficients/mae.yaml", 'unit: "1"', "unit: 1", "wrong_type"),
        ("coefficients/mae.yaml", 'unit: "1"', "unit: no", "wrong_type"),
        ("coefficients/mae.yaml", "source: potvin_2012", "source: nobody_1999", "unknown_source"),
        ("coefficients/mae.yaml", "exponent:", "exponential:", "unknown_key"),
        ("rules/pain.yaml", "low: 2", "low: 4", "contradiction"),
        ("accommodations/breaks.yaml", "cost: none", "cost: cheap", "wrong_type"),
        ("accommodations/breaks.yaml", "category: breaks", "category: breaks\n  colour: red", "unknown_key"),
        ("accommodations/breaks.yaml", "basis: published", "basis: not_known", "contradiction"),
        ("accommodations/task_change.yaml", "adverse: true", "adverse: false", "contradiction"),
        ("accommodations/task_change.yaml", "every_kind: true", "every_kind: yes", "wrong_type"),
        ("accommodations/not_recommended.yaml", "instead: [half_days_start]", "instead: [gone]", None),
        ("norms/grip_mathiowetz.csv", "male,right,20,24,", "male,right,24,20,", "contradiction"),
        ("norms/grip_mathiowetz.csv", "male,right,20,24,", "man,right,20,24,", "wrong_type"),
        ("norms/grip_mathiowetz.csv", "male,right,20,24,", "male,right,20,24,,", "wrong_row"),
        ("norms/grip_mathiowetz.csv", "male,right,20,24,", "male,right,020,24,", "wrong_type"),
        ("norms/percentiles/grip_international.csv", "36.8", "33.8", "contradiction"),
        ("measurement/effort.csv", ",adams_1995", ",", "missing_source"),
        ("measurement/effort.csv", ",adams_1995", ",adams_1990", "unknown_source"),
        ("sources.yaml", "{id: potvin_2012,", "{id: sonne_potvin_2015,", None),
    ],
)
def test_damage_is_named_with_file_and_line(
    folder: Path, file: str, old: str, new: str, code: str | None
) -> None:
    line = replace_once(folder / file, old, new)
    problems = check(folder)
    assert problems
    nearest = min((p for p in problems if p.file == file), key=lambda problem: abs(problem.line - line))
    assert abs(nearest.line - line) <= 14  # an entry's own contradiction stands at its first line
    if code:
        assert code in {problem.code for problem in problems if problem.file == file}
    assert str(nearest).startswith(f"{file}:{nearest.line}: ")


def test_scalar_problems_stand_on_their_very_line(folder: Path) -> None:
    line = replace_once(folder / "coefficients/mae.yaml", "value: 0.24", "value: 012")
    assert places(folder) == [("coefficients/mae.yaml", line, "wrong_type")]


def test_a_missing_source_of_a_figure_is_named(folder: Path) -> None:
    replace_once(folder / "coefficients/vibration.yaml", "  source: directive_2002_44\n", "")
    assert places(folder) == [("coefficients/vibration.yaml", 3, "missing_source")]


def test_a_duplicate_source_names_both_places(folder: Path) -> None:
    replace_once(folder / "sources.yaml", "{id: sonne_potvin_2015,", "{id: potvin_2012,")
    (twice,) = [problem for problem in check(folder) if problem.code == "duplicate_id"]
    assert "sources.yaml:" in twice.message


def test_all_problems_of_all_files_come_at_once(folder: Path) -> None:
    replace_once(folder / "coefficients/mae.yaml", "value: 0.24", "value: NO")
    replace_once(folder / "coefficients/mae.yaml", "verified: no", "verified: NO")
    replace_once(folder / "norms/grip_mathiowetz.csv", "male,right,20,24,", "male,wrong,20,24,")
    replace_once(folder / "accommodations/training.yaml", "cost: low", "cost: lo")
    found = {file for file, _, _ in places(folder)}
    assert found == {"coefficients/mae.yaml", "norms/grip_mathiowetz.csv", "accommodations/training.yaml"}
    assert len([file for file, _, _ in places(folder) if file == "coefficients/mae.yaml"]) == 2


def test_a_repeated_row_is_named(folder: Path) -> None:
    path = folder / "measurement/effort.csv"
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([*lines, lines[1]]) + "\n", "utf-8")
    assert places(folder) == [("measurement/effort.csv", len(lines) + 1, "duplicate_row")]


def test_a_wrong_header_is_named_once_and_not_per_row(folder: Path) -> None:
    replace_once(folder / "norms/grip_mathiowetz.csv", "mean,sd", "mean,spread")
    assert {place[:2] for place in places(folder)} == {("norms/grip_mathiowetz.csv", 1)}


def test_a_file_nobody_reads_is_a_problem(folder: Path) -> None:
    (folder / "rules" / "forgotten.yaml").write_text("rules: []\n", "utf-8")
    assert places(folder) == [("rules/forgotten.yaml", 1, "unread_file")]


def test_a_missing_file_and_unreadable_files_are_problems(folder: Path) -> None:
    (folder / "rules" / "costs.yaml").unlink()
    (folder / "rules" / "pain.yaml").write_bytes(b"safe: \xff\xfe")
    (folder / "coefficients" / "breaks.yaml").write_text("minutes: {value: 1\nother: [", "utf-8")
    codes = {(file, code) for file, _, code in places(folder)}
    assert codes == {
        ("rules/costs.yaml", "no_file"),
        ("rules/pain.yaml", "not_utf8"),
        ("coefficients/breaks.yaml", "not_yaml"),
    }


def test_aliases_are_refused(folder: Path) -> None:
    (folder / "rules" / "costs.yaml").write_text("text: &a hello\nfigures: [*a, *a]\n", "utf-8")
    assert ("rules/costs.yaml", 2, "not_plain") in places(folder)


def test_a_second_document_in_a_file_is_refused(folder: Path) -> None:
    path = folder / "rules/pain.yaml"
    text = path.read_text("utf-8")
    path.write_text(f"{text}---\n{text}", "utf-8")
    assert places(folder) == [("rules/pain.yaml", text.count("\n") + 1, "not_yaml")]


@pytest.mark.parametrize("opening", ["[", "- ", "{a: "])
def test_a_file_nested_too_deeply_is_named_at_once(folder: Path, opening: str) -> None:
    (folder / "rules/pain.yaml").write_text("# Rubbish\n" + opening * 5000, "utf-8")
    assert ("rules/pain.yaml", 2, "not_yaml") in places(folder)


def test_damaged_knowledge_is_not_handed_out(folder: Path) -> None:
    replace_once(folder / "coefficients/mae.yaml", "value: 0.24", "value: NO")
    loaded, problems = read_folder(folder)
    assert loaded is None
    assert problems


def test_a_new_norm_table_needs_no_code(folder: Path) -> None:
    (folder / "norms/grip_here.csv").write_text(
        "sex,hand,age_from,age_to,mean,sd,verified\nfemale,right,20,,30,6,no\n", "utf-8"
    )
    (folder / "norms/grip_here.yaml").write_text(
        (folder / "norms/grip_steiber.yaml").read_text("utf-8"), "utf-8"
    )
    loaded, problems = read_folder(folder)
    assert problems == ()
    assert loaded is not None
    assert [table.rows[0].mean for table in loaded.norms if table.name == "norms/grip_here"] == [30.0]


BREAKS_TEXT = (SHIPPED / "accommodations/breaks.yaml").read_text("utf-8")
EFFORT_TEXT = (SHIPPED / "measurement/effort.csv").read_text("utf-8")


@settings(max_examples=80, deadline=None)
@given(st.integers(0, len(BREAKS_TEXT)), st.text(max_size=6), st.integers(0, 40))
def test_whatever_is_typed_into_a_yaml_file_it_reads_or_is_named(at: int, typed: str, gone: int) -> None:
    findings = Findings()
    node = node_of(BREAKS_TEXT[:at] + typed + BREAKS_TEXT[at + gone :], "breaks.yaml", findings)
    read = None if node is None else build(AccommodationFile, node, Place("breaks.yaml", findings))
    assert (read is None) <= bool(findings.problems)
    assert all(problem.line >= 1 for problem in findings.problems)
    assert read is None or all(isinstance(entry, Accommodation) for entry in read.accommodations)


@settings(max_examples=80, deadline=None)
@given(st.integers(0, len(EFFORT_TEXT)), st.text(max_size=6), st.integers(0, 40))
def test_whatever_is_typed_into_a_table_it_reads_or_is_named(at: int, typed: str, gone: int) -> None:
    findings = Findings()
    text = EFFORT_TEXT[:at] + typed + EFFORT_TEXT[at + gone :]
    rows = rows_of(EffortCaution, text, TableInfo("meaning", "people"), Place("effort.csv", findings))
    complete = rows_of(EffortCaution, EFFORT_TEXT, TableInfo("m", "p"), Place("effort.csv", Findings()))
    assert findings.problems or len(rows) <= len(complete) + 3
    assert all(problem.line >= 1 for problem in findings.problems)


def test_a_quote_left_open_in_a_header_is_named(folder: Path) -> None:
    replace_once(folder / "measurement/effort.csv", "test,rule", '"test,rule')
    assert ("measurement/effort.csv", "not_csv") in {(file, code) for file, _, code in places(folder)}


def test_a_control_character_is_named(folder: Path) -> None:
    replace_once(folder / "rules/pain.yaml", "Tendon pain", "Tendon\x07pain")
    assert ("rules/pain.yaml", "not_yaml") in {(file, code) for file, _, code in places(folder)}
