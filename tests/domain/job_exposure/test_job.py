"""From job and patient to exposure: known figures, bounded ones, missing ones, and the laws."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand, JobProfile, Shift, Task
from rtw.domain.capacity import Capacity, Strength
from rtw.domain.exposure import cosi, cusi, rsi
from rtw.domain.exposure.cosi import CosiInputs, Subtask
from rtw.domain.exposure.cusi import CusiInputs, JobTask
from rtw.domain.exposure.rsi_inputs import RsiInputs
from rtw.domain.hands import Side
from rtw.domain.job_exposure.healthy import against_healthy
from rtw.domain.job_exposure.job import JobExposure, job_exposure
from rtw.knowledge.load import knowledge
from rtw.services.exposure.of_case import line_coefficients

ON = date(2026, 11, 2)
C = line_coefficients(knowledge())
MODIFIERS = knowledge().strength_modifiers


def grip(force_n: float | None = 60.0, **more: object) -> Demand:
    given = {"hand": Hand.RIGHT, "efforts_per_minute": 6.0, "seconds_per_effort": 2.0, **more}
    return Demand(DemandKind.POWER_GRIP, force_n=force_n, **given)


def extended(degrees: float = 20.0) -> Demand:
    return Demand(DemandKind.WRIST_EXTENSION, hand=Hand.EACH, angle_deg=degrees)


def job(*tasks: Task) -> JobProfile:
    return JobProfile("Packer", shift=Shift(8.0, 5.0), tasks=tasks)


def task(name: str, hours: float | None, *demands: Demand) -> Task:
    return Task(name, hours_per_day=hours, demands=demands)


def hands(mean_n: float = 200.0, error_n: float = 0.0) -> Capacity:
    strengths = tuple(
        Strength(DemandKind.POWER_GRIP, side, mean_n, error_n, ON, None, "test") for side in Side
    )
    return Capacity(ON, Side.RIGHT, strengths)


def exposure(profile: JobProfile, capacity: Capacity | None = None) -> JobExposure:
    return job_exposure(profile, capacity or hands(), C, MODIFIERS)


def test_one_effort_of_one_task_is_the_published_index_all_the_way_up() -> None:
    found = exposure(job(task("Pack", 4.0, grip(), extended())))
    published = rsi.compute(RsiInputs(60 / 200, 6.0, 2.0, 20.0, 4.0), C.rsi).rsi
    assert found.efforts[0].rsi.plain == pytest.approx(published)
    assert found.of_task("Pack", Side.RIGHT).cosi.plain == pytest.approx(published)
    assert found.of_hand(Side.RIGHT).cusi.plain == pytest.approx(published)
    assert found.of_hand(Side.LEFT) is None


def test_tasks_and_efforts_add_up_as_the_published_composites_do() -> None:
    first = task("Pack", 4.0, grip(), grip(90.0, efforts_per_minute=2.0), extended())
    second = task("Tape", 2.0, grip(40.0), extended())
    parts = (Subtask(0.3, 6.0, 2.0, 20.0), Subtask(0.45, 2.0, 2.0, 20.0))
    of_first = cosi.compute(CosiInputs(4.0, parts), C.rsi).cosi
    of_second = rsi.compute(RsiInputs(0.2, 6.0, 2.0, 20.0, 2.0), C.rsi).rsi
    whole = cusi.compute(CusiInputs((JobTask(4.0, of_first), JobTask(2.0, of_second))), C.rsi).cusi
    found = exposure(job(first, second))
    assert found.of_task("Pack", Side.RIGHT).cosi.plain == pytest.approx(of_first)
    assert found.of_hand(Side.RIGHT).cusi.plain == pytest.approx(whole)


def test_the_error_of_the_gauge_widens_the_index_around_its_plain_value() -> None:
    span = exposure(job(task("Pack", 4.0, grip(), extended())), hands(200.0, 50.0)).efforts[0].rsi
    assert span.low < span.plain < span.high


@pytest.mark.parametrize(
    ("demand", "hours", "asked"),
    [
        (grip(None), 4.0, "force"),
        (grip(efforts_per_minute=None), 4.0, "how often"),
        (grip(seconds_per_effort=None), 4.0, "seconds"),
        (grip(efforts_per_minute=None, seconds_per_effort=None), 4.0, "how often a minute, and for how many"),
        (
            grip(efforts_per_minute=None, seconds_per_effort=None, duty_cycle=0.3),
            4.0,
            "how often a minute, or for how many seconds each time: power grip in “Pack” (30 % of the time",
        ),
    ],
)
def test_what_is_missing_is_named_and_nothing_is_said(demand: Demand, hours: float, asked: str) -> None:
    found = exposure(job(task("Pack", hours, demand, extended())))
    assert found.efforts[0].rsi is None
    assert any(asked in missing.what for missing in found.of_hand(Side.RIGHT).missing)


def test_without_a_wrist_angle_the_index_is_at_least_that_of_a_neutral_wrist() -> None:
    span = exposure(job(task("Pack", 4.0, grip()))).efforts[0].rsi
    assert span.low == pytest.approx(rsi.compute(RsiInputs(0.3, 6.0, 2.0, 0.0, 4.0), C.rsi).rsi)
    assert span.high is None


def test_an_effort_that_cannot_be_read_leaves_the_job_open_above_and_counts_the_rest_below() -> None:
    known = task("Pack", 4.0, grip(), extended())
    alone = exposure(job(known)).of_hand(Side.RIGHT).cusi
    both = exposure(job(known, task("Tape", 2.0, grip(None), extended()))).of_hand(Side.RIGHT).cusi
    assert both.low == pytest.approx(alone.low)
    assert both.high is None


def test_an_effort_of_either_hand_may_be_nothing_to_this_one() -> None:
    found = exposure(job(task("Pack", 4.0, grip(hand=Hand.EITHER), extended())))
    for side in Side:
        span = found.of_hand(side).cusi
        assert span.low == 0.0
        assert span.high is not None


def test_a_force_beyond_the_strength_of_the_hand_has_no_index_but_is_said_to_be_beyond() -> None:
    found = exposure(job(task("Pack", 4.0, grip(250.0), extended())))
    assert found.of_hand(Side.RIGHT).cusi.is_beyond


def test_a_glove_widens_the_share_upwards() -> None:
    bare = exposure(job(task("Pack", 4.0, grip(), extended()))).efforts[0].effort.share
    gloved = exposure(job(task("Pack", 4.0, grip(glove="cotton"), extended()))).efforts[0].effort.share
    assert gloved[1] > bare[1]
    assert gloved[0] >= bare[0]


def test_an_effort_with_hours_of_its_own_is_a_part_of_its_own() -> None:
    found = exposure(job(task("Pack", 4.0, grip(hours_per_day=1.0), extended())))
    alone = rsi.compute(RsiInputs(0.3, 6.0, 2.0, 20.0, 1.0), C.rsi).rsi
    assert found.of_hand(Side.RIGHT).cusi.plain == pytest.approx(alone)
    two = exposure(job(task("Pack", 4.0, grip(hours_per_day=1.0), grip(30.0), extended())))
    whole = rsi.compute(RsiInputs(0.15, 6.0, 2.0, 20.0, 4.0), C.rsi).rsi
    both = cusi.compute(CusiInputs((JobTask(1.0, alone), JobTask(4.0, whole))), C.rsi).cusi
    assert two.of_task("Pack", Side.RIGHT).cosi.plain == pytest.approx(both)


@given(own=st.floats(0.25, 4.0), first=st.floats(4.0, 8.0), more=st.floats(0.0, 4.0))
def test_more_hours_of_the_task_or_the_effort_never_lower_an_index(
    own: float, first: float, more: float
) -> None:
    def index(task_h: float, own_h: float) -> float:
        profile = job(task("Pack", task_h, grip(hours_per_day=own_h), extended()))
        return exposure(profile).of_hand(Side.RIGHT).cusi.plain

    assert index(first + more, own) >= index(first, own) * (1 - 1e-9)
    assert index(first, min(first, own + more)) >= index(first, own) * (1 - 1e-9)


def test_what_cannot_be_is_asked_and_not_reckoned() -> None:
    full = exposure(job(task("Pack", 4.0, grip(efforts_per_minute=50.0, seconds_per_effort=3.0), extended())))
    assert full.efforts[0].rsi is None
    assert any("This cannot be" in missing.what for missing in full.of_hand(Side.RIGHT).missing)
    pair = (grip(efforts_per_minute=20.0), grip(30.0, efforts_per_minute=20.0))
    assert exposure(job(task("Pack", 4.0, *pair, extended()))).efforts[0].rsi is None
    long = exposure(job(*(task(f"T{i}", 9.0, grip(), extended()) for i in range(4))))
    assert long.of_hand(Side.RIGHT).cusi is None


def test_two_tasks_of_one_name_stay_two() -> None:
    found = exposure(job(task("Pack", 2.0, grip(), extended()), task("Pack", 2.0, grip(90.0), extended())))
    assert [each.place for each in found.tasks] == [0, 1]
    assert found.tasks[0].cosi.plain != found.tasks[1].cosi.plain


def test_a_wrist_nobody_stated_may_cost_strength() -> None:
    known = exposure(job(task("Pack", 4.0, grip(), extended()))).of_hand(Side.RIGHT).damage
    silent = exposure(job(task("Pack", 4.0, grip(95.0)))).of_hand(Side.RIGHT).damage
    assert known.low == known.high
    assert silent.high > silent.low


def test_whatever_was_found_lies_within_its_span() -> None:
    parts = (task("Pack", 6.0, grip(78.0), extended()), task("Tape", 0.5, grip(80.0), extended()))
    span = exposure(job(*parts), hands(200.0, 10.0)).of_hand(Side.RIGHT).cusi
    assert span.low <= span.plain <= span.high


def test_the_dominant_hand_is_asked_for_where_it_is_not_known() -> None:
    strengths = hands().strengths
    profile = job(task("Pack", 4.0, grip(hand=Hand.DOMINANT), extended()))
    found = exposure(profile, Capacity(ON, None, strengths))
    for side in Side:
        span = found.of_hand(side).cusi
        assert span.low == 0.0
        assert span.plain is None


def test_a_healthy_hand_of_twice_the_strength_finds_the_same_job_easier() -> None:
    profile = job(task("Pack", 4.0, grip(), extended()))
    (right,) = against_healthy(profile, hands(200.0), hands(400.0), C, MODIFIERS)
    assert right.ratio > 1.0
    (same,) = against_healthy(profile, hands(200.0), hands(200.0), C, MODIFIERS)
    assert same.ratio == pytest.approx(1.0)
    (beyond,) = against_healthy(profile, hands(50.0), hands(400.0), C, MODIFIERS)
    assert beyond.ratio is None
    assert beyond.is_beyond


def test_a_job_without_efforts_has_no_exposure() -> None:
    found = exposure(job(task("Type", 8.0, Demand(DemandKind.KEYBOARDING))))
    assert found.efforts == found.tasks == found.hands == ()


forces = st.floats(1.0, 180.0)
rates = st.floats(0.1, 20.0)
hours = st.floats(0.25, 8.0)


def cusi_of(force: float, rate: float, h: float, strength: float = 200.0) -> float:
    profile = job(task("Pack", h, grip(force, efforts_per_minute=rate), extended()))
    return exposure(profile, hands(strength)).of_hand(Side.RIGHT).cusi.plain


@given(force=forces, rate=rates, h=hours, more=st.floats(1.0, 2.0))
def test_more_force_frequency_or_hours_never_lower_an_index(
    force: float, rate: float, h: float, more: float
) -> None:
    base = cusi_of(force, rate, h) * (1 - 1e-9)
    assert cusi_of(force * more, rate, h) >= base
    assert cusi_of(force, rate * min(more, 20.0 / rate), h) >= base
    assert cusi_of(force, rate, h * more) >= base


@given(force=forces, strength=st.floats(20.0, 500.0), weaker=st.floats(0.3, 1.0), error=st.floats(0.0, 10.0))
def test_a_weaker_hand_never_uses_a_lower_share_of_its_strength(
    force: float, strength: float, weaker: float, error: float
) -> None:
    profile = job(task("Pack", 4.0, grip(force), extended()))
    strong = exposure(profile, hands(strength, error)).efforts[0].effort
    weak = exposure(profile, hands(strength * weaker, error)).efforts[0].effort
    assert weak.plain_share >= strong.plain_share
    assert weak.share[0] >= strong.share[0]
    assert weak.share[1] >= strong.share[1]


@given(order=st.permutations(range(4)))
def test_the_order_of_tasks_changes_nothing(order: list[int]) -> None:
    tasks = [task(f"T{i}", 1.0 + i, grip(20.0 + 30 * i), extended(10.0 * i)) for i in range(4)]
    one = exposure(job(*tasks)).of_hand(Side.RIGHT)
    other = exposure(job(*(tasks[i] for i in order))).of_hand(Side.RIGHT)
    assert other.cusi.plain == pytest.approx(one.cusi.plain)
    assert other.damage.plain == pytest.approx(one.damage.plain)


def test_both_hands_sharing_a_force_leaves_each_a_span() -> None:
    shared = replace(grip(), hand=Hand.BOTH)
    share = exposure(job(task("Pack", 4.0, shared, extended()))).efforts[0].effort.share
    assert share == pytest.approx((0.0, 0.3))


def test_the_wrist_bears_on_the_index_and_not_on_damage_or_activity() -> None:
    found = exposure(job(task("Pack", 4.0, grip()), task("Tape", 1.0, grip(20.0), extended())))
    whole, pack = found.of_hand(Side.RIGHT), found.of_task("Pack", Side.RIGHT)
    assert whole.cusi.high is None
    assert whole.damage.is_known
    assert pack.hal.is_known
    assert pack.cosi.high is None
    assert found.of_task("Tape", Side.RIGHT).cosi.is_known


def test_fine_work_may_be_any_pinch_that_was_measured() -> None:
    pinches = ((DemandKind.TIP_PINCH, 40.0), (DemandKind.KEY_PINCH, 80.0))
    strengths = tuple(Strength(kind, Side.RIGHT, n, 0.0, ON, None, "test") for kind, n in pinches)
    fine = Demand(
        DemandKind.FINE_MANIPULATION, Hand.RIGHT, force_n=20.0, efforts_per_minute=5.0, seconds_per_effort=1.0
    )
    both = exposure(job(task("Wire", 2.0, fine, extended())), Capacity(ON, Side.RIGHT, strengths))
    assert both.efforts[0].effort.share == pytest.approx((0.25, 0.5))
    assert both.efforts[0].rsi.plain is None
    one = exposure(job(task("Wire", 2.0, fine, extended())), Capacity(ON, Side.RIGHT, strengths[:1]))
    assert one.efforts[0].effort.plain_share == pytest.approx(0.5)


@pytest.mark.parametrize(("own", "is_refused"), [(0.17, False), (10 / 60, False), (0.18, True)])
def test_a_time_as_it_was_shown_contradicts_nobody(own: float, is_refused: bool) -> None:
    found = exposure(job(task("Open", 10 / 60, grip(hours_per_day=own), extended())))
    said = [missing.what for missing in found.of_hand(Side.RIGHT).missing if "cannot be" in missing.what]
    assert bool(said) is is_refused
    assert all("0.18 h of it in 10 min of “Open”" in words for words in said)
