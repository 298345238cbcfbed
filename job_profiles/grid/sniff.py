"""Tell from the first bytes what a file is, whatever its name says."""

from enum import StrEnum
from typing import Final

from job_profiles.grid.refusal import Refused


class Container(StrEnum):
    """The three wrappings in which cells arrive."""

    ZIP = "zip"
    OLE = "ole"
    TEXT = "text"


_MAGIC: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"BM", "a picture"),
    (b"RIFF", "a picture, sound or film"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"Rar!", "a compressed archive"),
    (b"7z\xbc\xaf", "a compressed archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)
_ZIP_STARTS: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE_START: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_TEXT_MAGIC: Final = frozenset({b"BM", b"MZ", b"RIFF", b"GIF8"})
"""Marks that are ordinary letters, so that a table may begin with them."""

_SAMPLE_BYTES: Final = 65_536


def container_of(data: bytes) -> Container:
    """Return how the cells are wrapped. Raises Refused when the content is no spreadsheet."""
    if not data.strip(b"\x00 \t\r\n"):
        raise Refused("file-empty")
    if data.startswith(_ZIP_STARTS):
        return Container.ZIP
    if data.startswith(_OLE_START):
        return Container.OLE
    _refuse_known_others(data)
    _refuse_markup(data)
    if _is_binary(data[:_SAMPLE_BYTES]):
        raise Refused("not-a-spreadsheet", "of an unknown kind")
    return Container.TEXT


def _refuse_known_others(data: bytes) -> None:
    for magic, what in _MAGIC:
        if data.startswith(magic) and (magic not in _TEXT_MAGIC or _is_binary(data[:_SAMPLE_BYTES])):
            raise Refused("not-a-spreadsheet", what)


def _refuse_markup(data: bytes) -> None:
    start = _start_as_text(data)
    if not start.startswith("<"):
        return
    if "urn:schemas-microsoft-com:office:spreadsheet" in start or "office:document" in start:
        raise Refused("format-not-supported", "it is a workbook saved as plain XML")
    html = ("<!doctype html", "<html", "<table", "<head", "<body", "<meta", "<!--")
    if start.startswith(html) or "<html" in start:
        raise Refused("not-a-spreadsheet", "HTML, a web page, whatever its name says")
    raise Refused("not-a-spreadsheet", "XML")


def _start_as_text(data: bytes) -> str:
    head = data[:4096]
    encoding = "utf-16" if head.startswith(_UTF16_MARKS) else "latin-1"
    return head.removeprefix(b"\xef\xbb\xbf").decode(encoding, "replace").lstrip().lower()


def _is_binary(sample: bytes) -> bool:
    if sample.startswith(_UTF16_MARKS):
        return False
    control = sum(sample.count(bytes((code,))) for code in range(32) if code not in (9, 10, 12, 13))
    nulls = sample.count(0)
    if nulls and nulls * 3 > len(sample) and _looks_like_utf16(sample):
        return False
    return nulls > 0 or control * 100 > len(sample)


def _looks_like_utf16(sample: bytes) -> bool:
    half = max(1, len(sample) // 2)
    return sample[1::2].count(0) > 0.8 * half or sample[0::2].count(0) > 0.8 * half
