"""The recovery of a case: each strength and score with a picture of what was measured and may be expected."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from rtw.domain.assessment.assessment import Assessment
from rtw.domain.assessment.operation import Operation
from rtw.domain.measurement import AmountUnit
from rtw.domain.recovery.course import StrengthCourse, strength_courses
from rtw.domain.recovery.forecast import Measured, surprise
from rtw.domain.recovery.model import MeasureError, RecoveryModel
from rtw.domain.recovery.picture import FollowedMeasure, RecoveryPicture, recovery_picture
from rtw.domain.scores.course import ScoreCourse, score_courses
from rtw.knowledge.for_recovery import recovery_model
from rtw.knowledge.for_scores import score_rules
from rtw.knowledge.load import knowledge
from rtw.knowledge.types.recovery import RecoveryFigure
from rtw.services.case_record import CaseRecord
from rtw.services.recovery.followed import followed_operation, following_words

UNEXPECTED = 1.96
"""Standard deviations beyond which a measurement is named as unexpected: 1 in 20 by chance."""


@dataclass(frozen=True, slots=True)
class MeasureShown:
    """One measure of the page. `unexpected`: the last figure lies outside what was to be expected of it."""

    picture: RecoveryPicture
    error: MeasureError
    followed: FollowedMeasure
    unexpected: bool

    @property
    def is_drawn(self) -> bool:
        """Whether there is anything to draw."""
        return bool(self.picture.measured or self.picture.bands)


@dataclass(frozen=True, slots=True)
class CaseRecovery:
    """The recovery since one operation. `in_words`: what cohorts report that is no figure of one hand.

    `following`: of several treatments, which one this is and why, and what of the others is not used.
    """

    operation: Operation
    operated_on: date
    measures: tuple[MeasureShown, ...]
    in_words: tuple[RecoveryFigure, ...]
    following: tuple[str, ...] = ()

    @property
    def drawn(self) -> tuple[MeasureShown, ...]:
        """The measures there is something to show of."""
        return tuple(each for each in self.measures if each.is_drawn)


@cache
def model() -> RecoveryModel:
    """Return what recovery is expected from, by the shipped knowledge."""
    return recovery_model(knowledge())


def case_recovery(record: CaseRecord, today: date) -> CaseRecovery | None:
    """Follow the hand treated last through the signed visits; None without the day of a treatment."""
    visits = [visit.assessment for visit in record.signed_visits if visit.on <= today]
    return recovery_of(record.operations, visits, today)


def recovery_of(
    operations: Sequence[Operation], visits: Sequence[Assessment], today: date
) -> CaseRecovery | None:
    """Follow the hand treated last through these visits."""
    operation = followed_operation(operations)
    if operation is None or operation.on is None:
        return None
    followed = (*_strengths(operation, visits), *_scores(operation, operation.on, visits))
    shown = tuple(_shown(each, error, today) for each, error in followed)
    return CaseRecovery(
        operation, operation.on, shown, tuple(_in_words(operation)), following_words(operations)
    )


def _shown(followed: FollowedMeasure, error: MeasureError, today: date) -> MeasureShown:
    off = surprise(followed.prior, followed.used)
    return MeasureShown(
        recovery_picture(followed, today), error, followed, off is not None and abs(off) > UNEXPECTED
    )


def _strengths(
    operation: Operation, visits: Sequence[Assessment]
) -> Iterator[tuple[FollowedMeasure, MeasureError]]:
    others = strength_courses(_other_side(operation), visits, model())
    for course, other in zip(strength_courses(operation, visits, model()), others, strict=True):
        unit = _unit(course, visits)
        last_other = other.measured[-1].value if other.measured else None
        yield (
            FollowedMeasure(
                title=f"{course.kind.label}, {course.side.label.lower()}",
                unit=unit.value,
                per_unit=unit.newtons,
                operated_on=course.operated_on,
                prior=course.prior,
                measured=course.measured,
                used=course.used,
                days=course.days,
                detectable=course.error.change,
                other_hand=last_other,
            ),
            course.error,
        )


def _other_side(operation: Operation) -> Operation:
    return Operation(operation.side.other, operation.procedure, operation.on)


def _unit(course: StrengthCourse, visits: Sequence[Assessment]) -> AmountUnit:
    """Take the unit this strength was last entered in."""
    found = (visit.hand(course.side).trials(course.kind) for visit in reversed(visits))
    return next((trials.unit for trials in found if trials is not None), AmountUnit.KILOGRAM_FORCE)


def _scores(
    operation: Operation, operated_on: date, visits: Sequence[Assessment]
) -> Iterator[tuple[FollowedMeasure, MeasureError]]:
    for course in score_courses(visits, score_rules(knowledge())):
        measure = course.definition.id.value
        prior, error = model().prior(operation.procedure, measure), model().error(measure)
        if prior is not None and error is not None:
            measured = tuple(_measured(course, operated_on, error))
            yield (
                FollowedMeasure(
                    title=course.definition.name,
                    unit=course.definition.unit,
                    per_unit=1.0,
                    operated_on=operated_on,
                    prior=prior,
                    measured=measured,
                    used=tuple(m for m in measured if m.week is not None or prior.counts_before),
                    days=tuple(point.on for point in course.points),
                    detectable=error.change,
                ),
                error,
            )


def _measured(course: ScoreCourse, operated_on: date, error: MeasureError) -> Iterator[Measured]:
    for point in course.points:
        days = (point.on - operated_on).days
        yield Measured(days / 7.0 if days >= 0 else None, point.value, error.deviation)


def _in_words(operation: Operation) -> Iterator[RecoveryFigure]:
    """List what cohorts report that is drawn nowhere: shares of patients, and findings without a figure."""
    known = (entry.prior.measure for entry in model().published if entry.procedure is operation.procedure)
    drawn = {measure for measure in known if model().error(measure) is not None}
    for row in knowledge().recovery.rows:
        is_without_figure = row.value is None and row.percent_of_preop is None
        is_of_it = operation.procedure in row.cohort.procedures and row.week > 0
        if is_of_it and (row.measure not in drawn or is_without_figure):
            yield row
