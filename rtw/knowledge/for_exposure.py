"""From tables of the knowledge base to the coefficients that exposure models take."""

from rtw.domain.exposure.strength_classes import Frequency, StrengthClass, StrengthClassCoefficients
from rtw.domain.published import Lookup
from rtw.knowledge.load import Knowledge

NEGLIGIBLE_LB = 0.0


def strength_class_coefficients(knowledge: Knowledge) -> StrengthClassCoefficients:
    """Most pounds by strength class and frequency. Where a class holds a negligible load only, 0."""
    rows = {row.name: row for row in knowledge.strength_classes.rows}
    named = [rows[cls] for cls in StrengthClass if cls in rows]
    limits = [(row.occasional_lb, row.frequent_lb, row.constant_lb) for row in named]
    info = knowledge.strength_classes.info
    return StrengthClassCoefficients(
        Lookup(
            meaning=info.meaning,
            columns=tuple(frequency.value for frequency in Frequency),
            rows=tuple(tuple(NEGLIGIBLE_LB if lb is None else lb for lb in row) for row in limits),
            source=named[0].source,
            population=info.population,
            verified=named[0].verified,
            note=info.note,
            ascending=tuple(frequency.value for frequency in Frequency),
        )
    )
