"""Where a case stands on its way, and what it needs from the therapist next."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Step(StrEnum):
    """The pages of a case, in the order of the work."""

    OVERVIEW = "overview"
    JOB = "job"
    ASSESSMENT = "assessment"
    MATCH = "match"
    PLAN = "plan"
    RELEASE = "release"
    HISTORY = "history"

    @property
    def label(self) -> str:
        """The step as a person reads it."""
        return self.value.capitalize()


class StepState(StrEnum):
    """How far a step has come."""

    DONE = "done"
    NEEDS_YOU = "needs_you"
    NOT_YET = "not_yet"

    @property
    def label(self) -> str:
        """The state as a person reads it."""
        return self.value.replace("_", " ")

    @property
    def sign(self) -> str:
        """The sign that carries the state without colour."""
        return {"done": "✓", "needs_you": "●", "not_yet": "○"}[self.value]


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What the records say about a case; None where there is no such record yet.

    `plan_is_current`: the newest signed plan was made from the present job and the newest signed
    assessment. `released_number` is the newest plan number that went to the employer.
    """

    opened_on: date
    closed: bool = False
    workbook_waiting_since: date | None = None
    job_confirmed_on: date | None = None
    visit_begun_on: date | None = None
    assessed_on: date | None = None
    draft_begun_on: date | None = None
    plan_number: int | None = None
    plan_signed_on: date | None = None
    plan_is_current: bool = False
    review_on: date | None = None
    released_number: int | None = None

    @property
    def is_released(self) -> bool:
        """Whether the newest signed plan is with the employer."""
        return self.plan_number is not None and self.released_number == self.plan_number


@dataclass(frozen=True, slots=True)
class Need:
    """One thing to do: on which step, in a few words, and since when it waits."""

    step: Step
    words: str
    since: date


def needs(facts: CaseFacts, today: date) -> tuple[Need, ...]:
    """List everything the case waits for, first things first; empty when nothing is due."""
    if facts.closed:
        return ()
    found = (_job_need(facts), _assessment_need(facts, today), _plan_need(facts), _release_need(facts))
    return tuple(need for need in found if need is not None)


def _job_need(facts: CaseFacts) -> Need | None:
    if facts.workbook_waiting_since is not None:
        return Need(Step.JOB, "Confirm the employer's demand sheet", facts.workbook_waiting_since)
    if facts.job_confirmed_on is None:
        return Need(Step.JOB, "Add what the job demands", facts.opened_on)
    return None


def _assessment_need(facts: CaseFacts, today: date) -> Need | None:
    if facts.visit_begun_on is not None:
        return Need(Step.ASSESSMENT, "Finish and sign the assessment", facts.visit_begun_on)
    if facts.assessed_on is None:
        return Need(Step.ASSESSMENT, "Assess both hands", facts.opened_on)
    if facts.review_on is not None and facts.review_on <= today and facts.assessed_on < facts.review_on:
        return Need(Step.ASSESSMENT, "Review is due: reassess", facts.review_on)
    return None


def _plan_need(facts: CaseFacts) -> Need | None:
    if facts.job_confirmed_on is None or facts.assessed_on is None:
        return None
    ready_since = max(facts.job_confirmed_on, facts.assessed_on)
    if facts.draft_begun_on is not None:
        return Need(Step.PLAN, "Finish and sign the plan", facts.draft_begun_on)
    if facts.plan_number is None:
        return Need(Step.MATCH, "Look at the match and make a plan", ready_since)
    if not facts.plan_is_current:
        return Need(Step.PLAN, "Renew the plan: job or hands have changed", ready_since)
    return None


def _release_need(facts: CaseFacts) -> Need | None:
    if facts.plan_number is None or facts.plan_signed_on is None or facts.is_released:
        return None
    return Need(Step.RELEASE, f"Release plan {facts.plan_number} to the employer", facts.plan_signed_on)


def step_states(facts: CaseFacts, today: date) -> dict[Step, StepState]:
    """Say for each step of the work whether it is done, needs the therapist, or cannot start yet."""
    waiting = {need.step for need in needs(facts, today)}
    done = {
        Step.JOB: facts.job_confirmed_on is not None,
        Step.ASSESSMENT: facts.assessed_on is not None,
        Step.MATCH: facts.plan_number is not None,
        Step.PLAN: facts.plan_number is not None,
        Step.RELEASE: facts.is_released,
    }
    return {step: _state(is_done=is_done, waits=step in waiting) for step, is_done in done.items()}


def _state(*, is_done: bool, waits: bool) -> StepState:
    if waits:
        return StepState.NEEDS_YOU
    return StepState.DONE if is_done else StepState.NOT_YET
