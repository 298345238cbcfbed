"""What is worked out from a visit while it is typed: strengths, grades of feeling, what to look at again."""

from dataclasses import dataclass

from job_profiles.kinds import DemandKind
from job_profiles.problem import Problem
from rtw.domain.assessed_capacity import grade_of
from rtw.domain.assessment.assessment import Assessment
from rtw.domain.assessment.findings import Zone
from rtw.domain.capacity import Sensation
from rtw.domain.hands import Side
from rtw.domain.measurement import AmountUnit
from rtw.domain.scores.definition import PAIN_SCORES, ScoreId
from rtw.knowledge.for_domain import capacity_coefficients
from rtw.knowledge.load import knowledge
from rtw.services.assessments import questions_about, visit_before
from rtw.services.case_record import CaseRecord
from rtw.services.off_scale import sieved
from rtw.services.score_figures import ScoreFigure, earlier_visits, score_figures
from rtw.services.strength_figures import StrengthFigure, strength_figures
from rtw.services.visits import Visit


@dataclass(frozen=True, slots=True)
class TouchGrade:
    """The grade a zone's filament stands for; None where nothing is entered or the number fits no band."""

    side: Side
    zone: Zone
    grade: Sensation | None


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """The scores of one paper form."""

    name: str
    scores: tuple[ScoreFigure, ...]

    @property
    def is_in_use(self) -> bool:
        """Whether something of it is entered now, or was at an earlier visit."""
        return any(figure.result or figure.was_asked for figure in self.scores)


@dataclass(frozen=True, slots=True)
class VisitFigures:
    """All of it. `questions` ask, and never block."""

    strengths: tuple[StrengthFigure, ...]
    touch: tuple[TouchGrade, ...]
    questions: tuple[Problem, ...]
    scores: tuple[ScoreFigure, ...]

    def of(self, kind: DemandKind, side: Side) -> StrengthFigure:
        """Return the figures of one strength of one hand."""
        return next(figure for figure in self.strengths if (figure.kind, figure.side) == (kind, side))

    def score(self, score: ScoreId) -> ScoreFigure:
        """Return the figures of one score."""
        return next(figure for figure in self.scores if figure.definition.id is score)

    @property
    def questionnaires(self) -> tuple[Questionnaire, ...]:
        """The scores of each questionnaire together; pain is asked in fields of its own."""
        asked = [figure for figure in self.scores if figure.definition.id not in PAIN_SCORES]
        names = dict.fromkeys(figure.definition.questionnaire for figure in asked)
        own = ((name, [f for f in asked if f.definition.questionnaire == name]) for name in names)
        return tuple(Questionnaire(name, tuple(figures)) for name, figures in own)

    def grade(self, side: Side, zone: Zone) -> Sensation | None:
        """Return the grade of one zone."""
        return next(found.grade for found in self.touch if (found.side, found.zone) == (side, zone))


def visit_figures(record: CaseRecord, visit: Visit, value: Assessment, unit: AmountUnit) -> VisitFigures:
    """Work out what is said beside `value`, the visit as it is typed; strengths read in `unit`."""
    before, counted = visit_before(record, visit), sieved(value).counted
    return VisitFigures(
        strengths=strength_figures(counted, before, unit, record.treated_sides),
        touch=_touch(counted),
        questions=questions_about(record, value, before),
        scores=score_figures(value, earlier_visits(record, visit)),
    )


def _touch(value: Assessment) -> tuple[TouchGrade, ...]:
    coefficients = capacity_coefficients(knowledge())
    tested = ((hand.side, zone) for hand in value.hands for zone in hand.sensation)
    found = {(side, zone.zone): grade_of(zone, coefficients) for side, zone in tested}
    return tuple(TouchGrade(side, zone, found.get((side, zone))) for side in Side for zone in Zone)
