"""Job profiles such as a careful observer could have written: the input of every layout."""

from dataclasses import dataclass
from typing import Any, Final

from hypothesis import strategies as st

from job_profiles.kinds import LOAD_KINDS, DemandKind, Hand, Quality
from job_profiles.profile import Demand, FrequencyScale, JobProfile, ScaleBasis, Shift, Task

K = DemandKind


@dataclass(frozen=True, slots=True)
class Plausible:
    """What a kind's main amount may be: the field it stands in and the values to draw from."""

    field: str | None
    values: tuple[float, ...] = ()
    repeats: bool = False


GRIP: Final = Plausible("force_n", (15, 22, 31, 48, 60, 85, 120, 155), repeats=True)
PINCH: Final = Plausible("force_n", (6, 9, 12.5, 18, 24, 35, 45), repeats=True)
PUSH: Final = Plausible("force_n", (60, 95, 140, 180, 210), repeats=True)
LOAD: Final = Plausible("load_kg", (1.5, 4, 7.5, 11, 14.5, 18), repeats=True)
ANGLE: Final = Plausible("angle_deg", (10, 15, 20, 25, 35, 40))
TIMED: Final = Plausible(None)

PLAUSIBLE: Final[dict[DemandKind, Plausible]] = {
    K.POWER_GRIP: GRIP,
    K.TIP_PINCH: PINCH,
    K.KEY_PINCH: PINCH,
    K.PALMAR_PINCH: PINCH,
    K.LIFTING: LOAD,
    K.CARRYING: LOAD,
    K.PUSHING: PUSH,
    K.PULLING: PUSH,
    K.WRIST_FLEXION: ANGLE,
    K.WRIST_EXTENSION: ANGLE,
    K.ELBOW_FLEXION: Plausible("angle_deg", (60, 75, 90, 110)),
    K.FOREARM_ROTATION: Plausible("torque_n_m", (0.8, 1.5, 2.4, 4), repeats=True),
    K.HAND_ARM_VIBRATION: Plausible("ahv_m_s2", (1.8, 2.5, 3.2, 4.6, 6.8)),
    K.KEYBOARDING: TIMED,
    K.MOUSING: TIMED,
    K.HANDWRITING: TIMED,
    K.FINE_MANIPULATION: TIMED,
    K.REACHING_OVERHEAD: TIMED,
    K.REACHING_FORWARD: TIMED,
}
AMOUNT_FIELDS: Final = ("force_n", "load_kg", "angle_deg", "ahv_m_s2", "torque_n_m")

TASK_NAMES: Final = (
    "Fill cartons",
    "Close and seal bags",
    "Set up the bench",
    "Inspect parts",
    "Prepare orders",
    "Clean down",
    "Answer customers",
    "Fit brackets",
    "Trim and finish",
    "Load the trolley",
    "Weigh samples",
    "Sort returns",
)
EMPLOYERS: Final = (
    "Aldermoor Foods Ltd",
    "Brightwater Components GmbH",
    "Casa Verde Textiles S.A.",
    "Dunmore Clinic",
)
TITLES: Final = ("Packer", "Line assembler", "Workshop assistant", "Records clerk", "Dispatch operative")
RATES: Final = (0.5, 1.0, 2.0, 4.0, 5.0, 6.0, 10.0, 12.0)
QUALITIES: Final = (Quality.MEASURED, Quality.OBSERVED, Quality.STATED)

THIRDS: Final = FrequencyScale(
    ScaleBasis.SHARE_OF_SHIFT,
    (("N", (0.0, 0.0)), ("O", (0.0, 0.33)), ("F", (0.33, 0.67)), ("C", (0.67, 1.0))),
)


def letter_for(share: float) -> str:
    """The letter of `THIRDS` that a share of the shift falls under."""
    return "O" if share <= 0.33 else "F" if share <= 0.67 else "C"


def hands_for(kind: DemandKind) -> tuple[Hand, ...]:
    """The hands that make sense for a kind: loads are shared, forces fall on each hand."""
    if kind in LOAD_KINDS | {K.PUSHING, K.PULLING}:
        return (Hand.BOTH, Hand.BOTH, Hand.RIGHT, Hand.LEFT)
    if kind in {K.MOUSING, K.HANDWRITING}:
        return (Hand.RIGHT, Hand.LEFT, Hand.DOMINANT)
    return (Hand.RIGHT, Hand.LEFT, Hand.EACH, Hand.RIGHT, Hand.EITHER, Hand.DOMINANT, Hand.NON_DOMINANT)


@st.composite
def demands(draw: st.DrawFn, kind: DemandKind, task_hours: float, shift_hours: float) -> Demand:
    plausible = PLAUSIBLE[kind]
    hours = draw(st.sampled_from([h for h in (0.25, 0.5, 1.0, 1.5, 2.0, 3.0, task_hours) if h <= task_hours]))
    letter = letter_for(hours / shift_hours)
    amount: dict[str, Any] = (
        {plausible.field: draw(st.sampled_from(plausible.values))} if plausible.field else {}
    )
    return Demand(
        kind,
        draw(st.sampled_from(hands_for(kind))),
        hours_per_day=hours,
        efforts_per_minute=draw(st.sampled_from(RATES)) if plausible.repeats else None,
        frequency_band=letter,
        hours_range=THIRDS.hours(letter, shift_hours),
        quality=draw(st.sampled_from(QUALITIES)),
        **amount,
    )


@st.composite
def tasks(draw: st.DrawFn, name: str, hours: float, shift_hours: float) -> Task:
    kinds = draw(st.lists(st.sampled_from(list(PLAUSIBLE)), min_size=1, max_size=4, unique=True))
    asked = tuple(draw(demands(kind, hours, shift_hours)) for kind in kinds)
    return Task(name, draw(st.booleans()), hours, demands=asked)


@st.composite
def job_profiles(draw: st.DrawFn, title: str | None = None, employer: str | None = None) -> JobProfile:
    """A job of one to six tasks whose hours fit into its shift."""
    shift = draw(st.sampled_from((6.0, 7.5, 8.0, 10.0)))
    names = draw(st.lists(st.sampled_from(TASK_NAMES), min_size=1, max_size=6, unique=True))
    hours = draw(st.lists(st.sampled_from((0.5, 0.75, 1.0)), min_size=len(names), max_size=len(names)))
    hours[0] += draw(st.sampled_from((0.0, 1.25, 2.0))) if sum(hours) + 2 <= shift else 0.0
    made = tuple(draw(tasks(n, h, shift)) for n, h in zip(names, hours, strict=True))
    return JobProfile(
        title or draw(st.sampled_from(TITLES)),
        employer or draw(st.sampled_from(EMPLOYERS)),
        shift=Shift(shift, draw(st.sampled_from((4.0, 5.0)))),
        frequency_scale=THIRDS,
        tasks=made,
    )


@st.composite
def several_jobs(draw: st.DrawFn) -> tuple[JobProfile, ...]:
    """One to three jobs of one employer, with different titles."""
    employer = draw(st.sampled_from(EMPLOYERS))
    titles = draw(st.lists(st.sampled_from(TITLES), min_size=2, max_size=3, unique=True))
    return tuple(draw(job_profiles(title, employer)) for title in titles)
