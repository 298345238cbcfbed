"""Whose a figure of the job is, and where it stands: in the employer's sheet, or entered by hand."""

from job_profiles.profile import Demand, JobProfile
from rtw.domain.why import Origin


def whose_demand(demand: Demand) -> Origin:
    """Say whose the figures of a demand are; one that was read from no cell is nobody's sheet."""
    return Origin.EMPLOYER if demand.cell else Origin.TYPED


def cell_of(demand: Demand) -> str:
    """Name the cell a demand was read from; empty where it was entered by hand, as its origin says."""
    return f"{demand.sheet}, {demand.cell}" if demand.cell else ""


def whose_job(profile: JobProfile) -> Origin:
    """Say whose the figures of a whole job are: by hand only where not one demand has a cell."""
    return Origin.EMPLOYER if any(_has_cell(profile)) else Origin.TYPED


def part_by_hand(profile: JobProfile) -> str:
    """Say of a job from a sheet that a part of it was entered by hand; empty where none was."""
    return "a part of it entered by hand" if len(set(_has_cell(profile))) > 1 else ""


def _has_cell(profile: JobProfile) -> list[bool]:
    return [bool(demand.cell) for task in profile.tasks for demand in task.demands]
