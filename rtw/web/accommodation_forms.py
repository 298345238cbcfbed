"""Forms of accommodations: what is looked for, what is ticked, what is decided."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar, cast

from flask import request
from wtforms import BooleanField, RadioField, SelectMultipleField, TextAreaField
from wtforms.validators import InputRequired, Length
from wtforms.widgets import CheckboxInput

from job_profiles.kinds import DemandKind
from job_profiles.problem import Problem
from rtw.domain.accommodation.kinds import Category, Circumstance, CostBand, Evidence, Setting
from rtw.domain.plan import AccommodationStatus, Owner
from rtw.services.accommodations.catalogue import Wanted, entry_of
from rtw.services.accommodations.choosing import Choice
from rtw.services.accommodations.page import ChoicePage
from rtw.services.accommodations.trying import Tried, asked_figures
from rtw.web.assessment_form.typed import Typed
from rtw.web.forms import DateField, Form, choices, form_with_draft, stripped, text
from rtw.web.number_field import NumberField

E = TypeVar("E", bound=StrEnum)


def wanted() -> Wanted:
    """Read from the address what is looked for; what is no choice counts as not chosen."""
    return Wanted(
        words=request.args.get("q", "").strip()[:200],
        kind=_one_of(DemandKind, "kind"),
        category=_one_of(Category, "category"),
        cost=_one_of(CostBand, "cost"),
        evidence=_one_of(Evidence, "evidence"),
    )


def _one_of(values: type[E], name: str) -> E | None:
    written = request.args.get(name, "")
    return values(written) if written in {member.value for member in values} else None


def tried(field: str = "try") -> tuple[tuple[Tried, ...], tuple[str, ...]]:
    """Read what is ticked with the figures beside it; and what of the figures is no number."""
    typed = Typed(request.values)
    names = dict.fromkeys(request.values.getlist(field))
    return tuple(_tried(name, typed) for name in names), tuple(typed.errors.values())


def _tried(accommodation_id: str, typed: Typed) -> Tried:
    entry = entry_of(accommodation_id)
    figures = (
        (ask.name, typed.number(figure_name(entry.id, ask.name), entry.name))
        for ask, _ in asked_figures(entry)
    )
    return Tried(entry.id, tuple((name, value) for name, value in figures if value is not None))


def figure_name(accommodation_id: str, asked: str) -> str:
    """Name the field of a figure beside a suggestion."""
    return f"figure-{accommodation_id}-{asked}"


def figures_typed(accommodation_id: str) -> tuple[tuple[str, float], ...]:
    """Read the figures that were typed for one accommodation on the page she comes from."""
    return _tried(accommodation_id, Typed(request.args)).given if request.method == "GET" else ()


class Boxes(SelectMultipleField):
    """Several of a list, each with a box to tick."""

    option_widget = CheckboxInput()


class PlaceForm(Form):
    """What is particular about the place of work and the person."""

    settings = Boxes("The place of work", choices=choices(*((s, s.label) for s in Setting)))
    circumstances = Boxes(
        "The person (stays in the clinic)", choices=choices(*((c, c.label) for c in Circumstance))
    )

    def chosen_settings(self) -> tuple[Setting, ...]:
        """Return what was ticked about the place."""
        return tuple(Setting(name) for name in self.settings.data or ())

    def chosen_circumstances(self) -> tuple[Circumstance, ...]:
        """Return what was ticked about the person."""
        return tuple(Circumstance(name) for name in self.circumstances.data or ())


PAST_DUE = "This day has passed. Is the year right? Change it, or tick that it is meant."


class ChoiceForm(Form):
    """What is decided about one accommodation; the figures it asks for are added by `choice_form`."""

    tasks = Boxes("Tasks it serves")
    owner = RadioField("Who brings it about", choices=choices(*((o, o.label) for o in Owner)))
    due = DateField("Due on")
    due_has_passed = BooleanField("This day is meant, although it has passed")
    status = RadioField("How far it is", choices=choices(*((s, s.label) for s in AccommodationStatus)))
    employer_text = TextAreaField(
        "What the employer reads",
        [
            InputRequired("Write what the employer has to do."),
            Length(max=400, message="Use at most 400 characters."),
        ],
        filters=[stripped],
    )

    def choice(self) -> Choice:
        """Return what was decided."""
        figures = ((f.short_name.removeprefix("figure_"), f.data) for f in self if isinstance(f, NumberField))
        return Choice(
            tasks=tuple(self.tasks.data or ()),
            given=tuple((name, value) for name, value in figures if value is not None),
            owner=Owner(self.owner.data),
            due=self.due.data,
            status=AccommodationStatus(self.status.data),
            employer_text=text(self.employer_text),
        )

    def asks_about_due(self, known: date | None, today: date) -> bool:
        """Ask once about a day that has passed, where something has still to be done by then."""
        due, status = self.due.data, AccommodationStatus(self.status.data)
        is_open = status.is_live and status is not AccommodationStatus.IN_PLACE
        is_past = due is not None and due < today and due != known and is_open
        if is_past and not self.due_has_passed.data:
            self.due.errors = [*self.due.errors, PAST_DUE]
            return True
        return False

    def place_all(self, problems: Iterable[Problem]) -> None:
        """Put what the service refused beside its field."""
        for problem in problems:
            asks = problem.asks or ""
            self.place(problem, asks if asks in self else f"figure_{asks}")


def choice_form(page: ChoicePage, draft_key: str) -> ChoiceForm:
    """Build the form of one accommodation with a field for each figure it asks for."""
    figures = {
        f"figure_{ask.name}": NumberField(
            ask.question, ask.lowest, ask.highest, description=_bounds(ask.lowest, ask.highest, unit)
        )
        for ask, unit in page.figures
    }
    kind = cast("type[ChoiceForm]", type("ChoiceForm", (ChoiceForm,), figures))
    form = cast("ChoiceForm", form_with_draft(kind, draft_key, **_known(page)))
    for name, value in figures_typed(page.entry.id):
        form[f"figure_{name}"].data = value
    form.tasks.choices = choices(*((name, name) for name in page.task_names))
    return form


def _bounds(lowest: float, highest: float, unit: str) -> str:
    inside = f"From {lowest:g} to {highest:g}"
    return f"{inside}." if unit in ("", "share") else f"{inside} {unit}."


def _known(page: ChoicePage) -> dict[str, Any]:
    choice = page.choice
    fields = {
        "tasks": list(choice.tasks),
        "owner": choice.owner.value,
        "due": choice.due,
        "status": choice.status.value,
        "employer_text": choice.employer_text,
    }
    return fields | {f"figure_{name}": value for name, value in choice.given}
