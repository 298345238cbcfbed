"""What is wrong with a knowledge file, and where: always a file and a line."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class KnowledgeProblem:
    """One thing wrong in one line of one knowledge file. `file` is relative to the knowledge folder."""

    file: str
    line: int
    code: str
    message: str

    def __str__(self) -> str:
        """Write it as an editor can jump to it."""
        return f"{self.file}:{self.line}: {self.message} [{self.code}]"


class KnowledgeError(Exception):
    """The shipped knowledge does not load: a bug in the product, with all its problems."""

    def __init__(self, problems: Iterable[KnowledgeProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class Findings:
    """Everything found so far in a folder: problems, known sources and units, and where each id stands."""

    def __init__(self) -> None:
        self.problems: list[KnowledgeProblem] = []
        self.source_ids: frozenset[str] | None = None
        self.units: frozenset[str] | None = None
        self._places: dict[tuple[type, str], tuple[str, int]] = {}

    def add(self, file: str, line: int, code: str, message: str) -> None:
        """Keep one problem."""
        self.problems.append(KnowledgeProblem(file, line, code, message))

    def register(self, kind: type, identity: str, file: str, line: int) -> None:
        """Remember where an entry stands; a second entry of the same id is a problem."""
        first = self._places.setdefault((kind, identity), (file, line))
        if first != (file, line):
            self.add(file, line, "duplicate_id", f"{identity!r} is already at {first[0]}:{first[1]}")

    def place(self, kind: type, identity: str) -> tuple[str, int]:
        """Say where an entry stands, as file and line."""
        return self._places[kind, identity]
