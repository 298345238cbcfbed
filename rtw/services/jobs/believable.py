"""A task cannot last longer than the shift: its hours are told, shown as a finding, and never count."""

from dataclasses import replace

from job_profiles.profile import JobProfile

_ROUNDING_H = 0.01  # hours come from shares and minutes; a rounding is no contradiction


def believable(profile: JobProfile) -> JobProfile:
    """Return the profile with the hours left open of tasks that would outlast the shift."""
    shift_h = profile.shift.hours_per_day
    if shift_h is None:
        return profile
    tasks = (
        replace(task, hours_per_day=None) if (task.hours_per_day or 0.0) > shift_h + _ROUNDING_H else task
        for task in profile.tasks
    )
    return replace(profile, tasks=tuple(tasks))
