"""A query's answer as a table: for the terminal, for spreadsheets, for programs."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from rich.box import SIMPLE
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.table import Table as RichTable
from rich.text import Text

from kg.rdf import Names

FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"
LEAST_COLUMN = 16
"""Columns of a terminal that a column of a table should have."""
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_TEXT_TYPES = ("", "string")


@dataclass(frozen=True, slots=True)
class Cell:
    """One term of an answer: ``kind`` is uri, literal or bnode."""

    kind: str
    value: str
    language: str = ""
    datatype: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The columns and rows of an answer; ``truncated`` where there were more rows than were asked for."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell | None, ...], ...]
    truncated: bool = False

    def values(self) -> list[dict[str, str]]:
        """Each row's values by column, without what is unbound."""
        return [
            {column: cell.value for column, cell in zip(self.columns, row, strict=True) if cell is not None}
            for row in self.rows
        ]

    def json(self) -> str:
        """SPARQL 1.1 Query Results JSON."""
        bindings = [
            {column: _json(cell) for column, cell in zip(self.columns, row, strict=True) if cell is not None}
            for row in self.rows
        ]
        document = {"head": {"vars": list(self.columns)}, "results": {"bindings": bindings}}
        return json.dumps(document, ensure_ascii=False, indent=1) + "\n"

    def csv(self) -> str:
        """CSV with a head line; text that a spreadsheet would run as a formula begins with an apostrophe."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(self.columns)
        writer.writerows([_csv(cell) for cell in row] for row in self.rows)
        return out.getvalue()

    def rich(self, names: Names | None = None, title: str | None = None) -> RichTable:
        """A table for the terminal; each line of a cell is kept apart from its neighbours' direction of writing."""
        names = names or Names()
        table = RichTable(title=printable(title) if title else None, title_justify="left", expand=False)
        for column in self.columns:
            table.add_column(column, overflow="fold")
        for row in self.rows:
            table.add_row(*(_Isolated(shown(cell, names)) for cell in row))
        return table

    def records(self, names: Names | None = None, title: str | None = None) -> RichTable:
        """The rows one below the other, a line a column: for more columns than a terminal holds side by side."""
        names = names or Names()
        table = RichTable(
            title=printable(title) if title else None, title_justify="left", expand=False, show_header=False, box=SIMPLE
        )
        table.add_column(style="bold", no_wrap=True)
        table.add_column(overflow="fold")
        for row in self.rows:
            bound = [(column, cell) for column, cell in zip(self.columns, row, strict=True) if cell is not None]
            for column, cell in bound:
                table.add_row(column, _Isolated(shown(cell, names)))
            table.add_section()
        return table

    def fits(self, width: int) -> bool:
        """Whether a terminal of ``width`` columns holds the table's columns side by side, legibly."""
        return len(self.columns) * LEAST_COLUMN <= width


def shown(cell: Cell | None, names: Names) -> str:
    """A term as people read it: labels without their tags, IRIs with their prefix."""
    if cell is None:
        return ""
    if cell.kind == "uri":
        for prefix, namespace in names.prefixes.items():
            if cell.value.startswith(namespace):
                return f"{prefix}:{cell.value.removeprefix(namespace)}"
    return cell.value


class _Isolated:
    """Text whose every line stands in a first-strong isolate, so that Arabic does not turn the table around.

    Control characters and bidi controls of the text itself are shown as replacement characters: the text is an
    article's, and must not steer the terminal.
    """

    def __init__(self, text: str) -> None:
        self.text = Text(printable(text))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in self.text.wrap(console, options.max_width, overflow="fold"):
            plain = line.plain.rstrip()
            yield Text(f"{FIRST_STRONG_ISOLATE}{plain}{POP_ISOLATE}" if plain else "")

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement.get(console, options, self.text)


def printable(text: str) -> str:
    """``text`` on one line, without what would steer a terminal: controls become replacement characters."""
    return "".join(_characters(text))


def _characters(text: str) -> Iterator[str]:
    for char in " ".join(text.split()):
        category = unicodedata.category(char)
        # Joiners decide how Arabic and Indic letters join; all other format characters only mislead here.
        if category in ("Cc", "Cs") or (category == "Cf" and char not in "\u200c\u200d"):
            yield "\ufffd"
        else:
            yield char


def _json(cell: Cell) -> dict[str, str]:
    found = {"type": cell.kind, "value": cell.value}
    if cell.language:
        found["xml:lang"] = cell.language
    elif cell.datatype and not cell.datatype.endswith("#string"):
        found["datatype"] = cell.datatype
    return found


def _csv(cell: Cell | None) -> str:
    if cell is None:
        return ""
    is_text = cell.kind == "literal" and cell.datatype.rpartition("#")[2] in (*_TEXT_TYPES, "langString")
    return f"'{cell.value}" if is_text and cell.value.startswith(_FORMULA_STARTS) else cell.value
