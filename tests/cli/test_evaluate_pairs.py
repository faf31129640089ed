"""`kg evaluate pairs` from the command line, on pairs of its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ROWS = """s1,s2,stance
ارتفاع أسعار النفط في الأسواق العالمية,انخفاض أسعار النفط في الأسواق العالمية,disagree
وفاة الفنان المصري بعد صراع مع المرض,رحيل الفنان المصري إثر معاناة مع المرض,agree
"""


def test_the_encoder_judges_pairs(kg: Any, tmp_path: Path) -> None:
    file = tmp_path / "pairs.csv"
    file.write_text(ROWS, encoding="utf-8")
    done = kg("evaluate", "pairs", file, "--json")
    assert json.loads(done.stdout)["figures"]["disagree"]["right"] == 1


def test_a_file_without_the_columns_is_refused(kg: Any, tmp_path: Path) -> None:
    file = tmp_path / "pairs.csv"
    file.write_text("a,b\n1,2\n", encoding="utf-8")
    done = kg("evaluate", "pairs", file)
    assert done.returncode == 2
    assert "s1, s2, stance" in done.stderr.decode()
