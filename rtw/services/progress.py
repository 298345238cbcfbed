"""How a case went from visit to visit: strength and pain, each with the day it was taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from job_profiles.kinds import DemandKind
from rtw.domain.assessment.taken_trials import new_trials
from rtw.domain.dates import day_in_words
from rtw.domain.hands import Side
from rtw.domain.measurement import AmountUnit
from rtw.domain.why import Input, Origin, Why
from rtw.services.visits import Visit

SHARE = "mean of the trials of this hand / mean of the trials of the other hand, both of the same visit"
DRAWN = "mean of the trials, in the unit that was used last"

FOLLOWED = (DemandKind.POWER_GRIP, DemandKind.KEY_PINCH)
"""The strengths that are followed over visits: for these an error of measuring is published."""


@dataclass(frozen=True, slots=True)
class Point:
    """One measured figure: the day it was taken, in the unit of its line."""

    on: date
    value: float


@dataclass(frozen=True, slots=True)
class Course:
    """One strength of one hand over the visits, in `unit`."""

    kind: DemandKind
    side: Side
    unit: AmountUnit
    points: tuple[Point, ...]

    @property
    def label(self) -> str:
        """The course as a person reads it."""
        return f"{self.kind.label}, {self.side.label.lower()}"


@dataclass(frozen=True, slots=True)
class Progress:
    """All courses that have a point, and pain at rest and at work (0 to 10)."""

    courses: tuple[Course, ...]
    pain_rest: tuple[Point, ...]
    pain_work: tuple[Point, ...]


def progress_of(visits: Sequence[Visit]) -> Progress:
    """Follow what was measured; what was only copied from an earlier visit is no new point."""
    unit = _unit(visits)
    courses = (_course(visits, kind, side, unit) for kind in FOLLOWED for side in Side)
    return Progress(
        tuple(course for course in courses if course.points),
        tuple(Point(v.on, v.assessment.pain_rest) for v in visits if v.assessment.pain_rest is not None),
        tuple(Point(v.on, v.assessment.pain_work) for v in visits if v.assessment.pain_work is not None),
    )


def _unit(visits: Sequence[Visit]) -> AmountUnit:
    """Take the unit that was used last."""
    hands = (hand for visit in reversed(visits) for hand in visit.assessment.hands)
    found = (trials.unit for hand in hands for kind in FOLLOWED if (trials := hand.trials(kind)) is not None)
    return next(found, AmountUnit.KILOGRAM_FORCE)


def _course(visits: Sequence[Visit], kind: DemandKind, side: Side, unit: AmountUnit) -> Course:
    points = []
    for visit in visits:
        trials = new_trials(visit.assessment, kind, side)
        if trials is not None:
            points.append(Point(visit.on, (trials.mean_n or 0.0) / unit.newtons))
    return Course(kind, side, unit, tuple(points))


def strength_panel(progress: Progress, *, is_share: bool) -> Why:
    """Say where the strengths drawn come from. `is_share`: they are drawn in percent of the other hand."""
    inputs = tuple(
        Input(course.label, f"{point.value:.1f} {course.unit.value}", Origin.MEASURED, _visit(point.on))
        for course in progress.courses
        for point in course.points
    )
    result = "in percent of the other hand" if is_share else "as measured"
    cautions = ("What changes are more than the error of measuring stands on the page of measures.",)
    steps = ("Each figure is the mean of the trials of that day; grip at its strongest rung.",)
    formula = SHARE if is_share else DRAWN
    return Why("Strength over the visits", result, formula, inputs, steps, cautions=cautions)


def pain_panel(progress: Progress) -> Why:
    """Say whose the pain figures of a course are: the patient's, as told at each visit."""
    inputs = tuple(
        Input("Pain at work", f"{point.value:g} of 10", Origin.PATIENT, _visit(point.on))
        for point in progress.pain_work
    )
    return Why("Pain at work over the visits", "as the patient said", inputs=inputs)


def _visit(on: date) -> str:
    return f"visit of {day_in_words(on)}"
