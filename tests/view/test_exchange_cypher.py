"""The Cypher script, loaded into an embedded graph database: what goes out is what is there afterwards."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.view import Link, project
from kg.view.cypher import BATCH, LABELS, TYPES, cypher, literal
from schemas import Extraction

# Ends the string, or the statement, or hides behind Neo4j's escapes, wherever escaping is less than whole.
ATTACKS = (
    "' DETACH DELETE n //",
    "\\' DETACH DELETE n //",
    r"\u0027 DETACH DELETE n //",
    r"\\u0027 DETACH DELETE n //",
    r"\\\U00000027 }",
    "سطر\n:exit\n'; MATCH (n) DETACH DELETE n;\n",
    '`}] AS row /* " ${x} {{row}}',
    "قلب \u202eالنص\u2066 \u200f\ufeff",
    "ends with \\",
    "\\",
    "e\u0301 \U0001f600 \u2028\u0085\x0b\x01",
)
NUMBERS = {"offset": "INT64", "evidenceStart": "INT64", "evidenceEnd": "INT64", "confidence": "DOUBLE"}


@pytest.fixture
def load() -> Callable[..., Any]:
    """Runs a script, twice where it is asked to, in a database of its own and returns the connection."""
    ladybug = pytest.importorskip("ladybug", reason="loading Cypher needs ladybug: pip install riwaya[test]")

    def run(script: str, times: int = 1) -> Any:
        connection = ladybug.Connection(ladybug.Database(":memory:"))
        statements = statements_of(script)
        for definition in tables(statements):
            connection.execute(definition)
        for statement in statements * times:
            connection.execute(statement)
        return connection

    return run


def statements_of(script: str) -> list[str]:
    """A script's statements but for the constraints: no text ends a line with a semicolon, or starts one."""
    parts = [part for part in script.split(";\n") if part.strip()]
    return [
        part for part in parts if not re.match(r"(//.*\n)?CREATE CONSTRAINT \w+ IF NOT EXISTS FOR \(n:\w+\) ", part)
    ]


def tables(statements: list[str]) -> list[str]:
    """What this database, unlike Neo4j, must know beforehand: labels with their columns, types with their ends."""
    made, ends = [], {}
    for statement in statements:
        pattern = statement.rsplit("] AS row\n", 1)[1]
        columns = sorted(set(re.findall(r"[nr]\.(\w+) = row", pattern)))
        typed = "".join(f", {column} {NUMBERS.get(column, 'STRING')}" for column in columns)
        if node := re.match(r"MERGE \(n:(\w+) ", pattern):
            made.append(f"CREATE NODE TABLE IF NOT EXISTS `{node[1]}` (id STRING PRIMARY KEY{typed})")
        elif tie := re.match(r"MATCH \(a:(\w+) .*MATCH \(b:(\w+) .*MERGE \(a\)-\[r:(\w+)\]", pattern):
            ends.setdefault((tie[3], typed), []).append(f"FROM `{tie[1]}` TO `{tie[2]}`")
    return made + [
        f"CREATE REL TABLE `{name}` ({', '.join(dict.fromkeys(pairs))}{typed})" for (name, typed), pairs in ends.items()
    ]


def test_nodes_and_relationships_are_those_of_the_graph(
    load: Callable[..., Any], arabic: Extraction, english: Extraction
) -> None:
    links = [Link("contradicts", ("ar-1", "c2"), ("en-1", "c1"), "أرقام مختلفة", 0.75)]
    graph = project([arabic, english], links)
    connection = load(cypher([arabic, english], links), times=2)
    nodes = connection.execute("MATCH (n) RETURN n.id, label(n), n.label").get_all()
    assert sorted(nodes) == sorted([node, LABELS[own["kind"]], own["label"]] for node, own in graph.nodes(data=True))
    ties = connection.execute("MATCH (a)-[r]->(b) RETURN a.id, label(r), b.id").get_all()
    assert sorted(ties) == sorted([a, TYPES[role], b] for a, b, role in graph.edges(keys=True))
    linked = connection.execute("MATCH (:Claim)-[r:CONTRADICTS]->(:Claim) RETURN r.reason, r.confidence").get_all()
    assert linked == [["أرقام مختلفة", 0.75]]


def test_a_question_is_answered_with_its_evidence(load: Callable[..., Any], arabic: Extraction) -> None:
    asked = (
        "MATCH (who)-[:SAID]->(c:Claim {polarity: 'denies'})-[:ABOUT]->(v:Event) "
        "RETURN who.label, c.evidence, c.evidenceStart, c.evidenceEnd, v.firstDay, v.lastDay"
    )
    (row,) = load(cypher([arabic])).execute(asked).get_all()
    assert row[0] == "سليم الخوري"
    assert row[1] == arabic.article.text[row[2] : row[3]]
    assert row[4:] == ["2024-03-01", "2024-03-03"]


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_text_stays_text(load: Callable[..., Any], writer: type, attack: str) -> None:
    text = f"قال زيد {attack} أمس."
    extraction = (
        writer(text, id="a'\\", title=attack, outlet=attack, url=attack).claim("c1", attack, "زيد", "قال").done()
    )
    connection = load(cypher([extraction]))
    assert connection.execute("MATCH (n) RETURN count(n)").get_all() == [[3]]
    ((label, evidence, identifier),) = connection.execute("MATCH (c:Claim) RETURN c.label, c.evidence, c.id").get_all()
    assert label == " ".join(attack.split())
    assert evidence == extraction.claims[0].evidence.text
    assert identifier == "claim/a'\\/c1"
    assert connection.execute("MATCH (a:Article) RETURN a.outlet, a.url").get_all() == [[attack, attack]]


def test_literals_say_what_they_are_given(load: Callable[..., Any]) -> None:
    connection = load("")
    for attack in ATTACKS:
        assert connection.execute(f"RETURN {literal(attack)}").get_all() == [[attack]]


@example("\\\x1f")
@given(st.text(alphabet=st.one_of(st.sampled_from("\\'uU0027\n;:`\"نص\u202e\0"), st.characters())))
def test_a_literal_is_one_line_that_neither_reader_can_leave(text: str) -> None:
    written = literal(text)
    # As Neo4j 4 does it: escapes are replaced first, wherever they stand.
    replaced = re.sub(r"(?<!\\)\\u([0-9A-F]{4})", lambda found: chr(int(found[1], 16)), written)
    for seen in (written, replaced):
        assert re.fullmatch(r"'(?:[^'\\]|\\.)*'(?: \+ '(?:[^'\\]|\\.)*')*", seen, re.DOTALL)
    assert not re.search(r"\\\\[uU]", written)
    assert not re.search("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", written)


def test_many_rows_go_in_batches(load: Callable[..., Any], writer: type) -> None:
    count = BATCH + 1
    made = writer("".join(f"قال زيد شيء{number} اليوم. " for number in range(count)))
    for number in range(count):
        made.claim(f"c{number}", f"شيء{number} ", "زيد", "قال")
    script = cypher([made.done()])
    assert script.count("MERGE (n:Claim ") == 2
    assert load(script).execute("MATCH (c:Claim) RETURN count(c)").get_all() == [[count]]


def test_nothing_gives_an_empty_script() -> None:
    assert statements_of(cypher([])) == ["// riwaya: claims and events. Load with: cypher-shell -f FILE\n"]
