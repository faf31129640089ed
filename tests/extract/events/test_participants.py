"""Participants are whole noun phrases or names, or there are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extract.local.drafts import EventDraft
from schemas import EntityType

Events = Callable[..., dict[str, EventDraft]]
Fillers = Callable[[str, EventDraft, str], list[str]]
PLACE, PERSON, ORGANIZATION = EntityType.PLACE, EntityType.PERSON, EntityType.ORGANIZATION


def test_a_figure_is_taken_with_what_it_counts(events: Events, fillers: Fillers) -> None:
    text = "أدى القصف إلى مقتل أكثر من 4 آلاف شخص منذ أكتوبر."
    assert fillers(text, events(text)["مقتل"], "patient") == ["أكثر من 4 آلاف شخص"]
    english = "The ministry said on Friday that 4,137 people had been killed there."
    assert fillers(english, events(english, "en")["killed"], "patient") == ["4,137 people"]


def test_people_counted_before_a_verb_of_harm_suffer_it(events: Events, fillers: Fillers) -> None:
    text = "ذكرت الوكالة أن 705 أشخاص قتلوا في المدينة."
    event = events(text)["قتلوا"]
    assert fillers(text, event, "patient") == ["705 أشخاص"]
    assert fillers(text, event, "agent") == []


@pytest.mark.parametrize(
    ("text", "trigger", "broken"),
    [
        ("أصدرت اللجنة أمس تقريرا كتبه خبراء.", "تقريرا", "كتبه"),
        ("أعلن جوش بول استقالته يوم الأربعاء اعتراضا على القرار.", "استقالته", "اعتراضا"),
        ("وقال مسؤول، طلب عدم ذكر اسمه، إن الهدنة صامدة.", "طلب", "عدم"),
        ("أوقفت القوات الإسرائيلية خمسة شبان.", "أوقفت", "الإسرائيلية"),
    ],
)
def test_verbs_adverbs_and_adjectives_take_no_part(
    text: str, trigger: str, broken: str, events: Events, fillers: Fillers
) -> None:
    event = events(text).get(trigger)
    if event is not None:  # what names nobody may be too slight to tell
        assert broken not in fillers(text, event, "agent") + fillers(text, event, "patient")


def test_a_country_acts_by_its_adjective(events: Events, fillers: Fillers) -> None:
    text = "قالت إسرائيل إنها ترد. وأدى القصف الإسرائيلي على غزة إلى دمار واسع."
    event = events(text, إسرائيل=PLACE, غزة=PLACE)["القصف"]
    assert fillers(text, event, "agent") == ["إسرائيل"]
    english = "Russia kept silent. A Russian attack on Kharkiv destroyed a school."
    struck = events(english, "en", Russia=PLACE, Kharkiv=PLACE)["attack"]
    assert [role.entity for role in struck.roles if role.role == "agent"] == ["e1"]


def test_both_sides_of_talks_act(events: Events, fillers: Fillers) -> None:
    text = "انطلقت المحادثات بين السعودية وإيران في بغداد."
    event = events(text, السعودية=PLACE, إيران=PLACE, بغداد=PLACE)["المحادثات"]
    assert fillers(text, event, "agent") == ["السعودية", "إيران"]


def test_the_subject_of_an_english_verb_holds_no_other_verb(events: Events, fillers: Fillers) -> None:
    text = (
        "His coach maintains that the new envoy arrived in Geneva. Secretary of State Antony Blinken held two meetings."
    )
    found = events(text, "en", Antony_Blinken=PERSON, Geneva=PLACE)
    assert fillers(text, found["arrived"], "agent") == ["new envoy"]
    assert fillers(text, found["meetings"], "agent") == ["Antony Blinken"]


def test_a_noun_after_li_is_planned_only_after_words_of_intent(
    events: Events,
) -> None:
    told = events("شاهد السكان آثارا لقصف المدينة الليلي، وقتل خمسة مدنيين.")
    assert "planned" not in {event.realis.value for event in told.values()}


@pytest.mark.parametrize(
    ("text", "trigger", "role", "wanted"),
    [
        ("ويطالب أهالي المدينة بتحقيق دولي.", "يطالب", "agent", ["أهالي المدينة"]),
        ("رفضت الحكومة مطالب النقابات.", "رفضت", "agent", ["الحكومة"]),
        ("أعلن الطرفان وقف إطلاق النار مدته سبعة أيام.", "وقف إطلاق النار", "patient", []),
    ],
)
def test_an_arabic_phrase_ends_where_another_begins(
    text: str, trigger: str, role: str, wanted: list[str], events: Events, fillers: Fillers
) -> None:
    assert fillers(text, events(text)[trigger], role) == wanted


def test_nobody_takes_part_with_the_words_of_the_trigger(events: Events, fillers: Fillers) -> None:
    text = "بحسب بيان مشترك أصدرته السعودية وقطر أمس."
    event = events(text, السعودية=PLACE, قطر=PLACE)["بيان مشترك"]
    assert fillers(text, event, "agent") == ["السعودية", "قطر"]
    assert fillers(text, event, "patient") == []
    english = "He died of wounds, according to a Navy statement issued on Monday."
    stated = events(english, "en", Navy=ORGANIZATION)["statement"]
    assert all(role.end <= stated.trigger[0] or stated.trigger[1] <= role.start for role in stated.roles)


@pytest.mark.parametrize(
    ("text", "trigger", "role", "wanted"),
    [
        ("The people killed by the flood were buried.", "killed", "patient", ["people"]),
        (
            "Envoys from the breakaway province met the negotiators.",
            "met",
            "agent",
            ["Envoys from the breakaway province"],
        ),
        ("The charity, which runs the clinic, demanded an inquiry.", "demanded", "agent", ["charity"]),
        ("He told reporters in the capital the army attacked the town.", "attacked", "agent", ["army"]),
        ("The firm is going to attack the plan.", "attack", "agent", []),
        ("Hundreds protested outside the mosque in the evening.", "protested", "patient", []),
    ],
)
def test_an_english_subject_is_whole(
    text: str, trigger: str, role: str, wanted: list[str], events: Events, fillers: Fillers
) -> None:
    assert fillers(text, events(text, "en")[trigger], role) == wanted


@pytest.mark.parametrize(
    ("text", "trigger", "role", "wanted"),
    [
        ("حمّلتا الطرفين مسؤولية الخروقات.", "حمّلتا", "agent", []),
        ("قُتل خمسة في قصف سوق المدينة.", "قصف", "patient", ["سوق المدينة"]),
        ("قُتل خمسة في قصف قوات التحالف.", "قصف", "agent", ["قوات التحالف"]),
        ("نفذ الجيش عمليات عسكرية موسعة.", "عمليات عسكرية", "patient", []),
    ],
)
def test_case_and_agreement_tell_who_acts(
    text: str, trigger: str, role: str, wanted: list[str], events: Events, fillers: Fillers
) -> None:
    assert fillers(text, events(text)[trigger], role) == wanted
