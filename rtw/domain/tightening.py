"""No restriction is looser than anything that holds for the same work: what was set, measured or derived.

Of several limits the strictest wins and is named. What holds for both hands together holds for each of them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from job_profiles.kinds import DemandKind
from rtw.domain.capacity import CLINICIANS, Basis, Capacity, Quantity
from rtw.domain.dates import day_in_words
from rtw.domain.hands import Side
from rtw.domain.plan import Restriction

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Cap:
    """Something no restriction on the same work may be looser than, on the days from `since` to `until`.

    `is_measured`: what was set by nobody, or until the review only, which holds until it is measured anew.
    """

    kind: DemandKind
    side: Side | None
    quantity: Quantity
    value: float
    since: date
    until: date
    basis: Basis
    origin: str
    is_measured: bool

    def concerns(self, restriction: Restriction) -> bool:
        """Whether it is about the same work, with the same hand or with both together."""
        same = (self.kind, self.quantity) == (restriction.kind, restriction.quantity)
        return same and self.side in (None, restriction.side) and self.value < restriction.value

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on `day`."""
        return self.since <= day <= self.until


def tightened(found: Iterable[Restriction], capacity: Capacity) -> tuple[Restriction, ...]:
    """Bring every restriction down to the strictest limit that holds on its days, in parts where days differ.

    What a clinician set has its own days. Anything else holds until it is measured anew, so no looser line
    stands for the days after the review; only hours end with the week of the review, from which on the
    schedule counts what tolerances are expected to have grown to.
    """
    restrictions = tuple(found)
    caps = (*_of_limits(capacity), *_of_strengths(capacity), *map(_of_restriction, restrictions))
    return tuple(part for each in restrictions for part in _parts(each, caps))


def _of_limits(capacity: Capacity) -> Iterator[_Cap]:
    """Give what was set, on its days, and what was measured; one that lapses is no leave for more."""
    for limit in capacity.limits:
        is_set = limit.basis in CLINICIANS
        if is_set or limit.holds_on(capacity.on):
            ends = (limit.until if is_set else None) or date.max
            work = (limit.kind, limit.side, limit.quantity, limit.value)
            yield _Cap(*work, limit.since or date.min, ends, limit.basis, limit.origin, not is_set)


def _of_strengths(capacity: Capacity) -> Iterator[_Cap]:
    """Give the whole strength of a hand, which no effort exceeds."""
    for own in capacity.strengths:
        if capacity.strength(own.kind, own.side) is own:
            work = (own.kind, own.side, Quantity.FORCE_N, own.mean_n)
            origin = f"{own.kind.label.lower()} measured on {day_in_words(own.measured_on)}"
            yield _Cap(*work, date.min, date.max, Basis.MEASURED, origin, is_measured=True)


def _of_restriction(one: Restriction) -> _Cap:
    work = (one.kind, one.side, one.quantity, one.value)
    is_open = one.until == one.review_on
    ends = date.max if is_open or one.until is None else one.until
    return _Cap(*work, one.since, ends, one.basis, one.origin, is_open)


def _parts(one: Restriction, caps: Iterable[_Cap]) -> Iterator[Restriction]:
    """Cut a restriction where the strictest limit on it changes; days alike in value stay together."""
    stricter = [_ending(cap, one) for cap in caps if cap.concerns(one)]
    begins = sorted({one.since, *_changes(one, stricter)})
    ends = [*(day - _DAY for day in begins[1:]), one.until]
    part: Restriction | None = None
    for since, until in zip(begins, ends, strict=True):
        holding = [cap for cap in stricter if cap.holds_on(since)]
        new = replace(_under(one, holding), since=since, until=until)
        if part is not None and part.value == new.value:
            part = replace(part, until=until)
            continue
        if part is not None:
            yield part
        part = new
    if part is not None:
        yield part


def _ending(cap: _Cap, one: Restriction) -> _Cap:
    """End what holds until measured anew with the week of the review, where it counts hours."""
    if one.quantity is not Quantity.HOURS_PER_DAY or not cap.is_measured:
        return cap
    return replace(cap, until=one.review_on + _DAY * (6 - one.review_on.weekday()))


def _changes(one: Restriction, caps: Iterable[_Cap]) -> Iterator[date]:
    """Name the days within a restriction on which one of these begins, or holds no more."""
    last = one.until or date.max
    for cap in caps:
        days = (cap.since, *([cap.until + _DAY] if cap.until < date.max else []))
        yield from (day for day in days if one.since < day <= last)


def _under(one: Restriction, caps: list[_Cap]) -> Restriction:
    if not caps:
        return one
    strictest = min(caps, key=lambda cap: cap.value)
    whose = " for both hands together" if one.side is not None and strictest.side is None else ""
    origin = f"{strictest.origin}{whose}, stricter than: {one.origin}"
    return replace(one, value=strictest.value, basis=strictest.basis, origin=origin)
