"""Hostile articles neither hang nor crash, and nothing of them runs or is lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

SCRIPT = "</script><script>document.title='hacked'</script><img src=x onerror=\"document.title='hacked'\">"
OVERRIDE = "\u202eقال الوزير إن \u2066النص\u202c مقلوب\u200f"

HOSTILE = {
    "scripts": f"قال الوزير {SCRIPT} إن «{SCRIPT}» خبر. The minister said {SCRIPT} is news.",
    "overrides": f'{OVERRIDE} وأضاف "{OVERRIDE}".',
    "nul": 'قال\x00 الوزير إن \x01 الأمر "انتهى\x00"، said\x00 the minister.',
    "one-line": "قال الوزير إن الأمر كذلك وأضاف أن 14 مليار دولار وصلت إلى غزة يوم الجمعة، " * 30_000,
    "quotes": '"' * 50_000 + "قال الوزير «" * 10_000 + ' "ا" ' * 20_000,
    "letters": "و" * 300_000 + " " + "ال" * 100_000,
    "spaces": " \n\t\u00a0\u200b" * 50_000 + "قال",
    "digits": "قال إن 1" + "0" * 100_000 + " قتلوا و" + "1,000," * 20_000,
    "squares": 'قال الوزير إن "' * 20_000,
    "english": "He said she said that they said " * 20_000,
    "marks": "\u064b\u0651" * 50_000,
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_hostile_text_is_read_to_its_end(kg: Any, tmp_path: Path, name: str) -> None:
    path = tmp_path / "hostile.jsonl"
    record = {
        "id": f"x-{SCRIPT}",
        "text": HOSTILE[name],
        "title": SCRIPT,
        "outlet": SCRIPT,
        "url": "javascript:alert(1)",
    }
    path.write_text(json.dumps(record | {"language": "en" if name == "english" else "ar"}), encoding="utf-8")
    done = kg("extract", path, timeout=900)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    assert json.loads(done.stdout)["article"]["text"] == HOSTILE[name]


def test_a_hostile_graph_is_stored_and_shown_without_losing_a_character(kg: Any, tmp_path: Path) -> None:
    path = tmp_path / "hostile.jsonl"
    records = [
        {
            "id": name,
            "text": HOSTILE[name],
            "title": SCRIPT,
            "outlet": OVERRIDE,
            "url": "javascript:alert(1)",
            "authors": [SCRIPT],
        }
        for name in ("scripts", "overrides", "nul", "marks")
    ]
    path.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    done = kg("build", path)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    back = {
        line["article"]["id"]: line["article"]
        for line in map(json.loads, kg("export", "--as", "jsonl").stdout.splitlines())
    }
    assert {name: article["text"] for name, article in back.items()} == {
        record["id"]: record["text"] for record in records
    }
    page = (tmp_path / "exports" / "graph.html").read_text(encoding="utf-8")
    assert SCRIPT not in page
    assert "<img src=x" not in page
