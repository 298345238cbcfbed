"""The match of a case: job against hands, what to measure next, and the therapist's own verdicts."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from job_profiles.kinds import DemandKind
from job_profiles.problem import Problem, Severity
from rtw.domain.accommodation.places import in_old_places
from rtw.domain.assessment.strength_tests import NextMeasurement, next_measurements
from rtw.domain.gap import Gap, JobMatch, Missing, TaskMatch
from rtw.domain.hands import Side
from rtw.domain.matching.employer_questions import EmployerQuestion, employer_questions, missing_of_employer
from rtw.domain.planning import Figures, Matched, matched
from rtw.domain.verdicts import Verdict
from rtw.knowledge.for_domain import strength_test_rules
from rtw.knowledge.load import knowledge
from rtw.services import audit
from rtw.services.actor import Actor
from rtw.services.case_figures import figures_for
from rtw.services.case_record import CaseRecord, KeptOverride
from rtw.services.changed_tasks import ChangedTask, changed_tasks
from rtw.services.permission import NotFoundError, Permission, case_for
from rtw.store.assessments import OverrideRow


@dataclass(frozen=True, slots=True)
class GapPlace:
    """Where a gap stands in a job: task, place of the demand in it, its kind, and the hand."""

    task: str
    index: int
    kind: DemandKind
    side: Side


@dataclass(frozen=True, slots=True)
class CaseMatch:
    """The match on a day. `adapted` has the chosen accommodations, its demands in their old places.

    `questions` are what only the employer can tell, each asked once for all the tasks it is about. `changed`
    are the tasks that chosen changes serve, with both verdicts.
    """

    on: date
    result: Matched
    adapted: JobMatch
    measure_next: tuple[NextMeasurement, ...]
    overrides: tuple[KeptOverride, ...]
    questions: tuple[EmployerQuestion, ...] = ()
    changed: tuple[ChangedTask, ...] = ()

    @property
    def measure_in_clinic(self) -> tuple[NextMeasurement, ...]:
        """What the clinic itself can find out, what settles most first."""
        return tuple(step for step in self.measure_next if not step.missing.is_employers)

    @property
    def as_it_stands(self) -> JobMatch:
        """The job as the employer describes it."""
        return self.result.as_it_stands

    def task(self, name: str) -> TaskMatch | None:
        """Find a task of the job as it stands."""
        return next((task for task in self.as_it_stands.tasks if task.task.name == name), None)

    def gap(self, place: GapPlace) -> Gap | None:
        """Find a gap of the job as it stands."""
        return gap_at(self.as_it_stands, place)

    def with_accommodations(self, gap: Gap) -> Gap | None:
        """Find the same gap with the chosen accommodations; None where the demand is gone."""
        return gap_at(self.adapted, place_of(gap))

    def kept_override(self, gap: Gap) -> KeptOverride | None:
        """Find the therapist's own verdict on a gap."""
        place = place_of(gap)
        return next((kept for kept in self.overrides if _place(kept) == place), None)


def place_of(gap: Gap) -> GapPlace:
    """Name where a gap stands."""
    return GapPlace(gap.task, gap.index, gap.kind, gap.side)


def gap_at(match: JobMatch, place: GapPlace) -> Gap | None:
    """Find the gap at a place of a match."""
    gaps = (gap for task in match.tasks for gap in task.gaps)
    return next((gap for gap in gaps if place_of(gap) == place), None)


def _place(kept: KeptOverride) -> GapPlace:
    own = kept.override
    return GapPlace(own.task, own.index, own.kind, own.side)


def case_match(record: CaseRecord, on: date, figures: Figures | None = None) -> CaseMatch | None:
    """Match job and hands as of `on`; None while there is no job. Only signed visits count."""
    findings = record.findings()
    if findings is None:
        return None
    result = matched(findings, figures or figures_for(record), on)
    return CaseMatch(
        on=on,
        result=result,
        adapted=in_old_places(result.adapted, findings.profile, findings.chosen),
        measure_next=measure_next(record, result.as_it_stands.settles, on),
        overrides=record.overrides,
        questions=employer_questions(missing_of_employer(result.as_it_stands), findings.profile),
        changed=changed_tasks(record, result.as_it_stands, result.adapted),
    )


def measure_next(
    record: CaseRecord, settles: tuple[tuple[Missing, int], ...], on: date
) -> tuple[NextMeasurement, ...]:
    """Order what would settle most. While the treatment is not entered no strength test is suggested."""
    steps = next_measurements(settles, record.operations, strength_test_rules(knowledge()), on)
    if record.operations:
        return steps
    held = tuple(_held(step) if step.missing.strength_test else step for step in steps)
    return tuple(sorted(held, key=lambda step: not step.allowed_today))


def _held(step: NextMeasurement) -> NextMeasurement:
    advice = "Enter the treatment first: from it follows when this strength may be tested."
    return NextMeasurement(step.missing, step.gaps, allowed_today=False, advice=advice)


def override_gap(
    session: Session,
    actor: Actor,
    record: CaseRecord,
    place: GapPlace,
    verdict: Verdict,
    reason: str,
    today: date,
) -> Problem | None:
    """Put the therapist's verdict beside the computed one, in place of an earlier one. It needs a reason."""
    case_for(session, actor, Permission.ASSESS, record.case_id)
    if not reason.strip():
        advice = "Write what you saw that the figures do not show."
        return Problem(Severity.ERROR, "override-without-reason", "Your verdict needs a reason.", advice)
    for kept in record.overrides:
        if _place(kept) == place:
            _withdraw(session, kept.id, today)
    row = _row(actor, record, place, today)
    row.verdict, row.reason = verdict, reason.strip()
    session.add(row)
    session.flush()
    after = {"where": _words(place), "verdict": verdict.value, "reason": row.reason}
    audit.record(session, actor, "made", "own verdict", row.id, case_id=record.case_id, after=after)
    return None


def _row(actor: Actor, record: CaseRecord, place: GapPlace, today: date) -> OverrideRow:
    if record.job_version_id is None:
        raise NotFoundError(f"job of case {record.case_id}")
    return OverrideRow(
        case_id=record.case_id,
        job_version_id=record.job_version_id,
        task=place.task,
        demand_index=place.index,
        kind=place.kind,
        side=place.side,
        by_id=actor.id,
        made_on=today,
    )


def withdraw_override(
    session: Session, actor: Actor, record: CaseRecord, override_id: int, today: date
) -> None:
    """Take the therapist's verdict back; the record of it stays."""
    case_for(session, actor, Permission.ASSESS, record.case_id)
    kept = next((kept for kept in record.overrides if kept.id == override_id), None)
    if kept is None:
        raise NotFoundError(f"override {override_id} of case {record.case_id}")
    _withdraw(session, override_id, today)
    before = {"where": _words(_place(kept)), "verdict": kept.override.override.verdict.value}
    audit.record(
        session, actor, "withdrawn", "own verdict", override_id, case_id=record.case_id, before=before
    )


def _withdraw(session: Session, override_id: int, today: date) -> None:
    row = session.get_one(OverrideRow, override_id)
    row.withdrawn_on = today
    session.flush()


def _words(place: GapPlace) -> str:
    return f"{place.kind.label} in {place.task}, {place.side.label.lower()}"
