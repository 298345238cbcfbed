"""The measures of a case as they are shown, on a page and in the clinician's record alike."""

from dataclasses import dataclass
from datetime import date

from rtw.domain.assessment.operation import PatientFacts
from rtw.domain.figure import SourceId
from rtw.domain.hands import Side
from rtw.domain.measures.course import Step
from rtw.domain.measures.detectable import Detectable
from rtw.domain.measures.effort_caution import Caution
from rtw.domain.measures.followed import Followed, Reading, Scale
from rtw.domain.measures.norm import NormBand
from rtw.domain.measures.rungs import RungCurve
from rtw.domain.measures.touch import TouchMap
from rtw.domain.scores.change import ScorePoint
from rtw.domain.scores.definition import ScoreDefinition
from rtw.domain.why import Coefficient, Why


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure in words, with what stands behind it."""

    words: str
    why: Why


@dataclass(frozen=True, slots=True)
class Against:
    """A reading against one authority; where `shown` is None `no_norm` says why there is nothing to show.

    `norm` is what it is held against, with how well that is known where it was not read in its source.
    """

    source: SourceId
    is_chosen: bool
    shown: Shown | None
    norm: str = ""
    no_norm: str = ""


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One reading of one hand with all that is said of it; `change` None: it is the first."""

    reading: Reading
    value: Shown
    norm: Against | None
    other: Shown | None
    change: Shown | None


@dataclass(frozen=True, slots=True)
class HandCourse:
    """One test of one hand over the visits, oldest first. `band`: the chosen norm at the last visit's age.

    `whole` is the change since the first visit, `authorities` every norm beside the last reading.
    """

    side: Side
    rows: tuple[ReadingRow, ...]
    steps: tuple[Step, ...]
    band: NormBand | None
    whole: Shown | None
    authorities: tuple[Against, ...]

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The readings alone."""
        return tuple(row.reading for row in self.rows)


@dataclass(frozen=True, slots=True)
class MeasureCourse:
    """One test of both hands. `cautions` hold of all its figures; `errors` is every published change."""

    measure: Followed
    scale: Scale
    hands: tuple[HandCourse, ...]
    detectable: Detectable
    errors: tuple[Coefficient, ...]
    cautions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RungRow:
    """One handle position of one hand."""

    rung: int | None
    mean: Shown
    variation: Shown | None


@dataclass(frozen=True, slots=True)
class RungHand:
    """The five-rung curve of one hand, in words and as drawn."""

    curve: RungCurve
    rows: tuple[RungRow, ...]


@dataclass(frozen=True, slots=True)
class MotionNormal:
    """A motion in percent of one authority's normal."""

    authority: str
    is_chosen: bool
    shown: Shown


@dataclass(frozen=True, slots=True)
class MotionRow:
    """One motion of one hand: newest reading, the one before, and every authority's normal."""

    side: Side
    label: str
    on: date
    value: Shown
    before: str
    normals: tuple[MotionNormal, ...]


@dataclass(frozen=True, slots=True)
class ZoneRow:
    """One zone of one hand in words."""

    zone: str
    letter: str
    shown: Shown | None


@dataclass(frozen=True, slots=True)
class TouchHand:
    """Feeling of one hand: the map that is drawn, and its rows."""

    map: TouchMap
    rows: tuple[ZoneRow, ...]


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A score at one visit, and its change since the visit that had it before."""

    on: date
    value: Shown
    change: Shown | None


@dataclass(frozen=True, slots=True)
class ScoreCourseShown:
    """One score over the visits. `error`: the change that must be exceeded, None where none is published.

    `whole` is the change since the first visit, where there were more than two. `is_stand_in`: `error` is the
    smallest important change, no error of measuring.
    """

    definition: ScoreDefinition
    points: tuple[ScorePoint, ...]
    error: float | None
    rows: tuple[ScoreRow, ...]
    whole: Shown | None = None
    is_stand_in: bool = False


@dataclass(frozen=True, slots=True)
class CaseMeasures:
    """Everything. `operations` are days of surgery by hand; `missing` is what norms lack of the person.

    `treated` are the treated hands: where it is one, the other is the hand to compare with.
    """

    patient: PatientFacts
    treated: tuple[Side, ...]
    operations: tuple[tuple[Side, date], ...]
    missing: tuple[str, ...]
    courses: tuple[MeasureCourse, ...]
    rungs: tuple[RungHand, ...]
    cautions: tuple[Caution, ...]
    motions: tuple[MotionRow, ...]
    touch: tuple[TouchHand, ...]
    scores: tuple[ScoreCourseShown, ...]

    @property
    def is_empty(self) -> bool:
        """Whether no visit measured anything that is shown here."""
        parts = (self.courses, self.motions, self.scores)
        return not any(parts) and not any(hand.map.on for hand in self.touch)

    def is_sound(self, side: Side) -> bool:
        """Whether this is the untreated hand of a patient with one treated."""
        return len(self.treated) == 1 and side not in self.treated

    def operated_on(self, side: Side) -> tuple[date, ...]:
        """List the days a hand was operated on."""
        return tuple(on for each, on in self.operations if each is side)
