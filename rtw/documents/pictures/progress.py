"""A measure over time: the readings, the band of healthy people, the band within which change is noise."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from rtw.documents.pictures import svg
from rtw.domain.dates import day_in_words
from rtw.domain.measures.shown import CaseMeasures, HandCourse, MeasureCourse, ScoreCourseShown

_HEIGHT: Final = 262.0
_LEFT, _RIGHT, _TOP, _BASE = 44.0, 404.0, 30.0, 190.0
_NOISE_WORDS: Final = {
    False: "a change in here is measurement error (noise)",
    True: "a change in here is below the smallest important one",
}
_ALONE_DAYS: Final = 28
"""How far ahead of a single reading its noise band is drawn: a picture, not a forecast."""


@dataclass(frozen=True, slots=True)
class NormSpan:
    """Where healthy people lie, in the unit of the line, and what the span is."""

    low: float
    high: float
    words: str


@dataclass(frozen=True, slots=True)
class ProgressLine:
    """A line to draw. `errors`: beside each point the change from it that is noise, or None.

    `real` says of each step whether it was beyond its error; `events` are days of operations. `least` and
    `most` are the ends of the scale, where it has ends.
    """

    name: str
    unit: str
    points: tuple[tuple[date, float], ...]
    errors: tuple[float | None, ...]
    real: tuple[bool, ...]
    norm: NormSpan | None = None
    events: tuple[date, ...] = ()
    most: float | None = None
    least: float = 0.0
    is_square: bool = False
    is_stand_in: bool = False


def line_of_hand(course: MeasureCourse, hand: HandCourse, measures: CaseMeasures) -> ProgressLine:
    """Draw one test of one hand in the unit it is read in."""
    scale, band = course.scale, hand.band
    norm = None
    if band is not None:
        low, high = (scale.read(value) for value in band.usual)
        norm = NormSpan(low, high, f"healthy people, {band.usual_words}")
    limits = (course.detectable.at(reading.value) for reading in hand.readings)
    return ProgressLine(
        name=f"{course.measure.label}, {hand.side.label.lower()}",
        unit=scale.unit,
        points=tuple((reading.on, scale.read(reading.value)) for reading in hand.readings),
        errors=tuple(None if error is None else scale.read(error) for error in limits),
        real=tuple(step.is_real for step in hand.steps),
        norm=norm,
        events=measures.operated_on(hand.side),
        is_square=hand.side.value == "right",
        is_stand_in=course.detectable.is_stand_in,
    )


def line_of_score(course: ScoreCourseShown) -> ProgressLine:
    """Draw one score on its own scale."""
    points = tuple((point.on, point.value) for point in course.points)
    real = tuple(
        course.error is not None and abs(b[1] - a[1]) > course.error + 1e-9 for a, b in pairwise(points)
    )
    return ProgressLine(
        name=course.definition.name,
        unit=course.definition.unit,
        points=points,
        errors=tuple(course.error for _ in points),
        real=real,
        most=course.definition.high,
        least=course.definition.low,
        is_stand_in=course.is_stand_in,
    )


def progress_words(drawn: ProgressLine) -> str:
    """Say in words what the picture shows."""
    said = "; ".join(f"{day_in_words(on)} {value:.1f}" for on, value in drawn.points)
    limit = "the smallest important change" if drawn.is_stand_in else "error"
    steps = " ".join(f"beyond {limit}." if real else f"within {limit}, or not judged." for real in drawn.real)
    norm = f" {drawn.norm.words}: {drawn.norm.low:.1f} to {drawn.norm.high:.1f}." if drawn.norm else ""
    return f"{drawn.name}, {drawn.unit}: {said}.{norm}{' Changes: ' + steps if steps else ''}"


def progress_svg(drawn: ProgressLine, key: str) -> str:
    """Draw the line. `key` tells apart the patterns of several pictures on one page."""
    frame = _Frame(drawn)
    parts = [
        svg.hatch(f"norm-{key}", "#b9cdd4", angle=45),
        svg.dots(f"noise-{key}", svg.WARM),
        svg.text(6, 16, _title(drawn), bold=True, size=13),
        *_norm(frame, key),
        *_noise(frame, key),
        *_axes(frame),
        *_events(frame),
        *_line(frame),
        *_legend(frame, key),
    ]
    return svg.canvas(_HEIGHT, parts, progress_words(drawn))


def _title(drawn: ProgressLine) -> str:
    """Name line and unit; a unit that names its own range stands after a comma."""
    return f"{drawn.name}, {drawn.unit}" if "(" in drawn.unit else f"{drawn.name} ({drawn.unit})"


class _Frame:
    """Turns days and values into places on the drawing."""

    def __init__(self, drawn: ProgressLine) -> None:
        self.drawn = drawn
        days = [on for on, _ in drawn.points]
        shown = [on for on in drawn.events if (days[0] - on).days <= 120 and on <= days[-1]]
        self.events = tuple(shown)
        self.first = min([*days, *shown])
        ahead = _ALONE_DAYS if len(days) == 1 else 0
        self.days = max((days[-1] - self.first).days + ahead, 1)
        tops = [value for _, value in drawn.points]
        tops += [value + (error or 0) for (_, value), error in zip(drawn.points, drawn.errors, strict=True)]
        tops += [drawn.norm.high] if drawn.norm else []
        span = (drawn.most or 1.05 * max(tops) or 1.0) - drawn.least
        self.marks = tuple(drawn.least + mark for mark in svg.grid_steps(span))
        self.bottom, self.top = drawn.least, self.marks[-1]

    def x(self, on: date) -> float:
        return _LEFT + 24 + (_RIGHT - _LEFT - 48) * (on - self.first).days / self.days

    def y(self, value: float) -> float:
        height = min(max(value, self.bottom), self.top) - self.bottom
        return _BASE - (_BASE - _TOP) * height / (self.top - self.bottom)


def _norm(frame: _Frame, key: str) -> Iterator[str]:
    norm = frame.drawn.norm
    if norm is not None:
        top, bottom = frame.y(norm.high), frame.y(norm.low)
        yield svg.box(
            (_LEFT, top), (_RIGHT - _LEFT, bottom - top), fill=f"url(#norm-{key})", stroke="#7f98a1"
        )


def _noise(frame: _Frame, key: str) -> Iterator[str]:
    """Draw from each reading to the next the span in which a change is noise."""
    points, errors = frame.drawn.points, frame.drawn.errors
    for place, ((on, value), error) in enumerate(zip(points, errors, strict=True)):
        is_last = place == len(points) - 1
        if error is None or (is_last and len(points) > 1):
            continue
        start, end = frame.x(on), _RIGHT - 24 if is_last else frame.x(points[place + 1][0])
        top, bottom = frame.y(value + error), frame.y(value - error)
        yield svg.box(
            (start, top), (end - start, bottom - top), fill=f"url(#noise-{key})", stroke=svg.WARM, dash="4 3"
        )


def _axes(frame: _Frame) -> Iterator[str]:
    for mark in frame.marks:
        y = frame.y(mark)
        yield svg.line((_LEFT - 4, y), (_LEFT, y), colour=svg.QUIET)
        yield svg.text(_LEFT - 7, y + 4, f"{mark:g}", anchor="end", colour=svg.QUIET, size=11)
    yield svg.line((_LEFT, _TOP), (_LEFT, _BASE), colour=svg.QUIET)
    yield svg.line((_LEFT, _BASE), (_RIGHT, _BASE), colour=svg.QUIET)
    yield from _day_labels(frame)


def _day_labels(frame: _Frame) -> Iterator[str]:
    """Write the days of readings, leaving out what would overprint."""
    last = -1000.0
    days = [on for on, _ in frame.drawn.points]
    for on in days:
        x = frame.x(on)
        if x - last < 62 or (on != days[-1] and frame.x(days[-1]) - x < 62):
            continue
        last = x
        anchor = "end" if x > _RIGHT - 40 else "middle"
        shown = f"{on.day} {on:%b %y}"
        yield svg.text(min(x, _RIGHT), _BASE + 15, shown, anchor=anchor, colour=svg.QUIET, size=11)


def _events(frame: _Frame) -> Iterator[str]:
    for on in frame.events:
        x = frame.x(on)
        yield svg.line((x, _TOP - 4), (x, _BASE), colour=svg.INK, dash="2 3")
        yield svg.text(x + 3, _TOP + 4, "operation", size=11, colour=svg.INK)


def _line(frame: _Frame) -> Iterator[str]:
    places = [(frame.x(on), frame.y(value)) for on, value in frame.drawn.points]
    for (start, end), real in zip(pairwise(places), frame.drawn.real, strict=True):
        yield svg.line(start, end, colour=svg.ACCENT, width=2.5 if real else 1.5, dash="" if real else "5 4")
    solid = [False, *frame.drawn.real]
    for place, ((x, y), is_solid) in enumerate(zip(places, solid, strict=True)):
        yield svg.dot(x, y, solid=is_solid or place == 0, square=frame.drawn.is_square)
        value = f"{frame.drawn.points[place][1]:.1f}"
        yield svg.box((x - 15, y - 24), (30, 14), fill=svg.PAPER, round_by=3)
        yield svg.text(x, y - 13, value, anchor="middle", size=11, bold=True)


def _legend(frame: _Frame, key: str) -> Iterator[str]:
    y = _BASE + 30
    if frame.drawn.norm is not None:
        yield svg.box((_LEFT, y - 9), (18, 11), fill=f"url(#norm-{key})", stroke="#7f98a1")
        yield svg.text(_LEFT + 24, y, frame.drawn.norm.words, size=11)
        y += 16
    if any(error is not None for error in frame.drawn.errors):
        yield svg.box((_LEFT, y - 9), (18, 11), fill=f"url(#noise-{key})", stroke=svg.WARM, dash="4 3")
        yield svg.text(_LEFT + 24, y, _NOISE_WORDS[frame.drawn.is_stand_in], size=11)
        y += 16
    if len(frame.drawn.points) > 1:
        yield svg.line((_LEFT, y - 4), (_LEFT + 18, y - 4), colour=svg.ACCENT, width=1.5, dash="5 4")
        yield svg.text(_LEFT + 24, y, _line_words(frame.drawn), size=11)


def _line_words(drawn: ProgressLine) -> str:
    """Say what a dashed line and a hollow point mean in this picture."""
    if not any(error is not None for error in drawn.errors):
        return "change not judged: no error published"
    beyond = "above it" if drawn.is_stand_in else "beyond error"
    return f"noise, hollow point; solid line: {beyond}"
