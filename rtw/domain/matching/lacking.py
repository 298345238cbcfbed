"""The one figure that would settle a `cannot_say`: who can give it, and in which words to ask."""

from job_profiles.kinds import STRENGTH_KINDS, DemandKind
from rtw.domain.asked_figure import AskedFigure
from rtw.domain.capacity import Capacity, Quantity
from rtw.domain.dates import day_in_words
from rtw.domain.gap import Missing
from rtw.domain.hands import Side
from rtw.domain.matching import wording
from rtw.domain.matching.asked import Asked

CLINIC = "clinic"
EMPLOYER = "employer"


_FIGURES = {
    Quantity.HOURS_PER_DAY: AskedFigure.HOURS,
    Quantity.BOUT_H: AskedFigure.LONGEST_BOUT,
    Quantity.FORCE_N: AskedFigure.FORCE,
    Quantity.LOAD_KG: AskedFigure.LOAD,
    Quantity.ANGLE_DEG: AskedFigure.ANGLE,
    Quantity.EFFORTS_PER_MINUTE: AskedFigure.PACE,
    Quantity.AHV_M_S2: AskedFigure.VIBRATION,
    Quantity.TORQUE_N_M: AskedFigure.TORQUE,
}


def demand_figure(asked: Asked, quantity: Quantity) -> Missing:
    """Ask the employer for an amount the sheet leaves open."""
    what = (
        f"Ask for the {wording.noun(quantity)} of {wording.kind(asked.demand.kind)} in “{asked.task.name}”."
    )
    return _employers(asked, quantity.value, what, _figure(asked, quantity))


def effort_time(asked: Asked) -> Missing:
    """Ask for what the duty cycle lacks: how often, how long, or its share of the time."""
    where = _where(asked)
    if asked.demand.efforts_per_minute is None and asked.demand.seconds_per_effort is None:
        what = f"Ask what share of the time is spent on {where} (or how often, and for how long)."
        figure = AskedFigure.SHARE_OF_TIME
    elif asked.demand.efforts_per_minute is None:
        what = f"Ask how often a minute: {where}."
        figure = AskedFigure.PACE
    else:
        what = f"Ask for how many seconds one effort lasts: {where}."
        figure = AskedFigure.EFFORT_TIME
    return _employers(asked, "duty_cycle", what, figure)


def effort_rhythm(asked: Asked) -> Missing:
    """Ask for what an index of efforts lacks: their number and their length, which no share of time tells.

    A share of the time that is known is said, so that nobody is asked for it again; with it one of the two
    gives the other.
    """
    demand, where = asked.demand, _where(asked)
    if demand.efforts_per_minute is not None or demand.seconds_per_effort is not None:
        return effort_time(asked)
    rhythm = "how often a minute, {} for how many seconds each time"
    if demand.duty_cycle is None:
        what = f"Ask {rhythm.format('and')}: {where}."
    else:
        what = f"Ask {rhythm.format('or')}: {where} ({demand.duty_cycle * 100:g} % of the time is known)."
    return _employers(asked, "rhythm", what, AskedFigure.PACE)


def pace_setter(asked: Asked) -> Missing:
    """Ask whether the work can pause: only then do pauses shorten a stretch that is too long."""
    what = f"Ask whether a machine sets the pace or the work can pause: {_where(asked)}."
    return _employers(asked, "machine_paced", what, AskedFigure.MACHINE_PACED)


def which_hand(asked: Asked) -> Missing:
    """Ask which hand it is: the two hands come to different verdicts."""
    where = f"{wording.kind(asked.demand.kind)} in “{asked.task.name}”"
    what = f"Ask which hand does it, or whether both share it: {where}."
    return _employers(asked, "hand", what, AskedFigure.HAND)


def direction(asked: Asked) -> Missing:
    """Ask which way a joint goes: it can go further to one side than to the other."""
    what = f"Ask to which side the joint is turned: {_where(asked)}."
    return _employers(asked, "direction", what, AskedFigure.DIRECTION)


def _employers(asked: Asked, subject: str, what: str, figure: AskedFigure) -> Missing:
    return Missing(
        f"{subject}:{_place(asked)}",
        what,
        EMPLOYER,
        asked.demand.kind,
        figure=figure,
        task=asked.task.name,
        index=asked.index,
    )


def _figure(asked: Asked, quantity: Quantity) -> AskedFigure:
    """Name the figure of the demand that is open; a daily vibration lacks the tool's, or else the time."""
    if quantity is Quantity.A8_M_S2:
        return AskedFigure.VIBRATION if asked.demand.ahv_m_s2 is None else AskedFigure.HOURS
    return _FIGURES[quantity]


def shared_amount(asked: Asked, quantity: Quantity) -> Missing:
    """Ask for a two-handed test: how much of a shared amount each hand takes, nobody can say."""
    kind = asked.demand.kind
    what = f"Test {wording.kind(kind)} with both hands together, or set a limit for both."
    return Missing(f"{quantity.value}:{kind.value}:both", what, CLINIC, kind, None)


def dominance() -> Missing:
    """Ask which hand is dominant: the sheet speaks of the dominant hand."""
    return Missing("dominance", "Record which hand is dominant.", CLINIC)


def strength(kind: DemandKind, side: Side, capacity: Capacity) -> Missing:
    """Ask for a strength test, or before its date for a therapist's limit instead."""
    subject, hold = f"strength:{kind.value}:{side.value}", capacity.hold(side)
    name = f"{wording.kind(kind)} of {wording.hand(side)}"
    if hold is None:
        return Missing(subject, f"Measure the {name}.", CLINIC, kind, side, strength_test=True)
    when = f"before {day_in_words(hold.until)}" if hold.until else "yet"
    what = f"Set a therapist's limit for the {name}: no maximal strength test {when}."
    return Missing(subject, what, CLINIC, kind, side, strength_test=False, not_before=hold.until)


def sensation(side: Side) -> Missing:
    """Ask for the test of feeling."""
    what = f"Test the feeling of {wording.hand(side)} with monofilaments in all working zones."
    return Missing(f"sensation:{side.value}", what, CLINIC, None, side)


def wound(side: Side) -> Missing:
    """Ask for the state of the skin."""
    return Missing(
        f"wound:{side.value}",
        f"Record whether the skin of {wording.hand(side)} is closed.",
        CLINIC,
        None,
        side,
    )


def capacity_figure(kind: DemandKind, side: Side | None, quantity: Quantity) -> Missing:
    """Ask the clinic for what this hand can do where nothing is known of it."""
    where = f"{wording.kind(kind)}, {wording.hand(side)}"
    place = side.value if side else "both"
    match quantity:
        case Quantity.LOAD_KG | Quantity.FORCE_N if kind not in STRENGTH_KINDS:
            what = f"Test the safe amount, or set a limit: {where}."
        case Quantity.ANGLE_DEG:
            what = f"Measure the active motion: {where}."
        case Quantity.HOURS_PER_DAY:
            what = f"Record the minutes tolerated in a day, or set a limit: {where}."
        case _:
            what = f"Set a therapist's limit: {where}."
    return Missing(f"{quantity.value}:{kind.value}:{place}", what, CLINIC, kind, side)


def _where(asked: Asked) -> str:
    return f"{wording.kind(asked.demand.kind)} in “{asked.task.name}”"


def _place(asked: Asked) -> str:
    return f"{asked.task.name}:{asked.index}"
