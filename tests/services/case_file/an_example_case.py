"""The example of the published schema, whole or with one thing changed, and what is told of it."""

import json
from datetime import date

from opened import calendar_bytes, pdf_bytes, workbook_bytes

from job_profiles.problem import Severity
from rtw.services.case_file.reading import read_case
from rtw.services.case_file.schema import EXAMPLE

TODAY = date(2026, 11, 21)
EMPLOYERS = ("employer.xlsx", "employer.pdf", "note.pdf", "employer.ics")
OPENERS = {"xlsx": workbook_bytes, "pdf": pdf_bytes, "ics": calendar_bytes}


def example() -> dict:
    return json.loads(EXAMPLE.read_text(encoding="utf-8"))


def case_of(data: dict):
    case, problems = read_case(json.dumps(data))
    assert case is not None, problems
    return case


def problems_of(data: dict | str):
    return read_case(data if isinstance(data, str) else json.dumps(data))[1]


def cells(data: dict | str, today: date | None = None) -> set[str | None]:
    text = data if isinstance(data, str) else json.dumps(data)
    return {p.cell for p in read_case(text, today)[1] if p.severity is Severity.ERROR}


def put(path: str, value: object) -> dict:
    """Give the example with one thing changed; a list takes it at its place."""
    data = example()
    *way, last = path.split(".")
    place = data
    for step in way:
        place = place[int(step)] if isinstance(place, list) else place[step]
    place[int(last) if isinstance(place, list) else last] = value
    return data
