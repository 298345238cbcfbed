"""The sentences of this product's own that may stand in every report, the same for every patient."""

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
AWAITING_APPROVAL: Final = CatalogueSentence("awaiting-approval", "Text that awaits approval")

STANDING: Final = (TOO_MUCH, NO_MORE)
"""What every report says, whatever the plan."""


def unnamed_task(number: int) -> CatalogueSentence:
    """Stand in for a task whose name is not the employer's own and has not been approved."""
    return CatalogueSentence(f"unnamed-task-{number}", f"Task {number} (name awaits approval)")
