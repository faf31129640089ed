"""Named queries: SPARQL files with a head that says the question in words and declares the parameters.

A file is a query that any SPARQL engine reads as it stands. Where a parameter goes it says ``VALUES ?p_NAME { … }``,
and a given value takes the place of what is between the braces as a term. A line that begins with ``#NAME`` and a
space is part of the query only when that parameter is given; so what is not asked for costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from kg.errors import QueryError
from kg.query.parameters import KINDS, Parameter
from kg.rdf import DEFAULT_BASE, Names

_PARAMETER = re.compile(
    r"(?P<name>[a-z]+) (?P<kind>[a-z]+(?::[a-z]+)?)(?P<required> required)?(?: = (?P<default>\S+))?"
    r": (?P<description>.+)"
)
_SLOT = re.compile(r"VALUES \?p_([a-z]+) \{ [^{}]* \}")
_CONDITIONAL = re.compile(r"^( *)#([a-z]+) (.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """One query with its question in words, in English and Arabic."""

    name: str
    title: str
    title_ar: str
    question: str
    question_ar: str
    parameters: tuple[Parameter, ...]
    text: str

    def bound(self, values: Mapping[str, str], names: Names) -> str:
        """The query's text with ``values`` bound as terms; QueryError for one that is unknown, missing or wrong."""
        known = {parameter.name: parameter for parameter in self.parameters}
        unknown = sorted(set(values) - set(known))
        if unknown:
            raise QueryError(f"query {self.name} has no parameter {unknown[0]!r}; it has {', '.join(known) or 'none'}")
        terms = {}
        for parameter in self.parameters:
            value = values.get(parameter.name, parameter.default)
            if value is not None:
                terms[parameter.name] = str(parameter.term(value, names))
            elif parameter.required:
                raise QueryError(f"query {self.name} needs --param {parameter.name}=…, {parameter.description}")
        text = self.text.replace(DEFAULT_BASE, names.base)
        text = _CONDITIONAL.sub(lambda line: f"{line[1]}{line[3]}" if line[2] in terms else line[0], text)
        return _SLOT.sub(
            lambda slot: f"VALUES ?p_{slot[1]} {{ {terms[slot[1]]} }}" if slot[1] in terms else slot[0], text
        )


@lru_cache(maxsize=1)
def named_queries() -> dict[str, NamedQuery]:
    """All named queries, by name."""
    folder = files("kg.query").joinpath("named")
    found = [
        parse_named(file.name.removesuffix(".rq"), file.read_text(encoding="utf-8"))
        for file in folder.iterdir()
        if file.name.endswith(".rq")
    ]
    return {query.name: query for query in sorted(found, key=lambda query: query.name)}


def named_query(name: str) -> NamedQuery:
    """One named query; QueryError lists the names there are."""
    queries = named_queries()
    if name not in queries:
        raise QueryError(f"no query named {name!r}; there are {', '.join(queries)}")
    return queries[name]


def parse_named(name: str, text: str) -> NamedQuery:
    """The query in ``text``; ValueError where its head or its slots are wrong."""
    head: dict[str, str] = {}
    parameters = []
    for line in text.splitlines():
        if not line.startswith("# "):
            break
        key, _, value = line.removeprefix("# ").partition(": ")
        if key.startswith("param "):
            parameters.append(_parameter(name, line.removeprefix("# param ")))
        else:
            head[key] = value
    missing = {"title", "title-ar", "question", "question-ar"} - set(head)
    if missing:
        raise ValueError(f"query {name} lacks {', '.join(sorted(missing))} in its head")
    declared, used = {parameter.name for parameter in parameters}, set(_SLOT.findall(text))
    if declared != used:
        raise ValueError(f"query {name} declares {sorted(declared)} but has slots for {sorted(used)}")
    return NamedQuery(
        name, head["title"], head["title-ar"], head["question"], head["question-ar"], tuple(parameters), text
    )


def _parameter(query: str, line: str) -> Parameter:
    found = _PARAMETER.fullmatch(line)
    if found is None or found["kind"].partition(":")[0] not in KINDS:
        raise ValueError(f"query {query} has a parameter that cannot be read: {line}")
    return Parameter(
        found["name"], found["kind"], found["description"], found["required"] is not None, found["default"]
    )
