"""What stops a week from holding more, in words that are true where nothing of a limit is used."""

from rtw.domain.optimise.binds import with_binds
from rtw.domain.optimise.solve import solve
from rtw.domain.schedule.brief import Gate, GateKind, TaskNeed
from rtw.domain.schedule.dose_use import dose_uses
from rtw.domain.schedule.values import BindKind
from tests.domain.schedule.small_briefs import FILING, GROUND, TYPING, brief, dose

SHARE = "ten-thousandths of a day"


def effort(**each: int):
    name = "Effort, left hand"
    return dose(name, {task.capitalize(): share for task, share in each.items()}, (10_000,) * 4, unit=SHARE)


def weeks_of(*doses, tasks=(), gates=()):
    of = brief(*tasks, doses=doses, gates=gates)
    schedule = solve(of).schedule
    assert schedule is not None
    return of, with_binds(schedule, of).weeks


def test_an_allowance_that_nothing_uses_is_not_called_used_up():
    shut = Gate("Typing", GateKind.PEAK, None, GROUND)
    of, weeks = weeks_of(effort(typing=12_000), gates=(shut,))
    schedule = solve(of).schedule
    assert schedule is not None
    assert [use.taken for use in dose_uses(schedule, of, 1)] == [0]
    (said,) = {bind.limit for week in weeks for bind in week.binds if bind.kind is BindKind.DOSE}
    assert said == (
        "One more half hour of Typing would exceed the day's allowance of effort, left hand "
        "(made up for a test)"
    )


def test_a_limit_that_stops_several_tasks_is_named_once_with_all_of_them():
    free = TaskNeed("Sorting", essential=True, full=4)
    _, weeks = weeks_of(effort(typing=12_000, filing=11_000), tasks=(TYPING, FILING, free))
    for week in weeks:
        (bind,) = [bind for bind in week.binds if bind.kind is BindKind.DOSE]
        assert bind.limit.startswith(
            "One more half hour of Typing or Filing would exceed the day's allowance"
        )
