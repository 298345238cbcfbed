"""What the reading process can be sent to do."""

from enum import StrEnum


class Errand(StrEnum):
    """Read one of the three wrappings, or find out why reading a zip had to be stopped."""

    ZIP = "zip"
    OLE = "ole"
    TEXT = "text"
    WHY_STOPPED = "why-stopped"
