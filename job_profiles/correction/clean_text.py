"""Text that may stand in a workbook: no signs that XML forbids, no longer than a cell holds."""

import re
from typing import Final

MAX_CELL_CHARACTERS: Final = 32_767
"""A longer text is dropped by spreadsheet programs without a word."""

_FORBIDDEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean_text(text: str) -> str:
    """Return `text` with forbidden signs shown as � and cut to what a cell holds."""
    return _FORBIDDEN.sub("\ufffd", text)[:MAX_CELL_CHARACTERS]
