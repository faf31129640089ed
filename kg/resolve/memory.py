"""What the last run read and judged, kept in a file beside the store so that the next goes on from there.

The file holds nothing of its own: whoever deletes it only makes the next run longer. What other rules wrote is passed
over, and so is a file that cannot be read.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from kg.errors import StoreError
from kg.rdf import Names
from kg.resolve.entities import Clusters
from kg.resolve.events_records import EventRecord
from kg.resolve.links import Link
from kg.resolve.readings import Before, Reading
from kg.resolve.records import Record
from kg.resolve.rows import from_row, to_row
from kg.resolve.statements import Statement

FILE = "linking.sqlite"
_RULES = ("kg.gazetteer", "kg.rdf", "kg.resolve", "kg.text", "schemas")
_TABLES = """
CREATE TABLE IF NOT EXISTS reading (article TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS whole (name TEXT PRIMARY KEY, body TEXT NOT NULL);
"""


def recall(folder: Path, names: Names) -> Before | None:
    """What the last run in ``folder`` kept; None where there is nothing that these rules could go on from."""
    path = folder / FILE
    if not path.exists():
        return None
    try:
        with closing(sqlite3.connect(path)) as kept:
            whole = dict(kept.execute("SELECT name, body FROM whole"))
            if whole.get("rules") != _rules(names):
                return None
            readings = [_reading(json.loads(body)) for (body,) in kept.execute("SELECT body FROM reading")]
        clusters = Clusters(json.loads(whole["clusters"]))
        judged, entities, claims = (
            tuple(Link(*row) for row in json.loads(whole[name])) for name in ("judged", "entities", "claims")
        )
        sources = json.loads(whole["sources"])
    except (sqlite3.Error, ValueError, TypeError, LookupError):
        return None
    return Before({one.article: one for one in readings}, clusters, judged, entities, claims, sources)


def remember(folder: Path, now: Before, before: Before | None, names: Names) -> None:
    """Keep ``now``, where ``before`` is what was recalled: only what differs is written, in one transaction.

    Raises StoreError where it cannot be written.
    """
    path = folder / FILE
    try:
        if before is None:
            path.unlink(missing_ok=True)
        with closing(sqlite3.connect(path)) as kept, kept:
            kept.executescript(_TABLES)
            old = before.readings if before else {}
            gone = [(article,) for article in sorted(old.keys() - now.readings.keys())]
            kept.executemany("DELETE FROM reading WHERE article = ?", gone)
            kept.executemany("INSERT OR REPLACE INTO reading VALUES (?, ?)", _bodies(now.readings.values(), old))
            whole = {
                "rules": _rules(names),
                "clusters": _json(now.clusters.of),
                "judged": _json([to_row(link) for link in now.judged]),
                "entities": _json([to_row(link) for link in now.entities]),
                "claims": _json([to_row(link) for link in now.claims]),
                "sources": _json(now.sources),
            }
            kept.executemany("INSERT OR REPLACE INTO whole VALUES (?, ?)", sorted(whole.items()))
    except (sqlite3.Error, OSError) as error:
        raise StoreError(
            f"{path}: cannot be written: {error}; make room, or delete the file, and link again"
        ) from error


def _bodies(readings: Iterable[Reading], old: dict[str, Reading]) -> Iterable[tuple[str, str]]:
    for one in readings:
        if old.get(one.article) is not one:
            rows = [one.article, [to_row(record) for record in one.records]]
            rows += [[to_row(said) for said in one.statements], one.mentions, [to_row(event) for event in one.events]]
            yield one.article, _json(rows)


def _reading(row: list[Any]) -> Reading:
    article, records, statements, mentions, events = row
    return Reading(
        article,
        tuple(from_row(Record, one) for one in records),
        tuple(from_row(Statement, one) for one in statements),
        tuple((iri, count) for iri, count in mentions),
        tuple(from_row(EventRecord, one) for one in events),
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


@cache
def _rules(names: Names) -> str:
    """A digest of the rules and tables that linking reads, and of the base IRI: other ones read and judge otherwise."""
    found = sha256(names.base.encode())
    for package in _RULES:
        folder = Path(str(files(package)))
        for path in sorted(path for path in folder.rglob("*") if path.suffix in (".py", ".tsv")):
            found.update(f"{path.relative_to(folder).as_posix()}\n".encode())
            found.update(path.read_bytes())
    return found.hexdigest()
