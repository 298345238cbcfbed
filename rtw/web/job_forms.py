"""The forms of jobs: a file to read, an employer to copy to."""

from typing import Any

from flask_wtf.file import FileField, FileRequired
from werkzeug.datastructures import FileStorage
from wtforms import SelectField, StringField
from wtforms.validators import Length, ValidationError

from rtw.services.actor import Actor
from rtw.services.employers import employer_named, employers
from rtw.services.jobs.previews import Upload
from rtw.web.database import db
from rtw.web.forms import Form, choices, stripped, text

NEW = 0  # the choice that means: not in the list, written below


class EmployerChoice(Form):
    """Whose job it is: an employer the clinic knows, or a new one."""

    employer_id = SelectField("Employer", coerce=int, default=NEW)
    employer_name = StringField(
        "Employer's name",
        [Length(max=200, message="Use at most 200 characters.")],
        filters=[stripped],
    )

    def offer_employers(self, actor: Actor) -> None:
        """Fill the list of employers."""
        known = [(e.id, e.name) for e in employers(db.session(), actor)]
        self.employer_id.choices = choices((NEW, "A new employer"), *known)

    def validate_employer_name(self, field: StringField) -> None:
        """Ask for a name when the employer is new."""
        if self.employer_id.data == NEW and not field.data:
            raise ValidationError("Enter the employer's name, or choose one above.")

    def chosen_employer(self, actor: Actor) -> int:
        """Return the employer, added where it is new."""
        chosen: int = self.employer_id.data
        return chosen or employer_named(db.session(), actor, text(self.employer_name)).id


class FileForm(Form):
    """A demand sheet to read."""

    file = FileField("Demand sheet", [FileRequired("Choose the file with the demand sheet.")])

    def upload(self, employer_id: int, case_id: int | None, job_id: int | None) -> Upload:
        """Return the file as it came."""
        sent: FileStorage = self.file.data
        return Upload(sent.read(), sent.filename or "", employer_id, case_id, job_id)


class UploadForm(FileForm, EmployerChoice):
    """A demand sheet, and whose it is."""


def file_form(actor: Actor, employer_id: int | None, **known: Any) -> FileForm:
    """Build the form; it asks for the employer only where that is not known."""
    if employer_id is not None:
        return FileForm(**known)
    form = UploadForm(**known)
    form.offer_employers(actor)
    return form
