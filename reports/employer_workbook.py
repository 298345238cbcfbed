"""The employer's Excel workbook: summary, schedule, limits, changes at work, and a sheet to send back.

It holds text and numbers only: no formulas, no links, no hidden sheets, no names of its own.
"""

from datetime import UTC, datetime, time
from io import BytesIO
from typing import Any, Final

import xlsxwriter

from reports.types import EmployerReport
from reports.workbook import reply, schedule, summary, tables
from reports.workbook.page import Page
from reports.workbook.styles import FONT, Styles

_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def employer_workbook(report: EmployerReport) -> bytes:
    """Write the workbook. Equal reports give equal bytes."""
    buffer = BytesIO()
    # A copy: the library writes into the properties it is given.
    book = xlsxwriter.Workbook(buffer, {**_OPTIONS, "default_format_properties": dict(FONT)})
    _properties(book, report)
    styles = Styles(book)
    summary.add_summary(Page(book, styles, summary.NAME, summary.WIDTHS), report)
    schedule.add_schedule(Page(book, styles, schedule.NAME, schedule.widths_of(report)), report)
    tables.add_restrictions(Page(book, styles, tables.LIMITS, tables.LIMIT_WIDTHS), report)
    tables.add_accommodations(Page(book, styles, tables.CHANGES, tables.CHANGE_WIDTHS), report)
    reply.add_reply(Page(book, styles, reply.NAME, reply.WIDTHS), report)
    book.close()
    return buffer.getvalue()


def _properties(book: Any, report: EmployerReport) -> None:
    """Say in the properties only what stands on every page, and the day of issue for the clock."""
    book.set_properties(
        {
            "title": f"Return-to-work plan {report.reference.text}, version {report.version}",
            "author": "",
            "company": report.letterhead.clinic.text,
            "created": datetime.combine(report.issued_on, time(), tzinfo=UTC),
        }
    )
