"""Reading a knowledge folder: which file holds what, and each file into its values or its problems."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from rtw.knowledge.build import Place, build
from rtw.knowledge.nodes import node_of
from rtw.knowledge.problem import Findings
from rtw.knowledge.table import Table, TableInfo, rows_of

T = TypeVar("T")

DATA_ENDINGS = (".yaml", ".csv")


@dataclass(frozen=True, slots=True)
class Folder:
    """A knowledge folder, what was found in it so far, and which of its files were read."""

    path: Path
    findings: Findings
    read: set[str]

    def document(self, name: str, kind: type[T]) -> T | None:
        """Read one YAML file as one value; None with problems noted."""
        text = self._text(name)
        node = None if text is None else node_of(text, name, self.findings)
        return None if node is None else build(kind, node, Place(name, self.findings))

    def documents(self, folder: str, kind: type[T]) -> tuple[T, ...]:
        """Read every YAML file of a subfolder as the same kind of value, by name."""
        read = (self.document(name, kind) for name in self.names(folder, ".yaml"))
        return tuple(value for value in read if value is not None)

    def table(self, name: str, kind: type[T]) -> Table[T] | None:
        """Read one CSV file with its sidecar; None where either cannot be read at all."""
        info = self.document(f"{name}.yaml", TableInfo)
        text = self._text(f"{name}.csv")
        if info is None or text is None:
            return None
        return Table(name, info, rows_of(kind, text, info, Place(f"{name}.csv", self.findings)))

    def tables(self, folder: str, kind: type[T]) -> "tuple[Table[T], ...]":
        """Read every table of a subfolder, by name."""
        stems = [name.removesuffix(".csv") for name in self.names(folder, ".csv")]
        read = (self.table(stem, kind) for stem in stems)
        return tuple(table for table in read if table is not None)

    def names(self, folder: str, ending: str) -> list[str]:
        """Names of the files of a subfolder with that ending, sorted, relative to the knowledge folder."""
        return sorted(f"{folder}/{path.name}" for path in (self.path / folder).glob(f"*{ending}"))

    def note_unread(self) -> None:
        """Note data files nobody reads: knowledge that looks present and is not."""
        for name in data_files(self.path):
            if name not in self.read:
                self.findings.add(name, 1, "unread_file", "no part of the knowledge base reads this file")

    def _text(self, name: str) -> str | None:
        self.read.add(name)
        try:
            return (self.path / name).read_text("utf-8")
        except FileNotFoundError:
            self.findings.add(name, 1, "no_file", "this file is missing")
        except UnicodeDecodeError:
            self.findings.add(name, 1, "not_utf8", "this file is not UTF-8 text")
        return None


def data_files(path: Path) -> Iterator[str]:
    """Names of all data files below a folder, sorted, relative to it."""
    found = (p for p in path.rglob("*") if p.suffix in DATA_ENDINGS)
    yield from sorted(p.relative_to(path).as_posix() for p in found)


def version_of(path: Path) -> str:
    """Short hash of all data below a folder: the same data, the same version, on every machine."""
    digest: Any = sha256()
    for name in data_files(path):
        digest.update(name.encode() + b"\0" + (path / name).read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return str(digest.hexdigest()[:12])
