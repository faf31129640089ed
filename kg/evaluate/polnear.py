"""Attributions against PolNeAR's annotation of English news (brat standoff files).

PolNeAR draws some borders elsewhere than we do: its content takes the complementiser and the quotation marks, its cue
the auxiliaries. ``with_conventions`` moves our borders to its places, and nothing more. Offsets are code points.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.evaluate.published import POLNEAR
from kg.evaluate.scores import Counts, Report
from kg.read import make_article
from schemas import Article, Extraction

Range = tuple[int, int]
Roles = Mapping[str, frozenset[Range]]
Extract = Callable[[Article], Extraction]

ROLES = ("source", "cue", "content")
DEFINITIONS = {
    role: f"{role} spans of all attributions, each unbroken piece once; right when start and end are equal. Before that"
    " our content takes the adjoining complementiser and quotation marks, and our cue the auxiliaries before it."
    for role in ROLES
}

_ROLE = re.compile(r"^(Source|Cue|Content)\d*$")
_ANNOTATOR = re.compile(r"_[0-9a-z]{4}$")
_OPENING = frozenset("\"“‘'«")
_CLOSING = frozenset("\"”’'»")
_COMPLEMENTISER = re.compile(r"\bthat,? $")
_AUXILIARY = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|has|have|had|having|do|does|did|will|would|shall|should|can|could|may|might"
    r"|must)(?:n['’]t| not)? $",
    re.IGNORECASE,
)
_WINDOW = 12


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article of PolNeAR with its attributions' spans by role."""

    name: str
    text: str
    roles: Roles


def evaluate_attribution(directory: Path, extract: Extract) -> Report:
    """Exact F1 of source, cue and content spans on the articles of ``directory`` (``attributions/`` and ``text/``).

    Raises InputError where the folder holds no such article, or a file of it cannot be read.
    """
    totals: dict[str, Counts] = defaultdict(Counts)
    articles = 0
    for gold in read_polnear(directory):
        article = make_article(gold.name, gold.text, {"language": "en"}, gold.name)
        found = claim_spans(gold.text, extract(article))
        for role in ROLES:
            right = len(gold.roles[role] & found[role])
            totals[role] += Counts(right, len(gold.roles[role]), len(found[role]))
        articles += 1
    if not articles:
        raise InputError(
            f"{directory}: no PolNeAR article; expected attributions/NAME_ANNOTATOR.ann beside text/NAME.txt."
        )
    figures = {role: totals[role] for role in ROLES}
    return Report("PolNeAR", f"{articles} articles", figures, DEFINITIONS, published=POLNEAR)


def read_polnear(directory: Path) -> Iterator[Annotated]:
    """The annotated articles by name; of an article that several people annotated, the first annotation by name."""
    seen: set[str] = set()
    for path in sorted((directory / "attributions").glob("*.ann")):
        name = _ANNOTATOR.sub("", path.stem)
        text_path = directory / "text" / f"{name}.txt"
        if name in seen or not text_path.is_file():
            continue
        seen.add(name)
        text = _read(text_path)
        yield Annotated(name, text, read_brat(_read(path), text, str(path)))


def _read(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            return stream.read()
    except (OSError, UnicodeError) as error:
        raise InputError(f"{path}: cannot be read: {error}.") from error


def read_brat(annotation: str, text: str, where: str) -> Roles:
    """The pieces of each role that takes part in an attribution.

    Raises InputError where a line is not brat's, or a span lies outside the text.
    """
    spans: dict[str, tuple[Range, ...]] = {}
    roles: dict[str, set[Range]] = {role: set() for role in ROLES}
    events: list[list[str]] = []
    for number, line in enumerate(annotation.splitlines(), start=1):
        try:
            if line.startswith("T"):
                key, body, _ = line.split("\t", 2)
                spans[key] = _pieces(body.split(" ", 1)[1], len(text))
            elif line.startswith("E"):
                events.append(line.split("\t", 1)[1].split())
        except (ValueError, IndexError) as error:
            raise InputError(f"{where}, line {number}: not a brat annotation of this text: {line[:80]!r}.") from error
    for event in events:
        for argument in event:
            label, _, key = argument.partition(":")
            role = _ROLE.match(label)
            if role and key in spans:
                roles[role[1].lower()].update(spans[key])
    return {role: frozenset(found) for role, found in roles.items()}


def _pieces(body: str, length: int) -> tuple[Range, ...]:
    pieces = []
    for piece in body.split(";"):
        start, end = map(int, piece.split())
        if not 0 <= start < end <= length:
            raise ValueError(piece)
        pieces.append((start, end))
    return tuple(pieces)


def claim_spans(text: str, extraction: Extraction) -> Roles:
    """The spans of an extraction's claims by role, with PolNeAR's borders."""
    roles: dict[str, set[Range]] = {role: set() for role in ROLES}
    for claim in extraction.claims:
        if claim.source.span is not None:
            roles["source"].add((claim.source.span.start, claim.source.span.end))
        if claim.cue is not None:
            roles["cue"].add(with_auxiliaries(text, (claim.cue.start, claim.cue.end)))
        roles["content"].update(with_marks(text, (part.start, part.end)) for part in claim.content)
    return {role: frozenset(found) for role, found in roles.items()}


def with_marks(text: str, span: Range) -> Range:
    """A content span with the quotation marks around it and the complementiser before it."""
    start, end = span
    if start and text[start - 1] in _OPENING:
        start -= 1
    end = _with_closing(text, start, end)
    complementiser = _COMPLEMENTISER.search(text, max(0, start - _WINDOW), start)
    return (complementiser.start() if complementiser else start), end


def _with_closing(text: str, start: int, end: int) -> int:
    """The end with the closing mark, and the point or comma that stands before the mark."""
    mark = end
    while mark < len(text) and mark - end < 2 and text[mark] in ".,!?…":
        mark += 1
    opened = any(char in _OPENING for char in text[start:end])
    return mark + 1 if opened and mark < len(text) and text[mark] in _CLOSING else end


def with_auxiliaries(text: str, span: Range) -> Range:
    """A cue with the auxiliaries right before it: has said, was told."""
    start, end = span
    while auxiliary := _AUXILIARY.search(text, max(0, start - _WINDOW), start):
        start = auxiliary.start()
    return start, end
