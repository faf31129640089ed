"""Articles in, a graph out, from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib

TEXT = (
    "قالت وزارة الصحة في غزة يوم الجمعة إن أكثر من 4 آلاف شخص قتلوا منذ بداية الحرب.\n"
    "ونقل موقع «المدار» عن مسؤول أمريكي قوله إن الولايات المتحدة ستقدم مساعدات إلى إسرائيل.\n"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "خبر.txt"
    path.write_text(TEXT, encoding="utf-8")
    (tmp_path / "خبر.json").write_text(json.dumps({"published": "2023-10", "outlet": "المدار"}), encoding="utf-8")
    return path


def test_build_stores_checks_and_writes(kg: Any, article: Path, tmp_path: Path) -> None:
    done = kg("build", article)
    assert done.returncode == 0, done.stderr.decode()
    assert "1 added" in done.stdout.decode()
    assert sorted(path.name for path in (tmp_path / "exports").iterdir()) == ["graph.html", "graph.trig", "graph.ttl"]
    assert "خبر\t2023-10\tالمدار" in kg("list").stdout.decode()


def test_building_again_changes_nothing(kg: Any, article: Path, tmp_path: Path) -> None:
    kg("build", article)
    before = {path.name: path.read_bytes() for path in (tmp_path / "exports").iterdir()}
    done = kg("build", article, hash_seed="1")
    assert "1 unchanged" in done.stdout.decode()
    assert before == {path.name: path.read_bytes() for path in (tmp_path / "exports").iterdir()}


def test_two_stores_and_two_hash_seeds_give_the_same_bytes(kg: Any, repository: Path, tmp_path: Path) -> None:
    story = repository / "seeds" / "state-dissent"
    for seed in ("1", "2"):
        done = kg("build", story, "--store", f"store{seed}", "--exports", f"out{seed}", hash_seed=seed)
        assert done.returncode == 0, done.stderr.decode()
    for name in ("graph.ttl", "graph.trig", "graph.html"):
        assert (tmp_path / "out1" / name).read_bytes() == (tmp_path / "out2" / name).read_bytes()


def test_turtle_says_the_same_to_rdflib_and_oxigraph(kg: Any, article: Path, tmp_path: Path) -> None:
    kg("build", article)
    turtle = (tmp_path / "exports" / "graph.ttl").read_bytes()
    ours = rdflib.Graph().parse(data=turtle, format="turtle")
    theirs = rdflib.Graph()
    oxigraph = ox.serialize(ox.parse(turtle, ox.RdfFormat.TURTLE), format=ox.RdfFormat.N_TRIPLES)
    assert oxigraph is not None
    theirs.parse(data=oxigraph, format="nt")
    assert set(ours) == set(theirs)
    assert len(ours) > 50


def test_a_changed_article_replaces_its_own_graph_only(kg: Any, article: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("The ministry said on Friday that 12 people died, المدار reported.", encoding="utf-8")
    kg("build", article, other, "--no-exports")
    article.write_text("قال الوزير إن الأمر انتهى.", encoding="utf-8")
    done = kg("build", article, "--no-exports")
    assert "1 replaced" in done.stdout.decode()
    lines = [json.loads(line) for line in kg("export", "--as", "jsonl").stdout.splitlines()]
    assert [line["article"]["text"] for line in lines] == [
        other.read_text(encoding="utf-8"),
        "قال الوزير إن الأمر انتهى.",
    ]


def test_extract_prints_what_export_gives_back(kg: Any, article: Path) -> None:
    printed = kg("extract", article).stdout
    kg("build", article, "--no-exports")
    assert json.loads(printed) == json.loads(kg("export", "--as", "jsonl").stdout)


def test_every_span_is_the_articles_text(kg: Any, repository: Path) -> None:
    for line in kg("extract", repository / "seeds").stdout.splitlines():
        extraction = json.loads(line)
        text = extraction["article"]["text"]
        assert extraction["claims"]
        for span in spans(extraction):
            assert text[span["start"] : span["end"]] == span["text"]


def spans(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        if set(value) == {"start", "end", "text"}:
            return [value]
        return [found for item in value.values() for found in spans(item)]
    if isinstance(value, list):
        return [found for item in value for found in spans(item)]
    return []


def test_remove_takes_an_article_out(kg: Any, article: Path) -> None:
    kg("build", article, "--no-exports")
    assert "no article 'x'" in kg("remove", "x", "خبر").stderr.decode()
    assert kg("remove", "خبر").returncode == 0
    assert kg("list").stdout == b""


def test_standard_input(kg: Any) -> None:
    line = kg("extract", "-", stdin=TEXT.encode()).stdout
    assert json.loads(line)["article"]["text"] == TEXT


def test_jobs_do_not_change_what_is_found(kg: Any, repository: Path) -> None:
    story = repository / "seeds" / "oil-cut"
    assert kg("extract", story, "--jobs", "2").stdout == kg("extract", story).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["build"], "Missing argument"),
        (["build", "لا شيء.txt"], "there is no such file"),
        (["extract", "خبر.txt", "--extractor", "none"], "no extractor called 'none'"),
        (["view"], "no store at"),
        (["export", "--as", "word"], "no store at"),
        (["list", "--store", "خبر.txt"], "no store at"),
        (["remove", "x"], "no store at"),
        (["nonsense"], "No such command"),
        (["build", "خبر.txt", "--base-iri", "no iri"], "is not an IRI"),
    ],
)
def test_a_wrong_argument_gets_a_sentence(kg: Any, article: Path, arguments: list[str], said: str) -> None:
    done = kg(*arguments)
    assert done.returncode in (1, 2)
    assert said in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_graphml_and_gexf_load_where_they_are_meant_to(kg: Any, article: Path, tmp_path: Path) -> None:
    kg("build", article, "--no-exports")
    assert kg("export", "-o", "graph.graphml").returncode == 0
    assert kg("export", "--as", "gexf", "-o", "graph.xml").returncode == 0
    for graph in (nx.read_graphml(tmp_path / "graph.graphml"), nx.read_gexf(tmp_path / "graph.xml")):
        assert any("وزارة الصحة" in str(own.get("label")) for _, own in graph.nodes(data=True))
