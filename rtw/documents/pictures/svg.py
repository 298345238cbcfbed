"""Marks of the clinic's pictures: one drawing for page and paper, told apart by pattern, sign and words.

The drawings are narrow on purpose: they stay readable at the width of a phone and two stand side by side.
"""

from collections.abc import Sequence
from html import escape
from math import ceil
from typing import Final

WIDTH: Final = 420
INK: Final = "#1b2b34"
QUIET: Final = "#5b6b73"
ACCENT: Final = "#0f4c5c"
WARM: Final = "#8a4b08"
PAPER: Final = "#ffffff"
_FONT: Final = "Inter, system-ui, sans-serif"


def canvas(height: float, parts: Sequence[str], words: str, width: float = WIDTH) -> str:
    """Put parts on a drawing; `words` say what it shows to those who cannot see it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" role="img" '
        f'aria-label="{escape(words)}" font-family="{_FONT}" font-size="12">'
        f'<rect width="{width:g}" height="{height:g}" fill="{PAPER}"/>{"".join(parts)}</svg>'
    )


def text(
    x: float,
    y: float,
    words: str,
    *,
    anchor: str = "start",
    size: float = 12,
    bold: bool = False,
    colour: str = INK,
) -> str:
    """Write words at a point of their baseline."""
    weight = ' font-weight="600"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size:g}"{weight} '
        f'fill="{colour}">{escape(words)}</text>'
    )


def line(
    start: tuple[float, float],
    end: tuple[float, float],
    *,
    colour: str = INK,
    width: float = 1,
    dash: str = "",
) -> str:
    """Draw a straight line."""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line x1="{start[0]:.1f}" y1="{start[1]:.1f}" x2="{end[0]:.1f}" y2="{end[1]:.1f}" '
        f'stroke="{colour}" stroke-width="{width:g}"{dashed}/>'
    )


def box(
    corner: tuple[float, float],
    size: tuple[float, float],
    *,
    fill: str,
    stroke: str = "none",
    dash: str = "",
    round_by: float = 0,
) -> str:
    """Draw a rectangle from its upper left corner."""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<rect x="{corner[0]:.1f}" y="{corner[1]:.1f}" width="{max(size[0], 0.1):.1f}" '
        f'height="{max(size[1], 0.1):.1f}" rx="{round_by:g}" fill="{fill}" stroke="{stroke}"{dashed}/>'
    )


def dot(x: float, y: float, *, solid: bool, colour: str = ACCENT, square: bool = False) -> str:
    """Draw a point: filled or hollow, round or square."""
    fill = colour if solid else PAPER
    if square:
        corner = f'x="{x - 5:.1f}" y="{y - 5:.1f}" width="10" height="10"'
        return f'<rect {corner} fill="{fill}" stroke="{colour}" stroke-width="2"/>'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{fill}" stroke="{colour}" stroke-width="2"/>'


def hatch(
    name: str, colour: str, *, angle: float = 45, step: float = 6, width: float = 1.4, back: str = PAPER
) -> str:
    """Define lines as a filling, used as `url(#name)`."""
    return (
        f'<defs><pattern id="{name}" width="{step:g}" height="{step:g}" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate({angle:g})"><rect width="{step:g}" height="{step:g}" fill="{back}"/>'
        f'<rect width="{width:g}" height="{step:g}" fill="{colour}"/></pattern></defs>'
    )


def dots(name: str, colour: str, *, step: float = 7, radius: float = 1.2) -> str:
    """Define dots as a filling, used as `url(#name)`."""
    middle = step / 2
    return (
        f'<defs><pattern id="{name}" width="{step:g}" height="{step:g}" patternUnits="userSpaceOnUse">'
        f'<circle cx="{middle:g}" cy="{middle:g}" r="{radius:g}" fill="{colour}"/></pattern></defs>'
    )


def grid_steps(highest: float, most: int = 5) -> tuple[float, ...]:
    """Choose round marks from 0 up to the highest value or just above it."""
    for scale in (0.01, 0.1, 1.0, 10.0, 100.0, 1000.0):
        for base in (1.0, 2.0, 5.0):
            step = base * scale
            count = max(1, ceil(highest / step - 1e-9))
            if count <= most:
                return tuple(step * place for place in range(count + 1))
    return (0.0, highest)
