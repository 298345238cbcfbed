"""YAML in which no cell becomes something else: `no`, `N`, `2:30` and `0123` must stand in quotes."""

import re
from datetime import date, time, timedelta
from typing import Any

import yaml

from job_profiles.grid.cells import CellError, Percent


def load(text: str) -> Any:
    """Read a document; `!duration`, `!time`, `!date`, `!percent` and `!error` are cells of those types.

    yaml.YAMLError where a key stands twice or a scalar needs quotes.
    """
    return yaml.load(text, _Strict)


class _Strict(yaml.SafeLoader):
    """A loader that refuses what it would have to guess at or lose."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Refuse a key that stands twice: the first would be lost without a sign."""
        keys = [key.value for key, _ in node.value]
        if twice := {key for key in keys if keys.count(key) > 1}:
            raise yaml.constructor.ConstructorError(None, None, f"twice: {twice}", node.start_mark)
        return super().construct_mapping(node, deep)


def _plainly(kind: str, pattern: str) -> None:
    """Let an unquoted scalar be of a kind only where every reader of YAML agrees on it."""

    def construct(loader: _Strict, node: yaml.ScalarNode) -> Any:
        if node.style is None and not re.fullmatch(pattern, node.value):
            raise yaml.constructor.ConstructorError(None, None, f"quote {node.value!r}", node.start_mark)
        return getattr(yaml.SafeLoader, f"construct_yaml_{kind}")(loader, node)

    _Strict.add_constructor(f"tag:yaml.org,2002:{kind}", construct)


_plainly("bool", "true|false")
_plainly("int", "-?(0|[1-9][0-9]*)")
_plainly("float", r"-?(0|[1-9][0-9]*)\.[0-9]+")
_plainly("timestamp", "(?!)")
_plainly("str", "(?![yYnN]$).*")


def _clock(text: str) -> timedelta:
    hours, minutes = text.split(":")
    return timedelta(hours=int(hours), minutes=int(minutes))


for _tag, _made in {
    "!duration": _clock,
    "!time": time.fromisoformat,
    "!date": date.fromisoformat,
    "!percent": lambda text: Percent(float(text)),
    "!error": CellError,
}.items():
    _Strict.add_constructor(_tag, lambda loader, node, made=_made: made(loader.construct_scalar(node)))
