"""Make the demonstration clinic's own workbooks: `python -m rtw.demonstration.make_workbooks`.

The files are committed; making them again gives the same bytes.
"""

from pathlib import Path
from typing import Final

from rtw.demonstration.assembler_workbook import make_assembler_workbook
from rtw.demonstration.clerk_workbook import make_clerk_workbook
from rtw.demonstration.hygienist_workbook import make_hygienist_workbook
from rtw.demonstration.mistakes_workbook import make_mistakes_workbook

WORKBOOKS: Final = Path(__file__).parent / "workbooks"
MAKERS: Final = {
    "data_entry_clerk.xlsx": make_clerk_workbook,
    "pump_assembler.xlsx": make_assembler_workbook,
    "dental_hygienist.xlsx": make_hygienist_workbook,
    "with_mistakes.xlsx": make_mistakes_workbook,
}


def make_workbooks(folder: Path = WORKBOOKS) -> tuple[Path, ...]:
    """Write every demonstration workbook into `folder` and give their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in MAKERS.items():
        make(folder / name)
    return tuple(folder / name for name in MAKERS)


if __name__ == "__main__":
    make_workbooks()
