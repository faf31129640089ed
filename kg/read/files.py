"""Files, folders, JSON Lines and standard input as articles."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

import yaml

from kg.errors import InputError
from kg.read.article import make_article
from kg.read.encoding import decode
from schemas import Article

STANDARD_INPUT = "-"
_TEXT = ".txt"
_LINES = (".jsonl", ".ndjson")
_READ = (_TEXT, *_LINES)
_FENCE = "---"

OnError = Callable[[InputError], None]


def _stop(error: InputError) -> None:
    raise error


def read_articles(inputs: Iterable[str], on_error: OnError = _stop, stdin: BinaryIO | None = None) -> Iterator[Article]:
    """The articles of files, folders and ``-`` (standard input), in a fixed order.

    A folder is read with its subfolders, by path. An input that cannot be used is given to ``on_error``, which may
    raise it (the default) or let the others be read. Two inputs with one id are an error.
    """
    seen: dict[str, str] = {}
    for where, make in _inputs(inputs, on_error, stdin):
        try:
            article = make()
            if article.id in seen:
                raise InputError(
                    f"{where}: the id {article.id!r} is already that of {seen[article.id]}. "
                    "Give one of them another id in its metadata."
                )
        except InputError as error:
            on_error(error)
            continue
        seen[article.id] = where
        yield article


_Made = tuple[str, Callable[[], Article]]


def _inputs(inputs: Iterable[str], on_error: OnError, stdin: BinaryIO | None) -> Iterator[_Made]:
    for name in inputs:
        if name == STANDARD_INPUT:
            yield from _standard_input(stdin or sys.stdin.buffer)
            continue
        path = Path(name)
        if path.is_dir():
            files = sorted(
                file for file in path.rglob("*") if file.suffix.lower() in (_TEXT, *_LINES) and file.is_file()
            )
            if not files:
                on_error(InputError(f"{name}: the folder holds no .txt, .jsonl or .ndjson file."))
            for file in files:
                yield from _file(file, file.relative_to(path).with_suffix("").as_posix())
        elif path.is_file():
            yield from _file(path, path.stem)
        else:
            on_error(InputError(f"{name}: there is no such file or folder."))


def _file(path: Path, identifier: str) -> Iterator[_Made]:
    if path.suffix.lower() in _LINES:
        yield from _lines(str(path), lambda: _read(path))
    elif path.suffix.lower() == _TEXT:
        yield str(path), lambda: _text_file(path, identifier)
    else:
        error = InputError(f"{path}: files of this kind are not read. Use .txt, .jsonl or a folder of them.")
        yield str(path), _failing(error)


def _failing(error: InputError) -> Callable[[], Article]:
    def fail() -> Article:
        raise error

    return fail


def _read(path: Path) -> str:
    try:
        return decode(path.read_bytes(), str(path))
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}.") from error


def _text_file(path: Path, identifier: str) -> Article:
    matter, text = split_front_matter(_read(path), str(path))
    return make_article(identifier, text, {**matter, **_sidecar(path.with_suffix(".json"))}, str(path))


def _sidecar(path: Path) -> Mapping[str, Any]:
    if not path.is_file():
        return {}
    return _json_object(_read(path), str(path))


def _json_object(source: str, where: str) -> Mapping[str, Any]:
    try:
        value = json.loads(source)
    except (json.JSONDecodeError, RecursionError) as error:
        raise InputError(f"{where}: not valid JSON: {error}.") from error
    if not isinstance(value, dict):
        raise InputError(f"{where}: a JSON object is needed here, not a {type(value).__name__}.")
    return value


def split_front_matter(content: str, where: str) -> tuple[Mapping[str, Any], str]:
    """YAML metadata between two ``---`` lines at the top of a text, and the text after them, unchanged.

    A text that does not begin so, or whose block is no mapping, is all text.
    """
    first, _, rest = content.partition("\n")
    if first.rstrip() != _FENCE:
        return {}, content
    block, fence, body = rest.partition(f"\n{_FENCE}")
    line_end = body.find("\n")
    if not fence or (body[:line_end] if line_end >= 0 else body).strip():
        return {}, content
    try:
        matter = yaml.safe_load(block)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise InputError(f"{where}: the front matter is not valid YAML: {error}.") from error
    if not isinstance(matter, dict):
        return {}, content
    return {str(key): value for key, value in matter.items()}, body[line_end + 1 :] if line_end >= 0 else ""


def _lines(where: str, read: Callable[[], str]) -> Iterator[_Made]:
    """One article a line; a line that cannot be used spoils no other."""
    try:
        lines = read().split("\n")
    except InputError as error:
        yield where, _failing(error)
        return
    for number, line in enumerate(lines, 1):
        if line.strip():
            place = f"{where}, line {number}"
            yield place, lambda line=line, place=place: _record(line, place)  # type: ignore[misc]


def _record(line: str, where: str) -> Article:
    record = _json_object(line, where)
    if "text" not in record and isinstance(record.get("article"), dict):
        record = record["article"]  # a line that `kg extract` wrote
    text = record.get("text")
    if not isinstance(text, str):
        raise InputError(f"{where}: the field 'text' is missing or no string.")
    identifier = record.get("id")
    if identifier is None:
        raise InputError(f"{where}: the field 'id' is missing.")
    return make_article(str(identifier), text, record, where)


def _standard_input(stream: BinaryIO) -> Iterator[_Made]:
    """Standard input is JSON Lines where its first line is a JSON object, else one text."""
    where = "standard input"
    try:
        content = decode(stream.read(), where)
    except InputError as error:
        yield where, _failing(error)
        return
    if content.lstrip()[:1] == "{":
        yield from _lines(where, lambda: content)
    else:
        yield where, lambda: _single(content, where)


def _single(content: str, where: str) -> Article:
    matter, text = split_front_matter(content, where)
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return make_article(f"stdin-{digest[:12]}", text, matter, where)
