"""The note of what was written since the articles were linked: a file beside the quads, a graph's IRI a line.

A graph is noted before it is written, so that a process that ends early leaves one too many and never one too few.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

_NOTE = "unlinked"


def note(folder: Path, graphs: Iterable[str]) -> None:
    """Add ``graphs`` to the note; nothing where there is none, because then nothing is linked."""
    path = folder / _NOTE
    if path.exists():
        with path.open("a", encoding="utf-8") as file:
            file.writelines(f"{graph}\n" for graph in graphs)


def noted(folder: Path) -> frozenset[str] | None:
    """The graphs written or removed since the articles were linked; None where they never were."""
    try:
        return frozenset((folder / _NOTE).read_text(encoding="utf-8").splitlines())
    except FileNotFoundError:
        return None


def clear(folder: Path) -> None:
    """Begin an empty note: everything is linked."""
    (folder / _NOTE).write_text("", encoding="utf-8")
