"""A demand sheet of a few rows, and the short ways to read it."""

from dataclasses import replace
from pathlib import Path

from job_profiles.kinds import DemandKind, Hand, Quality
from job_profiles.profile import Demand, FrequencyScale, JobProfile, ScaleBasis, Shift, Task
from rtw.services.jobs.sheet import (
    JobSheet,
    SheetRow,
)
from rtw.services.jobs.sheet_profile import read_sheet

WORKBOOKS = Path(__file__).resolve().parents[2] / "rtw" / "demonstration" / "workbooks"


def sheet_with(*rows: SheetRow, **head: str) -> JobSheet:
    return JobSheet(**({"title": "Packer", "shift_hours": "8"} | head), rows=rows)


def one_demand(row: SheetRow, **head: str) -> Demand:
    reading = read_sheet(sheet_with(replace(row, task=row.task or "Pack"), **head))
    assert not reading.blocks, reading.problems
    return reading.profile.tasks[0].demands[0]


def codes_of(sheet: JobSheet, base: JobProfile | None = None) -> set[tuple[int | None, str, str]]:
    return {(p.row, p.column, p.problem.code) for p in read_sheet(sheet, base).problems}


BASE = JobProfile(
    title="Packer",
    employer="Mill",
    shift=Shift(8, 5),
    frequency_scale=FrequencyScale(ScaleBasis.SHARE_OF_SHIFT, (("O", (0.0, 0.25)),)),
    tasks=(
        Task(
            "Pack",
            essential=True,
            hours_per_day=4,
            modifiable=True,
            demands=(
                Demand(
                    DemandKind.POWER_GRIP,
                    Hand.RIGHT,
                    force_n=30,
                    duty_cycle=0.4,
                    machine_paced=True,
                    quality=Quality.MEASURED,
                    as_written="30",
                    sheet="PDA",
                    cell="E5",
                ),
                Demand(
                    DemandKind.LIFTING, frequency_band="O", hours_range=(0.0, 2.0), quality=Quality.OBSERVED
                ),
            ),
        ),
    ),
)
