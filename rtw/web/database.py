"""The session of a request, and the one place where it is committed or rolled back."""

from typing import Any

from flask import Flask, Response
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Engine

from rtw.store.engine import make_engine


class Database(SQLAlchemy):
    """Flask-SQLAlchemy over our own engine, so that the web and commands open a database alike."""

    def _make_engine(self, bind_key: str | None, options: dict[str, Any], app: Flask) -> Engine:
        url = options.pop("url")
        options.pop("connect_args", None)
        return make_engine(
            url if isinstance(url, str) else url.render_as_string(hide_password=False), **options
        )


# Tables derive from our own base and know nothing of Flask; only engine and session come from here.
db = Database()


def commit_or_roll_back(response: Response) -> Response:
    """Commit what a request did when it went well; a page with errors on it changes nothing."""
    if response.status_code < 400:
        db.session.commit()
    else:
        db.session.rollback()
    return response
