"""Restrictions a person wrote, taken over into the plan that follows: none is lost without a word."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from rtw.domain.dates import day_in_words
from rtw.domain.matching.wording import amount
from rtw.domain.plan import Plan, Restriction
from rtw.domain.restrictions import BY_HAND


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """What comes over, and in words what does not."""

    restrictions: tuple[Restriction, ...]
    left: tuple[str, ...]


def carried_over(plan: Plan, number: int, start: date, review_on: date) -> CarriedOver:
    """Take over what the therapist wrote in plan `number` and what is not over when the next one begins.

    What followed from the limits of the hands is proposed anew, from the limits of today.
    """
    own = [each for each in plan.restrictions if each.origin.startswith(BY_HAND)]
    origin = f"{BY_HAND}, carried over from plan {number}"
    return CarriedOver(
        tuple(
            replace(each, since=max(each.since, start), review_on=review_on, origin=origin)
            for each in own
            if not _is_over(each, start)
        ),
        tuple(_left(each for each in own if _is_over(each, start))),
    )


def _is_over(restriction: Restriction, start: date) -> bool:
    return restriction.until is not None and restriction.until < start


def _left(restrictions: Iterable[Restriction]) -> Iterable[str]:
    for each in restrictions:
        most = f"at most {amount(each.value, each.quantity)}" if each.value else "not at all"
        ended = f" (ended {day_in_words(each.until)})" if each.until else ""
        yield f"{each.named}: {most}{ended}"
