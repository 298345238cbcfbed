"""Shares of a limit in words: beyond some point only "far over" is worth knowing."""

from typing import Final

MOST_SHOWN: Final = 999.0
"""Percent that are still written out; what is ten times over a limit is no exact matter any more."""


def percent(share: float, digits: int = 0) -> str:
    """Write a share (1 = all of it) in percent, to so many digits; far over the limit it says only that."""
    shown = 100.0 * share
    if shown > MOST_SHOWN:
        return f"over {MOST_SHOWN:.0f} %"
    return f"{shown:.{digits}f} %" if digits == 0 else f"{shown:.{digits}g} %"
