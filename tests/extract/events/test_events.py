"""Events of Arabic and English articles: triggers, types, roles, realis, merging."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extract.local.document import Document
from kg.extract.local.drafts import EventDraft
from kg.extract.local.events import find_events
from schemas import EntityType, EventType, Realis

Events = Callable[..., dict[str, EventDraft]]
Fillers = Callable[[str, EventDraft, str], list[str]]
PERSON, PLACE, ORGANIZATION = EntityType.PERSON, EntityType.PLACE, EntityType.ORGANIZATION


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("قصفت طائرات حربية مواقع المسلحين في المدينة.", "قصفت", EventType.ASSAULT),
        ("وأطلق مسلحون النار على دورية للشرطة.", "أطلق", EventType.ASSAULT),
        ("أطلقت السلطات سراح خمسة معتقلين.", "أطلقت", EventType.CONCEDE),
        ("أدى الوزراء اليمين أمام الرئيس.", "أدى", EventType.APPOINT),
        ("اعتقلت الشرطة ثلاثة متهمين بالسرقة.", "اعتقلت", EventType.COERCE),
        ("أعلن الطرفان وقف إطلاق النار.", "وقف إطلاق النار", EventType.RETREAT),
        ("تظاهر آلاف العمال أمام البرلمان.", "تظاهر", EventType.PROTEST),
        ("ضرب زلزال قوي شرق البلاد فجر اليوم.", "ضرب زلزال", EventType.DISASTER),
        ("قضت المحكمة بالسجن خمس سنوات على الموظف.", "قضت", EventType.LEGAL),
        ("ارتفعت أسعار النفط بنسبة 3 في المئة.", "ارتفعت", EventType.ECONOMY),
    ],
)
def test_arabic_triggers_have_their_type(text: str, trigger: str, kind: EventType, events: Events) -> None:
    found = events(text)
    assert found[trigger].type == kind


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Gunmen opened fire on a police patrol.", "opened fire", EventType.ASSAULT),
        ("The minister stepped down on Monday.", "stepped down", EventType.APPOINT),
        ("Police arrested three men after the robbery.", "arrested", EventType.COERCE),
        ("Thousands of workers went on strike over pay.", "went on strike", EventType.PROTEST),
        ("Warplanes carried out an airstrike on the base.", "airstrike", EventType.ASSAULT),
        ("A ceasefire took hold at dawn.", "ceasefire", EventType.RETREAT),
        ("The court sentenced him to five years in prison.", "sentenced", EventType.LEGAL),
        ("Shares fell 3 percent after the warning.", "fell", EventType.ECONOMY),
    ],
)
def test_english_triggers_have_their_type(text: str, trigger: str, kind: EventType, events: Events) -> None:
    found = events(text, "en")
    assert found[trigger].type == kind


def test_a_conjunction_stays_outside_the_trigger(events: Events) -> None:
    assert "اعتقلت" in events("واعتقلت الشرطة متهمين.")


def test_verb_before_subject_and_object(events: Events, fillers: Fillers) -> None:
    text = "اتهم سعد الحريري حزب الله بتعطيل الحكومة."
    event = events(text, سعد_الحريري=PERSON, حزب_الله=ORGANIZATION)["اتهم"]
    assert fillers(text, event, "agent") == ["سعد الحريري"]
    assert fillers(text, event, "patient") == ["حزب الله"]
    assert [role.entity for role in event.roles] == ["e1", "e2"]


def test_title_before_the_name_belongs_to_the_subject(events: Events, fillers: Fillers) -> None:
    text = "استقبل وزير الخارجية سامح شكري اليوم السفير الفرنسي."
    event = events(text, سامح_شكري=PERSON)["استقبل"]
    assert fillers(text, event, "agent") == ["وزير الخارجية سامح شكري"]
    assert event.roles[0].entity == "e1"


def test_passive_subject_is_acted_upon(events: Events, fillers: Fillers) -> None:
    text = "قتل خمسة مدنيين في غارة جوية."
    assert fillers(text, events(text)["قتل"], "patient") == ["خمسة مدنيين"]


def test_genitive_of_a_noun_is_agent_or_patient(events: Events, fillers: Fillers) -> None:
    text = "بعد اغتيال رفيق الحريري وصلت اللجنة. وجاءت زيارة جون كيري للمنطقة."
    found = events(text, رفيق_الحريري=PERSON, جون_كيري=PERSON)
    assert fillers(text, found["اغتيال"], "patient") == ["رفيق الحريري"]
    assert fillers(text, found["زيارة"], "agent") == ["جون كيري"]


def test_the_carrying_verb_lends_its_subject(events: Events, fillers: Fillers) -> None:
    text = "شنت إسرائيل هجوما على غزة."
    event = events(text, إسرائيل=PLACE, غزة=PLACE)["هجوما"]
    assert fillers(text, event, "agent") == ["إسرائيل"]
    assert fillers(text, event, "patient") == ["غزة"]


def test_english_passive_and_by(events: Events, fillers: Fillers) -> None:
    text = "The mayor was killed by gunmen in Aleppo."
    event = events(text, "en", Aleppo=PLACE)["killed"]
    assert fillers(text, event, "patient") == ["mayor"]
    assert fillers(text, event, "agent") == ["gunmen"]
    assert event.place_entity == "e1"


def test_place_time_and_figures_come_from_the_clause(events: Events) -> None:
    text = "قتل 12 شخصا في حلب يوم 3 مايو 2024."
    event = events(text, حلب=PLACE)["قتل"]
    assert event.place is not None
    assert text[slice(*event.place)] == "حلب"
    assert event.time is not None
    assert (event.time.start, event.time.end) == ("2024-05-03", "2024-05-03")
    assert [figure.min for figure in event.quantities] == [12]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("سيلتقي الوزير نظيره الفرنسي غدا.", "يلتقي", Realis.PLANNED),
        ("لم يوقع الرئيس على الاتفاق الجديد.", "يوقع", Realis.NEGATED),
        ("قد تهاجم القوات المدينة.", "تهاجم", Realis.POSSIBLE),
        ("هاجمت القوات المدينة.", "هاجمت", Realis.ACTUAL),
        ("ما هاجمت القوات المدينة.", "هاجمت", Realis.NEGATED),
        ("استعادت الشرطة بعض ما نهب المسلحون.", "نهب", Realis.ACTUAL),
    ],
)
def test_arabic_realis(text: str, trigger: str, expected: Realis, document: Callable[..., Document]) -> None:
    found = find_events(document(text), (), ())
    by_trigger = {text[slice(*one.trigger)]: one.realis for one in found}
    if trigger in by_trigger:  # what is denied or only possible may be too slight to tell
        assert by_trigger[trigger] == expected


def test_repeated_mentions_are_one_happening(document: Callable[..., Document]) -> None:
    text = (
        "انفجار في مصنع للألعاب النارية بالمدينة\n"
        "وقع انفجار في المصنع صباح الاثنين وأصيب عامل. وسمع دوي الانفجار بعيدا."
    )
    found = find_events(document(text), (), ())
    explosions = [one for one in found if text[slice(*one.trigger)].endswith("انفجار")]
    assert len(explosions) == 1
    assert explosions[0].trigger[0] > text.index("\n"), "the body's words, not the headline's"


def test_demands_of_different_people_are_different_happenings(
    document: Callable[..., Document], fillers: Fillers
) -> None:
    text = "طالب أحمد سعيد بالانسحاب فورا. وطالب عمر خالد الحكومة بالرد."
    found = find_events(document(text), (), ())
    assert found
    agents = {name for one in found for name in fillers(text, one, "agent")}
    assert len([one for one in found if one.type == EventType.REQUEST]) == 2, agents


def test_words_inside_a_name_are_no_event(events: Events) -> None:
    text = "قال مجلس التعاون إن الوضع مستقر."
    assert "التعاون" not in events(text, مجلس_التعاون=ORGANIZATION)


def test_ids_and_order_follow_the_text(document: Callable[..., Document]) -> None:
    text = "اعتقلت الشرطة رجلا. وقتل خمسة مدنيين في غارة. وافتتح الوزير مدرسة."
    found = find_events(document(text), (), ())
    assert [one.id for one in found] == [f"v{number}" for number in range(1, len(found) + 1)]
    assert [one.trigger for one in found] == sorted(one.trigger for one in found)
    assert all(one.evidence[0] <= one.trigger[0] and one.trigger[1] <= one.evidence[1] for one in found)


@pytest.mark.parametrize(
    ("text", "language", "trigger"),
    [
        ("قصفت الطائرات المدينة أمس. وقال سكان إن القصف دمر منازل. وأضافوا أن القصف استمر ساعة.", "ar", "قصفت"),
        (
            "Warplanes bombed the city. Residents said the bombing went on. They said the bombing frightened them.",
            "en",
            "bombed",
        ),
    ],
)
def test_the_first_full_telling_names_the_happening(text: str, language: str, trigger: str, events: Events) -> None:
    found = events(text, language)
    assert trigger in found
    assert not {"القصف", "bombing"} & set(found)
