"""Where the figures of visits come from that are no score and no strength: entries, holds, questions."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from rtw.domain.assessment.assessment import Assessment
from rtw.domain.assessment.conventions import MOTION_FACTOR, PLAUSIBILITY
from rtw.domain.assessment.operation import Operation
from rtw.domain.assessment.taken_trials import new_trials
from rtw.domain.capacity import StrengthHold
from rtw.domain.dates import day_in_words
from rtw.domain.measures.why_findings import normal_coefficient
from rtw.domain.why import Coefficient, Input, Origin, Why
from rtw.knowledge.for_domain import strength_gate
from rtw.knowledge.load import knowledge
from rtw.services.assessments import largest_normals
from rtw.services.case_record import CaseRecord
from rtw.services.measures.findings import touch_bands
from rtw.services.progress import Progress
from rtw.services.visits import Visit

CONVENTION: Final = "convention of this product"


def findings_panel(visit: Visit) -> Why:
    """Say of the findings of both hands whose they are, and what of them is worked out."""
    return Why(
        subject=f"Findings of visit {visit.number}",
        result="as they were entered",
        formula="mean = sum of the trials / how many there are; all else stands as it was entered",
        inputs=(Input("Every finding of both hands", "the row itself", Origin.MEASURED, _entered(visit)),),
        cautions=("What is marked “taken” was measured on that earlier day and copied to this visit.",),
    )


def person_panel(visit: Visit) -> Why:
    """Say of what concerns the whole person who told it, did it or decided it."""
    where = _entered(visit)
    return Why(
        subject=f"Person, visit {visit.number}",
        result="as it was entered",
        inputs=(
            Input("Pain, night waking, tolerances, difficulties", "as told", Origin.PATIENT, where),
            Input("Loads done safely", "as tried", Origin.MEASURED, where),
            Input("Your limits", "as decided", Origin.CLINICIAN, where),
            Input("Surgeon's restrictions", "as passed on by the surgeon", Origin.CLINICIAN, where),
        ),
    )


def _entered(visit: Visit) -> str:
    signed = f", signed by {visit.signed_by}" if visit.signed_by else ", not signed yet"
    assessor = visit.assessment.assessor
    return f"visit of {day_in_words(visit.on)}{f', assessed by {assessor}' if assessor else ''}{signed}"


def visits_panel(progress: Progress, visits: tuple[Visit, ...]) -> Why:
    """Say of the list of visits where strength and pain come from, trial by trial."""
    return Why(
        subject="Strength and pain over the visits",
        result="as measured and told at each visit",
        formula="strength: mean of the trials, grip at its strongest rung; pain: the number told",
        inputs=tuple(_trials(progress, visits)),
        cautions=("What changes are more than the error of measuring stands on the page of measures.",),
    )


def _trials(progress: Progress, visits: tuple[Visit, ...]) -> Iterator[Input]:
    for visit in visits:
        where = f"visit of {day_in_words(visit.on)}"
        for course in progress.courses:
            trials = new_trials(visit.assessment, course.kind, course.side)
            if trials is not None and any(point.on == visit.on for point in course.points):
                read = " / ".join(f"{value:g}" for value in trials.entered)
                yield Input(course.label, f"{read} {trials.unit.value}", Origin.MEASURED, where)
        pain = (visit.assessment.pain_rest, visit.assessment.pain_work)
        if any(value is not None for value in pain):
            told = " / ".join("–" if value is None else f"{value:g}" for value in pain)
            yield Input("Pain at rest / work", told, Origin.PATIENT, where)


def hold_panel(record: CaseRecord, hold: StrengthHold) -> Why:
    """Say from what the first day of a strength test of a hand follows."""
    operations = [op for op in record.operations if op.side is hold.side]
    return Why(
        subject=f"First strength test, {hold.side.label.lower()}",
        result=f"not before {day_in_words(hold.until)}" if hold.until else "the day is not known yet",
        formula="the surgeon's own date; without one: day of the operation + weeks of the published protocol",
        inputs=tuple(given for operation in operations for given in _of_operation(operation)),
        steps=(hold.reason,),
        coefficients=tuple(each for operation in operations for each in _gate(operation)),
        cautions=("Of several protocols or operations the latest day counts.",),
    )


def _of_operation(operation: Operation) -> Iterator[Input]:
    on, own = operation.on, operation.strength_test_from
    yield Input(operation.procedure.label, _day(on), Origin.CLINICIAN, "treatment of the case")
    if own is not None:
        yield Input("Surgeon's own date", _day(own), Origin.CLINICIAN, "treatment of the case")


def _day(on: date | None) -> str:
    return "date not entered" if on is None else day_in_words(on)


def _gate(operation: Operation) -> Iterator[Coefficient]:
    gate = strength_gate(knowledge(), operation.procedure)
    if gate is not None and operation.strength_test_from is None:
        meaning = f"{operation.procedure.label}: {gate.what}"
        yield Coefficient(meaning, f"week {gate.weeks:g}", gate.source, gate.verified, note=gate.note)


def touch_panel() -> Why:
    """Say how a grade of feeling follows from a filament."""
    return Why(
        subject="Grades of feeling",
        result="beside each filament",
        formula="the grade in whose band the thinnest filament felt lies; letters stand as entered",
        inputs=(Input("Thinnest filament felt, or a grade", "the field of the zone", Origin.MEASURED),),
        coefficients=tuple(touch_bands()),
        cautions=("A number that no band holds gets no grade: check the filament.",),
    )


def questions_panel(record: CaseRecord, value: Assessment) -> Why:
    """Say from where an entry is asked about: conventions of this product, and published figures."""
    rules = PLAUSIBILITY
    conventions = (
        ("Grip asked about above", f"{rules.max_grip_n:g} N"),
        ("Pinch asked about above", f"{rules.max_pinch_n:g} N"),
        ("Largest over smallest trial", f"{rules.trial_factor:g}"),
        ("Strength over the visit before, either way", f"{rules.change_factor:g}"),
        ("Motion over its largest published normal", f"{MOTION_FACTOR:g}"),
        *((f"Usual {each.what}", f"{each.low:g} to {each.high:g} {each.unit}") for each in rules.usual),
        ("Usual distance of two points", "{:g} to {:g} mm".format(*rules.two_points_mm)),
    )
    return Why(
        subject="What is asked again",
        result="questions; none of them blocks",
        formula="an entry is asked about beyond the limits below; what was found is the entry itself",
        inputs=tuple(
            Input(name, shown, Origin.ASSUMED, "convention of this product") for name, shown in conventions
        ),
        coefficients=(*_gates(record), *_largest_motions(value)),
    )


def _gates(record: CaseRecord) -> Iterator[Coefficient]:
    for operation in record.operations:
        yield from _gate(operation)


def _largest_motions(value: Assessment) -> Iterator[Coefficient]:
    """Give the largest published normal of every motion that was measured."""
    measured = {found.motion for hand in value.hands for found in hand.motion}
    largest = largest_normals(knowledge())
    yield from (normal_coefficient(normal) for motion, normal in largest.items() if motion in measured)
