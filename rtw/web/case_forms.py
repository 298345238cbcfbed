"""The forms of a case."""

from datetime import date

from wtforms import RadioField, SelectField, StringField
from wtforms.validators import InputRequired, Length, ValidationError

from rtw.domain.assessment.operation import Operation, Procedure, Sex
from rtw.domain.hands import Side
from rtw.services.cases import CaseDetails, NewCase, PatientDetails
from rtw.web.clock import today
from rtw.web.forms import DateField, Form, choices, stripped, text

NEW = 0  # the choice that means: not in the list, written below
_PROCEDURES = choices(("", "Not treated"), *((p.value, p.label) for p in Procedure))
_TEXT = Length(max=200, message="Use at most 200 characters.")


def not_in_future(_form: Form, field: DateField) -> None:
    """Refuse a day that has not come."""
    if isinstance(field.data, date) and field.data > today():
        raise ValidationError("This day has not come yet. Check the year.")


class CaseForm(Form):
    """What heads a case."""

    job_title = StringField("Job, as the patient calls it", [_TEXT], filters=[stripped])
    physician_name = StringField("Surgeon or physician", [_TEXT], filters=[stripped])
    case_manager_id = SelectField("Case manager", coerce=int, default=NEW)

    def details(self) -> CaseDetails:
        """Return what was entered."""
        return CaseDetails(
            job_title=text(self.job_title),
            physician_name=text(self.physician_name),
            case_manager_id=self.case_manager_id.data or None,
        )


class NewCaseForm(CaseForm):
    """A case to open, for a patient and an employer known or new."""

    patient_id = SelectField("Patient", coerce=int, default=NEW)
    given_name = StringField("Given name", [_TEXT], filters=[stripped])
    family_name = StringField("Family name", [_TEXT], filters=[stripped])
    number = StringField("Clinic number", [Length(max=40)], filters=[stripped])
    born_on = DateField("Date of birth", [not_in_future])
    sex = RadioField(
        "Sex, as norm tables are divided",
        choices=choices(("", "Not stated"), *((s.value, s.label) for s in Sex)),
        default="",
    )
    dominant_side = RadioField(
        "Dominant hand", choices=choices(("", "Not known"), *((s.value, s.label) for s in Side)), default=""
    )
    employer_id = SelectField("Employer", coerce=int, default=NEW)
    employer_name = StringField("Employer's name", [_TEXT], filters=[stripped])
    left_procedure = SelectField("Left hand", choices=_PROCEDURES, default="")
    left_on = DateField("Left: operated, or treated since", [not_in_future])
    right_procedure = SelectField("Right hand", choices=_PROCEDURES, default="")
    right_on = DateField("Right: operated, or treated since", [not_in_future])

    def validate_given_name(self, field: StringField) -> None:
        """Ask for a name when the patient is new."""
        if self.patient_id.data == NEW and not field.data:
            raise ValidationError("Enter the given name, or choose a patient above.")

    def validate_family_name(self, field: StringField) -> None:
        """Ask for a name when the patient is new."""
        if self.patient_id.data == NEW and not field.data:
            raise ValidationError("Enter the family name, or choose a patient above.")

    def validate_employer_name(self, field: StringField) -> None:
        """Ask for a name when the employer is new."""
        if self.employer_id.data == NEW and not field.data:
            raise ValidationError("Enter the employer's name, or choose one above.")

    def validate_left_on(self, field: DateField) -> None:
        """Ask what was done on a day that is entered."""
        if field.data and not self.left_procedure.data:
            raise ValidationError("Choose what was done to the left hand on this day.")

    def validate_right_on(self, field: DateField) -> None:
        """Ask what was done on a day that is entered."""
        if field.data and not self.right_procedure.data:
            raise ValidationError("Choose what was done to the right hand on this day.")

    def validate_right_procedure(self, field: SelectField) -> None:
        """Ask for at least one hand."""
        if not (self.left_procedure.data or field.data):
            raise ValidationError("Choose what was done to at least one hand.")

    def operations(self) -> tuple[Operation, ...]:
        """Return what was done, left before right."""
        chosen = ((side, self[f"{side.value}_procedure"].data) for side in Side)
        return tuple(
            Operation(side, Procedure(name), self[f"{side.value}_on"].data) for side, name in chosen if name
        )

    def new_case(self) -> NewCase:
        """Return the case as entered."""
        return NewCase(
            patient=None if self.patient_id.data else self._patient(),
            patient_id=self.patient_id.data or None,
            employer_name=text(self.employer_name),
            employer_id=self.employer_id.data or None,
            details=self.details(),
            operations=self.operations(),
        )

    def _patient(self) -> PatientDetails:
        side, sex = self.dominant_side.data, self.sex.data
        return PatientDetails(
            given_name=text(self.given_name),
            family_name=text(self.family_name),
            number=text(self.number),
            born_on=self.born_on.data,
            dominant_side=Side(side) if side else None,
            sex=Sex(sex) if sex else None,
        )


class StatusForm(Form):
    """Pause, close or reopen."""

    status = RadioField(
        "This case is",
        choices=choices(("open", "Open"), ("paused", "Paused"), ("closed", "Closed")),
        validators=[InputRequired("Choose one.")],
    )
