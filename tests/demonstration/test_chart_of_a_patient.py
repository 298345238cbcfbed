"""The chart invented patients are written down in."""

from datetime import date

import pytest

from job_profiles.kinds import DemandKind
from rtw.demonstration.cases.chart import visits_of
from rtw.domain.assessment.assessment import Assessment, PerceivedDifficulty, SafeLoad, Tolerance
from rtw.domain.assessment.findings import GripAtRung, Motion, Swelling, Zone
from rtw.domain.hands import Side
from rtw.domain.measurement import AmountUnit, Trials
from rtw.domain.scores.definition import ScoreId

DAYS = (date(2026, 3, 2), date(2026, 3, 30))


def read(*lines: str) -> tuple[Assessment, ...]:
    return visits_of("\n".join(lines), DAYS, Side.RIGHT)


def test_a_column_is_a_visit_and_one_alone_holds_at_every_visit() -> None:
    visits = read("right hand", "nine hole peg | 23.4 | 19.7", "swelling | mild")
    assert [visit.on for visit in visits] == list(DAYS)
    assert [visit.hand(Side.RIGHT).nine_hole_peg_s for visit in visits] == [23.4, 19.7]
    assert {visit.hand(Side.RIGHT).swelling for visit in visits} == {Swelling.MILD}


def test_what_is_empty_was_not_taken() -> None:
    first, second = read("right hand", "grip | | 21.5 22.5 22", "tip pinch | 4.3 4.5 |")
    assert first.hand(Side.RIGHT).grip == ()
    trials = Trials((21.5, 22.5, 22.0), AmountUnit.KILOGRAM_FORCE)
    assert second.hand(Side.RIGHT).grip == (GripAtRung(trials, 2),)
    assert second.hand(Side.RIGHT).tip_pinch is None


def test_every_line_comes_to_its_own_hand_motion_zone_and_rung() -> None:
    (visit, _) = read(
        *("left hand", "wrist flexion | 78", "radial deviation | 22", "filaments | 2.83 3.22 3.61"),
        *("right hand", "wrist flexion | 48", "grip at rungs 1 3 4 5 | 22 30 26 21"),
    )
    left, right = visit.hand(Side.LEFT), visit.hand(Side.RIGHT)
    assert [(found.motion, found.degrees) for found in left.motion] == [
        (Motion.WRIST_FLEXION, 78.0),
        (Motion.RADIAL_DEVIATION, 22.0),
    ]
    felt = [(zone.zone, zone.monofilament) for zone in left.sensation]
    assert felt == [(Zone.THUMB, 2.83), (Zone.INDEX, 3.22), (Zone.MIDDLE, 3.61)]
    assert right.degrees(Motion.WRIST_FLEXION) == 48.0
    assert [(grip.rung, grip.trials.entered) for grip in right.grip] == [
        (1, (22.0,)),
        (3, (30.0,)),
        (4, (26.0,)),
        (5, (21.0,)),
    ]


def test_what_a_patient_tolerates_handles_and_expects() -> None:
    (visit, _) = read(
        *("patient", "tolerates mousing | 10 of 30", "tolerates tool use | 40"),
        *("handles lifting | 3", "handles pulling, left | 110", "expects mousing: Check: totals | 7"),
    )
    assert visit.tolerances == (
        Tolerance(DemandKind.MOUSING, Side.RIGHT, 10.0, 30.0),
        Tolerance(DemandKind.TOOL_USE, Side.RIGHT, None, 40.0),
    )
    assert visit.safe_loads == (
        SafeLoad(DemandKind.LIFTING, 3.0, AmountUnit.KILOGRAM),
        SafeLoad(DemandKind.PULLING, 110.0, AmountUnit.NEWTON, Side.LEFT),
    )
    expected = PerceivedDifficulty(DemandKind.MOUSING, 7.0, Side.RIGHT, "Check: totals")
    assert visit.difficulties == (expected,)


def test_a_form_is_a_digit_an_item_and_a_dash_was_not_marked() -> None:
    (visit, _) = read("patient", "quickdash work | 3–12")
    assert visit.score(ScoreId.QUICKDASH_WORK).items == (3, None, 1, 2)


@pytest.mark.parametrize(
    "lines",
    [
        ("rigth hand", "grip | 20"),
        ("right hand", "gripp | 20"),
        ("right hand", "nine hole peg | 23 | 21 | 19"),
        ("right hand", "grip | about 20"),
        ("right hand", "swelling | some"),
        ("right hand", "unaffected | perhaps"),
        ("patient", "tolerates juggling | 10"),
        ("patient", "quickdash | 1x2"),
        ("patient", "handles pulling, both | 20"),
    ],
)
def test_a_line_nobody_can_read_is_refused(lines: tuple[str, ...]) -> None:
    with pytest.raises((KeyError, ValueError)):
        read(*lines)
