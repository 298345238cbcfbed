"""Runs every module of bench/ that has a `run()`, and prints one JSON line per figure.

A figure is a mapping with `name`, `value`, `unit`, `ratio` and `against` (None where there is none).
Names on the command line choose modules: `scripts/measure.py reading`.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
FIELDS = ("name", "value", "unit", "ratio", "against")


def modules(chosen: Iterable[str]) -> list[ModuleType]:
    """Import the bench modules that were chosen; all of them where none was."""
    names = sorted(path.stem for path in (ROOT / "bench").glob("*.py"))
    wanted = set(chosen) or set(names)
    found = [import_module(f"bench.{name}") for name in names if name in wanted]
    return [module for module in found if hasattr(module, "run")]


def line(figure: Mapping[str, object]) -> str:
    """Write one figure; a field it lacks is null."""
    return json.dumps({field: figure.get(field) for field in FIELDS}, ensure_ascii=False)


def main(chosen: list[str]) -> None:
    """Run the benches one after the other: they share two cores."""
    sys.path.insert(0, str(ROOT))
    for module in modules(chosen):
        for figure in module.run():
            print(line(figure), flush=True)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
