from dataclasses import replace
from datetime import date

import pytest
from small_briefs import MONDAY

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand, JobProfile, Shift, Task
from rtw.domain.assessment.operation import Procedure
from rtw.domain.capacity import Basis, Capacity, HandState, Limit, Quantity, Sensation, Strength, Wound
from rtw.domain.exposure.mae import MaeCoefficients, duty_cycle_at
from rtw.domain.gap import Override
from rtw.domain.hands import Side
from rtw.domain.matching.coefficients import (
    MatchCoefficients,
    SensationGate,
    VibrationLimits,
    WoundGate,
)
from rtw.domain.matching.gaps import GapOverride
from rtw.domain.matching.match import match
from rtw.domain.optimise.outcome import SolveStatus
from rtw.domain.optimise.solve import solve
from rtw.domain.recovery.growth import RecoveryBand, RecoveryPoint
from rtw.domain.schedule.brief import Dose, GateKind, OpenedGate, Origin, ScheduleBrief
from rtw.domain.schedule.checker import check
from rtw.domain.schedule.doses_from_match import StrengthForecast
from rtw.domain.schedule.from_match import brief_of, unplaced_tasks
from rtw.domain.schedule.settings import EmployerOffer, HoursLimit, PlanSettings, SignedOpening
from rtw.domain.schedule.wishes import ScheduleWishes, settings_of
from rtw.domain.verdicts import Verdict

TODAY = date(2026, 2, 26)
MAE = MaeCoefficients(0.24, 1 / 28800, 0.5, 0.07, "potvin_2012")
RULES = MatchCoefficients(
    MAE,
    VibrationLimits(2.5, 5.0, "directive"),
    (SensationGate(DemandKind.SHARP_OR_MOVING, Sensation.DIMINISHED_LIGHT_TOUCH, Sensation.NORMAL, "gate"),),
    (WoundGate(DemandKind.WET_OR_SOILED, sufficient=True, source="gate"),),
)
SETTINGS = PlanSettings(MONDAY, weeks=6, review_on=date(2026, 3, 16))
KEYS = Demand(DemandKind.KEYBOARDING, Hand.RIGHT, hours_per_day=3.0)
GRIP = Demand(DemandKind.POWER_GRIP, Hand.RIGHT, force_n=40.0, hours_per_day=2.0, duty_cycle=0.2)
TYPING = Task("Typing", essential=True, hours_per_day=6.0, demands=(KEYS,))
PACKING = Task("Packing", essential=None, hours_per_day=2.0, demands=(GRIP,))
JOB = JobProfile("Clerk", shift=Shift(8.0, 5.0), tasks=(TYPING, PACKING))


def limit(quantity: Quantity, value: float, **more: object) -> Limit:
    plain = Limit(
        DemandKind.KEYBOARDING, Side.RIGHT, quantity, value, Basis.PATIENT, "tolerance of 26 February"
    )
    return replace(plain, **more)


STRENGTH = Strength(DemandKind.POWER_GRIP, Side.RIGHT, 200.0, 10.0, TODAY, None, "dynamometer")
CAPACITY = Capacity(
    TODAY,
    Side.RIGHT,
    (STRENGTH,),
    (limit(Quantity.HOURS_PER_DAY, 1.5), limit(Quantity.BOUT_H, 0.5)),
    (HandState(Side.RIGHT, Sensation.NORMAL, Wound.CLOSED),),
)


def made(
    job: JobProfile = JOB,
    capacity: Capacity = CAPACITY,
    settings: PlanSettings = SETTINGS,
    overrides: tuple[GapOverride, ...] = (),
    forecast: StrengthForecast | None = None,
) -> ScheduleBrief:
    return brief_of(job, match(job, capacity, RULES, overrides), capacity, settings, MAE, forecast)


def dose_of(brief: ScheduleBrief, start: str) -> Dose:
    return next(dose for dose in brief.doses if dose.id.startswith(start))


def job_with(*demands: Demand, name: str = "Packing") -> JobProfile:
    return replace(JOB, tasks=(TYPING, Task(name, True, 2.0, demands=demands)))


def test_a_tolerance_becomes_minutes_of_the_task_that_uses_it():
    keys = dose_of(made(), "tolerance")
    assert [(w.task, w.per_half_hour[0]) for w in keys.weights] == [("Typing", 15)]
    assert keys.daily == (90, 90, 90, 117, 126, 135)
    assert (keys.ground.origin, keys.side) == (Origin.PATIENT, Side.RIGHT)


@pytest.mark.parametrize("basis", [Basis.SURGEON, Basis.CLINICIAN])
def test_a_clinicians_limit_does_not_grow_and_ends_with_its_date(basis: Basis):
    until = date(2026, 3, 20)
    restricted = replace(CAPACITY, limits=(limit(Quantity.HOURS_PER_DAY, 1.5, basis=basis, until=until),))
    keys = dose_of(made(capacity=restricted), "tolerance")
    assert set(keys.daily) == {90}
    assert keys.until == until


def test_bouts_tasks_and_offer_are_taken_over():
    brief = made()
    typing, packing = brief.tasks
    assert (typing.full, typing.longest_bout_minutes, typing.essential) == (12, 30, True)
    assert (packing.full, packing.longest_bout_minutes, packing.essential) == (4, None, True)
    assert (brief.offer.workdays, brief.offer.half_hours_per_day) == ((0, 1, 2, 3, 4), 16)
    assert brief.growth is not None
    assert (brief.growth.start_day, brief.growth.day_step) == (8, 2)
    assert brief.growth.ground.source == "viikari_juntura_2012"


def test_effort_is_effort_time_over_what_the_force_allows_a_day():
    effort = dose_of(made(), "effort")
    expected = 10_000 * 0.5 * 0.2 / (8 * duty_cycle_at(40 / 200, MAE))
    ((weight,),) = {w.per_half_hour[:1] for w in effort.weights}
    assert weight == pytest.approx(expected, abs=1)
    assert weight >= expected
    assert set(effort.daily) == {10_000}


def test_expected_recovery_lowers_the_dose_and_opens_no_gate():
    points = (RecoveryPoint(4, 0.5, 0.8), RecoveryPoint(12, 0.8, 1.0))
    band = RecoveryBand(Procedure.OPEN_CARPAL_TUNNEL_RELEASE, DemandKind.POWER_GRIP, points, "band")
    forecast = StrengthForecast(Side.RIGHT, date(2026, 1, 29), (band,))
    weights = dose_of(made(forecast=forecast), "effort").weights[0].per_half_hour
    assert weights[0] > weights[-1]
    heavy = job_with(replace(GRIP, force_n=230.0))
    (gate,) = made(heavy, forecast=forecast).gates
    assert (gate.kind, gate.until, gate.opened) == (GateKind.PEAK, None, None)


def test_what_exceeds_other_than_by_time_is_a_gate():
    kinds = {
        GateKind.NOT_MEASURED: (Demand(DemandKind.KEY_PINCH, Hand.RIGHT, force_n=20.0), CAPACITY),
        GateKind.SENSATION: (
            Demand(DemandKind.SHARP_OR_MOVING, Hand.RIGHT),
            replace(CAPACITY, hands=(HandState(Side.RIGHT, Sensation.LOSS_OF_PROTECTIVE, Wound.CLOSED),)),
        ),
        GateKind.WOUND: (
            Demand(DemandKind.WET_OR_SOILED, Hand.RIGHT),
            replace(CAPACITY, hands=(HandState(Side.RIGHT, Sensation.NORMAL, Wound.SUTURES),)),
        ),
        GateKind.POSTURE: (
            Demand(DemandKind.WRIST_FLEXION, Hand.RIGHT, angle_deg=60.0),
            replace(
                CAPACITY,
                limits=(
                    limit(Quantity.ANGLE_DEG, 30.0, kind=DemandKind.WRIST_FLEXION, basis=Basis.MEASURED),
                ),
            ),
        ),
    }
    for kind, (demand, capacity) in kinds.items():
        gates = [gate for gate in made(job_with(demand), capacity).gates if gate.task == "Packing"]
        assert [gate.kind for gate in gates] == [kind]
    missing = next(g for g in made(job_with(kinds[GateKind.NOT_MEASURED][0])).gates if g.task == "Packing")
    assert missing.ground.helps is not None
    assert "key pinch" in missing.ground.helps.lower()


def test_a_surgeons_ban_lifts_on_its_date_and_one_to_come_begins_on_its():
    ban = limit(
        Quantity.PERMITTED,
        0.0,
        kind=DemandKind.POWER_GRIP,
        basis=Basis.SURGEON,
        origin="no gripping",
        until=date(2026, 3, 15),
    )
    now = made(capacity=replace(CAPACITY, limits=(*CAPACITY.limits, ban)))
    assert [(g.kind, g.until) for g in now.gates] == [(GateKind.DATED, date(2026, 3, 15))]
    later = replace(ban, since=date(2026, 3, 9))
    coming = made(capacity=replace(CAPACITY, limits=(*CAPACITY.limits, later)))
    assert [(g.kind, g.since) for g in coming.gates] == [(GateKind.DATED, date(2026, 3, 9))]


def test_a_signed_reassessment_opens_what_was_shut():
    signed = OpenedGate(date(2026, 3, 16), "A. Therapist")
    opening = replace(SETTINGS, openings=(SignedOpening("Packing", signed),))
    heavy = job_with(replace(GRIP, force_n=230.0))
    assert [gate.opened for gate in made(heavy, settings=opening).gates] == [signed]


def test_an_override_by_the_therapist_counts():
    heavy = job_with(replace(GRIP, force_n=230.0))
    fits = GapOverride(
        "Packing", 0, GRIP.kind, Side.RIGHT, Override(Verdict.WITHIN, "seen at work", "A. Therapist")
    )
    allowed = made(heavy, overrides=(fits,))
    assert allowed.gates == ()
    assert not [dose for dose in allowed.doses if dose.id.startswith("effort")]
    shut = replace(fits, override=Override(Verdict.EXCEEDS, "too painful", "A. Therapist"))
    (gate,) = made(overrides=(shut,)).gates
    assert (gate.task, gate.kind, gate.ground.words) == (
        "Packing",
        GateKind.NOT_PERMITTED,
        "Power grip: too painful",
    )


def test_vibration_counts_in_squares():
    grinding = replace(GRIP, kind=DemandKind.HAND_ARM_VIBRATION, force_n=None, ahv_m_s2=5.0)
    own = limit(
        Quantity.A8_M_S2, 2.0, kind=DemandKind.HAND_ARM_VIBRATION, basis=Basis.CLINICIAN, origin="own limit"
    )
    brief = made(job_with(grinding), replace(CAPACITY, limits=(*CAPACITY.limits, own)))
    dose = dose_of(brief, "vibration-0")
    # 5 m/s² for half an hour: 25 × 0.5 / 8 of the square of 2 m/s² A(8)
    assert dose.weights[0].per_half_hour[0] == 3907
    assert dose.daily[0] == 10_000
    published = [d for d in brief.doses if d.ground.origin is Origin.KNOWLEDGE]
    assert [d.weights[0].per_half_hour[0] for d in published] == [2500]


def test_hours_of_surgeon_and_employer_and_tasks_without_hours():
    limits = (HoursLimit(Origin.SURGEON, "half days", hours_per_day=4.0, until=date(2026, 3, 20)),)
    offer = EmployerOffer(hours_per_day=6.0, workdays=(0, 2, 4), tasks_from=(("Packing", date(2026, 3, 9)),))
    settings = replace(SETTINGS, hours_limits=limits, offer=offer)
    brief = made(settings=settings)
    assert brief.hours_caps[0].daily == (8,) * 6
    assert (brief.offer.half_hours_per_day, brief.offer.workdays) == (12, (0, 2, 4))
    assert brief.tasks[1].offered_from == date(2026, 3, 9)
    longer = replace(SETTINGS, offer=EmployerOffer(hours_per_day=9.0, workdays=(0, 1, 2, 3, 4, 5)))
    assert made(settings=longer).offer.half_hours_per_day == 16
    assert made(settings=longer).offer.workdays == (0, 1, 2, 3, 4)
    unsaid = replace(JOB, tasks=(TYPING, replace(PACKING, hours_per_day=None)))
    assert [need.full for need in made(unsaid).tasks] == [12, 4]
    never = replace(JOB, tasks=(TYPING, replace(PACKING, hours_per_day=0.0)))
    assert unplaced_tasks(never, SETTINGS) == ("Packing",)


def test_quarter_hours_are_rounded_so_that_the_day_keeps_its_length():
    tasks = tuple(replace(PACKING, name=f"T{place}", hours_per_day=1.25) for place in range(4))
    assert sum(need.full for need in made(replace(JOB, tasks=tasks)).tasks) == 10


def test_from_match_to_a_checked_schedule():
    brief = made(settings=replace(SETTINGS, weeks=10))
    outcome = solve(brief)
    assert outcome.schedule is not None
    assert check(outcome.schedule, brief) == ()
    assert outcome.schedule.weeks[0].days[0].half_hours_of("Typing") <= 6


def test_an_employer_who_cannot_change_a_task_is_not_sent_fewer_hours_of_it():
    fixed = replace(JOB, tasks=(replace(TYPING, modifiable=False), PACKING))
    assert [gate.task for gate in made(fixed).gates] == ["Typing"]
    assert made().gates == ()


def test_a_force_near_all_strength_shuts_the_task_and_opened_bars_it_by_dose():
    heavy = job_with(replace(GRIP, force_n=199.0))
    (shut,) = made(heavy).gates
    assert (shut.kind, shut.until) == (GateKind.SUSTAINED, None)
    assert "199 N asked" in shut.ground.words
    assert "acceptable for its share of the time" in shut.ground.words
    signed = SignedOpening("Packing", OpenedGate(MONDAY, "A. Therapist"))
    brief = made(heavy, settings=replace(SETTINGS, openings=(signed,)))
    outcome = solve(brief)
    assert outcome.status is SolveStatus.PROVEN_OPTIMAL
    assert outcome.schedule is not None
    assert outcome.schedule.full_duty_week is None
    assert all(day.half_hours_of("Packing") == 0 for week in outcome.schedule.weeks for day in week.days)
    (said,) = {week.binds[-1].limit for week in outcome.schedule.weeks}
    assert said.startswith(
        "One more half hour of Packing would exceed the day's allowance of effort, right hand"
    )


@pytest.mark.parametrize(
    ("usual_h", "first_h"), [(8.0, 4.0), (7.5, 3.5), (5.5, 2.5), (4.5, 2.0), (3.0, 2.0), (1.5, 1.5)]
)
def test_half_the_usual_hours_is_rounded_down_and_never_below_the_shortest_day(usual_h, first_h):
    usual = replace(JOB, shift=Shift(usual_h, 5.0), tasks=(replace(TYPING, hours_per_day=usual_h),))
    brief = made(job=usual, capacity=replace(CAPACITY, limits=()))
    assert brief.growth is not None
    assert brief.growth.start_day * 0.5 == first_h
    assert ("but at least" in brief.growth.ground.words) == (first_h > usual_h / 2)
    allowed = made(job=usual, capacity=replace(CAPACITY, limits=(limit(Quantity.HOURS_PER_DAY, 8.0),)))
    schedule = solve(allowed).schedule
    assert schedule is not None
    assert {day.hours for day in schedule.weeks[0].days} == {first_h}
    assert check(schedule, allowed) == ()


def test_a_first_day_without_a_shortest_day_still_holds_one_block():
    short = replace(JOB, shift=Shift(1.5, 5.0), tasks=(replace(TYPING, hours_per_day=1.5),))
    growth = made(job=short, settings=replace(SETTINGS, min_day=None)).growth
    blocks = made(job=short, settings=replace(SETTINGS, min_day=None, min_block=2)).growth
    assert growth is not None
    assert blocks is not None
    assert (growth.start_day, blocks.start_day) == (1, 2)


@pytest.mark.parametrize("shift", [4.0, 8.0, 10.0, 12.0])
@pytest.mark.parametrize("offered", [None, 6.0])
def test_a_first_day_set_in_hours_is_those_hours_on_a_shift_of_any_length(shift, offered):
    job = replace(JOB, shift=Shift(shift, 4.0), tasks=(replace(TYPING, hours_per_day=shift),))
    wishes = ScheduleWishes(start=MONDAY, first_day_hours=3.2, offer=EmployerOffer(hours_per_day=offered))
    found = made(job=job, settings=settings_of(wishes, (), SETTINGS.breaks, TODAY)).growth
    assert found is not None
    assert found.start_day == 6
    assert found.ground.origin is Origin.THERAPIST
