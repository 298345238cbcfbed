"""Template jobs: what people in a line of work are usually asked for, as questions and never as figures."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from job_profiles.kinds import DemandKind, Hand, Quality
from rtw.services.jobs.sheet import JobSheet, SheetRow
from rtw.services.permission import NotFoundError

FOLDER: Final = Path(__file__).resolve().parents[1] / "job_templates"
BLANK: Final = "blank"
"""The template that holds nothing: a sheet written from scratch."""


@dataclass(frozen=True, slots=True)
class TemplateJob:
    """A line of work. `tasks` and `demands` count what its sheet begins with."""

    id: str
    title: str
    about: str
    rows: tuple[SheetRow, ...]

    @property
    def tasks(self) -> int:
        """How many tasks it suggests."""
        return sum(1 for row in self.rows if row.task)

    @property
    def demands(self) -> int:
        """How many demands it asks about."""
        return len(self.rows)

    def sheet(self) -> JobSheet:
        """Return the sheet to begin with."""
        return JobSheet(title=self.title, rows=self.rows)


@cache
def template_jobs() -> tuple[TemplateJob, ...]:
    """Return the shipped templates by title."""
    found = (_template(path) for path in FOLDER.glob("*.yaml"))
    return tuple(sorted(found, key=lambda template: template.title))


def template_sheet(template_id: str) -> JobSheet:
    """Return the sheet of a template, or an empty one."""
    if template_id == BLANK:
        return JobSheet(rows=(SheetRow(),))
    for template in template_jobs():
        if template.id == template_id:
            return template.sheet()
    raise NotFoundError(f"template job {template_id}")


def _template(path: Path) -> TemplateJob:
    data = yaml.safe_load(path.read_text("utf-8"))
    rows = tuple(row for task in data["tasks"] for row in _rows(task))
    return TemplateJob(path.stem, data["title"], data["about"], rows)


def _rows(task: dict[str, Any]) -> list[SheetRow]:
    """Return a row per demand. A kind or hand that does not exist is a ValueError: the file is ours."""
    rows = [
        SheetRow(
            kind=DemandKind(demand["kind"]).value,
            hand=Hand(demand["hand"]).value if "hand" in demand else "",
            quality=Quality.OCCUPATION_DATA.value,
            ask=demand["ask"],
        )
        for demand in task["demands"]
    ]
    first = rows[0]
    rows[0] = SheetRow(
        task=task["name"],
        kind=first.kind,
        hand=first.hand,
        quality=first.quality,
        ask=f"{task['ask']} {first.ask}",
    )
    return rows
