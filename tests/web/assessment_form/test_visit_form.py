"""The assessment form: what is stored can be shown and read back, and what is typed is understood."""

from dataclasses import replace
from datetime import date

import pytest
from a_measured_hand import CLERK, KGF, SECOND_VISIT, visit_value
from hypothesis import given, settings
from hypothesis import strategies as st

from job_profiles.kinds import DemandKind
from rtw.domain.assessment.assessment import Assessment, Measure, SafeLoad, StatedLimit, Tolerance
from rtw.domain.assessment.conventions import COPY_VALIDITY
from rtw.domain.assessment.copy_forward import copy_forward
from rtw.domain.assessment.findings import (
    GripAtRung,
    HandFindings,
    MotionFinding,
    MuscleGrade,
    Swelling,
    Zone,
    ZoneSensation,
)
from rtw.domain.capacity import Quantity, Sensation, Wound
from rtw.domain.hands import Side
from rtw.domain.limited_kinds import can_limit
from rtw.domain.measurement import AmountUnit, Trials
from rtw.services.off_scale import sieved
from rtw.store import codec
from rtw.web.assessment_form.hand_texts import all_motions
from rtw.web.assessment_form.reading import FormUnits, read_visit, texts_of_visit
from rtw.web.assessment_form.summary import summary_of

UNITS = FormUnits()
NEXT_VISIT = date(2026, 3, 9)


def tenths(low: float, high: float) -> st.SearchStrategy[float]:
    return st.integers(round(low * 10), round(high * 10)).map(lambda n: n / 10)


def trials(top: float) -> st.SearchStrategy[Trials]:
    return st.lists(tenths(0.1, top), min_size=1, max_size=3).map(lambda v: Trials(tuple(v), KGF))


@st.composite
def grips(draw: st.DrawFn) -> tuple[GripAtRung, ...]:
    main = GripAtRung(draw(trials(60.0)), draw(st.sampled_from((None, 1, 2, 3, 4, 5))))
    rungs = sorted(draw(st.sets(st.sampled_from((1, 2, 3, 4, 5)))))
    curve = tuple(GripAtRung(Trials((draw(tenths(0.1, 60.0)),), KGF), rung) for rung in rungs)
    return (main, *curve)


@st.composite
def sensations(draw: st.DrawFn) -> tuple[ZoneSensation, ...]:
    found = []
    for zone in sorted(draw(st.sets(st.sampled_from(tuple(Zone)))), key=list(Zone).index):
        by_grade = draw(st.booleans())
        grade = draw(st.sampled_from(tuple(Sensation))) if by_grade else None
        filament = None if by_grade else draw(st.sampled_from((2.83, 3.61, 4.31, 6.65)))
        found.append(ZoneSensation(zone, filament, grade, draw(st.none() | tenths(2, 15))))
    return tuple(found)


@st.composite
def hands(draw: st.DrawFn, side: Side) -> HandFindings:
    every = list(all_motions())
    moved = draw(st.sets(st.sampled_from(range(len(every))), max_size=6))
    motion = tuple(MotionFinding(every[n][0], draw(tenths(0, 150)), every[n][1]) for n in sorted(moved))
    return HandFindings(
        side,
        grip=draw(grips()),
        tip_pinch=draw(st.none() | trials(12)),
        key_pinch=draw(st.none() | trials(12)),
        palmar_pinch=draw(st.none() | trials(12)),
        nine_hole_peg_s=draw(st.none() | tenths(10, 60)),
        motion=motion,
        thumb_abductor_mrc=draw(st.none() | st.integers(0, 5) | st.sampled_from(MuscleGrade)),
        first_interosseous_mrc=draw(st.none() | st.integers(0, 5)),
        sensation=draw(sensations()),
        swelling=draw(st.none() | st.sampled_from(Swelling)),
        wrist_circumference_cm=draw(st.none() | tenths(12, 25)),
        wound=draw(st.none() | st.sampled_from(Wound)),
        scar_tenderness=draw(st.none() | tenths(0, 10)),
        pillar_tenderness=draw(st.none() | tenths(0, 10)),
        unaffected=draw(st.booleans()),
        box_and_block=draw(st.none() | tenths(0, 120)),
    )


@st.composite
def limits(draw: st.DrawFn) -> StatedLimit:
    quantity = draw(st.sampled_from((Quantity.LOAD_KG, Quantity.FORCE_N, Quantity.ANGLE_DEG)))
    side = draw(st.none() | st.sampled_from(Side))
    until = draw(st.none() | st.dates(date(2026, 1, 1), date(2027, 1, 1)))
    reason = draw(st.sampled_from((None, "tendon repair", "said on the phone")))
    kind = draw(st.sampled_from([kind for kind in DemandKind if can_limit(quantity, kind)]))
    return StatedLimit(kind, quantity, draw(tenths(0, 90)), side, None, until, reason)


@st.composite
def visits(draw: st.DrawFn) -> Assessment:
    timed = (DemandKind.KEYBOARDING, DemandKind.MOUSING)
    return Assessment(
        on=draw(st.dates(date(2026, 1, 1), date(2026, 12, 31))),
        assessor="A. Therapist",
        hands=(draw(hands(Side.LEFT)), draw(hands(Side.RIGHT))),
        night_waking_per_week=draw(st.none() | tenths(0, 7)),
        pain_rest=draw(st.none() | tenths(0, 10)),
        pain_work=draw(st.none() | tenths(0, 10)),
        tolerances=tuple(Tolerance(kind, None, draw(tenths(1, 60)), draw(tenths(60, 400))) for kind in timed),
        safe_loads=(SafeLoad(DemandKind.CARRYING, draw(tenths(0, 30)), AmountUnit.KILOGRAM, Side.LEFT),),
        therapist_limits=tuple(draw(st.lists(limits(), max_size=3))),
        surgeon_restrictions=tuple(draw(st.lists(limits(), max_size=2))),
        notes=draw(st.sampled_from((None, "Slept badly."))),
    )


@settings(max_examples=40, deadline=None)
@given(visit=visits())
def test_what_is_shown_is_read_back_the_same(visit: Assessment) -> None:
    reading = read_visit(texts_of_visit(visit, CLERK, UNITS), visit, CLERK)
    assert reading.errors == {}
    assert reading.value == visit


@settings(max_examples=20, deadline=None)
@given(visit=visits())
def test_a_visit_can_always_be_read_as_lines(visit: Assessment) -> None:
    summary = summary_of(visit)
    labels = [line.label for line in summary.hands]
    assert "Grip" in labels
    assert len(labels) == len(set(labels))


def typed(stored: Assessment, **changes: str) -> dict[str, str]:
    names = {name.replace("__", "-"): text for name, text in changes.items()}
    return texts_of_visit(stored, CLERK, UNITS) | names


BLANK = Assessment(NEXT_VISIT, "A. Therapist")


def test_a_decimal_comma_is_as_good_as_a_point() -> None:
    reading = read_visit(typed(BLANK, right__grip__1="23,5", right__grip__2="24.5"), BLANK, None)
    grip = reading.value.hand(Side.RIGHT).trials(DemandKind.POWER_GRIP)
    assert grip is not None
    assert grip.entered == (23.5, 24.5)


@pytest.mark.parametrize(
    ("written", "grade"),
    [("3+", "3+"), ("4 −", "4-"), ("4-", "4-"), ("4", 4), ("4/5", 4), ("3+/5", "3+"), ("7", 7)],
)
def test_a_grade_of_power_is_kept_as_it_was_written(written: str, grade: str | int) -> None:
    reading = read_visit(typed(BLANK, right__abductor=written), BLANK, None)
    assert reading.errors == {}
    kept = reading.value.hand(Side.RIGHT).thumb_abductor_mrc
    assert kept == grade
    assert isinstance(kept, int) is isinstance(grade, int)
    assert codec.load(Assessment, codec.dump(reading.value)) == reading.value
    assert f"thumb abductor MRC {grade}" in str(summary_of(reading.value))
    if grade != 7:
        assert sieved(reading.value).off_scale == ()


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("10", 10),
        ("10 min", 10),
        ("12,5 Min.", 12.5),
        ("1 h", 60),
        ("1.5h", 90),
        ("1 h 30 min", 90),
        ("2 Std.", 120),
        ("0:45", 45),
        ("1:05 h", 65),
    ],
)
def test_minutes_are_read_as_people_write_times(written: str, minutes: float) -> None:
    names = {"bout-keyboarding-both": written, "day-keyboarding-both": "4 h"}
    reading = read_visit(typed(BLANK) | names, BLANK, None)
    assert reading.errors == {}
    assert reading.value.tolerances == (Tolerance(DemandKind.KEYBOARDING, None, minutes, 240),)


@pytest.mark.parametrize("written", ["10 kg", "1:75", "h", "a while"])
def test_what_is_no_time_is_told(written: str) -> None:
    reading = read_visit(typed(BLANK) | {"bout-keyboarding-both": written}, BLANK, None)
    assert "minutes" in reading.errors["bout-keyboarding-both"]


def test_strength_is_taken_in_the_unit_chosen() -> None:
    reading = read_visit(typed(BLANK, unit="lbf", left__key_pinch__1="10"), BLANK, None)
    trials_read = reading.value.hand(Side.LEFT).key_pinch
    assert trials_read is not None
    assert trials_read.mean_n == pytest.approx(44.482, abs=0.01)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("right-grip-2", "2o", "Right hand, grip, trial 2: “2o” is not a number"),
        ("left-abductor", "4.5", "“4.5” is no MRC grade. Write 0 to 5, with + or −"),
        ("pain_work", "bad", "Pain at work: “bad” is not a number"),
        ("pain_work", "nan", "is not a number"),
        ("on", "9 March", "“9 March” is not a day"),
        ("left-touch-thumb", "XY", "Left hand, thumb, filament"),
    ],
)
def test_what_cannot_be_read_is_told_beside_its_field(name: str, text: str, told: str) -> None:
    reading = read_visit(typed(BLANK) | {name: text}, BLANK, None)
    assert list(reading.errors) == [name]
    assert told in reading.errors[name]


@pytest.mark.parametrize(
    ("letters", "grade"), [("dlt", Sensation.DIMINISHED_LIGHT_TOUCH), ("U", Sensation(0))]
)
def test_a_grade_of_feeling_may_be_typed_in_letters(letters: str, grade: Sensation) -> None:
    reading = read_visit(typed(BLANK, left__touch__thumb=letters), BLANK, None)
    assert reading.value.hand(Side.LEFT).sensation == (ZoneSensation(Zone.THUMB, grade=grade),)


def test_not_at_all_is_a_limit_of_nought() -> None:
    row = {"own-0-kind": "lifting", "own-0-unit": "not_at_all", "own-0-side": "right"}
    reading = read_visit(typed(BLANK) | row, BLANK, None)
    limit = StatedLimit(DemandKind.LIFTING, Quantity.PERMITTED, 0.0, Side.RIGHT)
    assert reading.value.therapist_limits == (limit,)


def test_minutes_become_hours_and_a_row_without_its_amount_is_asked_about() -> None:
    first = {"own-0-kind": "keyboarding", "own-0-unit": "bout", "own-0-value": "20"}
    second = {"own-1-kind": "mousing", "own-1-unit": "hours"}
    reading = read_visit(typed(BLANK) | first | second, BLANK, None)
    assert reading.value.therapist_limits[0].value == pytest.approx(1 / 3)
    assert "0 means not at all" in reading.errors["own-1-value"]


@pytest.mark.parametrize(
    ("kind", "unit"), [("lifting", "vibration"), ("wrist_flexion", "kg"), ("keyboarding", "torque")]
)
def test_a_limit_that_no_demand_of_its_kind_is_counted_in_is_told_beside_its_unit(
    kind: str, unit: str
) -> None:
    row = {"own-0-kind": kind, "own-0-unit": unit, "own-0-value": "5"}
    reading = read_visit(typed(BLANK) | row, BLANK, None)
    assert reading.value.therapist_limits == ()
    assert "cannot be limited in" in reading.errors["own-0-unit"]


def copied() -> Assessment:
    return copy_forward(visit_value(SECOND_VISIT), NEXT_VISIT, COPY_VALIDITY)


def test_what_is_left_alone_keeps_the_day_it_was_taken() -> None:
    stored = copied()
    reading = read_visit(typed(stored), stored, CLERK)
    assert reading.value == stored
    assert reading.value.taken_on(Measure.GRIP, Side.RIGHT) == SECOND_VISIT


def test_what_is_typed_anew_is_taken_today() -> None:
    stored = copied()
    reading = read_visit(typed(stored, right__grip__3="25"), stored, CLERK)
    assert reading.value.taken_on(Measure.GRIP, Side.RIGHT) == NEXT_VISIT
    assert reading.value.taken_on(Measure.GRIP, Side.LEFT) == SECOND_VISIT


def test_the_same_figure_can_be_said_to_be_of_today() -> None:
    stored = copied()
    name = "fresh-right-grip"
    reading = read_visit(typed(stored) | {name: "y"}, stored, CLERK)
    assert reading.value.carried(Measure.GRIP, Side.RIGHT) is None
    assert reading.value.hand(Side.RIGHT).grip == stored.hand(Side.RIGHT).grip


def test_a_new_row_of_restrictions_makes_them_new() -> None:
    stored = copied()
    row = {"surgeon-1-kind": "carrying", "surgeon-1-unit": "kg", "surgeon-1-value": "5"}
    reading = read_visit(typed(stored) | row, stored, CLERK)
    assert len(reading.value.surgeon_restrictions) == 2
    assert reading.value.carried(Measure.SURGEON_RESTRICTIONS, None) is None


def test_another_unit_does_not_change_what_was_copied() -> None:
    stored = copied()
    texts = typed(stored) | {"unit": "lbf", "right-tip_pinch-1": "9"}
    value = read_visit(texts, stored, CLERK).value
    assert value.hand(Side.RIGHT).grip == stored.hand(Side.RIGHT).grip
    assert value.hand(Side.RIGHT).tip_pinch == Trials((9.0,), AmountUnit.POUND_FORCE)


def test_a_hand_nothing_was_entered_for_was_not_examined() -> None:
    stored = replace(BLANK, pain_rest=2.0)
    assert read_visit(typed(stored), stored, None).value.hands == ()
