"""Find in an OpenDocument sheet what calamine does not tell: errors, per cent, times, merges, comments."""

from typing import Final
from xml.parsers import expat

from job_profiles.grid.archive import Archive
from job_profiles.grid.cells import Comment, Merge
from job_profiles.grid.marks import MOST_COMMENTS, Marks
from job_profiles.grid.refusal import Refused

_HINTS: Final = (
    b'value-type="percentage"',
    b'value-type="error"',
    b"office:time-value=",
    b"-spanned=",
    b"office:annotation",
)
_MAX_MARKS: Final = 500_000


def ods_marks(archive: Archive) -> dict[str, Marks]:
    """Return findings by sheet name. Raises Refused for broken or unsafe parts."""
    content = archive.part("content.xml")
    if not any(hint in content for hint in _HINTS):
        return {}
    return _Scan().run(content)


class _Scan:
    """One expat pass. Repeated rows and cells are counted, as the format writes them once."""

    def __init__(self) -> None:
        self.by_sheet: dict[str, Marks] = {}
        self._marks = Marks()
        self._row, self._row_repeat = 0, 1
        self._col, self._col_repeat = 0, 1
        self._error: list[str] | None = None
        self._note: list[str] | None = None
        self._author: list[str] = []
        self._into: list[str] | None = None
        self._count = 0

    def run(self, content: bytes) -> dict[str, Marks]:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        try:
            parser.Parse(content, True)
        except (expat.ExpatError, ValueError) as error:
            raise Refused("file-damaged") from error
        return self.by_sheet

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in ("table:table-cell", "table:covered-table-cell"):
            self._cell(attributes)
        elif tag == "office:annotation":
            self._note, self._author = [], []
        elif self._note is not None and tag in ("text:p", "dc:creator"):
            self._into = self._note if tag == "text:p" else self._author
        elif tag == "table:table-row":
            self._row_repeat = int(attributes.get("table:number-rows-repeated", "1"))
            self._col = 0
        elif tag == "table:table":
            self._row = 0
            self._marks = self.by_sheet.setdefault(attributes.get("table:name", ""), Marks())

    def _cell(self, attributes: dict[str, str]) -> None:
        self._col_repeat = int(attributes.get("table:number-columns-repeated", "1"))
        if attributes.get("calcext:value-type") == "error":
            self._error = []
        elif "office:time-value" in attributes:
            self._marks.durations.update(dict.fromkeys(self._places(), attributes["office:time-value"]))
        elif attributes.get("office:value-type") == "percentage":
            self._marks.percents.extend(self._places())
        down = int(attributes.get("table:number-rows-spanned", "1"))
        across = int(attributes.get("table:number-columns-spanned", "1"))
        if down > 1 or across > 1:
            merge = Merge(self._row, self._col, self._row + down - 1, self._col + across - 1)
            self._marks.merges.append(merge)

    def _comment(self) -> None:
        text, author = "".join(self._note or ()).strip(), "".join(self._author).strip()
        self._note = None
        if len(self._marks.comments) < MOST_COMMENTS:
            self._marks.comments.append(Comment(self._row, self._col, author, text))

    def _places(self) -> list[tuple[int, int]]:
        self._count += self._row_repeat * self._col_repeat
        if self._count > _MAX_MARKS:
            raise Refused("sheet-too-large", "one cell is repeated over half a million times")
        return [
            (self._row + down, self._col + across)
            for down in range(self._row_repeat)
            for across in range(self._col_repeat)
        ]

    def _text(self, text: str) -> None:
        if self._into is not None:
            self._into.append(text)
        elif self._error is not None and self._note is None:
            self._error.append(text)

    def _end(self, tag: str) -> None:
        if tag in ("table:table-cell", "table:covered-table-cell"):
            if self._error is not None:
                shown = "".join(self._error).strip() or "#ERROR!"
                self._marks.errors.update(dict.fromkeys(self._places(), shown))
                self._error = None
            self._col += self._col_repeat
        elif tag == "office:annotation":
            self._comment()
        elif self._into is not None and tag in ("text:p", "dc:creator"):
            self._into.append("\n")
            self._into = None
        elif tag == "table:table-row":
            self._row += self._row_repeat
