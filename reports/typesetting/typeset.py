"""Sets a document as tagged PDF/UA-1. Knows no content: a template and data go in, bytes come out.

Data travels as JSON, never as markup, so nothing a person typed can become a command. Fonts are
shipped beside this module, so that equal input gives equal bytes on every machine.
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any, Final

import typst

_HERE: Final = Path(__file__).parent
_STANDARD: Final = "ua-1"


class TypesettingError(Exception):
    """A template that does not compile with its data: a bug in the template, with the setter's words."""


def typeset(template: Path, data: Mapping[str, object], issued_on: date) -> bytes:
    """Compile `template` with `data` into a PDF/UA-1.

    `data` must hold `title` and `lang`, and an alternative text beside each picture: without them
    the standard is not met and TypesettingError is raised. `issued_on` is the date in the file.
    """
    text = json.dumps(data, ensure_ascii=False, allow_nan=False)
    compiler = typst.Compiler(
        (_source(_HERE / "house.typ") + _source(template)).encode(),
        root=_HERE,
        font_paths=_fonts(),
        sys_inputs={"data": text},
    )
    stamp = datetime.combine(issued_on, time(), tzinfo=UTC)
    try:
        made: Any = compiler.compile(format="pdf", pdf_standards=[_STANDARD], timestamp=stamp)
    except typst.TypstError as error:
        raise TypesettingError(f"{template.name}: {error}") from error
    return bytes(made)


@cache
def _source(path: Path) -> str:
    """Read a template once."""
    return path.read_text(encoding="utf-8")


@cache
def _fonts() -> typst.Fonts:
    """Load the shipped fonts once; the machine's own are left out, for they differ."""
    return typst.Fonts(include_system_fonts=False, font_paths=[_HERE / "fonts"])
