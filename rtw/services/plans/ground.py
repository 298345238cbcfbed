"""What a plan stands on: the case as recorded, the match of today and the brief that follows from it."""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from sqlalchemy.orm import Session

from rtw.domain.planning import CaseFindings, Figures, Matched, brief_for, matched
from rtw.domain.restrictions import Written
from rtw.domain.schedule.brief import ScheduleBrief
from rtw.domain.schedule.settings import PlanSettings
from rtw.domain.schedule.wishes import settings_of
from rtw.knowledge.for_domain import break_rule
from rtw.knowledge.load import knowledge
from rtw.services.actor import Actor
from rtw.services.case_figures import figures_for
from rtw.services.case_record import CaseRecord, case_record
from rtw.services.plans.working import KeptPlan, WorkingPlan, kept_plan
from rtw.store import codec


class NotPlannableError(Exception):
    """There is no job or no signed visit yet, so nothing can be planned."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Everything a working plan is judged by on a day.

    `fingerprint` stands for the brief: equal limits, equal fingerprint.
    """

    record: CaseRecord
    findings: CaseFindings
    figures: Figures
    kept: KeptPlan
    settings: PlanSettings
    done: Matched
    brief: ScheduleBrief
    fingerprint: str

    @property
    def review_on(self) -> date:
        """The next review: as the therapist set it, or the usual one."""
        if self.settings.review_on is None:
            raise ValueError("settings of a working plan name its review")
        return self.settings.review_on

    @property
    def plan(self) -> WorkingPlan:
        """The working plan."""
        return self.kept.plan


def ground_of(record: CaseRecord, kept: KeptPlan, today: date) -> Ground:
    """Match the job and make the brief. Raises NotPlannableError without a job or a signed visit."""
    findings = record.findings()
    if findings is None or record.last_signed is None:
        raise NotPlannableError
    figures = figures_for(record)
    settings = settings_for(kept.plan, today)
    done = matched(findings, figures, today)
    brief, fingerprint = _brief(findings, figures, settings, kept.plan.written, today)
    return Ground(record, findings, figures, kept, settings, done, brief, fingerprint)


# The pages of a plan follow each other on the same findings and settings: equal ones have equal limits.
@lru_cache(maxsize=64)
def _brief(
    findings: CaseFindings,
    figures: Figures,
    settings: PlanSettings,
    written: Written,
    today: date,
) -> tuple[ScheduleBrief, str]:
    brief = brief_for(findings, matched(findings, figures, today), figures, settings, written)
    return brief, codec.fingerprint(codec.dump(brief))


def load_ground(session: Session, actor: Actor, case_id: int, today: date) -> Ground:
    """Read a case and its working plan, and work out what it stands on."""
    return ground_of(case_record(session, actor, case_id), kept_plan(session, case_id), today)


def settings_for(plan: WorkingPlan, today: date) -> PlanSettings:
    """Turn what the therapist asked for into settings; what she left open keeps its default."""
    breaks = plan.breaks or break_rule(knowledge())
    return settings_of(plan.wishes, plan.treatment_times, breaks, today, plan.review_on)


def with_start_kept(plan: WorkingPlan, ground: Ground) -> WorkingPlan:
    """Keep the first Monday a plan was worked out for: it must not move while she works on it."""
    if plan.wishes.start is not None:
        return plan
    return replace(plan, wishes=replace(plan.wishes, start=ground.brief.start))
