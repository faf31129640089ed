"""Who "he" or an unspoken subject is."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.local.claims.english_lexicon import is_a
from kg.extract.local.claims.english_line import Line, Stretch
from kg.extract.local.claims.english_phrases import chunk_end

_FIRST = frozenset({"i", "we"})


@dataclass(slots=True)
class Speakers:
    """The sources so far, latest last."""

    phrases: list[tuple[str, str]] = field(default_factory=list)

    def add(self, text: str, line: Line, stretch: Stretch) -> None:
        """Remember a source that is not a pronoun."""
        self.phrases.append((text, kind_of(line, stretch)))

    def last(self) -> str | None:
        """The latest source."""
        return self.phrases[-1][0] if self.phrases else None

    def antecedent(self, pronoun: str) -> str | None:
        """The latest source that a pronoun may stand for: by number, gender, person or thing."""
        for text, kind in reversed(self.phrases[-8:]):
            if _agrees(pronoun, kind):
                return text
        return None


def pronoun_of(line: Line, stretch: Stretch) -> str | None:
    """The personal pronoun that a source is, folded; None where it is a phrase."""
    if stretch[1] - stretch[0] != 1:
        return None
    word = line.norm(stretch[0]).split("'")[0]
    return word if is_a(word, "personal") else None


def is_first_person(pronoun: str) -> bool:
    """Whether the pronoun means whoever is speaking."""
    return pronoun in _FIRST or pronoun in {"my", "our"}


def kind_of(line: Line, stretch: Stretch) -> str:
    """ "male", "female", "person", "thing" or "plural": what pronoun may follow a phrase."""
    first, stop = stretch
    end = min(stop, max(first + 1, chunk_end(line, first)))
    words = [line.norm(at) for at in range(first, end)]
    if any(is_a(word, "male") for word in words):
        return "male"
    if any(is_a(word, "female") for word in words):
        return "female"
    head = words[-1] if words else ""
    plural = head.endswith("s") and not line.items[end - 1].capital
    if (plural and is_a(head, "unnamed")) or "and" in words:
        return "plural"
    if is_a(head, "document") or head.endswith(_THINGS):
        return "thing"
    if line.tag(first) == "D" and line.items[end - 1].capital:
        return "thing"
    return "person"


_THINGS = ("ministry", "agency", "government", "department", "office", "party", "group", "company", "army", "union")


def _agrees(pronoun: str, kind: str) -> bool:
    if pronoun in {"he", "his"}:
        return kind in {"male", "person"}
    if pronoun in {"she", "her"}:
        return kind in {"female", "person"}
    if pronoun in {"it", "its"}:
        return kind == "thing"
    if pronoun in {"they", "their"}:
        return kind in {"plural", "thing"}
    return True
