"""What the page of a visit shows: the form's texts, its marks, and what is said while typing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from job_profiles.kinds import DemandKind
from rtw.domain.assessment.assessment import Assessment, CarriedOver, Measure
from rtw.domain.assessment.part_keys import part_words
from rtw.domain.assessment.parts import holder_of, parts_of
from rtw.domain.capacity import StrengthHold
from rtw.domain.hands import Side
from rtw.domain.why import Why
from rtw.services.assessments import strength_holds_of, visit_before
from rtw.services.case_record import CaseRecord
from rtw.services.off_scale import sieved
from rtw.services.visit_figures import VisitFigures
from rtw.services.visit_panels import hold_panel, questions_panel
from rtw.services.visits import Visit
from rtw.web.assessment_form.limit_rows import row_count
from rtw.web.assessment_form.places import off_scale_errors
from rtw.web.assessment_form.reading import fresh_name
from rtw.web.assessment_form.typed import Typed
from rtw.web.assessment_form.visit_texts import DifficultyRow, difficulty_rows, timed_kinds


@dataclass(frozen=True, slots=True)
class VisitPage:
    """The form of one visit. `impossible`: the errors that stand in the way of signing, not of saving."""

    visit: Visit
    before: Visit | None
    texts: Mapping[str, str]
    errors: Mapping[str, str]
    impossible: Mapping[str, str]
    figures: VisitFigures
    questions_panel: Why
    holds: tuple[tuple[StrengthHold, Why], ...]
    kinds: tuple[DemandKind, ...]
    rows: tuple[DifficultyRow, ...]
    treatment_known: bool
    draft_kept_at: datetime | None = None

    def text(self, name: str) -> str:
        """Return what stands in a field."""
        return self.texts.get(name, "")

    def any(self, *starts: str) -> bool:
        """Whether anything stands in the fields whose names begin so."""
        return any(text for name, text in self.texts.items() if name.startswith(starts))

    def limit_rows(self, prefix: str) -> int:
        """Count the rows of limits to show."""
        return row_count(Typed(self.texts), prefix)

    def marks(self, measure: Measure, side: Side | None = None) -> tuple[CarriedOver, ...]:
        """Return the marks of a copied measure, one for each day its findings were taken."""
        return self.visit.assessment.marks(measure, side)

    def of_which(self, mark: CarriedOver) -> str:
        """Name the findings of a mark, where it is not of all its measure."""
        return "; ".join(part_words(key) for key in mark.parts)

    def is_single(self, mark: CarriedOver) -> bool:
        """Whether the mark is of one finding only: who types that one has tested all of it anew."""
        visit = self.visit.assessment
        return len(parts_of(holder_of(visit, mark.side), mark.measure)) == 1

    def is_fresh(self, mark: CarriedOver) -> bool:
        """Whether the copied measure is said to be the same today."""
        return bool(self.text(fresh_name(mark)))

    def hold(self, side: Side) -> StrengthHold | None:
        """Return what forbids a strength test of a hand on the day of the visit."""
        return next((hold for hold, _ in self._holds(side)), None)

    def why_hold(self, side: Side) -> Why | None:
        """Return from what the hold of a hand follows."""
        return next((why for _, why in self._holds(side)), None)

    def _holds(self, side: Side) -> Iterator[tuple[StrengthHold, Why]]:
        own = (each for each in self.holds if each[0].side is side)
        yield from (each for each in own if each[0].holds_on(self.visit.on))


def visit_page(
    record: CaseRecord,
    visit: Visit,
    texts: Mapping[str, str],
    errors: Mapping[str, str],
    figures: VisitFigures,
    value: Assessment,
    draft_kept_at: datetime | None = None,
) -> VisitPage:
    """Put the page of a visit together; `value` is the visit as typed. What cannot be joins `errors`."""
    rows = difficulty_rows(record.profile, visit.assessment)
    impossible = off_scale_errors(sieved(value).off_scale, texts, rows)
    return VisitPage(
        visit=visit,
        before=visit_before(record, visit),
        texts=texts,
        errors={**impossible, **errors},
        impossible=impossible,
        figures=figures,
        holds=tuple((hold, hold_panel(record, hold)) for hold in strength_holds_of(record)),
        questions_panel=questions_panel(record, value),
        kinds=timed_kinds(record.profile, visit.assessment),
        rows=rows,
        treatment_known=bool(record.operations),
        draft_kept_at=draft_kept_at,
    )
