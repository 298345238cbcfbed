"""A patient's two hands, and which of them a demand falls on."""

from enum import StrEnum

from job_profiles.kinds import Hand


class Side(StrEnum):
    """One of the patient's hands."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def label(self) -> str:
        """The hand as a person reads it."""
        return f"{self.value.capitalize()} hand"

    @property
    def other(self) -> "Side":
        """The opposite hand."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


BOTH_SIDES = (Side.LEFT, Side.RIGHT)


def sides_of(hand: Hand | None, dominant: Side | None) -> tuple[Side, ...]:
    """Name the hands a demand may fall on, left before right; both where it is open which."""
    match hand:
        case Hand.LEFT:
            return (Side.LEFT,)
        case Hand.RIGHT:
            return (Side.RIGHT,)
        case Hand.DOMINANT if dominant is not None:
            return (dominant,)
        case Hand.NON_DOMINANT if dominant is not None:
            return (dominant.other,)
        case _:
            return BOTH_SIDES
