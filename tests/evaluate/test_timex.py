"""Reading and scoring time annotations, and the figures that the grammar must keep."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.evaluate.timex import EvaluationDataError, evaluate_time, match_times, read_timeml
from kg.temporal import Anchor, find_times

SPECIFICATIONS = Path(__file__).parents[1] / "temporal" / "recognizers_ar"

TIMEML = """<?xml version="1.0" ?>
<TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2023-10-15" functionInDocument="CREATION_TIME">15 أكتوبر</TIMEX3></DCT>
<TEXT>قال &quot;الوزير&quot; <TIMEX3 tid="t1" type="DATE" value="2023-10-14">أمس</TIMEX3> إن
<EVENT eid="e1">اللقاء</EVENT> كان <TIMEX3 tid="t2" type="DATE" value="2023-10-13">يوم الجمعة</TIMEX3>.</TEXT>
</TimeML>
"""


def test_timeml_keeps_offsets_and_the_day_of_publication(tmp_path: Path) -> None:
    path = tmp_path / "one.tml"
    path.write_text(TIMEML, encoding="utf-8")
    document = read_timeml(path)
    assert document.anchor == Anchor(date(2023, 10, 15), date(2023, 10, 15))
    assert 'قال "الوزير"' in document.text
    assert [document.text[time.start : time.end] for time in document.times] == ["أمس", "يوم الجمعة"]
    found = find_times(document.text, "ar", document.anchor)
    assert [(one.value, two.value) for one, two in match_times(document.times, found)] == [
        ("2023-10-14", "2023-10-14"),
        ("2023-10-13", "2023-10-13"),
    ]
    report = evaluate_time(path)
    assert report.figures["value"].f1 == 100


def test_a_folder_without_data_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EvaluationDataError, match="give a folder with either"):
        evaluate_time(tmp_path)
    (tmp_path / "empty.tml").write_text("nothing", encoding="utf-8")
    with pytest.raises(EvaluationDataError, match="no TimeML text"):
        evaluate_time(tmp_path / "empty.tml")


def test_three_quarters_of_the_arabic_specifications_are_right() -> None:
    assert evaluate_time(SPECIFICATIONS).figures["all"].recall >= 75


def test_arabic_news_times(reference_data: Path) -> None:
    figures = evaluate_time(reference_data / "time" / "arabic_timex3_dev").figures
    assert figures["relaxed span"].f1 >= 80
    assert figures["value of matched DATE"].recall >= 75


def test_english_news_times(reference_data: Path) -> None:
    figures = evaluate_time(reference_data / "time" / "timebank").figures
    assert figures["relaxed span"].f1 >= 85
    assert figures["value"].f1 >= 70
