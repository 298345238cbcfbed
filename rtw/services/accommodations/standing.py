"""Where a case stands as far as accommodations go: its gaps, what would help, what does not fit."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from rtw.domain.accommodation.effects import ChosenEffect
from rtw.domain.accommodation.fitting import circumstances_of
from rtw.domain.accommodation.kinds import Circumstance
from rtw.domain.accommodation.places import in_old_places
from rtw.domain.accommodation.reach import asking_gaps, exceeded, touched_gaps
from rtw.domain.accommodation.recommend import SetAside, Suggestion, recommend, set_aside
from rtw.domain.gap import Gap, JobMatch, TaskMatch
from rtw.domain.planning import CaseFindings, Figures, Matched, adapted_match, matched
from rtw.knowledge.load import knowledge
from rtw.services.actor import Actor
from rtw.services.case_figures import figures_for
from rtw.services.case_record import CaseRecord, case_record


@dataclass(frozen=True, slots=True)
class OpenGap:
    """A gap that asks for a change in the job as it stands; `key` names it in addresses.

    `now` is its verdict with what was chosen, None where the demand is no longer asked.
    """

    key: str
    gap: Gap
    task: TaskMatch
    now: Gap | None
    helped_by: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """A case with a job and a signed visit, matched on a day without and with what was chosen.

    `found` are circumstances read from the visits; they count beside those the therapist ticked.
    """

    record: CaseRecord
    findings: CaseFindings
    figures: Figures
    done: Matched
    found: frozenset[Circumstance]

    @property
    def circumstances(self) -> frozenset[Circumstance]:
        """Everything about the person that bears on what fits."""
        return self.record.circumstances | self.found

    @property
    def chosen_ids(self) -> frozenset[str]:
        """What is chosen already, and neither declined nor ended."""
        return frozenset(entry.accommodation.id for entry in self.record.accommodations if entry.counts)

    def with_chosen(self, chosen: tuple[ChosenEffect, ...]) -> JobMatch:
        """Match with these accommodations in place; demands keep the places they have in the job."""
        done = adapted_match(self.findings, chosen, self.done.capacity, self.figures.match)
        return in_old_places(done, self.findings.profile, chosen)

    def adapted(self) -> JobMatch:
        """Give the match with what is chosen now, demands in the places they have in the job."""
        return in_old_places(self.done.adapted, self.findings.profile, self.findings.chosen)

    def suggestions(self) -> tuple[Suggestion, ...]:
        """List what helps with the gaps of the job as it stands, and fits; chosen or not."""
        catalogue = knowledge().catalogue
        return recommend(self.done.as_it_stands, catalogue, self.record.settings, self.circumstances)

    def set_aside(self) -> tuple[SetAside, ...]:
        """List what would help but does not fit, each with the reason."""
        catalogue = knowledge().catalogue
        return set_aside(self.done.as_it_stands, catalogue, self.record.settings, self.circumstances)

    def open_gaps(self, suggestions: tuple[Suggestion, ...]) -> tuple[OpenGap, ...]:
        """List the gaps that ask for a change, in the order of the job, each with what helps."""
        after = {gap_place(gap): gap for task in self.adapted().tasks for gap in task.gaps}
        return tuple(
            OpenGap(f"{number}.{gap.index}.{gap.side.value}", gap, task, after.get(gap_place(gap)), helping)
            for number, task in enumerate(self.done.as_it_stands.tasks)
            for gap in task.gaps
            if exceeded(gap)
            for helping in (helping_with(gap, suggestions),)
        )

    def needed_still(self) -> frozenset[str]:
        """Name the accommodations that act on a gap which what was chosen leaves open."""
        entries, asking = knowledge().catalogue.accommodations, asking_gaps(self.done.adapted)
        return frozenset(entry.id for entry in entries if touched_gaps(entry, asking))


def gap_place(gap: Gap) -> tuple[str, int, str, str]:
    """Name a gap by task, place, kind and hand: how it is found again after a change."""
    return gap.task, gap.index, gap.kind.value, gap.side.value


def helping_with(gap: Gap, suggestions: tuple[Suggestion, ...]) -> tuple[Suggestion, ...]:
    """Take the suggestions that act on one gap, in their order."""
    return tuple(s for s in suggestions if any(touch.gap == gap for touch in s.touched))


def standing_of(record: CaseRecord, on: date) -> Standing | None:
    """Match a case; None while it has no job, or no signed visit."""
    findings = record.findings()
    if findings is None or record.last_signed is None:
        return None
    figures = figures_for(record)
    done = matched(findings, figures, on)
    return Standing(record, findings, figures, done, circumstances_of(done.capacity, record.treated_sides))


def case_standing(
    session: Session, actor: Actor, case_id: int, on: date
) -> tuple[CaseRecord, Standing | None]:
    """Read one case of the actor's clinic, and match it where it can be matched."""
    record = case_record(session, actor, case_id)
    return record, standing_of(record, on)
