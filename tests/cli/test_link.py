"""``kg link`` and ``kg explain`` as a user runs them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kg.cli.link import stored_links, write_links
from kg.resolve.graph import link_graphs
from kg.store import Store

ENGLISH = (
    "The health ministry in Gaza said on Friday that 4,137 people had been killed. Josh Paul said he had resigned.\n"
)
ARABIC = "قالت وزارة الصحة في غزة يوم السبت إن 4385 شخصا قتلوا. وقال جوش بول إنه استقال احتجاجا على الحرب في غزة.\n"


@pytest.fixture
def stored(kg: Any, tmp_path: Path) -> Any:
    (tmp_path / "one.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "اثنان.txt").write_text(ARABIC, encoding="utf-8")
    (tmp_path / "one.json").write_text('{"published": "2023-10-20", "outlet": "Northgate Wire"}', encoding="utf-8")
    (tmp_path / "اثنان.json").write_text('{"published": "2023-10-21", "outlet": "المدار"}', encoding="utf-8")
    done = kg("build", "one.txt", "اثنان.txt", "--no-exports")
    assert done.returncode == 0, done.stderr.decode()
    return kg


def test_linking_twice_gives_the_same(stored: Any) -> None:
    first, second = stored("link"), stored("link", hash_seed="7")
    assert first.returncode == 0, first.stderr.decode()
    assert "exact" in first.stdout.decode()
    assert first.stdout == second.stdout


def test_a_decision_that_matches_nothing_is_told(stored: Any, tmp_path: Path) -> None:
    (tmp_path / "decisions.toml").write_text(
        '[[decision]]\nverdict = "same"\na = "x"\nb = "y"\nwho = "ليلى"\nwhen = "2026-11-23"\nwhy = "واحد"\n',
        encoding="utf-8",
    )
    done = stored("link")
    assert done.returncode == 0
    assert "ليلى" in done.stderr.decode()


def test_explain_names_every_feature(stored: Any) -> None:
    done = stored("explain", "one/e1", "اثنان/e1")
    assert done.returncode == 0, done.stderr.decode()
    assert "names: " in done.stdout.decode()
    assert "taken for one: " in done.stdout.decode()
    claims = stored("explain", "one/c1", "اثنان/c1")
    assert "4,137 people | " in claims.stdout.decode(), claims.stderr.decode()
    assert "  encoder: " in claims.stdout.decode()


def test_explain_tells_what_is_not_there(stored: Any) -> None:
    done = stored("explain", "one/e99", "اثنان/e1")
    assert done.returncode == 2
    assert "one/e99" in done.stderr.decode()


def test_links_reach_the_page_from_the_store(stored: Any, tmp_path: Path) -> None:
    with Store(tmp_path / ".kg") as store:
        found = write_links(store, tmp_path / "none.toml")
        shown = stored_links(store)
    wanted = [one for one in found.claims if one.kind in ("contradicts", "corroborates")]
    assert sorted((one.kind, one.reason) for one in shown) == sorted((one.kind, one.reason) for one in wanted)
    assert all({one.left[0], one.right[0]} == {"one", "اثنان"} for one in shown)
    done = stored("view")
    assert (done.returncode, done.stderr) == (0, b"")
    html = (tmp_path / "graph.html").read_text(encoding="utf-8")
    assert all(one.reason.split(":")[0] in html for one in shown)


def test_the_page_of_a_store_that_is_not_linked_says_so(stored: Any) -> None:
    stored("build", "one.txt", "--no-exports", "--no-link", "--store", "other")
    assert "not linked" in stored("view", "--store", "other").stderr.decode()


def test_articles_written_since_are_told_until_they_are_linked(stored: Any, tmp_path: Path) -> None:
    (tmp_path / "ثلاثة.txt").write_text(ARABIC, encoding="utf-8")
    stored("build", "ثلاثة.txt", "--no-exports", "--no-link")
    assert "1 article has changed since the store was linked" in stored("view").stderr.decode()
    assert stored("link").returncode == 0
    assert stored("view").stderr == b""


def test_removing_an_article_removes_its_links(stored: Any, tmp_path: Path) -> None:
    def links() -> int:
        with Store(tmp_path / ".kg", read_only=True) as store:
            kind = store.names.node("rw:Link")
            return sum(quad.object == kind for graph in link_graphs(store.names) for quad in store.graph(graph))

    assert links() > 0
    (tmp_path / "ثلاثة.txt").write_text(ARABIC, encoding="utf-8")
    before = stored("export", "--as", "nquads").stdout
    assert stored("build", "ثلاثة.txt", "--no-exports").returncode == 0
    assert stored("export", "--as", "nquads").stdout != before
    assert stored("remove", "ثلاثة").returncode == 0
    assert stored("export", "--as", "nquads").stdout == before
    assert stored("remove", "one").returncode == 0
    assert links() == 0
