"""YAML as nodes that know their line; nothing is interpreted yet, and nothing may be said twice."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from rtw.knowledge.problem import Findings

Node = yaml.nodes.Node

_DEEPEST: Final = 30
"""No file of knowledge nests nearly so deep: what does is rubbish, and costs time and stack to read."""


def node_of(text: str, file: str, findings: Findings) -> Node | None:
    """Compose the one document in `text`; None where it cannot be read, with the problem noted."""
    tree = _Tree(file, findings)
    try:
        for event in yaml.parse(text, Loader=_loader()):
            tree.take(event)
    except UnplainError as unplain:
        findings.add(file, line_of(unplain.event), unplain.code, str(unplain))
        return None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or "a character that YAML does not allow"
        findings.add(file, mark.line + 1 if mark else 1, "not_yaml", f"not readable as YAML: {what}")
        return None
    if tree.root is None:
        findings.add(file, 1, "not_plain", "the file is empty")
    return tree.root


class UnplainError(Exception):
    """YAML that means something, and that no file of knowledge may use."""

    def __init__(self, event: Any, code: str, message: str) -> None:
        self.event, self.code = event, code
        super().__init__(message)


def line_of(node: Any) -> int:
    """Line of a node or event, counted from 1."""
    line: int = node.start_mark.line
    return line + 1


def constant_lines(root: Node) -> dict[str, int]:
    """Say in which line of a sidecar each column's constant stands."""
    found: dict[str, int] = {}
    for mapping in _mappings(root):
        given = {str(key.value): value for key, value in mapping.value}
        if "column" in given and isinstance(given["column"], yaml.ScalarNode):
            found[given["column"].value] = line_of(given.get("value", mapping))
    return found


def _loader() -> Any:
    """Use the fast C loader where PyYAML was built with it; both keep scalars as text."""
    return getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(slots=True)
class _Tree:
    """Nodes as their events arrive. `unclosed` are the lists and mappings around the next one."""

    file: str
    findings: Findings
    root: Node | None = None
    unclosed: list[Node] = field(default_factory=list)

    def take(self, event: Any) -> None:
        """Put the next event in its place. Raises UnplainError for what is not plain YAML."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._add(yaml.ScalarNode(event.tag, event.value, event.start_mark, style=event.style))
        elif kind is yaml.MappingStartEvent:
            self._open(event, yaml.MappingNode(event.tag, [], event.start_mark))
        elif kind is yaml.SequenceStartEvent:
            self._open(event, yaml.SequenceNode(event.tag, [], event.start_mark))
        elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            self._close(self.unclosed.pop())
        elif kind is yaml.AliasEvent:
            raise UnplainError(event, "not_plain", "aliases (*) are not allowed")
        elif kind is yaml.DocumentStartEvent and self.root is not None:
            raise UnplainError(event, "not_yaml", "not readable as YAML: a second document begins here")

    def _add(self, node: Node) -> None:
        if self.unclosed:
            self.unclosed[-1].value.append(node)
        else:
            self.root = node

    def _open(self, event: Any, node: Node) -> None:
        if len(self.unclosed) == _DEEPEST:
            raise UnplainError(event, "not_yaml", "not readable as YAML: nested too deeply")
        self._add(node)
        self.unclosed.append(node)

    def _close(self, node: Node) -> None:
        """Make pairs of what a mapping holds: its keys and values came one after the other."""
        if isinstance(node, yaml.MappingNode):
            node.value = list(zip(node.value[::2], node.value[1::2], strict=True))
            self._note_duplicate_keys(node)

    def _note_duplicate_keys(self, mapping: yaml.MappingNode) -> None:
        seen: dict[str, int] = {}
        for key, _ in mapping.value:
            name, line = str(key.value), line_of(key)
            if name in seen:
                message = f"{name!r} already stands in line {seen[name]}"
                self.findings.add(self.file, line, "duplicate_key", message)
            seen.setdefault(name, line)


def _mappings(root: Node) -> Iterator[yaml.MappingNode]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.MappingNode):
            yield node
            waiting += [value for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value
