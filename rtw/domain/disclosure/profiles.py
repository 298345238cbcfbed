"""Named disclosure profiles: what each place lets an employer learn. The strictest is the default.

A profile can only open what the report types can hold; no profile can let a diagnosis out. The
legal notes are orientation for the therapist, not advice, and never leave the clinic.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

Verified = Literal["yes", "secondary", "no"]


class Item(StrEnum):
    """A kind of fact that a rule speaks of."""

    REASON = "reason"
    TREATMENT_TIMES = "treatment_times"
    FULL_DUTY = "full_duty"
    CLINICAL = "clinical"
    APPROVAL = "approval"
    EXACT_FIGURES = "exact_figures"
    FREE_TEXT = "free_text"
    ORIGIN = "origin"


@dataclass(frozen=True, slots=True)
class Rule:
    """Why an item is held back or needed: words for the therapist, and where they come from."""

    item: Item
    words: str
    source: str
    verified: Verified


@dataclass(frozen=True, slots=True)
class DisclosureProfile:
    """What may leave in one place.

    `full_duty_spread_weeks` widens a single computed week to a range: a convention of this product.
    """

    name: str
    label: str
    allows_reason: bool
    needs_physician: bool
    rules: tuple[Rule, ...]
    shows_treatment_times: bool = True
    shows_full_duty: bool = True
    full_duty_spread_weeks: int = 2

    def rule(self, item: Item) -> Rule:
        """Return this place's own rule for an item, or the rule of the house."""
        own = (rule for rule in self.rules if rule.item is item)
        return next(own, HOUSE_RULES[item])


_HOUSE: Final = "rule of this product"

HOUSE_RULES: Final = {
    rule.item: rule
    for rule in (
        Rule(Item.REASON, "No reason is given: hours, limits and dates are enough to act on.", _HOUSE, "yes"),
        Rule(Item.TREATMENT_TIMES, "Only the times away are shown, not what they are for.", _HOUSE, "yes"),
        Rule(Item.FULL_DUTY, "Expected full duty is a range that reviews confirm.", _HOUSE, "yes"),
        Rule(Item.CLINICAL, "Clinical facts never leave for an employer.", _HOUSE, "yes"),
        Rule(Item.APPROVAL, "Who approved it clinically stays in the clinic.", _HOUSE, "yes"),
        Rule(
            Item.EXACT_FIGURES,
            "Limits step to the more protective rung, so that no measurement can be read back.",
            _HOUSE,
            "yes",
        ),
        Rule(Item.FREE_TEXT, "Free text leaves only when a named person has approved it.", _HOUSE, "yes"),
        Rule(Item.ORIGIN, "Where a limit comes from stays in the clinic.", _HOUSE, "yes"),
    )
}

FUNCTIONAL_ONLY: Final = DisclosureProfile(
    name="functional_only",
    label="Functional facts only (strictest)",
    allows_reason=False,
    needs_physician=False,
    rules=(),
)

ONTARIO_FAF: Final = DisclosureProfile(
    name="ontario_faf",
    label="Ontario: functional abilities",
    allows_reason=False,
    needs_physician=False,
    rules=(
        Rule(
            Item.CLINICAL,
            "The functional abilities form holds neither clinical nor diagnostic information.",
            "WSIB Operational Policy Manual, Functional Abilities Form",
            "secondary",
        ),
        Rule(
            Item.REASON,
            "An employer may ask for limits and needs, not for the diagnosis.",
            "Ontario Human Rights Commission, policy on accommodation",
            "secondary",
        ),
    ),
)

US_ADA: Final = DisclosureProfile(
    name="us_ada",
    label="United States: ADA",
    allows_reason=False,
    needs_physician=False,
    rules=(
        Rule(
            Item.CLINICAL,
            "Supervisors may be told the necessary restrictions and accommodations; "
            "medical information is kept apart and confidential.",
            "29 CFR 1630.14(c)",
            "secondary",
        ),
    ),
)

US_WASHINGTON: Final = DisclosureProfile(
    name="us_washington",
    label="United States: Washington State, workers' compensation",
    allows_reason=False,
    needs_physician=True,
    rules=(
        Rule(
            Item.APPROVAL,
            "A light-duty job needs the attending provider's approval before it is offered.",
            "WAC 296-19A-170; Stay at Work programme",
            "secondary",
        ),
        US_ADA.rules[0],
    ),
)

UK_AGREED_REASON: Final = DisclosureProfile(
    name="uk_with_agreed_reason",
    label="United Kingdom: with a reason the patient agreed to",
    allows_reason=True,
    needs_physician=False,
    rules=(
        Rule(
            Item.CLINICAL,
            "Health data is special category data; the worker is told what goes to whom.",
            "UK GDPR Art. 9; ICO guidance on workers' health",
            "secondary",
        ),
        Rule(
            Item.REASON,
            "A reason is shown only in words the patient has agreed to and a named person approved.",
            "ICO guidance on workers' health",
            "secondary",
        ),
    ),
)

NSW: Final = DisclosureProfile(
    name="nsw",
    label="New South Wales: recover-at-work plan",
    allows_reason=True,
    needs_physician=False,
    rules=(
        Rule(
            Item.CLINICAL,
            "The insurer's plan may name the diagnosis; the copy for the workplace leaves it out.",
            "SIRA NSW, workers compensation guide for employers",
            "secondary",
        ),
        Rule(
            Item.REASON,
            "What co-workers and supervisors hear is agreed with the worker.",
            "SIRA NSW, workers compensation guide for employers",
            "secondary",
        ),
    ),
)

PROFILES: Final = {
    p.name: p for p in (FUNCTIONAL_ONLY, ONTARIO_FAF, US_ADA, US_WASHINGTON, UK_AGREED_REASON, NSW)
}
"""All profiles by name; `FUNCTIONAL_ONLY` is the default."""


def profile_named(name: str) -> DisclosureProfile:
    """Return the profile of that name; a name nobody knows gives the strictest, never an open one."""
    return PROFILES.get(name, FUNCTIONAL_ONLY)
