"""What the Arabic rules hand to one another: an act of saying whose content is not yet cut to its end."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.local.drafts import Range
from schemas import SpeechAct


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution found by a rule.

    ``opens`` is where the content begins; it runs on until something ends it, but for a ``fixed`` content. ``clause``
    is where the words that introduce it begin. A ``coordinate`` saying ends the content of the one before it.
    ``carries`` tells where a speaker comes from that is not spoken: "subject" is the sentence's, "previous" the last
    one; "" where the source is spoken or nobody is meant. ``relays`` marks the two halves of "A quoted B as saying".
    """

    line: int
    cue: Range | None
    clause: int
    opens: int
    rule: str
    confidence: float
    source: Range | None = None
    carries: str = ""
    coordinate: bool = False
    shape: str = "clause"
    fixed: tuple[Range, ...] = ()
    gender: str = ""
    plural: bool = False
    act: SpeechAct = SpeechAct.SAY
    polarity: str = "affirms"
    modality: str = "asserted"
    addressee: Range | None = None
    relays: str = ""

    @property
    def place(self) -> int:
        """Where the saying is signalled: its cue, or else its source or content."""
        if self.cue is not None:
            return self.cue[0]
        return self.source[0] if self.source is not None else self.opens
