"""One source that cites another: "the paper reported, citing two officials"; "it quoted a diplomat as saying that"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.extract.local.claims.english_attribution import Attribution
from kg.extract.local.claims.english_complements import complement
from kg.extract.local.claims.english_lexicon import is_a, lexicon
from kg.extract.local.claims.english_line import Line, Stretch
from kg.extract.local.claims.english_phrases import chunk_end

_QUOTED = frozenset({"quoted", "cited"})
_QUOTED_REACH = 14


def relayed(found: Iterable[Attribution]) -> list[Attribution]:
    """``found``, where "citing somebody" takes that somebody as its source and the content it is cited for."""
    kept = list(found)
    out: list[Attribution] = []
    for one in kept:
        if (
            not one.rule.endswith("citenp")
            or one.opens is None
            or one.closes is None
            or not _speaks(one.line, (one.opens, one.closes))
        ):
            out.extend(_quoted_by(one))
        else:
            out.extend(_relay(one, (one.opens, one.closes), kept))
    return out


def _relay(one: Attribution, cited: Stretch, found: list[Attribution]) -> list[Attribution]:
    quoted = _quoted_as_saying(one, cited)
    if quoted:
        return quoted
    if not one.rule.startswith(("participle", "absolute")):
        return []
    return [_cited(one, cited, _outer(one, found))]


def _quoted_by(one: Attribution) -> list[Attribution]:
    """An official quoted by a medium said: one claim by the medium, one by whom it quotes; else ``one`` alone."""
    line, source, meaning = one.line, one.source, one.meaning
    if source is None or one.cue is None or meaning is None or not one.rule.startswith("verb"):
        return [one]
    first, stop = source
    for at in range(first + 1, min(stop, first + _QUOTED_REACH) - 2):
        if line.norm(at) in _QUOTED and line.norm(at + 1) == "by":
            outer = replace(
                one,
                rule="quoted-by",
                cue=(at, at + 1),
                meaning=replace(lexicon().verbs["quote"].cues[0], denies=meaning.denies),
                source=(at + 2, stop),
                confidence=0.75,
            )
            return [outer, replace(one, source=(first, at), relayed_by=outer.cue)]
    return [one]


def _speaks(line: Line, cited: Stretch) -> bool:
    """Whether what is cited is a person, a body or a text, and not a reason."""
    first, stop = cited
    head = line.norm(chunk_end(line, first) - 1)
    if any(is_a(head, kind) for kind in ("unnamed", "document", "person")):
        return True
    return any(item.capital and item.tag == "n" for item in line.items[first:stop])


def _quoted_as_saying(one: Attribution, cited: Stretch) -> list[Attribution]:
    """The relay of "quoted X as saying that ...": one claim by who quotes, one by X, of the same content."""
    line, says = one.line, cited[1]
    if line.norm(says) != "as" or line.tag(says + 1) != "G":
        return []
    form = line.items[says + 1].form
    cues = form.cues if form and form.cues else lexicon().verbs["say"].cues
    found = complement(line, says + 2, cues[0])
    if found is None:
        return []
    outer = replace(one, rule="quoting", opens=found.opens, closes=found.closes, tail=found.opens, confidence=0.85)
    inner = replace(
        outer,
        rule="quoted",
        cue=(says + 1, says + 2),
        meaning=cues[0],
        source=cited,
        voice="phrase",
        relayed_by=one.cue,
    )
    return [outer, inner]


def _outer(one: Attribution, found: list[Attribution]) -> Attribution | None:
    """The attribution whose content is what the cited source says: the nearest before, or else the first after."""
    others = [other for other in found if other is not one and not other.rule.endswith("citenp")]
    before = [other for other in others if other.head < one.head and (other.fronted or other.opens is not None)]
    after = [other for other in others if other.head > one.head]
    return before[-1] if before else after[0] if after else None


def _cited(one: Attribution, cited: Stretch, outer: Attribution | None) -> Attribution:
    line = one.line
    shared = replace(one, rule="citing", source=cited, voice="phrase", opens=None, closes=None, confidence=0.8)
    if outer is None:
        if one.head == 0:
            opens = cited[1] + 1 if line.tag(cited[1]) == "," else cited[1]
            return replace(shared, opens=opens, tail=cited[1])
        return replace(shared, fronted=True, tail=cited[1])
    shared = replace(shared, relayed_by=outer.cue)
    if outer.fronted:
        return replace(shared, fronted=True, head=outer.head, tail=max(outer.tail, cited[1]))
    if outer.opens is not None and outer.opens > one.head:
        return replace(shared, opens=outer.opens, tail=cited[1])
    return replace(shared, head=one.head, opens=outer.opens, closes=one.head, tail=cited[1])
