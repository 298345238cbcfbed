"""Demand against capacity as bars: what each task needs, in percent of what the hand has."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rtw.documents.pictures import svg
from rtw.domain.gap import Gap, JobMatch
from rtw.domain.hands import Side
from rtw.domain.matching.wording import OPEN_RATIO
from rtw.domain.verdicts import Verdict

_WIDTH: Final = 680.0
_LEFT, _RIGHT, _TOP = 250.0, 515.0, 34.0
_STEP: Final = 20.0
_MOST: Final = 250.0
"""Where a bar is cut: beyond it only "far too much" is to be read, and its figure stands beside it."""

_MOST_SAID: Final = 999.0


@dataclass(frozen=True, slots=True)
class DemandBar:
    """One line: task and demand, hand, needed in percent of available, verdict.

    `percent` None: it cannot be said, and no bar is drawn; at its worst the unknown would look like it.
    `or_more`: `percent` is the least it can be, for the other end is open.
    """

    label: str
    side: Side
    percent: float | None
    verdict: Verdict
    or_more: bool = False


def demand_bars(match: JobMatch) -> tuple[DemandBar, ...]:
    """List every demand of known ratio, at the worst of what is open, in the order of the tasks."""
    gaps = [gap for task in match.tasks for gap in task.gaps]
    found = ((gap, _ratio(gap)) for gap in gaps)
    return tuple(_line(gap, ratio) for gap, ratio in found if ratio is not None)


def _line(gap: Gap, ratio: tuple[float, float]) -> DemandBar:
    low, high = ratio
    is_open = high > OPEN_RATIO
    shown = None if gap.verdict is Verdict.CANNOT_SAY else 100.0 * (low if is_open else high)
    return DemandBar(f"{gap.task}: {gap.kind.label.lower()}", gap.side, shown, gap.verdict, is_open)


def _ratio(gap: Gap) -> tuple[float, float] | None:
    """Take the limit that decided; one that is kept by a condition has no ratio of its own."""
    governing = next((c for c in gap.comparisons if c.condition is None), None)
    return None if governing is None else governing.ratio


def demand_words(bars: Sequence[DemandBar]) -> str:
    """Say in words what the picture shows."""
    said = "; ".join(f"{b.label}, {b.side.label.lower()}: {_said(b)}" for b in bars)
    return f"Needed in percent of what is available. {said}."


def _said(bar: DemandBar) -> str:
    return ", ".join(part for part in (percent_words(bar), bar.verdict.label.lower()) if part)


def percent_words(bar: DemandBar) -> str:
    """Write the percentage, far beyond the limit only that it lies there; empty where it cannot be said."""
    if bar.percent is None:
        return ""
    if bar.percent > _MOST_SAID:
        return f"over {_MOST_SAID:.0f} %"
    return f"{bar.percent:.0f} %{' or more' if bar.or_more else ''}"


def demand_svg(bars: Sequence[DemandBar]) -> str | None:
    """Draw the bars; None where no demand is decided by a ratio."""
    decided = [bar.percent for bar in bars if bar.percent is not None]
    if not decided:
        return None
    height = _TOP + _STEP * len(bars) + 30
    scale = max(125.0, min(_MOST, max(decided)))
    parts = [
        svg.hatch("demand-right", "#8a4b08", angle=45, step=6, width=1.5, back="#f0d9bd"),
        svg.text(
            6, 16, "Needed, in percent of what is available (left hand plain, right hand hatched)", bold=True
        ),
        *(part for place, bar in enumerate(bars) for part in _bar(bar, place, scale)),
        *_limit(scale, height),
    ]
    return svg.canvas(height, parts, demand_words(bars), _WIDTH)


def _x(percent: float, scale: float) -> float:
    return _LEFT + (_RIGHT - _LEFT) * min(percent, scale) / scale


def _bar(bar: DemandBar, place: int, scale: float) -> Iterator[str]:
    y = _TOP + place * _STEP
    fill = "#9fc0cb" if bar.side is Side.LEFT else "url(#demand-right)"
    yield svg.text(_LEFT - 8, y + 11, _short(f"{bar.label}, {bar.side.value}"), anchor="end", size=10.5)
    said = f"{percent_words(bar)} {bar.verdict.sign} {bar.verdict.label.lower()}".strip()
    if bar.percent is None:
        yield svg.text(_LEFT + 4, y + 11, said, size=10.5)
        return
    yield svg.box((_LEFT, y), (_x(bar.percent, scale) - _LEFT, 14), fill=fill, stroke="#33474f")
    yield svg.text(_RIGHT + 8, y + 11, said, size=10.5)


def _short(words: str, most: int = 44) -> str:
    return words if len(words) <= most else f"{words[: most // 2 - 1]}… {words[-(most // 2 - 1) :]}"


def _limit(scale: float, height: float) -> Iterator[str]:
    x = _x(100, scale)
    yield svg.line((x, _TOP - 8), (x, height - 22), width=2, dash="6 4")
    yield svg.text(x, height - 8, "100 %: the limit", anchor="middle", size=11)
