"""The measures of a case from its signed visits: what its page and the clinician's record show."""

from collections.abc import Mapping, Sequence

from rtw.domain.assessment.assessment import Assessment
from rtw.domain.assessment.operation import Operation, PatientFacts
from rtw.domain.hands import Side
from rtw.domain.measures.course import steps, whole_way
from rtw.domain.measures.detectable import STAND_IN, Detectable
from rtw.domain.measures.followed import Followed, Reading, Scale, readings, scale_of
from rtw.domain.measures.norm import NormBand
from rtw.domain.measures.other_hand import of_other
from rtw.domain.measures.shown import (
    Against,
    CaseMeasures,
    HandCourse,
    MeasureCourse,
    ReadingRow,
    Shown,
)
from rtw.domain.measures.standing import NoNorm, against, find_band
from rtw.domain.measures.why_measures import change_words, error_coefficients, why_reading, why_step
from rtw.domain.measures.why_norm import norm_words, standing_words, why_standing
from rtw.domain.measures.why_other_hand import other_words, why_other
from rtw.knowledge.for_measures import detectables
from rtw.knowledge.load import knowledge
from rtw.services.measures.findings import effort_cautions, motion_rows, rung_hands, touch_hands
from rtw.services.measures.norm_choice import authorities, bands_of
from rtw.services.measures.scores import score_rows
from rtw.services.operations import treated_sides

NO_ERROR = (
    "No error of measuring was found for this test: a change is shown, and nobody can say if it is real."
)


def measures_of(
    patient: PatientFacts,
    operations: Sequence[Operation],
    visits: Sequence[Assessment],
    chosen: Mapping[str, str],
) -> CaseMeasures:
    """Work out everything that is shown of these visits, which all count; `chosen`: authority by test."""
    ordered = sorted(visits, key=lambda visit: visit.on)
    limits = detectables(knowledge())
    courses = (_course(ordered, each, limits[each], patient, operations, chosen) for each in Followed)
    return CaseMeasures(
        patient=patient,
        treated=treated_sides(operations),
        operations=tuple((op.side, op.on) for op in operations if op.is_surgery and op.on),
        missing=tuple(_missing(patient)),
        courses=tuple(course for course in courses if course is not None),
        rungs=rung_hands(ordered),
        cautions=effort_cautions(),
        motions=motion_rows(ordered, chosen),
        touch=touch_hands(ordered),
        scores=score_rows(ordered),
    )


def _missing(patient: PatientFacts) -> list[str]:
    """Name what of the person the norms need and nobody entered."""
    known = {"sex": patient.sex, "date of birth": patient.born, "dominant hand": patient.dominant}
    return [name for name, value in known.items() if value is None]


def _course(
    visits: Sequence[Assessment],
    measure: Followed,
    limits: Detectable,
    patient: PatientFacts,
    operations: Sequence[Operation],
    chosen: Mapping[str, str],
) -> MeasureCourse | None:
    """Follow one test of both hands; None where it was never done."""
    found = {side: readings(visits, measure, side) for side in Side}
    every = sorted((each for hand in found.values() for each in hand), key=lambda each: each.on)
    if not every:
        return None
    maker = _Hand(measure, scale_of(measure, every), limits, patient, treated_sides(operations), chosen)
    hands = tuple(maker.course(side, own, found[side.other]) for side, own in found.items() if own)
    cautions = () if limits.thresholds and not limits.is_stand_in else (STAND_IN,)
    if not limits.thresholds:
        cautions = (NO_ERROR,)
    return MeasureCourse(measure, maker.scale, hands, limits, error_coefficients(limits), cautions)


class _Hand:
    """Makes the course of one test for either hand; holds what both hands share."""

    def __init__(
        self,
        measure: Followed,
        scale: Scale,
        limits: Detectable,
        patient: PatientFacts,
        treated: tuple[Side, ...],
        chosen: Mapping[str, str],
    ) -> None:
        names = authorities().get(measure.value, ())
        self.measure, self.scale, self.limits, self.patient = measure, scale, limits, patient
        self.treated, self.names = treated, names
        self.chosen = chosen.get(measure.value, names[0] if names else "")
        self.bands = {str(source): bands for source, bands in bands_of(measure).items()}

    def course(self, side: Side, own: tuple[Reading, ...], other: tuple[Reading, ...]) -> HandCourse:
        """Follow one hand; it has at least one reading."""
        last, moves, whole = own[-1], steps(own, self.limits), whole_way(own, self.limits)
        return HandCourse(
            side=side,
            rows=tuple(self._row(side, place, own, other) for place in range(len(own))),
            steps=moves,
            band=self._band(side, last),
            whole=self._change(side, own[0], last) if whole else None,
            authorities=tuple(self._against(name, side, last) for name in self.names),
        )

    def _row(
        self, side: Side, place: int, own: tuple[Reading, ...], other: tuple[Reading, ...]
    ) -> ReadingRow:
        reading = own[place]
        value = why_reading(self.measure, side, reading, self.scale)
        return ReadingRow(
            reading=reading,
            value=Shown(self.scale.words(reading.value), value),
            norm=self._against(self.chosen, side, reading) if self.chosen in self.bands else None,
            other=self._other(side, reading, other),
            change=self._change(side, own[place - 1], reading) if place else None,
        )

    def _against(self, name: str, side: Side, reading: Reading) -> Against:
        bands = self.bands[name]
        found = against(reading.value, bands, self.patient, side, reading.on)
        is_chosen = name == self.chosen
        if isinstance(found, NoNorm):
            return Against(found.source, is_chosen, None, no_norm=found.reason)
        why = why_standing(self.measure, side, reading.on, found, self.scale)
        shown = Shown(standing_words(found), why)
        return Against(found.band.source, is_chosen, shown, norm_words(found.band, self.scale))

    def _band(self, side: Side, last: Reading) -> NormBand | None:
        if self.chosen not in self.bands:
            return None
        found = find_band(self.bands[self.chosen], self.patient, side, last.on)
        return None if isinstance(found, NoNorm) else found

    def _other(self, side: Side, reading: Reading, other: tuple[Reading, ...]) -> Shown | None:
        bands = self.bands.get(self.chosen, ())
        found = of_other(side, reading, other, bands, self.patient, self.treated)
        if found is None:
            return None
        return Shown(other_words(found), why_other(self.measure, found, self.scale))

    def _change(self, side: Side, before: Reading, now: Reading) -> Shown:
        (found,) = steps((before, now), self.limits)
        why = why_step(self.measure, side, found, self.limits, self.scale)
        return Shown(f"{change_words(found, self.scale)}: {found.words}", why)
