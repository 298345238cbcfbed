"""YAML as nodes that know their line; nothing is interpreted yet, and nothing may be said twice."""

from collections.abc import Iterator
from typing import Any

import yaml

from rtw.knowledge.problem import Findings

Node = yaml.nodes.Node


def node_of(text: str, file: str, findings: Findings) -> Node | None:
    """Compose the one document in `text`; None where it cannot be read, with the problem noted."""
    try:
        root: Node | None = yaml.compose(text, Loader=_loader())
        has_alias = any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=_loader()))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or "a character that YAML does not allow"
        findings.add(file, mark.line + 1 if mark else 1, "not_yaml", f"not readable as YAML: {what}")
        return None
    if root is None or has_alias:
        findings.add(
            file, 1, "not_plain", "the file is empty" if root is None else "aliases (*) are not allowed"
        )
        return None
    _note_duplicate_keys(root, file, findings)
    return root


def line_of(node: Node) -> int:
    """Line of a node, counted from 1."""
    line: int = node.start_mark.line
    return line + 1


def _loader() -> Any:
    """Use the fast C loader where PyYAML was built with it; both keep scalars as text."""
    return getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def _note_duplicate_keys(root: Node, file: str, findings: Findings) -> None:
    for mapping in _mappings(root):
        seen: dict[str, int] = {}
        for key, _ in mapping.value:
            name, line = str(key.value), line_of(key)
            if name in seen:
                findings.add(file, line, "duplicate_key", f"{name!r} already stands in line {seen[name]}")
            seen.setdefault(name, line)


def _mappings(node: Node) -> Iterator[yaml.MappingNode]:
    if isinstance(node, yaml.MappingNode):
        yield node
        for _, value in node.value:
            yield from _mappings(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _mappings(item)
