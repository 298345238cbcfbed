"""What remarks say of the hands: vibration with its figure, kinds of work at a computer, strains in words."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from job_profiles.amounts import parse_amount
from job_profiles.by_unit import NOTHING, Complaint, Place, Reading, by_dimension
from job_profiles.kinds import FORCE_KINDS, LOAD_KINDS, STRENGTH_KINDS, DemandKind
from job_profiles.labels import amount_in
from job_profiles.problem import Severity
from job_profiles.units import Dimension
from job_profiles.vocabulary.kind_words import exact_kind, kind_of
from job_profiles.vocabulary.words import fold, words

_CLAUSES: Final = re.compile(r"\s*(?:[;\n]|,(?!\d))\s*")
_COUNTED_BY: Final = {
    "keystrokes": DemandKind.KEYBOARDING,
    "clicks": DemandKind.MOUSING,
}


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark taken apart: its figure of vibration, and clauses that name a strain and were not read."""

    vibration: Reading = NOTHING
    unread: tuple[str, ...] = ()


@lru_cache(maxsize=10_000)
def remark_in(text: str) -> Remark:
    """Return what a remark says of strains on the hand."""
    vibration, unread = NOTHING, []
    for clause in (c.strip() for c in _CLAUSES.split(text) if c.strip()):
        told = _vibration(clause) if vibration is NOTHING else NOTHING
        if told is not NOTHING:
            vibration = told
        elif _names_strain(clause):
            unread.append(clause)
    return Remark(vibration, tuple(unread))


def _vibration(clause: str) -> Reading:
    first = re.search(r"\d", clause)
    amount = parse_amount(clause[first.start() :]) if first else None
    accelerates = amount and amount.unit and amount.unit.dimension is Dimension.ACCELERATION
    if not accelerates or not any(w.startswith("vibr") or "schwing" in w for w in fold(clause).split()):
        return NOTHING
    return amount_in(clause, DemandKind.HAND_ARM_VIBRATION)


@lru_cache(maxsize=10_000)
def acceleration_in(text: str) -> Reading:
    """Return the acceleration that stands in a remark beside vibration: `impact driver, 4.2 m/s²`."""
    told = (amount_in(c.strip(), DemandKind.HAND_ARM_VIBRATION) for c in _CLAUSES.split(text) if c.strip())
    return next((t for t in told if any(name == "ahv_m_s2" for name, _ in t.facts)), NOTHING)


@lru_cache(maxsize=10_000)
def strain_in(text: str, kind: DemandKind) -> Reading:
    """Return the force or weight that a clause of a remark gives, and nothing else, for a kind that has one.

    A weight beside a grip may be that of the object: it is told, not read.
    """
    for clause in (c.strip() for c in _CLAUSES.split(text)):
        amount = parse_amount(clause)
        unit = amount.unit if amount is not None and not amount.rest else None
        if amount is None or unit is None or kind not in FORCE_KINDS | LOAD_KINDS:
            continue
        if unit.dimension is Dimension.WEIGHT and kind in STRENGTH_KINDS:
            return Reading((), (_weight_or_force(clause),))
        if unit.dimension in {Dimension.FORCE, Dimension.WEIGHT}:
            return by_dimension(amount, unit, Place("amount", kind))
    return NOTHING


def _weight_or_force(clause: str) -> Complaint:
    return Complaint(
        Severity.WARNING,
        "amount-in-remark",
        f"“{clause}” among the remarks may be the force or a weight of an object; it was not read.",
        "Write the force in the column of forces.",
    )


def _names_strain(clause: str) -> bool:
    stems = words("values", "strains")
    return any(word.startswith(stem) for word in fold(clause).split() for stem in stems)


@lru_cache(maxsize=10_000)
def kinds_named(text: str) -> tuple[DemandKind, ...]:
    """Return the kinds that are all a remark names: `keyboard + mouse`; none where it says anything else."""
    word = kind_of(text)
    plain = word is not None and not word.open_to and (word.listed or exact_kind(text) is not None)
    return word.kinds if word is not None and plain else ()


@lru_cache(maxsize=10_000)
def counted_kind(text: str) -> DemandKind | None:
    """Return the kind whose efforts alone a figure counts: `4000 keystrokes/hour`."""
    tokens = set(fold(text).split())
    named = (kind for key, kind in _COUNTED_BY.items() if tokens & words("values", key))
    return next(named, None)
