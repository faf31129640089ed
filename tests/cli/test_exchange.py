"""Exports for other tools, from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import networkx as nx

ARTICLE = "قالت وزارة الصحة إن الحريق أودى بحياة 12 شخصا. ونفى المتحدث سليم الخوري أن يكون الحريق متعمدا.\n"


def test_the_format_follows_from_the_name(kg: Any, tmp_path: Path) -> None:
    (tmp_path / "fire.txt").write_text(ARTICLE, encoding="utf-8")
    assert kg("build", tmp_path / "fire.txt", "--no-exports").returncode == 0
    for name in ("g.graphml", "g.gexf", "g.cypher", "g.ftm"):
        done = kg("export", "-o", name)
        assert done.returncode == 0, done.stderr.decode()
    written = {path.suffix: path.read_text(encoding="utf-8") for path in tmp_path.glob("g.*")}
    assert set(nx.read_graphml(tmp_path / "g.graphml")) == set(nx.read_gexf(tmp_path / "g.gexf"))
    assert "ونفى المتحدث سليم الخوري" in written[".cypher"]
    notes = [json.loads(line) for line in written[".ftm"].split("\n") if line]
    assert any("ينفي" in own["properties"].get("description", [""])[0] for own in notes)
    assert kg("export", "--as", "cypher").stdout.decode() == written[".cypher"]
