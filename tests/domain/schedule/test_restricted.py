"""A plan never schedules more than it prints: restrictions lead it on the rungs an employer reads."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand, JobProfile, Shift, Task
from rtw.domain.assessed_capacity import CapacityCoefficients
from rtw.domain.assessment.assessment import Assessment, StatedLimit, Tolerance
from rtw.domain.assessment.findings import HandFindings
from rtw.domain.assessment.operation import PatientFacts
from rtw.domain.capacity import Basis, Quantity
from rtw.domain.disclosure.vocabulary import report_restriction, sent_value
from rtw.domain.exposure.mae import MaeCoefficients
from rtw.domain.hands import Side
from rtw.domain.matching.coefficients import MatchCoefficients, VibrationLimits
from rtw.domain.plan import Restriction
from rtw.domain.planning import CaseFindings, Figures, Planned, brief_for, matched, planned, restrictions_for
from rtw.domain.restrictions import Written
from rtw.domain.schedule.brief import GateKind, Origin
from rtw.domain.schedule.check_restrictions import check_restrictions
from rtw.domain.schedule.settings import BREAKS
from rtw.domain.schedule.wishes import ScheduleWishes, settings_of

MONDAY = date(2026, 3, 2)
TODAY = date(2026, 2, 27)
REVIEW = date(2026, 3, 16)
FIGURES = Figures(
    MatchCoefficients(MaeCoefficients(0.24, 1 / 28800, 0.5, 0.07, "mae"), VibrationLimits(2.5, 5.0, "hav")),
    CapacityCoefficients(),
)
PUSH = Demand(DemandKind.PUSHING, Hand.RIGHT, force_n=58.8)
KEYS = Demand(DemandKind.KEYBOARDING, Hand.RIGHT)
JOB = JobProfile(
    "Violin maker",
    shift=Shift(6.0, 5.0),
    tasks=(
        Task("Carving", True, 1.5, demands=(PUSH,)),
        Task("Varnishing", True, 2.5, demands=(replace(PUSH, force_n=20.0),)),
        Task("Letters", True, 2.0, demands=(KEYS,)),
    ),
)


def case(job: JobProfile = JOB, keys_min: float = 120.0, push_n: float = 59.0) -> CaseFindings:
    visit = Assessment(
        TODAY,
        "therapist",
        hands=(HandFindings(Side.LEFT, unaffected=True),),
        tolerances=(Tolerance(DemandKind.KEYBOARDING, Side.RIGHT, 30.0, keys_min),),
        therapist_limits=(
            StatedLimit(DemandKind.PUSHING, Quantity.FORCE_N, push_n, Side.RIGHT),
            StatedLimit(DemandKind.PUSHING, Quantity.HOURS_PER_DAY, 6.0, Side.RIGHT),
        ),
    )
    return CaseFindings(job, PatientFacts(Side.RIGHT), (), (visit,), ())


def written(
    kind: DemandKind,
    quantity: Quantity,
    value: float,
    until: date | None = None,
    side: Side | None = Side.RIGHT,
) -> Restriction:
    return Restriction(kind, side, quantity, value, MONDAY, until, REVIEW, Basis.CLINICIAN, "by hand")


def plan_of(
    findings: CaseFindings, own: tuple[Restriction, ...] | None = None
) -> tuple[Planned, tuple[Restriction, ...]]:
    settings = settings_of(ScheduleWishes(start=MONDAY, weeks=5), (), BREAKS, TODAY, REVIEW)
    done = matched(findings, FIGURES, TODAY)
    made = planned(brief_for(findings, done, FIGURES, settings, Written(own)))
    kept = restrictions_for(findings, done, made.brief, FIGURES, REVIEW) if own is None else own
    return made, kept


def worked_on(made: Planned, day: date) -> dict[str, int]:
    schedule = made.outcome.schedule
    assert schedule is not None
    return {
        entry.task: entry.half_hours
        for week in schedule.weeks
        for each in week.days
        if week.monday + timedelta(days=each.weekday) == day
        for entry in each.tasks
        if entry.half_hours
    }


def test_a_limit_of_59_newton_leaves_as_50_and_shuts_what_asks_58():
    made, kept = plan_of(case())
    assert "Carving" not in worked_on(made, MONDAY)
    assert "Varnishing" in worked_on(made, MONDAY)
    (gate,) = [gate for gate in made.brief.gates if gate.task == "Carving"]
    assert (gate.kind, gate.ground.origin) == (GateKind.RESTRICTED, Origin.RESTRICTION)
    assert (
        "58.8 N asked, at most 50 N by the plan's own restriction (59 N steps down to it)"
        in gate.ground.words
    )
    assert {r.value for r in kept if r.quantity is Quantity.FORCE_N} == {59.0}


def test_a_limit_that_leaves_as_it_is_shuts_nothing():
    made, _ = plan_of(case(push_n=75.0))
    assert "Carving" in worked_on(made, MONDAY)
    assert all(gate.kind is not GateKind.RESTRICTED for gate in made.brief.gates)


@pytest.mark.parametrize("until", [None, date(2026, 3, 8)])
def test_what_a_person_wrote_leads_the_schedule_on_its_days(until: date | None):
    made, _ = plan_of(case(push_n=75.0), (written(DemandKind.PUSHING, Quantity.FORCE_N, 59.0, until),))
    assert "Carving" not in worked_on(made, MONDAY)
    assert ("Carving" in worked_on(made, MONDAY + timedelta(weeks=1))) == (until is not None)


def test_hours_written_by_hand_bound_the_sum_of_a_day():
    made, _ = plan_of(case(), (written(DemandKind.KEYBOARDING, Quantity.HOURS_PER_DAY, 1.2),))
    assert max(worked_on(made, MONDAY + timedelta(days=n)).get("Letters", 0) for n in range(28)) == 2
    (dose,) = [dose for dose in made.brief.doses if dose.ground.origin is Origin.RESTRICTION]
    assert dose.ground.words == "the plan's own restriction; 1.2 h a day steps down to it"
    binds = {bind.limit for week in made.outcome.schedule.weeks for bind in week.binds}
    assert f"{dose.name}: at most 1 h a day ({dose.ground.words})" in binds


def test_a_stretch_written_by_hand_bounds_the_task_as_the_employer_reads_it():
    made, own = plan_of(case(), (written(DemandKind.PUSHING, Quantity.BOUT_H, 25 / 60),))
    bouts = {need.name: need.longest_bout_minutes for need in made.brief.tasks}
    assert (bouts["Carving"], bouts["Varnishing"]) == (20, 20)
    assert check_restrictions(made.outcome.schedule, JOB, own, Side.RIGHT) == ()


def test_not_at_all_shuts_and_leave_shuts_nothing():
    shut, _ = plan_of(case(push_n=75.0), (written(DemandKind.PUSHING, Quantity.PERMITTED, 0.0),))
    assert set(worked_on(shut, MONDAY)) == {"Letters"}
    free, _ = plan_of(case(push_n=75.0), (written(DemandKind.PUSHING, Quantity.PERMITTED, 1.0),))
    assert "Carving" in worked_on(free, MONDAY)


def test_a_proposal_is_the_same_from_a_brief_that_keeps_it():
    findings = case(keys_min=110.0)
    settings = settings_of(ScheduleWishes(start=MONDAY, weeks=5), (), BREAKS, TODAY, REVIEW)
    done = matched(findings, FIGURES, TODAY)
    of_the_hand = brief_for(findings, done, FIGURES, settings, Written(()))
    led = brief_for(findings, done, FIGURES, settings)
    assert led.doses != of_the_hand.doses
    assert restrictions_for(findings, done, led, FIGURES, REVIEW) == restrictions_for(
        findings, done, of_the_hand, FIGURES, REVIEW
    )


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("by_hand", [False, True])
def test_no_scheduled_task_asks_more_than_what_is_printed(seed: int, by_hand: bool):
    random = Random(seed)
    easy = Task("Sorting", False, 3.0, demands=(replace(PUSH, force_n=4.0),))
    job = replace(JOB, tasks=(easy, *(_task(name, random) for name in ("A", "B", "C", "D"))))
    findings = case(job, random.uniform(20.0, 300.0), random.uniform(10.0, 200.0))
    made, kept = plan_of(findings, _by_hand(random) if by_hand else None)
    schedule = made.outcome.schedule
    assert schedule is not None
    assert made.violations == ()
    assert check_restrictions(schedule, job, kept, Side.RIGHT) == ()
    for day in (MONDAY + timedelta(days=n) for n in range(35)):
        for restriction in (r for r in kept if r.holds_on(day)):
            printed = report_restriction(restriction).limit.value
            for task in (task for task in job.tasks if task.name in worked_on(made, day)):
                for demand in (d for d in task.demands if d.kind is restriction.kind):
                    if restriction.quantity is Quantity.FORCE_N:
                        assert (demand.force_n or 0.0) <= printed
                    if restriction.quantity is Quantity.LOAD_KG:
                        assert (demand.load_kg or 0.0) <= printed


def _task(name: str, random: Random) -> Task:
    hours = random.choice((0.5, 1.0, 1.5, 2.0))
    push = Demand(DemandKind.PUSHING, Hand.RIGHT, force_n=random.uniform(5.0, 150.0))
    keys = Demand(DemandKind.KEYBOARDING, Hand.RIGHT, hours_per_day=hours * random.uniform(0.2, 1.0))
    return Task(name, True, hours, demands=tuple(random.sample((push, keys), random.choice((1, 2)))))


def _by_hand(random: Random) -> tuple[Restriction, ...]:
    ends = random.choice((None, REVIEW, date(2026, 3, 11)))
    return (
        written(DemandKind.PUSHING, Quantity.FORCE_N, random.uniform(10.0, 200.0), ends),
        written(DemandKind.KEYBOARDING, Quantity.HOURS_PER_DAY, random.uniform(0.6, 4.0), ends),
        written(DemandKind.KEYBOARDING, Quantity.BOUT_H, random.uniform(0.1, 1.0), ends),
    )


@pytest.mark.parametrize("quantity", list(Quantity))
def test_what_is_sent_is_never_more_than_the_limit_and_stays_what_it_is(quantity: Quantity):
    for tenths in range(0, 12, 1):
        sent = sent_value(quantity, tenths / 10)
        assert sent <= tenths / 10 + 1e-9
        assert sent_value(quantity, sent) == sent
