"""Recovery and days to work in words, as the clinician's PDF takes them."""

from collections.abc import Iterator
from dataclasses import replace

from reports.wording import day_text, short_day_text
from rtw.documents.values import DaysLine, DaysSection, RecoveryLine, RecoverySection
from rtw.domain.recovery.picture import PictureBand
from rtw.domain.why import Origin
from rtw.services.recovery import panels, words
from rtw.services.recovery.days import DaysRow, DaysToWorkShown
from rtw.services.recovery.days_panels import days_words
from rtw.services.recovery.of_case import CaseRecovery, MeasureShown

EVERY_WEEKS = 4


def table_bands(shown: MeasureShown) -> list[PictureBand]:
    """Choose the weeks that stand in a table: the first, then every fourth, and the last."""
    bands = shown.picture.bands
    return [b for n, b in enumerate(bands) if n % EVERY_WEEKS == 0 or n == len(bands) - 1]


def recovery_sections(found: CaseRecovery | None) -> tuple[RecoverySection, ...]:
    """Write every measure there is something to show of; what several rest on stands with the first.

    With the first stands, too, which of several treatments is followed.
    """
    if found is None:
        return ()
    said: set[str] = set()
    sections = [_section(shown, said) for shown in found.drawn]
    return tuple(
        replace(each, says=(*found.following, *each.says)) if each is sections[0] else each
        for each in sections
    )


def _section(shown: MeasureShown, said: set[str]) -> RecoverySection:
    rows = (*_measured(shown), *_expected(shown), *_cohorts(shown))
    basis = tuple(line for line in _basis(shown) if line not in said)
    said.update(basis)
    return RecoverySection(shown.picture, words.says(shown), rows, basis)


def _measured(shown: MeasureShown) -> Iterator[RecoveryLine]:
    for point in shown.picture.measured:
        why = panels.measured_panel(shown, point)
        yield RecoveryLine(
            panels.taken_word(shown.picture), short_day_text(point.on), why.result, shown.error.source
        )


def _expected(shown: MeasureShown) -> Iterator[RecoveryLine]:
    for entry in table_bands(shown):
        words = panels.expected_panel(shown, entry.band).result
        yield RecoveryLine(f"Expected, week {entry.band.week:.0f}", short_day_text(entry.on), words)


def _cohorts(shown: MeasureShown) -> Iterator[RecoveryLine]:
    for cohort in shown.picture.cohorts:
        why = panels.cohort_panel(shown, cohort)
        figure = why.steps[0] if why.steps else why.result
        left_out = "" if cohort.counted else "; not reckoned with"
        size = f"n = {cohort.n}" if cohort.n else "n not stated"
        what = f"Cohort, week {cohort.point.week:g} ({size}){left_out}"
        yield RecoveryLine(what, short_day_text(cohort.on), figure, cohort.source)


def _basis(shown: MeasureShown) -> Iterator[str]:
    """Write the formula, then what was computed and what is only assumed, each with its reason."""
    if not shown.picture.bands:
        return
    why = panels.expected_panel(shown, shown.picture.bands[-1].band)
    yield f"Formula: {why.formula}."
    for each in why.inputs:
        if each.origin not in (Origin.MEASURED, Origin.PATIENT):
            yield f"{each.name}: {each.value} ({each.origin.label}; {each.where})"
    yield why.validated_on
    yield from why.cautions


def days_section(shown: DaysToWorkShown | None) -> DaysSection | None:
    """Write days to work; None where no treatment is dated."""
    if shown is None:
        return None
    strongest = shown.strongest
    return DaysSection(
        lines=tuple(_lines(shown)),
        rows=tuple(_days_line(row) for row in shown.ranges),
        strongest=f"What delays most: {strongest.factor}, {strongest.effect}" if strongest else None,
        strongest_source=strongest.source if strongest else None,
        singles=tuple(_days_line(row) for row in shown.singles),
    )


def _days_line(row: DaysRow) -> DaysLine:
    return DaysLine(
        about=row.published.about,
        kind=f"{row.published.kind}; {row.published.milestone.label}",
        days=f"{days_words(row.published)}, {row.published.spread.label}",
        people=str(row.published.n or "not given"),
        against=f"{row.against.sign} {row.against.label}",
        source=row.published.source,
    )


def _lines(shown: DaysToWorkShown) -> Iterator[str]:
    yield from shown.following
    if shown.planned:
        days = shown.planned.days
        full = shown.planned.full_duty
        ends = (
            f"full duty {day_text(full)}, {days.full_duty} days" if full else "full duty not within its weeks"
        )
        first = day_text(shown.planned.first_day)
        yield f"This plan: first day back {first}, {days.first_day} days after the treatment; {ends}."
    label = shown.job.job_class.label if shown.job.job_class else "not known, so every class is shown"
    yield f"Class of the job: {label}. {shown.job.reason}"
    yield from shown.meaning
