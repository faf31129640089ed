"""Scores of clusterings, checked against a library; reading ECB+; the figures that event coreference must keep."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.evaluate.coreference import CoreferenceDataError, evaluate_coreference, read_ecbplus
from kg.evaluate.coreference_scores import score_clusters

XML = """<Document doc_name="1_1ecb.xml">
<token t_id="1" sentence="0" number="0">زلزال</token><token t_id="2" sentence="0" number="1">earthquake</token>
<token t_id="3" sentence="1" number="0">quake</token><token t_id="4" sentence="2" number="0">tremor</token>
<Markables>
<ACTION_OCCURRENCE m_id="1"><token_anchor t_id="1"/></ACTION_OCCURRENCE>
<ACTION_OCCURRENCE m_id="2"><token_anchor t_id="2"/></ACTION_OCCURRENCE>
<NEG_ACTION_OCCURRENCE m_id="3"><token_anchor t_id="3"/></NEG_ACTION_OCCURRENCE>
<ACTION_OCCURRENCE m_id="4"><token_anchor t_id="4"/></ACTION_OCCURRENCE>
<LOC_GEO m_id="5"><token_anchor t_id="2"/></LOC_GEO>
<ACTION_OCCURRENCE m_id="6" TAG_DESCRIPTOR="quake" instance_id="ACT1"/>
</Markables>
<Relations><CROSS_DOC_COREF r_id="9" note="ACT1"><source m_id="1"/><source m_id="2"/><target m_id="6"/>
</CROSS_DOC_COREF>
</Relations></Document>"""


def groups(clusters: Mapping[int, Hashable]) -> list[set[int]]:
    found: dict[Hashable, set[int]] = defaultdict(set)
    for mention, cluster in clusters.items():
        found[cluster].add(mention)
    return list(found.values())


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=2, max_size=24))
def test_scores_are_those_of_a_library(pairs: list[tuple[int, int]]) -> None:
    library = pytest.importorskip("scorch.scores", reason="scorch is in the extra named test")
    gold = {number: one for number, (one, _) in enumerate(pairs)}
    found = {number: other for number, (_, other) in enumerate(pairs)}
    ours = score_clusters(gold, found)
    key, response = groups(gold), groups(found)
    if len(key) < len(gold) and len(response) < len(found):
        assert ours.muc == pytest.approx(100 * library.muc(key, response)[2])
    assert ours.b_cubed == pytest.approx(100 * library.b_cubed(key, response)[2])
    assert ours.ceaf_e == pytest.approx(100 * library.ceaf_e(key, response)[2])


def test_equal_clusterings_are_right() -> None:
    same = {1: "أ", 2: "أ", 3: "ب"}
    assert score_clusters(same, {1: 7, 2: 7, 3: 8}).conll == pytest.approx(100)
    with pytest.raises(ValueError, match="same mentions"):
        score_clusters(same, {1: 7})


def write(folder: Path) -> None:
    (folder / "1").mkdir()
    (folder / "1" / "1_1ecb.xml").write_text(XML, encoding="utf-8")
    listed = "Topic,File,Sentence Number\n1,1ecb,0\n1,1ecb,1\n9,1ecb,0\n"
    (folder / "ECBplus_coreference_sentences.csv").write_text(listed, encoding="utf-8")


def test_event_mentions_of_listed_sentences_are_read(tmp_path: Path) -> None:
    write(tmp_path)
    found = read_ecbplus(tmp_path)
    assert [one.own for one in found.mentions] == [("زلزال",), ("earthquake",), ("quake",)]
    assert found.clusters[0] == found.clusters[1] == "ACT1" != found.clusters[2]
    report = evaluate_coreference(tmp_path)
    assert report.figures["pairs"].gold == 1
    assert set(report.as_json()["means"]) >= {"CoNLL F1", "same lemma: CoNLL F1"}  # type: ignore[arg-type]


def test_a_folder_without_data_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CoreferenceDataError, match="give the folder of ECB"):
        evaluate_coreference(tmp_path)
    write(tmp_path)
    with pytest.raises(CoreferenceDataError, match="none of the documents"):
        evaluate_coreference(tmp_path, "9")
    with pytest.raises(CoreferenceDataError, match="21-35"):
        evaluate_coreference(tmp_path, "some")


def test_ours_is_better_than_same_lemma_on_topics_the_weights_were_not_fitted_to(reference_data: Path) -> None:
    means = evaluate_coreference(reference_data / "events" / "ecbplus_dev", "21-35").means
    assert means["CoNLL F1"] >= 76
    assert means["CoNLL F1"] >= means["same lemma: CoNLL F1"] + 3
