"""Who signs in, and the clinic's letterhead."""

from dataclasses import fields

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import EmailField, PasswordField, SelectField, StringField, TelField, TextAreaField
from wtforms.validators import InputRequired, Length

from job_profiles.problem import Problem
from rtw.domain.disclosure.profiles import PROFILES
from rtw.services import people as service
from rtw.services.people import Letterhead, NewUser
from rtw.store.people import Role
from rtw.web.actor import current_actor
from rtw.web.database import db
from rtw.web.forms import Form, choices, stripped, text

pages = Blueprint("people", __name__)

_TEXT = Length(max=200, message="Use at most 200 characters.")
_FIELD_OF = {"email-invalid": "email", "email-taken": "email", "password-too-short": "password"}


class UserForm(Form):
    """A new account."""

    name = StringField("Name", [InputRequired("Enter the name."), _TEXT], filters=[stripped])
    credentials = StringField("Credentials, as printed after the name", [Length(max=80)], filters=[stripped])
    email = EmailField("E-mail address", [InputRequired("Enter the e-mail address.")], filters=[stripped])
    role = SelectField("Role", choices=choices(*((role.value, role.label) for role in Role)))
    password = PasswordField("First password", [InputRequired("Enter a first password.")])

    def new_user(self) -> NewUser:
        """Return the account as entered."""
        role = Role(self.role.data)
        return NewUser(text(self.email), text(self.name), role, text(self.password), text(self.credentials))


class LetterheadForm(Form):
    """The clinic as it heads letters."""

    name = StringField("Clinic", [InputRequired("Enter the clinic's name."), _TEXT], filters=[stripped])
    address = TextAreaField("Address", filters=[stripped])
    phone = TelField("Telephone", [Length(max=60)], filters=[stripped])
    email = EmailField("E-mail address", [_TEXT], filters=[stripped])
    disclosure_profile = SelectField(
        "Disclosure profile", choices=choices(*((p.name, p.label) for p in PROFILES.values()))
    )


@pages.route("/people", methods=["GET", "POST"])
def index() -> ResponseReturnValue:
    """List accounts, and add one."""
    form = UserForm()
    if form.validate_on_submit():
        added = service.add_user(db.session(), current_actor(), current_actor().clinic_id, form.new_user())
        if not isinstance(added, Problem):
            flash(f"{added.name} can sign in now.")
            return redirect(url_for("people.index"), 303)
        form.place(added, _FIELD_OF[added.code])
    users = service.users(db.session(), current_actor())
    return render_template("people/index.html", form=form, users=users), 422 if form.errors else 200


@pages.route("/letterhead", methods=["GET", "POST"])
def letterhead() -> ResponseReturnValue:
    """Change the letterhead."""
    form = LetterheadForm(obj=service.letterhead(db.session(), current_actor().clinic_id))
    if form.validate_on_submit():
        new = Letterhead(**{f.name: form[f.name].data for f in fields(Letterhead)})
        service.change_letterhead(db.session(), current_actor(), new)
        flash("The letterhead is changed.")
        return redirect(url_for("people.letterhead"), 303)
    return render_template("people/letterhead.html", form=form), 422 if form.errors else 200
