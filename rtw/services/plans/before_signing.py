"""What a therapist should know before she signs and releases: nothing here keeps a plan from either."""

from collections.abc import Iterator

from rtw.domain.accommodation.wording import essential_words
from rtw.domain.restrictions import unsent_limits
from rtw.knowledge.load import knowledge
from rtw.services.plans.page import PlanPage


def warnings_of(page: PlanPage) -> tuple[str, ...]:
    """List what exceeds and stands in no restriction, hours that wait for a change, essential tasks gone."""
    unsent = unsent_limits(page.ground.done.as_it_stands, page.plan.restrictions)
    return (*(each.words for each in unsent), *_relying(page), *_essential(page))


def _relying(page: PlanPage) -> Iterator[str]:
    """Say which hours hold only with a change that is not there yet: the employer is told so."""
    for chosen in page.plan.accommodations:
        found = knowledge().catalogue.find(chosen.accommodation_id)
        if found is not None and chosen.relied_on_by:
            yield (
                f"The hours of {', '.join(chosen.relied_on_by)} hold only with “{found.name}”, which is "
                f"{chosen.status.label.lower()} and not in place. The employer is told so."
            )


def _essential(page: PlanPage) -> Iterator[str]:
    for chosen in page.plan.accommodations:
        found = knowledge().catalogue.find(chosen.accommodation_id)
        if found is not None and chosen.status.is_live:
            yield from essential_words(found, chosen.tasks, page.ground.done.as_it_stands)
