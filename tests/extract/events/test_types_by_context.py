"""One word, several types: who acts, on what, with what decides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extract.local.drafts import EventDraft
from schemas import EventType

Events = Callable[..., dict[str, EventDraft]]


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("انفجر خزان وقود في مصنع للدهانات جنوبي المدينة.", "انفجر", EventType.DISASTER),
        ("انفجرت سيارة مفخخة أمام مصنع للدهانات.", "انفجرت", EventType.ASSAULT),
        ("عثرت الشرطة على مخبأ أسلحة في المزرعة.", "عثرت", EventType.COERCE),
        ("أقامت قوات الحدود نقطة مراقبة على التلة.", "أقامت", EventType.MOBILIZE),
        ("فجر انتحاري نفسه عند حاجز في العاصمة.", "فجر", EventType.ASSAULT),
        ("استولى مسلحون على مطار البلدة.", "استولى", EventType.ASSAULT),
        ("فرقت الشرطة المتظاهرين أمام البرلمان.", "فرقت", EventType.COERCE),
        ("احتشد المتظاهرون في الميدان مساء.", "احتشد", EventType.PROTEST),
        ("طردت الخارجية ثلاثة دبلوماسيين أجانب.", "طردت", EventType.SANCTION),
    ],
)
def test_arabic_words_take_their_type_from_company(text: str, trigger: str, kind: EventType, events: Events) -> None:
    assert events(text)[trigger].type == kind


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("A paint factory exploded south of the town.", "exploded", EventType.DISASTER),
        ("A car bomb exploded outside a paint factory.", "exploded", EventType.ASSAULT),
        ("Police found rifles and ammunition under the floor.", "found", EventType.COERCE),
        ("The army set up a checkpoint on the northern hill.", "set up", EventType.MOBILIZE),
        ("Rebels seized the airport after a long siege.", "seized", EventType.ASSAULT),
        ("Customs officers seized two tonnes of ivory.", "seized", EventType.COERCE),
        ("Demonstrators threw stones at the barracks.", "threw", EventType.PROTEST),
        ("Norway expelled two diplomats on Monday.", "expelled", EventType.SANCTION),
        ("A tanker struck a ferry near the harbour.", "struck", EventType.DISASTER),
        ("Sappers defused an old bomb under the bridge.", "defused", EventType.COERCE),
    ],
)
def test_english_words_take_their_type_from_company(text: str, trigger: str, kind: EventType, events: Events) -> None:
    assert events(text, "en")[trigger].type == kind


def test_armed_men_are_nobody_s_aid_and_in_order_to_is_no_order(events: Events) -> None:
    assert EventType.AID not in {event.type for event in events("Armed groups left the town.", "en").values()}
    assert "order" not in events("They met in order to agree on a date.", "en")
