"""Which mentions are of one entity.

All rules are deterministic and look back only:

- two names are one entity where the gazetteer says so, or their folded words are equal;
- a person's shorter name joins the latest longer one that begins or ends with it (بلينكن → أنتوني بلينكن), a surname
  without its article or with it alike; a person is never joined to one with another given name;
- a ministry whose name says where it is (وزارة الصحة في غزة) is not joined to one with more of a name (وزارة الصحة
  الفلسطينية): there may be two;
- an organization's shorter name joins the latest longer one that begins with it (وزارة الخارجية → وزارة الخارجية
  الأمريكية), a name that is another's initials or bracketed abbreviation joins it;
- a surname or given name that stands alone and was read as nothing else is a named mention of the person who bears it;
- a definite type noun (الوزارة، الصحيفة, the ministry) is a nominal mention of the latest entity of that kind; a
  definite title (الوزير, the minister) of the latest person introduced with that title.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.extract.local.candidates import Candidate, Row
from kg.extract.local.document import Document
from kg.extract.local.drafts import EntityDraft, MentionDraft
from kg.extract.local.nominals import Antecedent, lone_names, nominals
from kg.extract.local.phrases import head_entity
from schemas import EntityType

__all__ = ["head_entity", "join"]

_FURTHEST_BACK = 40
"""How many earlier entities with a word in common are tried for a shorter name."""
_MINISTRIES = frozenset({"وزاره", "ministry"})
_PLACED = re.compile(r"\s+(?:في|بولاية|بمحافظة|in)\s")
"""What follows the name of a ministry that is one of several: where it is."""
_ORGANIZED = {EntityType.ORGANIZATION, EntityType.OUTLET, EntityType.GROUP}


@dataclass
class _Cluster:
    """Mentions of one entity as far as read."""

    type: EntityType
    names: dict[tuple[str, ...], None] = field(default_factory=dict)
    mentions: list[MentionDraft] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    key: str | None = None
    placed: bool = False
    wikidata: str | None = None

    def add(self, candidate: Candidate) -> None:
        """Take ``candidate`` as one more named mention."""
        self.mentions.append(MentionDraft(candidate.start, candidate.end, "named"))
        self.names.setdefault(candidate.words)
        self.nouns |= {role.removeprefix("ال") for role in candidate.roles}
        if candidate.type is not EntityType.PERSON:
            self.nouns |= {candidate.words[0].removeprefix("ال"), candidate.words[-1]}
        if candidate.entry and self.key is None:
            self.key, self.wikidata = candidate.entry.key, candidate.entry.wikidata


def join(document: Document, row: Row, candidates: Sequence[Candidate]) -> tuple[EntityDraft, ...]:
    """The entities that ``candidates``, in the order of the text and without overlaps, are mentions of."""
    placed = frozenset(one.start for one in candidates if _PLACED.match(document.text, one.end))
    clusters = _clusters(candidates, placed)
    taken = {i for candidate in candidates for i in range(candidate.first, candidate.last + 1)}
    for reference in lone_names(row, _surnames(clusters), taken):
        clusters[reference.cluster].mentions.append(MentionDraft(reference.start, reference.end, reference.kind))
        token = document.token_at(reference.start)
        if token is not None:
            taken.add(token.index)
    for reference in nominals(document.language, row, _antecedents(clusters), taken):
        clusters[reference.cluster].mentions.append(MentionDraft(reference.start, reference.end, reference.kind))
    return _drafts(document, clusters)


def _clusters(candidates: Sequence[Candidate], placed: frozenset[int]) -> list[_Cluster]:
    clusters: list[_Cluster] = []
    by_key: dict[str, _Cluster] = {}
    by_name: dict[tuple[EntityType, tuple[str, ...]], _Cluster] = {}
    by_edge: dict[tuple[EntityType, str], list[_Cluster]] = {}
    full_first = sorted(candidates, key=lambda c: (c.type is EntityType.PERSON and len(c.words) == 1, c.start))
    for candidate in full_first:
        words = bare(candidate.words)
        cluster = by_key.get(candidate.entry.key) if candidate.entry else None
        cluster = cluster or _unless_another(candidate, by_name.get((candidate.type, words)))
        ministry = words[0] in _MINISTRIES
        here = ministry and candidate.start in placed
        cluster = cluster or _partial(candidate, words, by_edge, placed=here)
        if cluster is None:
            cluster = _Cluster(candidate.type)
            clusters.append(cluster)
        cluster.add(candidate)
        cluster.placed = cluster.placed or here
        if candidate.entry:
            by_key.setdefault(candidate.entry.key, cluster)
        by_name.setdefault((candidate.type, words), cluster)
        for edge in _edges(candidate.type, words):
            others = by_edge.setdefault((candidate.type, edge), [])
            if not others or others[-1] is not cluster:
                others.append(cluster)
    return clusters


def _edges(type_: EntityType, words: tuple[str, ...]) -> set[str]:
    """The keys by which a later name may find this one: its outer words, and the initials of an organization."""
    edges = {words[0], words[-1]}
    if type_ in _ORGANIZED and len(words) > 1:
        edges.add(_initials(words))
    return edges


def _initials(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words if word not in ("of", "for", "the", "and", "in", "on"))


def _surnames(clusters: Sequence[_Cluster]) -> dict[str, int]:
    """The last word of each person's full name, where only one person of the article bears it."""
    bearers: dict[str, set[int]] = {}
    for number, cluster in enumerate(clusters):
        if cluster.type is EntityType.PERSON:
            for name in cluster.names:
                if len(name) > 1:
                    bearers.setdefault(name[-1], set()).add(number)
    return {name: min(numbers) for name, numbers in bearers.items() if len(numbers) == 1}


def _antecedents(clusters: Sequence[_Cluster]) -> list[Antecedent]:
    found = [
        Antecedent(mention.start, number, cluster.type, frozenset(cluster.nouns))
        for number, cluster in enumerate(clusters)
        for mention in cluster.mentions
    ]
    return sorted(found, key=lambda antecedent: (antecedent.start, antecedent.cluster))


def bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words of a name as they are compared: without the article and without العبد's space (عبد الله, عبدالله)."""
    out: list[str] = []
    for word in words:
        if out and out[-1] in ("عبد", "ابو"):
            out[-1] += word
        else:
            out.append(word)
    return tuple(w[2:] if w.startswith("ال") and len(w) > 4 else w.removeprefix("al-") or w for w in out)


def _partial(
    candidate: Candidate, words: tuple[str, ...], by_edge: dict[tuple[EntityType, str], list[_Cluster]], *, placed: bool
) -> _Cluster | None:
    """The latest cluster whose name begins or ends with ``words``, or that ``words`` lengthen.

    ``placed`` tells that words beside the name say where a ministry is.
    """
    if candidate.type is EntityType.PERSON:
        edges: Iterable[str] = (words[0], words[-1])
    elif candidate.type in _ORGANIZED:
        edges = (words[0],)
    else:
        return None
    for edge in edges:
        for cluster in by_edge.get((candidate.type, edge), [])[: -_FURTHEST_BACK - 1 : -1]:
            stands_for = len(words) == 1 and any(words[0] == _initials(bare(name)) for name in cluster.names)
            if stands_for and candidate.type in _ORGANIZED:
                return cluster
            if placed or (cluster.placed and all(len(words) > len(name) for name in cluster.names)):
                continue
            if _unless_another(candidate, cluster) and any(
                _same(candidate.type, words, bare(name)) for name in cluster.names
            ):
                return cluster
    return None


def _unless_another(candidate: Candidate, cluster: _Cluster | None) -> _Cluster | None:
    """The cluster, unless the gazetteer knows it and the candidate as two things."""
    if cluster and candidate.entry and cluster.key and candidate.entry.key != cluster.key:
        return None
    return cluster


def _same(type_: EntityType, a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if type_ is EntityType.PERSON:
        if len(short) == 1:
            return len(short[0]) > 2 and short[0] in (long[0], long[-1])
        return short[0] == long[0] and _is_subsequence(short, long)
    if len(short) == 1:
        return len(short[0]) > 1 and short[0] == _initials(long)
    return long[: len(short)] == short


def _is_subsequence(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)


def _drafts(document: Document, clusters: list[_Cluster]) -> tuple[EntityDraft, ...]:
    text = document.text
    ordered = sorted(clusters, key=lambda c: min((m.start, m.end) for m in c.mentions))
    out = []
    for number, cluster in enumerate(ordered, start=1):
        mentions = tuple(sorted(cluster.mentions, key=lambda m: (m.start, m.end)))
        named = [m for m in mentions if m.kind == "named"]
        out.append(
            EntityDraft(f"e{number}", cluster.type, _label(text, cluster.type, named), mentions, cluster.wikidata)
        )
    return tuple(out)


def _label(text: str, type_: EntityType, named: Sequence[MentionDraft]) -> str:
    """How the article calls the entity: a person or body by the fullest name, anything else by the most frequent."""
    names = [" ".join(_with_article(text, mention).split()) for mention in named]
    counts = Counter(names)
    if type_ in (EntityType.PERSON, EntityType.ORGANIZATION):
        return max(names, key=len)
    return max(names, key=lambda name: (counts[name], len(name)))


def _with_article(text: str, mention: MentionDraft) -> str:
    """The words of a mention; behind لل the article's alef, which is not written there, is put back."""
    words = text[mention.start : mention.end]
    lam = words.startswith("ل") and mention.start > 0 and text[mention.start - 1] == "ل"
    return "ا" + words if lam else words
