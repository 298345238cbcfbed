"""Exercises as lines: their doses and when each begins, so that sources that disagree stand side by side."""

from collections.abc import Iterator

from rtw.knowledge.types.rehabilitation import Exercise
from rtw.services.evidence.line import Group, Line


def exercise_group(exercises: tuple[Exercise, ...]) -> Group:
    """Make the group of all exercises."""
    lines = (line for exercise in exercises for line in _lines(exercise))
    return Group(
        "exercises", "Exercises", "Doses, and when to begin. The surgeon's word goes first", tuple(lines)
    )


def _lines(exercise: Exercise) -> Iterator[Line]:
    """Say what the exercise is for beside its first dose, and not beside each."""
    about = _sentences(
        f"{exercise.aim.label}: {exercise.purpose}",
        f"Stop: {exercise.stop}" if exercise.stop else None,
        f"Go on: {exercise.progress}" if exercise.progress else None,
        exercise.note,
    )
    for number, dose in enumerate(exercise.doses):
        note = _sentences(dose.note, about if number == 0 else None)
        yield Line(f"{exercise.name}: dose", dose.text, "", "", dose.source, dose.verified, note=note)
    for start in exercise.starts:
        population = start.procedure.label if start.procedure else "Whatever was done"
        subject = f"{exercise.name}: begins, {population.lower()}"
        yield Line(subject, start.text, "", population, start.source, start.verified)


def _sentences(*parts: str | None) -> str | None:
    return " ".join(f"{part.rstrip('.')}." for part in parts if part) or None
