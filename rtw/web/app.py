"""Putting the web together."""

from datetime import timedelta
from importlib import import_module

from flask import Flask
from flask_wtf import CSRFProtect

from rtw.web.access import init_access
from rtw.web.actor import init_actor
from rtw.web.addresses import init_addresses
from rtw.web.config import MAX_UPLOAD_BYTES, ROOT, Config, config_from_environment
from rtw.web.database import commit_or_roll_back, db
from rtw.web.errors import init_errors
from rtw.web.headers import secure
from rtw.web.limits import limiter
from rtw.web.why_panels import init_why_panels
from rtw.web.wording import init_wording

# One module per noun, each with a blueprint called `pages`.
NOUNS = (
    "accommodations",
    "account",
    "assessments",
    "cases",
    "drafts",
    "employers",
    "evidence",
    "history",
    "jobs",
    "jobs_editor",
    "jobs_preview",
    "matches",
    "exposure",
    "measures",
    "people",
    "plans",
    "recovery",
    "releases",
    "treatments",
)

csrf = CSRFProtect()


def create_app(config: Config | None = None) -> Flask:
    """Build the application; without `config` from the environment."""
    config = config or config_from_environment()
    app = Flask("rtw", template_folder=str(ROOT / "templates"), static_folder=str(ROOT / "static"))
    app.config.update(_flask_settings(config))
    _connect(app)
    for noun in NOUNS:
        app.register_blueprint(import_module(f"rtw.web.{noun}").pages)
    return app


def _flask_settings(config: Config) -> dict[str, object]:
    return {
        "RTW": config,
        "SECRET_KEY": config.secret_key,
        "SQLALCHEMY_DATABASE_URI": config.database_url,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SECURE": config.secure_cookies,
        "PERMANENT_SESSION_LIFETIME": timedelta(hours=12),  # a working day; what is typed is kept anyway
        "WTF_CSRF_TIME_LIMIT": None,  # as long as the session: a form may stay open over lunch
        "MAX_CONTENT_LENGTH": MAX_UPLOAD_BYTES,
        "MAX_FORM_MEMORY_SIZE": 4 * 1024 * 1024,
        "MAX_FORM_PARTS": 5000,
        "RATELIMIT_ENABLED": config.limit_sign_in,
        "TESTING": config.testing,
        "SEND_FILE_MAX_AGE_DEFAULT": 3600,
    }


def _connect(app: Flask) -> None:
    """Connect what every request goes through, in the order it does."""
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    db.init_app(app)
    limiter.init_app(app)
    init_actor(app)
    init_access(app)
    csrf.init_app(app)
    init_errors(app)
    init_addresses(app)
    init_why_panels(app)
    init_wording(app)
    app.after_request(secure)
    app.after_request(commit_or_roll_back)
