"""Suggestions follow from the gaps, fit the place and the person, and say why."""

from datetime import date

import pytest

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand, Task
from rtw.domain.accommodation.compare import compare
from rtw.domain.accommodation.effects import ChosenEffect
from rtw.domain.accommodation.fitting import circumstances_of
from rtw.domain.accommodation.kinds import Aspect, Circumstance, EffectBasis, Setting
from rtw.domain.accommodation.recommend import Suggestion, recommend, set_aside
from rtw.domain.accommodation.search import search
from rtw.domain.capacity import Basis, Capacity, HandState, Quantity, Sensation, Wound
from rtw.domain.gap import Comparison, Gap, JobMatch, Missing, Override, TaskMatch
from rtw.domain.hands import Side
from rtw.domain.verdicts import TaskVerdict, Verdict
from rtw.knowledge.load import knowledge

CATALOGUE = knowledge().catalogue


def a_comparison(quantity: Quantity, verdict: Verdict, missing: Missing | None = None) -> Comparison:
    return Comparison(quantity, None, None, 0.0, None, verdict, Basis.MEASURED, "test", (), missing=missing)


def a_match(
    demand: Demand,
    *comparisons: Comparison,
    essential: bool | None = None,
    override: Override | None = None,
    beside: tuple[Demand, ...] = (),
) -> JobMatch:
    task = Task("Pack", essential=essential, hours_per_day=4.0, demands=(demand, *beside))
    gap = Gap("Pack", 0, demand, Side.RIGHT, comparisons, comparisons[0].verdict, override)
    task_match = TaskMatch(task, (gap,), TaskVerdict.NOT_SUITABLE)
    return JobMatch((task_match,), TaskVerdict.NOT_SUITABLE, ())


HEAVY_LIFT = a_match(
    Demand(DemandKind.LIFTING, Hand.BOTH, load_kg=20.0), a_comparison(Quantity.LOAD_KG, Verdict.EXCEEDS)
)
LONG_TYPING = a_match(
    Demand(DemandKind.KEYBOARDING, Hand.EACH, hours_per_day=6.0),
    a_comparison(Quantity.HOURS_PER_DAY, Verdict.EXCEEDS),
)


def ids(suggestions: tuple[Suggestion, ...]) -> list[str]:
    return [suggestion.accommodation.id for suggestion in suggestions]


def test_a_load_above_the_limit_calls_for_what_changes_loads() -> None:
    found = ids(recommend(HEAVY_LIFT, CATALOGUE))
    assert {"two_person_lift", "half_loads", "capped_load", "lift_assist"} <= set(found)
    assert not {"split_keyboard_adjustable", "light_pen", "speech_recognition"} & set(found)


def test_castors_serve_the_tasks_that_roll_and_wait_for_a_word_in_others() -> None:
    pushes = Demand(DemandKind.PUSHING, Hand.EACH, force_n=60.0)
    comparison = a_comparison(Quantity.FORCE_N, Verdict.EXCEEDS)

    def tasks(*names: str) -> JobMatch:
        gaps = [Gap(name, 0, pushes, Side.RIGHT, (comparison,), Verdict.EXCEEDS, None) for name in names]
        found = [
            TaskMatch(Task(gap.task, hours_per_day=2.0, demands=(pushes,)), (gap,), TaskVerdict.NOT_SUITABLE)
            for gap in gaps
        ]
        return JobMatch(tuple(found), TaskVerdict.NOT_SUITABLE, ())

    def castors(match: JobMatch) -> Suggestion:
        return next(
            one for one in recommend(match, CATALOGUE) if one.accommodation.id == "low_rolling_castors"
        )

    both, alone = castors(tasks("Planing tops", "Push carts")), castors(tasks("Planing tops"))
    assert both.tasks == ("Push carts",)
    assert both.only_if is None
    assert "Only if a cart or something else on wheels is used in Planing tops" in both.reason
    assert alone.only_if == "a cart or something else on wheels"


def test_what_is_within_calls_for_nothing() -> None:
    match = a_match(Demand(DemandKind.LIFTING, load_kg=2.0), a_comparison(Quantity.LOAD_KG, Verdict.WITHIN))
    assert recommend(match, CATALOGUE) == ()


def test_an_override_counts_before_the_computed_verdict() -> None:
    fit = Override(Verdict.WITHIN, "watched her do it", "OT")
    match = a_match(
        Demand(DemandKind.LIFTING, load_kg=20.0),
        a_comparison(Quantity.LOAD_KG, Verdict.EXCEEDS),
        override=fit,
    )
    assert recommend(match, CATALOGUE) == ()


def test_what_must_be_measured_in_the_clinic_calls_for_no_change_at_work() -> None:
    missing = Missing("grip", "Measure grip of the right hand", "clinic")
    match = a_match(
        Demand(DemandKind.LIFTING, load_kg=20.0), a_comparison(Quantity.LOAD_KG, Verdict.CANNOT_SAY, missing)
    )
    assert recommend(match, CATALOGUE) == ()


def test_an_amount_the_employer_left_open_is_settled_by_a_bound() -> None:
    missing = Missing("load", "Ask for the heaviest load", "employer")
    match = a_match(Demand(DemandKind.LIFTING), a_comparison(Quantity.LOAD_KG, Verdict.CANNOT_SAY, missing))
    found = ids(recommend(match, CATALOGUE))
    assert {"capped_load", "lift_assist"} <= set(found)
    assert "two_person_lift" not in found  # half of an unknown load is as unknown


def test_a_gate_on_feeling_is_answered_by_taking_the_work_away_only() -> None:
    match = a_match(Demand(DemandKind.SHARP_OR_MOVING), a_comparison(Quantity.PERMITTED, Verdict.EXCEEDS))
    found = recommend(match, CATALOGUE, circumstances={Circumstance.REDUCED_SENSATION})
    assert {"no_sharp_work", "hand_over_task"} == set(ids(found))


def test_order_is_evidence_then_effect_then_cost() -> None:
    found = recommend(LONG_TYPING, CATALOGUE)
    ranks = [
        (
            s.accommodation.evidence.rank,
            s.remaining is None,
            s.remaining or 0.0,
            s.accommodation.cost.rank,
        )
        for s in found
    ]
    assert ranks == sorted(ranks)
    assert ids(found)[0] == "half_days_start"
    assert ids(found).index("hand_over_task") < ids(found).index("halve_task")


def test_the_effect_is_given_as_the_share_that_is_left() -> None:
    (lift,) = [s for s in recommend(HEAVY_LIFT, CATALOGUE) if s.accommodation.id == "two_person_lift"]
    assert lift.remaining == pytest.approx(0.59)
    (open_cap,) = [s for s in recommend(HEAVY_LIFT, CATALOGUE) if s.accommodation.id == "capped_load"]
    assert open_cap.remaining is None


def test_the_reason_names_the_gap_the_hand_and_the_effect() -> None:
    (lift,) = [s for s in recommend(HEAVY_LIFT, CATALOGUE) if s.accommodation.id == "two_person_lift"]
    assert lift.reason == "Lifting in Pack, right hand, exceeds the limit: multiplies load by 0.59."
    assert lift.tasks == ("Pack",)


def test_what_it_makes_harder_stands_beside_it() -> None:
    (half,) = [s for s in recommend(HEAVY_LIFT, CATALOGUE) if s.accommodation.id == "half_loads"]
    assert any("efforts a minute by 2" in caution for caution in half.cautions)


def test_taking_an_essential_task_away_is_said_to_change_the_job() -> None:
    essential = a_match(
        Demand(DemandKind.LIFTING, load_kg=20.0),
        a_comparison(Quantity.LOAD_KG, Verdict.EXCEEDS),
        essential=True,
    )
    (handed,) = [s for s in recommend(essential, CATALOGUE) if s.accommodation.id == "hand_over_task"]
    assert handed.cautions == ("Essential: Pack. Without it the job is a different one.",)


def test_an_effect_tied_to_typing_needs_typing_in_the_task() -> None:
    wrist, limit = (
        Demand(DemandKind.WRIST_DEVIATION, angle_deg=20.0),
        a_comparison(Quantity.ANGLE_DEG, Verdict.EXCEEDS),
    )
    alone, typing = a_match(wrist, limit), a_match(wrist, limit, beside=(Demand(DemandKind.KEYBOARDING),))
    assert "split_keyboard_adjustable" not in ids(recommend(alone, CATALOGUE))
    assert "split_keyboard_adjustable" in ids(recommend(typing, CATALOGUE))


@pytest.mark.parametrize(
    ("settings", "unfit"),
    [
        ({Setting.OPEN_PLAN}, "speech_recognition"),
        ({Setting.CUSTOMER_FACING}, "speech_recognition"),
        ({Setting.MACHINE_PACED}, "rotate_half_hourly"),
        ({Setting.LONE_WORK}, "hand_over_task"),
    ],
)
def test_suggestions_fit_the_place(settings: set[Setting], unfit: str) -> None:
    bouts = a_match(
        Demand(DemandKind.KEYBOARDING, hours_per_day=6.0, longest_bout_h=3.0),
        a_comparison(Quantity.HOURS_PER_DAY, Verdict.EXCEEDS),
        a_comparison(Quantity.BOUT_H, Verdict.EXCEEDS),
    )
    assert unfit in ids(recommend(bouts, CATALOGUE))
    assert unfit not in ids(recommend(bouts, CATALOGUE, settings))
    assert unfit in [aside.accommodation.id for aside in set_aside(bouts, CATALOGUE, settings)]


def test_help_against_cold_is_offered_only_where_it_is_cold() -> None:
    match = a_match(Demand(DemandKind.COLD), a_comparison(Quantity.HOURS_PER_DAY, Verdict.EXCEEDS))
    assert "warm_place" not in ids(recommend(match, CATALOGUE))
    assert "warm_place" in ids(recommend(match, CATALOGUE, {Setting.COLD}))


def test_what_would_harm_this_person_is_set_aside_with_the_reason() -> None:
    circumstances = {Circumstance.VOICE_PROBLEM}
    assert "speech_recognition" not in ids(recommend(LONG_TYPING, CATALOGUE, set(), circumstances))
    asides = {a.accommodation.id: a.why for a in set_aside(LONG_TYPING, CATALOGUE, set(), circumstances)}
    assert asides["speech_recognition"] == "Voice problem: It loads the voice."


def test_circumstances_are_read_from_the_capacity() -> None:
    hands = (HandState(Side.RIGHT, Sensation.LOSS_OF_PROTECTIVE, Wound.SUTURES), HandState(Side.LEFT))
    capacity = Capacity(date(2026, 3, 2), Side.RIGHT, hands=hands)
    assert circumstances_of(capacity, [Side.RIGHT]) == {
        Circumstance.OPEN_WOUND,
        Circumstance.REDUCED_SENSATION,
    }
    assert circumstances_of(capacity, [Side.LEFT]) == frozenset()
    assert Circumstance.OTHER_HAND_AFFECTED in circumstances_of(capacity, list(Side))


def test_three_options_stand_side_by_side() -> None:
    task = HEAVY_LIFT.tasks[0]
    names = ("two_person_lift", "capped_load", "lift_assist")
    options = [ChosenEffect(a) for name in names if (a := CATALOGUE.find(name)) is not None]
    two, capped, lifter = compare(options, task.gaps[0], task)
    assert (two.aspect, two.before, two.after) == (Aspect.LOAD_KG, 20.0, pytest.approx(11.8))
    assert (capped.after, capped.bases) == (None, (EffectBasis.TO_BE_GIVEN,))
    assert (lifter.is_gone, lifter.after) == (True, None)
    assert lifter.makes_harder == ("brings gross handling",)


def test_a_given_figure_is_compared_as_given() -> None:
    task, capped = HEAVY_LIFT.tasks[0], CATALOGUE.find("capped_load")
    assert capped is not None
    (option,) = compare([ChosenEffect(capped, given=(("load", 5.0),))], task.gaps[0], task)
    assert option.after == 5.0


def test_a_fourth_option_is_refused() -> None:
    task = HEAVY_LIFT.tasks[0]
    options = [ChosenEffect(entry) for entry in CATALOGUE.accommodations[:4]]
    with pytest.raises(ValueError, match="at most 3"):
        compare(options, task.gaps[0], task)


def test_search_answers_with_what_is_not_recommended_and_why() -> None:
    found = search(CATALOGUE, "vertical mouse")
    (advice,) = found.not_recommended
    assert advice.id == "vertical_mouse_for_pressure"
    assert "stayed the same" in advice.reason
    assert [entry.id for entry in search(CATALOGUE, "anti-vibration glove").not_recommended] == [
        "anti_vibration_gloves"
    ]


def test_what_is_not_recommended_is_never_suggested() -> None:
    advised_against = {advice.id for advice in CATALOGUE.not_recommended}
    for match in (HEAVY_LIFT, LONG_TYPING):
        assert advised_against.isdisjoint(ids(recommend(match, CATALOGUE)))


def test_search_finds_by_name_kind_and_further_words() -> None:
    assert "trolley" in [entry.id for entry in search(CATALOGUE, "CART").accommodations]
    assert "light_pen" in [entry.id for entry in search(CATALOGUE, "handwriting").accommodations]
    assert search(CATALOGUE, "xylophone").accommodations == ()
    assert len(search(CATALOGUE, " ").accommodations) == len(CATALOGUE.accommodations)
