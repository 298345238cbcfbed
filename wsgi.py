"""The application for a WSGI server: `gunicorn wsgi:app`."""

from rtw.web.app import create_app

app = create_app()
