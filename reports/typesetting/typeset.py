"""Sets a document as tagged PDF/UA-1. Knows no content: a template and data go in, bytes come out.

Data travels as JSON, never as markup, so nothing a person typed can become a command. Fonts are
shipped beside this module, so that equal input gives equal bytes on every machine.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any, Final

import typst

_HERE: Final = Path(__file__).parent
_STANDARD: Final = "ua-1"
_BOX: Final = "\u25a1"
_UNREADABLE: Final = ("Cc", "Cs", "Cn")
_MOST_BOXES: Final = 64
_MISSING: Final = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)


class TypesettingError(Exception):
    """A template that does not compile with its data: a bug in the template, with the setter's words."""


def typeset(template: Path, data: Mapping[str, object], issued_on: date) -> bytes:
    """Compile `template` with `data` into a PDF/UA-1.

    `data` must hold `title` and `lang`, and an alternative text beside each picture: without them
    the standard is not met and TypesettingError is raised. `issued_on` is the date in the file.
    A character the shipped fonts lack is taken from the machine's fonts; one that no font has
    becomes a box, for a name must not stop a report.
    """
    text = json.dumps(_printable(data), ensure_ascii=False, allow_nan=False)
    stamp = datetime.combine(issued_on, time(), tzinfo=UTC)
    try:
        return _compile(template, text, stamp, _shipped_fonts())
    except _MissingGlyphError:
        return _compile_with_boxes(template, text, stamp)


def _compile_with_boxes(template: Path, text: str, stamp: datetime) -> bytes:
    """Compile with all fonts there are, and a box for each character that none of them has."""
    for _ in range(_MOST_BOXES):
        try:
            return _compile(template, text, stamp, _all_fonts())
        except _MissingGlyphError as missing:
            text = text.translate(dict.fromkeys(map(ord, missing.characters), _BOX))
    raise TypesettingError(f"{template.name}: too many characters that no font has")


def _compile(template: Path, text: str, stamp: datetime, fonts: typst.Fonts) -> bytes:
    """Compile once; raises _MissingGlyphError, or TypesettingError for everything else."""
    source = (_source(_HERE / "house.typ") + _source(template)).encode()
    compiler = typst.Compiler(source, root=_HERE, font_paths=fonts, sys_inputs={"data": text})
    try:
        made: Any = compiler.compile(format="pdf", pdf_standards=[_STANDARD], timestamp=stamp)
    except typst.TypstError as error:
        missing = _MISSING.search(str(error))
        if missing and missing[1] != _BOX:
            raise _MissingGlyphError(missing[1]) from error
        raise TypesettingError(f"{template.name}: {error}") from error
    return bytes(made)


def _printable(value: object) -> object:
    """Drop what no font can show and the setter cannot read: control characters and half characters."""
    if isinstance(value, str):
        if value.isprintable():  # nearly every text: nothing in it to look at character by character
            return value
        return "".join(c for c in value if c in "\n\t" or unicodedata.category(c) not in _UNREADABLE)
    if isinstance(value, Mapping):
        return {key: _printable(item) for key, item in value.items()}
    return [_printable(item) for item in value] if isinstance(value, list | tuple) else value


class _MissingGlyphError(Exception):
    """Characters that the fonts in use do not have."""

    def __init__(self, characters: str) -> None:
        super().__init__(characters)
        self.characters = characters


@cache
def _source(path: Path) -> str:
    """Read a template once."""
    return path.read_text(encoding="utf-8")


@cache
def _shipped_fonts() -> typst.Fonts:
    """Load the shipped fonts once; the machine's own are left out, for they differ."""
    return typst.Fonts(include_system_fonts=False, font_paths=[_HERE / "fonts"])


@cache
def _all_fonts() -> typst.Fonts:
    """Load the shipped fonts and the machine's own."""
    return typst.Fonts(include_system_fonts=True, font_paths=[_HERE / "fonts"])
