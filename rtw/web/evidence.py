"""Evidence: every figure the product uses, and the source it stands on."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from rtw.services.evidence import lookup, models
from rtw.web.actor import current_actor
from rtw.web.paging import page_of

pages = Blueprint("evidence", __name__, url_prefix="/evidence")


def _words() -> str:
    return request.args.get("q", "").strip()[:200]


def _page_number() -> int:
    return request.args.get("page", 1, type=int)


@pages.get("")
def index() -> ResponseReturnValue:
    """List the groups of figures, or those in which the words occur."""
    found = lookup.overview(current_actor(), _words())
    return render_template("evidence/index.html", found=found, words=_words())


@pages.get("/figures/<key>")
def group(key: str) -> ResponseReturnValue:
    """Show the figures of one group, those of the same matter side by side."""
    differing = "differing" in request.args
    found = lookup.group_page(current_actor(), key, _words(), differing=differing)
    return render_template(
        "evidence/group.html",
        group=found,
        page=page_of(found.matters, _page_number()),
        words=_words(),
        differing=differing,
        citations=lookup.citations(),
    )


@pages.get("/sources")
def sources() -> ResponseReturnValue:
    """List the sources."""
    page = page_of(lookup.sources(current_actor(), _words()), _page_number())
    return render_template("evidence/sources.html", page=page, words=_words())


@pages.get("/sources/<source_id>")
def source(source_id: str) -> ResponseReturnValue:
    """Show a source and everything that rests on it."""
    found = lookup.source_page(current_actor(), source_id)
    return render_template("evidence/source.html", found=found, citations=lookup.citations())


@pages.get("/models")
def model_list() -> ResponseReturnValue:
    """List the exposure models."""
    found = models.models(current_actor(), _words())
    return render_template("evidence/models.html", models=found, words=_words())


@pages.get("/models/<name>")
def model(name: str) -> ResponseReturnValue:
    """Show one model: its formula, what it takes, and every published number in it."""
    return render_template("evidence/model.html", model=models.model_page(current_actor(), name))
