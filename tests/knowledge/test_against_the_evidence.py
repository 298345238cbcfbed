"""Every figure of the collected evidence stands in the knowledge, and none is called better known than it is.

The collection lies outside the project (RTW_SHARED); without it these tests are skipped, and say so.
"""

import csv
import json
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from rtw.domain.figure import Verified
from rtw.domain.scores.definition import ScoreDefinition, ScoreId
from rtw.knowledge.for_scores import score_rules
from rtw.knowledge.load import SHIPPED, knowledge

SHARED = Path(os.environ.get("RTW_SHARED") or Path(__file__).parents[3] / "shared")
CLINICAL = SHARED / "evidence" / "clinical"
KNOWN = knowledge()

pytestmark = pytest.mark.skipif(
    not CLINICAL.is_dir(), reason="no collected evidence: set RTW_SHARED to the folder that holds evidence/"
)


def rows(name: str) -> list[dict[str, str]]:
    with (CLINICAL / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def document(name: str) -> Any:
    return json.loads((CLINICAL / name).read_text("utf-8"))


def ages(band: str) -> tuple[int, int | None]:
    low, *high = (int(number) for number in re.findall(r"\d+", band))
    return low, high[0] if high else None


def numbers(text: str) -> set[float]:
    """Numbers of a text: 10-15 are two, thousands have commas, a sign is no matter."""
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", text)
    return {float(number) for number in re.findall(r"\d*\.?\d+", plain)}


def shipped_numbers(*parts: str) -> set[float]:
    """All numbers of shipped files whose names begin so."""
    files = (path for path in sorted(SHIPPED.rglob("*")) if path.suffix in (".csv", ".yaml"))
    named = (p for p in files if p.relative_to(SHIPPED).as_posix().startswith(parts))
    return {number for path in named for number in numbers(path.read_text("utf-8"))}


def cell_numbers(folder: str) -> set[float]:
    """All numbers of the cells of a folder's tables: a comma between cells is no mark of thousands."""
    tables = [path.read_text("utf-8").splitlines() for path in sorted((SHIPPED / folder).glob("*.csv"))]
    return {n for lines in tables for row in csv.reader(lines) for cell in row for n in numbers(cell)}


NormKey = tuple[str, str, int, int | None, str]
"""Sex, hand, first and last age, source."""


def norm_cells(test: str) -> dict[NormKey, tuple[float, float | None, Verified]]:
    found = [row for table in KNOWN.norms for row in table.rows if row.test == test]
    keys = [(r.sex.value, r.hand.value, r.age_from, r.age_to, r.source) for r in found]
    return dict(zip(keys, [(r.mean, r.sd, r.verified) for r in found], strict=True))


def is_no_better_known(status: str, verified: Verified) -> bool:
    """What the collection calls unverified may not be shown as read."""
    return not status.startswith("unverified") or verified is Verified.NO


SOURCES = {
    "Mathiowetz 1985 doi:10.1177/153944928500500102": "mathiowetz_1985_peg",
    "Oxford Grice 2003 AJOT 57:570-573 doi:10.5014/ajot.57.5.570": "oxford_grice_2003",
    "Mathiowetz 1985 doi:10.5014/ajot.39.6.386": "mathiowetz_1985_blocks",
    "Massy-Westropp 2011 (Australia, Jamar)": "massy_westropp_2011",
    "Steiber 2016 (Germany SOEP, Smedley dynamometer, best hand)": "steiber_2016",
}
TESTS = {"9HPT": "nine_hole_peg", "BBT": "box_and_block", "Box and Block": "box_and_block"}
HANDS = {"max": "best", "dominant (paper: right)": "dominant", "non-dominant (paper: left)": "non_dominant"}


def strength_norms() -> Iterator[tuple[str, str, dict[str, str]]]:
    for row in rows("norms_grip_mathiowetz1985.csv"):
        yield row["test"], "mathiowetz_1985", row
    for row in rows("norms_pinch_mathiowetz1985.csv"):
        yield row["test"], "mathiowetz_1985", row
    for row in rows("norms_grip_other.csv"):
        yield "grip", SOURCES[row["study"]], {**row, "status": "secondary"}


def test_every_norm_of_strength_is_known() -> None:
    count = 0
    for test, source, row in strength_norms():
        if row["age_band"] == "all":
            continue
        key = (row["sex"], HANDS.get(row["hand"], row["hand"]), *ages(row["age_band"]), source)
        mean, sd, verified = norm_cells(test)[key]
        assert (mean, sd) == (float(row["mean_kg"]), float(row["sd_kg"])), key
        assert is_no_better_known(row["status"], verified), key
        count += 1
    assert count > 200


def test_extremes_of_grip_are_the_pounds_of_the_source_in_kilograms() -> None:
    table = next(table for table in KNOWN.norms if table.name == "norms/grip_mathiowetz")
    known = {(r.sex.value, r.hand.value, r.age_from): (r.lowest, r.highest) for r in table.rows}
    for row in rows("norms_grip_mathiowetz1985.csv"):
        if row["age_band"] == "all":
            continue
        found = known[row["sex"], row["hand"], ages(row["age_band"])[0]]
        assert found == pytest.approx(
            [float(row[end]) * 0.45359237 for end in ("min_lb", "max_lb")], abs=0.051
        )


def test_every_norm_of_dexterity_is_known() -> None:
    for row in rows("norms_dexterity.csv"):
        if row["age_band"] == "all":
            continue
        key = (row["sex"], row["hand"], *ages(row["age_band"]), SOURCES[row["study"]])
        mean, sd, verified = norm_cells(TESTS[row["test"]])[key]
        assert (mean, sd) == (float(row["mean"]), float(row["sd"])), key
        assert is_no_better_known(row["status"], verified), key


def test_norms_of_all_ages_are_known() -> None:
    known = {(r.test, r.sex.value, r.hand.value): r for r in KNOWN.overall.rows}
    grip = [(r, "grip", "mean_kg", "sd_kg") for r in rows("norms_grip_mathiowetz1985.csv")]
    peg = [(r, "nine_hole_peg", "mean", "sd") for r in rows("norms_dexterity.csv")]
    for row, test, mean, sd in grip + peg:
        if row["age_band"] == "all":
            found = known.pop((test, row["sex"], row["hand"]))
            assert (found.mean, found.sd) == (float(row[mean]), float(row[sd]))
            assert is_no_better_known(row["status"], found.verified)
    assert known == {}


def test_every_percentile_is_known() -> None:
    known = {(r.sex.value, r.age_from, r.age_to): r for table in KNOWN.percentiles for r in table.rows}
    collected = rows("norms_grip_percentiles_international2025.csv")
    assert len(collected) == len(known)
    for row in collected:
        low, high = ages(row["age_band"])
        found = next(r for (sex, start, _), r in known.items() if (sex, start) == (row["sex"], low))
        assert high is None or found.age_to == high
        assert dict(found.points) == {rank: float(row[f"P{rank}"]) for rank, _ in found.points}


def test_every_motion_of_every_authority_is_known() -> None:
    known = {(r.joint, r.motion, r.authority): r for r in KNOWN.motion.rows}
    for row in rows("norms_rom.csv"):
        said = numbers(row["deg"])
        for authority in re.findall(r"AAOS|AMA|eHand", row["authority"]):
            found = known[row["joint"], row["motion"], authority]
            own = {found.degrees, *(end for end in (found.low, found.high) if end is not None)}
            assert said <= own, (row, found)


def test_touch_is_known_filament_by_filament() -> None:
    touch = document("norms_sensory.json")
    collected = [(f["size"], f["grams"]) for f in touch["semmes_weinstein"]["filaments"]]
    assert [(row.size, row.force_gf) for row in KNOWN.filaments.rows] == collected
    grades = [(c["grade"], c.get("from"), c.get("to")) for c in touch["semmes_weinstein"]["categories"]]
    assert [(int(r.grade), r.from_size, r.to_size) for r in KNOWN.touch.rows] == grades
    points = touch["two_point_discrimination_static_mm"]
    said = [band["range"] for band in points["bands"]] + [a["text"] for a in points["seen_alternatives"]]
    missing = {n for text in [*said, points["moving_2pd"]] for n in numbers(text)} - {6.0}
    assert missing <= shipped_numbers("norms/touch/two_point")  # under 6: to 5


MEASURES = {
    "Grip": "grip",
    "9HPT": "nine_hole_peg",
    "Purdue": "purdue_pegboard",
    "Minnesota": "minnesota_dexterity",
    "BCTQ": "bctq",
    "QuickDASH": "quickdash",
    "DASH": "dash",
    "MHQ": "mhq",
    "PRW": "prwe",
    "NRS": "pain",
    "NPRS": "pain",
    "Pinch": "key_pinch",
    "TSK": "tsk_11",
    "OMPSQ": "ompsq_short",
}


def test_every_property_of_a_measure_is_known() -> None:
    """Look for each number among the properties of its own measure, notes and populations included."""
    for row in rows("measurement_properties.csv"):
        started = next(start for start in MEASURES if row["measure"].startswith(start))
        own = [r for r in KNOWN.measurement.rows if r.measure.startswith(MEASURES[started])]
        if "DASH" in row["measure"]:
            own = [r for r in KNOWN.measurement.rows if "dash" in r.measure]
        known = {n for r in own for n in (r.low, r.high, r.amount)}
        known |= {n for r in own for n in numbers(f"{r.note or ''} {r.population} {r.statistic}")}
        value = re.sub(r"95 ?% CI|\b1 y\b", "", row["value"])
        assert numbers(value) <= known, row


def test_what_was_not_read_is_not_called_read() -> None:
    unread = {"prwe": (11.0, 12.0), "tsk_11": (5.6, 5.6), "key_pinch": (0.33, 0.68)}
    for measure, (low, high) in unread.items():
        found = [r for r in KNOWN.measurement.rows if (r.measure, r.low, r.high) == (measure, low, high)]
        assert [row.verified for row in found] == [Verified.NO]


SCORED = {
    "QuickDASH": ScoreId.QUICKDASH,
    "DASH": ScoreId.DASH,
    "QuickDASH_or_DASH_work_module": ScoreId.QUICKDASH_WORK,
    "BCTQ_SSS": ScoreId.BCTQ_SYMPTOM,
    "BCTQ_FSS": ScoreId.BCTQ_FUNCTION,
    "OMPSQ_SF": ScoreId.OMPSQ_SHORT,
    "TSK_11": ScoreId.TSK_11,
    "RTWSE_19": ScoreId.RTW_SELF_EFFICACY,
}


@pytest.mark.parametrize("name", SCORED)
def test_every_scoring_rule_is_the_collected_one(name: str) -> None:
    rule, definition = document("scoring_rules.json")[name], score_rules(KNOWN).of(SCORED[name])
    items = definition.items
    assert items is not None
    assert items.count == rule["items"]
    assert [items.low, items.high] == rule.get("item_range", [items.low, items.high])
    assert [definition.low, definition.high] == rule.get("range", [definition.low, definition.high])
    if "min_answered" in rule:
        assert definition.missing.min_answered == rule["min_answered"]
    if "formula" in rule:
        assert definition.scoring.formula == rule["formula"]
    assert _marks(definition, rule.get("status", ""))


def _marks(definition: ScoreDefinition, status: str) -> bool:
    """Whether a rule that was not read is marked in some part of it."""
    assert definition.items is not None
    parts = (definition.scoring.verified, definition.items.verified, definition.missing.verified)
    return "unverified" not in status or any(mark is not Verified.YES for mark in parts)


def test_the_wrist_evaluation_is_the_collected_one() -> None:
    rule, rules = document("scoring_rules.json")["PRWE_PRWHE"], score_rules(KNOWN)
    for part, score in (("pain", ScoreId.PRWE_PAIN), ("function", ScoreId.PRWE_FUNCTION)):
        definition = rules.of(score)
        assert definition.items is not None
        assert definition.items.count == rule[part]["items"]
        assert [definition.low, definition.high] == rule[part]["range"]
        assert definition.scoring.formula == rule[part]["formula"]
        assert definition.missing.verified is Verified.NO
    assert [rules.of(ScoreId.PRWE).low, rules.of(ScoreId.PRWE).high] == rule["total"]["range"]


def lacking(texts: Iterable[str], known: set[float]) -> list[tuple[str, set[float]]]:
    return [(text, gone) for text in texts if (gone := numbers(text) - known)]


def test_every_number_of_the_exercises_is_known() -> None:
    collected = rows("exercises.csv")
    assert len(collected) == len(KNOWN.exercises)
    known = shipped_numbers("rehabilitation/exercises")
    columns = ("dose", "phase_or_start", "contraindication_progress")
    texts = [row[column].replace("9HPT", "") for row in collected for column in columns]
    assert lacking(texts, known) == []
    colours = document("putty_colours.json")["putty_colours"]["theraputty_cando_common"]
    own = [f"{r.colour} {r.resistance.label}" for r in KNOWN.putty.rows if r.brand.startswith("TheraPutty")]
    assert own == colours


def test_every_number_of_the_protocols_is_known() -> None:
    collected = rows("postop_protocols.csv")
    texts = [re.sub(r"\(n=\d+[^)]*\)", "", row["content"]) for row in collected]
    known = shipped_numbers("protocols/") | {2.0}  # "two weeks of splint", in words
    assert lacking(texts, known) == []
    assert lacking([row["weeks"] for row in collected], known | {18.0}) == []


def test_every_number_on_effort_is_known() -> None:
    texts = [f"{row['rule']} {row['performance_or_criticism']}" for row in rows("effort_consistency.csv")]
    known = shipped_numbers("measurement/effort", "sources") | {100.0, 3.0, 1.0, 5.0}
    assert lacking(texts, known) == []


def test_every_number_of_monitoring_is_known() -> None:
    def texts(node: Any) -> Iterator[str]:
        if isinstance(node, dict):
            for key, value in node.items():
                if key not in ("source", "status"):
                    yield from texts(value)
        else:
            yield str(node)

    known = shipped_numbers("rules/", "measurement/", "sources")
    assert lacking(texts(document("monitoring_rules.json")), known | {0.1, 1.0}) == []


def test_every_measured_effect_is_known() -> None:
    known = shipped_numbers("accommodations/", "rules/costs", "sources")
    effects = [re.sub(r"p=\.\d+", "", row["effect"]) for row in rows("interventions_effects.csv")]
    assert lacking(effects, known) == []


def test_every_number_of_days_to_work_is_known() -> None:
    known = cell_numbers("recovery") | shipped_numbers("sources")
    collected = [row for row in rows("rtw_timelines.csv") if row["status"] != "missing"]
    texts = [f"{row['value_days']} {row['spread']} {row['n']}" for row in collected]
    assert len(texts) > 30
    assert lacking(texts, known) == []


def test_every_number_of_predictors_is_known() -> None:
    texts = [f"{row['factor']} {row['effect']}" for row in rows("rtw_predictors.csv")]
    assert lacking(texts, cell_numbers("recovery") | shipped_numbers("sources")) == []


def test_every_number_of_recovery_is_known() -> None:
    columns = ("value", "pct_of_preop", "n")
    texts = [" ".join(row[column] for column in columns) for row in rows("recovery_trajectories.csv")]
    assert len(texts) > 50
    lost_instead_of_left = {37.0, 20.0, 10.0}  # the tables hold what is left: 63, 80 and 90 %
    assert lacking(texts, cell_numbers("recovery") | lost_instead_of_left) == []


@pytest.mark.parametrize(
    ("words", "source", "verified"),
    [
        ("34.9 days", "modified_ctr", Verified.YES),
        ("7.2 days earlier", "sanati_2011", Verified.YES),
        ("3.52 days earlier", "zuo_2015", Verified.YES),
        ("8 days earlier", "cochrane_cd008265", Verified.NO),
    ],
)
def test_differences_between_releases_keep_their_source(words: str, source: str, verified: Verified) -> None:
    found = next(row for row in KNOWN.predictors.rows if row.source == source)
    assert words in found.effect
    assert found.verified is verified


def test_an_odds_ratio_of_a_predictor_is_the_one_its_words_name() -> None:
    sized = [row for row in KNOWN.predictors.rows if row.odds_ratio is not None]
    assert [row.odds_ratio for row in sized] == [30.5, 27.7, 5.0]
    assert all(f"odds ratio {row.odds_ratio:.1f} " in row.effect for row in sized)


def test_licensed_durations_are_in_neither() -> None:
    licensed = [row for row in rows("rtw_timelines.csv") if "licensed" in row["value_days"]]
    assert licensed
    assert all("mdguidelines" not in source.citation.lower() for source in KNOWN.sources)
