"""A job profile: what a job asks, task by task, in SI units, with the cell each amount came from.

Missing is `None`, never 0. A range is `(low, high)`. Shares are 0 to 1. Field names carry the unit.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from job_profiles.kinds import DemandKind, Hand, Quality

Range = tuple[float, float]


class ScaleBasis(StrEnum):
    """What the letters of a frequency scale count."""

    SHARE_OF_SHIFT = "share_of_shift"
    HOURS_PER_DAY = "hours_per_day"


@dataclass(frozen=True, slots=True)
class FrequencyScale:
    """What the letters N, S, O, F, C mean in one sheet: letter → (low, high), in shares or hours.

    `of_task`: the shares count the time of each task, not the shift. A finished profile never holds such a
    scale; its demands hold the hours that were worked out from it.
    """

    basis: ScaleBasis
    bands: tuple[tuple[str, Range], ...]
    of_task: bool = False

    def hours(self, letter: str, shift_hours: float | None) -> Range | None:
        """Hours a day that `letter` stands for; None when the letter or the shift is unknown."""
        band = dict(self.bands).get(letter)
        if band is None:
            return None
        if self.basis is ScaleBasis.HOURS_PER_DAY:
            return band
        return None if shift_hours is None else (band[0] * shift_hours, band[1] * shift_hours)


@dataclass(frozen=True, slots=True)
class Shift:
    """Hours of a working day and days of a working week."""

    hours_per_day: float | None = None
    days_per_week: float | None = None


@dataclass(frozen=True, slots=True)
class LiftGeometry:
    """Where a lift begins and ends (cm, degrees), as NIOSH's equation names it."""

    horizontal_cm: float | None = None
    vertical_cm: float | None = None
    travel_cm: float | None = None
    asymmetry_deg: float | None = None
    coupling: str | None = None


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing a task asks of a hand or body.

    `load_range_kg` is set where the sheet gives a weight band; `load_kg` is then its upper edge.
    `duty_cycle` is the share of task time under effort where the sheet states it.
    `as_written`, `sheet` and `cell` say what stood where; all None for a demand typed in the browser.
    `given` names the fields that a person answered, where the sheet left them open.
    """

    kind: DemandKind
    hand: Hand | None = None
    force_n: float | None = None
    load_kg: float | None = None
    load_range_kg: Range | None = None
    hours_per_day: float | None = None
    hours_range: Range | None = None
    efforts_per_minute: float | None = None
    seconds_per_effort: float | None = None
    duty_cycle: float | None = None
    angle_deg: float | None = None
    ahv_m_s2: float | None = None
    torque_n_m: float | None = None
    percent_mvc: float | None = None
    longest_bout_h: float | None = None
    machine_paced: bool | None = None
    contact_site: str | None = None
    tool: str | None = None
    glove: str | None = None
    handle: str | None = None
    geometry: LiftGeometry | None = None
    frequency_band: str | None = None
    quality: Quality | None = None
    as_written: str | None = None
    sheet: str | None = None
    cell: str | None = None
    given: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """A named part of the job. `essential` is None where the sheet does not say; `given` as in a demand."""

    name: str
    essential: bool | None = None
    hours_per_day: float | None = None
    hours_range: Range | None = None
    modifiable: bool | None = None
    demands: tuple[Demand, ...] = ()
    given: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JobProfile:
    """What one job asks. `title` and task names are the employer's own words, but for those `given`.

    `given` names what a person answered: `title`, `shift_hours`, `days_per_week`, `frequency_scale`.
    """

    title: str
    employer: str | None = None
    occupation_code: str | None = None
    shift: Shift = field(default_factory=Shift)
    frequency_scale: FrequencyScale | None = None
    tasks: tuple[Task, ...] = ()
    given: tuple[str, ...] = ()
