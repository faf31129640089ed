"""Writes what follows from the contract: ``python -m kg.rdf.generate`` after a change to the models.

JSON Schema, ontology, SHACL shapes and JSON-LD context go to ``schemas/generated``; a test fails where they differ
from what this module makes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import schemas
from kg.rdf.context import context
from kg.rdf.export import turtle
from kg.rdf.names import Names
from kg.rdf.ontology import ontology
from kg.rdf.shapes import shapes
from schemas import Extraction


def generated(names: Names | None = None) -> dict[str, bytes]:
    """Each file's content, by its name."""
    names = names or Names()
    return {
        "context.jsonld": _json(context(names)),
        "extraction.schema.json": _json(Extraction.model_json_schema()),
        "ontology.ttl": turtle(ontology(names), names),
        "shapes.ttl": turtle(shapes(names), names),
    }


def folder() -> Path:
    """Where the files are kept."""
    return Path(schemas.__file__).parent / "generated"


def write(files: Iterable[tuple[str, bytes]], into: Path) -> None:
    """Put ``files`` into a folder."""
    into.mkdir(parents=True, exist_ok=True)
    for name, content in files:
        (into / name).write_bytes(content)


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


if __name__ == "__main__":
    write(generated().items(), folder())
