"""Every finding keeps the day it was taken until it is taken anew itself, whatever else is typed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from a_measured_hand import CLERK, KGF
from hypothesis import given, settings
from hypothesis import strategies as st

from job_profiles.kinds import DemandKind
from rtw.domain.assessment.assessment import (
    Assessment,
    Measure,
    PerceivedDifficulty,
    SafeLoad,
    StatedLimit,
    Tolerance,
)
from rtw.domain.assessment.conventions import COPY_VALIDITY, PLAUSIBILITY
from rtw.domain.assessment.copy_forward import STANDING, copy_forward, without_expired
from rtw.domain.assessment.findings import (
    Digit,
    GripAtRung,
    HandFindings,
    Motion,
    MotionFinding,
    Swelling,
    Zone,
    ZoneSensation,
)
from rtw.domain.assessment.parts import HAND_FIELDS, VISIT_FIELDS, holder_of, parts_of
from rtw.domain.assessment.plausibility import plausibility
from rtw.domain.capacity import Quantity, Sensation, Wound
from rtw.domain.hands import Side
from rtw.domain.measurement import AmountUnit, Trials
from rtw.domain.measures.followed import Followed, readings
from rtw.domain.measures.motion import motion_readings
from rtw.domain.measures.rungs import rung_curve
from rtw.domain.measures.touch import touch_map
from rtw.domain.measures.why_findings import zone_words
from rtw.knowledge.for_domain import capacity_coefficients
from rtw.knowledge.load import knowledge
from rtw.web.assessment_form.reading import TYPED, FormUnits, read_visit, texts_of_visit
from rtw.web.assessment_form.summary import Summary, summary_of

TAKEN = date(2026, 3, 2)
TODAY = TAKEN + timedelta(days=5)
UNITS = FormUnits()


def _trials(*kgf: float) -> Trials:
    return Trials(kgf, KGF)


def _hand(side: Side) -> HandFindings:
    return HandFindings(
        side,
        grip=(GripAtRung(_trials(20, 21, 22), 2), *(GripAtRung(_trials(15 + n), n) for n in range(1, 6))),
        tip_pinch=_trials(4, 4.5, 5),
        key_pinch=_trials(6, 6.5, 7),
        palmar_pinch=_trials(5, 5.5, 6),
        nine_hole_peg_s=21.5,
        motion=(
            MotionFinding(Motion.WRIST_FLEXION, 60),
            MotionFinding(Motion.WRIST_EXTENSION, 55),
            MotionFinding(Motion.MP_FLEXION, 70, Digit.INDEX),
        ),
        thumb_abductor_mrc=4,
        first_interosseous_mrc=3,
        sensation=(
            ZoneSensation(Zone.THUMB, 2.83, None, 5),
            ZoneSensation(Zone.INDEX, 3.61, None, 6),
            ZoneSensation(Zone.LITTLE, None, Sensation.NORMAL, 4),
        ),
        swelling=Swelling.MILD,
        wrist_circumference_cm=17.2,
        wound=Wound.CLOSED,
        scar_tenderness=3,
        pillar_tenderness=4,
        unaffected=True,
        box_and_block=60,
    )


FULL = Assessment(
    on=TAKEN,
    assessor="A. Therapist",
    hands=(_hand(Side.LEFT), _hand(Side.RIGHT)),
    night_waking_per_week=2,
    pain_rest=1,
    pain_work=4,
    tolerances=(
        Tolerance(DemandKind.KEYBOARDING, None, 30, 120),
        Tolerance(DemandKind.KEYBOARDING, Side.LEFT, 20, 90),
        Tolerance(DemandKind.HANDWRITING, Side.RIGHT, 10, 60),
    ),
    safe_loads=(
        SafeLoad(DemandKind.LIFTING, 10, AmountUnit.KILOGRAM),
        SafeLoad(DemandKind.CARRYING, 6, AmountUnit.KILOGRAM, Side.RIGHT),
    ),
    therapist_limits=(
        StatedLimit(DemandKind.LIFTING, Quantity.LOAD_KG, 5, None, TAKEN, None, "own"),
        StatedLimit(DemandKind.CARRYING, Quantity.LOAD_KG, 4, Side.LEFT),
    ),
    surgeon_restrictions=(
        StatedLimit(DemandKind.LIFTING, Quantity.LOAD_KG, 2, Side.RIGHT),
        StatedLimit(DemandKind.PUSHING, Quantity.FORCE_N, 30),
    ),
    difficulties=(
        PerceivedDifficulty(DemandKind.KEYBOARDING, 5),
        PerceivedDifficulty(DemandKind.MOUSING, 6, Side.RIGHT),
    ),
)
"""A visit in which every measure holds all it can, and lists hold several findings."""

COPIED = copy_forward(FULL, TODAY, COPY_VALIDITY)
SHOWN = texts_of_visit(COPIED, CLERK, UNITS)
_OTHERS = {"mild": "severe", "closed": "open", "own": "other", "N": "DLT", "y": ""}
_NOT_FINDINGS = ("on", "unit", "load_unit", "shown_unit", "shown_load_unit", "notes")
FIELDS = [
    name
    for name, text in SHOWN.items()
    if text
    and name not in _NOT_FINDINGS
    and not name.endswith(("-rows", "-kind", "-side", "-unit", "-since", "-until"))
]


def _changed(text: str) -> str:
    return _OTHERS[text] if text in _OTHERS else f"{float(text) + 1:g}"


Days = dict[tuple[Measure, Side | None, str], date]


def _days(visit: Assessment) -> Days:
    """The day of every finding of a visit."""
    sides: tuple[Side | None, ...] = (*Side, None)
    places = ((m, side) for side in sides for m in (VISIT_FIELDS if side is None else HAND_FIELDS))
    return {
        (measure, side, key): visit.taken_on(measure, side, key)
        for measure, side in places
        for key in parts_of(holder_of(visit, side), measure)
    }


def _saved(**typed: str) -> Assessment:
    reading = read_visit(SHOWN | typed, COPIED, CLERK)
    assert reading.errors == {}
    return reading.value


def test_the_visit_of_these_tests_holds_every_measure_that_is_copied() -> None:
    held = {measure for measure, _, _ in _days(COPIED)}
    assert held == set(Measure) - {Measure.PAIN, Measure.NIGHT_WAKING}
    assert set(_days(COPIED).values()) == {TAKEN}
    assert (COPIED.pain_rest, COPIED.pain_work, COPIED.night_waking_per_week) == (None, None, None)
    assert len(FIELDS) > 80


@pytest.mark.parametrize("name", FIELDS)
def test_one_field_typed_anew_leaves_every_other_finding_its_day(name: str) -> None:
    value = _saved(**{name: _changed(SHOWN[name])})
    days, gone = _days(value), _days(COPIED).keys() - _days(value).keys()
    anew = {place for place, day in days.items() if day == TODAY}
    if name.endswith("grip-rung"):  # a rung put right: the trials are still those of the earlier day
        assert anew == gone == set()
        return
    assert len(anew) + len(gone) in {1, 2}  # a limit changed is another one: the first is gone
    assert len({(measure, side) for measure, side, _ in anew | gone}) == 1
    assert {day for place, day in days.items() if place not in anew} == {TAKEN}


@pytest.mark.parametrize("name", FIELDS)
def test_the_same_typed_over_is_taken_today_and_nothing_else(name: str) -> None:
    if name.endswith("grip-rung"):
        return
    days = _days(_saved(**{TYPED: name}))
    assert sum(day == TODAY for day in days.values()) == 1
    assert days.keys() == _days(COPIED).keys()


@settings(max_examples=60, deadline=None)
@given(names=st.sets(st.sampled_from(FIELDS), max_size=8), later=st.integers(1, 9))
def test_a_copy_of_a_copy_keeps_the_day_of_each_finding(names: set[str], later: int) -> None:
    value = _saved(**{name: _changed(SHOWN[name]) for name in names})
    next_day = TODAY + timedelta(days=later)
    copy = copy_forward(value, next_day, COPY_VALIDITY)
    days = _days(value)
    usable = {entry.measure: entry.days for entry in COPY_VALIDITY}
    expected = {
        place: day
        for place, day in days.items()
        if place[0] in STANDING or (next_day - day).days <= usable.get(place[0], -1)
    }
    assert _days(copy) == expected
    again = read_visit(texts_of_visit(copy, CLERK, UNITS), copy, CLERK)
    assert again.value == copy


def test_what_lapses_first_is_blanked_alone() -> None:
    value = _saved(**{"right-touch-index": "4.31"})
    after = without_expired(value, TAKEN + timedelta(days=29))
    assert after.hand(Side.RIGHT).sensation == (ZoneSensation(Zone.INDEX, 4.31),)


def test_what_is_signed_says_of_each_finding_its_own_day() -> None:
    index = HandFindings(Side.RIGHT, sensation=(ZoneSensation(Zone.INDEX, 3.61, None, 5),))
    stored = copy_forward(replace(FULL, hands=(index,)), TODAY, COPY_VALIDITY)
    texts = texts_of_visit(stored, CLERK, UNITS) | {"right-touch-index": "4.31", TYPED: "right-touch-index"}
    summary: Summary = summary_of(read_visit(texts, stored, CLERK).value)
    feeling = next(line for line in summary.hands if line.label == "Sensation")
    assert feeling.right == "index 4.31; index two points 5 mm (taken 2 Mar 2026)"
    told = [line.words for line in summary.person]
    assert "30 min at a stretch, 120 min a day (taken 2 Mar 2026)" in told
    assert "10 kg (taken 2 Mar 2026)" in told
    assert "Pushing, both hands: at most 30 N (force) (said 2 Mar 2026)" in told


def test_trials_left_beside_a_new_one_are_asked_about() -> None:
    def asked(**typed: str) -> list[str]:
        found = plausibility(_saved(**typed), FULL, PLAUSIBILITY)
        return [p.message for p in found if p.code == "trials-as-before"]

    (question,) = asked(**{"right-key_pinch-1": "6.2"})
    assert question.startswith("Right hand, key pinch: trials 2 and 3 read as on 2 March 2026")
    assert asked(**{"right-key_pinch-1": "6.2", "right-key_pinch-2": "6.9"}) == []
    assert asked() == []


def test_the_map_of_feeling_says_what_is_not_of_its_day() -> None:
    value = _saved(**{"right-touch-index": "4.31"})
    found = touch_map([value], Side.RIGHT, capacity_coefficients(knowledge()))
    words = {zone.zone: zone_words(zone) for zone in found.zones}
    assert found.on == TODAY
    assert words[Zone.INDEX].endswith("filament 4.31, two points 6 mm (taken 2 Mar 2026)")
    assert words[Zone.THUMB].count("(taken 2 Mar 2026)") == 2


def test_what_is_followed_counts_only_what_was_taken_that_day() -> None:
    value = _saved(**{"right-motion-wrist_flexion": "65", "right-grip-1": "10", "right-grip-2": "11"})
    visits = (FULL, value)
    points = {each.motion: each.points for each in motion_readings(visits, Side.RIGHT)}
    assert points[Motion.WRIST_FLEXION] == ((TAKEN, 60), (TODAY, 65))
    assert points[Motion.WRIST_EXTENSION] == ((TAKEN, 55),)
    assert [each.on for each in readings(visits, Followed.GRIP, Side.RIGHT)] == [TAKEN, TODAY]
    assert [each.on for each in readings(visits, Followed.GRIP, Side.LEFT)] == [TAKEN]
    curve = rung_curve(visits, Side.RIGHT)
    assert curve is not None
    assert [(each.rung, each.trials.entered) for each in curve.readings] == [(2, (10.0, 11.0, 22.0))]
