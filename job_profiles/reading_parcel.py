"""A reading on its way out of the process it was made in: plain values, so that nothing in it can act.

It travels by `marshal`, as the cells do (`grid/parcel.py`): a value of ours as its class's name and its
fields, a tuple as a list. The classes are a closed set; what names no class of it is no reading. Demands, of
which there are many thousands, travel beside the rest, field by field: a field of numbers and texts is handed
over as it is, any other as the few values that occur in it and, for each demand, the number of its value.
"""

import marshal
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from enum import Enum
from operator import attrgetter
from typing import Any, Final

from job_profiles.frozen import maker
from job_profiles.kinds import DemandKind, Hand, Quality
from job_profiles.problem import AnswerField, AnswerKind, Choice, Problem, Severity
from job_profiles.profile import (
    Demand,
    FrequencyScale,
    JobProfile,
    LiftGeometry,
    ScaleBasis,
    Shift,
    Task,
)
from job_profiles.read import Reading

_PLAIN: Final = frozenset({str, float, int, bool, type(None)})
_VALUES: Final = (
    Reading,
    JobProfile,
    Task,
    Shift,
    FrequencyScale,
    LiftGeometry,
    Problem,
    AnswerField,
    Choice,
)
_CLOSED_SETS: Final = (ScaleBasis, DemandKind, Hand, Quality, Severity, AnswerKind)
_MAKERS: Final[dict[str, Callable[..., Any]]] = {
    **{cls.__name__: maker(cls) for cls in _VALUES},
    **{cls.__name__: cls for cls in _CLOSED_SETS},
}
_DEMANDS: Final = "demands"
_make_demand: Final = maker(Demand)


def _fields_of(cls: type[Any]) -> Callable[[Any], tuple[Any, ...]]:
    """Return what gives all fields of a value; every class here has two or more."""
    return attrgetter(*(one.name for one in fields(cls)))


_FIELDS_OF: Final = {cls: _fields_of(cls) for cls in _VALUES}
_FIELDS_OF_A_DEMAND: Final = [attrgetter(one.name) for one in fields(Demand)]


def pack_reading(reading: Reading) -> bytes:
    """Return the parcel of a reading."""
    demands: list[Demand] = []
    rest = _plain(reading, demands)
    return marshal.dumps((rest, [_column(tuple(map(field, demands))) for field in _FIELDS_OF_A_DEMAND]))


def unpack_reading(parcel: bytes) -> Reading:
    """Return the reading of a parcel. ValueError if it holds none."""
    try:
        rest, columns = marshal.loads(parcel)  # noqa: S302
        demands = tuple(map(_make_demand, *map(_values, columns)))
        _, *parts = rest
        return Reading(*[_value(part, demands) for part in parts])
    except (EOFError, TypeError, ValueError, LookupError, RecursionError) as error:
        raise ValueError("not the parcel of a reading") from error


def _plain(value: Any, demands: list[Demand]) -> Any:
    """Return a value in plain ones; `demands` gathers those that travel beside it."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple and value and type(value[0]) is Demand:
        demands += value
        return _DEMANDS, len(demands) - len(value), len(demands)
    if kind is tuple:
        return [_plain(one, demands) for one in value]
    if isinstance(value, Enum):
        return kind.__name__, value.value
    return kind.__name__, *[_plain(one, demands) for one in _FIELDS_OF[kind](value)]


def _value(plain: Any, demands: Sequence[Demand] = ()) -> Any:
    """Return what `_plain` was given."""
    if type(plain) is list:
        return tuple([_value(one, demands) for one in plain])
    if type(plain) is not tuple:
        return plain
    name, *parts = plain
    if name == _DEMANDS:
        first, end = parts
        return demands[first:end]
    return _MAKERS[name](*[_value(part, demands) for part in parts])


def _column(values: Sequence[Any]) -> Any:
    """Return one field of all demands: as it is, or as the values that occur and the numbers of them."""
    if _PLAIN.issuperset(map(type, values)):
        return values
    found = dict(zip(map(id, values), values, strict=True))
    numbers = {identity: number for number, identity in enumerate(found)}
    return [_plain(one, []) for one in found.values()], [numbers[id(one)] for one in values]


def _values(column: Any) -> Iterable[Any]:
    """Return what `_column` was given."""
    if not column or type(column[0]) is not list:
        return column  # type: ignore[no-any-return]
    found, numbers = column
    return map([_value(one) for one in found].__getitem__, numbers)
