"""Entries that look wrong are asked about, and never blocked: the therapist saw the hand.

What cannot be at all, off the scale of its measure, is no question: `off_scale` takes it out before.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from job_profiles.kinds import STRENGTH_KINDS, DemandKind
from job_profiles.problem import Problem, Severity
from rtw.domain.assessment.assessment import Assessment
from rtw.domain.assessment.findings import HandFindings, Motion
from rtw.domain.assessment.taken_trials import new_trials
from rtw.domain.capacity import Wound
from rtw.domain.dates import day_in_words
from rtw.domain.hands import Side
from rtw.domain.measurement import Trials

PINCHES = tuple(sorted(STRENGTH_KINDS - {DemandKind.POWER_GRIP}))


@dataclass(frozen=True, slots=True)
class MotionRange:
    """Degrees beyond which an active motion is asked about."""

    motion: Motion
    degrees: float
    source: str | None = None


@dataclass(frozen=True, slots=True)
class UsualRange:
    """What a finding of a hand usually reads, both ends included; beyond it the unit may be another one."""

    field: str
    what: str
    low: float
    high: float
    unit: str


@dataclass(frozen=True, slots=True)
class PlausibilityRules:
    """Where an entry becomes surprising. Newton and degrees; factors are ratios above 1.

    `trial_factor`: largest trial over smallest at one rung. `change_factor`: mean over the last
    visit's mean, either way; a pound taken for a kilogram shows as a factor of 2.2. `two_points_mm`: the
    least and the greatest distance of two points that is usual.
    """

    max_grip_n: float
    max_pinch_n: float
    trial_factor: float
    change_factor: float
    motions: tuple[MotionRange, ...] = ()
    usual: tuple[UsualRange, ...] = ()
    two_points_mm: tuple[float, float] = (0.0, inf)


def plausibility(
    assessment: Assessment, previous: Assessment | None, rules: PlausibilityRules
) -> tuple[Problem, ...]:
    """List everything that should be looked at again; empty where nothing is surprising.

    `assessment` holds only what can be (`off_scale.sieve`).
    """
    problems = list(_visit_problems(assessment, previous))
    for hand in assessment.hands:
        problems += _strength_problems(hand, rules)
        problems += _finding_problems(hand, rules)
        problems += _range_problems(hand, rules)
        if previous is not None:
            problems += _change_problems(hand, previous.hand(hand.side), rules)
            problems += _left_trials(assessment, previous, hand.side)
    return tuple(problems)


def _ask(code: str, where: str, found: str, message: str) -> Problem:
    advice = "Correct it, or keep it if it is what you saw."
    return Problem(Severity.QUESTION, code, f"{where}: {message}", advice, found=found)


def _visit_problems(visit: Assessment, previous: Assessment | None) -> Iterator[Problem]:
    if previous is not None and previous.on > visit.on:
        yield _ask("visit-before-last", "Date", day_in_words(visit.on), "this visit lies before the last one")
    for entry in visit.tolerances:
        yield from _tolerance_problems(entry.kind, entry.bout_min, entry.day_min)


def _tolerance_problems(kind: DemandKind, bout: float | None, day: float | None) -> Iterator[Problem]:
    name = f"Tolerance: {kind.label}"
    if bout is not None and day is not None and bout > day:
        yield _ask("bout-over-day", name, f"{bout:g} min", "longer at a stretch than in the whole day")


def _strength_problems(hand: HandFindings, rules: PlausibilityRules) -> Iterator[Problem]:
    for entry in hand.grip:
        name = f"{hand.side.label}, grip"
        yield from _trial_problems(name, entry.trials, rules.max_grip_n, rules)
    grip = _mean(hand, DemandKind.POWER_GRIP)
    for kind in PINCHES:
        name, trials = f"{hand.side.label}, {kind.label.lower()}", hand.trials(kind)
        if trials is None:
            continue
        yield from _trial_problems(name, trials, rules.max_pinch_n, rules)
        if grip is not None and (trials.mean_n or 0.0) > grip:
            found = f"{trials.mean_n:.0f} N over {grip:.0f} N"
            yield _ask("pinch-over-grip", name, found, "stronger than the whole grip; is the unit right?")


def _trial_problems(name: str, trials: Trials, top: float, rules: PlausibilityRules) -> Iterator[Problem]:
    values, found = trials.newtons, _read(trials)
    if len(values) > 3:
        yield _ask("more-than-three-trials", name, found, "three trials are usual")
    if any(value > top for value in values):
        yield _ask("very-strong", name, found, f"above {top:.0f} N; is the unit right?")
    elif values and max(values) > rules.trial_factor * max(min(values), 1e-9):
        yield _ask("trials-differ", name, found, "one trial differs much from the others")


def _finding_problems(hand: HandFindings, rules: PlausibilityRules) -> Iterator[Problem]:
    side = hand.side.label
    tops = {entry.motion: entry.degrees for entry in rules.motions}
    for found in hand.motion:
        if found.motion in tops and found.degrees > tops[found.motion]:
            words = f"more than {tops[found.motion]:g}°"
            yield _ask("unusual-motion", f"{side}, {found.motion.label}", f"{found.degrees:g}°", words)


def _range_problems(hand: HandFindings, rules: PlausibilityRules) -> Iterator[Problem]:
    """Ask where a figure looks like one of another unit: millimetres for centimetres."""
    for usual in rules.usual:
        value = getattr(hand, usual.field)
        if value is not None and not usual.low <= value <= usual.high:
            words = f"{usual.low:g} to {usual.high:g} {usual.unit} is usual; is the unit right?"
            name = f"{hand.side.label}, {usual.what}"
            yield _ask("unusual-figure", name, f"{value:g} {usual.unit}", words)
    low, high = rules.two_points_mm
    for zone in hand.sensation:
        if zone.two_point_mm is not None and not low <= zone.two_point_mm <= high:
            name = f"{hand.side.label}, {zone.zone.label.lower()}, two points"
            words = f"{low:g} to {high:g} mm is usual; is the unit right?"
            yield _ask("unusual-figure", name, f"{zone.two_point_mm:g} mm", words)


def _change_problems(hand: HandFindings, last: HandFindings, rules: PlausibilityRules) -> Iterator[Problem]:
    for kind in (DemandKind.POWER_GRIP, *PINCHES):
        now, before = _mean(hand, kind), _mean(last, kind)
        if now and before and max(now / before, before / now) > rules.change_factor:
            name, found = f"{hand.side.label}, {kind.label.lower()}", f"{before:.0f} → {now:.0f} N"
            yield _ask("large-change", name, found, "a large change since the last visit; is the unit right?")
    if last.wound in (Wound.CLOSED, Wound.NONE) and hand.wound in (Wound.OPEN, Wound.SUTURES):
        found = f"{last.wound.value} → {hand.wound.value}"
        yield _ask("wound-opened", f"{hand.side.label}, wound", found, "it was closed at the last visit")


def _left_trials(visit: Assessment, previous: Assessment, side: Side) -> Iterator[Problem]:
    """Ask where half of the trials of this visit read as before: they may have been left standing."""
    for kind in (DemandKind.POWER_GRIP, *PINCHES):
        now, before = new_trials(visit, kind, side), previous.hand(side).trials(kind)
        if now is None or before is None or now.unit is not before.unit:
            continue
        pairs = zip(now.entered, before.entered, strict=False)
        same = [n for n, (one, other) in enumerate(pairs, 1) if one == other]
        if len(now.entered) > len(same) >= len(now.entered) / 2:
            trials = f"trial{'s' if len(same) > 1 else ''} {' and '.join(str(n) for n in same)}"
            words = f"{trials} read as on {day_in_words(previous.on)}; taken anew?"
            yield _ask("trials-as-before", f"{side.label}, {kind.label.lower()}", _read(now), words)


def _read(trials: Trials) -> str:
    return " / ".join(f"{value:g}" for value in trials.entered) + f" {trials.unit.value}"


def _mean(hand: HandFindings, kind: DemandKind) -> float | None:
    trials = hand.trials(kind)
    return trials.mean_n if trials else None
