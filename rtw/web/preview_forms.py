"""What the page of a preview sends: answers, ticks, and which job each profile becomes."""

from collections.abc import Iterable
from typing import Any

from flask import abort
from werkzeug.datastructures import MultiDict

from job_profiles.profile import FrequencyScale
from rtw.services import drafts
from rtw.services.jobs.answering import OWN_SCALE, own_scale
from rtw.services.jobs.carrying import Carried
from rtw.services.jobs.confirming import Choices, RowId
from rtw.services.jobs.previews import Preview
from rtw.services.jobs.returned import Returned
from rtw.web.actor import current_actor
from rtw.web.database import db

Sent = MultiDict[str, str]

_NEW_JOB, _NOT_TAKEN = "new", "no"
_ANSWER, _JOB, _BAND = "q:", "job-", "band:"
RETURNED = "returned:"
"""Before the key of a question in what an employer's list says of it, and is no answer."""

_NEVER = "N"  # the letter that nobody needs to explain


def answers_in(form: Sent) -> dict[str, str]:
    """Return what was answered, by key; a button that takes one back says so by its value."""
    back = form.get("take_back")
    if back:
        return {back: ""}
    keys = dict.fromkeys(name.removeprefix(_ANSWER) for name in form if name.startswith(_ANSWER))
    said = {key: _said(form, f"{_ANSWER}{key}") for key in keys}
    if not said.get("frequency_scale") and any(value.strip() for value in _bands(form).values()):
        said["frequency_scale"] = OWN_SCALE
    return {key: value for key, value in said.items() if value}


def _said(form: Sent, name: str) -> str:
    """Return the answer to a question; `leave open` stands beside its field under the same name."""
    return next((value for value in reversed(form.getlist(name)) if value.strip()), "")


def _bands(form: Sent) -> dict[str, str]:
    return {name: value for name, value in form.items() if name.startswith(_BAND)}


def scale_in(form: Sent) -> FrequencyScale | None:
    """Return what the letters mean as it was typed; None where it is no scale."""
    letters = dict.fromkeys(name.split(":")[1] for name in _bands(form))
    bands = {one: _band(form, one) for one in letters}
    return own_scale(form.get("scale_basis", ""), bands)


def _band(form: Sent, letter: str) -> tuple[str, str]:
    low, high = (form.get(f"{_BAND}{letter}:{end}", "").strip() for end in ("low", "high"))
    if letter == _NEVER:
        return low or "0", high or "0"
    return low, high


def choices_in(form: Sent) -> Choices:
    """Return what is to be confirmed."""
    taken = {
        _count(name.removeprefix(_JOB)): None if value == _NEW_JOB else _count(value)
        for name, value in form.items()
        if name.startswith(_JOB) and value != _NOT_TAKEN
    }
    return Choices(
        mark=form.get("mark", ""),
        jobs=taken,
        left_out=frozenset(rows_in(form)),
        accepts_findings=form.get("accepts_findings") == "yes",
        for_case=form.get("for_case", None, int),
    )


def rows_in(form: Sent) -> tuple[RowId, ...]:
    """Return the rows that are ticked to be left out."""
    return tuple(_row_id(value) for value in form.getlist("left_out"))


def _row_id(value: str) -> RowId:
    parts = [_count(part) for part in value.split(".")]
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 else abort(400)


def _count(text: str) -> int:
    """Read a number that this page wrote into its own form; anything else was not sent by it."""
    return int(text) if text.isascii() and text.isdecimal() else abort(400)


def draft_key(preview_id: int) -> str:
    """Return the key under which the page keeps what is ticked and typed."""
    return f"job-preview:{preview_id}"


def kept(shown: Preview) -> Sent:
    """Return what was ticked and typed on this page before, if it was the same reading."""
    draft = drafts.saved_draft(db.session(), current_actor(), draft_key(shown.id))
    data: dict[str, Any] = draft.data if draft is not None and draft.data.get("mark") == shown.mark else {}
    return MultiDict(data)


def keep(shown: Preview, sent: Sent, moved: Carried, typed: Iterable[str] = ()) -> None:
    """Keep ticks and choices of jobs where they stand in the new reading, and answers that were none."""
    jobs = {f"{_JOB}{new}": sent[f"{_JOB}{old}"] for old, new in moved.jobs.items() if f"{_JOB}{old}" in sent}
    data: dict[str, Any] = {"mark": shown.mark, "left_out": [".".join(map(str, row)) for row in moved.rows]}
    case_job = sent.get("for_case", None, int)
    if case_job in moved.jobs:
        data["for_case"] = str(moved.jobs[case_job])
    if moved.lost:
        data["lost"] = str(moved.lost)
    data |= {name: sent[name] for name in typed if name in sent} | _still_told(sent)
    drafts.save_draft(db.session(), current_actor(), draft_key(shown.id), data | jobs)


def keep_returned(shown: Preview, returned: Returned) -> None:
    """Keep what was not taken of an employer's list: at its question, or by itself where none is open."""
    data: dict[str, Any] = {"mark": shown.mark}
    data |= {f"{RETURNED}{each.key}": each.text for each in returned.not_taken if each.key}
    data["unfit"] = [f"{each.asked} “{each.text}”" for each in returned.not_taken if not each.key]
    drafts.save_draft(db.session(), current_actor(), draft_key(shown.id), data)


def _still_told(sent: Sent) -> dict[str, Any]:
    """Return what the page told of an employer's list, to be told again."""
    told = {name: sent[name] for name in sent if name.startswith(RETURNED)}
    return told | {"unfit": sent.getlist("unfit")}


def forget(preview_id: int) -> None:
    """Forget what was kept: the file was confirmed or discarded."""
    drafts.discard_draft(db.session(), current_actor(), draft_key(preview_id))
