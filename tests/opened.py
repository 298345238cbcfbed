"""Opens what the product writes, down to the bytes a curious reader could find."""

import io
import re
import zipfile

import icalendar
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject


def unzipped(workbook: bytes) -> dict[str, bytes]:
    """Every part of a workbook, decompressed."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def workbook_bytes(workbook: bytes) -> bytes:
    """All of a workbook: names of parts and their content."""
    return b"\n".join(name.encode() + b"\n" + part for name, part in unzipped(workbook).items())


def pdf_text(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def pdf_bytes(pdf: bytes) -> bytes:
    """All of a PDF: raw bytes, every stream decompressed, every string, and the text as read aloud."""
    reader = PdfReader(io.BytesIO(pdf))
    found = [pdf, pdf_text(pdf).encode(), str(reader.metadata).encode()]
    for number in range(1, int(reader.trailer["/Size"])):
        obj = reader.get_object(IndirectObject(number, 0, reader))
        if isinstance(obj, StreamObject):
            found.append(obj.get_data())
        if isinstance(obj, DictionaryObject | ArrayObject):
            found.append(str(obj).encode("utf-8", "replace"))
    return b"\n".join(found)


def calendar_bytes(calendar: bytes) -> bytes:
    """A calendar, folded as sent and unfolded as read."""
    return calendar + b"\n" + re.sub(rb"\r\n[ \t]", b"", calendar)


def events(calendar: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(calendar).walk("VEVENT"))
