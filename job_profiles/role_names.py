"""The names of what columns, rows and keys may hold: of the row, an amount, or a word."""

from typing import Final

CONTEXT: Final = (
    "job",
    "employer",
    "shift_hours",
    "days",
    "occupation_code",
    "task",
    "reference",
    "essential",
    "modifiable",
    "demand",
    "hand",
    "unit",
    "quality",
    "remark",
    "tool",
    "sheet",
    "ignored",
    "environment",
    "asked",
    "band_meaning",
    "band_code",
)


MEASURES: Final = frozenset(
    {
        "amount",
        "force",
        "load",
        "angle",
        "torque",
        "vibration",
        "rate",
        "interval",
        "per_cycle",
        "cycle_time",
        "seconds_per_effort",
        "duty_cycle",
        "percent_mvc",
        "longest_bout",
        "horizontal",
        "vertical",
        "travel",
        "asymmetry",
        "trigger",
        "running",
        "tool_weight",
        "hours",
    }
)


TEXTS: Final = frozenset({"glove", "handle", "contact_site", "coupling", "machine_paced"})
