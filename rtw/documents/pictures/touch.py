"""The sensory map: both palms as one sees one's own, each zone with pattern, letter and filament."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rtw.documents.pictures import svg
from rtw.domain.assessment.findings import Zone
from rtw.domain.capacity import Sensation
from rtw.domain.dates import short_day_in_words
from rtw.domain.hands import Side
from rtw.domain.measures.shown import TouchHand
from rtw.domain.measures.touch import LETTERS, NOT_EXAMINED, ZoneTouch
from rtw.domain.measures.why_findings import GRADE_WORDS, zone_words

_HEIGHT: Final = 378.0
_HAND: Final = 206.0
_BOTH: Final = float(svg.WIDTH)

_PATTERNS: Final = {
    Sensation.NORMAL: "#ffffff",
    Sensation.DIMINISHED_LIGHT_TOUCH: "light",
    Sensation.DIMINISHED_PROTECTIVE: "protective",
    Sensation.LOSS_OF_PROTECTIVE: "loss",
    Sensation.DEEP_PRESSURE_ONLY: "deep",
    Sensation.UNTESTABLE: "none",
}


@dataclass(frozen=True, slots=True)
class _Shape:
    """A zone of a left hand seen on its palm: centre, size, and turn in degrees."""

    x: float
    y: float
    wide: float
    high: float
    turn: float = 0.0


# Left palm, thumb at the left: as one looks at one's own hand. The right one is mirrored.
_SHAPES: Final = {
    Zone.PALM: _Shape(119, 210, 126, 108),
    Zone.INDEX: _Shape(71, 103, 30, 110, -4),
    Zone.MIDDLE: _Shape(104, 93, 30, 126, 0),
    Zone.RING: _Shape(137, 99, 30, 116, 3),
    Zone.LITTLE: _Shape(169, 119, 28, 88, 9),
    Zone.THUMB: _Shape(39, 190, 31, 92, -34),
}


def touch_words(hands: Sequence[TouchHand]) -> str:
    """Say in words what the map shows."""
    said = (
        f"{hand.map.side.label}: "
        + ", ".join(f"{z.zone.label.lower()} {zone_words(z)}" for z in hand.map.zones)
        for hand in hands
    )
    return f"Feeling of the palm side. {'. '.join(said)}."


def touch_svg(hands: Sequence[TouchHand]) -> str:
    """Draw both hands and the key of patterns."""
    parts = [*_fillings(), *(part for hand in hands for part in _hand(hand)), *_key()]
    return svg.canvas(_HEIGHT, parts, touch_words(hands))


def _fillings() -> Iterator[str]:
    yield svg.dots("touch-light", "#2b5d8a", step=8, radius=1.3)
    yield svg.hatch("touch-protective", "#6b3a8c", angle=45, step=7, width=1.5)
    yield svg.hatch("touch-loss", "#a32020", angle=-45, step=4, width=1.6)
    yield svg.hatch("touch-deep", "#4a1010", angle=90, step=3.2, width=1.8)
    yield svg.hatch("touch-none", "#333333", angle=0, step=5, width=3)


def _hand(hand: TouchHand) -> Iterator[str]:
    offset = 2.0 if hand.map.side is Side.LEFT else _BOTH - _HAND - 2.0
    when = f"tested {short_day_in_words(hand.map.on)}" if hand.map.on else "not examined"
    middle = offset + _HAND / 2
    yield svg.text(middle, 15, hand.map.side.label, anchor="middle", bold=True, size=13)
    yield svg.text(middle, 29, when, anchor="middle", size=11, colour=svg.QUIET)
    for zone in sorted(hand.map.zones, key=lambda each: list(_SHAPES).index(each.zone)):
        yield from _zone(zone, hand.map.side, offset)


def _zone(zone: ZoneTouch, side: Side, offset: float) -> Iterator[str]:
    shape = _SHAPES[zone.zone]
    is_left = side is Side.LEFT
    x = offset + (shape.x if is_left else _HAND - shape.x)
    turn = shape.turn if is_left else -shape.turn
    dash = "" if zone.found is not None else ' stroke-dasharray="4 3"'
    round_by = 22 if zone.zone is Zone.PALM else shape.wide / 2
    yield (
        f'<rect x="{x - shape.wide / 2:.1f}" y="{shape.y - shape.high / 2 + 16:.1f}" width="{shape.wide:g}" '
        f'height="{shape.high:g}" rx="{round_by:g}" transform="rotate({turn:g} {x:.1f} {shape.y + 16:.1f})" '
        f'fill="{_fill(zone)}" stroke="{svg.INK if zone.found else svg.QUIET}" stroke-width="1.4"{dash}/>'
    )
    yield from _label(zone, x, shape.y + 16)


def _label(zone: ZoneTouch, x: float, y: float) -> Iterator[str]:
    """Put the letter and the filament on a white plate, so that no pattern runs through them."""
    size = None if zone.found is None else zone.found.monofilament
    high = 18.0 if size is None else 32.0
    yield svg.box((x - 14, y - 9), (28, high), fill=svg.PAPER, round_by=4)
    yield svg.text(x, y + 5, zone.letter, anchor="middle", bold=True, size=13)
    if size is not None:
        yield svg.text(x, y + 19, f"{size:.2f}", anchor="middle", size=11)


def _fill(zone: ZoneTouch) -> str:
    if zone.grade is None or zone.grade is Sensation.NORMAL:
        return svg.PAPER
    return f"url(#touch-{_PATTERNS[zone.grade]})"


def _key() -> Iterator[str]:
    entries = [
        (LETTERS[grade], GRADE_WORDS[grade], f"url(#touch-{name})") for grade, name in _PATTERNS.items()
    ]
    entries[0] = (entries[0][0], entries[0][1], svg.PAPER)
    entries.append((NOT_EXAMINED, "not examined", svg.PAPER))
    for place, (letter, words, fill) in enumerate(entries):
        x, y = 6 + (place % 2) * 212, 306 + (place // 2) * 20
        dash = "4 3" if letter == NOT_EXAMINED else ""
        yield svg.box((x, y - 10), (20, 13), fill=fill, stroke=svg.INK, dash=dash)
        yield svg.text(x + 26, y + 1, f"{letter}  {words}", size=10.5)
