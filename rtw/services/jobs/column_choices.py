"""What a column of a demand sheet may hold, in groups, each said in a line."""

from dataclasses import dataclass

from job_profiles.kinds import DemandKind
from job_profiles.problem import Choice


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    """Choices that belong together, and when to take one of them."""

    label: str
    hint: str
    choices: tuple[Choice, ...]


def _group(label: str, hint: str, **choices: str) -> ChoiceGroup:
    return ChoiceGroup(label, hint, tuple(Choice(role, words) for role, words in choices.items()))


_BODY = (
    DemandKind.LIFTING,
    DemandKind.CARRYING,
    DemandKind.PUSHING,
    DemandKind.PULLING,
    DemandKind.REACHING_OVERHEAD,
    DemandKind.REACHING_FORWARD,
    DemandKind.CLIMBING,
    DemandKind.PERSON_HANDLING,
    DemandKind.PALM_WEIGHT_BEARING,
    DemandKind.DRIVING,
)


def _kinds(label: str, hint: str, kinds: tuple[DemandKind, ...]) -> ChoiceGroup:
    return ChoiceGroup(label, hint, tuple(Choice(kind.label, kind.label) for kind in kinds))


COLUMN_CHOICES: tuple[ChoiceGroup, ...] = (
    _group(
        "Nothing needed",
        "numbers of rows, dates, codes, anything that says nothing of the work",
        ignored="Nothing that matters here",
    ),
    _group(
        "About the task",
        "what is done, and for how long",
        task="Name of the task",
        hours="Hours a day",
        essential="Essential or not",
    ),
    _group(
        "About the demand in its row",
        "another column names the demand; this one tells more of it",
        demand="Name of the demand",
        hand="Hand",
        tool="Tool or object",
        quality="How it is known (measured, observed …)",
        remark="Remarks",
    ),
    _group(
        "How much, of the demand in its row",
        "choose “amount” where the unit stands elsewhere in the row",
        amount="Amount",
        unit="Unit of the amount",
        force="Force",
        load="Weight of an object",
        angle="Angle",
        torque="Torque",
        vibration="Vibration",
    ),
    _group(
        "How often, how long",
        "of the demand in its row",
        rate="How often",
        seconds_per_effort="Seconds for each effort",
        cycle_time="Time of a cycle",
        per_cycle="Efforts in a cycle",
        duty_cycle="Share of the time",
        longest_bout="Longest at a stretch",
    ),
    _kinds(
        "One demand, of the hand",
        "the whole column is about this one demand; each row tells how much or how often",
        tuple(kind for kind in DemandKind if kind not in _BODY),
    ),
    _kinds("One demand, of arm or body", "likewise", _BODY),
)
"""Every answer to `what does this column hold?`; a kind goes by its label, as a heading would."""


def role_label(role: str) -> str:
    """Return the words of a role of a column."""
    every = (choice for group in COLUMN_CHOICES for choice in group.choices)
    return next((choice.label for choice in every if choice.value == role), role.replace("_", " "))
