"""A score as it was taken at a visit: the answers by item, or the total worked out on paper, or both."""

from dataclasses import dataclass

from rtw.domain.scores.definition import ScoreId


@dataclass(frozen=True, slots=True)
class ScoreEntry:
    """What was entered of one score. `items` in the order of the form, None where not answered.

    `total` is in the unit of the score. It may lie off the scale: that is asked about, not refused.
    """

    score: ScoreId
    items: tuple[int | None, ...] = ()
    total: float | None = None

    @property
    def answered(self) -> int:
        """How many items have an answer."""
        return sum(answer is not None for answer in self.items)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was entered."""
        return self.total is None and not self.answered
