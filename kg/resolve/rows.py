"""Frozen values of this package as rows of JSON, and back: a field's type says what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import astuple, fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, get_origin, get_type_hints

from schemas import EntityType

_Value = TypeVar("_Value")
Read = Callable[[Any], Any]


def to_row(value: object) -> list[Any]:
    """The fields of a dataclass in their order; sets are sorted, values within it are rows."""
    kind: Any = type(value)
    return [_plain(getattr(value, name)) for name in _names(kind)]


def from_row(kind: type[_Value], row: list[Any], **readers: Read) -> _Value:
    """The value of ``kind`` that `to_row` made ``row`` of; ``readers`` read fields whose type does not say how."""
    of: Any = kind
    found = [read(cell) if read else cell for read, cell in zip(_readers(of), row, strict=True)]
    for name, reader in readers.items():
        at = _names(of).index(name)
        found[at] = reader(row[at])
    return kind(*found)


def _plain(value: Any) -> Any:
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return [_plain(one) for one in astuple(value)]
    return value


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _readers(kind: Any) -> tuple[Read | None, ...]:
    hints = get_type_hints(kind)
    return tuple(_reader(hints[name]) for name in _names(kind))


def _reader(hint: Any) -> Read | None:
    if hint is EntityType:
        return EntityType
    origin = get_origin(hint)
    return origin if origin in (frozenset, tuple) else None
