"""Entries that cannot be: off the scale of their measure, or beyond what a body or a count can have.

The only bounds are definitions and physics: the ends of a scale, nothing below none, half a circle for a
joint, filaments that exist. What is merely unusual is asked about in `plausibility`, and never blocks.
"""

from dataclasses import dataclass, replace
from typing import Final, TypeVar

from job_profiles.problem import Problem, Severity
from rtw.domain.assessment.assessment import Assessment, PerceivedDifficulty, SafeLoad, Tolerance
from rtw.domain.assessment.findings import GripAtRung, HandFindings, MotionFinding, MuscleGrade, ZoneSensation
from rtw.domain.measurement import Trials
from rtw.domain.scores.definition import ScoreDefinition, ScoreRules

N = TypeVar("N", int, float, MuscleGrade)

OFF_THE_SCALE: Final = "off-the-scale"
ADVICE: Final = "Change it or empty the field: it counts for nothing, and the visit cannot be signed with it."


@dataclass(frozen=True, slots=True)
class Scale:
    """The values a measure can have: `low` to `high` (None: open), or only the `steps`. `words` say so."""

    words: str
    low: float
    high: float | None = None
    steps: tuple[float, ...] = ()

    def holds(self, value: float) -> bool:
        """Whether a value is on the scale."""
        if self.steps:
            return value in self.steps
        return value >= self.low and (self.high is None or value <= self.high)


TO_TEN: Final = Scale("the scale runs from 0 to 10", 0.0, 10.0)
NIGHTS: Final = Scale("a week has 0 to 7 nights", 0.0, 7.0)
MINUTES: Final = Scale("a day has 0 to 1440 minutes", 0.0, 1440.0)
MRC: Final = Scale("the MRC scale runs from 0 to 5", 0.0, 5.0)
RUNG: Final = Scale("the dynamometer has rungs 1 to 5", 1.0, 5.0)
NOT_BELOW_ZERO: Final = Scale("it cannot be below 0", 0.0)
HALF_CIRCLE: Final = Scale("no joint turns further than 180°", -180.0, 180.0)

_OF_HAND: Final = (
    ("nine_hole_peg_s", "nine-hole peg", NOT_BELOW_ZERO),
    ("box_and_block", "box and block", NOT_BELOW_ZERO),
    ("wrist_circumference_cm", "wrist circumference", NOT_BELOW_ZERO),
    ("thumb_abductor_mrc", "thumb abductor", MRC),
    ("first_interosseous_mrc", "first interosseous", MRC),
    ("scar_tenderness", "scar tenderness", TO_TEN),
    ("pillar_tenderness", "pillar tenderness", TO_TEN),
)
_PINCHES: Final = ("tip_pinch", "key_pinch", "palmar_pinch")


@dataclass(frozen=True, slots=True)
class OffScale:
    """An entry that cannot be. `place` leads to it: the hand where there is one, field, then what part.

    Trials count from 0 in the order entered: `("right", "grip", "0", "2")` is the third of the first rung.
    """

    place: tuple[str, ...]
    problem: Problem


@dataclass(frozen=True, slots=True)
class Sieved:
    """A visit without what cannot be, and what was left out."""

    counted: Assessment
    off_scale: tuple[OffScale, ...]


def sieve(visit: Assessment, filaments: tuple[float, ...], scores: ScoreRules) -> Sieved:
    """Part what can be from what cannot. `filaments`: numbers that exist; empty where none are known.

    Answers and totals of scores are told and stay: a score with one of them has no value, and says why.
    """
    found = _Sieve(filaments)
    counted = replace(
        visit,
        night_waking_per_week=found.keep(
            ("night_waking_per_week",), "Night waking", visit.night_waking_per_week, NIGHTS
        ),
        pain_rest=found.keep(("pain_rest",), "Pain at rest", visit.pain_rest, TO_TEN),
        pain_work=found.keep(("pain_work",), "Pain at work", visit.pain_work, TO_TEN),
        hands=tuple(found.hand(hand) for hand in visit.hands),
        tolerances=tuple(t for each in visit.tolerances if (t := found.tolerance(each)) is not None),
        safe_loads=tuple(each for each in visit.safe_loads if found.has_load(each)),
        difficulties=tuple(each for each in visit.difficulties if found.has_difficulty(each)),
    )
    for entry in visit.scores:
        found.score(scores.of(entry.score), entry.items, entry.total)
    return Sieved(counted if found.found else visit, tuple(found.found))


class _Sieve:
    """Collects what cannot be while the visit is built anew without it."""

    def __init__(self, filaments: tuple[float, ...]) -> None:
        self.found: list[OffScale] = []
        self._filament = Scale("no filament has this number", 0.0, steps=filaments)

    def keep(self, place: tuple[str, ...], where: str, value: N | None, scale: Scale) -> N | None:
        """Return the value, or None and a note where it cannot be; a grade of a closed set always can."""
        if value is None or isinstance(value, MuscleGrade) or scale.holds(value):
            return value
        message = f"{where}: {value:g} cannot be, {scale.words}."
        problem = Problem(Severity.ERROR, OFF_THE_SCALE, message, ADVICE, found=f"{value:g}")
        self.found.append(OffScale(place, problem))
        return None

    def hand(self, hand: HandFindings) -> HandFindings:
        """Return the hand without what cannot be."""
        side, label = hand.side.value, hand.side.label
        single = {
            field: self.keep((side, field), f"{label}, {what}", getattr(hand, field), scale)
            for field, what, scale in _OF_HAND
        }
        pinches = {name: self._pinch(hand, name) for name in _PINCHES}
        grips = tuple(self._grip(hand, place, grip) for place, grip in enumerate(hand.grip))
        fields = {
            "grip": tuple(g for g, was in zip(grips, hand.grip, strict=True) if g.trials.entered or g == was),
            "motion": tuple(found for found in hand.motion if self._has_motion(hand, found)),
            "sensation": tuple(
                z for z in (self._zone(hand, z) for z in hand.sensation) if z != ZoneSensation(z.zone)
            ),
        }
        return replace(hand, **single, **pinches, **fields)  # type: ignore[arg-type]

    def _trials(self, place: tuple[str, ...], where: str, trials: Trials) -> Trials:
        kept = (
            self.keep((*place, str(n)), f"{where}, trial {n + 1}", value, NOT_BELOW_ZERO)
            for n, value in enumerate(trials.entered)
        )
        return replace(trials, entered=tuple(value for value in kept if value is not None))

    def _pinch(self, hand: HandFindings, name: str) -> Trials | None:
        trials: Trials | None = getattr(hand, name)
        if trials is None:
            return None
        where = f"{hand.side.label}, {name.replace('_', ' ')}"
        kept = self._trials((hand.side.value, name), where, trials)
        return kept if kept.entered else None

    def _grip(self, hand: HandFindings, number: int, grip: GripAtRung) -> GripAtRung:
        place, where = (hand.side.value, "grip", str(number)), f"{hand.side.label}, grip"
        rung = self.keep((*place, "rung"), f"{where}, rung", grip.rung, RUNG)
        return GripAtRung(self._trials(place, where, grip.trials), rung)

    def _has_motion(self, hand: HandFindings, found: MotionFinding) -> bool:
        what = f"{found.digit.label} {found.motion.label}" if found.digit else found.motion.label
        digit = (found.digit.value,) if found.digit else ()
        place = (hand.side.value, "motion", *digit, found.motion.value)
        return self.keep(place, f"{hand.side.label}, {what}", found.degrees, HALF_CIRCLE) is not None

    def _zone(self, hand: HandFindings, zone: ZoneSensation) -> ZoneSensation:
        where, at = f"{hand.side.label}, {zone.zone.label.lower()}", zone.zone.value
        felt = zone.monofilament
        if self._filament.steps:
            felt = self.keep((hand.side.value, "touch", at), f"{where}, filament", felt, self._filament)
        points = self.keep(
            (hand.side.value, "two_point", at), f"{where}, two points", zone.two_point_mm, NOT_BELOW_ZERO
        )
        return replace(zone, monofilament=felt, two_point_mm=points)

    def tolerance(self, entry: Tolerance) -> Tolerance | None:
        """Return the tolerated minutes that can be; None where none are left."""
        where, side = f"Tolerance: {entry.kind.label}", entry.side.value if entry.side else "both"
        bout = self.keep(("bout", entry.kind.value, side), f"{where}, at a stretch", entry.bout_min, MINUTES)
        day = self.keep(("day", entry.kind.value, side), f"{where}, in a day", entry.day_min, MINUTES)
        return None if bout is None and day is None else replace(entry, bout_min=bout, day_min=day)

    def has_load(self, load: SafeLoad) -> bool:
        """Whether a safe load can be."""
        place = ("load", load.kind.value, load.side.value if load.side else "both")
        return self.keep(place, f"Safe load: {load.kind.label}", load.entered, NOT_BELOW_ZERO) is not None

    def has_difficulty(self, felt: PerceivedDifficulty) -> bool:
        """Whether a difficulty can be."""
        place = ("difficulty", felt.kind.value, felt.side.value if felt.side else "", felt.task or "")
        return self.keep(place, f"Difficulty: {felt.kind.label}", felt.difficulty, TO_TEN) is not None

    def score(
        self, definition: ScoreDefinition, answers: tuple[int | None, ...], total: float | None
    ) -> None:
        """Note answers and totals that cannot be."""
        items, name = definition.items, definition.name
        if items is not None:
            scale = Scale(f"an answer runs from {items.low} to {items.high}", items.low, items.high)
            for number, answer in enumerate(answers[: items.count], 1):
                self.keep(
                    ("score", definition.id.value, str(number)), f"{name}, item {number}", answer, scale
                )
        scale = Scale(
            f"the total runs from {definition.low:g} to {definition.high:g}", definition.low, definition.high
        )
        self.keep(("score", definition.id.value, "total"), f"{name}, total", total, scale)
