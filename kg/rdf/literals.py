"""Values to literals and back.

Lexical forms are the ones that both Oxigraph (which stores numbers by value) and rdflib (which normalises on reading)
leave alone, so that a graph is the same whoever wrote or read it last.
"""

from __future__ import annotations

from decimal import Decimal

from pyoxigraph import Literal, NamedNode

from schemas.mapping import PREFIXES, Datatype

XSD = PREFIXES["xsd"]
_STRING = NamedNode(XSD + "string")
_DECIMAL = NamedNode(XSD + "decimal")
_INTEGER = NamedNode(XSD + "integer")
_DATE = NamedNode(XSD + "date")
_URI = NamedNode(XSD + "anyURI")
PARTIAL_DATES = {4: NamedNode(XSD + "gYear"), 7: NamedNode(XSD + "gYearMonth"), 10: _DATE}
"""The datatype of a date by the length of its text: YYYY, YYYY-MM, YYYY-MM-DD."""
DATATYPES: dict[Datatype, NamedNode] = {
    "string": _STRING,
    "integer": _INTEGER,
    "decimal": _DECIMAL,
    "boolean": NamedNode(XSD + "boolean"),
    "date": _DATE,
    "uri": _URI,
}
"""The datatypes that are always the same."""

UNDETERMINED = "und"


def language_tag(language: str) -> str | None:
    """The tag that texts of an article in ``language`` bear: its primary subtag, or none when it is not known."""
    primary = language.partition("-")[0]
    return None if primary == UNDETERMINED else primary


def literal(value: str | int | float | bool, datatype: Datatype, tag: str | None) -> Literal:
    """``value`` as a literal; ``tag`` is the language of the datatype ``text``."""
    if datatype == "text" and tag is not None:
        return Literal(str(value), language=tag)
    if datatype in ("text", "string"):
        return Literal(str(value))
    if datatype == "boolean" or datatype == "integer":
        return Literal(value)
    if datatype == "decimal":
        return Literal(decimal_text(float(value)), datatype=_DECIMAL)
    if datatype == "partial-date":
        return Literal(str(value), datatype=PARTIAL_DATES[len(str(value))])
    return Literal(str(value), datatype=DATATYPES[datatype])


def decimal_text(value: float) -> str:
    """The canonical xsd:decimal of ``value``: no exponent, no fraction where it is whole, no negative zero."""
    text = format(Decimal(repr(value)), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def python_value(lexical: str, datatype: Datatype) -> str | int | float | bool:
    """The value that ``literal`` made ``lexical`` from."""
    if datatype == "decimal":
        return float(lexical)
    if datatype == "integer":
        return int(lexical)
    if datatype == "boolean":
        return lexical == "true"
    return lexical
