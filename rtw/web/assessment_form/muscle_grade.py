"""Muscle power as therapists write it: a whole MRC grade, or one with + or −."""

from contextlib import suppress

from rtw.domain.assessment.findings import MuscleGrade

_SIGNS = str.maketrans({"−": "-", "–": "-", "＋": "+", " ": None})


def typed_grade(written: str) -> MuscleGrade | int | None:
    """Read `4`, `3+`, `4 −` or `4/5`; None: no grade. Whether a whole number can be is asked later."""
    grade = written.translate(_SIGNS).removesuffix("/5")
    with suppress(ValueError):
        return MuscleGrade(grade)
    with suppress(ValueError):
        return int(grade)
    return None


def grade_in_words(grade: MuscleGrade | int | None) -> str:
    """Write a grade as it was written; empty where none was."""
    return "" if grade is None else str(grade)
