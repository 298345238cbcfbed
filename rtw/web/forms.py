"""The ground of every form: errors in plain words, and what was typed before."""

from typing import Any

from flask import request
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import DateField as WtfDateField
from wtforms import Field, SelectChoice  # type: ignore[attr-defined]  # newer than the type stubs

from job_profiles.problem import Problem
from rtw.services.drafts import saved_draft
from rtw.web.actor import current_actor
from rtw.web.database import db
from rtw.web.typed_days import typed_day


class Form(FlaskForm):  # type: ignore[misc]
    """A form that can begin from the draft of what was typed last time."""

    draft_kept_at: Any = None

    def place(self, problem: Problem, field: str) -> None:
        """Put what a service found wrong beside its field, with the advice."""
        target: Field = self[field]
        target.errors = [*target.errors, f"{problem.message} {problem.advice}"]


class DateField(WtfDateField):
    """A day. An empty one is None; a wrong one says how to write it."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the day as the browser's own date control sends it, or as a person types it."""
        if not valuelist or not valuelist[0].strip():
            self.data = None
            return
        self.data = None
        self.data = typed_day(valuelist[0])


def stripped(text: str | None) -> str:
    """Drop the blanks around what was typed."""
    return (text or "").strip()


def choices(*pairs: tuple[object, str]) -> list[SelectChoice]:
    """Offer values with the words shown for them."""
    return [SelectChoice(str(value), words) for value, words in pairs]


def text(field: Field) -> str:
    """Return what stands in a field of text; a field that was not sent is empty."""
    return field.data or ""


def form_with_draft(form_class: type[Form], key: str, **known: Any) -> Form:
    """Build a form: what is sent now, else what was typed before, else what is `known`."""
    if request.method == "POST":
        return form_class()
    draft = saved_draft(db.session(), current_actor(), key)
    if draft is None:
        return form_class(formdata=None, **known)
    form = form_class(formdata=MultiDict(draft.data))
    form.draft_kept_at = draft.updated_at
    return form
