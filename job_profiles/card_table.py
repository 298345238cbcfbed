"""A run of cards laid down as a table: a row for each card, a column for each key."""

from job_profiles.blocks import Column, Table
from job_profiles.card_fields import Field, key_heading
from job_profiles.cards import Card
from job_profiles.grid.cells import CellValue
from job_profiles.headings import Heading
from job_profiles.view import View
from job_profiles.vocabulary.words import fold

Key = tuple[bool, str, int]
"""Whether it stands behind the demand, the key folded, and how often the card had it before."""


def table_of_cards(view: View, cards: list[Card]) -> Table:
    """Return the table that says what the cards say, each cell at its place on the sheet."""
    by_key = [_by_key(card) for card in cards]
    keys = _in_order(by_key)
    heads = [next(fields[key] for fields in by_key if key in fields) for key in keys]
    rows: list[tuple[CellValue, ...]] = [tuple(field.key for field in heads)]
    places = [tuple(field.at for field in heads)]
    for card, fields in zip(cards, by_key, strict=True):
        demand = card.fields[card.demand]
        rows.append(tuple(fields[key].value if key in fields else None for key in keys))
        places.append(tuple((fields.get(key) or demand).value_at for key in keys))
    top = min(field.at[0] for card in cards for field in card.fields)
    whole = tuple(tuple(view.at(*place) for place in of_row) for of_row in places)
    laid = View(view.name, tuple(rows), view.hidden, top=top, places=tuple(places), whole=whole)
    columns = tuple(_column(i, key, field) for i, (key, field) in enumerate(zip(keys, heads, strict=True)))
    return Table(laid, (-1, -1), columns, tuple(range(1, len(rows))))


_DEMAND: Key = (False, "", 1)


def _by_key(card: Card) -> dict[Key, Field]:
    found: dict[Key, Field] = {}
    for at, field in enumerate(card.fields):
        key = _DEMAND if at == card.demand else (at > card.demand, fold(field.key), 1)
        while key in found:
            key = (key[0], key[1], key[2] + 1)
        found[key] = field
    return found


def _in_order(by_key: list[dict[Key, Field]]) -> list[Key]:
    """Return every key once: those before the demand, the demand, those behind it, as they first come."""
    keys = list(dict.fromkeys(key for fields in by_key for key in fields))
    return sorted(keys, key=lambda key: (key[0], key == _DEMAND))


def _column(index: int, key: Key, field: Field) -> Column:
    heading = Heading(field.key, ("demand",)) if key == _DEMAND else key_heading(field.key)
    return Column(index, heading, field.key.strip(" :"), 0)
