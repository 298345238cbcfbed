"""The forms of a release: consent, approvals."""

from wtforms import HiddenField, RadioField, StringField
from wtforms.validators import InputRequired, Length

from rtw.domain.plan import Consent, ConsentScope, Recipient
from rtw.services.releases.desk import RECIPIENTS
from rtw.web.clock import today
from rtw.web.forms import DateField, Form, choices, stripped, text

_NAME = Length(max=200, message="Use at most 200 characters.")


class ConsentForm(Form):
    """What the patient agreed to."""

    scope = RadioField(
        "The patient agrees to pass on",
        choices=choices(*((scope.value, scope.label) for scope in ConsentScope)),
        default=ConsentScope.FUNCTIONAL.value,
    )
    given_on = DateField("Agreed on", [InputRequired("Enter the day the patient agreed.")])
    until = DateField("Until")

    def consent(self, recipient: Recipient) -> Consent:
        """Return the consent as entered."""
        return Consent(
            recipient, ConsentScope(self.scope.data), self.given_on.data or today(), self.until.data
        )


class PhysicianForm(Form):
    """The physician's agreement to the signed plan."""

    physician = StringField(
        "Physician", [InputRequired("Enter the physician's name."), _NAME], filters=[stripped]
    )
    approved_on = DateField("Agreed on", [InputRequired("Enter the day the physician agreed.")])


class TextForm(Form):
    """A named person's word for one text."""

    text = HiddenField()
    approved_by = StringField("Approved by", [InputRequired("Enter a name."), _NAME], filters=[stripped])

    def approval(self) -> tuple[str, str]:
        """Return text and name."""
        return text(self.text), text(self.approved_by)


def recipient_of(name: str | None) -> Recipient:
    """Read the recipient from an address; anything else is the employer."""
    known = {recipient.value: recipient for recipient in RECIPIENTS}
    return known.get(name or "", Recipient.EMPLOYER)
