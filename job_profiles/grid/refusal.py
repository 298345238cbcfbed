"""Why a file was not read, in words for the person who sent it."""

from typing import Final

from job_profiles.problem import Problem, Severity

_SAVE_AS_XLSX: Final = "Open it in Excel or LibreOffice, save it as .xlsx and send that file."
_SEND_AGAIN: Final = "Ask for the file again, or save a fresh copy and send that."

_TEXTS: Final[dict[str, tuple[str, str]]] = {
    "file-empty": ("The file is empty.", _SEND_AGAIN),
    "not-a-spreadsheet": ("This is not a spreadsheet: the content is {detail}.", _SAVE_AS_XLSX),
    "format-not-supported": ("This kind of spreadsheet cannot be read: {detail}.", _SAVE_AS_XLSX),
    "file-damaged": ("The file is damaged or cut off and cannot be opened.", _SEND_AGAIN),
    "file-encrypted": (
        "The file is protected by a password.",
        "Open it with the password, remove the password, save it and send that file.",
    ),
    "archive-too-large": (
        "The file unpacks to far more than a demand sheet can hold ({detail}), so it was not opened.",
        "Send only the sheets that describe the job, without pictures, as a new workbook.",
    ),
    "file-unsafe": (
        "The file contains {detail}, which no spreadsheet program writes, so it was not opened.",
        "Do not use this file. Ask the sender for a workbook saved by Excel or LibreOffice.",
    ),
    "sheet-too-large": (
        "The used area of a sheet is too large to read ({detail}).",
        (
            "Often one stray cell far below or far to the right is the cause: go to the last cell "
            "(Ctrl+End), delete the rows or columns there, save and send the file again."
        ),
    ),
    "reading-stopped": (
        "Reading the file took more time or memory than a demand sheet needs, so it was stopped.",
        "Copy the sheets that describe the job into a new workbook and send that.",
    ),
}

CODES: Final = frozenset(_TEXTS)
"""Every code with which a whole file can be refused."""


class Refused(Exception):  # noqa: N818 - a refusal is the answer to a file, not a fault of the program
    """The file is not read. `code` is one of `CODES`; `detail` completes the sentence."""

    def __init__(self, code: str, detail: str = "", sheet: str | None = None, cell: str | None = None):
        super().__init__(code)
        self.code, self.detail, self.sheet, self.cell = code, detail, sheet, cell


def refusal_problem(refused: Refused) -> Problem:
    """Return the one error that explains the refusal."""
    message, advice = _TEXTS[refused.code]
    return Problem(
        severity=Severity.ERROR,
        code=refused.code,
        message=message.format(detail=refused.detail),
        advice=advice,
        sheet=refused.sheet,
        cell=refused.cell,
    )
