"""Which of several treatments recovery and days to work are told of, why that one, and what stays unused."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from rtw.domain.assessment.operation import Operation, Procedure, undated_beside
from rtw.domain.dates import day_in_words
from rtw.domain.measures.followed import TEST_OF
from rtw.knowledge.for_days_to_work import published_days
from rtw.knowledge.for_recovery import recovery_model
from rtw.knowledge.load import knowledge

LAST = "Followed: {}. Of several treatments it is the last one whose day is known."
WITHOUT_COURSE = (
    "Followed: {}. Of several treatments of one day it is the one without a published course of strength: "
    "patients of published courses had the other operation alone."
)
FIRST_ENTERED = "Followed: {}. Of several treatments of one day it is the one entered first."
UNUSED = (
    "Not followed: {}. What is published of its {} is left out here: "
    "it is of patients whose last treatment it was."
)
NOT_GROWING = (
    "The day of {} is missing: it may have come later, so no plan lets strength grow by what is published. "
    "Enter its day under Treatment and person."
)
NOTHING_HELD = "Not followed: {}. Nothing published of its recovery or of days to work after it is held."


def followed_operation(operations: Sequence[Operation]) -> Operation | None:
    """Return the treatment that is followed: the last one whose day is known.

    Of several on one day it is one without a published course, as in the plan: cohorts had the other alone.
    """
    dated = [operation for operation in operations if operation.on is not None]
    return max(dated, key=lambda each: (each.on or date.min, not _has_course(each.procedure)), default=None)


def following_words(operations: Sequence[Operation]) -> tuple[str, ...]:
    """Say which of several treatments is followed and why, and what of each other is not used.

    Nothing is said where there is only one, or where no day is known and so nothing is followed.
    """
    followed = followed_operation(operations)
    if followed is None or len(operations) == 1:
        return ()
    others = tuple(each for each in operations if each is not followed)
    return (_why(followed, others), *_order_open(operations, followed), *(_unused(each) for each in others))


def _order_open(operations: Sequence[Operation], followed: Operation) -> Iterator[str]:
    undated = undated_beside(operations, followed)
    if undated is not None:
        yield NOT_GROWING.format(f"{undated.procedure.in_a_sentence}, {undated.side.label.lower()}")


def _why(followed: Operation, others: Sequence[Operation]) -> str:
    same_day = [each for each in others if each.on == followed.on]
    if not same_day:
        return LAST.format(_named(followed))
    has_courses = any(_has_course(each.procedure) for each in same_day)
    is_without = has_courses and not _has_course(followed.procedure)
    return (WITHOUT_COURSE if is_without else FIRST_ENTERED).format(_named(followed))


def _unused(other: Operation) -> str:
    held = " and ".join(_held(other.procedure))
    return UNUSED.format(_named(other), held) if held else NOTHING_HELD.format(_named(other))


def _held(procedure: Procedure) -> Iterator[str]:
    if any(procedure in row.cohort.procedures for row in knowledge().recovery.rows):
        yield "recovery"
    if published_days(knowledge(), procedure):
        yield "days to work"


def _named(operation: Operation) -> str:
    on = day_in_words(operation.on) if operation.on else "day not known"
    return f"{operation.procedure.in_a_sentence}, {operation.side.label.lower()}, {on}"


@cache
def _has_course(procedure: Procedure) -> bool:
    model = recovery_model(knowledge())
    priors = (model.prior(procedure, kind.value) for kind in TEST_OF)
    return any(prior is not None and prior.has_evidence for prior in priors)
