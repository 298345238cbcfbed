"""The picture of expected recovery as SVG: the same marks, bands and words as on the page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from typing import Final

from reports.wording import short_day_text
from rtw.domain.recovery.picture import RecoveryPicture

_WIDTH: Final = 520.0
_HEIGHT: Final = 190.0
_LEFT: Final = 34.0
_TOP: Final = 14.0
_RIGHT: Final = 512.0
_BOTTOM: Final = 150.0
_INK: Final = "#1d2b33"
_BAND: Final = "#14566b"
_MARK: Final = "#8a4b08"
_LOOK_AHEAD: Final = timedelta(weeks=12)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Days and figures to places on the paper. `bottom` is the lower end of the measure's scale."""

    first: date
    last: date
    bottom: float
    top: float

    def x(self, on: date) -> float:
        span = max(1, (self.last - self.first).days)
        return _LEFT + (_RIGHT - _LEFT) * (on - self.first).days / span

    def y(self, value: float) -> float:
        return _BOTTOM - (_BOTTOM - _TOP) * (value - self.bottom) / (self.top - self.bottom)

    def at(self, on: date, value: float) -> str:
        return f"{self.x(on):.1f},{self.y(value):.1f}"


def recovery_svg(picture: RecoveryPicture) -> str:
    """Draw a picture. The marks differ by shape, filled or open, and not by colour alone."""
    frame = _frame(picture)
    parts = [*_axes(picture, frame), *_bands(picture, frame), *_cohorts(picture, frame)]
    parts += [*_measured(picture, frame), *_key(picture)]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH:g} {_HEIGHT:g}"'
    return f'{head} font-family="sans-serif" font-size="8">{"".join(parts)}</svg>'


def alternative_text(picture: RecoveryPicture) -> str:
    """Say in one sentence what the picture shows."""
    last = f"{picture.measured[-1].value:.1f} {picture.unit}" if picture.measured else "nothing"
    end = picture.bands[-1] if picture.bands else None
    ahead = (
        f"; expected on {short_day_text(end.on)} {end.band.median:.1f}, four of five between "
        f"{end.band.lower_80:.1f} and {end.band.upper_80:.1f}"
        if end
        else ""
    )
    return f"{picture.title}: last {_taken(picture)} {last}{ahead}. The table below holds the same figures."


def _taken(picture: RecoveryPicture) -> str:
    """Say how the figures were come by: a questionnaire measures nothing."""
    return "reported by the patient" if picture.is_reported else "measured"


def _frame(picture: RecoveryPicture) -> _Frame:
    days = [picture.today, *(p.on for p in picture.measured), *(b.on for b in picture.bands)]
    last = max(days)
    cohorts = [c for c in picture.cohorts if c.on <= last + _LOOK_AHEAD]
    days += [c.on for c in cohorts]
    heights = [
        *(p.value + p.error for p in picture.measured),
        *(b.band.upper_80 for b in picture.bands),
        *(c.value for c in cohorts),
    ]
    bottom, edge = _lowest(picture), timedelta(days=4)
    top = bottom + 1.05 * (max(heights, default=bottom + 1.0) - bottom)
    return _Frame(min(days) - edge, max(days) + edge, bottom, top if top > bottom else bottom + 1.0)


def _lowest(picture: RecoveryPicture) -> float:
    """Give the lower end of the measure in the unit shown; a strength begins at 0."""
    return (picture.prior.low or 0.0) / picture.per_unit


def _axes(picture: RecoveryPicture, frame: _Frame) -> Iterator[str]:
    for part in range(5):
        value = frame.bottom + (frame.top - frame.bottom) * part / 4.2
        y = frame.y(value)
        yield _line(_LEFT, y, _RIGHT, y, "#d5dde1")
        yield _text(_LEFT - 3, y + 3, f"{value:.0f}" if frame.top > 12 else f"{value:.1f}", "end")
    step = max(1, (frame.last - frame.first).days // 5)
    for days in range(step // 2, (frame.last - frame.first).days, step):
        on = frame.first + timedelta(days=days)
        yield _text(frame.x(on), _BOTTOM + 10, short_day_text(on), "middle")
    x = frame.x(picture.today)
    yield _line(x, _TOP, x, _BOTTOM, "#9b2226", ' stroke-dasharray="2 2"')
    yield _text(x, _TOP - 4, "Today", "middle")
    yield _text(2, _TOP - 4, picture.unit, "start")


def _line(x: float, y: float, to_x: float, to_y: float, colour: str, more: str = "") -> str:
    ends = f'x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}"'
    return f'<line {ends} stroke="{colour}" stroke-width="0.8"{more}/>'


def _bands(picture: RecoveryPicture, frame: _Frame) -> Iterator[str]:
    for low, high, shade in (("lower_80", "upper_80", 0.15), ("lower_50", "upper_50", 0.3)):
        there = [frame.at(b.on, getattr(b.band, high)) for b in picture.bands]
        back = [frame.at(b.on, getattr(b.band, low)) for b in reversed(picture.bands)]
        if there:
            points = " ".join((*there, *back))
            yield f'<polygon points="{points}" fill="{_BAND}" fill-opacity="{shade}" stroke="none"/>'
    median = " ".join(frame.at(b.on, b.band.median) for b in picture.bands)
    yield f'<polyline points="{median}" fill="none" stroke="{_BAND}" stroke-dasharray="4 2"/>'


def _cohorts(picture: RecoveryPicture, frame: _Frame) -> Iterator[str]:
    for cohort in picture.cohorts:
        if cohort.on <= frame.last:
            yield _diamond(frame.x(cohort.on), frame.y(cohort.value), filled=cohort.counted)


def _diamond(x: float, y: float, *, filled: bool) -> str:
    points = f"{x:.1f},{y - 4:.1f} {x + 4:.1f},{y:.1f} {x:.1f},{y + 4:.1f} {x - 4:.1f},{y:.1f}"
    return f'<polygon points="{points}" fill="{_MARK if filled else "white"}" stroke="{_MARK}"/>'


def _measured(picture: RecoveryPicture, frame: _Frame) -> Iterator[str]:
    line = " ".join(frame.at(p.on, p.value) for p in picture.measured)
    yield f'<polyline points="{line}" fill="none" stroke="{_INK}"/>'
    for point in picture.measured:
        x, low, high = (
            frame.x(point.on),
            max(frame.bottom, point.value - point.error),
            point.value + point.error,
        )
        yield _line(x, frame.y(low), x, frame.y(high), _INK)
        yield f'<circle cx="{x:.1f}" cy="{frame.y(point.value):.1f}" r="3" fill="{_INK}"/>'


def _key(picture: RecoveryPicture) -> Iterator[str]:
    """Name the marks; what is not drawn is not named."""
    y = _HEIGHT - 12
    yield f'<circle cx="38" cy="{y - 3}" r="3" fill="{_INK}"/>'
    yield _text(44, y, f"{_taken(picture)}, with", "start")
    yield _text(44, y + 8, "the change that counts as real", "start")
    yield f'<rect x="222" y="{y - 8}" width="12" height="9" fill="{_BAND}" fill-opacity="0.15"/>'
    yield f'<rect x="222" y="{y - 6}" width="12" height="5" fill="{_BAND}" fill-opacity="0.3"/>'
    yield _text(238, y, "expected: 80 %, 50 %", "start")
    if any(cohort.counted for cohort in picture.cohorts):
        yield _diamond(328, y - 3, filled=True)
        yield _text(336, y, "published cohort", "start")
    if any(not cohort.counted for cohort in picture.cohorts):
        yield _diamond(410, y - 3, filled=False)
        yield _text(418, y, "cohort not reckoned with", "start")


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{_INK}">{escape(words)}</text>'
