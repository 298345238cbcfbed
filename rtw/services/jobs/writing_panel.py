"""What stands behind the figures of a demand sheet that is being written in the browser."""

from collections.abc import Iterator
from typing import Final

from job_profiles.questions import schemes
from job_profiles.units import POUND_KG, STANDARD_GRAVITY_M_S2
from rtw.domain.why import Input, Origin, Why
from rtw.services.jobs.demand_panel import BOUNDS, OPEN, STATED, TYPED
from rtw.services.jobs.sheet import JobSheet, SheetRow

_FIGURES: Final = ("task_hours", "amount", "hours", "rate", "seconds", "letter", "bout")
_POUNDS: Final = frozenset({"lbf", "lb", "in-lb"})


def writing_panel(sheet: JobSheet, from_number: int | None) -> Why:
    """Say where the figures of the sheet come from, and what is done with them once it is saved.

    `from_number` is the version it began from; None for a new job.
    """
    return Why(
        subject="What this sheet holds",
        result="as it was typed",
        formula=TYPED,
        inputs=tuple(_inputs(sheet, from_number)),
        steps=tuple(_steps(sheet)),
        cautions=(OPEN, STATED, BOUNDS),
    )


def _inputs(sheet: JobSheet, from_number: int | None) -> Iterator[Input]:
    kept = sum(bool(row.base) for row in sheet.rows)
    if from_number is not None and kept:
        where = "each keeps its cell, and how it is known, until it is changed"
        yield Input(f"Rows of version {from_number}", str(kept), Origin.EMPLOYER, where)
    typed = sum(_has_figures(row) and not (row.base and from_number) for row in sheet.rows)
    if typed:
        where = "counted as stated unless a row says more"
        yield Input("Rows with figures written here", str(typed), Origin.CLINICIAN, where)


def _has_figures(row: SheetRow) -> bool:
    return any(getattr(row, name) for name in _FIGURES)


def _steps(sheet: JobSheet) -> Iterator[str]:
    units = {row.unit for row in sheet.rows}
    if "kgf" in units:
        yield f"1 kgf = {STANDARD_GRAVITY_M_S2} N by definition"
    if units & _POUNDS:
        yield f"1 lb = {POUND_KG} kg, 1 lbf = {POUND_KG * STANDARD_GRAVITY_M_S2:.9g} N, both by definition"
    if any(row.letter for row in sheet.rows):
        yield _letters(sheet.scale)


def _letters(scale: str) -> str:
    if scale in schemes():
        return f"Hours of a letter, where none are written: {schemes()[scale][0]}"
    return (
        "Hours of a letter are those of the version before"
        if scale
        else "Letters mean no hours until a scheme is chosen"
    )
