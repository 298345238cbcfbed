"""What a change settles: a shut task it opens, and one it takes out of the job."""

from dataclasses import replace
from datetime import date

from rtw.domain.optimise.worth import Variant, worth
from rtw.domain.schedule.brief import (
    Gate,
    GateKind,
    Ground,
    Offer,
    Origin,
    Requirement,
    ScheduleBrief,
    TaskNeed,
)
from rtw.domain.schedule.values import BreakRule

GROUND = Ground(Origin.CONVENTION, "made up for a test", None, "loosen it")
TASKS = (TaskNeed("Typing", essential=True, full=8), TaskNeed("Filing", essential=False, full=4))
PLAIN = ScheduleBrief(
    start=date(2026, 3, 2),
    weeks=2,
    tasks=TASKS,
    offer=Offer((0, 1, 2, 3, 4), 12, GROUND),
    requirement=Requirement(GROUND, begin_by_week=2),
    breaks=BreakRule(60, 5, "convention"),
)


def test_a_task_that_is_no_part_of_the_job_any_more_is_left_out_and_not_opened() -> None:
    gate = Gate("Filing", GateKind.PEAK, None, GROUND)
    shut = replace(PLAIN, gates=(gate,))
    without_it = replace(shut, tasks=shut.tasks[:1], gates=())
    opened = replace(shut, gates=())
    left, free = (worth(shut, (Variant("x", variant),))[0] for variant in (without_it, opened))
    assert (left.opens, left.leaves_out) == ((), ("Filing",))
    assert (free.opens, free.leaves_out) == (("Filing",), ())


def with_tasks(*tasks: TaskNeed) -> ScheduleBrief:
    return replace(PLAIN, tasks=tasks)


def test_handing_over_essential_work_is_no_full_duty_however_soon_the_rest_is_full() -> None:
    shut = replace(PLAIN, gates=(Gate("Typing", GateKind.PEAK, None, GROUND),))
    opened, handed_over = replace(PLAIN), with_tasks(TASKS[1])
    best, last = worth(shut, (Variant("hands over", handed_over), Variant("opens", opened)))
    assert (best.name, best.days_sooner, best.gives_away) == ("opens", 14, ())
    assert (last.days_sooner, last.gives_away, last.settles) == (None, ("Typing",), ())
    assert last.with_it.full_duty_week == 1


def test_an_essential_task_that_gets_shorter_is_named_and_others_are_not() -> None:
    typing, filing = TASKS
    half, less_filing = replace(typing, full=4), replace(filing, full=2)
    (shorter,) = worth(PLAIN, (Variant("half the typing", with_tasks(half, filing)),))
    assert (shorter.gives_away, shorter.shortens, shorter.days_sooner) == ((), ("Typing",), 0)
    (other,) = worth(PLAIN, (Variant("half the filing", with_tasks(typing, less_filing)),))
    assert (other.gives_away, other.shortens, other.days_sooner) == ((), (), 0)
