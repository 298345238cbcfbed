"""What accommodations do to a demand, and the laws they keep."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand, FrequencyScale, JobProfile, ScaleBasis, Shift, Task
from rtw.domain.accommodation.amounts import amount_of
from rtw.domain.accommodation.effects import ChosenEffect, accommodated_task, apply, changed_profile
from rtw.domain.accommodation.kinds import (
    Aspect,
    Category,
    Change,
    CostBand,
    EffectBasis,
    Evidence,
)
from rtw.domain.accommodation.values import Accommodation, Asks, Effect
from rtw.knowledge.load import knowledge

CATALOGUE = knowledge().catalogue
KINDS = [DemandKind.KEYBOARDING, DemandKind.LIFTING, DemandKind.POWER_GRIP, DemandKind.WRIST_DEVIATION]


def entry(accommodation_id: str) -> Accommodation:
    found = CATALOGUE.find(accommodation_id)
    assert found is not None
    return found


def chosen(accommodation_id: str, *tasks: str, **given_figures: float) -> ChosenEffect:
    return ChosenEffect(entry(accommodation_id), tasks, tuple(given_figures.items()))


def job(*demands: Demand, hours: float | None = 4.0) -> JobProfile:
    return JobProfile("Packer", tasks=(Task("Pack", hours_per_day=hours, demands=demands),))


def only_demand(profile: JobProfile) -> Demand:
    (demand,) = profile.tasks[0].demands
    return demand


def an_effect(change: Change, amount: float, aspect: Aspect = Aspect.FORCE_N, *, adverse: bool) -> Effect:
    return Effect(
        change, EffectBasis.ARITHMETIC, "test", tuple(KINDS), aspect=aspect, amount=amount, adverse=adverse
    )


def an_accommodation(name: str, *effects: Effect) -> Accommodation:
    return Accommodation(
        name,
        name,
        Category.TASK_CHANGE,
        CostBand.NONE,
        Evidence.ARITHMETIC,
        "Do this.",
        "",
        effects,
    )


def test_two_people_halve_a_load_less_the_loss_of_lifting_together() -> None:
    profile = job(Demand(DemandKind.LIFTING, load_kg=20.0, load_range_kg=(10.0, 20.0)))
    demand = only_demand(changed_profile(profile, [chosen("two_person_lift")]))
    assert demand.load_kg == pytest.approx(11.8)
    assert demand.load_range_kg == pytest.approx((5.9, 11.8))


def test_half_the_load_doubles_the_efforts_and_the_duty_cycle() -> None:
    demand = Demand(DemandKind.LIFTING, load_kg=12.0, efforts_per_minute=3.0, duty_cycle=0.2)
    changed = only_demand(changed_profile(job(demand), [chosen("half_loads")]))
    assert (changed.load_kg, changed.efforts_per_minute, changed.duty_cycle) == (6.0, 6.0, 0.4)


def test_a_duty_cycle_never_passes_the_whole() -> None:
    demand = Demand(DemandKind.LIFTING, load_kg=12.0, efforts_per_minute=30.0, duty_cycle=0.8)
    assert only_demand(changed_profile(job(demand), [chosen("half_loads")])).duty_cycle == 1.0


def test_a_split_keyboard_straightens_only_the_wrist_that_types() -> None:
    wrist = Demand(DemandKind.WRIST_DEVIATION, angle_deg=13.3)
    typing = job(wrist, Demand(DemandKind.KEYBOARDING, hours_per_day=4.0))
    changed = changed_profile(typing, [chosen("split_keyboard_adjustable")])
    assert changed.tasks[0].demands[0].angle_deg == pytest.approx(5.7)
    assert changed_profile(job(wrist), [chosen("split_keyboard_adjustable")]) == job(wrist)


def test_an_angle_never_falls_below_straight() -> None:
    profile = job(Demand(DemandKind.WRIST_DEVIATION, angle_deg=3.0), Demand(DemandKind.KEYBOARDING))
    changed = changed_profile(profile, [chosen("split_keyboard_adjustable")])
    assert changed.tasks[0].demands[0].angle_deg == 0.0


def test_a_trolley_ends_carrying_and_brings_a_push_that_is_not_known() -> None:
    profile = job(Demand(DemandKind.CARRYING, load_kg=15.0))
    demand = only_demand(changed_profile(profile, [chosen("trolley")]))
    assert (demand.kind, demand.force_n) == (DemandKind.PUSHING, None)
    measured = only_demand(changed_profile(profile, [chosen("trolley", push_force=60.0)]))
    assert measured.force_n == 60.0


def test_what_does_not_touch_a_task_brings_nothing_into_it() -> None:
    profile = job(Demand(DemandKind.KEYBOARDING, hours_per_day=2.0))
    assert changed_profile(profile, [chosen("trolley")]) == profile


def test_demands_keep_their_places_so_that_gaps_can_be_compared() -> None:
    task = Task("Pack", demands=(Demand(DemandKind.CARRYING), Demand(DemandKind.LIFTING, load_kg=8.0)))
    change = accommodated_task(task, [chosen("trolley")], JobProfile("Packer", tasks=(task,)))
    assert change.demands == (None, Demand(DemandKind.LIFTING, load_kg=8.0))
    assert [demand.kind for demand in change.brought] == [DemandKind.PUSHING]


def test_gloves_make_gripping_harder_and_say_so() -> None:
    profile = job(
        Demand(DemandKind.WET_OR_SOILED, hours_per_day=2.0),
        Demand(DemandKind.POWER_GRIP, force_n=100.0, percent_mvc=40.0),
    )
    (grip,) = changed_profile(profile, [chosen("waterproof_gloves")]).tasks[0].demands
    assert (grip.force_n, grip.percent_mvc) == (pytest.approx(130.0), pytest.approx(52.0))


def test_the_mouse_moves_to_the_other_hand() -> None:
    for before, after in (
        (Hand.RIGHT, Hand.LEFT),
        (Hand.DOMINANT, Hand.NON_DOMINANT),
        (Hand.EACH, Hand.EACH),
    ):
        changed = changed_profile(job(Demand(DemandKind.MOUSING, before)), [chosen("mouse_other_hand")])
        assert only_demand(changed).hand is after


def test_a_figure_still_to_be_given_changes_nothing_until_it_is() -> None:
    profile = job(Demand(DemandKind.LIFTING, load_kg=20.0))
    assert changed_profile(profile, [chosen("capped_load")]) == profile
    assert only_demand(changed_profile(profile, [chosen("capped_load", load=5.0)])).load_kg == 5.0


def test_a_figure_that_cannot_be_changes_nothing_and_is_asked_for_again() -> None:
    profile = job(Demand(DemandKind.LIFTING, load_kg=20.0))
    for figures in ({}, {"load": -1.0}, {"load": 900.0}, {"load": float("nan")}):
        choice = chosen("capped_load", **figures)
        assert [ask.name for ask in choice.unanswered] == ["load"]
        assert changed_profile(profile, [choice]) == profile
    assert chosen("capped_load", load=5.0).unanswered == ()


def test_a_cap_bounds_an_amount_the_employer_left_open() -> None:
    changed = changed_profile(job(Demand(DemandKind.LIFTING)), [chosen("capped_load", load=5.0)])
    assert only_demand(changed).load_kg == 5.0


def test_an_unknown_effect_changes_nothing() -> None:
    profile = job(Demand(DemandKind.POWER_GRIP, force_n=80.0), Demand(DemandKind.TOOL_USE))
    assert changed_profile(profile, [chosen("tool_balancer"), chosen("thick_tool_handle")]) == profile


def test_a_task_handed_over_is_gone_and_a_halved_one_halves_throughout() -> None:
    profile = job(Demand(DemandKind.KEYBOARDING, hours_per_day=3.0), hours=4.0)
    assert changed_profile(profile, [chosen("hand_over_task", "Pack")]).tasks == ()
    (task,) = changed_profile(profile, [chosen("halve_task", "Pack")]).tasks
    assert (task.hours_per_day, task.demands[0].hours_per_day) == (2.0, 1.5)


def test_only_the_named_tasks_change() -> None:
    tasks = tuple(Task(name, hours_per_day=4.0) for name in ("Pack", "Sort"))
    changed = changed_profile(JobProfile("Packer", tasks=tasks), [chosen("halve_task", "Sort")])
    assert [task.hours_per_day for task in changed.tasks] == [4.0, 2.0]


def test_hours_known_only_as_a_bound_stay_a_bound() -> None:
    demand = Demand(DemandKind.KEYBOARDING)
    assert only_demand(changed_profile(job(demand), [chosen("halve_task")])).hours_range == (0.0, 2.0)
    assert only_demand(changed_profile(job(demand, hours=None), [chosen("halve_task")])).hours_range is None


def test_a_frequency_letter_becomes_the_hours_it_stood_for() -> None:
    scale = FrequencyScale(ScaleBasis.SHARE_OF_SHIFT, (("F", (0.25, 0.5)),))
    profile = replace(
        job(Demand(DemandKind.KEYBOARDING, frequency_band="F")), frequency_scale=scale, shift=Shift(8.0)
    )
    changed = only_demand(changed_profile(profile, [chosen("halve_task")]))
    assert (changed.hours_range, changed.frequency_band) == ((1.0, 2.0), None)


def test_factors_come_before_differences_and_caps_last() -> None:
    parts = (
        an_accommodation("a", an_effect(Change.CAP, 50.0, adverse=False)),
        an_accommodation("b", an_effect(Change.ADD, -10.0, adverse=False)),
        an_accommodation("c", an_effect(Change.MULTIPLY, 0.5, adverse=False)),
    )
    demand = Demand(DemandKind.POWER_GRIP, force_n=100.0)
    profile = job(demand)
    changed = apply(demand, profile.tasks[0], profile, [ChosenEffect(part) for part in parts])
    assert changed is not None
    assert changed.force_n == 40.0


demands = st.builds(
    Demand,
    kind=st.sampled_from(list(DemandKind)),
    hand=st.none() | st.sampled_from(list(Hand)),
    force_n=st.none() | st.floats(0, 500),
    load_kg=st.none() | st.floats(0, 60),
    hours_per_day=st.none() | st.floats(0, 8),
    angle_deg=st.none() | st.floats(0, 90),
    efforts_per_minute=st.none() | st.floats(0, 60),
    duty_cycle=st.none() | st.floats(0, 1),
    ahv_m_s2=st.none() | st.floats(0, 20),
    longest_bout_h=st.none() | st.floats(0, 4),
)
profiles = st.lists(demands, min_size=1, max_size=4).map(lambda found: job(*found))


@st.composite
def choices(draw: st.DrawFn) -> ChosenEffect:
    accommodation = draw(st.sampled_from(CATALOGUE.accommodations))
    asked = [effect.asks for effect in accommodation.effects if effect.asks]
    figures = tuple(
        (ask.name, draw(st.floats(ask.lowest, ask.highest))) for ask in asked if draw(st.booleans())
    )
    return ChosenEffect(accommodation, draw(st.sampled_from([(), ("Pack",)])), figures)


chosen_lists = st.lists(choices(), max_size=4, unique_by=lambda choice: choice.accommodation.id)


@settings(max_examples=60, deadline=None)
@given(profiles, chosen_lists, st.randoms(use_true_random=False))
def test_the_order_of_choosing_never_matters(profile, chosen_ones, shuffler) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(chosen_ones)
    shuffler.shuffle(shuffled)
    assert changed_profile(profile, shuffled) == changed_profile(profile, chosen_ones)


@settings(max_examples=60, deadline=None)
@given(profiles, chosen_lists)
def test_choosing_twice_is_choosing_once(profile, chosen_ones) -> None:  # type: ignore[no-untyped-def]
    assert changed_profile(profile, [*chosen_ones, *chosen_ones]) == changed_profile(profile, chosen_ones)


@settings(max_examples=120, deadline=None)
@given(profiles, chosen_lists)
def test_nothing_rises_unless_an_adverse_effect_says_so(profile, chosen_ones) -> None:  # type: ignore[no-untyped-def]
    benign = [choice for choice in chosen_ones if not choice.accommodation.is_adverse]
    task = profile.tasks[0]
    change = accommodated_task(task, benign, profile)
    assert change.brought == ()
    for before, after in zip(task.demands, change.demands, strict=True):
        for aspect in Aspect:
            old, new = amount_of(before, aspect), amount_of(after, aspect) if after else None
            assert old is None or new is None or new <= old


@settings(max_examples=60, deadline=None)
@given(profiles)
def test_choosing_nothing_changes_nothing(profile) -> None:  # type: ignore[no-untyped-def]
    assert changed_profile(profile, []) == profile


@pytest.mark.parametrize(
    "changes",
    [
        {"kinds": ()},
        {"every_kind": True},
        {"aspect": None},
        {"amount": None},
        {"amount": 1.2},
        {"amount": -0.5},
        {"basis": EffectBasis.NOT_KNOWN},
        {"basis": EffectBasis.PUBLISHED},
        {"basis": EffectBasis.TO_BE_GIVEN, "amount": None},
        {"asks": Asks("load", "How much?", 0, 1)},
        {"change": Change.BRINGS},
    ],
)
def test_an_effect_that_contradicts_itself_is_refused(changes: dict[str, object]) -> None:
    sound = Effect(
        Change.MULTIPLY,
        EffectBasis.ARITHMETIC,
        "half",
        (DemandKind.LIFTING,),
        aspect=Aspect.LOAD_KG,
        amount=0.5,
    )
    with pytest.raises(ValueError, match=r"effect|factor|asks"):
        replace(sound, **changes)  # type: ignore[arg-type]
