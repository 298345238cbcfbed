"""Measures over time in the clinician's PDF: the pictures of the page, their tables, and the arithmetic."""

from collections.abc import Iterator
from typing import Any

from reports.document_data import Rows
from reports.wording import day_text
from rtw.documents.marks import Marks
from rtw.documents.pictures.progress import (
    ProgressLine,
    line_of_hand,
    line_of_score,
    progress_svg,
    progress_words,
)
from rtw.documents.pictures.rungs import rung_words, rungs_svg
from rtw.documents.pictures.touch import touch_svg, touch_words
from rtw.domain.measures.followed import Followed
from rtw.domain.measures.shown import (
    Against,
    CaseMeasures,
    HandCourse,
    MeasureCourse,
    ReadingRow,
    ScoreCourseShown,
    Shown,
)
from rtw.domain.why import Coefficient


def measures_section(measures: CaseMeasures | None, marks: Marks) -> dict[str, Any] | None:
    """Write all measures; None where nothing was measured."""
    if measures is None or measures.is_empty:
        return None
    return {
        "missing": ", ".join(measures.missing),
        "courses": [_course(course, measures, marks) for course in measures.courses],
        "rungs": _rungs(measures, marks),
        "motion": _motion(measures, marks),
        "touch": _touch(measures),
        "cautions": _cautions(measures),
        "scores": [_score(course) for course in measures.scores],
    }


def _picture(drawn: ProgressLine, key: str) -> dict[str, str]:
    return {"svg": progress_svg(drawn, key), "alt": progress_words(drawn)}


def _course(course: MeasureCourse, measures: CaseMeasures, marks: Marks) -> dict[str, Any]:
    return {
        "name": course.measure.label,
        "pictures": [
            _picture(line_of_hand(course, hand, measures), f"{course.measure.value}-{hand.side.value}")
            for hand in course.hands
        ],
        "rows": [
            _reading(hand, row, measures, marks) for hand in course.hands for row in reversed(hand.rows)
        ],
        "whole": [f"{h.side.label}, since the first visit: {h.whole.words}" for h in course.hands if h.whole],
        "authorities": _authorities(course, marks),
        "hands": [hand.side.label for hand in course.hands],
        "cautions": list(course.cautions),
        "errors": [_published(error, marks) for error in course.errors],
        "arithmetic": [part for hand in course.hands for part in _arithmetic(hand)],
    }


def _reading(hand: HandCourse, row: ReadingRow, measures: CaseMeasures, marks: Marks) -> list[str]:
    sound = "the hand to compare with" if measures.is_sound(hand.side) else "not measured"
    return [
        hand.side.label,
        day_text(row.reading.on),
        row.value.words,
        _against(row.norm, marks),
        row.other.words if row.other else sound,
        row.change.words if row.change else "first time",
    ]


def _against(found: Against | None, marks: Marks) -> str:
    if found is None:
        return "no norm held"
    if found.shown is None:
        return found.no_norm
    return f"{found.shown.words} ({found.norm}; {_cited(found, marks)})"


def _cited(found: Against, marks: Marks) -> str:
    """Name the authority with the mark of its norm that is used; without one with that of the source."""
    figures = found.shown.why.coefficients if found.shown else ()
    own = next((figure for figure in figures if figure.source == found.source), None)
    return marks.of(found.source) if own is None else marks.of_figure(own)


def _authorities(course: MeasureCourse, marks: Marks) -> Rows:
    """Put every authority beside the others, where there is more than one."""
    by_hand = [hand.authorities for hand in course.hands]
    if len(by_hand[0]) < 2:
        return []
    return [
        [
            f"{_cited(each, marks)}{' (used here)' if each.is_chosen else ''}",
            *(_beside(hand.authorities[place]) for hand in course.hands),
            *([""] if len(course.hands) < 2 else []),
        ]
        for place, each in enumerate(by_hand[0])
    ]


def _beside(found: Against) -> str:
    return found.no_norm if found.shown is None else f"{found.shown.words} ({found.norm})"


def _published(found: Coefficient, marks: Marks) -> str:
    return f"{found.meaning}: {found.value}, in {found.population} ({marks.of_figure(found)})"


def _arithmetic(hand: HandCourse) -> Iterator[dict[str, Any]]:
    """Write how the newest figures of a hand came about, as the page's panels do."""
    for shown in _newest(hand):
        if shown.why.steps:
            yield {"of": shown.why.subject, "lines": list(_lines(shown))}


def _newest(hand: HandCourse) -> tuple[Shown, ...]:
    row = hand.rows[-1]
    figures = (row.value, row.norm.shown if row.norm else None, row.other, row.change)
    return tuple(shown for shown in figures if shown is not None)


def _lines(shown: Shown) -> Iterator[str]:
    if shown.why.formula:
        yield shown.why.formula
    yield "; ".join(shown.why.steps)


def _cautions(measures: CaseMeasures) -> list[str]:
    """Write once what the figures do not say, however many of them it holds of."""
    hands = (hand for course in measures.courses for hand in course.hands)
    figures = (shown for hand in hands for shown in _newest(hand))
    return list(dict.fromkeys(caution for shown in figures for caution in shown.why.cautions))


def _rungs(measures: CaseMeasures, marks: Marks) -> dict[str, Any] | None:
    grip = next((course for course in measures.courses if course.measure is Followed.GRIP), None)
    if grip is None or not measures.rungs:
        return None
    curve = rungs_svg(measures.rungs, grip.scale)
    return {
        "picture": {"svg": curve, "alt": rung_words(measures.rungs, grip.scale)} if curve else None,
        "rows": [
            [
                hand.curve.side.label,
                str(row.rung or "not written down"),
                row.mean.words,
                row.variation.words if row.variation else "one trial only",
            ]
            for hand in measures.rungs
            for row in hand.rows
        ],
        "cautions": [
            [c.test.capitalize(), c.rule, c.criticism, marks.of_figure(c.coefficient)]
            for c in measures.cautions
        ],
    }


def _motion(measures: CaseMeasures, marks: Marks) -> Rows:
    return [
        [
            f"{row.side.value.capitalize()}: {row.label.lower()}",
            f"{row.value.words}, {day_text(row.on)}",
            row.before,
            "; ".join(
                f"{n.authority}{' (used here)' if n.is_chosen else ''} {n.shown.words} "
                f"({marks.of_figure(n.shown.why.coefficients[0])})"
                for n in row.normals
            )
            or "no normal held",
        ]
        for row in measures.motions
    ]


def _touch(measures: CaseMeasures) -> dict[str, Any] | None:
    if not any(hand.map.on for hand in measures.touch):
        return None
    left, right = measures.touch
    return {
        "picture": {"svg": touch_svg(measures.touch), "alt": touch_words(measures.touch)},
        "rows": [
            [own.zone, *(row.shown.words if row.shown else "not examined" for row in (own, other))]
            for own, other in zip(left.rows, right.rows, strict=True)
        ],
    }


def _score(course: ScoreCourseShown) -> dict[str, Any]:
    return {
        "name": course.definition.name,
        "picture": _picture(line_of_score(course), course.definition.id.value),
        "rows": [
            *(
                [day_text(row.on), row.value.words, row.change.words if row.change else "first time"]
                for row in reversed(course.rows)
            ),
            *([["since the first visit", "", course.whole.words]] if course.whole else []),
        ],
    }
