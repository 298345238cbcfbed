"""What was done to the hands, and what is known of the person."""

from typing import Any

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from wtforms import RadioField, SelectField, SelectMultipleField, StringField
from wtforms.validators import Length

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
from rtw.web.forms import DateField, Form, form_with_draft, stripped, text

pages = Blueprint("treatments", __name__, url_prefix="/cases/<int:case_id>/treatment")

_NOT_TREATED = ("", "Not treated")
_OPEN = ("", "Not stated")


def _choices(values: type[Any], first: tuple[str, str] = _OPEN) -> list[tuple[str, str]]:
    return [first, *((member.value, member.label) for member in values)]


class TreatmentForm(Form):
    """Both hands beside each other, then the person."""

    left_procedure = SelectField("Left hand", choices=_choices(Procedure, _NOT_TREATED), default="")
    left_on = DateField("Left: operated, or treated since", [not_in_future])
    left_nerve = SelectField("Left: nerve", choices=_choices(Nerve), default="")
    left_approach = SelectField("Left: approach", choices=_choices(Approach), default="")
    left_strength_test_from = DateField("Left: surgeon allows strength tests from")
    right_procedure = SelectField("Right hand", choices=_choices(Procedure, _NOT_TREATED), default="")
    right_on = DateField("Right: operated, or treated since", [not_in_future])
    right_nerve = SelectField("Right: nerve", choices=_choices(Nerve), default="")
    right_approach = SelectField("Right: approach", choices=_choices(Approach), default="")
    right_strength_test_from = DateField("Right: surgeon allows strength tests from")
    dominant = RadioField("Dominant hand", choices=_choices(Side, ("", "Not known")), default="")
    sex = RadioField("Sex, for norm tables", choices=_choices(Sex), default="")
    slows_healing = SelectMultipleField(
        "Conditions that slow healing", choices=[(c.value, c.label) for c in SlowsHealing]
    )
    other_conditions = StringField("Other conditions, in your words", [Length(max=1000)], filters=[stripped])

    def validate_right_procedure(self, field: SelectField) -> None:
        """Ask for at least one treated hand."""
        if not (field.data or self.left_procedure.data):
            field.errors = [*field.errors, "Choose what was done to at least one hand."]

    def operations(self) -> tuple[Operation, ...]:
        """Return what was done, left before right."""
        return tuple(self._operation(side) for side in Side if self[f"{side.value}_procedure"].data)

    def _operation(self, side: Side) -> Operation:
        nerve, approach = self[f"{side.value}_nerve"].data, self[f"{side.value}_approach"].data
        return Operation(
            side=side,
            procedure=Procedure(self[f"{side.value}_procedure"].data),
            on=self[f"{side.value}_on"].data,
            nerve=Nerve(nerve) if nerve else None,
            approach=Approach(approach) if approach else None,
            strength_test_from=self[f"{side.value}_strength_test_from"].data,
        )

    def patient(self) -> PatientFacts:
        """Return what is known of the person."""
        return PatientFacts(
            dominant=Side(self.dominant.data) if self.dominant.data else None,
            sex=Sex(self.sex.data) if self.sex.data else None,
            slows_healing=tuple(SlowsHealing(name) for name in self.slows_healing.data or ()),
            other_conditions=text(self.other_conditions) or None,
        )


@pages.route("", methods=["GET", "POST"])
def of_case(case_id: int) -> ResponseReturnValue:
    """Enter what was done to which hand; strength tests get their date from it."""
    known = treatments.treatment(db.session(), current_actor(), case_id)
    key = f"treatment-{case_id}"
    form = form_with_draft(TreatmentForm, key, **_known(known))
    if form.validate_on_submit():
        treatments.change_treatment(db.session(), current_actor(), case_id, form.operations(), form.patient())
        drafts.discard_draft(db.session(), current_actor(), key)
        flash("The treatment is recorded.")
        return redirect(url_for("assessments.of_case", case_id=case_id), 303)
    page = render_case("assessments/treatment.html", case_id, Step.ASSESSMENT, form=form, draft_key=key)
    return page, 422 if form.errors else 200


def _known(known: Treatment) -> dict[str, Any]:
    patient = known.patient
    fields: dict[str, Any] = {
        "dominant": patient.dominant.value if patient.dominant else "",
        "sex": patient.sex.value if patient.sex else "",
        "slows_healing": [condition.value for condition in patient.slows_healing],
        "other_conditions": patient.other_conditions or "",
    }
    for operation in known.operations:
        fields |= _operation_fields(operation)
    return fields


def _operation_fields(operation: Operation) -> dict[str, Any]:
    side = operation.side.value
    return {
        f"{side}_procedure": operation.procedure.value,
        f"{side}_on": operation.on,
        f"{side}_nerve": operation.nerve.value if operation.nerve else "",
        f"{side}_approach": operation.approach.value if operation.approach else "",
        f"{side}_strength_test_from": operation.strength_test_from,
    }
