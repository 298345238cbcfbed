"""Models that a demand sheet cannot feed: what would have to be watched or measured at the place of work."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unfed:
    """A model by its name, and what it needs that no demand sheet holds."""

    model: str
    needs: str


UNFED = (
    Unfed("strain_index_1995", "the speed of work and the wrist's posture, rated by someone who watches"),
    Unfed("rosa", "chair, screen, telephone, mouse and keyboard, scored at the desk itself"),
)
