"""One force of one task on one hand, with every input of the models as a range: bounded, never guessed."""

from collections.abc import Iterator

from job_profiles.kinds import STRENGTH_KINDS, DemandKind, Hand
from job_profiles.profile import Demand, JobProfile, Range, Task
from rtw.domain.capacity import Capacity, Quantity, Strength
from rtw.domain.gap import Missing
from rtw.domain.hands import Side, sides_of
from rtw.domain.job_exposure.contradictions import contradicted
from rtw.domain.job_exposure.effort_value import Effort
from rtw.domain.job_exposure.modifiers import Circumstance, StrengthModifiers, strength_left
from rtw.domain.matching import lacking
from rtw.domain.matching.asked import Asked, asked_of
from rtw.domain.matching.strength import TESTED_BY

_SIGN = {DemandKind.WRIST_FLEXION: -1.0, DemandKind.WRIST_EXTENSION: 1.0}
"""Which way a wrist angle counts in the models: extension positive."""

_PINCHES = (DemandKind.TIP_PINCH, DemandKind.KEY_PINCH, DemandKind.PALMAR_PINCH)

UNSTATED = (Circumstance.WRIST_FLEXED,)
"""What a silent sheet may hide: of the wrist's postures, flexion costs the most strength."""

WRIST_ASKED = "Ask how far the wrist is bent, and which way"

_BY_DOMINANCE = (Hand.DOMINANT, Hand.NON_DOMINANT)


def efforts_of(profile: JobProfile, capacity: Capacity, modifiers: StrengthModifiers) -> tuple[Effort, ...]:
    """Give every force of a job on every hand it may fall on, in the order of the sheet."""
    efforts = tuple(
        _effort(asked_of(profile, task, index, side), place, capacity, modifiers)
        for place, task in enumerate(profile.tasks)
        for index, demand in enumerate(task.demands)
        if bears_force(demand)
        for side in sides_of(demand.hand, capacity.dominant)
        if not asked_of(profile, task, index, side).is_never()
    )
    return contradicted(profile, efforts)


def bears_force(demand: Demand) -> bool:
    """Whether a demand is an effort of the hand: a grip or pinch, or handling with a force stated."""
    return demand.kind in STRENGTH_KINDS or (demand.kind in TESTED_BY and demand.force_n is not None)


def _effort(asked: Asked, place: int, capacity: Capacity, modifiers: StrengthModifiers) -> Effort:
    strength = capacity.strength(TESTED_BY[asked.demand.kind], asked.side)
    wrist, hours = wrist_of(asked.task, asked.side, capacity.dominant), _hours(asked)
    applies = circumstances_of(asked, capacity.dominant, modifiers.extended_far.value)
    applying = tuple(modifiers.applying(applies))
    possible = tuple(modifiers.applying(UNSTATED)) if wrist is None else ()
    rate, seconds = _rate(asked), _seconds(asked)
    on_this_hand = capacity.dominant is not None or asked.demand.hand not in _BY_DOMINANCE
    lacks = tuple(_missing(asked, strength, capacity, (rate, seconds), wrist, hours))
    return Effort(
        asked=asked,
        place=place,
        strength=strength,
        share=_share(asked, strength, capacity, strength_left(applying, possible)),
        plain_share=_plain_share(asked, strength) if len(strengths_of(asked, capacity)) == 1 else None,
        rate=rate,
        seconds=seconds,
        wrist_deg=wrist,
        hours=hours,
        modifiers=applying,
        possible=possible,
        missing=lacks if on_this_hand else (lacking.dominance(), *lacks),
        on_this_hand=on_this_hand,
    )


def _hours(asked: Asked) -> Range | None:
    """Give the hours of the effort; where they are open, those of its task, at whose pace it then goes on."""
    if asked.states_hours():
        return asked.hours()[0]
    task = asked.task
    return (task.hours_per_day, task.hours_per_day) if task.hours_per_day is not None else task.hours_range


def wrist_of(task: Task, side: Side, dominant: Side | None) -> Range | None:
    """Give the wrist's span in a task, extension positive; None where the sheet states none for this hand."""
    angles = [
        _SIGN[demand.kind] * demand.angle_deg
        for demand in task.demands
        if demand.kind in _SIGN and demand.angle_deg is not None and side in sides_of(demand.hand, dominant)
    ]
    return (min(angles), max(angles)) if angles else None


def circumstances_of(asked: Asked, dominant: Side | None, extended_far_deg: float) -> Iterator[Circumstance]:
    """Say what lowers the strength in this task: postures of this hand, and gloves."""
    wrist = wrist_of(asked.task, asked.side, dominant)
    if wrist is not None and wrist[0] < 0.0:
        yield Circumstance.WRIST_FLEXED
    if wrist is not None and wrist[1] > extended_far_deg:
        yield Circumstance.WRIST_EXTENDED_FAR
    bent = (d for d in asked.task.demands if d.angle_deg != 0.0)
    of_hand = [d for d in bent if asked.side in sides_of(d.hand, dominant)]
    if any(d.kind is DemandKind.WRIST_DEVIATION for d in of_hand):
        yield Circumstance.WRIST_DEVIATED
    if any(d.kind is DemandKind.FOREARM_ROTATION for d in of_hand):
        yield Circumstance.FOREARM_TURNED
    if asked.demand.glove:
        anti_vibration = "vib" in asked.demand.glove.casefold()
        yield Circumstance.ANTI_VIBRATION_GLOVE if anti_vibration else Circumstance.GLOVE


def _share(asked: Asked, own: Strength | None, capacity: Capacity, left: Range) -> Range | None:
    force = _force(asked, capacity)
    if force is None or own is None:
        return None
    may_be = strengths_of(asked, capacity)
    weakest = max(0.0, min(each.mean_n - each.error_n for each in may_be)) * left[0]
    strongest = max(each.mean_n + each.error_n for each in may_be) * left[1]
    return force[0] / strongest, force[1] / weakest if weakest > 0.0 else float("inf")


def strengths_of(asked: Asked, capacity: Capacity) -> tuple[Strength, ...]:
    """Give the strengths a force may be of: fine work does not say which pinch, so any measured one."""
    kinds = _PINCHES if asked.demand.kind is DemandKind.FINE_MANIPULATION else (TESTED_BY[asked.demand.kind],)
    found = (capacity.strength(kind, asked.side) for kind in kinds)
    return tuple(strength for strength in found if strength is not None)


def _plain_share(asked: Asked, own: Strength | None) -> float | None:
    if asked.demand.force_n is None or own is None or asked.shared or own.mean_n <= 0.0:
        return None
    return asked.demand.force_n / own.mean_n


def _force(asked: Asked, capacity: Capacity) -> Range | None:
    """Give the force on this hand; of a shared force the other hand may bear what it can at most."""
    force = asked.demand.force_n
    if force is None:
        return None
    if not asked.shared:
        return force, force
    other = capacity.strength(TESTED_BY[asked.demand.kind], asked.side.other)
    return (max(0.0, force - other.mean_n - other.error_n) if other else 0.0), force


def _rate(asked: Asked) -> Range | None:
    """Give the efforts a minute while it is done."""
    demand = asked.demand
    pace = demand.efforts_per_minute
    if pace is None and demand.duty_cycle is not None and demand.seconds_per_effort:
        pace = demand.duty_cycle * 60.0 / demand.seconds_per_effort
    return None if pace is None else (pace, pace)


def _seconds(asked: Asked) -> Range | None:
    demand = asked.demand
    if demand.seconds_per_effort is not None:
        return demand.seconds_per_effort, demand.seconds_per_effort
    if demand.duty_cycle is not None and demand.efforts_per_minute:
        seconds = demand.duty_cycle * 60.0 / demand.efforts_per_minute
        return seconds, seconds
    return None


def _missing(
    asked: Asked,
    own: Strength | None,
    capacity: Capacity,
    effort: tuple[Range | None, Range | None],
    wrist: Range | None,
    hours: Range | None,
) -> Iterator[Missing]:
    if asked.demand.force_n is None:
        yield lacking.demand_figure(asked, Quantity.FORCE_N)
    if own is None:
        yield lacking.strength(TESTED_BY[asked.demand.kind], asked.side, capacity)
    if None in effort and hours is not None:
        yield lacking.effort_rhythm(asked)
    if hours is None:
        yield lacking.demand_figure(asked, Quantity.HOURS_PER_DAY)
    if wrist is None:
        yield _wrist_angle(asked)


def _wrist_angle(asked: Asked) -> Missing:
    """Ask for the wrist's posture: the index grows with flexion and with far extension."""
    what = f"{WRIST_ASKED}: “{asked.task.name}”, {asked.side.label.lower()}."
    subject = f"wrist:{asked.task.name}:{asked.side.value}"
    return Missing(subject, what, lacking.EMPLOYER, side=asked.side, task=asked.task.name)
