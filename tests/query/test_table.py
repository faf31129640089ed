"""Answers for people, spreadsheets and programs."""

from __future__ import annotations

import csv
import io
import json

from rich.console import Console

from kg.query import Cell, Table
from kg.query.table import FIRST_STRONG_ISOLATE, POP_ISOLATE

XSD = "http://www.w3.org/2001/XMLSchema#"
TABLE = Table(
    ("source", "words", "count", "claim"),
    (
        (
            Cell("literal", "وزارة الصحة", "ar", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"),
            Cell("literal", '=HYPERLINK("http://127.0.0.1/","انقر")', "", XSD + "string"),
            Cell("literal", "-4000", "", XSD + "decimal"),
            Cell("uri", "https://w3id.org/riwaya/claim/ab12"),
        ),
        (None, Cell("literal", 'سطر\nثان, مع "اقتباس"'), None, None),
    ),
)


def lines(table: Table, width: int = 80) -> list[str]:
    console = Console(width=width, file=io.StringIO(), force_terminal=False, color_system=None)
    console.print(table.rich())
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().splitlines()


def test_json_is_sparql_results_json() -> None:
    found = json.loads(TABLE.json())
    assert found["head"]["vars"] == ["source", "words", "count", "claim"]
    first, second = found["results"]["bindings"]
    assert first["source"] == {"type": "literal", "value": "وزارة الصحة", "xml:lang": "ar"}
    assert first["count"] == {"type": "literal", "value": "-4000", "datatype": XSD + "decimal"}
    assert first["claim"] == {"type": "uri", "value": "https://w3id.org/riwaya/claim/ab12"}
    assert set(second) == {"words"}


def test_csv_keeps_lines_and_disarms_formulas() -> None:
    head, first, second = csv.reader(io.StringIO(TABLE.csv(), newline=""))
    assert head == ["source", "words", "count", "claim"]
    assert first == [
        "وزارة الصحة",
        '\'=HYPERLINK("http://127.0.0.1/","انقر")',
        "-4000",
        "https://w3id.org/riwaya/claim/ab12",
    ]
    assert second == ["", 'سطر\nثان, مع "اقتباس"', "", ""]


def test_each_line_of_a_cell_is_an_isolate_of_its_own() -> None:
    long = Table(
        ("نص", "n"), ((Cell("literal", "مقتل أكثر من أربعين شخصا في قصف على الميناء " * 3), Cell("literal", "7")),)
    )
    body = [line for line in lines(long, 50) if "│" in line]
    assert len(body) > 2
    for line in body:
        for cell in line.strip("│").split("│"):
            words = cell.strip()
            assert not words or (words.startswith(FIRST_STRONG_ISOLATE) and words.endswith(POP_ISOLATE))
            assert cell.count(FIRST_STRONG_ISOLATE) == cell.count(POP_ISOLATE)


def test_iris_are_shown_with_their_prefix() -> None:
    assert any("claim:ab12" in line for line in lines(TABLE, 160))


def test_text_cannot_steer_the_terminal() -> None:
    hostile = Table(("x",), ((Cell("literal", "قال\x1b[31m\u202eevil\u2066\x07[bold]لا[/bold]\x9b2J"),),))
    shown = "\n".join(lines(hostile))
    assert not {"\x1b", "\u202e", "\u2066", "\x07", "\x9b"} & set(shown)
    assert "[bold]لا[/bold]" in shown


def test_empty_answer_has_its_columns() -> None:
    empty = Table(("من", "ماذا"), ())
    assert empty.csv() == "من,ماذا\r\n"
    assert empty.values() == []
    assert lines(empty)


def test_many_columns_are_shown_one_below_the_other() -> None:
    table = Table(tuple("abcdefgh"), ((*(Cell("literal", "قال الوزير") for _ in range(7)), None),))
    assert not table.fits(80)
    assert table.fits(200)
    console = Console(width=80, file=io.StringIO(), force_terminal=False)
    console.print(table.records(title="سؤال"))
    assert isinstance(console.file, io.StringIO)
    assert console.file.getvalue().count("قال الوزير") == 7
