"""Whether everybody can use a page."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


# A bar that sticks covers something else at every scroll: a target half under it is not a small target.
_PLACE_BARS = (
    "where => document.querySelectorAll('.save-bar').forEach(bar => { bar.style.position = where; })"
)


def assert_accessible(page: Page) -> None:
    """Run axe on the page as it stands; every violation names its rule and its elements."""
    page.evaluate(_PLACE_BARS, "static")
    found = Axe().run(page, options={"runOnly": _RULES}).response["violations"]
    page.evaluate(_PLACE_BARS, "")
    told = [f"{v['id']}: {v['help']} at {[node['html'][:120] for node in v['nodes']]}" for v in found]
    assert not told, f"{page.url}\n" + "\n".join(told)


def assert_fits_width(page: Page) -> None:
    """The page itself never scrolls sideways; wide tables scroll in their own frame."""
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), page.url
