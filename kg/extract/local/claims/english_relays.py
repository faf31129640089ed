"""One source that cites another: "the paper reported, citing two officials"; "Yonhap, quoting KCNA, said"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.extract.local.claims.english_attribution import Attribution
from kg.extract.local.claims.english_lexicon import is_a
from kg.extract.local.claims.english_line import Line
from kg.extract.local.claims.english_phrases import Stretch, chunk_end


def relayed(found: Iterable[Attribution]) -> list[Attribution]:
    """``found``, where "citing somebody" takes that somebody as its source and the content it is cited for."""
    out: list[Attribution] = []
    kept = list(found)
    for one in kept:
        if not one.rule.endswith("citenp") or one.opens is None or one.closes is None:
            out.append(one)
            continue
        cited = (one.opens, one.closes)
        if not _speaks(one.line, cited):
            out.append(one)
            continue
        outer = _outer(one, kept)
        out.append(_cited(one, cited, outer))
    return out


def _speaks(line: Line, cited: Stretch) -> bool:
    """Whether what is cited is a person, a body or a text, and not a reason."""
    first, stop = cited
    head = line.norm(chunk_end(line, first) - 1)
    if any(is_a(head, kind) for kind in ("unnamed", "document", "person")):
        return True
    return any(item.capital and item.tag == "n" for item in line.items[first:stop])


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
    if outer.fronted:
        return replace(shared, fronted=True, head=outer.head, tail=max(outer.tail, cited[1]))
    opens = outer.opens
    if opens is not None and opens > one.head:
        return replace(shared, opens=opens, tail=cited[1])
    return replace(shared, head=one.head, opens=opens, closes=one.head, tail=cited[1])
