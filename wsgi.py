"""The application for a WSGI server: `gunicorn wsgi:app`."""

from rtw.web.app import create_app
from rtw.web.warm import warm_up

app = create_app()
warm_up(app)
