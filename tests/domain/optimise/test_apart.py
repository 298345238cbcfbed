"""The checker and the solver's model are two minds: neither may lean on the other."""

import ast
from pathlib import Path

import pytest

DOMAIN = Path(__file__).parents[3] / "rtw" / "domain"
CHECKER = sorted((DOMAIN / "schedule").glob("check*.py"))
MODEL = [
    DOMAIN / "optimise" / f"{name}.py" for name in ("frame", "day_patterns", "model", "goals", "read_back")
]
DATA = {"brief", "values", "violation", "plan"}


def imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}


def test_the_files_are_there():
    assert len(CHECKER) >= 5
    assert all(path.exists() for path in MODEL)


@pytest.mark.parametrize("path", CHECKER, ids=lambda path: path.stem)
def test_the_checker_does_not_know_the_solver(path: Path):
    assert not [name for name in imported(path) if name.startswith(("rtw.domain.optimise", "ortools"))]


@pytest.mark.parametrize("path", MODEL, ids=lambda path: path.stem)
def test_the_model_takes_only_data_from_the_schedule(path: Path):
    taken = {name.rpartition(".")[2] for name in imported(path) if name.startswith("rtw.domain.schedule")}
    assert taken <= DATA
