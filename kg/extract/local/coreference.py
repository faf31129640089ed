"""Which mentions are of one entity, and which entity a phrase is about.

All rules are deterministic and look back only:

- two names are one entity where the gazetteer says so, or their folded words are equal;
- a person's shorter name joins the latest longer one that begins or ends with it (بلينكن → أنتوني بلينكن), a surname
  without its article or with it alike; a person is never joined to one with another given name;
- an organization's shorter name joins the latest longer one that begins with it (وزارة الخارجية → وزارة الخارجية
  الأمريكية), a name that is another's initials or bracketed abbreviation joins it;
- a surname or given name that stands alone and was read as nothing else is a named mention of the person who bears it;
- a definite type noun (الوزارة، الصحيفة, the ministry) is a nominal mention of the latest entity of that kind; a
  definite title (الوزير, the minister) of the latest person introduced with that title.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.extract.local.candidates import Candidate, adjacency
from kg.extract.local.document import Document
from kg.extract.local.drafts import EntityDraft, MentionDraft
from kg.extract.local.nominals import nominal_mentions, stray_names
from schemas import EntityType

_ORGANIZED = {EntityType.ORGANIZATION, EntityType.OUTLET, EntityType.GROUP}


@dataclass
class Cluster:
    """Mentions of one entity as far as read."""

    type: EntityType
    names: list[tuple[str, ...]] = field(default_factory=list)
    mentions: list[MentionDraft] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    key: str | None = None
    wikidata: str | None = None
    label: str | None = None

    def add(self, candidate: Candidate) -> None:
        """Take ``candidate`` as one more named mention."""
        self.mentions.append(MentionDraft(candidate.start, candidate.end, "named"))
        if candidate.words not in self.names:
            self.names.append(candidate.words)
        self.roles |= candidate.roles
        if candidate.entry and self.key is None:
            self.key, self.wikidata, self.label = candidate.entry.key, candidate.entry.wikidata, candidate.entry.name


def join(document: Document, candidates: Sequence[Candidate]) -> tuple[EntityDraft, ...]:
    """The entities that ``candidates``, in the order of the text and without overlaps, are mentions of."""
    clusters: list[Cluster] = []
    by_key: dict[str, Cluster] = {}
    by_name: dict[tuple[EntityType, tuple[str, ...]], Cluster] = {}
    by_edge: dict[tuple[EntityType, str], list[Cluster]] = {}
    full_first = sorted(candidates, key=lambda c: (c.type is EntityType.PERSON and len(c.words) == 1, c.start))
    for candidate in full_first:
        words = bare(candidate.words)
        cluster = by_key.get(candidate.entry.key) if candidate.entry else None
        cluster = cluster or by_name.get((candidate.type, words)) or _partial(candidate, words, by_edge)
        if cluster is None:
            cluster = Cluster(candidate.type)
            clusters.append(cluster)
        cluster.add(candidate)
        if candidate.entry:
            by_key.setdefault(candidate.entry.key, cluster)
        by_name.setdefault((candidate.type, words), cluster)
        for edge in {words[0], words[-1]}:
            by_edge.setdefault((candidate.type, edge), []).append(cluster)
    taken = {i for candidate in candidates for i in range(candidate.first, candidate.last + 1)}
    stray_names(document, clusters, taken)
    nominal_mentions(document, clusters, taken)
    return _drafts(document, clusters)


def bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words of a name as they are compared: without the article and without العبد's space (عبد الله, عبدالله)."""
    out: list[str] = []
    for word in words:
        if out and out[-1] in ("عبد", "ابو") and len(out) > 0:
            out[-1] += word
        else:
            out.append(word)
    return tuple(w[2:] if w.startswith("ال") and len(w) > 4 else w.removeprefix("al-") for w in out)


def _partial(
    candidate: Candidate, words: tuple[str, ...], by_edge: dict[tuple[EntityType, str], list[Cluster]]
) -> Cluster | None:
    """The latest cluster whose name begins or ends with ``words``, or that ``words`` lengthen."""
    if candidate.type is EntityType.PERSON:
        edges: Iterable[str] = (words[0], words[-1])
    elif candidate.type in _ORGANIZED:
        edges = (words[0],)
    else:
        return None
    for edge in edges:
        for cluster in reversed(by_edge.get((candidate.type, edge), [])):
            if candidate.entry and cluster.key and candidate.entry.key != cluster.key:
                continue
            if any(_same(candidate.type, words, bare(name)) for name in cluster.names):
                return cluster
    return None


def _same(type_: EntityType, a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if type_ is EntityType.PERSON:
        if len(short) == 1:
            return len(short[0]) > 2 and short[0] in (long[0], long[-1])
        return short[0] == long[0] and _is_subsequence(short, long)
    return len(short) > 1 and long[: len(short)] == short


def _is_subsequence(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)


def _drafts(document: Document, clusters: list[Cluster]) -> tuple[EntityDraft, ...]:
    text = document.text
    ordered = sorted(clusters, key=lambda c: min((m.start, m.end) for m in c.mentions))
    out = []
    for number, cluster in enumerate(ordered, start=1):
        mentions = tuple(sorted(cluster.mentions, key=lambda m: (m.start, m.end)))
        named = [m for m in mentions if m.kind == "named"]
        longest = max(named, key=lambda m: (m.end - m.start, -m.start))
        name = " ".join(text[longest.start : longest.end].split())
        out.append(EntityDraft(f"e{number}", cluster.type, name, mentions, cluster.wikidata))
    return tuple(out)


def head_entity(document: Document, entities: Sequence[EntityDraft], start: int, end: int) -> str | None:
    """The entity that the noun phrase ``start:end`` stands for, or None where its head is unnamed.

    A person's name beats the office before it (وزير الخارجية الأمريكي جون كيري → جون كيري). An organization is the head
    only where the phrase begins with it (وزارة الصحة التي تديرها حماس → the ministry); behind another noun, it is what
    that noun belongs to (متحدث باسم الوزارة → None).
    """
    found = sorted((m.start, -m.end, e.id, e.type, m.kind) for e in entities for m in e.mentions if start <= m.start and m.end <= end)
    if not found:
        return None
    limit = _clause_end(document, start, end)
    for m_start, m_end, id_, type_, _ in found:
        if type_ is EntityType.PERSON and m_start < limit and not _is_governed(document, start, m_start, -m_end, end):
            return id_
    for m_start, m_end, id_, _, _ in found:
        if m_start < limit and _is_led(document, start, m_start) and not _is_modifier(document, -m_end, end):
            return id_
    return None


_RELATIVES = frozenset({"التي", "الذي", "الذين", "who", "which", "that", "whose", "where"})
_GOVERNORS = frozenset({"of", "for", "to", "at", "in", "with", "from", "by", "عن", "من", "الي", "لدي", "مع", "في", "عند"})
_LEADS = frozenset({"the", "a", "an", "صحيفه", "جريده", "مجله", "موقع", "قناه", "وكاله", "شركه", "شبكه", "حركه", "جماعه",
                    "تنظيم", "اذاعه", "تلفزيون", "مدينه", "منظمه", "حزب", "newspaper", "website", "magazine", "agency"})  # fmt: skip


def _clause_end(document: Document, start: int, end: int) -> int:
    """Where a relative clause begins; names inside it are not the head."""
    for token in document.tokens_in(start, end):
        if token.norm in _RELATIVES and token.start > start:
            return token.start
    return end


def _is_governed(document: Document, start: int, m_start: int, m_end: int, end: int) -> bool:
    """Whether a person's name belongs to another noun: a spokesman for X, مكتب X, X's office."""
    before = document.tokens_in(start, m_start)
    after = document.tokens_in(m_end, end)
    if after and after[0].norm in ("'s", "’s", "'"):
        return True
    if document.text[m_end : m_end + 2] in ("'s", "’s") and m_end + 2 < end:
        return True
    words = [token for token in before if token.is_word]
    if words and words[-1].norm in _GOVERNORS:
        return True
    if document.language == "ar" and words:
        own = next((t for t in document.tokens if t.start <= m_start < t.end), None)
        if own is not None and own.start < m_start and document.text[own.start : m_start].strip("وف") != "":
            return True
        return len(words) == 1 and words[0].norm in _POSSESSED
    return False


_POSSESSED = frozenset({"اداره", "حكومه", "مكتب", "حمله", "محامي", "والد", "والده", "زوجه", "زوج", "شقيق", "نجل", "ابن",
                        "ابنه", "انصار", "عائله", "عايله", "اسره", "مستشار", "نظام", "قوات", "محاميه", "مقربون", "متحدث"})  # fmt: skip


def _is_led(document: Document, start: int, m_start: int) -> bool:
    """Whether only an article, a describing type noun or quotation marks stand before the mention."""
    return all(not token.is_word or token.norm in _LEADS for token in document.tokens_in(start, m_start)) and (
        not _clitic_before(document, m_start) or m_start <= start + 2
    )


def _clitic_before(document: Document, m_start: int) -> bool:
    token = document.token_at(m_start)
    return token is not None and token.start < m_start


def _is_modifier(document: Document, m_end: int, end: int) -> bool:
    """Whether an English name only modifies a noun after it: the Foreign Ministry |spokesman."""
    if document.language == "ar":
        return False
    if document.text[m_end : m_end + 2] in ("'s", "’s"):
        return True
    after = document.tokens_in(m_end, end)
    return bool(after) and after[0].is_word and after[0].norm not in _GOVERNORS | _RELATIVES | {"and", "or"}
