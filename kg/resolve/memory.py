"""What the last run read and judged, kept in a file beside the store so that the next goes on from there.

The file holds nothing of its own: whoever deletes it only makes the next run longer. What other rules wrote is passed
over, and so is a file that cannot be read.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
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
_LISTS = ("judged", "entities", "claims")
"""The lists of links that are kept, each in a table of its own."""
_LINK = "(kind, a, b, confidence, method, reason, words_a, words_b, PRIMARY KEY (kind, a, b))"
_TABLES = f"""
CREATE TABLE IF NOT EXISTS rules (digest TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS reading (article TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS cluster (iri TEXT PRIMARY KEY, first TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS source (iri TEXT PRIMARY KEY, count INTEGER NOT NULL);
{"".join(f"CREATE TABLE IF NOT EXISTS {name} {_LINK};" for name in _LISTS)}
"""


def recall(folder: Path, names: Names) -> Before | None:
    """What the last run in ``folder`` kept; None where there is nothing that these rules could go on from."""
    path = folder / FILE
    if not path.exists():
        return None
    try:
        with closing(sqlite3.connect(path)) as kept:
            if kept.execute("SELECT digest FROM rules").fetchall() != [(_rules(names),)]:
                return None
            readings = [_reading(json.loads(body)) for (body,) in kept.execute("SELECT body FROM reading")]
            clusters = Clusters(dict(kept.execute("SELECT iri, first FROM cluster")))
            judged, entities, claims = (
                tuple(sorted(Link(*row) for row in kept.execute(f"SELECT * FROM {name}")))  # noqa: S608 - our own names
                for name in _LISTS
            )
            sources = dict(kept.execute("SELECT iri, count FROM source"))
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
            before = Before({}, Clusters({}), (), (), (), {})
        with closing(sqlite3.connect(path)) as kept, kept:
            kept.executescript(_TABLES)
            kept.execute("INSERT OR IGNORE INTO rules VALUES (?)", (_rules(names),))
            gone = sorted(before.readings.keys() - now.readings.keys())
            kept.executemany("DELETE FROM reading WHERE article = ?", [(article,) for article in gone])
            bodies = _bodies(now.readings.values(), before.readings)
            kept.executemany("INSERT OR REPLACE INTO reading VALUES (?, ?)", bodies)
            _keep_items(kept, "cluster", now.clusters.of, before.clusters.of)
            _keep_items(kept, "source", now.sources, before.sources)
            for name in _LISTS:
                _keep_links(kept, name, set(getattr(now, name)), set(getattr(before, name)))
    except (sqlite3.Error, OSError) as error:
        raise StoreError(
            f"{path}: cannot be written: {error}; make room, or delete the file, and link again"
        ) from error


def _keep_items(kept: sqlite3.Connection, table: str, new: dict[str, Any], old: dict[str, Any]) -> None:
    gone = [(iri,) for iri in sorted(old.keys() - new.keys())]
    kept.executemany(f"DELETE FROM {table} WHERE iri = ?", gone)  # noqa: S608
    kept.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?)", sorted(new.items() - old.items()))  # noqa: S608


def _keep_links(kept: sqlite3.Connection, table: str, new: set[Link], old: set[Link]) -> None:
    gone = [(link.kind, link.left, link.right) for link in sorted(old - new)]
    kept.executemany(f"DELETE FROM {table} WHERE kind = ? AND a = ? AND b = ?", gone)  # noqa: S608
    come = [to_row(link) for link in sorted(new - old)]
    kept.executemany(f"INSERT INTO {table} VALUES (?, ?, ?, ?, ?, ?, ?, ?)", come)  # noqa: S608


def _bodies(readings: Iterable[Reading], old: dict[str, Reading]) -> Iterator[tuple[str, str]]:
    for one in readings:
        if old.get(one.article) is not one:
            rows = [one.article, [to_row(record) for record in one.records]]
            rows += [[to_row(said) for said in one.statements], one.mentions, [to_row(event) for event in one.events]]
            yield one.article, json.dumps(rows, separators=(",", ":"))


def _reading(row: list[Any]) -> Reading:
    article, records, statements, mentions, events = row
    return Reading(
        article,
        tuple(from_row(Record, one) for one in records),
        tuple(from_row(Statement, one) for one in statements),
        tuple((iri, count) for iri, count in mentions),
        tuple(from_row(EventRecord, one) for one in events),
    )


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
