"""Hours a day of each task, typed by the therapist where the sheet is silent or adds up to too much."""

from collections.abc import Mapping
from dataclasses import dataclass

from job_profiles.profile import JobProfile
from rtw.domain.schedule.task_needs import stated_hours
from rtw.services.plans.ground import Ground
from rtw.web.assessment_form.typed import Typed, minutes_in, shown

MOST_HOURS = 16.0


@dataclass(frozen=True, slots=True)
class HourField:
    """One task: its field, what stands in it, what the sheet says, what is planned, what is wrong."""

    name: str
    task: str
    typed: str
    in_sheet: float | None
    planned: float | None
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class TypedTaskHours:
    """Hours that could be read, by task, and by field what stands in it and what could not be read."""

    hours: tuple[tuple[str, float], ...]
    values: Mapping[str, str]
    errors: Mapping[str, str]


def typed_task_hours(form: Mapping[str, str], profile: JobProfile) -> TypedTaskHours:
    """Read the hours of tasks as they were sent; an empty field takes the sheet's."""
    typed = Typed(form)
    hours = []
    for place, task in enumerate(profile.tasks):
        name = _name(place)
        minutes = minutes_in(typed.text(name))
        value = typed.number(name, task.name) if minutes is None else minutes / 60.0
        if value is not None and not 0 <= value <= MOST_HOURS:
            typed.errors[name] = f"{task.name}: enter hours from 0 to {MOST_HOURS:g}."
        elif value is not None:
            hours.append((task.name, value))
    return TypedTaskHours(tuple(hours), form, typed.errors)


def hour_fields(ground: Ground, typed: TypedTaskHours | None) -> tuple[HourField, ...]:
    """Lay out a field for each task of the job, with what is planned where it stays empty."""
    own, sheet = dict(ground.plan.wishes.task_hours), stated_hours(ground.findings.profile)
    planned = {need.name: need.full / 2 for need in ground.brief.tasks}
    return tuple(
        HourField(
            name=_name(place),
            task=name,
            typed=typed.values.get(_name(place), "") if typed else shown(own.get(name), 2),
            in_sheet=None if hours is None else float(hours),
            planned=planned.get(name),
            wrong=typed.errors.get(_name(place), "") if typed else "",
        )
        for place, (name, hours) in enumerate(sheet.items())
    )


def _name(place: int) -> str:
    return f"task-hours-{place}"
