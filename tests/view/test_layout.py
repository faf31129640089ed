"""Places: columns in reading direction, nothing on top of anything, the same every time."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.view import Link, labels, project
from kg.view.layout import column_of, place, spread
from schemas import Extraction

ORDER = ["article", "outlet", "speaker", "claim", "event", "other"]


def test_columns_follow_the_way_of_a_claim(arabic: Extraction) -> None:
    graph = project([arabic])
    layout = place(graph, dict.fromkeys(graph, 2))
    x = {column_of(graph, node): layout.positions[node].x for node in graph}
    assert sorted(x, key=x.__getitem__) == ORDER
    assert len({(p.x, p.y) for p in layout.positions.values()}) == len(graph)


def test_claims_about_one_event_are_neighbours(writer: type) -> None:
    text = "قال أ الأول. قال ب الثاني. قال ج الثالث. حريق وسيل."
    build = writer(text).event("v1", "DISASTER", "حريق").event("v2", "DISASTER", "سيل")
    for local, content, event in (("c1", "الأول", "v1"), ("c2", "الثاني", "v2"), ("c3", "الثالث", "v1")):
        build.claim(local, content, about=(event,))
    graph = project([build.done()])
    y = {node[-2:]: p.y for node, p in place(graph, dict.fromkeys(graph, 1)).positions.items() if "claim/" in node}
    assert sorted(y, key=y.__getitem__) == ["c1", "c3", "c2"]


def test_stories_do_not_overlap(arabic: Extraction, english: Extraction) -> None:
    other = english.model_copy(update={"article": english.article.model_copy(update={"id": "en-2"})})
    alone = other.model_copy(update={"entities": (), "claims": ()})
    graph = project([arabic, alone])
    layout = place(graph, dict.fromkeys(graph, 2))
    assert len(layout.blocks) == 2
    for a, b in combinations(layout.blocks, 2):
        apart = a.left + a.width <= b.left or b.left + b.width <= a.left or a.top + a.height <= b.top
        assert apart or b.top + b.height <= a.top


@given(st.lists(st.tuples(st.floats(-1e6, 1e6), st.floats(1, 500)), max_size=60))
def test_spread_keeps_order_and_never_overlaps(wanted: list[tuple[float, float]]) -> None:
    wanted.sort()
    heights = [height for _, height in wanted]
    centres = spread([want for want, _ in wanted], heights)
    for (a, height_a), (b, height_b) in zip(
        zip(centres, heights, strict=True), zip(centres[1:], heights[1:], strict=True), strict=False
    ):
        assert b - a >= (height_a + height_b) / 2 - 1e-3


def test_spread_leaves_what_fits_where_it_is() -> None:
    assert spread([10, 100], [20, 20]) == [10, 100]
    assert spread([50, 50], [20, 20]) == [40, 60]


@given(st.text(max_size=400), st.integers(4, 40), st.integers(1, 4))
def test_labels_fit_their_box(text: str, width: int, most: int) -> None:
    rows = labels.lines(text, width, most)
    assert len(rows) <= most
    assert all(len(row) <= width + 2 + sum(map(_is_mark, row)) for row in rows)


def _is_mark(char: str) -> bool:
    return bool(labels.unicodedata.combining(char))


def test_every_line_of_an_arabic_label_is_isolated() -> None:
    rows = labels.lines("قالت Reuters إن الوزير عاد. ثم سافر مرة أخرى", 20, 3)
    for line in labels.isolated(rows).split("\n"):
        assert line[0] == "\u2067"
        assert line[-1] == "\u2069"


def test_labels_drop_direction_overrides_and_controls() -> None:
    assert labels.clean("أ\u202eب\u0000ج\u2066 د\n ه") == "أبج د ه"


def test_an_entity_is_shared_only_by_its_wikidata_id(arabic: Extraction, english: Extraction) -> None:
    graph = project([arabic, english])
    assert graph.nodes["wikidata/Q200"]["label"] == "سليم الخوري"
    assert {"claim/ar-1/c3", "claim/en-1/c1"} <= set(graph.successors("wikidata/Q200"))
    assert "entity/en-1/e2" in graph


def test_a_chain_is_an_edge_from_who_relays(arabic: Extraction) -> None:
    graph = project([arabic])
    assert graph.has_edge("entity/ar-1/e1", "claim/ar-1/c2", key="relays")
    assert graph.has_edge("claim/ar-1/c1", "claim/ar-1/c2", key="via")
    assert graph.has_edge("article/ar-1", "claim/ar-1/c1", key="published")
    assert not graph.has_edge("article/ar-1", "claim/ar-1/c2", key="published")


def test_input_that_cannot_be_one_graph_is_refused(arabic: Extraction) -> None:
    with pytest.raises(InputError, match="two extractions"):
        project([arabic, arabic])
    with pytest.raises(InputError, match="not there"):
        project([arabic], [Link("contradicts", ("ar-1", "c1"), ("ar-1", "c99"))])
