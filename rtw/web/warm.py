"""What a worker does before its first request, so that no person waits for it."""

import gc

from flask import Flask

from rtw.knowledge.load import knowledge

YOUNG_OBJECTS = 20_000
"""How many new objects there are before the collector looks through them; 700 by itself."""


def warm_up(app: Flask) -> None:
    """Load the knowledge and compile every page; from then on the collector passes over all of it.

    Otherwise the first to open a page waits for its templates, and now and then somebody for a collection
    that walks a quarter of a million objects which never go. A page makes some ten thousand objects and drops
    them again, so that looking through the young ones every 700 finds nothing.
    """
    knowledge()
    for name in app.jinja_env.list_templates():
        app.jinja_env.get_template(name)
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG_OBJECTS)
