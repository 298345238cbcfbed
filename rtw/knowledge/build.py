"""Nodes to frozen dataclasses: the declared types are the schema, and every problem is noted at its line."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from functools import cache
from types import MappingProxyType, UnionType
from typing import Any, Final, NewType, TypeVar, get_args, get_origin, get_type_hints

import yaml

from rtw.domain.figure import SourceId
from rtw.domain.soundness import UnsoundError
from rtw.knowledge.nodes import Node, line_of
from rtw.knowledge.problem import Findings
from rtw.knowledge.scalars import UnreadableTextError, value_of

T = TypeVar("T")

_NEVER_QUOTED: Final = (float, int, bool)
_NOWHERE: Final[Mapping[str, int]] = MappingProxyType({})
FAILED: Final = object()
"""Stands for a value that could not be read; its problem is noted already."""


@dataclass(frozen=True, slots=True)
class Place:
    """The file being read, and where its problems go."""

    file: str
    findings: Findings

    def problem(self, line: int, code: str, message: str) -> object:
        """Note a problem and hand back the mark of failure."""
        self.findings.add(self.file, line, code, message)
        return FAILED


def build(kind: type[T], node: Node, place: Place) -> T | None:
    """Read a node as one `kind`; None where anything in it is wrong."""
    built = _record(kind, node, place)
    return built if isinstance(built, kind) else None


@cache
def schema(kind: type) -> dict[str, tuple[Any, bool]]:
    """Fields of a dataclass: name to declared type and whether it must be given."""
    hints = get_type_hints(kind)
    return {f.name: (hints[f.name], _is_required(f)) for f in fields(kind)}


@cache
def optional_of(hint: Any) -> tuple[Any, bool]:
    """Take `X | None` apart into X and whether None was allowed."""
    if get_origin(hint) is not UnionType:
        return hint, False
    (inner,) = (part for part in get_args(hint) if part is not type(None))
    return inner, True


def scalar(hint: Any, text: str, line: int, place: Place, *, is_plain: bool) -> Any:
    """Read one text as the declared type; a source must be a known one."""
    kind = hint.__supertype__ if isinstance(hint, NewType) else hint
    try:
        value = value_of(kind, text, is_plain=is_plain)
    except UnreadableTextError as problem:
        return place.problem(line, "wrong_type", str(problem))
    known = place.findings.source_ids
    if hint is SourceId and known is not None and value not in known:
        return place.problem(line, "unknown_source", f"no source {value!r} in sources.yaml")
    return value


def known_unit(name: str, value: Any, line: int, place: Place) -> Any:
    """Refuse a unit that no other figure has: `units.yaml` lists them all."""
    known = place.findings.units
    if name != "unit" or not isinstance(value, str) or known is None or value in known:
        return value
    return place.problem(line, "unknown_unit", f"{value!r} is no unit of units.yaml; is it a slip?")


def construct(
    kind: type, values: dict[str, Any], line: int, place: Place, lines: Mapping[str, int] = _NOWHERE
) -> Any:
    """Make the value, unless a part failed; a rule it breaks is a problem of its line.

    `lines` says where each field stands: a rule that names the field at fault is noted there.
    """
    if FAILED in values.values():
        return FAILED
    try:
        made = kind(**values)
    except UnsoundError as broken:
        return place.problem(lines.get(broken.field, line), "contradiction", str(broken))
    except ValueError as broken:
        return place.problem(line, "contradiction", str(broken))
    if "id" in values:
        place.findings.register(kind, values["id"], place.file, line)
    return made


def _is_required(field: "Field[Any]") -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _any(hint: Any, node: Node, place: Place) -> Any:
    inner, _ = optional_of(hint)
    if get_origin(inner) is tuple:
        return _sequence(get_args(inner)[0], node, place)
    if is_dataclass(inner):
        return _record(inner, node, place)
    if not isinstance(node, yaml.ScalarNode):
        return place.problem(line_of(node), "wrong_type", "a single value is expected here")
    if node.style and inner in _NEVER_QUOTED:
        message = f"{node.value!r} stands in quotes, and quotes make a text: write it without"
        return place.problem(line_of(node), "wrong_type", message)
    return scalar(inner, node.value, line_of(node), place, is_plain=not node.style)


def _sequence(item: Any, node: Node, place: Place) -> Any:
    if not isinstance(node, yaml.SequenceNode):
        return place.problem(line_of(node), "wrong_type", "a list is expected here")
    values = tuple(_any(item, part, place) for part in node.value)
    return FAILED if FAILED in values else values


def _record(kind: Any, node: Node, place: Place) -> Any:
    if not isinstance(node, yaml.MappingNode):
        return place.problem(
            line_of(node), "wrong_type", f"a {kind.__name__} with named fields is expected here"
        )
    given = {str(key.value): (key, value) for key, value in node.value}
    values = {
        name: known_unit(name, _any(hint, given[name][1], place), line_of(given[name][1]), place)
        for name, (hint, _) in schema(kind).items()
        if name in given
    }
    checks = [_known_keys, _expected_units]
    whole = all([*(fits(kind, given, place) for fits in checks), _complete(kind, given, node, place)])
    lines = {name: line_of(key) for name, (key, _) in given.items()}
    return construct(kind, values, line_of(node), place, lines) if whole else FAILED


def _known_keys(kind: type, given: dict[str, tuple[Node, Node]], place: Place) -> bool:
    unknown = [name for name in given if name not in schema(kind)]
    for name in unknown:
        message = f"{name!r} is not a field of {kind.__name__}; known are {', '.join(schema(kind))}"
        place.problem(line_of(given[name][0]), "unknown_key", message)
    return not unknown


def _expected_units(kind: type, given: dict[str, tuple[Node, Node]], place: Place) -> bool:
    """Hold figures to the unit their field declares in its metadata: formulas reckon with no other."""
    fits = True
    for declared in fields(kind):
        unit, node = declared.metadata.get("unit"), given.get(declared.name, (None, None))[1]
        parts = node.value if unit is not None and isinstance(node, yaml.MappingNode) else ()
        for key, value in parts:
            if key.value == "unit" and value.value != unit:
                message = f"{declared.name!r} is kept in {unit}, not in {value.value}"
                place.problem(line_of(value), "wrong_unit", message)
                fits = False
    return fits


def _complete(kind: type, given: dict[str, tuple[Node, Node]], node: Node, place: Place) -> bool:
    missing = [name for name, (_, required) in schema(kind).items() if required and name not in given]
    for name in missing:
        code = "missing_source" if name == "source" else "missing_key"
        place.problem(line_of(node), code, f"{name!r} is missing")
    return not missing
