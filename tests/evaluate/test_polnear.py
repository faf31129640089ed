"""PolNeAR's brat files: reading, border conventions, exact F1."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluate.polnear import evaluate_attribution, read_polnear, with_auxiliaries, with_marks
from schemas import Article, Claim, Extraction, ExtractorInfo, Source, Span

TEXT = "The minister has said that the talks in القاهرة failed. “We tried,” he told قناة النيل.\n"
ANNOTATION = """T1\tSource 0 12\tThe minister
T2\tCue 13 21\thas said
T3\tContent 22 54\tthat the talks in القاهرة failed
T4\tAttribution 13 21\thas said
E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3
T5\tSource 68 70\the
T6\tCue 71 75\ttold
T7\tContent 56 67\t“We tried,”
T8\tAttribution 71 75\ttold
E2\tAttribution:T8 Cue:T6 Content:T7 Source:T5
T9\tDiscuss 0 3\tThe
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "paper_2026-01-01_talks.txt").write_text(TEXT, encoding="utf-8")
    for annotator in ("4b22", "9ab1"):
        path = tmp_path / "attributions" / f"paper_2026-01-01_talks_{annotator}.ann"
        path.write_text(ANNOTATION, encoding="utf-8")
    return tmp_path


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words), text=words)


def extract(article: Article) -> Extraction:
    first = Claim(
        id="c1",
        source=Source(span=span("The minister")),
        cue=span("said"),
        content=(span("the talks in القاهرة failed"),),
        evidence=span(TEXT.strip()),
    )
    second = Claim(
        id="c2",
        source=Source(text="The minister"),
        cue=span("told"),
        content=(span("We tried"),),
        evidence=span("We tried"),
    )
    return Extraction(article=article, claims=(first, second), extractor=ExtractorInfo(name="test", version="0"))


def test_the_gold_spans_are_those_of_attributions_once_an_article(folder: Path) -> None:
    (article,) = read_polnear(folder)
    assert {role: sorted(found) for role, found in article.roles.items()} == {
        "source": [(0, 12), (68, 70)],
        "cue": [(13, 21), (71, 75)],
        "content": [(22, 54), (56, 67)],
    }


def test_borders_are_moved_to_polnears_places_before_scoring(folder: Path) -> None:
    report = evaluate_attribution(folder, extract)
    assert {name: (counts.right, counts.gold, counts.predicted) for name, counts in report.figures.items()} == {
        "source": (1, 2, 1),
        "cue": (2, 2, 2),
        "content": (2, 2, 2),
    }
    assert set(report.definitions) == set(report.figures)


def test_border_conventions_move_nothing_else() -> None:
    text = "He said the تقرير was late, and was not told why."
    said = text.index("said")
    assert with_auxiliaries(text, (said, said + 4)) == (said, said + 4)
    told = text.index("told")
    assert text[slice(*with_auxiliaries(text, (told, told + 4)))] == "was not told"
    content = (text.index("the"), text.index(","))
    assert with_marks(text, content) == content


@pytest.mark.parametrize("line", ["T1\tSource 0 900\tx", "T1\tSource zero\tx", "T1\tSource", "T1 Source 0 1"])
def test_a_broken_line_is_named(folder: Path, line: str) -> None:
    path = folder / "attributions" / "paper_2026-01-01_talks_4b22.ann"
    path.write_text(ANNOTATION + line + "\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 12"):
        list(read_polnear(folder))


def test_a_folder_without_articles_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no PolNeAR article"):
        evaluate_attribution(tmp_path, extract)
