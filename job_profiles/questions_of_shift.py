"""What the working time of a job leaves open: its hours, days that differ, a week that does not fit."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from job_profiles.draft import JobDraft
from job_profiles.problem import AnswerField, AnswerKind, Choice, Problem
from job_profiles.profile import JobProfile
from job_profiles.question import Pairs, question
from job_profiles.weekdays import days_in_words
from job_profiles.working_time import proposed_shift
from job_profiles.working_week import WorkingWeek, in_words

_OF_A_WEEK_H: Final = 0.5
"""By how much the hours of a day, rounded, may miss those of a week over all its days."""


def working_time(job: JobDraft, profile: JobProfile, pairs: Pairs) -> Iterator[Problem]:
    """Ask for the shift where there is none, or where what the sheet tells of it does not agree."""
    if not pairs or "shift_hours" in job.given:
        return
    if profile.shift.hours_per_day is None:
        advice = f"Give the hours of a working day.{proposed_shift(job)}"
        yield question("shift-unknown", "How long is the shift?", advice, [], "shift_hours")
    elif job.week_told is not None and job.shift_hours == job.week_told.hours:
        yield from _of_the_week(job, job.week_told)
    elif (other := _other_shift(job)) is not None:
        yield _which(job, (*_as_read(job), other))


def _of_the_week(job: JobDraft, week: WorkingWeek) -> Iterator[Problem]:
    if week.contradicts_itself or _other_shift(job) is not None:
        total, days = week.stated or job.week_hours or 0.0, job.days_per_week or 5.0
        read = (_choice(replace(week, stretches=one)) for one in week.readings)
        yield _which(job, (*read, _even(total / days, days)))
    elif week.is_uneven or week.unread:
        yield _fields(job, week)


def _choice(week: WorkingWeek) -> Choice:
    made = f": {round(week.week_hours, 2):g} h a week" if week.week_hours else ""
    return Choice(f"{round(week.hours, 4):g}", f"{in_words(week.stretches)}{made}")


def _even(hours: float, days: float) -> Choice:
    return Choice(f"{round(hours, 4):g}", f"{hours:.4g} h on {days:g} days: {hours * days:.4g} h a week")


def _as_read(job: JobDraft) -> tuple[Choice, ...]:
    return (_even(job.shift_hours or 0.0, job.days_per_week or 0.0),)


def _other_shift(job: JobDraft) -> Choice | None:
    """Return the shift that the hours of the week make, where they do not fit those of the day."""
    hours, days, week = job.shift_hours, job.days_per_week, job.week_hours
    if not hours or not days or not week:
        return None
    made = job.week_told.week_hours if job.week_told is not None else None
    return None if abs((made or hours * days) - week) <= _OF_A_WEEK_H else _even(week / days, days)


def _which(job: JobDraft, choices: tuple[Choice, ...]) -> Problem:
    asked = question(
        "working-time-disagrees",
        f"The days do not come to the {job.week_hours:g} h a week of the sheet: how long is the longest day?",
        f"Until it is answered {round(job.shift_hours or 0, 2):g} h count.",
        [],
        "shift_hours",
        tuple({choice.value: choice for choice in choices}.values()),
    )
    return replace(asked, sheet=job.sheet, cell=job.shift_cell, found=job.shift_found)


def _fields(job: JobDraft, week: WorkingWeek) -> Problem:
    made = f", {round(week.week_hours, 2):g} h a week" if week.week_hours else ""
    unread = f" {days_in_words(week.unread)} has no time that could be read." if week.unread else ""
    days = f" on {job.days_per_week:g} days" if job.days_per_week else ""
    asked = question(
        "working-time",
        f"The days differ: {in_words(week.stretches)}{made}.{unread} Which working day counts?",
        f"The longest was taken as the shift: {round(week.hours, 2):g} h{days}. Correct it, or leave it so.",
        [],
        "settled/working-time",
        fields=(
            AnswerField("shift_hours", "Hours of the shift", AnswerKind.HOURS),
            AnswerField("days_per_week", "Days a week", AnswerKind.DAYS),
        ),
    )
    return replace(asked, sheet=job.sheet, cell=job.shift_cell, found=job.shift_found)
