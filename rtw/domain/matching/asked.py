"""What a demand asks of one hand, as ranges: what the sheet leaves open is bounded, never guessed."""

from dataclasses import dataclass
from math import inf

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand, FrequencyScale, JobProfile, Range, Task
from rtw.domain.capacity import Quantity
from rtw.domain.hands import Side

UNKNOWN: Range = (0.0, inf)
AMOUNTS = frozenset({Quantity.FORCE_N, Quantity.LOAD_KG, Quantity.TORQUE_N_M})
"""Quantities that two hands can share; time, angle and vibration fall on each hand in full."""

WITH_BOTH_HANDS = frozenset({DemandKind.CLIMBING, DemandKind.PERSON_HANDLING, DemandKind.COLD})
"""Nobody climbs, moves a patient or stands in the cold with one hand only."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One demand of one task on one hand, with what bounds its hours."""

    task: Task
    index: int
    demand: Demand
    side: Side
    shift_hours: float | None = None
    scale: FrequencyScale | None = None

    @property
    def shared(self) -> bool:
        """Whether both hands bear the amount together."""
        return self.demand.hand is Hand.BOTH or self.takes_both

    @property
    def takes_both(self) -> bool:
        """Whether it falls on both hands by its nature, though the sheet names none."""
        return self.demand.hand is None and self.demand.kind in WITH_BOTH_HANDS

    def hours(self) -> tuple[Range | None, str]:
        """Give hours a day as a range, and where they come from in words; None where nothing bounds them."""
        demand = self.demand
        if demand.hours_per_day is not None:
            return (demand.hours_per_day, demand.hours_per_day), "as stated"
        if demand.hours_range is not None:
            return demand.hours_range, "range as stated"
        if demand.frequency_band is not None and self.scale is not None:
            band = self.scale.hours(demand.frequency_band, self.shift_hours)
            if band is not None:
                return band, f"“{demand.frequency_band}” by the sheet's legend"
        return self._bounding_hours()

    def _bounding_hours(self) -> tuple[Range | None, str]:
        """Bound the hours by the task, else by the shift: no more than that can be asked."""
        if self.task.hours_per_day is not None:
            return (0.0, self.task.hours_per_day), "at most the hours of the task"
        if self.task.hours_range is not None:
            return (0.0, self.task.hours_range[1]), "at most the hours of the task"
        if self.shift_hours is not None:
            return (0.0, self.shift_hours), "at most the shift"
        return None, "not stated"

    def is_never(self) -> bool:
        """Whether the sheet says outright that this is not asked (0 hours, or "never")."""
        hours, _ = self.hours()
        return self.states_hours() and hours is not None and hours[1] == 0.0

    def bout(self) -> Range | None:
        """Give the longest stretch in hours; where it is open it cannot be longer than the day's hours."""
        if self.demand.longest_bout_h is not None:
            return self.demand.longest_bout_h, self.demand.longest_bout_h
        hours, _ = self.hours()
        return None if hours is None else (0.0, hours[1])

    def duty_cycle(self) -> Range:
        """Give the share of the time under effort (0 to 1).

        Where neither it nor pace and effort time are stated, the demand's own hours bound it: gripping for
        2 of the 4 hours of a task is effort for half of that time at most. A silent sheet leaves 0 to 1.
        """
        demand = self.demand
        if demand.duty_cycle is not None:
            share = min(1.0, max(0.0, demand.duty_cycle))
            return share, share
        if demand.efforts_per_minute is not None and demand.seconds_per_effort is not None:
            share = min(1.0, demand.efforts_per_minute * demand.seconds_per_effort / 60.0)
            return share, share
        span = self.hours_of_task()
        return (0.0, 1.0) if span is None else (0.0, min(1.0, span[0] / span[1]))

    def hours_of_task(self) -> Range | None:
        """Give the most hours stated for the demand itself, and the hours they are spread over."""
        if not self.states_hours():
            return None
        hours, _ = self.hours()
        spread = self.task.hours_per_day if self.task.hours_per_day is not None else self.shift_hours
        return None if hours is None or not spread else (hours[1], spread)

    def states_hours(self) -> bool:
        """Whether the sheet gives hours, or a frequency, for the demand itself."""
        demand = self.demand
        return any(v is not None for v in (demand.hours_per_day, demand.hours_range, demand.frequency_band))

    def load(self) -> Range | None:
        """Give the weight in kg: a band where the sheet gives one."""
        if self.demand.load_range_kg is not None:
            return self.demand.load_range_kg
        return _point(self.demand.load_kg)

    def a8(self) -> Range | None:
        """Give the daily vibration A(8) in m/s² over the bounds of the hours; None without a magnitude."""
        hours, _ = self.hours()
        if self.demand.ahv_m_s2 is None or hours is None:
            return None
        low, high = (self.demand.ahv_m_s2 * (h / REFERENCE_DAY_H) ** 0.5 for h in hours)
        return low, high

    def required(self, quantity: Quantity) -> Range | None:
        """Give the amount asked of this demand, before any sharing between hands; None where unknown."""
        demand = self.demand
        match quantity:
            case Quantity.LOAD_KG:
                return self.load()
            case Quantity.HOURS_PER_DAY:
                return self.hours()[0]
            case Quantity.BOUT_H:
                return self.bout()
            case Quantity.A8_M_S2:
                return self.a8()
            case Quantity.PERMITTED:
                return 1.0, 1.0
        single = {
            Quantity.FORCE_N: demand.force_n,
            Quantity.ANGLE_DEG: demand.angle_deg,
            Quantity.EFFORTS_PER_MINUTE: demand.efforts_per_minute,
            Quantity.AHV_M_S2: demand.ahv_m_s2,
            Quantity.TORQUE_N_M: demand.torque_n_m,
        }
        return _point(single[quantity])


REFERENCE_DAY_H = 8.0
"""The eight hours in the definition of A(8) itself (ISO 5349-1)."""


def _point(value: float | None) -> Range | None:
    return None if value is None else (value, value)


def asked_of(profile: JobProfile, task: Task, index: int, side: Side) -> Asked:
    """Put one demand of a job on one hand."""
    demand = task.demands[index]
    return Asked(task, index, demand, side, profile.shift.hours_per_day, profile.frequency_scale)
