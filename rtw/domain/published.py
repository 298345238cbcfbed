"""Published formulas and tables as data: their constants, where they stand, and how well that is known."""

from dataclasses import dataclass

from rtw.domain.figure import SourceId, Verified


@dataclass(frozen=True, slots=True)
class Constants:
    """The constants of one published formula, in the order in which `formula` names them.

    `low` and `high` are the range of the input this piece was fitted on, where it was published.
    """

    meaning: str
    formula: str
    constants: tuple[float, ...]
    source: SourceId
    population: str
    verified: Verified
    where: str | None = None
    low: float | None = None
    high: float | None = None
    unit: str = ""
    note: str | None = None

    def __post_init__(self) -> None:
        """Refuse a piece without constants or with a range that runs backwards."""
        if not self.constants:
            raise ValueError("a formula without constants")
        if self.low is not None and self.high is not None and self.low >= self.high:
            raise ValueError(f"the range runs from {self.low} to {self.high}, backwards")


@dataclass(frozen=True, slots=True)
class Lookup:
    """A published table of numbers: `columns` name what stands in each row, in order.

    `ascending` and `descending` name columns whose numbers must never fall, or never rise, from row to row.
    """

    meaning: str
    columns: tuple[str, ...]
    rows: tuple[tuple[float, ...], ...]
    source: SourceId
    population: str
    verified: Verified
    where: str | None = None
    note: str | None = None
    ascending: tuple[str, ...] = ()
    descending: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse ragged rows, and columns that break their order."""
        ragged = [i for i, row in enumerate(self.rows, 1) if len(row) != len(self.columns)]
        if ragged or not self.rows:
            raise ValueError(f"rows {ragged} do not have {len(self.columns)} numbers")
        for name, sign in [*((n, 1) for n in self.ascending), *((n, -1) for n in self.descending)]:
            values = [sign * value for value in self.column(name)]
            if values != sorted(values):
                raise ValueError(f"column {name!r} does not {'rise' if sign > 0 else 'fall'} steadily")

    def column(self, name: str) -> tuple[float, ...]:
        """Give one column, top to bottom. Raises ValueError for an unknown name."""
        place = self.columns.index(name)
        return tuple(row[place] for row in self.rows)
