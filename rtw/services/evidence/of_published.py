"""Published figures, formulas and tables of numbers as lines."""

from collections.abc import Iterator

from rtw.domain.figure import Figure
from rtw.domain.published import Constants, Lookup
from rtw.domain.published_words import (
    column_words,
    figure_words,
    formula_words,
    plain,
    rows_in_words,
    unit_words,
)
from rtw.knowledge.load import records
from rtw.services.evidence.line import Group, Line

Published = Figure | Constants | Lookup


def published_in(holder: object) -> Iterator[Published]:
    """Walk every figure, formula and table of numbers inside a value."""
    return (record for record in records(holder) if isinstance(record, Figure | Constants | Lookup))


def published_group(key: str, title: str, meaning: str, holder: object) -> Group:
    """Make a group of everything published inside a value."""
    return Group(key, title, meaning, tuple(line_of_published(each) for each in published_in(holder)))


def line_of_published(published: Published, about: str = "") -> Line:
    """Make the line of one published value; `about` says of what it is, where its meaning does not."""
    value, unit = _said(published)
    return Line(
        subject=f"{about}: {published.meaning}" if about else published.meaning,
        value=value,
        unit=unit,
        population=published.population,
        source=published.source,
        verified=published.verified,
        where=published.where,
        note=published.note,
        table=_table(published),
    )


def _said(published: Published) -> tuple[str, str]:
    if isinstance(published, Figure):
        return figure_words(published), unit_words(published.unit)
    if isinstance(published, Constants):
        return f"{formula_words(published)}{_fitted(published)}", published.unit
    rows = "; ".join(", ".join(row) for row in rows_in_words(published))
    return f"{', '.join(column_words(published))}: {rows}", ""


def _fitted(published: Constants) -> str:
    if published.low is None or published.high is None:
        return ""
    return f"; for {plain(published.low)} to {plain(published.high)}"


def _table(published: Published) -> tuple[tuple[str, ...], ...]:
    """Give a published table as one, its heads first."""
    return (column_words(published), *rows_in_words(published)) if isinstance(published, Lookup) else ()
