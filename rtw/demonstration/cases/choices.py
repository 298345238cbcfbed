"""Accommodations as the invented cases chose them, in the catalogue's own sentences."""

from dataclasses import replace
from datetime import date

from rtw.domain.plan import AccommodationStatus
from rtw.services.accommodations.catalogue import entry_of
from rtw.services.accommodations.choosing import Choice, usual_choice
from rtw.services.accommodations.trying import Given

Chosen = tuple[str, Choice]


def agreed(name: str, due: date, *tasks: str, given: Given = ()) -> Chosen:
    """Choose an accommodation that the employer agreed to bring about by a day; no task: the whole job."""
    return _chosen(name, AccommodationStatus.AGREED, due, tasks, given)


def in_place(name: str, since: date, *tasks: str, given: Given = ()) -> Chosen:
    """Choose an accommodation that is there already."""
    return _chosen(name, AccommodationStatus.IN_PLACE, since, tasks, given)


def proposed(name: str, due: date, *tasks: str, given: Given = ()) -> Chosen:
    """Choose an accommodation that the employer has not answered yet."""
    return _chosen(name, AccommodationStatus.PROPOSED, due, tasks, given)


def _chosen(
    name: str, status: AccommodationStatus, due: date, tasks: tuple[str, ...], given: Given
) -> Chosen:
    usual = usual_choice(entry_of(name), tasks, given)
    return name, replace(usual, due=due, status=status)
