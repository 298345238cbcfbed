"""Look at a zip before anything opens it: how much is inside, and is it a workbook at all."""

import io
import zipfile
import zlib
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from job_profiles.grid.refusal import Refused

MAX_MEMBERS: Final = 5_000
MAX_UNPACKED_BYTES: Final = 200_000_000
MAX_RATIO: Final = 40
RATIO_MATTERS_FROM_BYTES: Final = 10_000_000
"""Below this a high ratio is harmless: many styled but empty rows compress a hundredfold.

A filled sheet compresses five to twenty times, as each cell carries its own address.
"""

_DIRECTORY_ENTRY: Final = b"PK\x01\x02"
_DOCTYPE: Final = b"<!DOCTYPE"
_UTF_8_STARTS: Final = (b"<", b"\xef\xbb\xbf", b" ", b"\n", b"\r", b"\t")


class Book(StrEnum):
    """The workbook formats that come as a zip."""

    XLSX = "xlsx"
    ODS = "ods"


@dataclass(frozen=True, slots=True)
class Archive:
    """A measured zip, safe to unpack member by member."""

    book: Book
    zip_file: zipfile.ZipFile
    unpacked_bytes: int

    def names(self) -> tuple[str, ...]:
        """Return the members' names."""
        return tuple(self.zip_file.namelist())

    def part(self, name: str) -> bytes:
        """Return one XML part. Raises Refused if it is broken or declares a document type.

        Spreadsheet programs never declare one; it is how entities that multiply are brought in.
        They write UTF-8 too: in another encoding a declaration would escape the search.
        """
        try:
            content = self.zip_file.read(name)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, KeyError, OSError) as error:
            raise Refused("file-damaged") from error
        except RuntimeError as error:  # zipfile's way to say that a member needs a password
            raise Refused("file-encrypted") from error
        if b"\x00" in content[:4] or not content.startswith(_UTF_8_STARTS):
            raise Refused("file-unsafe", "text in an unusual encoding")
        if _DOCTYPE in content:
            raise Refused("file-unsafe", "a document type declaration")
        return content


def open_archive(data: bytes) -> Archive:
    """Measure a zip from its directory and say which workbook it is. Raises Refused."""
    if data.count(_DIRECTORY_ENTRY) > MAX_MEMBERS:
        raise Refused("archive-too-large", f"more than {MAX_MEMBERS:,} parts")
    try:
        zip_file = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise Refused("file-damaged") from error
    unpacked = _measured(zip_file, len(data))
    return Archive(_book(zip_file), zip_file, unpacked)


def _measured(zip_file: zipfile.ZipFile, packed: int) -> int:
    unpacked = sum(member.file_size for member in zip_file.infolist())
    too_dense = unpacked > RATIO_MATTERS_FROM_BYTES and unpacked > MAX_RATIO * packed
    if unpacked > MAX_UNPACKED_BYTES or too_dense:
        raise Refused("archive-too-large", f"{unpacked / 1e6:,.0f} MB from {packed / 1e6:,.1f} MB")
    return unpacked


def _book(zip_file: zipfile.ZipFile) -> Book:
    names = set(zip_file.namelist())
    if "xl/workbook.bin" in names:
        raise Refused("format-not-supported", "it is a binary workbook (.xlsb)")
    if any(name.startswith("xl/") for name in names):
        return Book.XLSX
    if "content.xml" in names:
        return _open_document(zip_file)
    raise Refused("not-a-spreadsheet", _other_archive(names))


def _open_document(zip_file: zipfile.ZipFile) -> Book:
    manifest = _read_or_empty(zip_file, "META-INF/manifest.xml")
    if b"encryption-data" in manifest:
        raise Refused("file-encrypted")
    mime = _read_or_empty(zip_file, "mimetype")
    if mime and b"opendocument.spreadsheet" not in mime:
        raise Refused("not-a-spreadsheet", "a text document, drawing or presentation")
    return Book.ODS


def _read_or_empty(zip_file: zipfile.ZipFile, name: str) -> bytes:
    try:
        return zip_file.read(name)
    except KeyError:
        return b""
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise Refused("file-damaged") from error
    except RuntimeError as error:
        raise Refused("file-encrypted") from error


def _other_archive(names: set[str]) -> str:
    if any(name.startswith("word/") for name in names):
        return "a Word document"
    if any(name.startswith("ppt/") for name in names):
        return "a presentation"
    if any(name.startswith("Index/") for name in names):
        return "a Numbers document"
    return "an archive of other files"
