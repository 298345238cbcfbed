"""The comments of an .xlsx sheet, from the small part that holds them; calamine tells nothing of it."""

import contextlib
import posixpath
import xml.etree.ElementTree as ET
from typing import Final
from xml.parsers import expat

from job_profiles.grid.archive import Archive
from job_profiles.grid.cells import Comment, parse_address
from job_profiles.grid.marks import MOST_COMMENTS

_THREAD: Final = "[Threaded comment]"
_THREAD_BEGINS: Final = "Comment:"
"""How a newer program writes its comments for older ones: an explanation, then this, then the text."""


def comments_of(archive: Archive, sheet_part: str) -> list[Comment]:
    """Return the comments of a worksheet. Raises Refused for an unsafe part; a broken one holds none."""
    folder, name = posixpath.split(sheet_part)
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in archive.names():
        return []
    parts = (_inside(folder, target) for target in _targets(archive.part(relations)))
    return [one for part in parts if part in archive.names() for one in _Scan().run(archive.part(part))]


def _targets(relations: bytes) -> list[str]:
    try:
        root = ET.fromstring(relations)  # noqa: S314 - no document type, see `Archive.part`
    except ET.ParseError:
        return []
    return [r.get("Target", "") for r in root if r.get("Type", "").endswith("/relationships/comments")]


def _inside(folder: str, target: str) -> str:
    return target[1:] if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")


class _EnoughError(Exception):
    """The most comments that are told of have been read."""


class _Scan:
    """One expat pass over the comments of a sheet."""

    def __init__(self) -> None:
        self._found: list[Comment] = []
        self._authors: list[str] = []
        self._of: dict[str, str] = {}
        self._text: list[str] | None = None
        self._author: list[str] | None = None

    def run(self, xml: bytes) -> list[Comment]:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        with contextlib.suppress(expat.ExpatError, ValueError, _EnoughError):
            parser.Parse(xml, True)
        return self._found

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        local = tag.rpartition(":")[2]
        if local == "comment":
            self._of, self._text = attributes, []
        elif local == "author":
            self._author = []

    def _characters(self, text: str) -> None:
        for into in (self._author, self._text):
            if into is not None:
                into.append(text)

    def _end(self, tag: str) -> None:
        local = tag.rpartition(":")[2]
        if local == "author":
            self._authors.append("".join(self._author or ()))
            self._author = None
        elif local == "comment":
            self._note("".join(self._text or ()))
            self._text = None

    def _note(self, text: str) -> None:
        if text.startswith(_THREAD):
            text = text.partition(_THREAD_BEGINS)[2]
        number = self._of.get("authorId", "")
        author = self._authors[int(number)] if number.isdecimal() and int(number) < len(self._authors) else ""
        row, col = parse_address(self._of.get("ref", "").partition(":")[0])
        self._found.append(Comment(row, col, author, text.strip()))
        if len(self._found) >= MOST_COMMENTS:
            raise _EnoughError
