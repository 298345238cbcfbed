"""What a person reads when something went wrong."""

from flask import Flask, render_template
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from rtw.services.permission import NotAllowedError, NotFoundError

_WORDS = {
    400: (
        "This did not work",
        "The page was open for too long, or was sent incompletely. Go back, and send it again.",
    ),
    403: (
        "Not for your role",
        "Your account does not open this page. Nothing was changed. Ask your administrator if you need it.",
    ),
    404: ("Nothing here", "There is no such page or record, or it belongs to another clinic."),
    405: ("This did not work", "The page cannot be opened this way. Go back, and use the button there."),
    409: (
        "Changed meanwhile",
        "Somebody else changed this. Go back, reload the page, and look before you save.",
    ),
    413: ("The file is too large", "Files up to 20 MB are read. Send the sheet without pictures."),
    429: ("Too many tries", "Wait a minute, then try again."),
    500: (
        "Our mistake",
        "Something broke on our side. Nothing was saved by halves. What you typed is kept as a draft.",
    ),
}


def _page(status: int) -> ResponseReturnValue:
    title, words = _WORDS.get(status, _WORDS[500 if status >= 500 else 400])
    return render_template("errors/error.html", title=title, words=words, status=status), status


def init_errors(app: Flask) -> None:
    """Give every error its page in plain words."""
    app.register_error_handler(HTTPException, _page_of)
    app.register_error_handler(CSRFError, lambda _error: _page(400))
    app.register_error_handler(NotAllowedError, lambda _error: _page(403))
    app.register_error_handler(NotFoundError, lambda _error: _page(404))


def _page_of(error: HTTPException) -> ResponseReturnValue:
    if error.code is not None and error.code < 400:
        return error  # a redirect is no error
    return _page(error.code or 500)
