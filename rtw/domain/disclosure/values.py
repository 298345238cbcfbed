"""What a release is made from, beside the plan, and what comes out of it."""

from dataclasses import dataclass

from job_profiles.problem import Problem, Severity
from reports.types import EmployerReport
from rtw.domain.plan import Recipient


@dataclass(frozen=True, slots=True)
class ClinicCard:
    """The clinic's letterhead."""

    name: str
    address: tuple[str, ...] = ()
    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class ContactCard:
    """Whom the employer calls."""

    name: str
    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """What the knowledge base says to an employer about one accommodation."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Disclosure:
    """To whom a plan goes, under which names, and which words are known not to be the clinic's own.

    `employers_words` are the titles and task names that stand in the employer's own sheet.
    """

    recipient: Recipient
    reference: str
    worker: str
    employer: str | None
    job_title: str
    employers_words: frozenset[str]
    clinic: ClinicCard
    contact: ContactCard
    catalogue: tuple[CatalogueEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Withheld:
    """One thing the employer does not see, and the rule. For the therapist's eyes only."""

    what: str
    rule: str


@dataclass(frozen=True, slots=True)
class ReleaseDraft:
    """What the employer will see, what is held back and why, and what still stands in the way."""

    report: EmployerReport
    withheld: tuple[Withheld, ...]
    refusals: tuple[Problem, ...]

    @property
    def releasable(self) -> bool:
        """Whether nothing stands in the way of releasing."""
        return not self.refusals


def refusal(code: str, message: str, advice: str, found: str | None = None) -> Problem:
    """Make a reason not to release."""
    return Problem(Severity.ERROR, code, message, advice, found=found)
