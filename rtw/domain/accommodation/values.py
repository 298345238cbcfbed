"""An accommodation: what it changes in a demand, what stands against it, and what an employer reads."""

from dataclasses import dataclass
from typing import Final

from job_profiles.kinds import DemandKind
from rtw.domain.accommodation.kinds import (
    Aspect,
    Category,
    Change,
    Circumstance,
    CostBand,
    EffectBasis,
    Evidence,
    Setting,
)
from rtw.domain.figure import Figure, SourceId, Verified


@dataclass(frozen=True, slots=True)
class Asks:
    """A number the therapist or the employer gives when choosing: `name` keeps it, in the aspect's unit."""

    name: str
    question: str
    lowest: float
    highest: float

    def allows(self, figure: float | None) -> bool:
        """Whether a figure was given and can be: what cannot be must not change a demand."""
        return figure is not None and self.lowest <= figure <= self.highest


@dataclass(frozen=True, slots=True)
class Tools:
    """The tools or kinds of work an accommodation is about.

    `named` stands in a sentence ("a screwdriver"); `words` are how employers' sheets name them, in any of
    the languages that are read.
    """

    named: str
    words: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse a list that would never be found in a sheet."""
        if not self.words:
            raise ValueError("tools need at least one word to find them by")


@dataclass(frozen=True, slots=True)
class Effect:
    """One change to demands of `kinds` (or of every kind) in the tasks the accommodation serves.

    `amount` is a factor, a difference or a cap in the aspect's unit, as `change` says. An effect
    with `only_with` acts only in tasks that also ask one of those kinds. `condition` must hold for
    the effect to be true; `adverse` effects make something harder, and are applied all the same.
    """

    change: Change
    basis: EffectBasis
    explanation: str
    kinds: tuple[DemandKind, ...] = ()
    every_kind: bool = False
    aspect: Aspect | None = None
    amount: float | None = None
    figure: Figure | None = None
    asks: Asks | None = None
    only_with: tuple[DemandKind, ...] = ()
    condition: str | None = None
    adverse: bool = False

    def __post_init__(self) -> None:
        """Refuse an effect whose parts contradict each other."""
        for broken, message in _EFFECT_RULES:
            if broken(self):
                raise ValueError(message)

    @property
    def is_known(self) -> bool:
        """Whether its size stands in the catalogue itself."""
        return self.basis in (EffectBasis.PUBLISHED, EffectBasis.ARITHMETIC)

    def covers(self, kind: DemandKind) -> bool:
        """Whether demands of that kind are changed."""
        return self.every_kind or kind in self.kinds


def _has_kinds_and_every(effect: Effect) -> bool:
    return effect.every_kind == bool(effect.kinds)


def _lacks_aspect(effect: Effect) -> bool:
    return effect.aspect is None and effect.change.needs_amount and effect.basis is not EffectBasis.NOT_KNOWN


def _lacks_amount(effect: Effect) -> bool:
    return effect.is_known and effect.change.needs_amount and effect.amount is None


def _claims_amount(effect: Effect) -> bool:
    return not effect.is_known and effect.amount is not None


def _lacks_figure(effect: Effect) -> bool:
    return effect.basis is EffectBasis.PUBLISHED and effect.figure is None


def _asks_wrongly(effect: Effect) -> bool:
    return (effect.asks is not None) != (effect.basis is EffectBasis.TO_BE_GIVEN)


def _raises_quietly(effect: Effect) -> bool:
    amount = effect.amount
    grows = {
        Change.BRINGS: True,
        Change.MULTIPLY: amount is not None and amount > 1,
        Change.ADD: amount is not None and amount > 0,
    }
    return not effect.adverse and grows.get(effect.change, False)


def _is_negative(effect: Effect) -> bool:
    return effect.amount is not None and effect.amount < 0 and effect.change is not Change.ADD


_EFFECT_RULES: Final = (
    (_has_kinds_and_every, "an effect names its kinds, or says every_kind: true, and never both"),
    (_lacks_aspect, "an effect whose size is known, or given, needs the aspect it changes"),
    (_lacks_amount, "a published or arithmetic effect needs its amount"),
    (_claims_amount, "an effect that is not known, or still to be given, cannot hold an amount"),
    (_lacks_figure, "a published effect needs its figure with a source"),
    (_asks_wrongly, "asks belongs to effects whose basis is to_be_given, and only to those"),
    (_raises_quietly, "an effect that makes something harder must say adverse: true"),
    (_is_negative, "a factor or a cap cannot be negative"),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a study found that is not a change in a demand: comfort, pain, productivity."""

    finding: str
    source: SourceId
    design: str
    verified: Verified


@dataclass(frozen=True, slots=True)
class Contraindication:
    """A circumstance of the worker that speaks against it: it rules it out, or asks for care."""

    when: Circumstance
    reason: str
    rules_out: bool


@dataclass(frozen=True, slots=True)
class Accommodation:
    """One entry of the catalogue. `employer_text` is a sentence that may leave as it stands.

    `needs` are settings it only makes sense in, `unfit_for` those it does not work in. `tools`: it makes
    sense only where one of them is used; None: whatever the tool.
    `words` are further names a person may search by. `note` is for the clinician.
    """

    id: str
    name: str
    category: Category
    cost: CostBand
    evidence: Evidence
    employer_text: str
    note: str
    effects: tuple[Effect, ...]
    outcomes: tuple[Outcome, ...] = ()
    contraindications: tuple[Contraindication, ...] = ()
    needs: tuple[Setting, ...] = ()
    unfit_for: tuple[Setting, ...] = ()
    words: tuple[str, ...] = ()
    tools: Tools | None = None

    def __post_init__(self) -> None:
        """Refuse an entry that changes nothing, or claims studies it does not name."""
        if not self.effects:
            raise ValueError("an accommodation needs at least one effect, known or not")
        if self.evidence in (Evidence.TRIAL, Evidence.LAB_STUDY, Evidence.SURVEY) and not self.sources:
            raise ValueError(f"evidence {self.evidence} needs a figure or an outcome with a source")

    @property
    def sources(self) -> tuple[SourceId, ...]:
        """All sources it rests on, each once, in the order they stand."""
        figures = [effect.figure.source for effect in self.effects if effect.figure]
        return tuple(dict.fromkeys(figures + [outcome.source for outcome in self.outcomes]))

    @property
    def is_adverse(self) -> bool:
        """Whether it also makes something harder."""
        return any(effect.adverse for effect in self.effects)


@dataclass(frozen=True, slots=True)
class NotRecommended:
    """Something known not to work, or to harm. `instead` are ids of accommodations to look at."""

    id: str
    name: str
    reason: str
    findings: tuple[Outcome, ...]
    instead: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a warning nobody stands behind."""
        if not self.findings:
            raise ValueError("advice against something needs at least one finding with a source")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that can be offered, and everything that is advised against."""

    accommodations: tuple[Accommodation, ...]
    not_recommended: tuple[NotRecommended, ...]

    def find(self, accommodation_id: str) -> Accommodation | None:
        """Find the accommodation of that id, or None."""
        return next((a for a in self.accommodations if a.id == accommodation_id), None)
