"""Which cell of a demand stands for it, and which of its fields hold but one value."""

from typing import Final

UNSAID: Final = 99
"""The rank of a demand of which no cell has told anything yet."""

RANKS: Final = {
    "force_n": 0,
    "load_kg": 0,
    "angle_deg": 0,
    "ahv_m_s2": 0,
    "torque_n_m": 0,
    "unread": 0,
    "percent_mvc": 1,
    "efforts_per_minute": 2,
    "per_shift": 2,
    "per_cycle": 2,
    "band": 3,
    "hours_per_day": 4,
    "hours_range": 4,
    "share": 4,
    "mark": 5,
    "seconds_per_effort": 6,
    "duty_cycle": 6,
    "longest_bout_h": 6,
}
"""Facts by how well their cell stands for the demand, best first."""

ONE_VALUE: Final = frozenset(
    {
        "force_n",
        "load_kg",
        "angle_deg",
        "ahv_m_s2",
        "torque_n_m",
        "percent_mvc",
        "efforts_per_minute",
        "per_shift",
        "per_cycle",
        "seconds_per_effort",
        "hours_per_day",
        "duty_cycle",
        "longest_bout_h",
    }
)
"""Fields that two columns cannot both fill: what the second says is told, never dropped in silence."""
