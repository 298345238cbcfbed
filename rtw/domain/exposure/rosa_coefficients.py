"""Points of the office assessment: of items and of use, and the three grids that put them together."""

from dataclasses import dataclass
from typing import Final

from rtw.domain.exposure.rosa_items import item_ids
from rtw.domain.figure import Figure
from rtw.domain.published import Lookup
from rtw.domain.soundness import columns_are, first_column_is, positive, require, steps_from


@dataclass(frozen=True, slots=True)
class RosaItem:
    """Points of one choice or addition, named by device, field and choice."""

    id: str
    points: Figure


@dataclass(frozen=True, slots=True)
class RosaCoefficients:
    """Points of items, the three grids, points of use, the unresolved cell, and what counts as high.

    In a grid the first column names the row, the other columns are named by what they stand for. `use` gives
    points from so many hours on: hours on end, or hours a day.
    """

    items: tuple[RosaItem, ...]
    section_a: Lookup
    section_b: Lookup
    section_c: Lookup
    use: Lookup
    neutral_chair: Figure
    high_above: Figure

    def __post_init__(self) -> None:
        """Refuse items that are no choice of the form, missing ones, and grids with a gap."""
        _check_items(tuple(item.id for item in self.items))
        for name, (row, rows, columns) in _GRIDS.items():
            columns_are(self, name, (row, *map(str, columns)))
            first_column_is(self, name, rows)
            grid: Lookup = getattr(self, name)
            within = all(1 <= number <= _TOP and number == int(number) for r in grid.rows for number in r[1:])
            require(name, f"a cell holds a whole number from 1 to {_TOP}", holds=within)
        columns_are(self, "use", ("points", "hours_continuous", "hours_per_day"))
        steps_from(self, "use", -1.0, 3)
        require("use", "its first row begins at 0 hours", holds=self.use.rows[0][1:] == (0.0, 0.0))
        positive(self, "neutral_chair", "high_above")


_TOP: Final = 10
_GRIDS: Final = {
    "section_a": ("seat", range(2, 9), range(2, 10)),
    "section_b": ("telephone", range(7), range(8)),
    "section_c": ("mouse", range(8), range(8)),
}
"""Each grid by what its rows are, and the points its rows and its columns run over."""


def _check_items(given: tuple[str, ...]) -> None:
    wanted = item_ids()
    unknown = [each for each in given if each not in wanted]
    missing = [each for each in wanted if each not in given]
    require("items", f"{', '.join(unknown)}: no choice or addition of the form", holds=not unknown)
    require("items", f"{', '.join(missing)}: missing", holds=not missing)
    require("items", "an id stands twice", holds=len(set(given)) == len(given))
