"""All tables together: what migrations and tests compare a database with."""

from sqlalchemy import MetaData

from rtw.store import assessments, cases, jobs, norm_choices, operations, people, plans, records, releases
from rtw.store.base import Base

TABLE_MODULES = (assessments, cases, jobs, norm_choices, operations, people, plans, records, releases)


def metadata() -> MetaData:
    """Return the tables as the code knows them."""
    return Base.metadata
