"""Addresses on a page: one page asks for dozens, most of them again and again."""

from functools import lru_cache
from typing import Any, Final

from flask import Flask, request, url_for
from werkzeug.routing import BuildError

_KEPT: Final = 8192


def init_addresses(app: Flask) -> None:
    """Let templates ask for addresses; what was built once is kept."""

    @lru_cache(_KEPT)
    def built(_root: str, endpoint: str, values: tuple[tuple[str, Any], ...]) -> str:
        return url_for(endpoint, **dict(values))

    def address(endpoint: str, **values: Any) -> str:
        """Return the address of a page by its full name. Kept by numbers and words only: True equals 1."""
        if any(type(value) not in (int, str) for value in values.values()):
            return url_for(endpoint, **values)
        return built(request.root_path, endpoint, tuple(values.items()))

    def address_if_any(endpoint: str, **values: Any) -> str | None:
        """Return the address of a page, or None where this installation has no such page."""
        try:
            return address(endpoint, **values)
        except BuildError:
            return None

    app.jinja_env.globals.update(url_for=address, url_if_any=address_if_any)
