"""What must hold of every match, whatever the figures."""

from dataclasses import replace

from clinic_samples import COEFFICIENTS, capacity, gaps, grip, job, limit, right, strength
from hypothesis import given, settings
from hypothesis import strategies as st

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand
from rtw.domain.capacity import Basis, Capacity, HandState, Quantity, Sensation, Wound
from rtw.domain.hands import BOTH_SIDES, Side
from rtw.domain.matching.judge import strictness
from rtw.domain.matching.match import match
from rtw.domain.verdicts import TaskVerdict, Verdict

K = DemandKind
forces = st.floats(1, 400)
shares = st.floats(0, 1)
hours = st.floats(0.1, 10)
law = settings(max_examples=80, deadline=None)
ORDER = (Verdict.WITHIN, Verdict.MARGINAL, Verdict.EXCEEDS)


def severity(verdict: Verdict) -> int:
    return ORDER.index(verdict)


@law
@given(force=forces, more=st.floats(0, 200), duty=shares, own=forces, error=st.floats(0, 60))
def test_more_force_is_never_judged_better(
    force: float, more: float, duty: float, own: float, error: float
) -> None:
    able = capacity(strength(K.POWER_GRIP, Side.RIGHT, own, min(error, own)))
    light = right(grip(force, duty_cycle=duty), able).computed
    heavy = right(grip(force + more, duty_cycle=duty), able).computed
    assert severity(heavy) >= severity(light)


@law
@given(force=forces, duty=shares, more=shares, own=forces)
def test_more_of_the_time_is_never_judged_better(force: float, duty: float, more: float, own: float) -> None:
    able = capacity(strength(K.POWER_GRIP, Side.RIGHT, own, own / 10))
    low, high = sorted((duty, more))
    seldom = right(grip(force, duty_cycle=low), able).computed
    often = right(grip(force, duty_cycle=high), able).computed
    assert severity(often) >= severity(seldom)


@law
@given(force=forces, duty=st.none() | shares, own=forces, more=st.floats(0, 300), error=st.floats(0, 30))
def test_more_strength_is_never_judged_worse(
    force: float, duty: float | None, own: float, more: float, error: float
) -> None:
    weak = capacity(strength(K.POWER_GRIP, Side.RIGHT, own, error))
    strong = capacity(strength(K.POWER_GRIP, Side.RIGHT, own + more, error))
    before = right(grip(force, duty_cycle=duty), weak).computed
    after = right(grip(force, duty_cycle=duty), strong).computed
    assert strictness(after) >= strictness(before)


@law
@given(asked=hours, more=hours, able=hours)
def test_more_hours_are_never_judged_better(asked: float, more: float, able: float) -> None:
    known = capacity(limit(K.KEYBOARDING, Quantity.HOURS_PER_DAY, able))
    short = right(Demand(K.KEYBOARDING, Hand.RIGHT, hours_per_day=asked), known).computed
    long = right(Demand(K.KEYBOARDING, Hand.RIGHT, hours_per_day=asked + more), known).computed
    assert severity(long) >= severity(short)


limits = st.builds(
    limit,
    kind=st.just(K.LIFTING),
    quantity=st.sampled_from([Quantity.LOAD_KG, Quantity.HOURS_PER_DAY, Quantity.EFFORTS_PER_MINUTE]),
    value=st.floats(0, 20),
    side=st.sampled_from([Side.RIGHT, Side.LEFT, None]),
    basis=st.sampled_from([Basis.CLINICIAN, Basis.SURGEON, Basis.KNOWLEDGE]),
    error=st.floats(0, 2),
)
lifts = st.builds(
    Demand,
    kind=st.just(K.LIFTING),
    hand=st.none() | st.sampled_from(list(Hand)),
    load_kg=st.none() | st.floats(0.1, 20),
    hours_per_day=st.none() | hours,
    efforts_per_minute=st.none() | st.floats(0.1, 10),
)


@law
@given(demand=lifts, first=st.lists(limits, max_size=4), added=limits)
def test_another_limit_never_loosens(demand: Demand, first: list, added: object) -> None:
    """A definite verdict never improves; only what could not be said may become known."""
    before = gaps(demand, capacity(*first))
    after = gaps(demand, capacity(*first, added))
    for old, new in zip(before, after, strict=True):
        if old.computed is not Verdict.CANNOT_SAY:
            assert strictness(new.computed) <= strictness(old.computed)


@law
@given(force=forces, own=forces, error=st.floats(0, 40), duty=shares)
def test_full_information_always_decides(force: float, own: float, error: float, duty: float) -> None:
    able = capacity(strength(K.POWER_GRIP, Side.RIGHT, own, error))
    assert right(grip(force, duty_cycle=duty), able).computed is not Verdict.CANNOT_SAY


@law
@given(force=forces, own=forces, error=st.floats(0, 40), duty=shares)
def test_an_unknown_duty_never_contradicts_the_known_one(
    force: float, own: float, error: float, duty: float
) -> None:
    able = capacity(strength(K.POWER_GRIP, Side.RIGHT, own, min(own, error)))
    unknown = right(grip(force), able).computed
    known = right(grip(force, duty_cycle=duty), able).computed
    if unknown is Verdict.EXCEEDS:
        assert known is Verdict.EXCEEDS
    elif unknown is not Verdict.CANNOT_SAY:
        assert severity(known) <= severity(unknown)


@law
@given(low=hours, width=hours, part=shares, able=hours, error=st.floats(0, 1))
def test_a_range_is_judged_between_its_ends(
    low: float, width: float, part: float, able: float, error: float
) -> None:
    known = capacity(limit(K.CLIMBING, Quantity.HOURS_PER_DAY, able, error=error))
    high, inside = low + width, low + part * width
    span = right(Demand(K.CLIMBING, Hand.RIGHT, hours_range=(low, high)), known).computed
    point = right(Demand(K.CLIMBING, Hand.RIGHT, hours_per_day=inside), known).computed
    if span is not Verdict.CANNOT_SAY:
        assert severity(point) <= severity(span)
    if span is Verdict.EXCEEDS:
        assert point is Verdict.EXCEEDS


@law
@given(demand=lifts, known=st.lists(limits, max_size=4))
def test_an_open_hand_is_never_judged_better_than_either_hand(demand: Demand, known: list) -> None:
    open_hand = gaps(replace(demand, hand=None), capacity(*known))
    for gap in open_hand:
        named = Hand.LEFT if gap.side is Side.LEFT else Hand.RIGHT
        alone = next(iter(gaps(replace(demand, hand=named), capacity(*known)))).computed
        if gap.computed in (Verdict.WITHIN, Verdict.MARGINAL):
            assert alone is gap.computed
        if alone is Verdict.EXCEEDS:
            assert gap.computed in (Verdict.EXCEEDS, Verdict.CANNOT_SAY)


@settings(max_examples=60, deadline=None)
@given(kind=st.sampled_from(list(K)), hand=st.none() | st.sampled_from(list(Hand)))
def test_nothing_known_is_never_fit(kind: DemandKind, hand: Hand | None) -> None:
    result = match(job(Demand(kind, hand)), Capacity(clinic_day(), None), COEFFICIENTS)
    assert result.verdict is TaskVerdict.CANNOT_SAY
    assert result.settles
    assert all(gap.computed is Verdict.CANNOT_SAY for gap in result.tasks[0].gaps)


@settings(max_examples=60, deadline=None)
@given(
    kind=st.sampled_from(list(K)), feeling=st.sampled_from(list(Sensation)), skin=st.sampled_from(list(Wound))
)
def test_forbidden_is_forbidden_whatever_else_is_known(
    kind: DemandKind, feeling: Sensation, skin: Wound
) -> None:
    hands = tuple(HandState(side, feeling, skin) for side in BOTH_SIDES)
    able = capacity(
        limit(kind, Quantity.PERMITTED, 0.0, side=None, basis=Basis.SURGEON),
        limit(kind, Quantity.HOURS_PER_DAY, 8.0),
        hands=hands,
    )
    for gap in gaps(Demand(kind, Hand.RIGHT), able):
        assert gap.computed is Verdict.EXCEEDS
        assert gap.governing is not None
        assert gap.governing.available == 0.0


def clinic_day():
    return capacity().on
