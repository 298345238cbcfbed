"""The five-rung curve of both hands on one drawing: shape to look at, from which no effort is read."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from rtw.documents.pictures import svg
from rtw.domain.dates import short_day_in_words
from rtw.domain.hands import Side
from rtw.domain.measures.followed import Scale
from rtw.domain.measures.shown import RungHand

_HEIGHT: Final = 236.0
_LEFT, _RIGHT, _TOP, _BASE = 44.0, 404.0, 30.0, 180.0
_LOOK: Final = {Side.LEFT: (svg.ACCENT, ""), Side.RIGHT: (svg.WARM, "6 4")}


def rung_words(hands: Sequence[RungHand], scale: Scale) -> str:
    """Say in words what the curve shows."""
    said = (
        f"{hand.curve.side.label}: "
        + ", ".join(f"position {rung} {scale.words(mean)}" for rung, mean in hand.curve.points)
        for hand in hands
    )
    return f"Grip by handle position. {'. '.join(said)}."


def rungs_svg(hands: Sequence[RungHand], scale: Scale) -> str | None:
    """Draw mean grip by handle position; None unless a hand was tested at two positions."""
    drawn = [hand for hand in hands if hand.curve.points]
    if not any(len(hand.curve.points) > 1 for hand in drawn):
        return None
    highest = max(scale.read(mean) for hand in drawn for _, mean in hand.curve.points)
    marks = svg.grid_steps(highest * 1.1)
    parts = [
        svg.text(6, 16, f"Grip by handle position ({scale.unit})", bold=True, size=13),
        *_axes(marks),
        *(part for hand in drawn for part in _curve(hand, scale, marks[-1])),
        *_legend(drawn),
    ]
    return svg.canvas(_HEIGHT, parts, rung_words(drawn, scale))


def _x(rung: int) -> float:
    return _LEFT + 30 + (rung - 1) * (_RIGHT - _LEFT - 60) / 4


def _y(value: float, top: float) -> float:
    return _BASE - (_BASE - _TOP) * value / top


def _axes(marks: Sequence[float]) -> Iterator[str]:
    for mark in marks:
        y = _y(mark, marks[-1])
        yield svg.line((_LEFT, y), (_RIGHT, y), colour="#dde5e8")
        yield svg.text(_LEFT - 6, y + 4, f"{mark:g}", anchor="end", colour=svg.QUIET, size=11)
    for rung in range(1, 6):
        yield svg.text(_x(rung), _BASE + 16, str(rung), anchor="middle")
    yield svg.text(
        (_LEFT + _RIGHT) / 2, _BASE + 31, "handle position, narrowest first", anchor="middle", size=11
    )


def _curve(hand: RungHand, scale: Scale, top: float) -> Iterator[str]:
    colour, dash = _LOOK[hand.curve.side]
    places = [(_x(rung), _y(scale.read(mean), top)) for rung, mean in hand.curve.points]
    for start, end in pairwise(places):
        yield svg.line(start, end, colour=colour, width=2, dash=dash)
    for x, y in places:
        yield svg.dot(x, y, solid=True, colour=colour, square=hand.curve.side is Side.RIGHT)


def _legend(hands: Sequence[RungHand]) -> Iterator[str]:
    for place, hand in enumerate(hands):
        colour, dash = _LOOK[hand.curve.side]
        x, y, is_right = _LEFT + place * 170, _HEIGHT - 8, hand.curve.side is Side.RIGHT
        yield svg.line((x, y - 4), (x + 26, y - 4), colour=colour, width=2, dash=dash)
        yield svg.dot(x + 13, y - 4, solid=True, colour=colour, square=is_right)
        yield svg.text(
            x + 34, y, f"{hand.curve.side.label.lower()}, {short_day_in_words(hand.curve.on)}", size=11
        )
