"""The verdicts: what a comparison may say. There is no verdict that means "nothing known, so fit"."""

from enum import StrEnum


class Verdict(StrEnum):
    """One demand on one hand."""

    WITHIN = "within"
    MARGINAL = "marginal"
    EXCEEDS = "exceeds"
    CANNOT_SAY = "cannot_say"

    @property
    def label(self) -> str:
        """The word shown."""
        return {"cannot_say": "Cannot say"}.get(self.value, self.value.capitalize())

    @property
    def sign(self) -> str:
        """The sign that carries the verdict without colour."""
        return {"within": "✓", "marginal": "≈", "exceeds": "✕", "cannot_say": "?"}[self.value]


class TaskVerdict(StrEnum):
    """One task, or the whole job."""

    SUITABLE = "suitable"
    SUITABLE_WITH_MODIFICATION = "suitable_with_modification"
    NOT_SUITABLE = "not_suitable"
    CANNOT_SAY = "cannot_say"

    @property
    def label(self) -> str:
        """The words shown."""
        return self.value.replace("_", " ").capitalize()

    @property
    def sign(self) -> str:
        """The sign that carries the verdict without colour."""
        signs = {"suitable": "✓", "suitable_with_modification": "±", "not_suitable": "✕", "cannot_say": "?"}
        return signs[self.value]
