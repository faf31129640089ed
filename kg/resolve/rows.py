"""Frozen values of this package as rows of JSON, and back: a field's type says what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import astuple, fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from schemas import EntityType

_Value = TypeVar("_Value")
Change = Callable[[Any], Any]
_TYPES = {one.value: one for one in EntityType}


def to_row(value: object) -> list[Any]:
    """The fields of a dataclass in their order; sets are sorted, values within it are rows."""
    kind: Any = type(value)
    fields_of, writers = _writing(kind)
    row = list(fields_of(value))
    for at, write in writers:
        row[at] = write(row[at])
    return row


def from_row(kind: type[_Value], row: list[Any]) -> _Value:
    """The value of ``kind`` that `to_row` made ``row`` of; raises TypeError or LookupError where it made none such."""
    of: Any = kind
    row = list(row)
    for at, read in _reading(of):
        row[at] = read(row[at])
    return kind(*row)


@cache
def _writing(kind: Any) -> tuple[Change, tuple[tuple[int, Change], ...]]:
    names = [field.name for field in fields(kind)]
    hints = get_type_hints(kind)
    writers = [(at, _writer(hints[name])) for at, name in enumerate(names)]
    return attrgetter(*names), tuple((at, write) for at, write in writers if write)


def _writer(hint: Any) -> Change | None:
    if get_origin(hint) is frozenset:
        return sorted
    inner = get_args(hint)[0] if get_origin(hint) is tuple else None
    if is_dataclass(inner):
        return lambda found: [list(astuple(one)) for one in found]
    return None


@cache
def _reading(kind: Any) -> tuple[tuple[int, Change], ...]:
    hints = get_type_hints(kind)
    readers = [(at, _reader(hints[field.name])) for at, field in enumerate(fields(kind))]
    return tuple((at, read) for at, read in readers if read)


def _reader(hint: Any) -> Change | None:
    if hint is EntityType:
        return _TYPES.__getitem__
    origin = get_origin(hint)
    inner = get_args(hint)[0] if origin is tuple else None
    if isinstance(inner, type) and is_dataclass(inner):
        return lambda rows: tuple(from_row(inner, row) for row in rows)
    return origin if origin in (frozenset, tuple) else None
