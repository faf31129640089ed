"""One attribution as the rules find it, before its content is cut to size and its source resolved."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.local.claims.english_lexicon import Cue
from kg.extract.local.claims.english_line import Line, Stretch


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source and a cue in a line, and where what is said stands. Positions are item indices.

    ``head:tail`` is the attribution itself, its conjunction included: content of others ends before it. ``opens`` is
    where content to the right begins (None where there is none), ``closes`` where it must end; ``fronted`` says that
    the content stands before ``head``; ``extra`` is content besides. ``voice`` is "phrase" (the source is spoken),
    "carried" (an earlier subject is meant, the ``antecedent``) or "hearsay". ``relayed_by`` is the cue of the
    attribution that conveys this one.
    """

    line: Line
    rule: str
    cue: Stretch | None
    meaning: Cue | None
    head: int
    tail: int
    source: Stretch | None = None
    voice: str = "phrase"
    antecedent: Stretch | None = None
    opens: int | None = None
    closes: int | None = None
    fronted: bool = False
    extra: tuple[Stretch, ...] = ()
    addressee: Stretch | None = None
    modal: bool = False
    confidence: float = 0.9
    relayed_by: Stretch | None = None
