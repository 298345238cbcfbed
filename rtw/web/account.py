"""Signing in and out, and one's own account."""

from datetime import UTC, datetime

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_user, logout_user
from wtforms import EmailField, PasswordField, StringField
from wtforms.validators import EqualTo, InputRequired

from rtw.services import sign_in as service
from rtw.services.permission import Permission, may
from rtw.web.actor import SignedIn, current_actor
from rtw.web.database import db
from rtw.web.forms import Form, stripped, text
from rtw.web.limits import SIGN_IN_LIMIT, limiter

pages = Blueprint("account", __name__)

_REFUSED = "E-mail address, password or code is not right. Check them, and try again."


class SignInForm(Form):
    """Who wants in."""

    email = EmailField("E-mail address", [InputRequired("Enter your e-mail address.")], filters=[stripped])
    password = PasswordField("Password", [InputRequired("Enter your password.")])
    code = StringField("Code from your authenticator", filters=[stripped])


class PasswordForm(Form):
    """A new password for oneself."""

    present_password = PasswordField("Present password", [InputRequired("Enter your present password.")])
    new_password = PasswordField("New password", [InputRequired("Enter a new password.")])
    repeat_password = PasswordField(
        "New password again", [EqualTo("new_password", "The two new passwords differ. Enter them again.")]
    )


@pages.get("/")
def home() -> ResponseReturnValue:
    """Bring everybody where their work begins."""
    sees_cases = may(current_actor(), Permission.SEE_CASES)
    return redirect(url_for("cases.caseload" if sees_cases else "account.own"))


@pages.route("/sign-in", methods=["GET", "POST"])
@limiter.limit(SIGN_IN_LIMIT, methods=["POST"])
def sign_in() -> ResponseReturnValue:
    """Sign in."""
    if current_user.is_authenticated:
        return redirect(url_for("account.home"))
    form = SignInForm()
    if not form.validate_on_submit():
        return render_template("account/sign_in.html", form=form), 422 if form.errors else 200
    actor = service.sign_in(
        db.session(), text(form.email), text(form.password), text(form.code), datetime.now(UTC)
    )
    db.session.commit()  # a refused try is on record too, though its page is an error
    if actor is None:
        form.password.errors = [_REFUSED]
        return render_template("account/sign_in.html", form=form), 422
    _let_in(actor.id)
    return redirect(_wanted_page(), 303)


def _let_in(user_id: int) -> None:
    found = service.signed_in(db.session(), user_id)
    session.clear()  # nothing from before signing in survives it
    session.permanent = True
    if found is not None:
        login_user(SignedIn(*found))


def _wanted_page() -> str:
    """Return the page that was asked for before signing in, if it is one of ours."""
    wanted = request.args.get("next", "")
    ours = wanted.startswith("/") and not wanted.startswith(("//", "/\\"))
    return wanted if ours else url_for("account.home")


@pages.post("/sign-out")
def sign_out() -> ResponseReturnValue:
    """Sign out."""
    logout_user()
    session.clear()
    return redirect(url_for("account.sign_in"), 303)


@pages.route("/account", methods=["GET", "POST"])
def own() -> ResponseReturnValue:
    """Show one's own account, and change the password."""
    form = PasswordForm()
    if form.validate_on_submit():
        problem = service.change_password(
            db.session(), current_actor(), text(form.present_password), text(form.new_password)
        )
        if problem is None:
            _let_in(current_actor().id)
            flash("Your password is changed. Other devices are signed out.")
            return redirect(url_for("account.own"), 303)
        form.place(problem, "present_password" if "present" in problem.code else "new_password")
    return render_template("account/own.html", form=form), 422 if form.errors else 200
