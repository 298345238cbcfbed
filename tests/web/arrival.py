"""When a page is there: another one, one changed in place, and one whose scripts have not come yet."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Locator, Page, Route

_FIRST_SCRIPT = "**/static/vendor/htmx/*.js*"
"""Deferred scripts run in their order, so that all others wait for this one."""

_AWAIT_CHANGE = """() => {
  window.changedInPlace = new Promise((done, failed) => {
    document.addEventListener("htmx:afterSettle", () => done(true), { once: true });
    setTimeout(() => failed(new Error("nothing on the page was changed in place")), 30000);
  });
  window.changedInPlace.catch(() => {});
}"""


@contextmanager
def another_page(page: Page) -> Iterator[None]:
    """Wait until the page that the block leads to is there, with its scripts."""
    with page.expect_navigation(wait_until="load"):
        yield


def follow(leads_on: Locator) -> None:
    """Click what leads to another page, and wait for that."""
    with another_page(leads_on.page):
        leads_on.click()


@contextmanager
def changed_in_place(page: Page) -> Iterator[None]:
    """Wait until the answer to what the block does stands on the page and works."""
    page.evaluate(_AWAIT_CHANGE)
    yield
    page.evaluate("window.changedInPlace")


@contextmanager
def before_scripts(page: Page, path: str = "") -> Iterator[None]:
    """Hold the scripts back until the block ends, as a slow line does: a person may be quicker than they are.

    The page at this path is opened; without one the block itself leads to a page.
    """
    held: list[Route] = []
    page.route(_FIRST_SCRIPT, lambda route: held.append(route), times=1)
    if path:
        page.goto(path, wait_until="commit")
    yield
    assert page.evaluate("typeof htmx") == "undefined"
    for route in held:
        route.continue_()
    page.wait_for_load_state("load")
