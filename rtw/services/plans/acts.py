"""What a therapist does with a working plan: set it up, compute it, write and change it by hand."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from job_profiles.problem import Problem
from rtw.domain.carrying_over import carried_over
from rtw.domain.optimise.binds import with_binds
from rtw.domain.optimise.solve import solve
from rtw.domain.plan import PlanVersion, Restriction, TreatmentTime
from rtw.domain.schedule.brief import OpenedGate, ScheduleBrief
from rtw.domain.schedule.continuing import continued
from rtw.domain.schedule.edit_history import MOST_STEPS, EditStep, difference, redone, undone
from rtw.domain.schedule.edits import blank_schedule, copy_week_forward, set_half_hours, with_full_duty_week
from rtw.domain.schedule.fitting import fitted
from rtw.domain.schedule.settings import SignedOpening
from rtw.domain.schedule.values import BreakRule, Schedule
from rtw.domain.schedule.wishes import ScheduleWishes
from rtw.services import audit
from rtw.services.actor import Actor
from rtw.services.permission import Permission, case_for
from rtw.services.plans.ground import Ground, load_ground, settings_for, with_start_kept
from rtw.services.plans.reassessed import why_not_opened
from rtw.services.plans.switches import worths_of
from rtw.services.plans.versions import signed_version
from rtw.services.plans.working import WorkingPlan, forget_plan, keep_plan

Cell = tuple[int, str, int]
"""Weekday (0 Monday), task, half hours."""


@dataclass(frozen=True, slots=True)
class PlanSetup:
    """What the therapist sets before a plan is computed. None takes the default."""

    wishes: ScheduleWishes
    treatment_times: tuple[TreatmentTime, ...] = ()
    breaks: BreakRule | None = None
    review_on: date | None = None


@dataclass(frozen=True, slots=True)
class PlanWords:
    """The therapist's own words and dates: range of full duty, note to the employer, agreed reason."""

    expected_full_duty: tuple[date, date] | None = None
    employer_note: str = ""
    reason: str = ""


def set_up(session: Session, actor: Actor, case_id: int, setup: PlanSetup, today: date) -> None:
    """Keep the settings. A schedule that stands keeps its hours; the checker judges them anew."""
    ground = _open(session, actor, case_id, today)
    kept = ground.plan.wishes
    wishes = replace(setup.wishes, openings=kept.openings, task_hours=kept.task_hours)
    moved = (wishes.weeks, wishes.start) != (ground.brief.weeks, ground.brief.start)
    plan = replace(
        ground.plan,
        wishes=wishes,
        treatment_times=setup.treatment_times,
        breaks=setup.breaks,
        review_on=setup.review_on,
        done=() if moved else ground.plan.done,
        taken_back=() if moved else ground.plan.taken_back,
    )
    _keep(session, actor, case_id, plan, today, "set up")


def keep_task_hours(
    session: Session, actor: Actor, case_id: int, hours: tuple[tuple[str, float], ...], today: date
) -> None:
    """Keep the hours a day of tasks as the therapist has them; a task left out has the sheet's again."""
    ground = _open(session, actor, case_id, today)
    tasks = {task.name for task in ground.findings.profile.tasks}
    known = tuple((task, amount) for task, amount in hours if task in tasks)
    plan = replace(ground.plan, wishes=replace(ground.plan.wishes, task_hours=known))
    _keep(session, actor, case_id, plan, today, "set hours of tasks")


def compute(session: Session, actor: Actor, case_id: int, today: date) -> None:
    """Solve the brief, and price the accommodations. Where no plan fits, the schedule stays as it was."""
    ground = _open(session, actor, case_id, today)
    outcome = solve(ground.brief)
    plan = with_start_kept(ground.plan, ground)
    plan = replace(plan, outcome=outcome, computed_for=ground.fingerprint, worths=worths_of(ground))
    if outcome.schedule is not None:
        plan = _stepped(plan, ground, outcome.schedule, "Computed the schedule")
    _keep(session, actor, case_id, plan, today, "computed")


def begin_blank(session: Session, actor: Actor, case_id: int, today: date) -> None:
    """Begin a schedule by hand, without the solver."""
    ground = _open(session, actor, case_id, today)
    plan = with_start_kept(ground.plan, ground)
    plan = _stepped(plan, ground, blank_schedule(ground.brief), "Began a blank schedule")
    _keep(session, actor, case_id, plan, today, "began by hand")


def begin_again(session: Session, actor: Actor, case_id: int, today: date) -> None:
    """Begin from the newest signed plan: its settings, hours, words and the restrictions she wrote.

    The review is set anew. A plan that has begun goes on from next Monday, with the hours still ahead.
    """
    case_for(session, actor, Permission.PLAN, case_id)
    signed = signed_version(session, actor, case_id)
    plan = replace(signed.working, review_on=None, restrictions=None, warned=())
    if plan.schedule is not None:
        later = continued(plan.wishes, plan.schedule, today)
        fits = plan.fitted_for if later.schedule == plan.schedule else ""
        plan = replace(plan, wishes=later.wishes, schedule=later.schedule, fitted_for=fits)
    plan = _with_restrictions_of(signed.version, plan, today)
    words = f"began from plan {signed.version.number}"
    _keep(session, actor, case_id, plan, today, words)


def _with_restrictions_of(signed: PlanVersion, plan: WorkingPlan, today: date) -> WorkingPlan:
    settings = settings_for(plan, today)
    review_on = settings.review_on or settings.start
    over = carried_over(signed.plan, signed.number, settings.start, review_on)
    return replace(plan, carried=over.restrictions, not_carried=over.left)


def edit_week(
    session: Session, actor: Actor, case_id: int, week: int, cells: Iterable[Cell], today: date
) -> None:
    """Set cells of one week."""

    def change(schedule: Schedule) -> Schedule:
        for weekday, task, half_hours in cells:
            schedule = set_half_hours(schedule, week, weekday, task, half_hours)
        return schedule

    _edit(session, actor, case_id, today, f"Changed week {week}", change)


def copy_forward(session: Session, actor: Actor, case_id: int, week: int, through: int, today: date) -> None:
    """Repeat a week in every later one up to `through`."""
    words = f"Copied week {week} forward to week {through}"
    _edit(session, actor, case_id, today, words, lambda schedule: copy_week_forward(schedule, week, through))


def undo(session: Session, actor: Actor, case_id: int, today: date) -> None:
    """Take the last step back; nothing happens where there is none."""
    ground = _open(session, actor, case_id, today)
    plan, schedule = ground.plan, shown_schedule(ground)
    if not plan.done or schedule is None:
        return
    *earlier, step = plan.done
    plan = replace(plan, done=tuple(earlier), taken_back=(*plan.taken_back, step))
    _keep(session, actor, case_id, _placed(plan, ground, undone(schedule, step)), today, "undid a step")


def redo(session: Session, actor: Actor, case_id: int, today: date) -> None:
    """Make the step that was taken back last once more."""
    ground = _open(session, actor, case_id, today)
    plan, schedule = ground.plan, shown_schedule(ground)
    if not plan.taken_back or schedule is None:
        return
    *earlier, step = plan.taken_back
    plan = replace(plan, taken_back=tuple(earlier), done=(*plan.done, step))
    _keep(session, actor, case_id, _placed(plan, ground, redone(schedule, step)), today, "redid a step")


def keep_restrictions(
    session: Session,
    actor: Actor,
    case_id: int,
    restrictions: tuple[Restriction, ...] | None,
    today: date,
) -> None:
    """Keep the restrictions as the therapist wants them; None: as proposed from the limits."""
    plan = _open(session, actor, case_id, today).plan
    words = "restored the proposed restrictions" if restrictions is None else "changed restrictions"
    plan = replace(plan, restrictions=restrictions, carried=(), not_carried=())
    _keep(session, actor, case_id, plan, today, words)


def keep_words(session: Session, actor: Actor, case_id: int, words: PlanWords, today: date) -> None:
    """Keep what the therapist writes herself."""
    plan = _open(session, actor, case_id, today).plan
    plan = replace(
        plan,
        expected_full_duty=words.expected_full_duty,
        employer_note=words.employer_note,
        reason=words.reason,
    )
    _keep(session, actor, case_id, plan, today, "changed words")


def open_gate(session: Session, actor: Actor, case_id: int, task: str, today: date) -> Problem | None:
    """Open the gates of a task by a signed reassessment, in the actor's name; else say why it stays shut."""
    ground = _open(session, actor, case_id, today)
    if (refused := why_not_opened(session, ground, task)) is not None:
        return refused
    opened = OpenedGate(today, actor.signature)
    others = _openings_without(ground, task)
    _with_openings(session, actor, ground, (*others, SignedOpening(task, opened)), f"opened {task}", today)
    return None


def close_gate(session: Session, actor: Actor, case_id: int, task: str, today: date) -> None:
    """Take an opening back: the gates of the task are shut again."""
    ground = _open(session, actor, case_id, today)
    _with_openings(session, actor, ground, _openings_without(ground, task), f"shut {task}", today)


def throw_away(session: Session, actor: Actor, case_id: int) -> None:
    """Throw the working plan away; signed versions stay."""
    case_for(session, actor, Permission.PLAN, case_id)
    forget_plan(session, case_id)
    audit.record(session, actor, "threw away", "working plan", case_id=case_id)


def shown_schedule(ground: Ground) -> Schedule | None:
    """Return the schedule that stands, in the frame of today's brief."""
    schedule = ground.plan.schedule
    if schedule is None or ground.plan.fitted_for == ground.fingerprint:
        return schedule
    return explained(fitted(schedule, ground.brief), ground.brief)


def explained(schedule: Schedule, brief: ScheduleBrief) -> Schedule:
    """Name what binds each week and the week of full duty."""
    return with_binds(with_full_duty_week(schedule, brief), brief)


def _openings_without(ground: Ground, task: str) -> tuple[SignedOpening, ...]:
    return tuple(entry for entry in ground.plan.wishes.openings if entry.task != task)


def _with_openings(
    session: Session,
    actor: Actor,
    ground: Ground,
    openings: tuple[SignedOpening, ...],
    words: str,
    today: date,
) -> None:
    plan = replace(ground.plan, wishes=replace(ground.plan.wishes, openings=openings))
    _keep(session, actor, ground.record.case_id, plan, today, words)


def _open(session: Session, actor: Actor, case_id: int, today: date) -> Ground:
    case_for(session, actor, Permission.PLAN, case_id)
    return load_ground(session, actor, case_id, today)


def _edit(
    session: Session,
    actor: Actor,
    case_id: int,
    today: date,
    words: str,
    change: Callable[[Schedule], Schedule],
) -> None:
    ground = _open(session, actor, case_id, today)
    before = shown_schedule(ground) or blank_schedule(ground.brief)
    plan = _stepped(with_start_kept(ground.plan, ground), ground, change(before), words)
    _keep(session, actor, case_id, plan, today, words[0].lower() + words[1:])


def _stepped(plan: WorkingPlan, ground: Ground, schedule: Schedule, words: str) -> WorkingPlan:
    """Put a schedule in place as one step that can be taken back; no change is no step."""
    before = shown_schedule(ground)
    changes = difference(before or blank_schedule(ground.brief), schedule)
    if changes:
        done = (*plan.done, EditStep(words, changes))[-MOST_STEPS:]
        plan = replace(plan, done=done, taken_back=())
    return _placed(plan, ground, schedule)


def _placed(plan: WorkingPlan, ground: Ground, schedule: Schedule) -> WorkingPlan:
    return replace(
        plan, schedule=explained(fitted(schedule, ground.brief), ground.brief), fitted_for=ground.fingerprint
    )


def _keep(session: Session, actor: Actor, case_id: int, plan: WorkingPlan, today: date, words: str) -> None:
    keep_plan(session, actor, case_id, plan, today)
    audit.record(session, actor, words, "working plan", case_id=case_id)
