"""From published days to work and strength classes to what a schedule is held against."""

from typing import Final

from rtw.domain.assessment.operation import Procedure
from rtw.domain.measurement import AmountUnit
from rtw.domain.recovery.days_to_work import PublishedDays
from rtw.domain.recovery.job_class import ClassRule
from rtw.knowledge.load import Knowledge

LIGHT: Final = "light"


def published_days(knowledge: Knowledge, procedure: Procedure) -> tuple[PublishedDays, ...]:
    """Days to work of every cohort that a procedure belongs to, in the order of the table."""
    return tuple(
        PublishedDays(
            about=f"{row.cohort.label}: {row.job_class}",
            kind=row.kind,
            days=row.days,
            low=row.low,
            high=row.high,
            n=row.n,
            jobs=row.jobs,
            milestone=row.milestone,
            spread=row.spread,
            source=row.source,
            verified=row.verified,
        )
        for row in knowledge.days_to_work.rows
        if procedure in row.cohort.procedures
    )


def class_rule(knowledge: Knowledge) -> ClassRule | None:
    """Say where light work ends, by the strength classes; None where they do not name it."""
    rows = (row for row in knowledge.strength_classes.rows if row.name == LIGHT)
    light = next((row for row in rows if row.occasional_lb is not None), None)
    if light is None:
        return None
    most_kg = (light.occasional_lb or 0.0) * AmountUnit.POUND.kilograms
    return ClassRule(most_kg, knowledge.recovery_assumptions.desk_share.value, light.source)
