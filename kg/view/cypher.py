"""The same graph as a Cypher script for Neo4j, and for whatever else speaks openCypher.

One label a node, one type a relationship. Nodes are merged by ``id``, so that loading a script twice changes nothing
and loading a newer one updates. Text is data in string literals and nowhere else: labels, relationship types and
property names are this module's own.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from kg.view.links import Link
from kg.view.projection import KINDS, SPEECH_ROLES, STRUCTURAL_ROLES, claim_node, event_node, project
from schemas import Extraction

Value = str | float
Row = dict[str, Value]

BATCH = 500
"""Rows a statement: one transaction each, small enough for a database's default memory."""
LABELS = {kind: {"unnamed": "UnnamedSource", "worded": "WordedSource"}.get(kind, kind.title()) for kind in KINDS}
"""The label of each kind of node."""
TYPES = {role: role.upper() for role in (*SPEECH_ROLES, *STRUCTURAL_ROLES)} | {"place": "TAKES_PLACE_AT"}
"""The type of each role; labels and types differ by more than case, as some databases want."""

# ``end`` and ``ends`` are words of Cypher's own.
_COLUMNS = {"start": "firstDay", "end": "lastDay", "speech_act": "speechAct"}
_CONSTRAINT = "CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE;\n"
_HEADER = "// riwaya: claims and events. Load with: cypher-shell -f FILE\n"
_ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_SPECIAL = re.compile(r"[\\'\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]")
_CUT = re.compile(rf"(?<=\\)(?=[uU]|{_SPECIAL.pattern})")


def cypher(extractions: Sequence[Extraction], links: Sequence[Link] = ()) -> str:
    """The graph of ``extractions`` as a Cypher script, the same text for the same input.

    Articles' full texts stay out; each claim and event has its sentence as ``evidence``, with offsets in code
    points.
    Raises ``InputError`` as ``project`` does.
    """
    graph = project(extractions, links)
    evidence = _evidence(extractions)
    nodes: dict[str, list[Row]] = defaultdict(list)
    for node, own in graph.nodes(data=True):
        named = {_COLUMNS.get(key, key): value for key, value in own.items() if key != "kind"}
        nodes[own["kind"]].append({"id": node} | named | evidence.get(node, {}))
    ties: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for source, target, role, own in graph.edges(keys=True, data=True):
        way = (graph.nodes[source]["kind"], role, graph.nodes[target]["kind"])
        ties[way].append({"source": source, "target": target, **own})
    pieces = [_HEADER]
    pieces += [_CONSTRAINT.format(name=f"{kind}_id", label=LABELS[kind]) for kind in KINDS if kind in nodes]
    for kind in KINDS:
        pieces += _statements(nodes.get(kind, []), f"MERGE (n:{LABELS[kind]} {{id: row.id}})", "n", {"id"})
    for (before, role, after), rows in sorted(ties.items()):
        ends = f"MATCH (a:{LABELS[before]} {{id: row.source}}) MATCH (b:{LABELS[after]} {{id: row.target}})"
        pieces += _statements(rows, f"{ends} MERGE (a)-[r:{TYPES[role]}]->(b)", "r", {"source", "target"})
    return "".join(pieces)


def literal(text: str) -> str:
    r"""``text`` as a Cypher expression that no reader can take for anything but that text.

    Neo4j before version 5 replaces ``\u0027`` by a quotation mark anywhere in a script, before it looks for strings. A
    backslash of the text is therefore followed neither by ``u`` nor by an escape within one literal: there the literal
    is cut in two.
    Characters that cannot be seen, or that turn the direction of what is seen, are written as escapes.
    """
    return "'" + "' + '".join(_SPECIAL.sub(_escape, piece) for piece in _CUT.split(text)) + "'"


def _escape(found: re.Match[str]) -> str:
    char = found[0]
    if char in _ESCAPES:
        return _ESCAPES[char]
    # Neither a surrogate on its own nor NUL is text that a database takes.
    return "\ufffd" if char == "\0" or unicodedata.category(char) == "Cs" else f"\\u{ord(char):04X}"


def _statements(rows: list[Row], pattern: str, name: str, keys: set[str]) -> Iterator[str]:
    """Statements that take ``rows`` in batches; all have the same columns, null where a row has no value."""
    columns = sorted({column for row in rows for column in row if column not in keys})
    put = ", ".join(f"{name}.{column} = row.{column}" for column in columns)
    remaining = iter(rows)
    while batch := list(islice(remaining, BATCH)):
        lines = ",\n".join(_map(row, (*sorted(keys), *columns)) for row in batch)
        yield f"UNWIND [\n{lines}\n] AS row\n{pattern}{f' SET {put}' if put else ''};\n"


def _map(row: Mapping[str, Value], columns: Sequence[str]) -> str:
    return "{" + ", ".join(f"{column}: {_value(row.get(column, ''))}" for column in columns) + "}"


def _value(value: Value) -> str:
    if isinstance(value, str):
        return literal(value) if value else "null"
    return repr(value)


def _evidence(extractions: Sequence[Extraction]) -> dict[str, Row]:
    """What the projection leaves to the page's reader: sentences with their offsets, words of the source, addresses."""
    found: dict[str, Row] = {}
    for extraction in extractions:
        article = extraction.article
        found[f"article/{article.id}"] = {"url": article.url or "", "sha256": article.sha256}
        for claim in extraction.claims:
            source, said = claim.source, claim.time
            found[claim_node(article.id, claim.id)] = {
                "evidence": claim.evidence.text,
                "evidenceStart": claim.evidence.start,
                "evidenceEnd": claim.evidence.end,
                "cue": claim.cue.text if claim.cue else "",
                "source": source.span.text if source.span else source.text or "",
                "saidFrom": (said.start if said else None) or "",
                "saidUntil": (said.end if said else None) or "",
            }
        for event in extraction.events:
            found[event_node(article.id, event.id)] = {
                "evidence": event.evidence.text,
                "evidenceStart": event.evidence.start,
                "evidenceEnd": event.evidence.end,
            }
    return found
