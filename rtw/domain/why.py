"""Why a figure is what it is: formula, inputs, coefficients, sources, and what that was validated on.

One shape for every figure of every page and report. What a person entered has no formula and says so.
"""

from dataclasses import dataclass
from enum import StrEnum

from rtw.domain.figure import Figure, SourceId, Verified
from rtw.domain.published import Constants, Lookup
from rtw.domain.published_words import column_words, figure_words, formula_words, unit_words


class Origin(StrEnum):
    """Where an input of a figure comes from."""

    MEASURED = "measured"
    CLINICIAN = "clinician"
    PATIENT = "patient"
    EMPLOYER = "employer"
    TYPED = "typed"
    PUBLISHED = "published"
    COMPUTED = "computed"
    ASSUMED = "assumed"

    @property
    def label(self) -> str:
        """The words shown beside an input."""
        return {
            "measured": "measured in the clinic",
            "clinician": "the therapist's own entry",
            "patient": "reported by the patient",
            "employer": "from the employer's sheet",
            "typed": "entered by hand",
            "published": "published",
            "computed": "computed",
            "assumed": "assumed, as the page says",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Input:
    """One thing a figure was made from. `where`: the visit, the sheet and cell, or the rule it came from."""

    name: str
    value: str
    origin: Origin
    where: str = ""


@dataclass(frozen=True, slots=True)
class Coefficient:
    """One published number or formula a figure rests on."""

    meaning: str
    value: str
    source: SourceId
    verified: Verified
    where: str | None = None
    population: str = ""
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """All that stands behind one figure.

    `formula` None: a person's own entry, taken as it is. `steps` is the arithmetic in lines a person can
    follow. `validated_on`: on whom the formula was tested. `cautions`: what the figure does not say.
    """

    subject: str
    result: str
    formula: str | None = None
    inputs: tuple[Input, ...] = ()
    steps: tuple[str, ...] = ()
    coefficients: tuple[Coefficient, ...] = ()
    validated_on: str = ""
    cautions: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[SourceId, ...]:
        """The sources of all coefficients, each once, in order."""
        return tuple(dict.fromkeys(c.source for c in self.coefficients))

    @property
    def is_marked(self) -> bool:
        """Whether any coefficient was not read in its source."""
        return any(c.verified.is_marked for c in self.coefficients)


def entry(subject: str, result: str, origin: Origin, where: str = "") -> Why:
    """Say of a figure that it is somebody's entry, taken as it is."""
    return Why(subject, result, inputs=(Input(subject, result, origin, where),))


def coefficient(published: Figure | Constants | Lookup) -> Coefficient:
    """Show a published value as what a figure rests on."""
    return Coefficient(
        published.meaning,
        _shown(published),
        published.source,
        published.verified,
        published.where,
        published.population,
        published.note,
    )


def _shown(published: Figure | Constants | Lookup) -> str:
    if isinstance(published, Figure):
        return f"{figure_words(published)} {unit_words(published.unit)}".strip()
    if isinstance(published, Constants):
        return formula_words(published)
    return f"table of {len(published.rows)} rows: {', '.join(column_words(published))}"
