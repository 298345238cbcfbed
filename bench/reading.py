"""A workbook of 100,000 rows: read to checked profiles, beside what merely reading its cells takes.

The sheet is long: a row for each task and demand, for all the jobs of a large employer. The three readers
take turns on the same bytes, so that other load on the machine falls on all of them.
"""

import io
import random
import statistics
import time
from collections.abc import Callable
from typing import Final

import pandas as pd
import python_calamine
import xlsxwriter

from job_profiles.guarded import read_guarded
from job_profiles.read import Reading, read_workbook

ROWS: Final = 100_000
JOBS: Final = 250
DEMANDS_PER_TASK: Final = 10
ROUNDS: Final = 3
SEED: Final = 20
MOST_TIMES_CALAMINE: Final = 6.0

HEADINGS: Final = (
    "Job title",
    "Task",
    "Essential",
    "Task hours",
    "Demand",
    "Hand",
    "Amount",
    "Unit",
    "Hours per day",
    "Efforts per minute",
    "Seconds per effort",
)
DEMANDS: Final = (
    ("Power grip", "N", 5, 150),
    ("Key pinch", "N", 2, 40),
    ("Tip pinch", "N", 2, 30),
    ("Lifting", "kg", 1, 15),
    ("Wrist extension", "deg", 5, 45),
    ("Wrist flexion", "deg", 5, 45),
    ("Pushing", "N", 10, 150),
    ("Keyboarding", None, 0, 0),
    ("Mouse use", None, 0, 0),
    ("Fine manipulation", None, 0, 0),
)
Row = tuple[object, ...]
Reader = Callable[[bytes], int]


def run() -> list[dict[str, object]]:
    """Time the readers and return the medians; every one must have read every row.

    Reading ends with checked profiles; the server then has them handed over from the guarded process.
    """
    data = workbook(ROWS)
    readers = (demands_read, demands_handed_over, rows_by_calamine, rows_by_pandas)
    ours, handed_over, bare, pandas = medians_s(data, readers)
    name = f"{ROWS:,}-row workbook to checked profiles"
    limit = f"bare calamine: {bare:.2f} s, at most {MOST_TIMES_CALAMINE:g} times"
    slow = f"pandas with openpyxl merely reading it: {pandas:.2f} s, below 1"
    seconds = {"name": name, "value": round(ours, 2), "unit": "s"}
    return [
        {**seconds, "ratio": round(ours / bare, 2), "against": limit},
        {**seconds, "ratio": round(ours / pandas, 2), "against": slow},
        {
            "name": f"{name}, handed over by the guarded process",
            "value": round(handed_over, 2),
            "unit": "s",
            "ratio": round(handed_over / bare, 2),
            "against": limit,
        },
    ]


def medians_s(data: bytes, readers: tuple[Reader, ...]) -> tuple[float, ...]:
    """Let the readers take turns; AssertionError if one of them reads fewer rows than there are."""
    times: list[list[float]] = [[] for _ in readers]
    for _ in range(ROUNDS):
        for reader, taken in zip(readers, times, strict=True):
            started = time.perf_counter()
            read = reader(data)
            taken.append(time.perf_counter() - started)
            assert read == ROWS, f"{reader.__name__} read {read} rows"
    return tuple(statistics.median(taken) for taken in times)


def demands_read(data: bytes) -> int:
    """Read to checked profiles; return how many demands they hold."""
    return _demands(read_workbook(data, "jobs.xlsx"))


def demands_handed_over(data: bytes) -> int:
    """Read as the server does, in a process of its own; return how many demands came back."""
    return _demands(read_guarded(data, "jobs.xlsx"))


def _demands(reading: Reading) -> int:
    return sum(len(task.demands) for job in reading.profiles for task in job.tasks)


def rows_by_calamine(data: bytes) -> int:
    """Read the cells with calamine and do nothing with them."""
    sheet = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
    return len(sheet.to_python()) - 1


def rows_by_pandas(data: bytes) -> int:
    """Read the cells with pandas and openpyxl and do nothing with them."""
    return len(pd.read_excel(io.BytesIO(data), engine="openpyxl"))


def workbook(rows: int) -> bytes:
    """Write a demand sheet of so many rows."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet("Demands")
    sheet.write_row(0, 0, HEADINGS)
    chance = random.Random(SEED)
    for number in range(rows):
        sheet.write_row(number + 1, 0, _row(number, rows // JOBS or 1, chance))
    book.close()
    return file.getvalue()


def _row(number: int, rows_per_job: int, chance: random.Random) -> Row:
    job, within = divmod(number, rows_per_job)
    task = within // DEMANDS_PER_TASK
    kind, unit, least, most = DEMANDS[number % len(DEMANDS)]
    amount = chance.randint(least, most) if unit else None
    named = (f"Operator {job + 1}", f"Task {task + 1}", "yes" if task % 3 else "no", 0.2)
    return (*named, kind, "Right", amount, unit, 0.1, chance.randint(1, 12), chance.randint(1, 3))


if __name__ == "__main__":
    for figure in run():
        print(figure)
