"""What cannot be is told, counts for nothing, and everything else of the visit stays."""

from dataclasses import replace

import pytest
from visit_samples import KGF, RIGHT, VISIT

from job_profiles.kinds import DemandKind
from job_profiles.problem import Severity
from rtw.domain.assessment.assessment import Assessment, PerceivedDifficulty, SafeLoad, Tolerance
from rtw.domain.assessment.findings import (
    Digit,
    GripAtRung,
    Motion,
    MotionFinding,
    Zone,
    ZoneSensation,
)
from rtw.domain.assessment.off_scale import OFF_THE_SCALE, Sieved, sieve
from rtw.domain.measurement import AmountUnit, Trials
from rtw.domain.scores.definition import ScoreId
from rtw.domain.scores.entry import ScoreEntry
from rtw.knowledge.for_scores import score_rules
from rtw.knowledge.load import knowledge

FILAMENTS = (2.83, 3.61)


def parted(visit: Assessment) -> Sieved:
    return sieve(visit, FILAMENTS, score_rules(knowledge()))


def with_hand(**fields: object) -> Assessment:
    return replace(VISIT, hands=(replace(RIGHT, **fields),))  # type: ignore[arg-type]


def test_an_ordinary_visit_is_left_as_it_is() -> None:
    assert parted(VISIT) == Sieved(VISIT, ())


@pytest.mark.parametrize(
    ("visit", "place", "words"),
    [
        (replace(VISIT, pain_work=44.0), ("pain_work",), "Pain at work: 44 cannot be, the scale runs from 0"),
        (replace(VISIT, pain_rest=-1.0), ("pain_rest",), "0 to 10"),
        (replace(VISIT, night_waking_per_week=8.0), ("night_waking_per_week",), "7 nights"),
        (
            replace(VISIT, difficulties=(PerceivedDifficulty(DemandKind.HEAT, 11.0),)),
            ("difficulty", "heat", "", ""),
            "0 to 10",
        ),
        (
            replace(VISIT, tolerances=(Tolerance(DemandKind.MOUSING, None, None, 2000.0),)),
            ("day", "mousing", "both"),
            "1440 minutes",
        ),
        (
            replace(VISIT, safe_loads=(SafeLoad(DemandKind.LIFTING, -2.0, AmountUnit.KILOGRAM),)),
            ("load", "lifting", "both"),
            "below 0",
        ),
        (with_hand(thumb_abductor_mrc=6), ("right", "thumb_abductor_mrc"), "0 to 5"),
        (with_hand(pillar_tenderness=12.0), ("right", "pillar_tenderness"), "0 to 10"),
        (with_hand(nine_hole_peg_s=-3.0), ("right", "nine_hole_peg_s"), "below 0"),
        (
            with_hand(grip=(GripAtRung(Trials((20.0,), KGF), 6),)),
            ("right", "grip", "0", "rung"),
            "rungs 1 to 5",
        ),
        (with_hand(tip_pinch=Trials((-1.0,), KGF)), ("right", "tip_pinch", "0"), "below 0"),
        (
            with_hand(motion=(MotionFinding(Motion.WRIST_FLEXION, 500.0),)),
            ("right", "motion", "wrist_flexion"),
            "180°",
        ),
        (
            with_hand(motion=(MotionFinding(Motion.PIP_FLEXION, -181.0, Digit.INDEX),)),
            ("right", "motion", "index", "pip_flexion"),
            "180°",
        ),
        (
            with_hand(sensation=(ZoneSensation(Zone.THUMB, 9.9),)),
            ("right", "touch", "thumb"),
            "no filament has this number",
        ),
    ],
)
def test_each_impossible_entry_is_told_and_taken_out(
    visit: Assessment, place: tuple[str, ...], words: str
) -> None:
    found = parted(visit)
    assert [each.place for each in found.off_scale] == [place]
    problem = found.off_scale[0].problem
    assert (problem.severity, problem.code) == (Severity.ERROR, OFF_THE_SCALE)
    assert words in problem.message
    assert found.counted != visit
    assert parted(found.counted).off_scale == ()


def test_only_the_entry_itself_is_taken_out() -> None:
    visit = with_hand(
        grip=(GripAtRung(Trials((20.0, -4.0, 22.0), KGF), 2),),
        sensation=(ZoneSensation(Zone.THUMB, 9.9, None, 5.0), ZoneSensation(Zone.INDEX, 2.83)),
    )
    (hand,) = parted(visit).counted.hands
    assert hand.grip == (GripAtRung(Trials((20.0, 22.0), KGF), 2),)
    assert hand.sensation == (ZoneSensation(Zone.THUMB, None, None, 5.0), ZoneSensation(Zone.INDEX, 2.83))
    assert parted(visit).off_scale[0].place == ("right", "grip", "0", "1")


def test_answers_and_totals_off_their_scale_are_told_by_their_number() -> None:
    answers = ScoreEntry(ScoreId.QUICKDASH, (1, 2, 9, None, 0))
    total = ScoreEntry(ScoreId.DASH, total=140.0)
    found = parted(replace(VISIT, scores=(answers, total))).off_scale
    assert [each.place[1:] for each in found] == [("quickdash", "3"), ("quickdash", "5"), ("dash", "total")]
    assert "an answer runs from 1 to 5" in found[0].problem.message


def test_the_merely_unusual_is_never_off_the_scale() -> None:
    strong = with_hand(
        grip=(GripAtRung(Trials((170.0,), KGF), 2),),
        motion=(MotionFinding(Motion.WRIST_FLEXION, 150.0), MotionFinding(Motion.WRIST_EXTENSION, -20.0)),
    )
    assert parted(strong).off_scale == ()
