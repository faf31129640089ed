"""The files that a store is handed on as."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from kg import view
from kg.errors import InputError
from kg.rdf.export import Format
from kg.store import Store
from kg.view import Link

FILES: dict[str, Format] = {"graph.ttl": "turtle", "graph.trig": "trig"}
PAGE = "graph.html"


def write_files(store: Store, folder: Path, links: Sequence[Link]) -> list[Path]:
    """Write Turtle, TriG and the page of the whole store into ``folder``; returns what was written."""
    written = []
    for name, format_ in FILES.items():
        written.append(write_bytes(folder / name, store.export(format_)))
    view.write(folder / PAGE, view.page(list(store.extractions()), links=links))
    return [*written, folder / PAGE]


def write_bytes(path: Path, pieces: Iterable[bytes]) -> Path:
    """Write a file whole or not at all; raises InputError where it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            temporary = Path(file.name)
            try:
                file.writelines(pieces)
            except BaseException:
                temporary.unlink(missing_ok=True)
                raise
        temporary.chmod(0o644)
        temporary.replace(path)
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}. Choose another place.") from error
    return path
