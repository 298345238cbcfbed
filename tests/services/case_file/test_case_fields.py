"""Every field of a case file for itself: what cannot be is refused where it stands."""

import json
from datetime import date

import pytest
from an_example_case import TODAY, cells, example, problems_of, put

from rtw.services.case_file import reading
from rtw.services.case_file.reading import read_case
from rtw.services.case_file.schema import case_schema

OPENING = {"task": "Team meeting", "opened": {"on": "2026-11-20", "by": "x"}}
REST = {
    "id": "r",
    "first": 1,
    "last": 2,
    "ground": {"origin": "therapist", "words": "x"},
    "max_days": 3,
}
OVERRIDE = {
    "task": "Enter claims",
    "index": 0,
    "kind": "keyboarding",
    "side": "right",
    "verdict": "marginal",
    "reason": "x",
    "by": "x",
}
LIMIT_BOUTS = {"accommodation_id": "bout_limit"}
OFF_SCALES = {
    "assessments.1.pain_work": 44,
    "assessments.1.pain_rest": -1,
    "assessments.1.night_waking_per_week": 9,
    "assessments.1.hands.1.nine_hole_peg_s": -1,
    "assessments.1.hands.1.box_and_block": -1,
    "assessments.1.hands.1.wrist_circumference_cm": -1,
    "assessments.1.hands.1.thumb_abductor_mrc": 6,
    "assessments.1.hands.1.first_interosseous_mrc": -1,
    "assessments.1.hands.1.scar_tenderness": 11,
    "assessments.1.hands.1.pillar_tenderness": 11,
    "assessments.1.hands.1.grip.0.rung": 9,
    "assessments.1.hands.1.grip.0.trials.entered.1": -4,
    "assessments.1.hands.1.tip_pinch.entered.0": -4,
    "assessments.1.hands.1.key_pinch.entered.2": -4,
    "assessments.1.hands.1.motion.0.degrees": 400,
    "assessments.1.hands.1.sensation.0.monofilament": 2.9,
    "assessments.1.hands.1.sensation.0.two_point_mm": -2,
    "assessments.1.tolerances.0.day_min": 5000,
    "assessments.1.tolerances.1.bout_min": -10,
    "assessments.1.safe_loads.0.entered": -4,
    "assessments.1.difficulties.0.difficulty": 11,
    "assessments.1.scores.0.items.3": 9,
    "assessments.1.scores.1.total": 1000,
}
"""One entry off each scale that `assessment/off_scale` knows, at its path in the example."""


@pytest.mark.parametrize("off", sorted(OFF_SCALES))
def test_what_the_visit_form_cannot_sign_is_refused_with_its_path(off):
    """The sieve of the visit form is the measure: what it lets go, and only that, is refused here."""
    entry = OFF_SCALES[off]
    assert cells(put(off, entry)) == {off}


def test_whatever_the_sieve_of_the_visit_form_finds_is_refused(monkeypatch):
    monkeypatch.setattr(reading, "beyond_bounds", lambda *_: ())
    assert cells(put("assessments.1.pain_work", 44)) == {"assessments.1"}


@pytest.mark.parametrize(
    ("path", "value", "cell"),
    [
        ("wishes.weeks", 0, None),
        ("wishes.weeks", 27, None),
        ("wishes.weeks", "10", None),
        ("wishes.weeks", True, None),
        ("wishes.first_day_hours", 0, None),
        ("wishes.day_grows_by_hours", -1, None),
        ("wishes.shortest_block_hours", 30, None),
        ("wishes.full_duty_by_week", 0, None),
        ("wishes.offer.hours_per_day", -1, None),
        ("wishes.offer.workdays", [], None),
        ("wishes.offer.workdays", [7], "wishes.offer.workdays.0"),
        ("wishes.offer.workdays", [1, 1], None),
        ("wishes.offer.tasks_from", [["Fly", "2026-12-01"]], "wishes.offer.tasks_from.0.0"),
        ("wishes.task_hours", [["Fly", 1]], "wishes.task_hours.0.0"),
        ("wishes.task_hours", [["Team meeting", 1], ["Team meeting", 2]], "wishes.task_hours.1"),
        ("wishes.task_hours", [["Team meeting", -1]], "wishes.task_hours.0.1"),
        ("wishes.openings", [OPENING | {"task": "Fly"}], "wishes.openings.0.task"),
        (
            "wishes.openings",
            [OPENING | {"opened": {"on": "2026-11-20", "by": " "}}],
            "wishes.openings.0.opened.by",
        ),
        ("wishes.hours_limits", [{"origin": "surgeon", "words": "x"}], "wishes.hours_limits.0"),
        ("wishes.rests", [REST | {"first": 3, "last": 1}], "wishes.rests.0.last"),
        ("wishes.rests", [REST, REST], "wishes.rests.1"),
        ("wishes.start", "9999-12-27", None),
        ("treatment_times.0.weekday", 7, None),
        ("treatment_times.0.ends", "14:00:00", None),
        ("treatment_times.0.starts", "15:00:00Z", None),
        ("treatment_times.0.until", "2020-01-01", None),
        ("expected_full_duty", ["2027-02-01", "2027-01-01"], "expected_full_duty.1"),
        ("operations.0.strength_test_from", "2026-01-01", None),
        ("operations.0.on", 20261005, None),
        ("surgeon_restrictions.0.value", -5, None),
        ("surgeon_restrictions.0.value", "5", None),
        ("surgeon_restrictions.0.until", "2020-01-01", None),
        ("surgeon_restrictions.0.quantity", "permitted", "surgeon_restrictions.0.value"),
        ("surgeon_restrictions.0.quantity", "ahv_m_s2", None),
        (
            "assessments.1.therapist_limits",
            [{"kind": "lifting", "quantity": "ahv_m_s2", "value": 5.0}],
            "assessments.1.therapist_limits.0.quantity",
        ),
        (
            "assessments.0.surgeon_restrictions",
            [{"kind": "cold", "quantity": "angle_deg", "value": 0}],
            "assessments.0.surgeon_restrictions.0.quantity",
        ),
        ("assessments.0.hands.1.side", "left", "assessments.0.hands.1"),
        ("assessments.0.safe_loads.0.kind", "keyboarding", None),
        ("assessments.0.safe_loads.0.unit", "N", None),
        ("overrides", [OVERRIDE | {"index": 7}], "overrides.0.index"),
        ("overrides", [OVERRIDE | {"kind": "lifting"}], "overrides.0.kind"),
        ("overrides", [OVERRIDE | {"index": 1, "kind": "mousing", "side": "left"}], "overrides.0.side"),
        ("overrides", [OVERRIDE | {"by": ""}], "overrides.0.by"),
        (
            "accommodations",
            [LIMIT_BOUTS | {"given": [{"name": "x", "value": 1}]}],
            "accommodations.0.given.0.name",
        ),
        ("accommodations", [LIMIT_BOUTS, LIMIT_BOUTS], "accommodations.1"),
        ("job.tasks.0.hours_per_day", -4, None),
        ("job.tasks.0.demands.0.force_n", -4, None),
        ("job.tasks.0.demands.0.newtons", 4, None),
        ("job.shift.hours_per_day", 0, None),
        ("job.shift.days_per_week", 9, None),
        ("consents.0.until", "2020-01-01", None),
        ("release.approved_by", "", None),
        ("worker", " ", None),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(path, value, cell):
    assert cells(put(path, value)) == {cell or path}


@pytest.mark.parametrize("value", [0, 0.0, 5, 5.0])
def test_a_limit_of_nothing_is_a_limit_and_whole_numbers_may_bear_a_point(value):
    assert cells(put("surgeon_restrictions.0.value", value)) == set()
    assert cells(put("wishes.weeks", 10.0)) == set()


def test_what_is_signed_ahead_of_its_day_is_refused_and_a_visit_to_come_is_told():
    data = put("wishes.openings", [OPENING | {"opened": {"on": "2026-11-22", "by": "x"}}])
    data["patient"]["born"] = "2026-12-24"
    assert cells(data, TODAY) == {"wishes.openings.0.opened.on", "patient.born"}
    case, problems = read_case(json.dumps(example()), date(2026, 11, 10))
    assert case is not None
    assert [(p.code, p.cell) for p in problems] == [("visit-ahead", "assessments.1.on")]


def test_scores_of_a_case_are_read_checked_and_clinical():
    text = example()
    visit = text["assessments"][0]
    visit["scores"] = [{"score": "quickdash", "items": [3] * 11, "total": 70.0}]
    case, problems = read_case(json.dumps(text))
    assert case is not None
    assert [(p.code, p.cell) for p in problems] == [("total-against-items", "assessments.0.scores")]
    visit["scores"] *= 2
    case, problems = read_case(json.dumps(text))
    assert case is None
    assert "score-twice" in [p.code for p in problems]
    entry = case_schema()["$defs"]["ScoreEntry"]["properties"]
    assert entry
    assert all(field["x-clinical"] for field in entry.values())


def test_two_tasks_of_one_name_are_told_not_raised():
    data = example()
    data["job"]["tasks"].append(dict(data["job"]["tasks"][0]))
    assert [p.code for p in problems_of(data)] == ["task-name-twice"]
