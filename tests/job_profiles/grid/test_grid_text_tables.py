"""Text tables: encoding and delimiter are found, cells stay as written."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from job_profiles.grid.read import read_grid
from job_profiles.grid.text_table import DELIMITERS, best_delimiter, decoded, text_rows


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings(encoding):
    data = "Tätigkeit;Näherin\nStunden;7,5\n".encode(encoding)
    (sheet,) = read_grid(data, "liste.csv").sheets
    assert sheet.name == "(csv)"
    assert sheet.rows == (("Tätigkeit", "Näherin"), ("Stunden", "7,5"))


@pytest.mark.parametrize("delimiter", DELIMITERS)
def test_delimiters(delimiter):
    lines = [["Task", "Hours", "Note"], ["Pack", "2", "jars"], ["Lift", "1", "boxes"]]
    assert best_delimiter("\n".join(delimiter.join(line) for line in lines)) == delimiter


def test_decimal_commas_do_not_pass_for_delimiters():
    assert best_delimiter("Kraft;Last;Zeit\n1,5;2,5;3,5\n4,5;5,5;6,5\n7,5;8,5;9,5\n") == ";"


def test_commas_in_words_of_a_letterhead_do_not_win():
    text = "Job: Sewing, hemming\n\nTask\tHours\nSew, hem\t2\nIron\t1\n"
    assert best_delimiter(text) == "\t"


def test_excels_own_hint_is_obeyed_and_keeps_the_row_numbers():
    (sheet,) = read_grid(b"sep=|\nTask|Hours\nA;B|2\n", "x.csv").sheets
    assert sheet.rows == ((None, None), ("Task", "Hours"), ("A;B", "2"))


def test_quotes_blank_lines_and_ragged_rows():
    (sheet,) = read_grid(b'Task,Note\n\n"Lift, carry","two\nlines"\nPack\n,,\n', "x.csv").sheets
    assert sheet.rows == (("Task", "Note"), (None, None), ("Lift, carry", "two\nlines"), ("Pack", None))


def test_a_table_named_as_a_workbook_is_read_and_said():
    reading = read_grid(b"Task;Hours\nPack;2\n", "demands.xls")
    assert reading.readable
    assert [problem.code for problem in reading.problems] == ["name-differs-from-content"]


@given(
    st.lists(
        st.lists(st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\0"), max_size=12),
                 min_size=2, max_size=5),
        min_size=1, max_size=6,
    ),
    st.sampled_from(DELIMITERS),
)  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_every_written_cell_comes_back_as_it_was(rows, delimiter):
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    read = text_rows(f"sep={delimiter}\n" + target.getvalue())[1:]
    for written, got in zip(rows, read, strict=False):
        padded = [cell or None for cell in written] + [None] * (len(got) - len(written))
        assert padded[: len(got)] == got


@given(st.binary(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_bytes_decode_to_something(data):
    assert isinstance(decoded(data), str)
