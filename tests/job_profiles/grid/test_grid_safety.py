"""Crafted and broken files end as one clear problem, quickly, in little memory."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

import psutil
import pytest
import xlwt
from workbook_bytes import (
    SHEET_PART,
    entity_bomb,
    sheet_xml,
    with_false_size,
    with_part,
    xlsx,
    zip_bomb,
)

from job_profiles.grid.cells import Comment
from job_profiles.grid.parcel import pack_sheets, sheet_of, unpack
from job_profiles.grid.read import read_grid
from job_profiles.grid.refusal import CODES
from job_profiles.problem import Severity

ROOT = Path(__file__).resolve().parents[3]
MAX_SECONDS = 2.0
"""Of processor time, this process's and its reader's: waiting beside others is the machine's affair."""

MAX_RESIDENT_BYTES = 300_000_000

_MEASURED = """
import json, resource, sys
sys.path.insert(0, sys.argv[1])
from job_profiles.grid.read import read_grid
data = open(sys.argv[2], "rb").read()
both = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
worked = lambda: sum(sum(resource.getrusage(who)[:2]) for who in both)
start = worked()
reading = read_grid(data, "sheet.xlsx")
seconds = worked() - start
reader = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
(own,) = [int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM")]
print(json.dumps([reading.readable, [p.code for p in reading.problems], seconds, 1024 * (own + reader)]))
"""


def measured(tmp_path, data):
    """Read in a fresh process, so that its memory and its reader's can be told: both together."""
    path = tmp_path / "sheet.bin"
    path.write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, str(ROOT), str(path)], capture_output=True, check=True
    )
    return json.loads(done.stdout)


def encrypted_office_file():
    """A compound file whose directory names the stream that every encrypted workbook has."""
    book = xlwt.Workbook()
    book.add_sheet("S")
    target = io.BytesIO()
    book.save(target)
    data, name = target.getvalue(), "Workbook".encode("utf-16-le")
    at = data.index(name)
    new_name = "EncryptedPackage".encode("utf-16-le")
    entry = new_name.ljust(64, b"\0") + (len(new_name) + 2).to_bytes(2, "little")
    return data[:at] + entry + data[at + len(entry) :]


def false_sized_bomb(tmp_path):
    return with_false_size(zip_bomb(tmp_path, 600_000_000), SHEET_PART, 2_000)


def word_document(_):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w/>")
    return target.getvalue()


CRAFTED = {
    "a megabyte that becomes a gigabyte": (lambda tmp: zip_bomb(tmp, 1_100_000_000), "archive-too-large"),
    "a bomb that lies about its size": (false_sized_bomb, "reading-stopped"),
    "thousands of parts": (lambda _: many_parts(), "archive-too-large"),
    "dense columns": (lambda _: dense_cells(), "archive-too-large"),
    "entities that multiply": (lambda _: entity_bomb(), "file-unsafe"),
    "two cells far apart": (lambda _: xlsx({"A1": 1, "XFD1048576": 2}), "sheet-too-large"),
    "one stray blank at the end": (lambda _: xlsx({"A1": 1, "B2": 2, "L1048576": " "}), "sheet-too-large"),
    "a wide and long text table": (lambda _: b"," * 300_000 + b"a\n" + b"a\n" * 300_000, "sheet-too-large"),
    "an error cell far away": (lambda _: xlsx({"A1": 1, "XFD90000": "#N/A"}), "sheet-too-large"),
    "cut off": (lambda _: xlsx({"A1": 1})[:-40], "file-damaged"),
    "cut off early": (lambda _: xlsx({"A1": 1})[:300], "file-damaged"),
    "broken inside": (lambda _: with_sheet(b"<worksheet><sheetData><row"), "file-damaged"),
    "nonsense addresses": (
        lambda _: with_sheet(sheet_xml(b'<row r="x"><c r="1A" t="e"><v>#N/A</v></c></row>')),
        "file-damaged",
    ),
    "no workbook part": (lambda _: with_part(word_document(None), "xl/x.xml", b"<x/>"), "file-damaged"),
    "old file cut off": (lambda _: encrypted_office_file()[:600], "file-damaged"),
    "protected by a password": (lambda _: encrypted_office_file(), "file-encrypted"),
    "empty": (lambda _: b"", "file-empty"),
    "blanks only": (lambda _: b" \r\n\x00", "file-empty"),
    "a web page": (lambda _: b"\xef\xbb\xbf\n<!DOCTYPE html><html><table>", "not-a-spreadsheet"),
    "XML": (lambda _: b"<?xml version='1.0'?><note/>", "not-a-spreadsheet"),
    "a PDF": (lambda _: b"%PDF-1.7 ...", "not-a-spreadsheet"),
    "a picture": (lambda _: b"\x89PNG\r\n\x1a\n" + bytes(50), "not-a-spreadsheet"),
    "a Word document": (word_document, "not-a-spreadsheet"),
    "random bytes": (lambda _: bytes(range(256)) * 20, "not-a-spreadsheet"),
    "a binary workbook": (lambda _: binary_workbook(), "format-not-supported"),
}  # fmt: skip


def with_sheet(xml):
    return with_part(xlsx({"A1": 1}), SHEET_PART, xml)


def binary_workbook():
    return with_part(xlsx({"A1": 1}), "xl/workbook.bin", b"\x00")


def many_parts():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for number in range(6_000):
            archive.writestr(f"xl/{number}", b"")
    return target.getvalue()


def dense_cells():
    rows = b"<row>" + b"<c><v>1</v></c>" * 3_000_000 + b"</row>"
    return with_sheet(sheet_xml(rows))


@pytest.mark.parametrize("name", CRAFTED)
def test_a_crafted_file_is_refused_in_time_and_memory(tmp_path, name):
    make, code = CRAFTED[name]
    readable, codes, seconds, resident = measured(tmp_path, make(tmp_path))
    assert (readable, codes) == (False, [code])
    assert seconds < MAX_SECONDS
    assert resident < MAX_RESIDENT_BYTES


@pytest.mark.parametrize(("data", "words"), [(b"<html>", "HTML"), (b"%PDF-", "PDF"), (b"", "empty")])
def test_a_refusal_says_what_is_wrong_and_what_to_do(data, words):
    (problem,) = read_grid(data, "demands.xlsx").problems
    assert problem.severity is Severity.ERROR
    assert problem.code in CODES
    assert words in problem.message
    assert problem.advice.endswith(".")


def test_the_far_cell_is_named():
    (problem,) = read_grid(xlsx({"A1": 1, "B2": 2, "L1048576": 3}), "x.xlsx").problems
    assert (problem.sheet, problem.cell) == ("Sheet", "L1048576")


def test_no_process_is_left_behind():
    me = psutil.Process()
    before = set(me.children(recursive=True))
    threads = me.num_threads()
    read_grid(xlsx({"A1": 1, "XFD1048576": 2}), "x.xlsx")
    read_grid(xlsx({"A1": 1}), "x.xlsx")
    assert set(me.children(recursive=True)) == before
    assert me.num_threads() == threads


def test_the_reading_process_sees_no_secret(monkeypatch):
    from job_profiles.grid import process

    monkeypatch.setenv("SECRET_KEY", "do-not-pass-on")
    seen = []
    monkeypatch.setattr(process.subprocess, "run", lambda command, **how: seen.append(how["env"]) or _Done())
    assert process.run_guarded("json.tool", (), b"") == b""
    assert "do-not-pass-on" not in str(seen)
    assert seen == [{"MALLOC_ARENA_MAX": "1"}]


class _Done:
    returncode, stdout, stderr = 0, b"", b""


def test_a_parcel_may_hold_plain_values_only():
    packed = ("S", False, [(1.0, "a", None)], [(0, 1, "error", ("#N/A",))], [], [], [(0, 1, "Bob", "2 kg")])
    kind, sheets = unpack(pack_sheets([packed]))
    assert kind == "sheets"
    sheet = sheet_of(sheets[0])
    assert sheet.at(0, 0) == 1.0
    assert sheet.comments == (Comment(0, 1, "Bob", "2 kg"),)
    with pytest.raises(ValueError, match="not plain"):
        sheet_of(("S", False, [(compile("1", "", "eval"),)], [], [], [], []))
    with pytest.raises(ValueError, match="parcel"):
        unpack(b"")


def test_starting_the_reader_is_cheap():
    data = xlsx({"A1": 1})
    best = min(_seconds(lambda: read_grid(data, "x.xlsx")) for _ in range(5))
    assert best < 0.3


def _seconds(act):
    start = _worked()
    act()
    return _worked() - start


def _worked():
    """Processor time so far, this process's and that of the readers it has waited for."""
    return sum(sum(getrusage(who)[:2]) for who in (RUSAGE_SELF, RUSAGE_CHILDREN))
