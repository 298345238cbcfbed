"""Employers, and whom to call there."""

from dataclasses import fields

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import EmailField, StringField, TelField, TextAreaField
from wtforms.validators import InputRequired, Length

from rtw.services import employers as service
from rtw.services.employers import EmployerDetails
from rtw.web.actor import current_actor
from rtw.web.database import db
from rtw.web.forms import Form, stripped

pages = Blueprint("employers", __name__, url_prefix="/employers")

_TEXT = Length(max=200, message="Use at most 200 characters.")


class EmployerForm(Form):
    """An employer and its contact."""

    name = StringField("Name", [InputRequired("Enter the employer's name."), _TEXT], filters=[stripped])
    address = TextAreaField("Address", filters=[stripped])
    contact_name = StringField("Contact person", [_TEXT], filters=[stripped])
    contact_email = EmailField("E-mail of the contact", [_TEXT], filters=[stripped])
    contact_phone = TelField("Telephone of the contact", [Length(max=60)], filters=[stripped])

    def details(self) -> EmployerDetails:
        """Return what was entered."""
        return EmployerDetails(**{f.name: self[f.name].data for f in fields(EmployerDetails)})


@pages.get("")
def index() -> ResponseReturnValue:
    """List the clinic's employers."""
    return render_template("employers/index.html", employers=service.employers(db.session(), current_actor()))


@pages.route("/<int:employer_id>", methods=["GET", "POST"])
def edit(employer_id: int) -> ResponseReturnValue:
    """Change an employer."""
    found = service.employer(db.session(), current_actor(), employer_id)
    form = EmployerForm(obj=found)
    if form.validate_on_submit():
        service.change_employer(db.session(), current_actor(), employer_id, form.details())
        flash("The employer is changed.")
        return redirect(url_for("employers.index"), 303)
    return render_template("employers/edit.html", form=form, employer=found), 422 if form.errors else 200
