"""Words on their way out: the employer's own and the catalogue's pass, everything else needs a name."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from job_profiles.problem import Problem
from reports.clinical_words import clinical_words
from reports.sentences import AWAITING_APPROVAL, unnamed_task
from reports.types import ApprovedText, CatalogueSentence, EmployersOwnWords, Words
from reports.vague import vague_findings
from rtw.domain.disclosure.profiles import DisclosureProfile, Item
from rtw.domain.disclosure.values import Disclosure, Withheld, refusal
from rtw.domain.plan import Approvals, ChosenAccommodation


@dataclass(frozen=True, slots=True)
class Gatekeeper:
    """Decides for each piece of text what leaves in its place, and says what is wrong with it."""

    disclosure: Disclosure
    approvals: Approvals

    def name(self, text: str, stand_in: CatalogueSentence) -> Words:
        """Let a title or task name pass if it is the employer's own or approved; else its stand-in."""
        if text in self.disclosure.employers_words:
            return EmployersOwnWords(text)
        return self._approved(text) or stand_in

    def accommodation(self, chosen: ChosenAccommodation) -> Words:
        """Let the catalogue's own sentence pass; another wording only when approved."""
        for entry in self.disclosure.catalogue:
            if (entry.id, entry.text) == (chosen.accommodation_id, chosen.employer_text):
                return CatalogueSentence(entry.id, entry.text)
        return self._approved(chosen.employer_text) or AWAITING_APPROVAL

    def note(self, text: str | None) -> ApprovedText | None:
        """Let free text pass only when approved, and without vague or clinical words."""
        return self._approved(text) if text else None

    def reason(self, text: str | None) -> ApprovedText | None:
        """Let an agreed reason pass only when approved; it alone may use clinical words."""
        return self._as_approved(text) if text and not vague_findings(text) else None

    def _approved(self, text: str) -> ApprovedText | None:
        unfit = vague_findings(text) or clinical_words(text)
        return None if unfit else self._as_approved(text)

    def _as_approved(self, text: str) -> ApprovedText | None:
        approval = self.approvals.of_text(text)
        return ApprovedText(text, approval.approved_by, approval.approved_on) if approval else None

    def problems(self, texts: Iterable[str], reason: str | None) -> tuple[Problem, ...]:
        """Say of each free text, and of the reason, what keeps it from leaving."""
        own = (p for text in dict.fromkeys(texts) for p in (*_clinical(text), *self._problems(text)))
        return (*own, *(self._problems(reason) if reason else ()))

    def _problems(self, text: str) -> tuple[Problem, ...]:
        vague = tuple(
            refusal("vague-wording", f"“{f.found}” cannot be applied by an employer.", f.instead, found=text)
            for f in vague_findings(text)
        )
        if self.approvals.of_text(text):
            return vague
        advice = "Approve the text by name, or use the employer's or the catalogue's own words."
        return (*vague, refusal("text-not-approved", "This text has not been approved.", advice, found=text))


def _clinical(text: str) -> tuple[Problem, ...]:
    advice = "Say what the person can do and what has to change; leave out why."
    return tuple(
        refusal("clinical-wording", f"“{word}” is a clinical word.", advice, found=text)
        for word in clinical_words(text)
    )


def task_namer(gate: Gatekeeper, tasks: Iterable[str]) -> Callable[[str], Words]:
    """Return the words for each task; unapproved names are numbered in the order of the plan."""
    named = {task: gate.name(task, unnamed_task(n)) for n, task in enumerate(dict.fromkeys(tasks), start=1)}
    return named.__getitem__


def withheld_texts(problems: Iterable[Problem], profile: DisclosureProfile) -> tuple[Withheld, ...]:
    """List each refused text once, with the rule."""
    texts = dict.fromkeys(p.found for p in problems if p.found is not None)
    return tuple(Withheld(f"Text: “{text}”", profile.rule(Item.FREE_TEXT).words) for text in texts)
