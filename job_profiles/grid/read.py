"""Any file a person calls a spreadsheet becomes sheets of cells, or one problem that says why not."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Final

from job_profiles.grid.cells import Sheet, address
from job_profiles.grid.parcel import PackedSheet, sheet_of
from job_profiles.grid.process import read_in_process
from job_profiles.grid.refusal import Refused, refusal_problem
from job_profiles.grid.sniff import Container, container_of
from job_profiles.problem import Problem, Severity

_NAMES: Final = {
    Container.ZIP: frozenset({".xlsx", ".xlsm", ".xltx", ".xltm", ".ods", ".ots"}),
    Container.OLE: frozenset({".xls", ".xlt"}),
    Container.TEXT: frozenset({".csv", ".tsv", ".txt", ".tab", ""}),
}
_CONTENT_WORDS: Final = {
    Container.ZIP: "a workbook (.xlsx or .ods)",
    Container.OLE: "an old Excel workbook (.xls)",
    Container.TEXT: "a text table (.csv)",
}


@dataclass(frozen=True, slots=True)
class GridReading:
    """The sheets of a file and what is to be said about it. Not readable: no sheets, one error."""

    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...]
    readable: bool


def read_grid(data: bytes, filename: str) -> GridReading:
    """Read every sheet of a file whose kind is told by its bytes; `filename` only serves a note.

    A crafted or broken file ends as one problem with one of `refusal.CODES`, within limits of time
    and memory, in a process of its own. RuntimeError only if that process itself is at fault.
    """
    try:
        container = container_of(data)
        packed = read_in_process(data, container)
    except Refused as refused:
        return GridReading((), (refusal_problem(refused),), readable=False)
    problems = (*_name_problem(container, filename), *_lost_formulas(packed))
    return GridReading(tuple(sheet_of(sheet) for sheet in packed), problems, readable=True)


def _name_problem(container: Container, filename: str) -> Iterator[Problem]:
    ending = PurePath(filename).suffix.lower()
    if ending and ending not in _NAMES[container]:
        yield Problem(
            Severity.NOTE,
            "name-differs-from-content",
            f"The file is named {ending} but holds {_CONTENT_WORDS[container]}; it was read as that.",
            "Nothing needs doing unless the wrong file was sent.",
            found=PurePath(filename).name,
        )


def _lost_formulas(packed: list[PackedSheet] | list[Any]) -> Iterator[Problem]:
    for name, _, _, _, _, lost, _ in packed:
        for row, col, formula in lost:
            yield Problem(
                Severity.WARNING,
                "formula-without-result",
                "The cell holds a formula whose result was never calculated, so it reads as blank.",
                "Open the file in Excel or LibreOffice, save it there and send it again.",
                sheet=name,
                cell=address(row, col),
                found=formula,
            )
