"""The sentences of this product's own that may stand in every report, the same for every patient."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from reports.types import CatalogueSentence

TOO_MUCH: Final = CatalogueSentence(
    "too-much",
    "If a task turns out to be more than these limits allow, stop that task, go on with the other tasks of "
    "the day, and call the contact named here. Do not wait for the review.",
)
NO_MORE: Final = CatalogueSentence(
    "no-more",
    "Please do not ask for more hours, weight or speed than this plan shows, even on a good day.",
)
NO_HOURS: Final = CatalogueSentence(
    "no-hours",
    "No hours of work are planned from the day of this paper on. Please ask the contact named here before "
    "any work is given.",
)
AWAITING_APPROVAL: Final = CatalogueSentence("awaiting-approval", "Text that awaits approval")

STANDING: Final = (TOO_MUCH, NO_MORE)
"""What every report says, whatever the plan."""


def unnamed_task(number: int) -> CatalogueSentence:
    """Stand in for a task whose name is not the employer's own and has not been approved."""
    return CatalogueSentence(f"unnamed-task-{number}", f"Task {number} (name awaits approval)")


def check_holidays(days: Iterable[date]) -> CatalogueSentence:
    """Ask to check days of work that are public holidays in many places; the plan knows no calendar."""
    named = ", ".join(f"{day.day} {day:%B %Y}" for day in days)
    return CatalogueSentence("public-holidays", f"Public holidays are not known to the plan: check {named}.")
