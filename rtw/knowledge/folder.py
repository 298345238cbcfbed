"""Reading a knowledge folder: which file holds what, and each file into its values or its problems."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, TypeVar

from rtw.knowledge.build import Place, build
from rtw.knowledge.nodes import Node, constant_lines, node_of
from rtw.knowledge.problem import Findings
from rtw.knowledge.table import Sidecar, Table, TableInfo, rows_of

T = TypeVar("T")

DATA_ENDINGS = (".yaml", ".csv")

_UNSEEN: Final = (
    ("\ufeff", "byte_order_mark", "a byte order mark: save the file as plain UTF-8"),
    ("\r", "line_ending", "a carriage return: save the file with plain line endings (LF)"),
)
"""Signs of a whole file that look like nothing and read as something; the first of each is named."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A knowledge folder, what was found in it so far, and which of its files were read."""

    path: Path
    findings: Findings
    read: set[str]

    def document(self, name: str, kind: type[T]) -> T | None:
        """Read one YAML file as one value; None with problems noted."""
        node = self._node(name)
        return None if node is None else build(kind, node, Place(name, self.findings))

    def documents(self, folder: str, kind: type[T]) -> tuple[T, ...]:
        """Read every YAML file of a subfolder as the same kind of value, by name."""
        read = (self.document(name, kind) for name in self.names(folder, ".yaml"))
        return tuple(value for value in read if value is not None)

    def table(self, name: str, kind: type[T]) -> Table[T] | None:
        """Read one CSV file with its sidecar; None where either cannot be read at all."""
        beside = Place(f"{name}.yaml", self.findings)
        node = self._node(beside.file)
        info = None if node is None else build(TableInfo, node, beside)
        text = self._text(f"{name}.csv")
        if node is None or info is None or text is None:
            return None
        sidecar = Sidecar(beside, constant_lines(node))
        return Table(name, info, rows_of(kind, text, info, Place(f"{name}.csv", self.findings), sidecar))

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

    def _node(self, name: str) -> Node | None:
        text = self._text(name)
        return None if text is None else node_of(text, name, self.findings)

    def _text(self, name: str) -> str | None:
        self.read.add(name)
        try:
            return self._plain(name, (self.path / name).read_bytes().decode("utf-8"))
        except FileNotFoundError:
            self.findings.add(name, 1, "no_file", "this file is missing")
        except UnicodeDecodeError:
            self.findings.add(name, 1, "not_utf8", "this file is not UTF-8 text")
        except IsADirectoryError:
            self.findings.add(name, 1, "no_file", "this is a folder, not a file")
        return None

    def _plain(self, name: str, text: str) -> str:
        """Note what editors leave unseen in a file, and give the text without it."""
        for sign, code, message in _UNSEEN:
            if sign in text:
                self.findings.add(name, text[: text.index(sign)].count("\n") + 1, code, message)
        for line, written in enumerate(text.split("\n"), 1):
            if "\t" in written:
                self.findings.add(name, line, "tab", "a tab: write blanks")
        return text.replace("\ufeff", "").replace("\r\n", "\n").replace("\r", "\n")


def data_files(path: Path) -> Iterator[str]:
    """Names of all data files below a folder, sorted, relative to it."""
    found = (p for p in path.rglob("*") if p.suffix in DATA_ENDINGS and p.is_file())
    yield from sorted(p.relative_to(path).as_posix() for p in found)


def version_of(path: Path) -> str:
    """Short hash of all data below a folder: the same data, the same version, on every machine."""
    digest: Any = sha256()
    for name in data_files(path):
        digest.update(name.encode() + b"\0" + (path / name).read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return str(digest.hexdigest()[:12])
