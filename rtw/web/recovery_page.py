"""What the recovery page shows of each measure: its figure, and its table with a panel behind each number."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from rtw.domain.why import Why
from rtw.knowledge.types.recovery import RecoveryFigure
from rtw.services.recovery import panels, words
from rtw.services.recovery.of_case import CaseRecovery, MeasureShown
from rtw.services.recovery.papers import table_bands
from rtw.web.recovery_chart import recovery_chart


@dataclass(frozen=True, slots=True)
class RecoveryRow:
    """One line of the table: what, when, the figure and why."""

    what: str
    on: date
    shown: str
    why: Why
    note: str = ""


@dataclass(frozen=True, slots=True)
class MeasureBlock:
    """One measure: its figure and its table. `says` are the sentences above them."""

    key: str
    title: str
    caption: str
    chart: dict[str, Any]
    rows: tuple[RecoveryRow, ...]
    says: tuple[str, ...]
    unexpected: bool


@dataclass(frozen=True, slots=True)
class RecoveryPage:
    """The page. `in_words` are findings of cohorts that no figure of one hand can show.

    `following`: of several treatments, which one is followed and why.
    """

    procedure: str
    operated_on: date
    blocks: tuple[MeasureBlock, ...]
    in_words: tuple[RecoveryFigure, ...]
    following: tuple[str, ...]


def recovery_page(found: CaseRecovery | None) -> RecoveryPage | None:
    """Turn the recovery of a case into what its page shows."""
    if found is None:
        return None
    blocks = tuple(_block(each) for each in found.drawn)
    return RecoveryPage(
        procedure=found.operation.procedure.label,
        operated_on=found.operated_on,
        blocks=blocks,
        in_words=found.in_words,
        following=found.following,
    )


def _block(shown: MeasureShown) -> MeasureBlock:
    picture = shown.picture
    rows = (*_measured(shown), *_expected(shown), *_cohorts(shown))
    return MeasureBlock(
        key=picture.prior.measure.replace("_", "-"),
        title=picture.title,
        caption=f"{picture.title}: {panels.taken_word(picture).lower()}, expected and published",
        chart=recovery_chart(picture),
        rows=tuple(rows),
        says=words.says(shown),
        unexpected=shown.unexpected,
    )


def _measured(shown: MeasureShown) -> list[RecoveryRow]:
    return [
        RecoveryRow(
            panels.taken_word(shown.picture),
            point.on,
            (why := panels.measured_panel(shown, point)).result,
            why,
        )
        for point in shown.picture.measured
    ]


def _expected(shown: MeasureShown) -> list[RecoveryRow]:
    rows = []
    for entry in table_bands(shown):
        why = panels.expected_panel(shown, entry.band)
        rows.append(RecoveryRow(f"Expected, week {entry.band.week:.0f}", entry.on, why.result, why))
    return rows


def _cohorts(shown: MeasureShown) -> list[RecoveryRow]:
    rows = []
    for cohort in shown.picture.cohorts:
        why = panels.cohort_panel(shown, cohort)
        size = f"n = {cohort.n}" if cohort.n else "number not stated"
        note = "" if cohort.counted else "shown, not reckoned with"
        what = f"Cohort, week {cohort.point.week:g} ({size})"
        rows.append(RecoveryRow(what, cohort.on, why.result, why, note))
    return rows
