"""What a model cannot work with is named where it stands, before anybody computes with it."""

from pathlib import Path

import pytest

from rtw.knowledge.load import check

C, R = "coefficients", "recovery"


def damage(folder: Path, file: str, old: str, new: str, after: str = "") -> tuple[str, int]:
    """Change the first `old` after `after`; give the file, and the line of `after` or of the change."""
    path = folder / file
    text = path.read_text("utf-8")
    begin = text.index(f"\n{after}") + 1 if after else 0
    assert old in text[begin:], f"{old!r} is not in {file}"
    place = text.index(old, begin)
    path.write_text(text[:place] + new + text[place + len(old) :], "utf-8")
    return file, text[: begin or place].count("\n") + 1


OF_A_FIELD = {
    "a curve with one constant": (f"{C}/duet.yaml", "[0.573, 0.747]", "[0.573]", "probability:"),
    "a curve that falls": (f"{C}/duet.yaml", "0.747", "-0.747", "probability:"),
    "a rating without damage": (f"{C}/duet.yaml", "    - [4, 28.6, 79223, 0.00001262]\n", "", "damage:"),
    "a cut point of nothing": (f"{C}/duet.yaml", "value: 0.03", "value: 0", "cut_point:"),
    "ratings from the second on": (f"{C}/strain_index_1995.yaml", "    - [1, 1]\n", "", "intensity:"),
    "rating 5 named 6": (f"{C}/strain_index_1995.yaml", "[5, 13]", "[6, 13]", "intensity:"),
    "classes from 10 % on": (f"{C}/strain_index_1995.yaml", "    - [0, 0.5]\n", "", "duration:"),
    "an edge of no class": (f"{C}/strain_index_1995.yaml", "value: 80", "value: 70", "disputed_percent:"),
    "cuts out of order": (f"{C}/strain_index_1995.yaml", "value: 7", "value: 4", "probably_hazardous_above:"),
    "an item misspelt": (f"{C}/rosa.yaml", "mouse.pinch_grip", "mouse.pinch_grib", "items:"),
    "an item gone": (
        f"{C}/rosa.yaml",
        "  - id: mouse.pinch_grip\n",
        "  - id: mouse.palmrest\n",
        "items:",
    ),
    "a grid without a row": (f"{C}/rosa.yaml", "    - [3, 2, 2, 3, 4, 5, 6, 7, 8]\n", "", "section_a:"),
    "a use that begins late": (f"{C}/rosa.yaml", "[-1, 0, 0]", "[-1, 0.1, 0]", "use:"),
    "a piece without its end": (f"{C}/rsi.yaml", "  high: 0.4\n", "", "intensity_low:"),
    "pieces with a gap": (f"{C}/rsi.yaml", "low: 0.4", "low: 0.5", "intensity_high:"),
    "pieces that overlap": (f"{C}/rsi.yaml", "low: 90", "low: 80", "efforts_high:"),
    "a polynomial of three": (
        f"{C}/rsi.yaml",
        "[36.00, -33.30, 24.77, -1.86]",
        "[36, -33]",
        "intensity_high:",
    ),
    "a composite of halves": (f"{C}/rsi.yaml", "constants: [1]", "constants: [0.5]", "composites:"),
    "an action value below zero": (f"{C}/vibration.yaml", "value: 2.5", "value: -2.5", "action_value:"),
    "an action above the limit": (f"{C}/vibration.yaml", "value: 5.0", "value: 2.0", "limit_value:"),
    "an exponent of nothing": (f"{C}/mae.yaml", "value: 0.24", "value: 0", "exponent:"),
    "an offset of more than all": (f"{C}/mae.yaml", "value: 1/28800", "value: 28800", "offset:"),
    "a level of two constants": (f"{C}/hal.yaml", "[6.56, 1.31, 3.18]", "[6.56, 1.31]", "equation:"),
    "a fit without a range": (f"{C}/hal.yaml", "  high: 1.67\n", "", "fitted_frequency:"),
    "an action line above the limit": (
        f"{C}/tlv_hal.yaml",
        "[3.6, 0.56]",
        "[6.6, 0.56]",
        "action_limit_2018:",
    ),
    "a reach without its end": (f"{C}/rnle.yaml", "    high: 25\n", "", "  horizontal:"),
    "a coupling misspelt": (
        f"{C}/rnle.yaml",
        "hands_high, good, fair, poor",
        "hands_high, good, fare, poor",
        "coupling:",
    ),
    "a duration without columns": (f"{C}/rnle.yaml", "[2, 0.3]", "[3, 0.3]", "frequency:"),
    "a scale that begins at some strength": (f"{C}/effort_scale.yaml", "  - [0, 2]\n", "", "rows:"),
    "a scale that skips a rating": (f"{C}/effort_scale.yaml", "  - [30, 6]\n", "", "rows:"),
    "a scale that stands still": (f"{C}/effort_scale.yaml", "[30, 6]", "[30, 4]", "rows:"),
    "two ratings from one share on": (f"{C}/effort_scale.yaml", "[30, 6]", "[10, 6]", "rows:"),
    "a scale without its top": (f"{C}/effort_scale.yaml", "[80, 10]", "[80, 9]", "rows:"),
    "a scale beyond its top": (f"{C}/effort_scale.yaml", "[80, 10]", "[80, 11]", "rows:"),
    "a rating beyond all strength": (f"{C}/effort_scale.yaml", "[80, 10]", "[100, 10]", "rows:"),
    "a rating below none": (f"{C}/effort_scale.yaml", "[0, 2]", "[0, -2]", "rows:"),
    "a scale of something else": (
        f"{C}/effort_scale.yaml",
        "columns: [from_percent, omni_res]",
        "columns: [omni_res, from_percent]",
        "columns:",
    ),
    "lifts without any column": (f"{C}/rnle.yaml", "[8, 0]", "[8, 0.1]", "durations:"),
}


@pytest.mark.parametrize("kind", OF_A_FIELD)
def test_coefficients_a_model_cannot_work_with_are_named_at_their_field(folder: Path, kind: str) -> None:
    file, line = damage(folder, *OF_A_FIELD[kind])
    found = {(p.file, p.line, p.code) for p in check(folder)}
    assert (file, line, "contradiction") in found


def test_a_number_changed_on_one_side_of_a_joint_leaves_a_gap(folder: Path) -> None:
    damage(folder, f"{C}/rsi.yaml", "high: 0.4", "high: 0.3")
    (problem,) = check(folder)
    assert "'intensity_high': low must be 0.3, where 'intensity_low' ends, not 0.4" in problem.message


ON_ITS_LINE = {
    "people below none": (f"{R}/days_to_work.csv", ",7,0,30,310,", ",7,0,30,-310,", "contradiction"),
    "days below none": (f"{R}/days_to_work.csv", ",7,0,30,310,", ",7,-3,30,310,", "contradiction"),
    "a measure misspelt": (f"{R}/trajectories.csv", "power_grip,6,", "power_grup,6,", "wrong_type"),
    "a measure of errors misspelt": (
        "measurement/properties.csv",
        "grip,lateral epicondylitis",
        "gripp,lateral epicondylitis",
        "wrong_type",
    ),
    "a detectable change misspelt": (
        "measurement/properties.csv",
        "minimal detectable change,5.0",
        "minimal detectible change,5.0",
        "contradiction",
    ),
    "a detectable change by its initials": (
        "measurement/properties.csv",
        "minimal detectable change,5.0",
        "MDC,5.0",
        "contradiction",
    ),
    "an important change misspelt": (
        "measurement/properties.csv",
        "lateral epicondylitis,MCID",
        "lateral epicondylitis,MICD",
        "contradiction",
    ),
    "a measure of a score misspelt": (
        "measurement/scores.yaml",
        "measure: quickdash",
        "measure: quikdash",
        "wrong_type",
    ),
    "a score of a confidence misspelt": (
        f"{R}/assumptions.yaml",
        "measure: bctq_function",
        "measure: bctq_funktion",
        "wrong_type",
    ),
    "a test of a norm misspelt": (
        "norms/grip_steiber.yaml",
        'column: test, value: "grip"',
        'column: test, value: "gripp"',
        "wrong_type",
    ),
    "a test of all ages misspelt": ("norms/overall/all_ages.csv", "grip,male", "gripp,male", "wrong_type"),
    "a source of the scale nobody knows": (
        f"{C}/effort_scale.yaml",
        "source: gallagher_2018",
        "source: gallager_2018",
        "unknown_source",
    ),
    "a week below none": (
        f"{R}/trajectories.csv",
        "korean_cohort_2011,,6",
        "korean_cohort_2011,,-6",
        "contradiction",
    ),
    "a cohort of nobody": (f"{R}/trajectories.csv", "88,50,yes", "88,0,yes", "contradiction"),
    "a phase before the operation": ("protocols/phases.csv", "late,6,12,", "late,-6,12,", "contradiction"),
    "a class misspelt": ("measurement/strength_classes.csv", ",light,", ",lihgt,", "wrong_type"),
    "a number in quotes": (f"{C}/mae.yaml", "value: 0.24", 'value: "0.24"', "wrong_type"),
    "a truth in quotes": (
        "accommodations/task_change.yaml",
        "adverse: true",
        'adverse: "true"',
        "wrong_type",
    ),
    "a DOI that is none": (
        "sources.yaml",
        "doi: 10.1080/00140139.2016.1237678",
        'doi: "htp:/x"',
        "contradiction",
    ),
    "an address that is none": (
        "sources.yaml",
        'url: "https://terry-rehab.com"',
        'url: "htp:/x"',
        "contradiction",
    ),
}


@pytest.mark.parametrize("kind", ON_ITS_LINE)
def test_a_value_that_cannot_be_is_named_on_its_line(folder: Path, kind: str) -> None:
    file, old, new, code = ON_ITS_LINE[kind]
    place = damage(folder, file, old, new)
    assert (*place, code) in {(p.file, p.line, p.code) for p in check(folder)}


def test_a_strength_class_left_out_is_named(folder: Path) -> None:
    """Without it the loads of the next class would be read as its own."""
    damage(folder, "measurement/strength_classes.csv", "US Social Security Administration,light,20,10,", "#")
    path = folder / "measurement/strength_classes.csv"
    path.write_text("".join(x for x in path.read_text("utf-8").splitlines(True) if x[0] != "#"), "utf-8")
    assert ("measurement/strength_classes.csv", 2, "disorder") in {
        (p.file, p.line, p.code) for p in check(folder)
    }
