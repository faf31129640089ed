"""Files, folders, JSON Lines and standard input come in as they are."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.read import read_articles, split_front_matter
from schemas import Article

BODY = "قال «الوزير»:\r\nنعم.\n\n  وأضاف: لا \n"


def read(*inputs: Path | str, stdin: bytes = b"") -> list[Article]:
    return list(read_articles([str(name) for name in inputs], stdin=io.BytesIO(stdin)))


def write(path: Path, content: str | bytes | dict[str, object]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, dict):
        content = json.dumps(content, ensure_ascii=False)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_text_file_is_kept_to_the_byte(tmp_path: Path) -> None:
    (article,) = read(write(tmp_path / "خبر.txt", BODY))
    assert article.text == BODY
    assert article.id == "خبر"
    assert article.language == "ar"
    assert (article.published, article.published_basis) == (None, "none")


def test_a_sidecar_gives_the_metadata(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", BODY)
    write(
        tmp_path / "a.json",
        {"title": "عنوان", "published": "2023-10", "outlet": "المدار", "authors": ["سلمى"], "note": 1},
    )
    (article,) = read(path)
    assert (article.title, article.outlet, article.authors) == ("عنوان", "المدار", ("سلمى",))
    assert (article.published, article.published_basis) == ("2023-10", "given")


def test_a_date_and_an_author_may_be_called_so(tmp_path: Path) -> None:
    (article,) = read(write(tmp_path / "a.txt", f"---\ndate: 2023-10-21\nauthor: سلمى\n---\n{BODY}"))
    assert (article.published, article.published_basis, article.authors) == ("2023-10-21", "given", ("سلمى",))


def test_front_matter_is_metadata_and_not_text(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.txt", f"---\ntitle: عنوان\npublished: 2023-10-21\nurl: https://example.org/x\n---\n{BODY}"
    )
    (article,) = read(path)
    assert article.text == BODY
    assert (article.title, article.published, article.url) == ("عنوان", "2023-10-21", "https://example.org/x")


@pytest.mark.parametrize(
    "content", ["--- \nقال الوزير", "---\nقال: نعم\nبلا نهاية", "---\n- قائمة\n---\nنص", "------\nأ: ب\n---\n"]
)
def test_a_rule_of_dashes_is_text(content: str) -> None:
    assert split_front_matter(content, "here") == ({}, content)


def test_a_folder_is_read_with_its_subfolders_in_order(tmp_path: Path) -> None:
    for name in ("ب/ثان.txt", "أ/أول.txt", "c.txt"):
        write(tmp_path / name, f"نص {name}")
    write(tmp_path / "note.md", "no article")
    write(tmp_path / "lines.jsonl", '{"id": "x", "text": "نص"}\n\n{"id": "y", "text": "text"}\n')
    assert [article.id for article in read(tmp_path)] == ["c", "x", "y", "أ/أول", "ب/ثان"]


def test_json_lines_keep_the_text_and_the_id(tmp_path: Path) -> None:
    record = {"id": "ar1", "text": BODY, "published": "2023-10-21T10:00:00+03:00", "language": "ar", "extra": [1]}
    (article,) = read(write(tmp_path / "a.jsonl", json.dumps(record)))
    assert (article.text, article.id, article.published) == (BODY, "ar1", "2023-10-21")


def test_what_extract_writes_can_be_read_again(tmp_path: Path) -> None:
    (article,) = read(write(tmp_path / "a.jsonl", {"article": {"id": "a", "text": BODY}, "claims": []}))
    assert article.text == BODY


def test_standard_input_is_a_text_or_json_lines() -> None:
    (text,) = read("-", stdin=BODY.encode())
    (record,) = read("-", stdin=json.dumps({"id": "a", "text": BODY}).encode())
    assert text.text == record.text == BODY
    assert text.id.startswith("stdin-")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1256"])
def test_other_encodings_are_recognised(tmp_path: Path, encoding: str) -> None:
    text = "قالت وزارة الصحة في غزة إن عدد القتلى ارتفع إلى أكثر من أربعة آلاف شخص، وأضافت أن الجرحى كثيرون. " * 4
    (article,) = read(write(tmp_path / "a.txt", text.encode(encoding)))
    assert article.text == text


def test_one_bad_input_spoils_no_other(tmp_path: Path) -> None:
    good = write(tmp_path / "a.txt", BODY)
    lines = write(
        tmp_path / "b.jsonl", '{"id": "x"}\n{"id": "y", "text": "نص"}\nnonsense\n["x"]\n{"text": "بلا معرف"}\n'
    )
    errors: list[InputError] = []
    articles = list(read_articles([str(good), str(lines), str(tmp_path / "لا شيء")], on_error=errors.append))
    assert [article.id for article in articles] == ["a", "y"]
    assert len(errors) == 5
    assert all(str(lines) in str(error) or "لا شيء" in str(error) for error in errors)


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"id": "a", "text": "نص", "published": "أمس"}, "not understood"),
        ({"id": "a", "text": "نص", "published": "2023-13-01"}, "not in the calendar"),
        ({"id": "a", "text": "نص", "language": "Arabic!"}, "language"),
        ({"id": "a", "text": " \n\t"}, "no text"),
        ({"id": "a", "text": "\ud800"}, "surrogate"),
        ({"id": "a", "text": "نص", "title": "\udfff"}, "surrogate"),
    ],
)
def test_an_error_says_what_and_where(tmp_path: Path, record: dict[str, object], said: str) -> None:
    path = write(tmp_path / "a.jsonl", json.dumps(record))
    with pytest.raises(InputError, match=said) as caught:
        read(path)
    assert "line 1" in str(caught.value)


def test_two_articles_of_one_id_are_an_error(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"id": "x", "text": "نص"}\n{"id": "x", "text": "آخر"}\n')
    with pytest.raises(InputError, match="already that of"):
        read(path)


def test_hostile_text_is_only_text(tmp_path: Path) -> None:
    text = "<script>alert(1)</script>\u202e قال\x00 \u2066«لا»"
    (article,) = read(write(tmp_path / "a.txt", text))
    assert article.text == text
