"""What points from one file of knowledge into another, and must find its aim."""

from collections.abc import Sequence

from rtw.domain.accommodation.values import Accommodation, NotRecommended
from rtw.domain.measurement_property import MeasurementProperty
from rtw.domain.scores.definition import ScoreDefinition, ScoreId
from rtw.knowledge.problem import Findings
from rtw.knowledge.table import Table

SCORES = "measurement/scores.yaml"


def note_unknown_accommodations(
    offered: tuple[Accommodation, ...], advised_against: tuple[NotRecommended, ...], findings: Findings
) -> None:
    """Note advice that points to an accommodation nobody offers."""
    known = {entry.id for entry in offered}
    for entry in advised_against:
        for name in sorted(set(entry.instead) - known):
            file, line = findings.place(NotRecommended, entry.id)
            findings.add(file, line, "unknown_accommodation", f"{entry.id!r} points to {name!r}, unknown")


def note_unjudgeable_scores(
    scores: tuple[ScoreDefinition, ...], properties: Table[MeasurementProperty] | None, findings: Findings
) -> None:
    """Note scores judged by a figure that does not exist, or by one that another row contradicts."""
    rows = properties.rows if properties else ()
    for score in scores:
        chosen = score.judged_by
        if chosen is None or properties is None:
            continue
        wanted = (score.measure, chosen.statistic, chosen.population)
        found = [row for row in rows if (row.measure, row.statistic, row.population) == wanted]
        if len(found) != 1:
            message = f"{len(found)} rows say {', '.join(wanted)}; one is needed"
            _note(score, "unknown_property", message, findings)
        elif found[0].unit != score.unit:
            message = f"it runs in {score.unit} and is judged in {found[0].unit}"
            _note(score, "wrong_unit", message, findings)
        else:
            _note_smaller_than_error(score, found[0], rows, findings)


def _note_smaller_than_error(
    score: ScoreDefinition,
    chosen: MeasurementProperty,
    rows: Sequence[MeasurementProperty],
    findings: Findings,
) -> None:
    """Note a score judged by less than its published error of measuring: of several the largest counts."""
    own = [row for row in rows if row.measure == score.measure and row.unit == score.unit and row.is_error]
    largest = max(own, key=lambda row: row.amount, default=chosen)
    if chosen is not largest and not (chosen.is_error and chosen.amount == largest.amount):
        message = f"its error of measuring is {largest.amount:g} in {largest.population}, which must judge it"
        _note(score, "not_the_error", message, findings)


def note_incomplete_scores(scores: tuple[ScoreDefinition, ...], findings: Findings) -> None:
    """Note scores that are not defined, and wholes that stand before their parts."""
    seen: set[ScoreId] = set()
    for score in scores:
        later = [part.score for part in score.parts if part.score not in seen]
        if later:
            _note(score, "part_after_whole", f"its parts {', '.join(later)} must stand before it", findings)
        seen.add(score.id)
    for missing in [name for name in ScoreId if name not in seen]:
        findings.add(SCORES, 1, "missing_score", f"the score {missing.value!r} is not defined")


def _note(score: ScoreDefinition, code: str, message: str, findings: Findings) -> None:
    file, line = findings.place(ScoreDefinition, score.id)
    findings.add(file, line, code, f"{score.id.value!r}: {message}")
