"""Who is signed in, for Flask-Login and for services."""

import hmac
from hashlib import sha256

from flask import Flask
from flask_login import LoginManager, UserMixin, current_user

from rtw.services.actor import Actor
from rtw.services.sign_in import signed_in
from rtw.web.database import db

manager = LoginManager()
manager.login_view = "account.sign_in"
manager.login_message = None  # the page says by itself what it wants
manager.session_protection = "basic"


class SignedIn(UserMixin):  # type: ignore[misc]
    """A signed-in person; her cookie dies with the password it was given for."""

    def __init__(self, actor: Actor, password_hash: str) -> None:
        self.actor = actor
        self._mark = sha256(password_hash.encode()).hexdigest()[:16]

    def get_id(self) -> str:
        """Return what the cookie holds: the account, and a mark of its password."""
        return f"{self.actor.id}:{self._mark}"


@manager.user_loader  # type: ignore[untyped-decorator]
def _load(cookie: str) -> SignedIn | None:
    number, _, _ = cookie.partition(":")
    found = signed_in(db.session(), int(number)) if number.isdecimal() else None
    person = SignedIn(*found) if found else None
    return person if person and hmac.compare_digest(person.get_id(), cookie) else None


def current_actor() -> Actor:
    """Return who acts in this request; pages behind sign-in only."""
    actor: Actor = current_user.actor
    return actor


def init_actor(app: Flask) -> None:
    """Let the application know who is signed in, in templates too."""
    manager.init_app(app)
    app.jinja_env.globals["current_actor"] = current_actor
