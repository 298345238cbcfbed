"""The access table: every page and what it takes to open it. A page that is not here opens to nobody.

Services ask again; this is the phase before them that no route can skip.
"""

from flask import Flask, abort, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from rtw.services.permission import Permission, may
from rtw.web.actor import current_actor, manager

OPEN_TO_ALL = None

ACCESS: dict[str, Permission | None] = {
    "static": OPEN_TO_ALL,
    "account.sign_in": OPEN_TO_ALL,
    "account.sign_out": Permission.OWN_ACCOUNT,
    "account.home": Permission.OWN_ACCOUNT,
    "account.own": Permission.OWN_ACCOUNT,
    "drafts.save": Permission.OWN_ACCOUNT,
    "drafts.discard": Permission.OWN_ACCOUNT,
    "cases.caseload": Permission.SEE_CASES,
    "cases.new": Permission.EDIT_CASES,
    "cases.overview": Permission.SEE_CLINICAL,
    "cases.edit": Permission.EDIT_CASES,
    "cases.status": Permission.EDIT_CASES,
    "history.of_case": Permission.SEE_CLINICAL,
    "treatments.of_case": Permission.ASSESS,
    "assessments.of_case": Permission.SEE_CLINICAL,
    "assessments.begin": Permission.ASSESS,
    "assessments.visit": Permission.ASSESS,
    "assessments.figures": Permission.ASSESS,
    "assessments.sign": Permission.ASSESS,
    "assessments.put_name": Permission.ASSESS,
    "assessments.discard": Permission.ASSESS,
    "matches.of_case": Permission.SEE_CLINICAL,
    "exposure.of_case": Permission.SEE_CLINICAL,
    "recovery.of_case": Permission.SEE_CLINICAL,
    "measures.of_case": Permission.SEE_CLINICAL,
    "measures.norms": Permission.ASSESS,
    "matches.override": Permission.ASSESS,
    "matches.keep_override": Permission.ASSESS,
    "matches.withdraw": Permission.ASSESS,
    "matches.answer": Permission.EDIT_JOBS,
    "plans.of_case": Permission.SEE_CLINICAL,
    "plans.settings": Permission.PLAN,
    "plans.hours": Permission.PLAN,
    "plans.compute": Permission.PLAN,
    "plans.blank": Permission.PLAN,
    "plans.again": Permission.PLAN,
    "plans.edit_week": Permission.PLAN,
    "plans.copy_week": Permission.PLAN,
    "plans.undo": Permission.PLAN,
    "plans.redo": Permission.PLAN,
    "plans.switch": Permission.PLAN,
    "plans.gates": Permission.PLAN,
    "plans.restrictions": Permission.PLAN,
    "plans.restore_restrictions": Permission.PLAN,
    "plans.words": Permission.PLAN,
    "plans.sign_off": Permission.PLAN,
    "plans.version": Permission.SEE_CLINICAL,
    "plans.throw_away": Permission.PLAN,
    "accommodations.index": Permission.SEE_KNOWLEDGE,
    "accommodations.entry": Permission.SEE_KNOWLEDGE,
    "accommodations.advice": Permission.SEE_KNOWLEDGE,
    "accommodations.of_case": Permission.SEE_CLINICAL,
    "accommodations.choose": Permission.PLAN,
    "accommodations.changes": Permission.SEE_CLINICAL,
    "accommodations.place": Permission.PLAN,
    "accommodations.compare": Permission.SEE_CLINICAL,
    "accommodations.edit": Permission.PLAN,
    "accommodations.take_out": Permission.PLAN,
    "accommodations.put_back": Permission.PLAN,
    "evidence.index": Permission.SEE_KNOWLEDGE,
    "evidence.group": Permission.SEE_KNOWLEDGE,
    "evidence.sources": Permission.SEE_KNOWLEDGE,
    "evidence.source": Permission.SEE_KNOWLEDGE,
    "evidence.model_list": Permission.SEE_KNOWLEDGE,
    "evidence.model": Permission.SEE_KNOWLEDGE,
    "releases.of_case": Permission.SEE_CLINICAL,
    "releases.consent": Permission.RELEASE,
    "releases.withdraw": Permission.RELEASE,
    "releases.physician": Permission.RELEASE,
    "releases.approve_text": Permission.RELEASE,
    "releases.send": Permission.RELEASE,
    "releases.draft": Permission.SEE_CLINICAL,
    "releases.clinic": Permission.SEE_CLINICAL,
    "releases.file": Permission.SEE_CLINICAL,
    "releases.snapshot": Permission.SEE_CLINICAL,
    "employers.index": Permission.SEE_CASES,
    "employers.edit": Permission.EDIT_CASES,
    "jobs.index": Permission.SEE_JOBS,
    "jobs.blank_template": Permission.SEE_JOBS,
    "jobs.newest": Permission.SEE_JOBS,
    "jobs.version": Permission.SEE_JOBS,
    "jobs.original": Permission.SEE_JOBS,
    "jobs.corrected": Permission.SEE_JOBS,
    "jobs.comparison": Permission.SEE_JOBS,
    "jobs.copy": Permission.EDIT_JOBS,
    "jobs.of_case": Permission.SEE_CLINICAL,
    "jobs.attach": Permission.EDIT_CASES,
    "jobs_preview.new": Permission.EDIT_JOBS,
    "jobs_preview.show": Permission.EDIT_JOBS,
    "jobs_preview.answer": Permission.EDIT_JOBS,
    "jobs_preview.sheets": Permission.EDIT_JOBS,
    "jobs_preview.confirmed": Permission.EDIT_JOBS,
    "jobs_preview.corrected": Permission.EDIT_JOBS,
    "jobs_preview.discard": Permission.EDIT_JOBS,
    "jobs_editor.choose": Permission.EDIT_JOBS,
    "jobs_editor.write": Permission.EDIT_JOBS,
    "jobs_editor.edit": Permission.EDIT_JOBS,
    "people.index": Permission.MANAGE_PEOPLE,
    "people.letterhead": Permission.EDIT_CLINIC,
}


def check_access() -> ResponseReturnValue | None:
    """Stop a request its person may not make; send the unknown to sign in."""
    if request.endpoint is None:
        return None
    if request.endpoint not in ACCESS:
        abort(403)
    needed = ACCESS[request.endpoint]
    if needed is OPEN_TO_ALL:
        return None
    if not current_user.is_authenticated:
        return manager.unauthorized()  # type: ignore[no-any-return]
    if not may(current_actor(), needed):
        abort(403)
    return None


def init_access(app: Flask) -> None:
    """Put the check before every request, and the question into templates."""
    app.before_request(check_access)
    app.jinja_env.globals["may_open"] = _may_open


def _may_open(endpoint: str) -> bool:
    """Whether the signed-in person may open a page: what menus ask."""
    needed = ACCESS.get(endpoint)
    return needed is not None and current_user.is_authenticated and may(current_actor(), needed)
