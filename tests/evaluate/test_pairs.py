"""Judgements of pairs of statements."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest

from kg.encoder import shipped
from kg.errors import InputError
from kg.evaluate.pairs import evaluate_pairs, read_pairs

FILE = """s1,s2,stance
ارتفاع أسعار النفط,النفط يرتفع,agree
ارتفاع أسعار النفط,"تراجع النفط, والذهب يرتفع",disagree
Oil rises,Oil falls,disagree
افتتاح المعرض,الأمطار تهطل,other
"""


def judge(pairs: Sequence[tuple[str, str]]) -> list[str]:
    return ["disagree" if "تراجع" in second else "other" if "المعرض" in first else "agree" for first, second in pairs]


def same_whatever_is_asked(given: list[str], _: Sequence[tuple[str, str]]) -> list[str]:
    return given


def write(folder: Path, text: str) -> Path:
    path = folder / "أزواج.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_mean_of_the_three_stances_counts_each_once(tmp_path: Path) -> None:
    report = evaluate_pairs(write(tmp_path, FILE), judge)
    counted = {name: (c.right, c.gold, c.predicted) for name, c in report.figures.items()}
    assert counted == {"agree": (1, 1, 2), "disagree": (1, 2, 1), "other": (1, 1, 1)}
    assert report.means["macro F1"] == pytest.approx((200 / 3 + 200 / 3 + 100) / 3)
    assert report.as_json()["published"]


def test_quoted_commas_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    rows = read_pairs(write(tmp_path, "\ufeff" + FILE))
    assert rows[1] == (("ارتفاع أسعار النفط", "تراجع النفط, والذهب يرتفع"), "disagree")


def test_a_judge_that_gives_too_few_or_other_answers_is_wrong(tmp_path: Path) -> None:
    path = write(tmp_path, FILE)
    for given in (["agree"], ["maybe"] * 4):
        with pytest.raises(ValueError, match="one of agree, disagree, other for each of 4 pairs"):
            evaluate_pairs(path, partial(same_whatever_is_asked, given))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "first line must name the columns"),
        ("s1,s2\nقال,نفى\n", "first line must name the columns"),
        ("s1,s2,stance\n", "no pair"),
        ("s1,s2,stance\nقال,نفى\n", "row 2: 2 columns"),
        ("s1,s2,stance\nقال,نفى,deny\n", "row 2: the stance is 'deny'"),
    ],
)
def test_a_file_of_another_shape_is_an_error_that_says_where(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_pairs(write(tmp_path, text))


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_pairs(tmp_path / "missing.csv")


def test_the_encoder_judges_the_development_pairs(reference_data: Path) -> None:
    def judged(pairs: Sequence[tuple[str, str]]) -> list[str]:
        return [one.label for one in shipped().compare(pairs)]

    report = evaluate_pairs(reference_data / "claims" / "ans" / "stance_dev.csv", judged)
    assert report.means["macro F1"] >= 78
