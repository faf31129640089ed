"""``kg diff`` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

ENGLISH = "The health ministry in Gaza said on Friday that 4,137 people had been killed. Josh Paul resigned.\n"
ARABIC = "قالت وزارة الصحة في غزة يوم السبت إن 4385 شخصا قتلوا. وقال جوش بول إنه استقال احتجاجا على الحرب في غزة.\n"
MORE = "قالت وزارة الصحة في غزة يوم السبت إن 4385 شخصا قتلوا. ونفى أنتوني بلينكن وجود خلاف.\n"


def article(folder: Path, name: str, text: str, outlet: str) -> Path:
    path = folder / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    fields = {"published": "2023-10-20", "outlet": outlet, "title": f"{outlet}: {name}"}
    path.with_suffix(".json").write_text(json.dumps(fields), encoding="utf-8")
    return path


@pytest.fixture
def stores(kg: Any, tmp_path: Path) -> tuple[str, str]:
    """Of the first store, one article is gone from the second, one is other and one is new there."""
    one, two = article(tmp_path, "one", ENGLISH, "Northgate Wire"), article(tmp_path, "اثنان", ARABIC, "المدار")
    done = kg("build", one, two, "--store", "a", "--no-exports")
    assert done.returncode == 0, done.stderr.decode()
    two = article(tmp_path, "اثنان", MORE, "المدار")
    three = article(tmp_path, "three", ENGLISH, "Harbour Ledger")
    done = kg("build", two, three, "--store", "b", "--no-exports")
    assert done.returncode == 0, done.stderr.decode()
    return "a", "b"


def test_what_changed_is_told_in_lines(kg: Any, stores: tuple[str, str]) -> None:
    done = kg("diff", *stores)
    assert (done.returncode, done.stderr) == (0, b"")
    told = done.stdout.decode().replace("\u2068", "").replace("\u2069", "").splitlines()
    assert any(line.startswith("- article one Northgate Wire: one (") for line in told)
    assert any(line.startswith("+ article three Harbour Ledger: three (") for line in told)
    assert "~ article اثنان المدار: اثنان" in told
    assert "    + entity person: أنتوني بلينكن" in told
    assert "    - entity person: جوش بول" in told
    assert any(line.startswith("    + claim أنتوني بلينكن denies: ") for line in told)
    assert any(line.startswith("- link exact one/") for line in told)
    assert any(line.startswith("+ link exact ") and "three/" in line for line in told)
    assert told[-1].startswith("Articles: 1 added, 1 removed, 1 changed. Links: ")


def test_the_other_way_round_what_was_gained_is_lost(kg: Any, stores: tuple[str, str]) -> None:
    there, back = (json.loads(kg("diff", *order, "--json").stdout) for order in (stores, stores[::-1]))
    assert there["gained"] == back["lost"]
    assert there["lost"] == back["gained"]
    changes = {"added": "removed", "removed": "added", "changed": "changed"}
    assert [changes[one["change"]] for one in there["articles"]] == [one["change"] for one in back["articles"]]
    [changed] = [one for one in there["articles"] if one["change"] == "changed"]
    assert changed["id"] == "اثنان"
    assert "person: أنتوني بلينكن" in changed["entities"]["added"]
    for link in there["gained"]:
        assert link["left"]["article"]
        assert link["right"]["local"]
        assert link["because"]


def test_a_store_and_itself(kg: Any, stores: tuple[str, str]) -> None:
    first, _ = stores
    assert kg("diff", first, first).stdout.decode() == "No difference.\n"
    assert json.loads(kg("diff", first, first, "--json").stdout) == {"articles": [], "gained": [], "lost": []}


def test_what_cannot_be_compared_is_told(kg: Any, stores: tuple[str, str], tmp_path: Path) -> None:
    done = kg("diff", stores[0], "nowhere")
    assert done.returncode == 2
    assert "no store at nowhere" in done.stderr.decode()
    assert not (tmp_path / "nowhere").exists()
    assert "built with --base-iri" in kg("diff", *stores, "--base-iri", "https://news.example/").stderr.decode()


def test_a_store_that_is_not_linked_is_told(kg: Any, stores: tuple[str, str]) -> None:
    kg("build", "one.txt", "--store", "c", "--no-exports", "--no-link")
    done = kg("diff", stores[0], "c")
    assert done.returncode == 0
    assert "articles of c are not linked" in done.stderr.decode()
