"""Event coreference across documents against ECB+: its mentions are given, its clusters are to be found.

Read are the event mentions (ACTION_…, NEG_ACTION_…) of the sentences that ECBplus_coreference_sentences.csv lists.
Documents are gathered by what they say, over all that is evaluated; neither topic nor subtopic is told. All documents
are scored as one, and clusters of one mention count.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from kg.errors import KgError
from kg.evaluate.coreference_scores import linked_pairs, score_clusters
from kg.evaluate.scores import Counts, Report
from kg.resolve.events_documents import gather, likenesses
from kg.resolve.events_mentions import EventMention, cluster_mentions, same_lemma

SENTENCES = "ECBplus_coreference_sentences.csv"
_DEFINITIONS = {
    "CoNLL F1": "mean of the three below",
    "MUC F1": "links that a cluster needs at least",
    "B3 F1": "of each mention, how much of its cluster is shared",
    "CEAF-e F1": "clusters aligned one to one by what they share (φ4)",
    "same lemma: CoNLL F1": "the baseline: one cluster a gathering of documents and lemma",
    "pairs": "pairs of mentions of one cluster",
    "same lemma: pairs": "the same, by the baseline",
}


class CoreferenceDataError(KgError):
    """The annotated documents are not where or what they should be."""


@dataclass(frozen=True, slots=True)
class AnnotatedMentions:
    """The mentions of some documents, the gold cluster of each, and every word of the documents by sentence."""

    mentions: tuple[EventMention, ...]
    clusters: tuple[str, ...]
    documents: dict[str, dict[int, list[str]]]

    def words(self) -> dict[str, list[str]]:
        """The words of each document."""
        return {name: [word for row in rows.values() for word in row] for name, rows in self.documents.items()}


def read_ecbplus(folder: Path, wanted: Callable[[int], bool] = lambda topic: True) -> AnnotatedMentions:
    """The event mentions of ECB+ below ``folder``, of the topics that are ``wanted``.

    Raises CoreferenceDataError where the list of sentences is missing or no listed document is there.
    """
    mentions: list[EventMention] = []
    clusters: list[str] = []
    documents: dict[str, dict[int, list[str]]] = {}
    for name, topic, sentences in _listed(folder):
        path = folder / topic / f"{name}.xml"
        if not wanted(int(topic)) or not path.exists():
            continue
        try:
            root = ElementTree.parse(path).getroot()  # noqa: S314 - expat refuses entity floods since 2.4.1
        except ElementTree.ParseError as error:
            raise CoreferenceDataError(f"{path}: not XML: {error}") from error
        words: dict[int, list[str]] = defaultdict(list)
        place: dict[str, tuple[int, int]] = {}
        for token in root.iter("token"):
            sentence = int(token.get("sentence", "0"))
            place[token.get("t_id", "")] = sentence, len(words[sentence])
            words[sentence].append((token.text or "").strip())
        documents[name] = dict(words)
        for cluster, at in _annotated(root, name, place):
            if at[0][0] in sentences:
                row = words[at[0][0]]
                mentions.append(EventMention(name, at[0][0], tuple(number for _, number in at), tuple(row)))
                clusters.append(cluster)
    if not mentions:
        raise CoreferenceDataError(f"{folder}: none of the documents of {SENTENCES} is there; give the folder of ECB+")
    return AnnotatedMentions(tuple(mentions), tuple(clusters), documents)


def evaluate_coreference(folder: Path, topics: str = "") -> Report:
    """Ours and the same-lemma baseline over ``folder``; ``topics`` such as 21-35 takes only those."""
    first, _, last = topics.partition("-")
    if topics and not (first.isdigit() and (last or first).isdigit()):
        raise CoreferenceDataError(f"topics {topics!r}: give a number or a range such as 21-35")
    found = read_ecbplus(folder, lambda topic: not topics or int(first) <= topic <= int(last or first))
    gold = dict(enumerate(found.clusters))
    alike = likenesses(found.words())
    gathered = gather(sorted(found.documents), alike)
    ours = dict(enumerate(cluster_mentions(found.mentions, gathered, alike)))
    lemmas = dict(enumerate(same_lemma(found.mentions, gathered)))
    scores, floor = score_clusters(gold, ours), score_clusters(gold, lemmas)
    title = "Event coreference across documents, given mentions" + (f", topics {topics}" if topics else "")
    size = f"{len(gold)} mentions in {len(found.documents)} documents, {len(set(found.clusters))} clusters"
    return Report(
        title,
        size,
        {
            "pairs": _pairs(linked_pairs(gold), linked_pairs(ours)),
            "same lemma: pairs": _pairs(linked_pairs(gold), linked_pairs(lemmas)),
        },
        _DEFINITIONS,
        {
            "CoNLL F1": scores.conll,
            "MUC F1": scores.muc,
            "B3 F1": scores.b_cubed,
            "CEAF-e F1": scores.ceaf_e,
            "same lemma: CoNLL F1": floor.conll,
        },
    )


def _pairs(gold: set[tuple[int, int]], found: set[tuple[int, int]]) -> Counts:
    return Counts(len(gold & found), len(gold), len(found))


def _listed(folder: Path) -> Iterator[tuple[str, str, frozenset[int]]]:
    sentences: dict[tuple[str, str], set[int]] = defaultdict(set)
    try:
        with (folder / SENTENCES).open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                sentences[(row["Topic"], row["File"])].add(int(row["Sentence Number"]))
    except (OSError, KeyError, ValueError) as error:
        raise CoreferenceDataError(f"{folder / SENTENCES}: cannot be read: {error}; give the folder of ECB+") from error
    for (topic, file_name), numbers in sorted(sentences.items()):
        yield f"{topic}_{file_name}", topic, frozenset(numbers)


def _annotated(
    root: ElementTree.Element, name: str, place: dict[str, tuple[int, int]]
) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """The cluster of each event mention, and the sentence and number of each of its words."""
    clusters: dict[str, str] = {}
    for relation in root.iterfind("Relations/*"):
        across = relation.tag == "CROSS_DOC_COREF"
        cluster = relation.get("note", "") if across else f"{name}:{relation.get('r_id')}"
        clusters.update({source.get("m_id", ""): cluster for source in relation.iterfind("source")})
    for mention in root.iterfind("Markables/*"):
        at = [place[anchor.get("t_id", "")] for anchor in mention.iterfind("token_anchor")]
        if at and "ACTION" in mention.tag:
            number = mention.get("m_id", "")
            yield clusters.get(number, f"{name}:mention {number}"), at
