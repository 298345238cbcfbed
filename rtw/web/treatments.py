"""What was done to the hands, and what is known of the person."""

from collections.abc import Iterator
from typing import Any, Final

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from wtforms import (  # type: ignore[attr-defined]  # SelectChoice is newer than the type stubs
    RadioField,
    SelectChoice,
    SelectField,
    SelectMultipleField,
    StringField,
)
from wtforms.validators import Length, ValidationError

from rtw.domain.assessment.operation import (
    Approach,
    Nerve,
    Operation,
    PatientFacts,
    Procedure,
    Sex,
    SlowsHealing,
)
from rtw.domain.case_progress import Step
from rtw.domain.hands import Side
from rtw.services import drafts, treatments
from rtw.services.treatments import Treatment
from rtw.web.actor import current_actor
from rtw.web.case_forms import not_in_future
from rtw.web.case_frame import render_case
from rtw.web.database import db
from rtw.web.forms import DateField, Form, choices, form_with_draft, stripped, text

pages = Blueprint("treatments", __name__, url_prefix="/cases/<int:case_id>/treatment")

_NOT_TREATED = ("", "Not treated")
_NO_MORE = ("", "No further operation")
_OPEN = ("", "Not stated")


def _choices(values: type[Any], first: tuple[str, str] = _OPEN) -> list[SelectChoice]:
    return choices(first, *((member.value, member.label) for member in values))


MORE: Final = (2, 3)
"""Further operations a hand can have on the form, beside its first."""


class TreatmentForm(Form):
    """Both hands beside each other with up to three operations each, then the person."""

    dominant = RadioField("Dominant hand", choices=_choices(Side, ("", "Not known")), default="")
    sex = RadioField("Sex, as norm tables are divided", choices=_choices(Sex), default="")
    slows_healing = SelectMultipleField(
        "Conditions that slow healing", choices=choices(*((c.value, c.label) for c in SlowsHealing))
    )
    other_conditions = StringField("Other conditions, in your words", [Length(max=1000)], filters=[stripped])

    def validate_right_procedure(self, field: SelectField) -> None:
        """Ask for at least one treated hand."""
        if not (field.data or self.left_procedure.data):
            field.errors = [*field.errors, "Choose what was done to at least one hand."]

    def operations(self) -> tuple[Operation, ...]:
        """Return what was done, left before right, each hand in the order of its rows."""
        rows = ((side, row) for side in Side for row in rows_of(side))
        return tuple(self._operation(side, row) for side, row in rows if self[f"{row}_procedure"].data)

    def is_used(self, row: str) -> bool:
        """Whether anything stands in a row, or is wrong with it."""
        fields = [self[f"{row}_{name}"] for name in _OF_OPERATION]
        return any(field.data or field.errors for field in fields)

    def _operation(self, side: Side, row: str) -> Operation:
        nerve, approach = self[f"{row}_nerve"].data, self[f"{row}_approach"].data
        return Operation(
            side=side,
            procedure=Procedure(self[f"{row}_procedure"].data),
            on=self[f"{row}_on"].data,
            nerve=Nerve(nerve) if nerve else None,
            approach=Approach(approach) if approach else None,
            strength_test_from=self[f"{row}_strength_test_from"].data,
        )

    def patient(self) -> PatientFacts:
        """Return what is known of the person."""
        return PatientFacts(
            dominant=Side(self.dominant.data) if self.dominant.data else None,
            sex=Sex(self.sex.data) if self.sex.data else None,
            slows_healing=tuple(SlowsHealing(name) for name in self.slows_healing.data or ()),
            other_conditions=text(self.other_conditions) or None,
        )


_OF_OPERATION: Final = ("procedure", "on", "nerve", "approach", "strength_test_from")


def rows_of(side: Side) -> tuple[str, ...]:
    """Name the rows of a hand's operations as their fields begin."""
    return (side.value, *(f"{side.value}{n}" for n in MORE))


def _add_operations() -> None:
    """Give the form the fields of every operation of each hand."""
    for side in Side:
        for n, row in enumerate(rows_of(side), 1):
            which, none = ("", _NOT_TREATED) if n == 1 else (f", operation {n}", _NO_MORE)
            hand, name = f"{side.label}{which}", f"{side.value.capitalize()}{which}"
            of_row = {
                "procedure": SelectField(hand, choices=_choices(Procedure, none), default=""),
                "on": DateField(f"{name}: operated, or treated since", [not_in_future, _needs_procedure]),
                "nerve": SelectField(f"{name}: nerve", choices=_choices(Nerve), default=""),
                "approach": SelectField(f"{name}: approach", choices=_choices(Approach), default=""),
                "strength_test_from": DateField(f"{name}: surgeon allows strength tests from"),
            }
            for field, unbound in of_row.items():
                setattr(TreatmentForm, f"{row}_{field}", unbound)


def _needs_procedure(form: TreatmentForm, field: DateField) -> None:
    """Ask what was done on a day that is entered."""
    if field.data and not form[f"{field.name.removesuffix('_on')}_procedure"].data:
        raise ValidationError("Choose what was done on this day.")


_add_operations()

_ROWS: Final = {side: rows_of(side) for side in Side}


@pages.route("", methods=["GET", "POST"])
def of_case(case_id: int) -> ResponseReturnValue:
    """Enter what was done to which hand; strength tests get their date from it."""
    known = treatments.treatment(db.session(), current_actor(), case_id)
    key = f"treatment-{case_id}"
    form = form_with_draft(TreatmentForm, key, **_known(known))
    if form.validate_on_submit():
        treatments.change_treatment(db.session(), current_actor(), case_id, form.operations(), form.patient())
        drafts.discard_draft(db.session(), current_actor(), key)
        flash(" ".join(("The treatment is recorded.", *_missing_days(form.operations()))))
        return redirect(url_for("assessments.of_case", case_id=case_id), 303)
    page = render_case(
        "assessments/treatment.html", case_id, Step.ASSESSMENT, form=form, draft_key=key, rows=_ROWS
    )
    return page, 422 if form.errors else 200


def _missing_days(operations: tuple[Operation, ...]) -> Iterator[str]:
    """Say at once where one of several operations of a hand has no day: the last one rules recovery."""
    for side in Side:
        own = [operation for operation in operations if operation.side is side]
        undated = [operation.procedure.in_a_sentence for operation in own if operation.on is None]
        if len(own) > 1 and undated:
            yield (
                f"{side.label}: the day of {' and of '.join(undated)} is missing. "
                "Until it is entered, it is not known which operation came last."
            )


def _known(known: Treatment) -> dict[str, Any]:
    patient = known.patient
    fields: dict[str, Any] = {
        "dominant": patient.dominant.value if patient.dominant else "",
        "sex": patient.sex.value if patient.sex else "",
        "slows_healing": [condition.value for condition in patient.slows_healing],
        "other_conditions": patient.other_conditions or "",
    }
    for side in Side:
        own = (operation for operation in known.operations if operation.side is side)
        for row, operation in zip(rows_of(side), own, strict=False):
            fields |= _operation_fields(row, operation)
    return fields


def _operation_fields(row: str, operation: Operation) -> dict[str, Any]:
    return {
        f"{row}_procedure": operation.procedure.value,
        f"{row}_on": operation.on,
        f"{row}_nerve": operation.nerve.value if operation.nerve else "",
        f"{row}_approach": operation.approach.value if operation.approach else "",
        f"{row}_strength_test_from": operation.strength_test_from,
    }
