"""The one figure that would settle a `cannot_say`: who can give it, and in which words to ask."""

from job_profiles.kinds import STRENGTH_KINDS, DemandKind
from rtw.domain.capacity import Capacity, Quantity
from rtw.domain.gap import Missing
from rtw.domain.hands import Side
from rtw.domain.matching import wording
from rtw.domain.matching.asked import Asked

CLINIC = "clinic"
EMPLOYER = "employer"


def demand_figure(asked: Asked, quantity: Quantity) -> Missing:
    """Ask the employer for an amount the sheet leaves open."""
    what = (
        f"Ask for the {wording.noun(quantity)} of {wording.kind(asked.demand.kind)} in “{asked.task.name}”."
    )
    return Missing(f"{quantity.value}:{_place(asked)}", what, EMPLOYER)


def effort_time(asked: Asked) -> Missing:
    """Ask for what the duty cycle lacks: how often, how long, or its share of the time."""
    where = _where(asked)
    if asked.demand.efforts_per_minute is None and asked.demand.seconds_per_effort is None:
        what = f"Ask what share of the time is spent on {where} (or how often, and for how long)."
    elif asked.demand.efforts_per_minute is None:
        what = f"Ask how often a minute: {where}."
    else:
        what = f"Ask for how many seconds one effort lasts: {where}."
    return Missing(f"duty_cycle:{_place(asked)}", what, EMPLOYER)


def which_hand(asked: Asked) -> Missing:
    """Ask which hand it is: the two hands come to different verdicts."""
    where = f"{wording.kind(asked.demand.kind)} in “{asked.task.name}”"
    return Missing(
        f"hand:{_place(asked)}", f"Ask which hand does it, or whether both share it: {where}.", EMPLOYER
    )


def direction(asked: Asked) -> Missing:
    """Ask which way a joint goes: it can go further to one side than to the other."""
    what = f"Ask to which side the joint is turned: {_where(asked)}."
    return Missing(f"direction:{_place(asked)}", what, EMPLOYER)


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
    when = f"before {hold.until.isoformat()}" if hold.until else "yet"
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
