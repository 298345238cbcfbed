"""The pictures of the page of measures: the same drawings as in the clinician's record, by name."""

from markupsafe import Markup

from rtw.documents.pictures.progress import line_of_hand, line_of_score, progress_svg
from rtw.documents.pictures.rungs import rungs_svg
from rtw.documents.pictures.touch import touch_svg
from rtw.domain.measures.followed import Followed
from rtw.domain.measures.shown import CaseMeasures

RUNGS = "rungs"
TOUCH = "touch"


def measure_pictures(measures: CaseMeasures) -> dict[str, Markup]:
    """Draw everything. Keys: `grip-left`, the id of a score, `rungs`, `touch`."""
    drawn = {
        f"{course.measure.value}-{hand.side.value}": progress_svg(
            line_of_hand(course, hand, measures), f"{course.measure.value}-{hand.side.value}"
        )
        for course in measures.courses
        for hand in course.hands
    }
    drawn |= {
        course.definition.id.value: progress_svg(line_of_score(course), course.definition.id.value)
        for course in measures.scores
    }
    drawn |= _of_findings(measures)
    # Our own drawings: every text in them was escaped when it was drawn.
    return {name: Markup(svg) for name, svg in drawn.items()}  # noqa: S704


def _of_findings(measures: CaseMeasures) -> dict[str, str]:
    found: dict[str, str] = {}
    grip = next((course for course in measures.courses if course.measure is Followed.GRIP), None)
    curve = rungs_svg(measures.rungs, grip.scale) if grip else None
    if curve is not None:
        found[RUNGS] = curve
    if any(hand.map.on for hand in measures.touch):
        found[TOUCH] = touch_svg(measures.touch)
    return found
