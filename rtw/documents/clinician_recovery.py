"""Expected recovery and days to work for the clinician's PDF."""

from typing import Any

from rtw.documents.marks import Marks
from rtw.documents.recovery_svg import alternative_text, recovery_svg
from rtw.documents.values import DaysSection, RecoverySection


def recovery_parts(sections: tuple[RecoverySection, ...], marks: Marks) -> list[dict[str, Any]]:
    """Write each measure as a picture with its table and what it rests on."""
    return [
        {
            "title": section.picture.title,
            "says": list(section.says),
            "svg": recovery_svg(section.picture),
            "alt": alternative_text(section.picture),
            "rows": [[row.what, row.day, row.figure, marks.of(row.source)] for row in section.rows],
            "basis": list(section.basis),
        }
        for section in sections
    ]


def days_part(days: DaysSection | None, marks: Marks) -> dict[str, Any] | None:
    """Write published days to work beside the plan's own; None where nothing is followed."""
    if days is None:
        return None
    rows = [[r.about, r.kind, r.days, r.people, r.against, marks.of(r.source)] for r in days.rows]
    singles = [[r.about, r.kind, r.days, r.people, marks.of(r.source)] for r in days.singles]
    strongest = [f"{days.strongest} ({marks.of(days.strongest_source)})"] if days.strongest else []
    return {"lines": [*days.lines, *strongest], "rows": rows, "singles": singles}
